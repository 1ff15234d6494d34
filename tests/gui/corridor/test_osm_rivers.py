"""Rivers from OpenStreetMap. A provider with QuickOSM's algorithm id, parameters and outputs stands in for QuickOSM
(as its quick_osm_processing/quickosm_process.py has them); the download itself is QuickOSM's.
"""

from __future__ import annotations

import gc
import threading
import time
import weakref

import pytest

pytest.importorskip("geopandas")

RIVERS = ("LINESTRING (128.25 41.45, 128.186804 41.411114, 127.9 41.43, 127.2 41.52)",
          "LINESTRING (127.9 41.43, 127.9 41.6)")


def download_class(requested, found):
    """QuickOSM's algorithm: appends its parameters to `requested`, and returns the lines in `found`."""
    from qgis.core import (
        QgsFeature,
        QgsGeometry,
        QgsProcessing,
        QgsProcessingAlgorithm,
        QgsProcessingOutputVectorLayer,
        QgsProcessingParameterExtent,
        QgsProcessingParameterString,
        QgsVectorLayer,
    )

    class Download(QgsProcessingAlgorithm):
        def name(self):
            return "downloadosmdataextentquery"

        def displayName(self):  # noqa: N802
            return "Download"

        def createInstance(self):  # noqa: N802
            return Download()

        def initAlgorithm(self, configuration=None):  # noqa: N802
            for name in ("KEY", "VALUE"):
                self.addParameter(QgsProcessingParameterString(name, name))
            self.addParameter(QgsProcessingParameterExtent("EXTENT", "EXTENT"))
            self.addOutput(QgsProcessingOutputVectorLayer("OUTPUT_LINES", "", QgsProcessing.SourceType.TypeVectorLine))

        def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
            requested.append(dict(parameters))
            if found and callable(found[0]):
                found[0](feedback)
            layer = QgsVectorLayer("LineString?crs=EPSG:4326&field=name:string", "OSMQuery_lines", "memory")
            for wkt in found:
                feature = QgsFeature(layer.fields())
                feature.setAttributes(["Yalu"])
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
                layer.dataProvider().addFeature(feature)
            context.temporaryLayerStore().addMapLayer(layer)
            return {"OUTPUT_LINES": layer.id()}

    return Download


@pytest.fixture
def quickosm(qgis_app):
    """A provider like QuickOSM's; yields the list of calls of its algorithm, and the lines it returns."""
    from qgis.core import QgsApplication, QgsProcessingProvider

    requested, found = [], list(RIVERS)

    class Provider(QgsProcessingProvider):
        def id(self):
            return "quickosm"

        def name(self):
            return "QuickOSM"

        def loadAlgorithms(self):  # noqa: N802
            self.addAlgorithm(download_class(requested, found)())

    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield requested, found
    QgsApplication.processingRegistry().removeProvider(provider)


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def test_not_offered_without_quickosm(dock):
    assert not child(dock, "yalu_osm_rivers_button").isVisible()


def test_offered_once_quickosm_is_there(dock, quickosm):
    assert child(dock, "yalu_osm_rivers_button").isVisible()


def test_rivers_of_the_view_are_chosen_and_keep_their_licence_when_traced(dock, quickosm, on_map, qt, bench, wait_for):
    requested, _ = quickosm
    qt.click(child(dock, "yalu_osm_rivers_button"))
    wait_for(lambda: bench.river.layer_id)
    west, east, south, north = (float(value) for value in requested[0]["EXTENT"].split(" ")[0].split(","))
    assert (requested[0]["KEY"], requested[0]["VALUE"]) == ("waterway", "river")
    assert (west, east) == pytest.approx((126.9, 128.4)) and south < 41.2 < 41.8 < north
    assert child(dock, "yalu_river").currentText() == "Rivers (OpenStreetMap)"
    qt.click(child(dock, "yalu_trace_line_button"))
    on_map.click((128.25, 41.45))
    on_map.click((127.25, 41.51))
    wait_for(lambda: "traced" in child(dock, "yalu_corridor_credit").text())
    assert "© OpenStreetMap contributors" in child(dock, "yalu_corridor_credit").text()
    assert bench.river.line().licence == "ODbL-1.0"


def test_nothing_found_is_reported(dock, quickosm, on_map, qt, bench, bar_texts, wait_for):
    quickosm[1].clear()
    qt.click(child(dock, "yalu_osm_rivers_button"))
    wait_for(bar_texts)
    assert "found no river" in bar_texts()[0] and bench.river.layer_id == ""


def test_a_failed_download_is_reported_as_such(dock, quickosm, on_map, qt, bar_texts, wait_for):
    def refuse(feedback):
        raise RuntimeError("the server is too busy")

    quickosm[1][:] = [refuse]
    qt.click(child(dock, "yalu_osm_rivers_button"))
    wait_for(bar_texts)
    assert bar_texts()[0].startswith("QuickOSM could not download the rivers.")
    assert child(dock, "yalu_osm_rivers_button").isEnabled()


def wait_for_cancel(feedback):
    while not feedback.isCanceled():
        time.sleep(0.01)


def test_a_download_that_is_cancelled_is_no_error(dock, quickosm, on_map, qt, bench, bar_texts, wait_for):
    quickosm[1][:] = [wait_for_cancel]
    button = child(dock, "yalu_osm_rivers_button")
    qt.click(button)
    wait_for(lambda: quickosm[0])
    dock._tools[0].end()
    wait_for(button.isEnabled)
    assert not bar_texts() and bench.river.layer_id == ""


def test_what_the_download_works_on_lives_as_long_as_it_does(qgis_app, quickosm, wait_for):
    from qgis.core import QgsApplication, QgsProject

    from yalu_plugin.layers.corridor.quickosm import RiverDownload

    go_on, ended = threading.Event(), []
    quickosm[1][:] = [lambda feedback: go_on.wait(20)]
    download = RiverDownload((127, 41, 128, 42), QgsProject.instance())
    context, task = weakref.ref(download._context), download.task
    task.executed.connect(lambda ok, results: ended.append(ok))
    QgsApplication.taskManager().addTask(task)
    wait_for(lambda: quickosm[0])
    del download, task
    gc.collect()
    assert context() is not None
    go_on.set()
    wait_for(lambda: ended)


def test_a_view_over_the_180th_meridian_is_not_downloaded(qgis_app, quickosm):
    from qgis.core import QgsProject

    from yalu_plugin.layers.corridor.quickosm import NoRivers, RiverDownload

    with pytest.raises(NoRivers):
        RiverDownload((170, 41.2, -170, 41.8), QgsProject.instance())
