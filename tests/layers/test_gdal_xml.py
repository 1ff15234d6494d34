"""Untrusted XML: its elements, and that entities are not expanded."""

from __future__ import annotations

import pytest


@pytest.fixture(params=[False, True], ids=["gdal returns", "gdal raises"])
def gdal(qgis_app, request):
    from osgeo import gdal

    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if request.param else gdal.DontUseExceptions)()
    yield gdal
    (gdal.UseExceptions if before else gdal.DontUseExceptions)()


def test_elements_attributes_and_texts(gdal):
    from yalu_plugin.layers.gdal_xml import attribute, child_text, children, descendants, name_of, parse_xml

    content = (b'<?xml version="1.0"?><!-- said --><a:top xmlns:a="x" b:at="1"><c>one &amp; two</c>'
               b"<d><c>three</c></d></a:top>")
    top = next(node for node in parse_xml(content) if name_of(node) == "top")
    assert (name_of(top), attribute(top, "at"), child_text(top, "c")) == ("top", "1", "one & two")
    assert len(list(children(top, "c"))) == 1 and len(list(descendants(top, "c"))) == 2


@pytest.mark.parametrize("content", [b"", b"text", b"<a><b></a>", b"<a>", b"\xff\xfe\x00", b"<a>" * 5000])
def test_what_is_not_xml_has_no_elements(gdal, content):
    from yalu_plugin.layers.gdal_xml import name_of, parse_xml

    assert not [node for node in parse_xml(content) if name_of(node)]


def test_no_entity_is_read_or_multiplied(gdal, tmp_path):
    from yalu_plugin.layers.gdal_xml import child_text, name_of, parse_xml

    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    content = (f'<!DOCTYPE a [<!ENTITY f SYSTEM "{secret.as_uri()}"><!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
               "<a><f>&f;</f><c>&c;</c></a>").encode()
    top = next(node for node in parse_xml(content) if name_of(node) == "a")
    assert "hidden" not in child_text(top, "f") and "bbbb" not in child_text(top, "c")
