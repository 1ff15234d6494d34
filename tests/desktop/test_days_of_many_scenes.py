"""Stepping over days of one to nine scenes with the buttons of the Imagery panel: QGIS lives, the order is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgisInterface
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tests.layers.imagery.test_scene_order import make_days
from tools.desk import Desk

PICTURES = Path(__file__).resolve().parents[2] / "build" / "desktop"
NAME = "yalu_plugin"


@pytest.fixture
def desk(iface: QgisInterface, tmp_path: Path) -> Iterator[Desk]:
    """A pair of hands, with nine days in a survey of its own and as many scenes kept; the window is left as found."""
    QgsSettings().setValue("yalu_plugin/scenes_kept", 9)
    enabled_here = NAME not in plugins
    if enabled_here:
        assert loadPlugin(NAME) and startPlugin(NAME)
    plugins[NAME].workbench.imagery.apply_settings()
    desk = Desk(iface, PICTURES)
    folder = tmp_path / "scenes"
    folder.mkdir()
    make_days(folder)
    desk.show_panel("crossings")
    desk.new_survey(tmp_path / "days.gpkg")
    desk.add_folder(folder)
    desk.show_panel("imagery")
    yield desk
    desk.clear_messages()
    iface.newProject()
    QgsSettings().remove("yalu_plugin/scenes_kept")
    plugins[NAME].workbench.imagery.apply_settings()
    if enabled_here:
        assert unloadPlugin(NAME)
        QgsSettings().remove("yalu_plugin/docks_arranged")


def on_screen() -> list[str]:
    """The files of the scenes in the tree, from the top."""
    nodes = QgsProject.instance().layerTreeRoot().findGroup("Imagery").findLayers()
    return [Path(node.layer().source()).stem for node in nodes]


def test_to_and_fro(desk: Desk) -> None:
    desk.step("first")
    for where, days in (("next", range(2, 10)), ("previous", range(8, 0, -1)), ("last", [9]), ("first", [1])):
        for day in days:
            desk.step(where)
            assert on_screen() == [f"2025-07-0{day}_tile{tile}" for tile in range(day)]
