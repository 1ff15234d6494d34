"""From picture to record in a real QGIS: a road is found by stepping, recorded by key, and undone by Ctrl+Z."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor, QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QLineEdit, QTableView, QToolButton
from qgis.utils import plugins

from tools.desk import Desk

DATA = Path(__file__).resolve().parents[1] / "data"
NAME = "yalu_plugin"
ROAD = (22.152192, 45.208478)  # the pixel that brightened most from 2016-10-14 to 2017-06-06, on the new shore road
SITE = "Vehicle crossing #7"  # six were published
PRESENT = "#0b6e4f"
PRESENT_TEXT, ABSENT, UNSEEN = "≈ Present", "≈ Absent", "–"  # ≈: on a scene below the required resolution
KEYS = "PAWUN"


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with the sixteen scenes in a new survey."""
    folder = tmp_path_factory.mktemp("observe")
    desk.new_survey(folder / "road.gpkg")
    desk.add_folder(Path(shutil.copytree(DATA / "s2_romania", folder / "scenes")))
    desk.clear_messages()
    return desk


def bench() -> Any:
    return plugins[NAME].workbench


def record_anyway(desk: Desk, letter: str) -> None:
    """Press the letter, and Return in the question whether a scene of 10 m can show a ramp of 3 m."""
    def answer(box: QDialog) -> None:
        desk.wait(box.isActiveWindow, "the question")
        QTest.keyClick(box, Qt.Key.Key_Return)

    desk.with_dialog(lambda: desk.press(letter), answer)
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow, "the window to be the active one again")


def recorded() -> list[tuple[str, str]]:
    """Return the states recorded on images, by day."""
    rows = [row for row in bench().session.survey.rows("observations") if row["image_id"]]
    return sorted((row["seen_to"], row["state"]) for row in rows)


def state(desk: Desk) -> str:
    """Return the state of the site in the list."""
    model = desk.find("yalu_sites", QTableView).model()
    return str(next(model.index(row, 2).data() for row in range(model.rowCount())
                    if model.index(row, 0).data() == SITE))


def click_in_list(desk: Desk) -> None:
    view = desk.find("yalu_sites", QTableView)
    row = next(row for row in range(view.model().rowCount()) if view.model().index(row, 0).data() == SITE)
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def colours_around_site(desk: Desk) -> set[str]:
    """Return the colours of the map around the site."""
    desk.settle()
    image = desk.canvas.grab().toImage()
    pixel = desk.canvas.getCoordinateTransform().transform(desk._on_map(*ROAD))
    ratio = image.width() / desk.canvas.width()  # screen pixels per map pixel
    middle = QPoint(round(pixel.x() * ratio), round(pixel.y() * ratio))
    return {QColor(image.pixel(middle.x() + x, middle.y() + y)).name() for x in range(-15, 16) for y in range(-15, 16)}


def on_screen(desk: Desk) -> str:
    """Return the day of the scene that the map shows."""
    (raster,) = [layer for layer in desk.canvas.layers() if isinstance(layer, QgsRasterLayer)]
    return Path(raster.source()).stem[-8:]


def test_1_the_place_of_the_road_becomes_a_site(desk: Desk) -> None:
    desk.click(desk.find("yalu_imagery_more_button"))
    desk.click(desk.find("yalu_zoom_to_scene_button"))
    desk.click(desk.find("yalu_imagery_more_button"))
    desk.zoom_to(*ROAD, 8_000)
    desk.step("last")
    desk.click(desk.find("yalu_add_crossing_button"))
    desk.press("V")
    desk.click_map(*ROAD)
    desk.click(desk.find("yalu_add_crossing_button"))
    assert recorded() == [("2020-09-13", "present")]
    desk.picture("30-road-added")


def test_2_stepping_shows_every_date(desk: Desk) -> None:
    desk.step("first")
    days = [on_screen(desk)]
    while desk.find("yalu_next_scene_button").isEnabled():
        desk.step("next")
        days.append(on_screen(desk))
        assert str(bench().imagery.day) == f"{days[-1][:4]}-{days[-1][4:6]}-{days[-1][6:]}"
    assert len(days) == 16 and days == sorted(days)
    assert days[3:5] == ["20161014", "20170606"]


def test_3_absent_and_present_by_key(desk: Desk) -> None:
    click_in_list(desk)
    desk.step("first")
    for _ in range(3):
        desk.step("next")
    desk.picture("31-no-road")
    desk.find("yalu_sites", QTableView).setFocus()
    record_anyway(desk, "A")
    desk.picture("32-absent")
    desk.step("next")
    desk.canvas.setFocus()
    desk.press("P")  # no second question: these scenes have pixels of the same size
    desk.picture("33-present")
    assert recorded() == [("2016-10-14", "absent"), ("2017-06-06", "present"), ("2020-09-13", "present")]
    assert desk.messages() == []
    marked = {row["seen_to"] for row in bench().session.survey.rows("observations") if row["below_resolution"]}
    assert {"2016-10-14", "2017-06-06"} <= marked


