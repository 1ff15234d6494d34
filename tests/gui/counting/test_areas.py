"""Areas are reshaped by dragging, deleted with what hangs on them, and met by a right click; all can be undone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gui.counting.conftest import lonlat
from tests.gui.counting.test_counting import analyst, totals  # noqa: F401
from yalu_plugin.settings import ANALYST_NAME


def square_metres(counted: Any) -> float:
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.survey.survey_sites import wgs84_measure

    (area,) = counted.bench.session.survey.rows("areas")
    return float(wgs84_measure().measureArea(QgsGeometry.fromWkt(area["geom"])))


def rows(counted: Any, table: str) -> list[Any]:
    return list(counted.bench.session.survey.rows(table))


def test_a_corner_is_dragged_and_counts_are_in_progress_again(begun: Any) -> None:
    begun.click(50, 50)
    begun.key("Return")
    before = rows(begun, "areas")[0]
    assert square_metres(begun) == pytest.approx(10_000, rel=0.03)
    begun.made["reshape_area"].trigger()
    assert begun.find("yalu_count_hints").text().startswith("Drag a corner")
    begun.drag((120, 120), (180, 180))
    begun.key("Return")
    assert square_metres(begun) == pytest.approx(16_000, rel=0.03)  # and two triangles of 3000 m²
    assert [row["finished_at"] for row in rows(begun, "counts")] == [None] and begun.labels() == ["car"]
    assert begun.bench.history.done[0] == "Reshape area" and not begun.made["reshape_area"].isChecked()
    begun.bench.history.undo()
    assert rows(begun, "areas") == [before] and rows(begun, "counts")[0]["finished_at"]


def test_an_edge_gets_a_corner_and_a_corner_is_taken_out(begun: Any) -> None:
    begun.made["reshape_area"].trigger()
    begun.drag((120, 70), (180, 70))
    begun.qt.QTest.mouseMove(begun.view, begun.pixel(20, 20))
    begun.key("Delete")
    begun.key("Return")
    assert square_metres(begun) == pytest.approx(10_000 + 3_000 - 5_000, rel=0.04)
    begun.made["reshape_area"].trigger()
    begun.drag((120, 20), (60, 20))
    begun.key("Backspace")
    begun.drag((180, 70), (199, 70))
    begun.key("Escape")
    assert square_metres(begun) == pytest.approx(8_000, rel=0.04)  # left as it was


def test_a_share_is_that_of_the_new_shape(begun: Any) -> None:
    begun.made["reshape_area"].trigger()
    corners = [*begun.bench.areas.corners()]
    from qgis.core import QgsPointXY

    half_outside = [QgsPointXY(*lonlat(*corner)) for corner in ((-100, 20), (100, 20), (100, 120), (-100, 120))]
    begun.bench.areas.reshape(half_outside)
    assert rows(begun, "counts")[0]["share_shown"] == pytest.approx(0.5, abs=0.01) and len(corners) == 4


def test_corners_that_cross_or_leave_marks_outside_are_refused(begun: Any) -> None:
    begun.click(110, 110)
    before = rows(begun, "areas")
    begun.made["reshape_area"].trigger()
    begun.drag((120, 120), (60, 60))
    begun.key("Return")
    assert begun.told() == ["1 mark that was counted in Lot 1 would lie outside. Draw it around that, or draw "
                            "another area."]
    assert begun.window.canvas.mapTool() is begun.dock.tools[1]  # nothing is lost: go on
    begun.key("Backspace")
    begun.drag((120, 120), (-5, 60))
    begun.key("Return")
    assert "enclose no area, or its edges cross" in begun.told()[0] and rows(begun, "areas") == before


@pytest.mark.parametrize("wkt", [
    None, "MULTIPOLYGON (((128 41, 128.1 41, 128.1 41.1, 128 41)), ((129 41, 129.1 41, 129.1 41.1, 129 41)))",
    "POLYGON ((128 41, 128.3 41, 128.3 41.3, 128 41), (128.2 41.05, 128.25 41.05, 128.25 41.1, 128.2 41.05))"])
def test_what_has_no_single_ring_is_left_to_qgis(begun: Any, wkt: Any) -> None:
    (area,) = rows(begun, "areas")
    begun.bench.session.change("outside", replaced={"areas": [{**area, "geom": wkt}]})
    begun.made["reshape_area"].trigger()
    assert begun.told() == ["Lot 1 has several parts, a hole, or no shape: it cannot be reshaped here. Use QGIS' "
                            "vertex tool on the layer of areas."]
    assert not begun.made["reshape_area"].isChecked()


def test_deleting_asks_when_counts_hang_on_it_and_is_undone_whole(begun: Any) -> None:
    begun.click(50, 50)
    begun.click(60, 50)
    ANALYST_NAME.setValue("Lee")
    begun.made["begin_count"].trigger()
    begun.click(70, 50)
    before = {table: rows(begun, table) for table in ("areas", "counts", "marks")}
    begun.made["delete_area"].trigger()
    assert begun.told() == ["Lot 1 has 2 counts with 3 marks; counts by others: 1. Delete all of it?"]
    begun.made["delete_area"].trigger()
    begun.answer("Delete area")
    assert [rows(begun, table) for table in before] == [[], [], []]
    begun.events()
    assert begun.find("yalu_count_area").count() == 0 and totals(begun) == {}
    begun.bench.history.undo()
    assert {table: rows(begun, table) for table in before} == before


def test_a_mark_made_since_the_question_is_asked_about_anew(begun: Any) -> None:
    begun.click(50, 50)
    begun.made["delete_area"].trigger()
    begun.click(60, 50)  # as another window may
    begun.answer("Delete area")
    assert len(rows(begun, "areas")) == 1
    assert begun.told() == ["Lot 1 has 1 count with 2 marks; counts by others: 0. Delete all of it?"]
    from qgis.PyQt.QtWidgets import QPushButton

    (asked,) = begun.window.bar.items()
    next(button for button in asked.findChildren(QPushButton) if button.text() == "Delete area").click()
    assert rows(begun, "areas") == [] and rows(begun, "marks") == []


def test_an_area_without_counts_is_deleted_at_once(counted: Any) -> None:
    counted.draw((20, 20), (120, 20), (120, 120))
    counted.key("Return")
    counted.made["delete_area"].trigger()
    assert rows(counted, "areas") == [] and counted.told() == []
    counted.made["delete_area"].trigger()
    assert counted.told() == ["No area is chosen. Choose one in the Counting panel, or draw one there."]


def test_a_blind_count_is_told_nothing_of_the_marks_of_others(begun: Any) -> None:
    begun.click(110, 110)
    begun.key("Return")
    ANALYST_NAME.setValue("Lee")
    begun.made["recount"].trigger()
    begun.made["delete_area"].trigger()
    assert begun.told() == ["This count is blind until it is finished. Press Finish count first."]
    begun.made["reshape_area"].trigger()
    begun.drag((120, 120), (60, 60))
    begun.key("Return")
    assert begun.told() == ["This count is blind until it is finished. Press Finish count first."]
    assert len(rows(begun, "areas")) == 1 and begun.bench.blind.on


def test_a_finished_count_of_an_area_that_qgis_reshaped_is_told(begun: Any) -> None:
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.project import layer_with_role

    begun.click(50, 50)
    begun.key("Return")
    layer = layer_with_role(begun.bench.project, "areas")
    (feature,) = layer.getFeatures()
    shape = QgsGeometry(feature.geometry())
    shape.translate(0.001, 0)
    assert layer.startEditing() and layer.changeGeometry(feature.id(), shape) and layer.commitChanges()
    begun.events()
    assert begun.told()[0] == ("Lot 1 has another shape now: 1 finished counts are of the shape before. Look at them, "
                               "or reopen them.")
    assert rows(begun, "counts")[0]["finished_at"]  # that is for the analyst to say


def test_ones_own_reshaping_and_its_undo_tell_nothing(begun: Any) -> None:
    begun.click(50, 50)
    begun.key("Return")
    begun.made["reshape_area"].trigger()
    begun.drag((120, 120), (180, 180))
    begun.key("Return")
    begun.bench.history.undo()
    begun.events()
    assert not [text for text in begun.told() if "another shape" in text]


def test_no_two_lots_get_one_name(counted: Any) -> None:
    def draw(west: float) -> str:
        counted.draw((west, 20), (west + 20, 20), (west + 20, 60))
        counted.key("Return")
        return str(counted.bench.counts.area["name"])

    assert [draw(west) for west in (10, 40, 70)] == ["Lot 1", "Lot 2", "Lot 3"]
    counted.bench.areas.delete(rows(counted, "areas")[0]["id"])
    assert draw(100) == "Lot 4"
    counted.bench.areas.rename("Lot 5")
    assert draw(130) == "Lot 4"


def map_menu(counted: Any, east: float, south: float) -> Any:
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtWidgets import QMenu

    menu = QMenu()
    event = QgsMapMouseEvent(counted.window.canvas, _press(counted, east, south))
    counted.window.canvas.contextMenuAboutToShow.emit(menu, event)
    return menu


def _press(counted: Any, east: float, south: float) -> Any:
    from qgis.PyQt.QtCore import QEvent, QPointF
    from qgis.PyQt.QtGui import QMouseEvent

    right = counted.qt.Qt.MouseButton.RightButton
    return QMouseEvent(QEvent.Type.MouseButtonPress, QPointF(counted.pixel(east, south)), right, right,
                       counted.qt.Qt.KeyboardModifier.NoModifier)


def test_a_right_click_on_the_map_means_the_smallest_area_there(begun: Any) -> None:
    begun.draw((60, 60), (100, 60), (100, 100), (60, 100))
    begun.key("Return")
    small, large = begun.bench.counts.area_id, rows(begun, "areas")[0]["id"]
    map_menu(begun, 30, 30)
    assert begun.bench.counts.area_id == large
    menu = map_menu(begun, 80, 80)
    assert begun.bench.counts.area_id == small
    (ours,) = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert ours.title() == "Area Lot 2" and [one.objectName() for one in ours.actions()] == [
        f"yalu_{name}" for name in ("begin_count", "recount", "finish_count", "reopen_count", "delete_count",
                                    "rename_area", "reshape_area", "delete_area")]
    assert map_menu(begun, 180, 180).actions() == []


def test_a_right_click_elsewhere_ends_no_blind_count(begun: Any) -> None:
    begun.draw((140, 140), (180, 140), (180, 180), (140, 180))
    begun.key("Return")
    other = begun.bench.counts.area_id
    begun.made["recount"].trigger()
    assert map_menu(begun, 30, 30).actions() == []
    assert begun.bench.blind.on and begun.bench.counts.area_id == other
    assert map_menu(begun, 160, 160).actions() and begun.bench.blind.on


@pytest.mark.parametrize("by_key", [True, False])
def test_a_right_click_on_a_row_of_the_table_means_its_lot(begun: Any, by_key: bool) -> None:
    from qgis.PyQt.QtGui import QContextMenuEvent
    from qgis.PyQt.QtWidgets import QApplication

    begun.draw((140, 140), (180, 140), (180, 180), (140, 180))
    begun.key("Return")
    begun.made["begin_count"].trigger()
    begun.events()
    table, first = begun.find("yalu_count_totals"), rows(begun, "areas")[0]["id"]
    names = [table.verticalHeaderItem(row).text() for row in range(table.rowCount())]
    assert names == ["This count", "Lot 1 (in progress)", "Lot 2 (in progress)"]
    spot = table.visualItemRect(table.item(1, 0)).center()
    if by_key:
        table.setCurrentCell(1, 0)
        begun.qt.key(table, begun.qt.Qt.Key.Key_F10, begun.qt.Qt.KeyboardModifier.ShiftModifier)
    else:
        QApplication.sendEvent(table.viewport(), QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, spot, table.viewport().mapToGlobal(spot)))
    menu = QApplication.activePopupWidget()
    assert menu.objectName() == "yalu_area_menu" and begun.bench.counts.area_id == first
    menu.close()


def test_rename_by_the_menu_goes_to_the_name(begun: Any) -> None:
    begun.made["rename_area"].trigger()
    name = begun.find("yalu_area_name")
    assert name.selectedText() == "Lot 1"
    begun.qt.QTest.keyClicks(name, "North")
    begun.qt.key(name, begun.qt.Qt.Key.Key_Return)
    assert rows(begun, "areas")[0]["name"] == "North"


def test_lots_that_overlap_are_added_up_once(begun: Any) -> None:
    from yalu_plugin.layers.survey.survey_counts import summary_of

    begun.click(30, 70)
    begun.click(100, 70)
    begun.key("Return")
    begun.draw((80, 20), (180, 20), (180, 120), (80, 120))
    begun.key("Return")
    begun.made["begin_count"].trigger()
    for east in (101, 110, 160):
        begun.click(east, 70)
    assert begun.labels() == ["car"] * 5
    assert begun.find("yalu_count_overlaps").isHidden()  # one is in progress
    begun.key("Return")
    found = totals(begun)
    assert [found[name][-1] for name in ("Lot 1", "Lot 2", "All lots")] == ["2", "3", "3"]
    text = begun.find("yalu_count_overlaps").text()
    assert text.startswith("Lot 1 and Lot 2 overlap by ") and "40 % of Lot 2" in text and "(2 of Lot 2)" in text
    assert summary_of(begun.bench.session.survey).total == 3
    begun.made["reopen_count"].trigger()
    begun.click(105, 70)
    begun.key("Return")
    assert totals(begun)["All lots"][-1] == "3" and totals(begun)["Lot 2"][-1] == "4"
