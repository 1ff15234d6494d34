"""Filters, columns and groups of the list of sites, and the line that summarises it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QMenu, QToolButton, QWidget

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def first_settings() -> Iterator[None]:
    from yalu_plugin.settings import LIST_COLUMNS, LIST_GROUP

    stored = LIST_COLUMNS.value(), LIST_GROUP.value()
    LIST_COLUMNS.setValue(LIST_COLUMNS.defaultValue())
    LIST_GROUP.setValue("")
    yield
    LIST_COLUMNS.setValue(stored[0])
    LIST_GROUP.setValue(stored[1])


@pytest.fixture
def dock(bench: Any, messages: Any, actions: Any, window: Any, wait_for: Any) -> Any:
    """The panel on the published sites and two of the user's own, one of them without a place."""
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock

    def own(site_id: str, **values: Any) -> dict[str, Any]:
        return {"id": site_id, "kind": "vehicle_ford", "at_fence_gate": "no", "confidence": "possible",
                "created_by": "SYNTHETIC", "created_at": "2026-01-01T00:00:00Z", **values}

    panel = CrossingsDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
    wait_for(lambda: bench.river.chainages)
    bench.session.change("add", {"sites": [own("own 1", geom="POINT (128.0 41.43)"), own("own 2", name="ford")]})
    return panel


def names(dock: Any) -> list[str]:
    return [dock.sites.model().index(row, 0).data() for row in range(dock.sites.model().rowCount())]


def counts(dock: Any) -> str:
    return dock.findChild(QLabel, "yalu_located").text()


def menu_of(dock: Any, button: str) -> QMenu:
    menu = dock.findChild(QToolButton, f"yalu_{button}").menu()
    menu.aboutToShow.emit()
    return menu


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text and action.isCheckable()).trigger()


def group_by(dock: Any, text: str) -> None:
    """Trigger the last action of this text, as the column of that name comes first."""
    [action for action in menu_of(dock, "list_options").actions() if action.text() == text][-1].trigger()


def chips(dock: Any) -> list[str]:
    row = dock.findChild(QWidget, "yalu_chips").layout()
    return [row.itemAt(number).widget().objectName() for number in range(row.count())]


def test_each_filter_value_is_a_chip_that_a_click_removes(dock: Any) -> None:
    assert counts(dock) == ("8 sites; 4 of 43 published located; 2 of your own; "
                            "states as last seen, by 2025-07-30 (UTC)")
    for word in ("Vehicle crossing", "Barge crossing", "Your own"):
        choose(menu_of(dock, "filter_sites"), word)
    assert names(dock) == ["Vehicle crossing #7", "ford"]
    assert counts(dock).startswith("2 of 8 shown; 4 of 43 published located; 2 of your own; ")
    assert chips(dock) == ["yalu_chip_kind_vehicle_ford", "yalu_chip_kind_barge_dock", "yalu_chip_origin_own"]
    QTest.mouseClick(dock.findChild(QToolButton, "yalu_chip_origin_own"), LEFT)
    assert len(names(dock)) == 6 and chips(dock) == ["yalu_chip_kind_vehicle_ford", "yalu_chip_kind_barge_dock"]
    choose(menu_of(dock, "filter_sites"), "Without a place")
    assert names(dock) == ["ford"]
    for chip in chips(dock):
        QTest.mouseClick(dock.findChild(QToolButton, chip), LEFT)
    assert len(names(dock)) == 8 and not dock.findChild(QWidget, "yalu_chips").isVisibleTo(dock)


def test_imported_sites_are_not_the_user_s_own(dock: Any, bench: Any) -> None:
    bench.session.change("import", {"sources": [{"id": "list", "title": "official.csv"}], "sites": [
        {"id": "bridge", "name": "Bridge", "kind": "other", "source_id": "list"}]})
    assert counts(dock).startswith("9 sites; 4 of 43 published located; 1 from lists; 2 of your own; ")
    choose(menu_of(dock, "filter_sites"), "From a list")
    assert names(dock) == ["Bridge"]


def test_another_day_changes_the_sites_filtered_by_state(dock: Any, bench: Any) -> None:
    from datetime import date

    choose(menu_of(dock, "filter_sites"), "Present")
    assert len(names(dock)) == 3
    bench.imagery.show_day(date(2023, 8, 30))
    assert names(dock) == ["Wonsan filling station"]
    assert counts(dock) == "1 of 8 shown; 4 of 43 published located; 2 of your own; states on 2023-08-30 (UTC)"


