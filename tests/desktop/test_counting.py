"""Counting in a real window: letters and Delete are the tool's there, though QGIS has shortcuts of these names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QTableWidget
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tests.desktop.conftest import PICTURES
from tests.desktop.fitting import misfits
from tests.gui.counting.conftest import a_scene, lonlat, made_image
from tools.desk import Desk

NAME, SIDE = "yalu_plugin", 200  # metres


@pytest.fixture(scope="module")
def desk(iface: QgisInterface, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A window with one SYNTHETIC scene of half a metre."""
    enabled_here = NAME not in plugins
    if enabled_here:
        assert loadPlugin(NAME) and startPlugin(NAME)
    made, folder = Desk(iface, PICTURES), tmp_path_factory.mktemp("counting")
    made.show_panel("crossings")
    made.new_survey(folder / "survey.gpkg")
    bench = plugins[NAME].workbench
    bench.scenes.add([a_scene(made_image(folder / "SYNTHETIC_20250730.tif"), "a")])
    bench.imagery.show(bench.scenes.by_id["a"])
    made.look_at_box(*lonlat(0, SIDE), *lonlat(SIDE, 0))
    made.find("YaluCountingDock").setUserVisible(True)
    made.settle()
    made.clear_messages()
    yield made
    iface.newProject()
    if enabled_here:
        assert unloadPlugin(NAME)


def labels() -> list[str]:
    return [row["label"] for row in plugins[NAME].workbench.session.survey.rows("marks")]


def test_an_area_is_counted_by_clicks_and_keys(desk: Desk, iface: QgisInterface, picture: Callable[[str], Path]
                                               ) -> None:
    desk.find_action("yalu_draw_area").trigger()
    for corner in ((40, 40), (150, 40), (150, 150), (40, 150)):
        desk.click_map(*lonlat(*corner))
    desk.press("Return")
    desk.find_action("yalu_begin_count").trigger()
    for key, row in (("C", 60), ("T", 80), ("S", 100), ("B", 120), ("O", 140)):
        desk.press(key)
        for east in (60, 80, 100):
            desk.click_map(*lonlat(east, row))
    assert sorted(labels()) == sorted(["car", "truck", "bus", "barge", "other"] * 3) and desk.said() == []
    desk.settle()
    picture("counting")
    table: Any = desk.find("yalu_count_totals", QTableWidget)
    assert [table.item(0, column).text() for column in range(6)] == ["3"] * 5 + ["15"]
    desk.press("Delete")  # the one at the pointer, not what QGIS has selected
    desk.press("Backspace")
    assert len(labels()) == 13
    desk.undo()
    desk.undo()
    assert len(labels()) == 15
    assert misfits(desk.find("YaluCountingDock").widget()) == []
    desk.press("Escape")
    assert iface.mapCanvas().mapTool() is not plugins[NAME]._counting.count_tool
