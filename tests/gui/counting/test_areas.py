"""Reshaping areas by dragging, deleting them with their counts, and their context menu; all can be undone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gui.counting.conftest import lonlat
from tests.gui.counting.test_counting import analyst, totals  # noqa: F401
from yalu_plugin.settings import ANALYST_NAME


def square_metres(counter: Any) -> float:
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.survey.survey_sites import wgs84_measure

    (area,) = counter.bench.session.survey.rows("areas")
    return float(wgs84_measure().measureArea(QgsGeometry.fromWkt(area["geom"])))


def rows(counter: Any, table: str) -> list[Any]:
    return list(counter.bench.session.survey.rows(table))


def test_a_corner_is_dragged_and_counts_are_in_progress_again(started: Any) -> None:
    started.click(50, 50)
    started.key("Return")
    before = rows(started, "areas")[0]
    assert square_metres(started) == pytest.approx(10_000, rel=0.03)
    started.actions["reshape_area"].trigger()
    assert started.find("yalu_count_hints").text().startswith("Drag a corner")
    started.drag((120, 120), (180, 180))
    started.key("Return")
    assert square_metres(started) == pytest.approx(16_000, rel=0.03)  # and two triangles of 3000 m²
    assert [row["finished_at"] for row in rows(started, "counts")] == [None] and started.labels() == ["car"]
    assert started.bench.history.done[0] == "Reshape area" and not started.actions["reshape_area"].isChecked()
    started.bench.history.undo()
    assert rows(started, "areas") == [before] and rows(started, "counts")[0]["finished_at"]


def test_an_edge_gets_a_corner_and_a_corner_is_removed(started: Any) -> None:
    started.actions["reshape_area"].trigger()
    started.drag((120, 70), (180, 70))
    started.qt.QTest.mouseMove(started.view, started.pixel(20, 20))
    started.key("Delete")
    started.key("Return")
    assert square_metres(started) == pytest.approx(10_000 + 3_000 - 5_000, rel=0.04)
    started.actions["reshape_area"].trigger()
    started.drag((120, 20), (60, 20))
    started.key("Backspace")
    started.drag((180, 70), (199, 70))
    started.key("Escape")
    assert square_metres(started) == pytest.approx(8_000, rel=0.04)  # left as it was


def test_a_share_is_that_of_the_new_shape(started: Any) -> None:
    started.actions["reshape_area"].trigger()
    corners = [*started.bench.areas.corners()]
    from qgis.core import QgsPointXY

    half_outside = [QgsPointXY(*lonlat(*corner)) for corner in ((-100, 20), (100, 20), (100, 120), (-100, 120))]
    started.bench.areas.reshape(half_outside)
    assert rows(started, "counts")[0]["share_shown"] == pytest.approx(0.5, abs=0.01) and len(corners) == 4


def test_corners_that_cross_or_leave_marks_outside_are_refused(started: Any) -> None:
    started.click(110, 110)
    before = rows(started, "areas")
    started.actions["reshape_area"].trigger()
    started.drag((120, 120), (60, 60))
    started.key("Return")
    assert started.bar_texts() == ["1 mark that was counted in Lot 1 would lie outside. Draw it around that, or draw "
                                   "another area."]
    assert started.window.canvas.mapTool() is started.dock.tools[1]  # nothing is lost: go on
    started.key("Backspace")
    started.drag((120, 120), (-5, 60))
    started.key("Return")
    assert "enclose no area, or its edges cross" in started.bar_texts()[0] and rows(started, "areas") == before


@pytest.mark.parametrize("wkt", [
    None, "MULTIPOLYGON (((128 41, 128.1 41, 128.1 41.1, 128 41)), ((129 41, 129.1 41, 129.1 41.1, 129 41)))",
    "POLYGON ((128 41, 128.3 41, 128.3 41.3, 128 41), (128.2 41.05, 128.25 41.05, 128.25 41.1, 128.2 41.05))"])
def test_an_area_without_a_single_ring_cannot_be_reshaped(started: Any, wkt: Any) -> None:
    (area,) = rows(started, "areas")
    started.bench.session.change("outside", replaced={"areas": [{**area, "geom": wkt}]})
    started.actions["reshape_area"].trigger()
    assert started.bar_texts() == [
        "Lot 1 has several parts, a hole, or no shape: it cannot be reshaped here. Use QGIS' "
        "vertex tool on the layer of areas."]
    assert not started.actions["reshape_area"].isChecked()


def test_deleting_asks_when_counts_hang_on_it_and_is_undone_whole(started: Any) -> None:
    started.click(50, 50)
    started.click(60, 50)
    ANALYST_NAME.setValue("Lee")
    started.actions["begin_count"].trigger()
    started.click(70, 50)
    before = {table: rows(started, table) for table in ("areas", "counts", "marks")}
    started.actions["delete_area"].trigger()
    assert started.bar_texts() == ["Lot 1 has 2 counts with 3 marks; counts by others: 1. Delete all of it?"]
    started.actions["delete_area"].trigger()
    started.answer("Delete area")
    assert [rows(started, table) for table in before] == [[], [], []]
    started.events()
    assert started.find("yalu_count_area").count() == 0 and totals(started) == {}
    started.bench.history.undo()
    assert {table: rows(started, table) for table in before} == before


def test_a_mark_added_since_the_question_needs_another_question(started: Any) -> None:
    started.click(50, 50)
    started.actions["delete_area"].trigger()
    started.click(60, 50)  # as another window may
    started.answer("Delete area")
    assert len(rows(started, "areas")) == 1
    assert started.bar_texts() == ["Lot 1 has 1 count with 2 marks; counts by others: 0. Delete all of it?"]
    from qgis.PyQt.QtWidgets import QPushButton

    (asked,) = started.window.bar.items()
    next(button for button in asked.findChildren(QPushButton) if button.text() == "Delete area").click()
    assert rows(started, "areas") == [] and rows(started, "marks") == []


def test_an_area_without_counts_is_deleted_at_once(counter: Any) -> None:
    counter.draw((20, 20), (120, 20), (120, 120))
    counter.key("Return")
    counter.actions["delete_area"].trigger()
    assert rows(counter, "areas") == [] and counter.bar_texts() == []
    counter.actions["delete_area"].trigger()
    assert counter.bar_texts() == ["No area is chosen. Choose one in the Counting panel, or draw one there."]


def test_a_blind_count_learns_nothing_of_the_marks_of_others(started: Any) -> None:
    started.click(110, 110)
    started.key("Return")
    ANALYST_NAME.setValue("Lee")
    started.actions["recount"].trigger()
    started.actions["delete_area"].trigger()
    assert started.bar_texts() == ["This count is blind until it is finished. Press Finish count first."]
    started.actions["reshape_area"].trigger()
    started.drag((120, 120), (60, 60))
    started.key("Return")
    assert started.bar_texts() == ["This count is blind until it is finished. Press Finish count first."]
    assert len(rows(started, "areas")) == 1 and started.bench.blind.on


def test_a_finished_count_of_an_area_that_qgis_reshaped_is_reported(started: Any) -> None:
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.project import layer_with_role

    started.click(50, 50)
    started.key("Return")
    layer = layer_with_role(started.bench.project, "areas")
    (feature,) = layer.getFeatures()
    shape = QgsGeometry(feature.geometry())
    shape.translate(0.001, 0)
    assert layer.startEditing() and layer.changeGeometry(feature.id(), shape) and layer.commitChanges()
    started.events()
    assert started.bar_texts()[0] == ("Lot 1 has another shape now: 1 finished counts are of the previous shape. Check "
                                      "them, or reopen them.")
    assert rows(started, "counts")[0]["finished_at"]  # that is for the analyst to say


def test_own_reshaping_and_its_undo_report_nothing(started: Any) -> None:
    started.click(50, 50)
    started.key("Return")
    started.actions["reshape_area"].trigger()
    started.drag((120, 120), (180, 180))
    started.key("Return")
    started.bench.history.undo()
    started.events()
    assert not [text for text in started.bar_texts() if "another shape" in text]


def test_no_two_lots_get_one_name(counter: Any) -> None:
    def draw(west: float) -> str:
        counter.draw((west, 20), (west + 20, 20), (west + 20, 60))
        counter.key("Return")
        return str(counter.bench.counts.area["name"])

    assert [draw(west) for west in (10, 40, 70)] == ["Lot 1", "Lot 2", "Lot 3"]
    counter.bench.areas.delete(rows(counter, "areas")[0]["id"])
    assert draw(100) == "Lot 4"
    counter.bench.areas.rename("Lot 5")
    assert draw(130) == "Lot 4"


def map_menu(counter: Any, east: float, south: float) -> Any:
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtWidgets import QMenu

    menu = QMenu()
    event = QgsMapMouseEvent(counter.window.canvas, _press(counter, east, south))
    counter.window.canvas.contextMenuAboutToShow.emit(menu, event)
    return menu


def _press(counter: Any, east: float, south: float) -> Any:
    from qgis.PyQt.QtCore import QEvent, QPointF
    from qgis.PyQt.QtGui import QMouseEvent

    right = counter.qt.Qt.MouseButton.RightButton
    return QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(counter.pixel(east, south)), right, right,
                       counter.qt.Qt.KeyboardModifier.NoModifier)


def test_a_right_click_on_the_map_selects_the_smallest_area(started: Any) -> None:
    started.draw((60, 60), (100, 60), (100, 100), (60, 100))
    started.key("Return")
    small, large = started.bench.counts.area_id, rows(started, "areas")[0]["id"]
    map_menu(started, 30, 30)
    assert started.bench.counts.area_id == large
    menu = map_menu(started, 80, 80)
    assert started.bench.counts.area_id == small
    (ours,) = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert ours.title() == "Area Lot 2" and [one.objectName() for one in ours.actions()] == [
        f"yalu_{name}" for name in ("begin_count", "recount", "finish_count", "reopen_count", "delete_count",
                                    "rename_area", "reshape_area", "delete_area")]
    assert map_menu(started, 180, 180).actions() == []


def test_a_right_click_on_another_area_does_not_end_a_blind_count(started: Any) -> None:
    started.draw((140, 140), (180, 140), (180, 180), (140, 180))
    started.key("Return")
    other = started.bench.counts.area_id
    started.actions["recount"].trigger()
    assert map_menu(started, 30, 30).actions() == []
    assert started.bench.blind.on and started.bench.counts.area_id == other
    assert map_menu(started, 160, 160).actions() and started.bench.blind.on


@pytest.mark.parametrize("by_key", [True, False])
def test_a_right_click_on_a_row_of_the_table_selects_its_lot(started: Any, by_key: bool) -> None:
    from qgis.PyQt.QtGui import QContextMenuEvent
    from qgis.PyQt.QtWidgets import QApplication

    started.draw((140, 140), (180, 140), (180, 180), (140, 180))
    started.key("Return")
    started.actions["begin_count"].trigger()
    started.events()
    table, first = started.find("yalu_count_totals"), rows(started, "areas")[0]["id"]
    names = [table.verticalHeaderItem(row).text() for row in range(table.rowCount())]
    assert names == ["This count", "Lot 1 (in progress)", "Lot 2 (in progress)"]
    spot = table.visualItemRect(table.item(1, 0)).center()
    if by_key:
        table.setCurrentCell(1, 0)
        started.qt.key(table, started.qt.Qt.Key.Key_F10, started.qt.Qt.KeyboardModifier.ShiftModifier)
    else:
        QApplication.sendEvent(table.viewport(), QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, spot, table.viewport().mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert menu.objectName() == "yalu_area_menu" and started.bench.counts.area_id == first
    menu.close()


def test_rename_by_the_menu_goes_to_the_name(started: Any) -> None:
    started.actions["rename_area"].trigger()
    name = started.find("yalu_area_name")
    assert name.selectedText() == "Lot 1"
    started.qt.QTest.keyClicks(name, "North")
    started.qt.key(name, started.qt.Qt.Key.Key_Return)
    assert rows(started, "areas")[0]["name"] == "North"


def test_lots_that_overlap_are_added_up_once(started: Any) -> None:
    from yalu_plugin.layers.survey.survey_counts import summary_of

    started.click(30, 70)
    started.click(100, 70)
    started.key("Return")
    started.draw((80, 20), (180, 20), (180, 120), (80, 120))
    started.key("Return")
    started.actions["begin_count"].trigger()
    for east in (101, 110, 160):
        started.click(east, 70)
    assert started.labels() == ["car"] * 5
    assert started.find("yalu_count_overlaps").isHidden()  # one is in progress
    started.key("Return")
    found = totals(started)
    assert [found[name][-1] for name in ("Lot 1", "Lot 2", "All lots")] == ["2", "3", "3"]
    text = started.find("yalu_count_overlaps").text()
    assert text.startswith("Lot 1 and Lot 2 overlap by ") and "40 % of Lot 2" in text and "(2 of Lot 2)" in text
    assert summary_of(started.bench.session.survey).total == 3
    started.actions["reopen_count"].trigger()
    started.click(105, 70)
    started.key("Return")
    assert totals(started)["All lots"][-1] == "3" and totals(started)["Lot 2"][-1] == "4"