def test_4_list_and_map_change_between_the_two_dates(desk: Desk) -> None:
    assert state(desk) == PRESENT_TEXT
    assert PRESENT in colours_around_site(desk)
    desk.step("previous")
    assert state(desk) == ABSENT
    assert PRESENT not in colours_around_site(desk)
    desk.step("previous")
    assert state(desk) == UNSEEN
    assert PRESENT not in colours_around_site(desk)


def test_5_the_evidence_of_a_state(desk: Desk) -> None:
    desk.step("next")
    desk.go_to_day("2017-03-01")  # a day without a scene
    assert state(desk) == ABSENT
    desk.zoom_to(127.6, 41.45, 100_000)
    desk.click(desk.find("yalu_evidence_button"))
    desk.picture("34-evidence")
    assert on_screen(desk) == "20161014"
    assert desk.find("yalu_observe_absent_button", QToolButton).isChecked()
    file = Path(bench().imagery.scene.uri)
    (image,) = bench().session.survey.rows("images", id=bench().imagery.scene.id)
    assert image["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()


def test_6_typing_records_nothing(desk: Desk) -> None:
    line = desk.find("yalu_find", QLineEdit)
    line.setFocus()
    before = recorded()
    QTest.keyClicks(line, KEYS.lower())
    assert line.text() == KEYS.lower()
    line.clear()
    assert recorded() == before


def test_7_shortcuts_are_unique(desk: Desk) -> None:
    used_keys = [key.toString() for action in desk.window.findChildren(QAction) for key in action.shortcuts()]
    for letter in (*KEYS, *"ECXMRI"):
        assert used_keys.count(f"Alt+Shift+{letter}") == 1
    click_in_list(desk)
    desk.find("yalu_day").setFocus()
    assert QKeySequence("Alt+Shift+U") == desk.find_action("yalu_observe_under_construction").shortcut()


def test_8_undo_removes_both(desk: Desk) -> None:
    desk.undo()
    assert recorded() == [("2016-10-14", "absent"), ("2020-09-13", "present")]
    desk.undo()
    assert recorded() == [("2020-09-13", "present")]
    desk.picture("35-undone")
    desk.go_to_day("2017-06-06")
    assert state(desk) == UNSEEN
    assert PRESENT not in colours_around_site(desk)
    assert not QgsProject.instance().mapLayersByName("Crossings and sites")[0].isModified()


def test_9_letters_record_wherever_the_date_was_selected(desk: Desk) -> None:
    click_in_list(desk)
    table, day = desk.find("yalu_sites", QTableView), desk.find("yalu_day", QLineEdit)
    table.setFocus()
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "2017-06-06")
    desk.press("Return")
    desk.settle()
    assert table.hasFocus()
    desk.press("P")
    assert day.text() == "2017-06-06" and ("2017-06-06", "present") in recorded()
    for name, letter, state_now in (("yalu_timeline", "A", "absent"), ("yalu_scenes", "W", "washed_out"),
                                    ("yalu_next_scene_button", "U", "under_construction")):
        desk.find(name).setFocus()
        desk.press(letter)
        assert ("2017-06-06", state_now) in recorded() and on_screen(desk) == "20170606"


def test_9_a_site_out_of_view_is_zoomed_to_first(desk: Desk) -> None:
    desk.zoom_to(127.6, 41.45, 100_000)
    before = recorded()
    desk.find("yalu_sites", QTableView).setFocus()
    desk.press("P")
    assert recorded() == before and any("was not in view, so nothing was recorded" in line for line in desk.messages())
    desk.settle()
    desk.press("P")
    assert ("2017-06-06", "present") in recorded() and recorded() != before


def test_9_from_the_map_to_the_list_and_its_menu(desk: Desk) -> None:
    desk.canvas.setFocus()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Tab)
    table = desk.find("yalu_sites", QTableView)
    assert table.hasFocus()
    desk.press("Shift+F10")
    menu = QApplication.activePopupWidget()
    assert menu is not None and menu.objectName() == "yalu_site_menu"
    desk.picture("37-site-menu")
    menu.close()
    selection = bench().sites.selected()
    desk.press("F")  # does not search in the list
    assert bench().sites.selected() == selection
    desk.find_action("yalu_find_site").trigger()
    assert desk.find("yalu_find", QLineEdit).hasFocus()
    desk.press("Down")
    assert table.hasFocus()


def test_9_our_shortcuts_are_unique(desk: Desk) -> None:
    used_keys = [key.toString() for action in desk.window.findChildren(QAction) for key in action.shortcuts()]
    for keys in ("Alt+Down", "Alt+Up", *(f"Ctrl+Alt+{letter}" for letter in "BIKXOFDC")):
        assert used_keys.count(keys) == 1, keys
