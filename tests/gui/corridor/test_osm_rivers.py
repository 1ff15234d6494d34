"""Rivers from OpenStreetMap. A provider with QuickOSM's algorithm id, parameters and outputs stands in for QuickOSM
(as its processing/quickosm_process.py has them); the download itself is QuickOSM's.
"""

from __future__ import annotations

import pytest

pytest.importorskip("geopandas")

RIVERS = ("LINESTRING (128.25 41.45, 128.186804 41.411114, 127.9 41.43, 127.2 41.52)",
          "LINESTRING (127.9 41.43, 127.9 41.6)")


def download_class(asked, found):
    """QuickOSM's algorithm: notes in `asked` what it was called with, and brings the lines in `found`."""
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
            asked.append(dict(parameters))
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
    """A provider as QuickOSM's: what its algorithm was called with, and what it will find."""
    from qgis.core import QgsApplication, QgsProcessingProvider

    asked, found = [], list(RIVERS)

    class Provider(QgsProcessingProvider):
        def id(self):
            return "quickosm"

        def name(self):
            return "QuickOSM"

        def loadAlgorithms(self):  # noqa: N802
            self.addAlgorithm(download_class(asked, found)())

    provider = Provider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield asked, found
    QgsApplication.processingRegistry().removeProvider(provider)


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def test_not_offered_without_quickosm(dock):
    assert not child(dock, "yalu_osm_rivers_button").isVisible()


def test_offered_once_quickosm_is_there(dock, quickosm):
    assert child(dock, "yalu_osm_rivers_button").isVisible()


def test_rivers_of_the_view_are_chosen_and_keep_their_licence_when_traced(dock, quickosm, on_map, qt, bench, wait_for):
    asked, _ = quickosm
    qt.click(child(dock, "yalu_osm_rivers_button"))
    wait_for(lambda: bench.river.layer_id)
    west, east, south, north = (float(value) for value in asked[0]["EXTENT"].split(" ")[0].split(","))
    assert (asked[0]["KEY"], asked[0]["VALUE"]) == ("waterway", "river")
    assert (west, east) == pytest.approx((126.9, 128.4)) and south < 41.2 < 41.8 < north
    assert child(dock, "yalu_river").currentText() == "Rivers (OpenStreetMap)"
    qt.click(child(dock, "yalu_trace_line_button"))
    on_map.click((128.25, 41.45))
    on_map.click((127.25, 41.51))
    wait_for(lambda: "traced" in child(dock, "yalu_corridor_credit").text())
    assert "© OpenStreetMap contributors" in child(dock, "yalu_corridor_credit").text()
    assert bench.river.line().licence == "ODbL-1.0"


def test_nothing_found_is_told(dock, quickosm, on_map, qt, bench, told, wait_for):
    quickosm[1].clear()
    qt.click(child(dock, "yalu_osm_rivers_button"))
    wait_for(told)
    assert "found no river" in told()[0] and bench.river.layer_id == ""
