"""The add-crossing tool on a real map with real mouse events."""

from __future__ import annotations

from typing import Any

import pytest

FORD = (128.186804, 41.411114)


@pytest.fixture
def placed() -> list[tuple[float, float, str]]:
    """The places and kinds that the tool adds."""
    return []


@pytest.fixture
def tool(window: Any, messages: Any, placed: list[tuple[float, float, str]]) -> Any:
    """The tool, active on the window's map (EPSG:3857) around the Hyesan ford."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsRectangle

    from yalu_plugin.gui.crossings.add_crossing_tool import AddCrossingTool

    canvas = window.canvas
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                    canvas.mapSettings().destinationCrs(), QgsProject.instance())
    middle = to_map.transform(QgsPointXY(*FORD))
    canvas.setExtent(QgsRectangle.fromCenterAndSize(middle, 400, 400))
    tool = AddCrossingTool(canvas, lambda point, kind: placed.append((point.x(), point.y(), kind)), messages)
    canvas.setMapTool(tool)
    yield tool
    canvas.unsetMapTool(tool)


def click(canvas: Any, qt: Any, button: Any = None) -> None:
    qt.QTest.mouseClick(canvas.viewport(), button or qt.Qt.MouseButton.LeftButton,
                        qt.Qt.KeyboardModifier.NoModifier, canvas.viewport().rect().center())


def test_a_click_places_a_vehicle_ford_in_longitude_and_latitude(tool, window, placed, qt):
    click(window.canvas, qt)
    ((lon, lat, kind),) = placed
    assert (lon, lat) == pytest.approx(FORD, abs=2e-5)
    assert kind == "vehicle_ford"


def test_a_mouse_event_of_qgis(tool, window, placed, qt):
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtCore import QEvent

    event = QgsMapMouseEvent(window.canvas, QEvent.Type.MouseButtonRelease, window.canvas.rect().center(),
                             qt.Qt.MouseButton.LeftButton)
    tool.canvasReleaseEvent(event)
    assert placed[0][:2] == pytest.approx(FORD, abs=2e-5)


def test_keys_choose_the_kind(tool, window, placed, qt):
    kinds: list[str] = []
    tool.kind_changed.connect(kinds.append)
    qt.key(window.canvas, qt.Qt.Key.Key_B)
    click(window.canvas, qt)
    qt.key(window.canvas, qt.Qt.Key.Key_V)
    click(window.canvas, qt)
    assert [kind for *_, kind in placed] == kinds == ["barge_dock", "vehicle_ford"]


def test_a_key_with_control_is_ignored(tool, window, qt):
    qt.key(window.canvas, qt.Qt.Key.Key_B, qt.Qt.KeyboardModifier.ControlModifier)
    assert tool.kind == "vehicle_ford"


def test_the_right_button_places_nothing(tool, window, placed, qt):
    click(window.canvas, qt, qt.Qt.MouseButton.RightButton)
    assert placed == []


def test_a_point_off_the_earth_is_reported(tool, window, placed, bar_texts, qt):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32652"))
    window.canvas.setExtent(QgsRectangle(9e9, 9e9, 9.1e9, 9.1e9))
    click(window.canvas, qt)
    assert placed == []
    assert bar_texts() == ["There is no latitude and longitude at that point. Click where the map shows the ground."]


def test_esc_switches_to_the_pan_tool(tool, window, qt):
    from qgis.PyQt.QtWidgets import QAction

    pan, taken = QAction(window), []
    pan.setObjectName("mActionPan")
    pan.triggered.connect(taken.append)
    qt.QTest.keyClick(window.canvas.viewport(), qt.Qt.Key.Key_Escape)
    assert window.canvas.mapTool() is None and len(taken) == 1
    pan.setParent(None)