def test_the_exact_name_comes_first(dock: Any) -> None:
    dock.sites.find("FORD")
    assert names(dock) == ["ford", "Hyesan sandbar ford", "Phungyang fording site"]
    dock.sites.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(dock) == ["ford", "Phungyang fording site", "Hyesan sandbar ford"]
    dock.sites.find("vehicle crossing #7")
    assert names(dock) == ["Vehicle crossing #7"]


@pytest.mark.parametrize("group", [None, "County"])
@pytest.mark.parametrize("text", ["FORD", "Phungyang"])
def test_down_selects_the_first_search_result(dock: Any, bench: Any, window: Any, text: str, group: str | None
                                              ) -> None:
    window.show()
    if group:
        group_by(dock, group)
    box = dock.findChild(QWidget, "yalu_find")
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Down)
    first = next(one for row in range(9) if (one := dock.sites.model().site_at(row)))
    assert bench.sites.selected() == [first]


def test_down_selects_a_row_that_was_only_current(dock: Any, bench: Any, window: Any) -> None:
    window.show()
    bench.sites.select([])
    dock.sites.focus_list()
    QTest.keyClick(dock.sites, Qt.Key.Key_Down)
    assert bench.sites.selected() == [dock.sites.model().site_at(0)]
    QTest.keyClick(dock.sites, Qt.Key.Key_Down)
    assert bench.sites.selected() == [dock.sites.model().site_at(1)]


