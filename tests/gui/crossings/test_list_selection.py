"""The selection of the list of sites is the map's, in any sort order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest


@pytest.fixture
def sites(bench: Any, window: Any, wait_for: Any) -> Any:
    """The list on the published survey, with chainages."""
    from yalu_plugin.gui.crossings.sites_list import SitesList

    wait_for(lambda: bench.river.positions)
    sites_list = SitesList(bench)
    sites_list.show_facts(bench.session.facts, None, bench.river.positions)
    return sites_list


def selected(sites: Any) -> list[str]:
    return [index.data() for index in sites.selectionModel().selectedRows()]


def names(sites: Any) -> list[str]:
    return [sites.model().index(row, 0).data() for row in range(sites.model().rowCount())]


def test_the_selection_stays_with_its_site_in_every_order(sites: Any, bench: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    ford = next(row for row in bench.session.facts.rows("sites") if row["name"] == "Hyesan sandbar ford")
    bench.sites.select([ford["id"]])
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    orders = set()
    for column, order in ((0, up), (0, down), (2, up), (2, down), (4, down), (4, up), (0, down), (4, up)):
        sites.sortByColumn(column, order)
        orders.add(tuple(names(sites)))
        assert (selected(sites), bench.sites.selected()) == (["Hyesan sandbar ford"], [ford["id"]])
    assert len(orders) >= 4


@pytest.mark.parametrize("column", [2, 3, 5, 7])  # state, since, county, source
def test_empty_texts_come_last_in_both_directions(sites: Any, bench: Any, column: int) -> None:
    from qgis.PyQt.QtCore import Qt

    bench.session.change("add", added={"sites": [{"id": "nowhere", "name": "Nowhere", "kind": "other"}]})
    bench.session.change("edit", replaced={"sites": [{**bench.session.facts.row("sites", "nowhere"), "note": "x"}]})
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        sites.sortByColumn(column, order)
        shown = [sites.model().index(row, column).data() for row in range(sites.model().rowCount())]
        empty = [text in ("", "–", None, "Not known") for text in shown]
        assert any(empty) and not all(empty) and empty == sorted(empty), shown


def test_another_day_rearranges_a_list_sorted_by_state(sites: Any, bench: Any) -> None:
    from qgis.PyQt.QtCore import Qt

    ford = next(row for row in bench.session.facts.rows("sites") if row["name"] == "Hyesan sandbar ford")
    bench.sites.select([ford["id"]])
    sites.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    before = names(sites)
    for day in (date(2023, 8, 30), date(2023, 8, 31), None):
        sites.show_day(day)
        assert selected(sites) == ["Hyesan sandbar ford"]
    assert names(sites) == before


def test_a_stray_letter_selects_no_other_site(sites: Any, bench: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    bench.sites.select([sites.model().site_at(0)])
    before = bench.sites.selected()
    for key in (Qt.Key.Key_H, Qt.Key.Key_S, Qt.Key.Key_B, Qt.Key.Key_F):
        QTest.keyClick(sites, key)
        assert bench.sites.selected() == before and sites.currentIndex().row() == 0


def test_home_end_and_return(sites: Any, bench: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    activated, last = [], sites.model().rowCount() - 1
    sites.site_activated.connect(activated.append)
    bench.sites.select([sites.model().site_at(1)])
    QTest.keyClick(sites, Qt.Key.Key_End)
    assert bench.sites.selected() == [sites.model().site_at(last)]
    QTest.keyClick(sites, Qt.Key.Key_Home)
    assert bench.sites.selected() == [sites.model().site_at(0)]
    QTest.keyClick(sites, Qt.Key.Key_Return)
    assert activated == [sites.model().site_at(0)]
    QTest.keyClick(sites, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert len(bench.sites.selected()) == last + 1
