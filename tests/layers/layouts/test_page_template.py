"""Layouts from templates: their styles."""

from __future__ import annotations

import pytest


@pytest.fixture
def page(qgis_app):
    """A function that reads the contents template, in a project that is deleted with the test."""
    from qgis.core import QgsProject

    from yalu_plugin.layers.layouts.layout_lifetime import temporary_layouts
    from yalu_plugin.layers.layouts.page_options import PageStyle
    from yalu_plugin.layers.layouts.page_template import from_template

    with temporary_layouts(QgsProject()) as project:
        yield lambda **values: from_template(project, None, "contents", {}, PageStyle(**values))[0]


def test_a_larger_page_has_everything_in_proportion(page):
    small, large = page(), page(page="A3")
    for name in ("dates", "accent", "page_number"):
        one, other = (layout.itemById(name) for layout in (small, large))
        assert other.rect().width() == pytest.approx(one.rect().width() * 297 / 210, rel=0.001)
        assert other.pos().x() == pytest.approx(one.pos().x() * 297 / 210, rel=0.001)


def test_logo_classification_and_accent(page):
    from yalu_plugin.paths import resource

    layout = page(logo=str(resource("icons", "plugin.svg")), classification="RESTRICTED", accent="#aa0011")
    assert layout.itemById("logo").picturePath().endswith("plugin.svg") and layout.itemById("logo").isVisible()
    assert layout.itemById("classification").text() == layout.itemById("classification_foot").text() == "RESTRICTED"
    assert layout.itemById("accent").symbol().color().name() == "#aa0011"
    assert not page().itemById("logo").isVisible()


def test_a_missing_logo_is_named(page):
    from yalu_plugin.layers.layouts.page_template import NoLogo

    with pytest.raises(NoLogo, match="no_such.png"):
        page(logo="no_such.png")
