"""While an atlas is exported, its maps draw copies of layers in their own styles; afterwards all is restored."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2025, 7, 30)


@pytest.fixture
def sheets(project_of, new_survey, synthetic_sites, tmp_path):
    """Site sheets of the published number of SYNTHETIC sites, some with a state of the day and an earlier one."""
    from yalu_plugin.layers.layouts.site_sheets import build_sheets
    from yalu_plugin.layers.survey.write import change

    survey, sites = new_survey(tmp_path / "made.gpkg", "Made", False), synthetic_sites(43)
    seen = [{"id": f"{state}{site['id']}", "site_id": site["id"], "state": state, "seen_from": day, "seen_to": day}
            for site in sites[::2] for state, day in (("present", "2024-05-01"), ("washed_out", "2025-07-01"))]
    change(survey.path, "test", {"sites": sites, "observations": seen})
    return build_sheets(project_of(survey), survey, DAY)


def maps(layout):
    from qgis.core import QgsLayoutItemMap

    return [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]


def shown(layout):
    return {item.id(): ([layer.id() for layer in item.layers()], item.layerStyleOverrides()) for item in maps(layout)}


def third_page(layout):
    from qgis.core import QgsLayoutExporter

    layout.atlas().beginRender()
    layout.atlas().seekTo(2)
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=80)
    layout.atlas().endRender()
    return image


def test_pages_are_the_same_to_the_dot_and_no_style_is_changed_for_them(sheets):
    from yalu_plugin.layers.layouts.styled_copies import with_styled_copies

    before, looked = shown(sheets), third_page(sheets)
    assert {name for name, (_, styles) in before.items() if styles} == {"locator_map", "detail_map"}
    with with_styled_copies([sheets]):
        assert all(styles == {} for _, styles in shown(sheets).values())
        assert third_page(sheets) == looked
    assert shown(sheets) == before and third_page(sheets) == looked


def test_all_is_restored_after_an_error_and_no_copy_is_left(sheets):
    from qgis.core import QgsMapLayer

    from yalu_plugin.layers.layouts.styled_copies import with_styled_copies

    before, layers = shown(sheets), len(sheets.findChildren(QgsMapLayer))
    with pytest.raises(ValueError), with_styled_copies([sheets]):
        assert len(sheets.findChildren(QgsMapLayer)) > layers
        raise ValueError
    assert shown(sheets) == before and len(sheets.findChildren(QgsMapLayer)) == layers


def test_what_is_being_edited_is_drawn_itself(sheets):
    from yalu_plugin.layers.layouts.styled_copies import with_styled_copies
    from yalu_plugin.layers.project import layer_with_role

    sites = layer_with_role(sheets.project(), "sites")
    assert sites.startEditing()
    with with_styled_copies([sheets]):
        locator = sheets.itemById("locator_map")
        assert sites in locator.layers() and list(locator.layerStyleOverrides()) == [sites.id()]
    sites.rollBack()


def test_an_export_draws_them_and_maps_that_are_no_atlas_are_left(sheets, tmp_path, monkeypatch):
    from yalu_plugin.layers.layouts import export as module
    from yalu_plugin.layers.layouts.styled_copies import with_styled_copies

    found = []
    write = module._write
    monkeypatch.setattr(module, "_write", lambda *given: (found.append(shown(sheets)), write(*given)))
    module.export([sheets], tmp_path / "sheets.pdf")
    assert all(styles == {} for _, styles in found[0].values())
    sheets.atlas().setEnabled(False)
    before = shown(sheets)
    with with_styled_copies([sheets]):
        assert shown(sheets) == before