def test_headings_with_counts_fold_at_a_click(dock: Any, bench: Any, window: Any) -> None:
    window.show()
    group_by(dock, "County")
    assert names(dock) == ["Hyesan (1)", "Hyesan sandbar ford", "Samsu (3)", "Border fence gate crossing",
                           "Vehicle crossing #7", "Samsu town staging area", "Kimjongsuk (1)",
                           "Phungyang fording site", "Kimhyongjik (1)", "River barge crossing site, Kimhyongjik",
                           "Not known (2)", "Wonsan filling station", "ford"]
    bench.sites.select([dock.sites.model().site_at(1)])
    place = dock.sites.visualRect(dock.sites.model().index(2, 0)).center()
    for folded in (True, False):
        QTest.mouseClick(dock.sites.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
        assert (names(dock)[2:4] == ["Samsu (3)", "Kimjongsuk (1)"]) is folded
        assert counts(dock).startswith("8 sites; ")  # those under a folded heading are not filtered out
        assert [dock.sites.model().site_at(index.row()) for index in dock.sites.selectionModel().selectedRows()] == (
            bench.sites.selected())
    QTest.keyClick(dock.sites, Qt.Key.Key_Space)  # the clicked heading is current
    assert names(dock)[2:4] == ["Samsu (3)", "Kimjongsuk (1)"]


def test_headings_are_no_sites(dock: Any, bench: Any) -> None:
    activated: list[str] = []
    dock.sites.site_activated.connect(activated.append)
    group_by(dock, "Kind")
    dock.sites.selectAll()
    assert len(bench.sites.selected()) == 8 and "" not in bench.sites.selected()
    dock.sites.doubleClicked.emit(dock.sites.model().index(0, 0))
    assert activated == []
    bench.sites.select([dock.sites.model().site_at(5)])
    assert names(dock)[6] == "Barge crossing (1)" and (
        dock.sites.list_selection.site_after() == dock.sites.model().site_at(7))
    dock.sites.customContextMenuRequested.emit(QPoint(5, 5))


def test_columns_and_groups_are_stored(dock: Any, bench: Any) -> None:
    from yalu_plugin.gui.crossings.sites_list import SitesList

    choose(menu_of(dock, "list_options"), "Since")
    choose(menu_of(dock, "list_options"), "State")
    dock.sites.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    header = dock.findChild(QMenu, "yalu_header_menu")
    choose(header, "Kind")
    header.close()
    titles = [dock.sites.model().headerData(column, Qt.Orientation.Horizontal) for column in (0, 3, 4)]
    again = SitesList(bench)
    again.show_facts(bench.session.facts, None, bench.river.positions)
    assert titles == ["Site", "Since", "km"] and again.shown_columns() == [0, 1, 3, 4]
    choose(menu_of(dock, "list_options"), "State")
    action = next(one for one in menu_of(dock, "list_options").actions() if one.text() == "Site")
    assert not action.isEnabled()  # names cannot be hidden


@pytest.mark.parametrize("width", [240, 300, 500])
def test_no_scroll_bar_and_no_jump(dock: Any, window: Any, width: int) -> None:
    window.show()
    dock.sites.setFixedWidth(width)
    QTest.qWait(1)
    header, shown = dock.sites.horizontalHeader(), dock.sites.shown_columns()
    before = [header.sectionSize(column) for column in shown]
    assert sum(before) <= dock.sites.viewport().width() and before[0] >= 90
    assert header.sectionSize(4) >= dock.sites.fontMetrics().horizontalAdvance("-104.88") + 6  # no figure is cut
    dock.sites.find("barge")
    dock.sites.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [header.sectionSize(column) for column in shown] == before


def test_the_list_reads_no_site_to_filter_sort_and_group(dock: Any, bench: Any, monkeypatch: Any) -> None:
    from yalu_plugin.core.survey.facts import Facts

    read: list[Any] = []
    row_of_fid = Facts.row_of_fid
    monkeypatch.setattr(Facts, "row_of_fid", lambda facts, *which: read.append(which) or row_of_fid(facts, *which))
    model, many = dock.sites.model(), len(bench.session.facts.all_sites.changed())
    model.find("o")
    model.toggle(("kind", "vehicle_ford"))
    model.group_by(2)
    assert read == []
    model.group_by(-1)
    model.sort(5)
    assert len(read) <= 8 * many  # only sites that changed are read and inserted


def test_a_column_made_wider_by_the_user_stays_so(dock: Any, window: Any) -> None:
    window.show()
    dock.sites.setFixedWidth(500)
    QTest.qWait(1)
    header = dock.sites.horizontalHeader()
    wide = header.sectionSize(2) + 40
    header.resizeSection(2, wide)
    QTest.qWait(10)
    assert header.sectionSize(2) == wide
    assert sum(header.sectionSize(column) for column in dock.sites.shown_columns()) == dock.sites.viewport().width()


def test_sites_that_need_a_look_leave_the_list_once_observed(dock: Any, bench: Any) -> None:
    choose(menu_of(dock, "filter_sites"), "Observed without image or source")
    assert names(dock) == []
    seen = {"id": "seen", "site_id": "own 1", "state": "present", "seen_from": "2026-01-01", "seen_to": "2026-01-01"}
    bench.session.change("add", {"observations": [seen]})
    assert len(names(dock)) == 1 and "1 of" in counts(dock)
    bench.session.change("edit", replaced={"observations": [{**seen, "image_id": "i"}]})
    assert names(dock) == []
    choose(menu_of(dock, "filter_sites"), "State rests on one look")
    assert len(names(dock)) >= 2  # a site has to fit one of the chips of a key


def test_the_day_shown_says_how_long_ago_a_look_was(dock: Any, bench: Any) -> None:
    from datetime import date

    bench.session.change("add", {"observations": [
        {"id": "seen", "site_id": "own 1", "image_id": "i", "state": "present", "seen_from": "2026-01-01",
         "seen_to": "2026-01-01"}]})
    choose(menu_of(dock, "filter_sites"), "Not seen for 30 days")
    name = bench.session.facts.fid_of("sites", "own 1")
    bench.imagery.show_day(date(2026, 1, 31))
    assert name not in list(dock.sites.sites_model.listing.listed)
    bench.imagery.show_day(date(2026, 2, 1))
    assert name in list(dock.sites.sites_model.listing.listed)


def click_row(dock: Any, row: int, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    position = dock.sites.visualRect(dock.sites.model().index(row, 0)).center()
    QTest.mouseClick(dock.sites.viewport(), LEFT, modifier, position)


def test_what_a_filter_hides_is_no_longer_selected(dock: Any, bench: Any) -> None:
    dock.sites.selectAll()
    everything = len(bench.sites.selected())
    dock.findChild(QWidget, "yalu_find").setText("ford")
    listed = [dock.sites.model().site_at(row) for row in range(dock.sites.model().rowCount())]
    assert 0 < len(listed) < everything and set(bench.sites.selected()) == set(listed)
    dock.findChild(QWidget, "yalu_find").clear()
    assert set(bench.sites.selected()) == set(listed)
    choose(menu_of(dock, "filter_sites"), "Barge crossing")
    assert bench.sites.selected() == []


def test_a_click_on_a_row_deselects_unlisted_sites(dock: Any, bench: Any) -> None:
    """Also if the row is selected already, so that the selection of the list does not change."""
    dock.findChild(QWidget, "yalu_find").setText("ford")
    listed, everything = dock.sites.model().site_at(0), [row["id"] for row in bench.session.facts.rows("sites")]
    bench.sites.select(everything)  # by a rectangle on the map
    assert len(bench.sites.selected()) == len(everything)
    click_row(dock, 0)
    assert bench.sites.selected() == [listed]
    bench.sites.select(everything)
    click_row(dock, 0, Qt.KeyboardModifier.ControlModifier)  # deselects it and the unlisted sites
    assert listed not in bench.sites.selected() and len(bench.sites.selected()) == dock.sites.model().rowCount() - 1
    dock.sites.clearSelection()
    assert bench.sites.selected() == []
    dock.findChild(QWidget, "yalu_find").setText("Phungyang")
    assert dock.sites.model().rowCount() == 1
    bench.sites.select(everything)
    click_row(dock, 0)  # the only row, already selected
    assert bench.sites.selected() == [dock.sites.model().site_at(0)]


def test_a_right_click_acts_on_listed_sites(dock: Any, bench: Any, messages: Any, actions: Any, window: Any) -> None:
    from yalu_plugin.gui.crossings.site_menu import SiteMenu

    SiteMenu(bench, messages, actions, dock.sites, window.canvas, dock.go_to, lambda *_: None, lambda _: None, [], {})
    dock.findChild(QWidget, "yalu_find").setText("own 2")
    dock.findChild(QWidget, "yalu_find").setText("ford")
    bench.sites.select([row["id"] for row in bench.session.facts.rows("sites")])
    dock.sites.customContextMenuRequested.emit(dock.sites.visualRect(dock.sites.model().index(0, 0)).center())
    dock.sites.findChild(QMenu, "yalu_site_menu").close()
    assert len(bench.sites.selected()) == dock.sites.model().rowCount()


def test_a_site_renamed_or_added_during_a_search_stays_listed(dock: Any, bench: Any) -> None:
    find = dock.findChild(QWidget, "yalu_find")
    find.setText("ford")
    before = set(names(dock))
    bench.editing.rename("own 2", "Landing")
    assert set(names(dock)) == before - {"ford"} | {"Landing"}
    assert "1 of them only until the filter changes" in counts(dock)
    bench.session.change("add", {"sites": [{"id": "own 3", "kind": "other", "name": "Quay", "created_by": "S",
                                            "at_fence_gate": "no", "confidence": "possible",
                                            "created_at": "2026-01-01T00:00:00Z"}]})
    assert {"Landing", "Quay"} < set(names(dock)) and "2 of them only until" in counts(dock)
    find.setText("for")
    assert not {"Landing", "Quay"} & set(names(dock)) and "until the filter" not in counts(dock)


@pytest.mark.parametrize("grouped", [False, True])
def test_a_site_that_leaves_the_list_keeps_its_neighbours(dock: Any, bench: Any, grouped: bool) -> None:
    """After recording, next goes to the row that moved up, and previous to the one before."""
    ids = [f"q{n}" for n in range(6)]
    bench.session.change("add", {"sites": [
        {"id": one, "kind": "other", "name": f"Queue {one}", "at_fence_gate": "no", "confidence": "possible",
         "created_by": "S", "created_at": "2026-01-01T00:00:00Z", "geom": f"POINT (12{n}.5 41.4)"}
        for n, one in enumerate(ids)]})
    if grouped:
        dock.sites.group_by(1)
    choose(menu_of(dock, "filter_sites"), "Not known")
    dock.findChild(QWidget, "yalu_find").setText("Queue")
    listed = [site for site in map(dock.sites.model().site_at, range(dock.sites.model().rowCount())) if site]
    assert set(listed) == set(ids)

    def record(site_id: str) -> None:
        bench.session.change("add", {"observations": [
            {"id": f"seen {site_id}", "site_id": site_id, "state": "present", "seen_from": "2024-01-01",
             "seen_to": "2024-01-01", "created_by": "S", "created_at": "2026-01-01T00:00:00Z"}]})

    bench.sites.select([listed[2]])
    record(listed[2])
    assert bench.sites.selected() == [listed[2]] and dock.sites.model().row_of(listed[2]) < 0
    assert (dock.sites.list_selection.site_before(), dock.sites.list_selection.site_after()) == (listed[1], listed[3])
    bench.sites.select([dock.sites.list_selection.site_after()])
    assert dock.sites.list_selection.site_after() == listed[4]
    bench.sites.select([listed[5]])
    record(listed[5])
    assert dock.sites.list_selection.site_after() == ""  # the end, not the first row
