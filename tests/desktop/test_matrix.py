"""The Matrix panel in a real window: clicks show site and scene, keys move and record, and colours show the states."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import plugins

from tools.desk import LEFT, Desk

NAME, DATA = "yalu_plugin", Path(__file__).resolve().parents[1] / "data"
PRESENT, WASHED = "#0b6e4f", "#c1121f"


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with sixteen scenes of 10 m and five sites on them that such a scene can show."""
    folder = tmp_path_factory.mktemp("matrix")
    desk.new_survey(folder / "survey.gpkg")
    desk.add_folder(Path(shutil.copytree(DATA / "s2_romania", folder / "scenes")))
    bench = plugins[NAME].workbench
    west, south, east, north = bench.scenes.timeline.scenes[0].box
    bench.session.change("test", {"sites": [
        {"id": f"s{n}", "name": f"Test {n}", "kind": "barge_dock",
         "geom": f"POINT ({west + (east - west) * (n + 3) / 10} {(south + north) / 2})"} for n in range(5)]})
    desk.find("YaluMatrixDock").setUserVisible(True)
    desk.settle()
    desk.clear_messages()
    return desk


@pytest.fixture
def view(desk: Desk) -> Any:
    return desk.find("yalu_matrix")


def bench() -> Any:
    return plugins[NAME].workbench


def click(view: Any, row: int, column: int) -> None:
    index = view.model().index(row, column)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, view.visualRect(index).center())


def test_an_evening_of_clicks_and_keys(desk: Desk, view: Any, picture: Callable[[str], Path]) -> None:
    scenes = bench().scenes.timeline.scenes
    first, start = view.matrix_model.row_of("s0"), view.matrix_model.matrix.axis.of_scene(scenes[2].id, 0)
    click(view, first, start)
    desk.wait(lambda: bench().imagery.scene == scenes[2], "the scene")
    assert bench().sites.selected() == ["s0"] and view.hasFocus()
    desk.settle()
    desk.press("P")
    desk.press("Right")
    desk.wait(lambda: bench().imagery.scene == scenes[3], "the next scene")
    desk.settle()
    desk.press("W")
    desk.press("Down")
    desk.wait(lambda: bench().sites.selected() == ["s1"], "the next site")
    desk.settle()
    desk.press("N")
    seen = {site: [(row["state"], row["image_id"]) for row in bench().session.facts.observations_of(site)]
            for site in ("s0", "s1")}
    assert seen == {"s0": [("present", scenes[2].id), ("washed_out", scenes[3].id)],
                    "s1": [("not_observable", scenes[3].id)]}
    image = desk.grab_widget("yalu_matrix")
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert {PRESENT, WASHED, "#ffffff", "#cfcfcf"} <= colours
    picture("matrix")


def test_twenty_dates_fit_on_a_laptops_screen(desk: Desk, view: Any) -> None:
    header_width = desk.find("YaluMatrixDock").width() - view.viewport().width()
    # on 1366 by 768 pixels with QGIS' panels and the list
    assert 700 - header_width >= 20 * view.horizontalHeader().sectionSize(0)


def test_undo_removes_the_mark(desk: Desk, view: Any) -> None:
    row = view.matrix_model.row_of("s1")
    column = view.currentIndex().column()
    desk.press("Ctrl+Z")
    assert view.matrix_model.cell(row, column) == ((), False, False, ())
    desk.press("Ctrl+Shift+Z")
    assert view.matrix_model.cell(row, column).blind


def test_the_maps_scale_stays_when_the_panel_is_shown_and_hidden(desk: Desk, view: Any) -> None:
    desk.zoom_to(127.605, 41.45, 25_000)
    heights, scales = set(), []
    for _ in range(4):
        desk.press(desk.find_action("yalu_matrix_dock").shortcut().toString())
        QTest.qWait(700)
        desk.settle()
        heights.add(desk.canvas.height())
        scales.append(desk.canvas.scale())
    assert len(heights) > 1 and view.isVisible()
    assert scales == pytest.approx([25_000] * 4, rel=0.002)
    desk.click(desk.canvas)
    desk.press("Ctrl+Alt+X")
    desk.press("Ctrl+Alt+X")
    desk.settle()
    assert view.hasFocus()


def test_the_key_of_the_panel_shows_and_hides_it(desk: Desk) -> None:
    dock: QWidget = desk.find("YaluMatrixDock")
    desk.find_action("yalu_matrix_dock").trigger()
    QTest.qWait(300)
    assert dock.isHidden()
    desk.canvas.setFocus()
    desk.press("Ctrl+Alt+X")
    QTest.qWait(300)
    assert not dock.isHidden()
