"""Templates of which everything was deleted that a page can do without, and pages of a few millimetres."""

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
    """A function: the pages of a kind of the published number of SYNTHETIC sites, from a template."""
    from yalu_plugin.layers.layouts.overview_document import overview_document
    from yalu_plugin.layers.layouts.sheets import build_sheets
    from yalu_plugin.layers.layouts.strip_document import strip_document
    from yalu_plugin.layers.survey.write import change

    sites, survey = synthetic_sites(43), new_survey(tmp_path / "made.gpkg", "Made", False)
    change(survey.path, "test", {"sites": sites})
    kinds = {"overview": overview_document, "strip_map": strip_document,
             "site_sheet": lambda *given: [build_sheets(*given, only=sites[0]["id"])]}
    return lambda kind, template: kinds[kind](project_of(survey), survey, DAY, template)


def changed(kind, path, change):
    """The plugin's template after `change` of its layout."""
    from qgis.core import QgsPrintLayout, QgsProject, QgsReadWriteContext
    from qgis.PyQt.QtXml import QDomDocument

    from yalu_plugin.layers.layouts.template import own_template

    layout, document = QgsPrintLayout(QgsProject.instance()), QDomDocument()
    document.setContent(own_template(kind).read_text(encoding="utf-8"))
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
    from yalu_plugin.layers.layouts.template import TemplateLacks

    with pytest.raises(TemplateLacks) as error:
        build(kind, changed(kind, tmp_path / "empty.qpt", without(lambda _name: True)))
    assert set(error.value.values["ids"].split(", ")) == NEEDED[kind]


@pytest.mark.parametrize("kind", NEEDED)
@pytest.mark.parametrize("side", [10, 0.1])
def test_a_page_of_some_millimetres_is_written(build, kind, side, tmp_path):
    from qgis.core import QgsLayoutSize

    from yalu_plugin.layers.layouts.export import export

    small = changed(kind, tmp_path / "small.qpt", lambda layout: layout.pageCollection().page(0).setPageSize(
        QgsLayoutSize(side, side)))
    assert export(build(kind, small), tmp_path / "pages.pdf").is_file()
