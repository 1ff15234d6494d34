"""Editing sites by key, menu and click: rename, move, change the kind, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from qgis.core import QgsPointXY, QgsRectangle
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QPushButton


@pytest.fixture
def dock(bench: Any, messages: Any, actions: Any, window: Any) -> Any:
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.crossings.edit_actions import EditActions

    panel = CrossingsDock(bench, messages, actions, window.canvas, window)
    panel.edits = EditActions(bench, messages, actions, panel.sites, window.canvas)
    panel.show()
    yield panel
    panel.edits.tool.release()


@pytest.fixture
def site(dock: Any, bench: Any, window: Any) -> str:
    """A site added by a click, selected, in the middle of the map."""
    from yalu_plugin.gui.map_coordinates import from_lonlat

    window.canvas.setExtent(from_lonlat(window.canvas).transformBoundingBox(QgsRectangle(127.5, 41.4, 127.7, 41.5)))
    site_id = str(bench.annotation.add_site(QgsPointXY(127.6, 41.45), "vehicle_ford"))
    dock.go_to(site_id)
    return site_id


def row(bench: Any, site_id: str) -> dict[str, Any] | None:
    return next(iter(bench.session.survey.rows("sites", id=site_id)), None)


def editor(dock: Any) -> QLineEdit | None:
    return next((one for one in dock.sites.viewport().findChildren(QLineEdit) if one.isVisible()), None)


def press(widget: Any, key: Any) -> None:
    from qgis.PyQt.QtCore import QCoreApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier))


def click(canvas: Any, place: QgsPointXY, button: Any = Qt.MouseButton.LeftButton) -> None:
    from yalu_plugin.gui.map_coordinates import from_lonlat

    pixel = canvas.getCoordinateTransform().transform(from_lonlat(canvas).transform(place))
    at = QPoint(round(pixel.x()), round(pixel.y()))
    for kind, handle in ((QEvent.Type.MouseMove, "canvasMoveEvent"),
                         (QEvent.Type.MouseButtonRelease, "canvasReleaseEvent")):
        getattr(canvas.mapTool(), handle)(QgsMapMouseEvent(canvas, kind, at, button, button,
                                                           Qt.KeyboardModifier.NoModifier))


def test_f2_edits_the_name_in_the_list(dock: Any, bench: Any, site: str,
                                                 wait_for: Callable[..., None]) -> None:
    press(dock.sites, Qt.Key.Key_F2)
    line = editor(dock)
    assert line is not None and line.text() == ""
    line.setText("상창리 2")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: row(bench, site)["name"])
    assert row(bench, site)["name"] == "상창리 2" and bench.sites.selected() == [site]
    assert dock.sites.sites_model.index(dock.sites.sites_model.row_of(site), 0).data() == "상창리 2"


@pytest.mark.parametrize("group", [True, False])  # the last one is stored
def test_a_renamed_search_result_stays_listed(dock: Any, bench: Any, site: str, wait_for: Callable[..., None],
                                              group: bool) -> None:
    from yalu_plugin.gui.crossings.listing import UNGROUPED
    from yalu_plugin.gui.crossings.site_columns import COUNTY

    bench.editing.rename(site, "Ford 126")
    dock.sites.group_by(COUNTY if group else UNGROUPED)
    dock.sites.find("ford 126")
    bench.sites.select([site])
    press(dock.sites, Qt.Key.Key_F2)
    editor(dock).setText("zzz")
    QTest.keyClick(editor(dock), Qt.Key.Key_Return)
    wait_for(lambda: row(bench, site)["name"] == "zzz" and editor(dock) is None)
    listed = dock.sites.sites_model
    assert listed.row_of(site) >= 0 and bench.sites.selected() == [site]
    assert [listed.site_at(number) for number in range(listed.rowCount()) if listed.site_at(number)] == [site]


@pytest.mark.parametrize("what", ["facts", "day", "change", "removed"])
def test_a_change_during_typing_keeps_the_editor(dock: Any, bench: Any, site: str, wait_for: Callable[..., None],
                                                 what: str) -> None:
    from datetime import date

    press(dock.sites, Qt.Key.Key_F2)
    line = editor(dock)
    line.setText("typed")
    other = str(bench.annotation.add_site(QgsPointXY(127.7, 41.45), "barge_dock"))
    if what == "facts":
        bench.river.chainages_changed.emit()
    elif what == "day":
        dock.sites.show_day(date(2020, 1, 1))
    elif what == "removed":
        bench.editing.delete([other])
    assert line.text() == "typed" and editor(dock) is line
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: row(bench, site)["name"])
    assert row(bench, site)["name"] == "typed" and editor(dock) is None
    names = [dock.sites.sites_model.index(number, 0).data() for number in range(dock.sites.sites_model.rowCount())]
    assert "typed" in names and len(names) == len(bench.session.facts.site_ids())


def test_escape_leaves_the_name(dock: Any, bench: Any, site: str) -> None:
    bench.editing.rename(site, "A")
    press(dock.sites, Qt.Key.Key_F2)
    assert editor(dock).text() == "A"
    editor(dock).setText("B")
    QTest.keyClick(editor(dock), Qt.Key.Key_Escape)
    assert row(bench, site)["name"] == "A"


def test_f2_on_the_map_edits_one_site_only(dock: Any, bench: Any, site: str, window: Any,
                                           bar_texts: Any) -> None:
    press(window.canvas, Qt.Key.Key_F2)
    assert editor(dock) is not None
    QTest.keyClick(editor(dock), Qt.Key.Key_Escape)
    bench.sites.select(list(bench.session.facts.site_ids())[:2])
    press(window.canvas, Qt.Key.Key_F2)
    assert editor(dock) is None and "2 sites are selected" in bar_texts()[0]


def test_an_unlisted_site_cannot_be_renamed(dock: Any, bench: Any, site: str, bar_texts: Any) -> None:
    dock.sites.find("no such name")
    bench.sites.select([site])
    dock.edits.actions[0].trigger()
    assert editor(dock) is None and "not in the list" in bar_texts()[0]


def test_a_click_moves_the_site_and_deactivates_the_tool(dock: Any, bench: Any, site: str, window: Any) -> None:
    canvas = window.canvas
    dock.edits.actions[2].trigger()
    assert canvas.mapTool() is dock.edits.tool
    target = QgsPointXY(127.601, 41.4505)
    click(canvas, target)
    lon, lat = map(float, row(bench, site)["geom"][7:-1].split())
    assert (lon, lat) == (pytest.approx(127.601, abs=2e-4), pytest.approx(41.4505, abs=2e-4))
    assert canvas.mapTool() is not dock.edits.tool and bench.history.done[0].startswith("Move (Vehicle crossing #")


@pytest.mark.parametrize("way", ["escape", "right button"])
def test_a_cancelled_move_leaves_the_site(dock: Any, bench: Any, site: str, window: Any, way: str) -> None:
    before = row(bench, site)
    dock.edits.actions[2].trigger()
    if way == "escape":
        QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
        assert window.canvas.mapTool() is not dock.edits.tool
    else:
        click(window.canvas, QgsPointXY(127.61, 41.45), Qt.MouseButton.RightButton)
    assert row(bench, site) == before


def test_kinds_of_several(dock: Any, bench: Any, site: str) -> None:
    ids = list(bench.session.facts.site_ids())
    bench.sites.select(ids)
    from yalu_plugin.gui.kind_display import kind_name

    next(action for action in dock.edits._kinds.actions() if action.text() == kind_name("barge_dock")).trigger()
    assert {row(bench, one)["kind"] for one in ids} == {"barge_dock"}


def test_delete_removes_a_clicked_site(dock: Any, bench: Any, site: str, bar_texts: Any) -> None:
    press(dock.sites, Qt.Key.Key_Delete)
    assert row(bench, site) is None and "Undo brings it back" in bar_texts()[0]
    bench.history.undo()
    assert row(bench, site) is not None and bench.sites.selected() == [site]


def test_delete_on_the_map_is_left_to_qgis(dock: Any, bench: Any, site: str, window: Any) -> None:
    press(window.canvas, Qt.Key.Key_Delete)
    assert row(bench, site) is not None


def test_delete_of_several_asks(dock: Any, bench: Any, site: str, window: Any) -> None:
    other = str(bench.annotation.add_site(QgsPointXY(127.7, 41.45), "barge_dock"))
    bench.sites.select([site, other])
    press(dock.sites, Qt.Key.Key_Delete)
    assert row(bench, site) and row(bench, other)
    item = next(one for one in window.bar.items() if "Delete 2 sites" in one.text())
    next(button for button in item.findChildren(QPushButton) if button.text() == "Delete").click()
    assert row(bench, site) is row(bench, other) is None


def asked(window: Any, text: str) -> dict[str, QPushButton]:
    item = next(one for one in window.bar.items() if text in one.text())
    return {button.text(): button for button in item.findChildren(QPushButton)}


def test_delete_of_an_observed_site_asks_with_the_number(dock: Any, bench: Any, site: str, window: Any, bar_texts: Any,
                                                        actions: Any) -> None:
    actions.add("retire_site", "Retire", "", "retire_site", lambda: retired.append(bench.sites.selected()))
    retired: list[list[str]] = []
    bench.session.change("test", added={"observations": [
        {"id": day, "site_id": site, "state": "present", "seen_from": day, "seen_to": day, "note": "two lanes"}
        for day in ("2024-01-01", "2024-02-01")]})
    press(dock.sites, Qt.Key.Key_Delete)
    assert row(bench, site) is not None
    assert list(asked(window, "and 2 observations with it")) == ["Delete", "Retire…", "Keep"]
    asked(window, "and 2 observations with it")["Retire…"].click()
    assert retired == [[site]] and row(bench, site) is not None
    press(dock.sites, Qt.Key.Key_Delete)
    asked(window, "and 2 observations with it")["Delete"].click()
    assert row(bench, site) is None and "with observations: 2. Undo brings all back" in bar_texts()[0]
    bench.history.undo()
    assert len(bench.session.survey.rows("observations", site_id=site)) == 2


def test_observations_since_the_question_are_asked_about_again(dock: Any, bench: Any, site: str, window: Any) -> None:
    def see(day: str) -> None:
        bench.session.change("test", added={"observations": [
            {"id": day, "site_id": site, "state": "present", "seen_from": day, "seen_to": day, "note": "x"}]})

    see("2024-01-01")
    press(dock.sites, Qt.Key.Key_Delete)
    see("2024-02-01")  # recorded meanwhile in another window
    asked(window, "and 1 observation with it")["Delete"].click()
    assert row(bench, site) is not None
    asked(window, "and 2 observations with it")["Delete"].click()
    assert row(bench, site) is None


def test_the_sighting_of_the_click_is_no_reason_to_ask(dock: Any, bench: Any, site: str, window: Any) -> None:
    site_row = row(bench, site)
    of_click = {"id": "of click", "site_id": site, "state": "present", "seen_from": "2024-01-01",
                "seen_to": "2024-01-01", "created_by": site_row["created_by"], "created_at": site_row["created_at"]}
    for other in ({"note": "x"}, {"created_by": "Kim"}, {"created_at": "2020-01-01T00:00:00Z"}, {"created_at": "?"},
                  {"created_at": "2020-01-01"}):
        bench.session.change("test", added={"observations": [{**of_click, **other}]})
        assert bench.editing.deletion([site]).substantial == 1
        bench.session.change("test", removed={"observations": bench.session.survey.rows("observations", site_id=site)})
    bench.session.change("test", added={"observations": [of_click]})
    press(dock.sites, Qt.Key.Key_Delete)
    assert row(bench, site) is None


def test_delete_of_several_with_a_published_one_is_refused_at_once(dock: Any, bench: Any, site: str,
                                                                   bar_texts: Any) -> None:
    everything = [one["id"] for one in bench.session.survey.rows("sites")]
    bench.sites.select(everything)
    press(dock.sites, Qt.Key.Key_Delete)
    (line,) = bar_texts()
    assert "6 of these 7 sites came with a source" in line and "have observations" in line


def test_moving_reports_the_distance_and_ends_prompt(dock: Any, bench: Any, site: str, window: Any,
                                                     bar_texts: Any) -> None:
    dock.edits.actions[2].trigger()
    assert "Esc leaves it where it is" in bar_texts()[0]
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert bar_texts() == []
    dock.edits.actions[2].trigger()
    click(window.canvas, QgsPointXY(127.601, 41.4505))
    (line,) = bar_texts()
    assert " moved by 100 m. Undo reverts it" in line or " moved by 1" in line


def test_a_change_of_several_reports_how_many(dock: Any, bench: Any, site: str, bar_texts: Any) -> None:
    other = str(bench.annotation.add_site(QgsPointXY(127.7, 41.45), "vehicle_ford"))
    bench.sites.select([site, other])
    dock.edits._set_kind("barge_dock")
    assert bar_texts() == ["Change kind, 2 sites. Undo reverts it."]


def test_published_sites_are_not_deleted(dock: Any, bench: Any, bar_texts: Any) -> None:
    published = bench.session.survey.rows("sites")[0]
    dock.go_to(published["id"])
    press(dock.sites, Qt.Key.Key_Delete)
    assert row(bench, published["id"]) and "came with a source" in bar_texts()[0]


def test_a_read_only_survey_disables_the_actions(dock: Any, bench: Any, site: str) -> None:
    from dataclasses import replace

    bench.session.survey = replace(bench.session.survey, read_only=True)
    bench.session.survey_changed.emit()
    assert not any(action.isEnabled() for action in dock.edits.actions)
    bench.sites.select([site])
    press(dock.sites, Qt.Key.Key_Delete)
    press(dock.sites, Qt.Key.Key_F2)
    assert editor(dock) is None and row(bench, site)


def test_without_a_survey_the_actions_are_disabled(empty_bench: Any, messages: Any, actions: Any, window: Any) -> None:
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.crossings.edit_actions import EditActions

    dock = CrossingsDock(empty_bench, messages, actions, window.canvas, window)
    edits = EditActions(empty_bench, messages, actions, dock.sites, window.canvas)
    assert not any(action.isEnabled() for action in edits.actions)
    press(dock.sites, Qt.Key.Key_F2)
    press(dock.sites, Qt.Key.Key_Delete)
    edits.tool.release()


def test_delete_by_the_menu_without_a_selection_says_so(dock: Any, bench: Any, site: str, actions: Any, bar_texts: Any
                                                        ) -> None:
    bench.sites.select([])
    actions.by_name["delete_site"].trigger()
    assert bar_texts()[0].startswith("0 sites are selected")


def test_a_layer_that_the_user_removed_is_named(dock: Any, bench: Any, site: str, actions: Any, bar_texts: Any) -> None:
    """Its selection is the plugin's: without it every action would say that 0 sites are selected."""
    path = bench.session.survey.path
    bench.project.removeMapLayer(bench.sites.layer())
    actions.by_name["move_site"].trigger()
    assert bar_texts()[0].startswith("The layer of the sites was removed from the project, so no site can be selected.")
    bench.open_survey(path)
    bench.sites.select([site])
    assert bench.sites.need_one() == site


def test_kinds_open_by_key(dock: Any, bench: Any, site: str, actions: Any) -> None:
    assert actions.by_name["kind_of_site"].shortcut().toString() == "Alt+Shift+K"
    actions.by_name["kind_of_site"].trigger()
    menu = actions.by_name["kind_of_site"].menu()
    assert menu.isVisible()
    menu.close()
