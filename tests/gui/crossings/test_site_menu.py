"""The context menu of a site, which is the same in the list and on the map."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication, QMenu


@pytest.fixture
def forms() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def sheets() -> list[str]:
    return []


@pytest.fixture
def dock(bench: Any, messages: Any, actions: Any, window: Any, forms: list[tuple[str, str]], sheets: list[str]) -> Any:
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.crossings.site_menu import SiteMenu

    panel = CrossingsDock(bench, messages, actions, window.canvas, window)
    panel.menu = SiteMenu(bench, messages, actions, panel.sites, window.canvas, panel.go_to,
                          lambda layer, feature: forms.append((layer.name(), feature["id"])),
                          sheets.append, [actions.by_name["evidence"]], {})
    return panel


def site(bench: Any) -> dict[str, Any]:
    return next(row for row in bench.session.facts.rows("sites") if row["name"].startswith("Phungyang"))


def pixel(canvas: Any, row: dict[str, Any]) -> QPoint:
    from yalu_plugin.gui.map_coordinates import from_lonlat

    place = QgsGeometry.fromWkt(row["geom"])
    place.transform(from_lonlat(canvas))
    position = canvas.getCoordinateTransform().transform(place.asPoint())
    return QPoint(round(position.x()), round(position.y()))


class Event:
    def __init__(self, position: QPoint) -> None:
        self._spot = position

    def pos(self) -> QPoint:
        return self._spot


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


ALL = ["Go to site", "Copy coordinates", "Copy coordinates as", "Open form…", "Site sheet of this crossing…"]


def test_the_map_menu_is_of_the_clicked_site(dock: Any, bench: Any, window: Any) -> None:
    row = site(bench)
    dock.go_to(row["id"])
    bench.sites.select([])
    menu = QMenu()
    menu.addAction("QGIS' own")
    position = pixel(window.canvas, row)
    dock.menu._extend_map_menu(menu, Event(position + QPoint(5, 0)))
    assert texts(menu) == [*ALL, "QGIS' own"] and bench.sites.selected() == [row["id"]]


@pytest.mark.parametrize("away", [12, 40])
def test_off_a_site_the_map_menu_is_unchanged(dock: Any, bench: Any, window: Any, away: int) -> None:
    row = site(bench)
    dock.go_to(row["id"])
    bench.sites.select([])
    menu = QMenu()
    dock.menu._extend_map_menu(menu, Event(pixel(window.canvas, row) + QPoint(away, 0)))
    assert texts(menu) == [] and bench.sites.selected() == []


def test_the_menu_in_the_list(dock: Any, bench: Any, window: Any) -> None:
    window.show()
    index = dock.sites.model().index(1, 0)
    dock.sites.customContextMenuRequested.emit(dock.sites.visualRect(index).center())
    menu = dock.sites.findChild(QMenu, "yalu_site_menu")
    assert texts(menu) == ALL and len(bench.sites.selected()) == 1
    menu.close()


def test_the_menu_in_the_list_by_key(dock: Any, bench: Any, window: Any, qt: Any) -> None:
    window.show()
    dock.sites.setCurrentIndex(dock.sites.model().index(2, 0))
    qt.key(dock.sites, qt.Qt.Key.Key_F10, qt.Qt.KeyboardModifier.ShiftModifier)
    menu = dock.sites.findChild(QMenu, "yalu_site_menu")
    assert set(ALL) <= set(texts(menu)) and bench.sites.selected() == [dock.sites.sites_model.site_at(2)]
    menu.close()


def test_coordinates_are_latitude_and_longitude(dock: Any, bench: Any, actions: Any, bar_texts: Any) -> None:
    row = site(bench)
    bench.sites.select([row["id"]])
    actions.by_name["copy_coordinates"].trigger()
    place = QgsGeometry.fromWkt(row["geom"]).asPoint()
    latitude, longitude = map(float, QApplication.clipboard().text().split(", "))
    assert (latitude, longitude) == (pytest.approx(place.y(), abs=5e-7), pytest.approx(place.x(), abs=5e-7))
    assert bar_texts()[0].startswith("Copied: 41.")


def test_coordinates_in_the_notation_of_the_options(dock: Any, bench: Any, actions: Any, bar_texts: Any) -> None:
    from yalu_plugin.settings import COPY_NOTATION

    bench.sites.select([site(bench)["id"]])
    COPY_NOTATION.setValue("mgrs")
    try:
        actions.by_name["copy_coordinates"].trigger()
    finally:
        COPY_NOTATION.setValue("dd")
    assert QApplication.clipboard().text() == "52T DL 06861 87224"
    assert bar_texts()[0] == "Copied: 52T DL 06861 87224 (WGS 84)"


def test_the_menu_copies_in_any_notation(dock: Any, bench: Any) -> None:
    row = site(bench)
    dock.menu.popup(row["id"], QPoint(0, 0))
    menu = dock.sites.findChild(QMenu, "yalu_site_menu")
    notations = menu.findChild(QMenu, "yalu_copy_menu")
    found = {}
    for action in notations.actions():
        action.trigger()
        found[action.text().split("\t")[0]] = QApplication.clipboard().text()
        assert action.text().endswith("\t" + QApplication.clipboard().text())
    menu.close()
    assert found == {
        "Decimal degrees": "41.431189, 127.885265", "Degrees, minutes": "41°25.8713′N, 127°53.1159′E",
        "Degrees, minutes, seconds": "41°25′52.28″N, 127°53′6.95″E", "UTM": "52N 406862 4587225",
        "MGRS": "52T DL 06861 87224", "Plus Code": "8QH9CVJP+F4C", "geo: link": "geo:41.431189,127.885265",
        "Google Earth link": "https://earth.google.com/web/search/41.431189,127.885265"}
    assert notations.defaultAction().text().startswith("Decimal degrees")


def test_several_sites_have_no_coordinates_to_copy(dock: Any, bench: Any) -> None:
    rows = bench.session.facts.rows("sites")
    bench.sites.select([row["id"] for row in rows])
    dock.menu.popup(rows[0]["id"], QPoint(0, 0))
    menu = dock.sites.findChild(QMenu, "yalu_site_menu")
    assert not any("oordinates" in text for text in texts(menu))
    menu.close()


def test_the_form_is_that_of_the_site(dock: Any, bench: Any, actions: Any, forms: list[tuple[str, str]]) -> None:
    row = site(bench)
    bench.sites.select([row["id"]])
    actions.by_name["site_form"].trigger()
    assert forms == [("Crossings and sites", row["id"])]


def test_the_sheet_is_that_of_the_site(dock: Any, bench: Any, actions: Any, sheets: list[str], bar_texts: Any) -> None:
    row = site(bench)
    bench.sites.select([row["id"]])
    actions.by_name["site_sheet"].trigger()
    assert sheets == [row["id"]]
    bench.session.change("add", {"sites": [{"id": "nowhere", "kind": "vehicle_ford", "at_fence_gate": "no",
                                            "confidence": "possible", "created_at": "2026-01-01T00:00:00Z"}]})
    bench.sites.select(["nowhere"])
    actions.by_name["site_sheet"].trigger()
    assert sheets == [row["id"]] and bar_texts() == ["Where this site lies is not known."]


@pytest.mark.parametrize("action", ["go_to_site", "copy_coordinates", "site_form", "site_sheet"])
def test_without_one_site_each_action_reports_what_is_missing(dock: Any, bench: Any, actions: Any, bar_texts: Any,
                                                              action: str) -> None:
    bench.sites.select([])
    actions.by_name[action].trigger()
    assert len(bar_texts()) == 1 and "site" in bar_texts()[0]


def test_next_and_previous_follow_the_list(dock: Any, bench: Any, actions: Any, window: Any, bar_texts: Any) -> None:
    listed = [dock.sites.sites_model.site_at(row) for row in range(dock.sites.model().rowCount())]
    following, before = actions.by_name["next_site"], actions.by_name["previous_site"]
    following.trigger()
    assert bench.sites.selected() == listed[:1]
    for site_id in listed[1:]:
        following.trigger()
        assert bench.sites.selected() == [site_id]
    following.trigger()
    assert "no further site" in bar_texts()[-1] and bench.sites.selected() == listed[-1:]
    before.trigger()
    assert bench.sites.selected() == [listed[-2]]
    dock.sites.find("nothing is called so")
    bench.sites.select([])
    before.trigger()
    assert bench.sites.selected() == []


def test_only_applicable_actions_are_offered_in_groups(bench: Any, messages: Any, actions: Any, window: Any) -> None:
    from qgis.PyQt.QtWidgets import QAction

    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.crossings.site_menu import SiteMenu

    def action(name: str) -> QAction:
        created = QAction(name, window)
        created.setObjectName(f"yalu_{name}")
        return created

    def offered() -> dict[str, list[str]]:
        menu = QMenu()
        site_menu._fill(menu, None)
        found = {one.text(): texts(one.menu()) for one in menu.actions() if one.menu() is not None}
        return {"": [one for one in texts(menu) if one not in found], **found}

    groups = {"Seen": [action(name) for name in ("correct_observation", "note_observation", "report_observation")],
              "Change": [action(name) for name in ("rename_site", "kind_of_site", "move_site")],
              "Fate": [action(name) for name in ("retire_site", "bring_back_site", "successor_site", "merge_sites",
                                                 "split_site", "delete_site")]}
    chosen: list[Any] = []
    dock = CrossingsDock(bench, messages, actions, window.canvas, window)
    site_menu = SiteMenu(bench, messages, actions, dock.sites, window.canvas, dock.go_to, lambda *_: None,
                         lambda _: None, [], groups, lambda: chosen)
    ids = [str(bench.session.change("add", {"sites": [
        {"id": one, "kind": "other", "at_fence_gate": "no", "confidence": "possible", "created_by": "S",
         "created_at": "2026-01-01T00:00:00Z"}]}).entries[0].row_id) for one in ("a", "b")]
    bench.sites.select([ids[0]])
    assert offered() == {"": ["Go to site", "Copy coordinates", "Open form…", "Site sheet of this crossing…"],
                         "Seen": ["report_observation"], "Change": ["rename_site", "kind_of_site", "move_site"],
                         "Fate": ["retire_site", "successor_site", "delete_site"]}
    bench.sites.select(ids)
    assert offered() == {"": [], "Change": ["kind_of_site"], "Fate": ["retire_site", "merge_sites", "delete_site"]}
    bench.editing.edit("Retire", [ids[0]], retired_on="2024-01-01")
    assert offered()["Fate"] == ["retire_site", "bring_back_site", "merge_sites", "delete_site"]
    bench.session.change("add", {"observations": [
        {"id": "o", "site_id": "a", "state": "present", "seen_from": "2024-01-01", "seen_to": "2024-01-01"}]})
    bench.sites.select([ids[0]])
    chosen.append("o")
    assert offered()["Seen"] == ["correct_observation", "note_observation", "report_observation"]
    assert offered()["Fate"] == ["bring_back_site", "successor_site", "split_site", "delete_site"]


def test_a_menu_shows_the_plain_keys_while_it_is_open(window: Any) -> None:
    from qgis.PyQt.QtWidgets import QAction

    from yalu_plugin.gui.menu import show_plain_keys

    menu, rename, other = QMenu(window), QAction("Rename", window), QAction("Other", window)
    rename.setObjectName("yalu_rename_site")
    menu.addActions([rename, other])
    show_plain_keys(menu)
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    assert texts(menu) == ["Rename\tF2", "Other"]
    menu.close()
    assert texts(menu) == ["Rename", "Other"]
