"""The coordinates of any point of the map, from its right-click menu."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication, QMenu

from yalu_plugin.core.importing.coordinate_parser import read_position


@pytest.fixture
def point_menu(window: Any, messages: Any) -> Any:
    from yalu_plugin.gui.coordinate_copy import CoordinateCopy
    from yalu_plugin.gui.point_menu import PointMenu

    return PointMenu(window.canvas, CoordinateCopy(messages), window)


def menu_at(canvas: Any, x: int, y: int) -> QMenu:
    """The menu of a right click, as QGIS makes it."""
    menu = QMenu(canvas)
    menu.addAction("QGIS' own")
    event = QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonPress, QPoint(x, y), Qt.MouseButton.RightButton)
    canvas.contextMenuAboutToShow.emit(menu, event)
    return menu


def show(window: Any, crs: str, centre: tuple[float, float], width: float) -> None:
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    window.canvas.setCenter(QgsPointXY(*centre))
    window.canvas.zoomScale(window.canvas.scale() * width / window.canvas.extent().width())


@pytest.mark.parametrize(("crs", "centre", "width"), [
    ("EPSG:4326", (128.186804, 41.411114), 0.01), ("EPSG:3857", (14_269_690, 5_075_800), 2_000),
    ("EPSG:32652", (432_035, 4_584_715), 2_000)])
def test_what_is_copied_is_the_clicked_point(
        point_menu: Any, window: Any, crs: str, centre: tuple[float, float], width: float, bar_texts: Any) -> None:
    from yalu_plugin.gui.map_coordinates import lonlat_at

    show(window, crs, centre, width)
    clicked = lonlat_at(window.canvas, window.canvas.getCoordinateTransform().toMapCoordinates(QPoint(100, 50)))
    menu = menu_at(window.canvas, 100, 50)
    assert [action.text() for action in menu.actions()] == ["Copy coordinates of this point", "QGIS' own"]
    copies = menu.findChild(QMenu, "yalu_copy_menu").actions()
    assert len(copies) == 8
    for action in copies:
        action.trigger()
        read = read_position(QApplication.clipboard().text())
        assert (read.lat, read.lon) == pytest.approx((clicked.y(), clicked.x()), abs=4e-5)
        assert bar_texts()[0].startswith(f"Copied: {QApplication.clipboard().text()} (WGS 84; one pixel of the map is ")


def test_the_size_of_a_pixel_is_stated(point_menu: Any, window: Any, bar_texts: Any) -> None:
    show(window, "EPSG:32652", (432_035, 4_584_715), 2_000)
    metres = window.canvas.mapUnitsPerPixel()
    menu_at(window.canvas, 10, 10).findChild(QMenu, "yalu_copy_menu").actions()[0].trigger()
    assert bar_texts()[0].endswith(f"one pixel of the map is {metres:.0f} m)")


def test_the_preferred_notation_is_first(point_menu: Any, window: Any) -> None:
    from yalu_plugin.settings import COPY_NOTATION

    show(window, "EPSG:4326", (128.186804, 41.411114), 0.01)
    COPY_NOTATION.setValue("plus_code")
    try:
        menu = menu_at(window.canvas, 10, 10).findChild(QMenu, "yalu_copy_menu")
    finally:
        COPY_NOTATION.setValue("dd")
    assert [action.objectName() for action in menu.actions()][:3] == [
        "yalu_copy_as_plus_code", "yalu_copy_as_dd", "yalu_copy_as_ddm"]
    assert menu.defaultAction().objectName() == "yalu_copy_as_plus_code"


@pytest.mark.parametrize("centre", [(0.0, 95.0), (190.0, 41.4), (-1e12, 41.4)])
def test_beside_the_world_nothing_is_offered(point_menu: Any, window: Any, centre: tuple[float, float]) -> None:
    show(window, "EPSG:4326", centre, 0.01)
    assert [action.text() for action in menu_at(window.canvas, 450, 300).actions()] == ["QGIS' own"]
