"""A patrol in a real QGIS: by keys on the map, a click for a finding, ended by Esc, and resumed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMenu
from qgis.utils import plugins

from tests.desktop.fitting import find_misfits
from tools.desk import Desk
from tools.synthetic_scenes import make_scenes

NAME = "yalu_plugin"
LAST = "2025-07-30"
SAVED: list[str] = []  # the survey


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A `Desk` with four SYNTHETIC scenes of 6 km around the Hyesan ford in a new survey."""
    settings = QgsSettings()
    settings.setValue("plugins/yalu_plugin/patrol_length_m", 1_000)
    settings.setValue("plugins/yalu_plugin/patrol_overlap_m", 100)
    folder = tmp_path_factory.mktemp("patrol")
    make_scenes(folder / "scenes")
    desk.new_survey(folder / "patrol.gpkg")
    SAVED.append(str(folder / "patrol.gpkg"))
    desk.add_folder(folder / "scenes")
    desk.wait(lambda: bench().river.chainages, "the river to be measured")
    desk.go_to_day(LAST)
    desk.zoom_to(128.186804, 41.411114, 50_000)
    desk.clear_messages()
    yield desk
    for key in ("length_m", "overlap_m"):
        settings.remove(f"plugins/yalu_plugin/patrol_{key}")


def bench() -> Any:
    return plugins[NAME].workbench


def rows() -> list[tuple[str, str | None]]:
    return [(row["result"], row["reason"]) for row in bench().session.survey.rows("searches")]


def text(desk: Desk, name: str) -> str:
    return str(desk.find(f"yalu_patrol_{name}", QLabel).text())


def press(desk: Desk, key: Any) -> None:
    QTest.keyClick(desk.canvas, key)
    desk.settle()


def test_ignored_quick_keys_are_reported(desk: Desk) -> None:
    """Spaces faster than the map is drawn: the bar shows how many recorded nothing."""
    desk.click(desk.find("yalu_patrol_button"))
    desk.settle()
    desk.clear_messages()
    keys = 6
    for _ in range(keys):  # at once: the last one must not be in time, which would end the line
        QTest.keyClick(desk.canvas, Qt.Key.Key_Space)
    desk.settle()
    lost = keys - len(rows())
    assert lost > 0 and str(lost) in text(desk, "hints") and "recorded nothing" in text(desk, "hints")
    for _ in range(2):
        press(desk, Qt.Key.Key_Space)
    assert len(rows()) == keys - lost + 2 and text(desk, "hints").startswith("Space: nothing · ")
    press(desk, Qt.Key.Key_Escape)
    while bench().history.done:
        bench().history.undo()
    desk.settle()
    desk.clear_messages()


def test_the_river_is_walked_by_keys(desk: Desk) -> None:
    rotation, scale = desk.canvas.rotation(), desk.canvas.scale()
    desk.click(desk.find("yalu_patrol_button"))
    desk.settle()
    assert text(desk, "place") == "km -5 to -4 · 1 of 11"
    assert "Space: nothing · " in text(desk, "hints")
    assert desk.canvas.rotation() != rotation
    desk.picture("patrol-first")
    press(desk, Qt.Key.Key_Space)
    press(desk, Qt.Key.Key_Space)
    assert rows() == [("searched", None)] * 2
    press(desk, Qt.Key.Key_N)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    desk.picture("patrol-reasons")
    QTest.keyClick(menu, Qt.Key.Key_2)
    desk.settle()
    assert rows()[2:] == [("not_observable", "ice")]
    press(desk, Qt.Key.Key_Space)
    piece = bench().patrol.piece(bench().patrol.current.interval)
    desk.click_map(*piece[len(piece) // 2])
    desk.settle()
    press(desk, Qt.Key.Key_Space)
    assert text(desk, "searched").startswith(
        "Searched km -5 to -3.1, -2.3 to -0.4 on 2025-07-30: 3.8 of 374.4 km (1.0 %); 1 new; km -3.1 to -2.3 not "
        "observable (0.8 km)")
    desk.picture("patrol-walked")
    assert find_misfits(desk.find("yalu_patrol_bar")) == []
    for name in ("hints", "searched"):  # in a narrow panel they are elided: the tooltip has the full text
        assert text(desk, name).split(" · ")[0] in desk.find(f"yalu_patrol_{name}", QLabel).toolTip()
    press(desk, Qt.Key.Key_Backspace)
    assert text(desk, "place") == "km -1.4 to -0.4 · 5 of 11"
    press(desk, Qt.Key.Key_Escape)
    assert not bench().patrol.running
    assert (desk.canvas.rotation(), round(desk.canvas.scale())) == (rotation, round(scale))
    assert not desk.find("yalu_patrol_bar").isVisible()


def test_searched_stretches_stay_on_the_map(desk: Desk) -> None:
    dock = plugins[NAME]._crossings
    assert text_of_counts(desk) == "1.0 % of the corridor searched in Q3 2025"
    layers = set(QgsProject.instance().mapLayers())
    box: Any = desk.find("yalu_show_searched_box")
    desk.click(box)
    desk.settle()
    desk.picture("patrol-searched")
    view = dock._searched._view
    assert box.isChecked() and [band.isVisible() for band in view._bands] == [True, True]
    assert set(QgsProject.instance().mapLayers()) == layers and find_misfits(dock.widget()) == []
    desk.click(box)
    assert not any(band.isVisible() for band in view._bands)


def text_of_counts(desk: Desk) -> str:
    return str(desk.find("yalu_located", QLabel).text().split("; ")[-1])


def test_it_continues_after_the_project_is_reopened(desk: Desk, iface: QgisInterface, tmp_path: Path) -> None:
    path = str(tmp_path / "patrol.qgz")
    assert QgsProject.instance().write(path)
    iface.newProject()
    assert iface.addProject(path)
    desk.wait(lambda: bench().river.chainages and bench().imagery.scene, "the project to be read")
    desk.settle()
    desk.clear_messages()
    desk.click(desk.find("yalu_patrol_button"))
    desk.settle()
    assert text(desk, "place") == "km -0.5 to 0.5 · 6 of 11"
    assert "; 1 new; " in text(desk, "searched")
    press(desk, Qt.Key.Key_Space)
    desk.press("Ctrl+Z")
    desk.settle()
    assert text(desk, "place") == "km -0.5 to 0.5 · 6 of 11"
    assert len(rows()) == 5
    iface.newProject()
    assert not bench().patrol.running and not desk.find("yalu_patrol_bar").isVisible()


def test_a_project_saved_during_a_patrol_opens_as_the_map_was_before(desk: Desk, iface: QgisInterface, tmp_path: Path
                                                                     ) -> None:
    desk.open_survey(Path(SAVED[0]))
    desk.go_to_day(LAST)
    desk.zoom_to(128.186804, 41.411114, 50_000)
    desk.click(desk.find("yalu_patrol_button"))
    desk.settle()
    assert desk.canvas.rotation() != 0
    path = str(tmp_path / "under-way.qgz")
    assert QgsProject.instance().write(path)
    iface.newProject()
    assert iface.addProject(path)
    desk.wait(lambda: bench().imagery.scene, "the project to be read")
    desk.settle()
    assert desk.canvas.rotation() == 0 and desk.canvas.scale() == pytest.approx(50_000, rel=0.1)
