"""The list's selection is the map's, found in memory without reading features."""

from __future__ import annotations

import random
from typing import Any

import pytest


@pytest.fixture
def listed(bench: Any, window: Any) -> Any:
    from yalu_plugin.gui.crossings.sites_list import SitesList

    sites_list = SitesList(bench)
    sites_list.show_facts(bench.session.facts, None, bench.river.positions)
    window.centralWidget().layout().addWidget(sites_list)
    return sites_list


@pytest.fixture
def many(bench: Any, wait_for: Any) -> list[str]:
    """The ids of 3,000 SYNTHETIC sites, in file order."""
    chance = random.Random(5)
    rows = [{"id": f"site-{number:04}", "kind": "vehicle_ford", "at_fence_gate": "unknown", "confidence": "possible",
             "created_by": "SYNTHETIC", "created_at": "2026-01-01T00:00:00Z",
             "geom": f"POINT ({127 + chance.random()} 41.5)"} for number in range(3000)]
    bench.session.change("add", {"sites": rows})
    wait_for(lambda: bench.session.facts.count("sites") == len(rows) + 6)
    return [row["id"] for row in rows]


def selected(listed: Any) -> set[str]:
    return {listed.model().site_at(index.row()) for index in listed.selectionModel().selectedRows()}


def test_selecting_a_thousand_reads_no_feature(
    bench: Any, many: list[str], listed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qgis.core import QgsVectorLayer

    layer, chosen = bench.sites.layer(), many[::3]
    for name in ("getFeatures", "getFeature", "selectedFeatures"):
        monkeypatch.setattr(QgsVectorLayer, name, lambda *_: pytest.fail("a feature was read"))
    bench.sites.select(chosen)
    assert layer.selectedFeatureCount() == len(chosen) == 1000
    assert bench.sites.selected() == chosen
    assert selected(listed) == set(chosen)
    listed.selectAll()
    assert layer.selectedFeatureCount() == len(many) + 6
    listed.clearSelection()
    assert bench.sites.selected() == []


def test_rows_that_follow_each_other_are_selected_as_one(bench: Any, many: list[str], listed: Any) -> None:
    order = [listed.model().site_at(row) for row in range(listed.model().rowCount())]
    bench.sites.select(order[100:1100])
    spans = listed.selectionModel().selection()
    assert [(span.top(), span.bottom()) for span in spans] == [(100, 1099)]
    assert listed.list_selection.site_after() == order[1100]


def test_selected_features_that_are_deleted_or_unsaved_are_ignored(bench: Any, many: list[str], listed: Any) -> None:
    from qgis.core import QgsFeature, QgsGeometry

    layer = bench.sites.layer()
    bench.sites.select([many[0], many[7], "no such site"])
    bench.session.change("remove", removed={"sites": [bench.session.facts.row("sites", many[0])]})
    assert bench.sites.selected() == [many[7]] and selected(listed) == {many[7]}
    layer.startEditing()
    new = QgsFeature(layer.fields())
    new.setGeometry(QgsGeometry.fromWkt("Point (127.5 41.5)"))
    layer.addFeature(new)
    layer.selectAll()
    assert len(bench.sites.selected()) == len(many) - 1 + 6
    layer.rollBack()


def test_sorting_once_arranges_once(many: list[str], listed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from qgis.PyQt.QtCore import Qt

    calls, make = [], listed.model().listing.sort
    monkeypatch.setattr(listed.model().listing, "sort", lambda: calls.append(1) or make())
    listed.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert len(calls) == 1
    assert listed.model().index(0, 0).data() == "Wonsan filling station"


def test_a_change_of_many_selected_sites_resets_the_list(bench: Any, many: list[str], listed: Any) -> None:
    """Qt checks the selection for each row that moves: 10,000 of them blocked the window for minutes."""
    from yalu_plugin.gui.crossings.site_columns import KIND

    model, emitted = listed.model(), []
    listed.sortByColumn(KIND, listed.horizontalHeader().sortIndicatorOrder())
    bench.session.changed.connect(lambda delta: listed.apply(delta, bench.river.positions))
    for signal in (model.rowsMoved, model.rowsInserted, model.rowsRemoved, model.dataChanged):
        signal.connect(lambda *_: emitted.append("row"))
    model.modelReset.connect(lambda: emitted.append("all"))
    bench.sites.select(many[:1500])
    assert bench.editing.set_kind(many[:1500], "barge_dock")
    assert emitted == ["all"] and selected(listed) == set(many[:1500])
    kinds = [model.index(row, KIND).data() for row in range(model.rowCount())]
    assert kinds == sorted(kinds) and len(kinds) == 3006
    emitted.clear()
    bench.editing.set_kind(many[:1], "vehicle_ford")
    assert set(emitted) == {"row"}


def test_a_screen_reader_gets_the_column_and_the_whole_site(listed: Any, bench: Any, wait_for: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.crossings.site_columns import KM, NAME, STATE

    model = listed.model()
    wait_for(model.rowCount)
    row = next(at for at in range(model.rowCount()) if model.index(at, NAME).data().startswith("Wonsan"))
    role, whole = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.index(row, STATE).data(role) == "State: Present"
    assert model.index(row, KM).data(role) == "km: –" and model.index(row, NAME).data(role) is None
    assert "Fuel station" in model.index(row, NAME).data(whole) and "Present" in model.index(row, NAME).data(whole)
    assert listed.accessibleName()


@pytest.mark.parametrize("is_grouped", [False, True])
def test_a_typed_name_is_passed_on_with_headings_and_without(
        bench: Any, listed: Any, wait_for: Any, is_grouped: bool) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QLineEdit

    from yalu_plugin.gui.crossings.heading_delegate import HeadingDelegate
    from yalu_plugin.gui.crossings.listing import UNGROUPED
    from yalu_plugin.gui.crossings.site_columns import KIND

    typed: list[tuple[str, str]] = []
    site = bench.session.facts.rows("sites")[3]["id"]
    listed.delegates.renamed.connect(lambda *given: typed.append(given))
    listed.group_by(KIND if is_grouped else UNGROUPED)
    assert listed.edit_name(site)
    line = listed.findChild(QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "Ford")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: typed)
    assert typed == [(site, "Ford")]
    cell = listed.model().index(1, KIND)
    assert isinstance(listed.itemDelegate(cell), HeadingDelegate) == is_grouped
    listed.group_by(UNGROUPED)


def test_moved_rows_are_painted_a_moment_later(bench: Any, listed: Any, wait_for: Any) -> None:
    """QGIS first starts to draw the map. Where no row moves, only the changed one is painted."""
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.crossings.site_columns import NAME

    listed.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    bench.session.changed.connect(lambda delta: listed.apply(delta, bench.river.positions))
    site = listed.sites_model.site_at(0)
    bench.editing.rename(site, "A")
    assert listed.viewport().updatesEnabled()
    bench.editing.rename(site, "Z")
    assert not listed.viewport().updatesEnabled()
    wait_for(listed.viewport().updatesEnabled)
