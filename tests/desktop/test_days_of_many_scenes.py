"""Stepping over days of one to nine scenes with the buttons of the Imagery panel: no crash, in the right order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.utils import plugins

from tests.layers.imagery.test_scene_order import make_days
from tools.desk import Desk

NAME = "yalu_plugin"


@pytest.fixture
def desk(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """A `Desk` with nine days in a new survey, and the setting for as many cached scenes."""
    QgsSettings().setValue("plugins/yalu_plugin/scenes_kept", 9)
    plugins[NAME].workbench.imagery.apply_settings()
    folder = tmp_path / "scenes"
    folder.mkdir()
    make_days(folder)
    desk.new_survey(tmp_path / "days.gpkg")
    desk.add_folder(folder)
    desk.show_panel("imagery")
    yield desk
    QgsSettings().remove("plugins/yalu_plugin/scenes_kept")
    plugins[NAME].workbench.imagery.apply_settings()


def on_screen() -> list[str]:
    """Return the file names of the scenes in the layer tree, from the top."""
    nodes = QgsProject.instance().layerTreeRoot().findGroup("Imagery").findLayers()
    return [Path(node.layer().source()).stem for node in nodes]


def test_stepping_forward_and_back(desk: Desk) -> None:
    desk.step("first")
    for where, days in (("next", range(2, 10)), ("previous", range(8, 0, -1)), ("last", [9]), ("first", [1])):
        for day in days:
            desk.step(where)
            assert on_screen() == [f"2025-07-0{day}_tile{tile}" for tile in range(day)]
