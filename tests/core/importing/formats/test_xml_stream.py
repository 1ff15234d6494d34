"""The XML stream: the root element, and texts in chunks or without an end."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.importing.formats import xml_stream
from yalu_plugin.core.importing.formats.content import file_content
from yalu_plugin.core.importing.formats.xml_stream import CLOSED, OPENED, WHOLE, elements, root_name
from yalu_plugin.core.work_progress import no_progress


@pytest.mark.parametrize(("head", "name"), [
    ("<kml>", "kml"), ('<?xml version="1.0"?>\n<gml:FeatureCollection xmlns:gml="x">', "FeatureCollection"),
    ("<!-- <gpx> --><!-- --><kml/>", "kml"), ("<!DOCTYPE gpx><kml>", "kml"), ("<?a <gpx>?>\n \n<kml >", "kml"),
    ('<!DOCTYPE a [<!ENTITY b "<gpx>">] ><kml>', "kml"), ("", ""), ("<!-- <kml", ""), ("<?xml?>", ""), ("x", ""),
])
def test_the_root(head: str, name: str) -> None:
    assert root_name(head) == name


@pytest.mark.parametrize("piece", ["<!--", "<?", "<!DOCTYPE", "<!DOCTYPE[", " ", "<", "]", "<a", "a:"])
@pytest.mark.parametrize("beginning", ["<!DOCTYPE a", "<!--", "<"])
def test_beginnings_without_an_end_are_read_once(beginning: str, piece: str) -> None:
    root_name(beginning + piece * (1_000_000 // len(piece)))  # takes an hour if read again from each position


@pytest.mark.parametrize("chunk", [1, 2, 7, 64, 1 << 18])
def test_where_chunks_end_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    path = tmp_path / "a.kml"
    path.write_bytes('\ufeff \n<?xml version="1.0" encoding="windows-1252"?><k:kml a:b="é&amp;\U0001f6a2">'
                     '<x>a\r\nb&lt;<![CDATA[<c>\n]]>혜산<y z="1"/>\x0bd</x></k:kml>'.encode())
    monkeypatch.setattr(xml_stream, "CHUNK", chunk)
    found = list(elements(file_content(path), frozenset(["kml"]), no_progress))
    assert [what for what, _ in found] == [OPENED, WHOLE, CLOSED]
    whole = found[1].element
    assert found[0].element.get("b") == "é&\U0001f6a2"
    assert (whole.text, [(part.tag, part.get("z")) for part in whole]) == ("a\nb<<c>\n혜산d", [("y", "1")])
