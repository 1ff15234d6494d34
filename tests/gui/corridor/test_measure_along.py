"""Measuring along the river between two clicks on a real map."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("geopandas")

FORD, BARGE = (128.186804, 41.411114), (127.221360, 41.519380)


@pytest.fixture
def canvas(window, qgis_app):
    """The map with the whole corridor on it."""
    canvas = window.canvas
    look_at(canvas)
    qgis_app.processEvents()
    return canvas


@pytest.fixture
def tool(dock, canvas, qt, wait_for):
    """The tool at work, switched on by its button."""
    from qgis.PyQt.QtWidgets import QToolButton

    button = dock.findChild(QToolButton, "yalu_measure_along_button")
    qt.click(button)
    wait_for(lambda: canvas.mapTool() is not None)
    yield canvas.mapTool()
    canvas.unsetMapTool(canvas.mapTool())


def to_map(canvas):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    return QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), canvas.mapSettings().destinationCrs(),
                                  QgsProject.instance())


def look_at(canvas):
    from qgis.core import QgsRectangle

    canvas.setExtent(to_map(canvas).transformBoundingBox(QgsRectangle(126.9, 41.2, 128.4, 41.8)))


def spot(canvas, place):
    from qgis.core import QgsPointXY
    from qgis.PyQt.QtCore import QPoint

    pixel = canvas.getCoordinateTransform().transform(to_map(canvas).transform(QgsPointXY(*place)))
    return QPoint(round(pixel.x()), round(pixel.y()))


def click(canvas, place, qt, button=None):
    qt.QTest.mouseMove(canvas.viewport(), spot(canvas, place))
    qt.QTest.mouseClick(canvas.viewport(), button or qt.Qt.MouseButton.LeftButton,
                        qt.Qt.KeyboardModifier.NoModifier, spot(canvas, place))


def said(canvas):
    from qgis.PyQt.QtWidgets import QLabel

    labels = [label for label in canvas.findChildren(QLabel, "yalu_stretch_figures") if label.isVisible()]
    return labels[0].text() if labels else ""


def distances(canvas):
    return [float(value) for value in re.match(r"along river (\S+) km   straight (\S+) km", said(canvas)).groups()]


def bands(canvas):
    from qgis.gui import QgsRubberBand, QgsVertexMarker

    return [item for item in canvas.scene().items() if isinstance(item, (QgsRubberBand, QgsVertexMarker))]


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32652", "EPSG:4326"])
def test_two_clicks_on_the_map_of_any_crs(tool, canvas, qt, crs):
    from qgis.core import QgsCoordinateReferenceSystem

    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    look_at(canvas)
    click(canvas, FORD, qt)
    assert said(canvas) == ""
    click(canvas, BARGE, qt)
    along, straight = distances(canvas)  # a pixel of this map is some 200 m, and the river winds in it
    assert along == pytest.approx(160.38, abs=2) and straight == pytest.approx(81.54, abs=0.5)
    assert "Yalu River, 2,617 vertices, on average 143 m apart" in said(canvas)


def test_the_stretch_is_traced_and_the_straight_line_is_beside_it(tool, canvas, qt):
    click(canvas, FORD, qt)
    click(canvas, BARGE, qt)
    trace, straight = sorted((band for band in bands(canvas) if hasattr(band, "numberOfVertices")
                              and band.numberOfVertices()), key=lambda band: -band.numberOfVertices())
    assert trace.numberOfVertices() == 627
    assert straight.numberOfVertices() == 2 and straight.width() < trace.width()


def test_the_figures_can_be_copied(tool, canvas, qt, qgis_app):
    from qgis.PyQt.QtWidgets import QToolButton

    click(canvas, FORD, qt)
    click(canvas, BARGE, qt)
    qt.click(canvas.findChild(QToolButton, "yalu_copy_stretch"))
    assert qgis_app.clipboard().text() == said(canvas)
    assert "41.41" in said(canvas) and "both on the line" in said(canvas)


def test_a_third_click_begins_anew_and_a_right_click_forgets(tool, canvas, qt):
    for place in (FORD, BARGE, FORD):
        click(canvas, place, qt)
    assert said(canvas) == ""
    click(canvas, BARGE, qt, qt.Qt.MouseButton.RightButton)
    click(canvas, BARGE, qt)
    assert said(canvas) == ""
    click(canvas, FORD, qt)
    assert distances(canvas)[0] == pytest.approx(160.38, abs=2)


def test_escape_ends_and_leaves_nothing(tool, canvas, qt, dock, qgis_app):
    from qgis.PyQt.QtWidgets import QToolButton

    click(canvas, FORD, qt)
    click(canvas, BARGE, qt)
    qt.key(canvas, qt.Qt.Key.Key_Escape)
    qgis_app.processEvents()
    assert canvas.mapTool() is not tool and bands(canvas) == [] and said(canvas) == ""
    assert not dock.findChild(QToolButton, "yalu_measure_along_button").isChecked()


def test_another_line_ends_it(tool, canvas, bench, qgis_app):
    bench.choose_corridor(bench.corridor_layer().id(), "")
    qgis_app.processEvents()
    assert canvas.mapTool() is not tool and bands(canvas) == []


def test_a_line_that_is_none_is_told(dock, canvas, bench, qt, told, wait_for):
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtWidgets import QToolButton

    layer = bench.project.addMapLayer(QgsVectorLayer("LineString?crs=EPSG:4326", "empty", "memory"))
    bench.choose_corridor(layer.id(), "")
    button = dock.findChild(QToolButton, "yalu_measure_along_button")
    qt.click(button)
    wait_for(lambda: told())
    assert "not a line" in told()[0] and not button.isChecked()
