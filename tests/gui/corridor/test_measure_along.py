"""Measuring along the river between two clicks on a real map."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("geopandas")

FORD, BARGE = (128.186804, 41.411114), (127.221360, 41.519380)


@pytest.fixture
def tool(dock, canvas, qt, wait_for):
    """The active tool, switched on by its button."""
    from qgis.PyQt.QtWidgets import QToolButton

    button = dock.findChild(QToolButton, "yalu_measure_along_button")
    qt.click(button)
    wait_for(lambda: canvas.mapTool() is not None)
    yield canvas.mapTool()
    canvas.unsetMapTool(canvas.mapTool())


def stretch_text(canvas):
    from qgis.PyQt.QtWidgets import QLabel

    labels = [label for label in canvas.findChildren(QLabel, "yalu_stretch_figures") if label.isVisible()]
    return labels[0].text() if labels else ""


def distances(canvas):
    figures = re.match(r"along river (\S+) km   straight (\S+) km", stretch_text(canvas)).groups()
    return [float(value) for value in figures]


def bands(canvas):
    from qgis.gui import QgsRubberBand, QgsVertexMarker

    return [item for item in canvas.scene().items() if isinstance(item, (QgsRubberBand, QgsVertexMarker))]


def bands_drawn(canvas):
    return [band for band in bands(canvas) if hasattr(band, "numberOfVertices") and band.numberOfVertices()]


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32652", "EPSG:4326"])
def test_two_clicks_on_the_map_of_any_crs(tool, canvas, on_map, qt, crs):
    from qgis.core import QgsCoordinateReferenceSystem

    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    on_map.look_at()
    on_map.click(FORD)
    assert stretch_text(canvas) == ""
    on_map.click(BARGE)
    along, straight = distances(canvas)  # a pixel of this map is some 200 m, and the river winds in it
    assert along == pytest.approx(160.38, abs=2) and straight == pytest.approx(81.54, abs=0.5)
    assert "Yalu River, 2,617 vertices, on average 143 m apart" in stretch_text(canvas)


def test_the_stretch_is_traced_and_the_straight_line_is_beside_it(tool, canvas, on_map, qt):
    on_map.click(FORD)
    on_map.click(BARGE)
    trace, straight = sorted((band for band in bands(canvas) if hasattr(band, "numberOfVertices")
                              and band.numberOfVertices()), key=lambda band: -band.numberOfVertices())
    assert trace.numberOfVertices() in (626, 627)  # a click is as exact as a pixel
    assert straight.numberOfVertices() == 2 and straight.width() < trace.width()


def test_the_figures_can_be_copied(tool, canvas, on_map, qt, qgis_app):
    from qgis.PyQt.QtWidgets import QToolButton

    on_map.click(FORD)
    on_map.click(BARGE)
    qt.click(canvas.findChild(QToolButton, "yalu_copy_stretch"))
    assert qgis_app.clipboard().text() == stretch_text(canvas)
    assert "41.41" in stretch_text(canvas)
    assert re.search(r" \(WGS 84\) on the line; the first click is \d+ m off it, the second \d+ m$",
                     stretch_text(canvas), re.M)


def test_the_distance_of_a_click_from_the_line_is_reported(tool, canvas, on_map, qt):
    on_map.click((128.18, 41.44))  # 2,666 m off the line
    on_map.click(BARGE)
    far = float(re.search(r"the first click is (\S+) km off it", stretch_text(canvas)).group(1))
    assert far == pytest.approx(2.67, abs=0.3)  # a pixel is some 200 m


def test_a_click_far_off_the_line_is_not_measured(tool, canvas, on_map, qt, bar_texts, settle):
    on_map.click(FORD)
    on_map.click((127.5, 41.75))
    assert stretch_text(canvas) == "" and bands_drawn(canvas) == []
    first, second = re.match(r"The first click is (\d+) m off the line, the second (\S+) km: farther than 5 km",
                             bar_texts()[0]).groups()
    assert float(first) < 500 and 20 < float(second) < 50
    on_map.click(FORD)
    assert bar_texts() == []
    settle()  # without the message the map is higher
    on_map.click(BARGE)
    assert distances(canvas)[0] == pytest.approx(160.38, abs=2)


def test_the_figures_lie_at_the_lower_edge_where_no_message_covers_them(tool, canvas, on_map, qt, qgis_app):
    from qgis.PyQt.QtWidgets import QFrame

    on_map.click(FORD)
    on_map.click(BARGE)
    box = canvas.findChild(QFrame, "yalu_stretch")
    assert canvas.height() - box.geometry().bottom() < 12
    canvas.resize(canvas.width(), canvas.height() - 60)
    qgis_app.processEvents()
    assert canvas.height() - box.geometry().bottom() < 12


def test_a_third_click_starts_again_and_a_right_click_clears(tool, canvas, on_map, qt):
    for place in (FORD, BARGE, FORD):
        on_map.click(place)
    assert stretch_text(canvas) == ""
    on_map.click(BARGE, qt.Qt.MouseButton.RightButton)
    on_map.click(BARGE)
    assert stretch_text(canvas) == ""
    on_map.click(FORD)
    assert distances(canvas)[0] == pytest.approx(160.38, abs=2)


def test_escape_ends_and_leaves_nothing(tool, canvas, on_map, qt, dock, qgis_app):
    from qgis.PyQt.QtWidgets import QToolButton

    on_map.click(FORD)
    on_map.click(BARGE)
    qt.key(canvas, qt.Qt.Key.Key_Escape)
    qgis_app.processEvents()
    assert canvas.mapTool() is not tool and bands(canvas) == [] and stretch_text(canvas) == ""
    assert not dock.findChild(QToolButton, "yalu_measure_along_button").isChecked()


def test_another_line_ends_it(tool, canvas, bench, qgis_app):
    bench.river.set_line(bench.river.survey_line().id(), "")
    qgis_app.processEvents()
    assert canvas.mapTool() is not tool and bands(canvas) == []


def test_a_layer_that_is_not_a_line_is_reported(dock, canvas, bench, qt, bar_texts, wait_for):
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtWidgets import QToolButton

    layer = bench.project.addMapLayer(QgsVectorLayer("LineString?crs=EPSG:4326", "empty", "memory"))
    bench.river.set_line(layer.id(), "")
    button = dock.findChild(QToolButton, "yalu_measure_along_button")
    qt.click(button)
    wait_for(lambda: bar_texts())
    assert "not a line" in bar_texts()[0] and not button.isChecked()
