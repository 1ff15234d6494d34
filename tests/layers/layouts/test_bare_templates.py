"""Templates without any optional item, and templates with a page too small for their items."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2025, 7, 30)
NEEDED = {
    "overview": {"title", "main_map", "inset_map", "legend", "scale_bar", "north_arrow", "sources", "dates", "licences",
                 "synthetic"},
    "strip_map": {"panel_1", "scale_bar"}, "site_sheet": {"before_map", "after_map", "locator_map", "observations"}}


@pytest.fixture
def build(project_of, new_survey, synthetic_sites, tmp_path):
    """A function: the pages of a document with the published number of SYNTHETIC sites, from a template."""
    from yalu_plugin.layers.layouts.map_documents import overview_document, strip_document
    from yalu_plugin.layers.layouts.site_sheets import build_sheets
    from yalu_plugin.layers.survey.write import change

    sites, survey = synthetic_sites(43), new_survey(tmp_path / "made.gpkg", "Made", False)
    change(survey.path, "test", {"sites": sites})
    kinds = {"overview": overview_document, "strip_map": strip_document,
             "site_sheet": lambda *given: [build_sheets(*given, only=sites[0]["id"])]}
    return lambda kind, template: kinds[kind](project_of(survey), survey, DAY, template)


def changed(kind, path, change):
    """Return the plugin's template with `change` applied to its layout."""
    from qgis.core import QgsPrintLayout, QgsProject, QgsReadWriteContext
    from qgis.PyQt.QtXml import QDomDocument

    from yalu_plugin.layers.layouts.page_template import plugin_template

    layout, document = QgsPrintLayout(QgsProject.instance()), QDomDocument()
    document.setContent(plugin_template(kind).read_text(encoding="utf-8"))
    layout.loadFromTemplate(document, QgsReadWriteContext())
    change(layout)
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    return path


def without(ids):
    from qgis.core import QgsLayoutFrame, QgsLayoutItem, QgsLayoutItemPage

    def change(layout):
        for item in list(layout.items()):
            if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage) and ids(item.id()):
                if isinstance(item, QgsLayoutFrame):
                    layout.removeMultiFrame(item.multiFrame())
                layout.removeLayoutItem(item)
    return change


@pytest.mark.parametrize("kind", NEEDED)
def test_what_a_page_can_do_without_may_be_deleted(build, kind, tmp_path, words_of):
    from yalu_plugin.layers.layouts.export import export

    bare = changed(kind, tmp_path / "bare.qpt", without(lambda name: name not in NEEDED[kind]))
    pages = build(kind, bare)
    assert {item for item in NEEDED[kind] if pages[0].itemById(item) is None} == set()
    assert len(words_of(export(pages, tmp_path / "pages.pdf")).split("\f")) - 1 == len(pages)


@pytest.mark.parametrize("kind", NEEDED)
def test_one_line_says_what_an_empty_template_lacks(build, kind, tmp_path):
    from yalu_plugin.layers.layouts.page_template import TemplateIncomplete

    with pytest.raises(TemplateIncomplete) as error:
        build(kind, changed(kind, tmp_path / "empty.qpt", without(lambda _name: True)))
    assert set(error.value.values["ids"].split(", ")) == NEEDED[kind]


def resized(width, height):
    """Return a change that sets the page's size (mm) without moving items."""
    from qgis.core import QgsLayoutSize

    return lambda layout: layout.pageCollection().page(0).setPageSize(QgsLayoutSize(width, height))


@pytest.mark.parametrize("kind", NEEDED)
@pytest.mark.parametrize("size", [(0.1, 0.1), (10, 10), (148, 105), (200, 200)])
def test_one_line_says_what_a_page_too_small_for_its_items_cuts_off(build, kind, size, tmp_path):
    from yalu_plugin.layers.layouts.page_edges import TemplateCut

    with pytest.raises(TemplateCut, match="small.qpt cuts off or leaves out ") as error:
        build(kind, changed(kind, tmp_path / "small.qpt", resized(*size)))
    assert "\n" not in str(error.value) and len(error.value.values["ids"]) < 250
    assert error.value.values["count"] > 5 and error.value.values["ids"].split(", ")[0] in NEEDED[kind]


@pytest.mark.parametrize("kind", NEEDED)
def test_a_page_larger_than_its_items_is_written(build, kind, tmp_path):
    from yalu_plugin.layers.layouts.export import export

    large = changed(kind, tmp_path / "large.qpt", resized(500, 400))
    assert export(build(kind, large), tmp_path / "pages.pdf").is_file()


@pytest.mark.parametrize(("name", "x", "refused"), [
    ("sources", 400, False),  # beside the page: to be left out
    ("panel_1", -16, False),  # a bleed
    ("panel_1", -40, True), ("sources", 60, True), ("accent", -40, False), ("logo", 20, False)])
def test_a_map_may_bleed_a_shape_may_be_cut_and_what_lies_beside_is_left_out(qgis_app, tmp_path, name, x, refused):
    from qgis.core import QgsProject

    from yalu_plugin.layers.layouts.layout_lifetime import temporary_layouts
    from yalu_plugin.layers.layouts.page_edges import TemplateCut
    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE, PageStyle
    from yalu_plugin.layers.layouts.page_template import from_template
    from yalu_plugin.layers.layouts.strip_map import ITEMS

    path = changed("strip_map", tmp_path / "moved.qpt", lambda layout: layout.itemById(name).attemptMoveBy(x, 0))
    for style in (DEFAULT_STYLE, PageStyle(page="A4"), PageStyle(page="A1")):
        with temporary_layouts(QgsProject()) as project:
            if refused:
                with pytest.raises(TemplateCut, match=name):
                    from_template(project, path, "strip_map", ITEMS, style)
            else:
                assert from_template(project, path, "strip_map", ITEMS, style)
