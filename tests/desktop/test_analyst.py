"""The question for the analyst's name in a real QGIS: clicks still work, and letters typed there record nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QLineEdit
from qgis.utils import loadPlugin, plugins, startPlugin, unloadPlugin

from tools.desk import Desk

PICTURES = Path(__file__).resolve().parents[2] / "build" / "desktop"
NAME = "yalu_plugin"
SETTINGS = ("analyst_name", "analyst_initials")


@pytest.fixture(scope="module")
def desk(iface: QgisInterface, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A `Desk` without an analyst's name, with a published survey; the window is restored afterwards."""
    settings = QgsSettings()
    stored = {key: settings.value(f"plugins/{NAME}/{key}") for key in SETTINGS}
    for key in SETTINGS:
        settings.remove(f"plugins/{NAME}/{key}")
    if NAME in plugins:
        unloadPlugin(NAME)
    assert loadPlugin(NAME) and startPlugin(NAME)
    desk = Desk(iface, PICTURES)
    desk.clear_messages()
    desk.show_panel("crossings")
    desk.new_survey(tmp_path_factory.mktemp("analyst") / "survey.gpkg")
    desk.zoom_to(127.605, 41.45, 30_000)
    yield desk
    desk.clear_messages()
    iface.newProject()
    assert unloadPlugin(NAME)
    settings.remove(f"plugins/{NAME}/docks_arranged")
    for key, value in stored.items():
        settings.setValue(f"plugins/{NAME}/{key}", value)


def record() -> list[dict[str, Any]]:
    return sorted(plugins[NAME].workbench.session.survey.rows("audit"), key=lambda row: row["seq"])


def add_crossing(desk: Desk, lon: float, lat: float) -> str:
    """Add a crossing by a click on the map; returns `who` of its entry."""
    desk.click(desk.find("yalu_add_crossing_button"))
    desk.click_map(lon, lat)
    desk.click(desk.find("yalu_add_crossing_button"))
    return str(record()[-1]["who"])


def test_the_question_is_shown_and_the_map_keeps_the_focus(desk: Desk) -> None:
    assert desk.messages()[-1].startswith("Who is recording?")
    assert not desk.find("yalu_ask_analyst_name", QLineEdit).hasFocus()
    desk.picture("70-who-is-recording")


def test_a_click_does_not_wait_for_the_answer(desk: Desk) -> None:
    suggested = desk.find("yalu_ask_analyst_name", QLineEdit).text()
    assert add_crossing(desk, 127.601, 41.452) == suggested != ""


def test_a_name_typed_there_records_nothing_and_signs_later_entries(desk: Desk) -> None:
    before = len(record())
    desk.iface.setActiveLayer(QgsProject.instance().mapLayersByName("Crossings and sites")[0])
    while not desk.messages()[0].startswith("Who"):
        desk.iface.messageBar().popWidget()
    desk.enter_analyst("Pawun Awp", "PA")
    assert len(record()) == before
    desk.picture("71-named")
    assert add_crossing(desk, 127.612, 41.447) == "Pawun Awp (PA)"
