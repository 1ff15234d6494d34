"""Pictures of the guide's page about the Corridor panel, and the window in the README."""

from __future__ import annotations

import json

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QTableView

from tools.guide.studio import Studio

FORD, BARGE = (128.186804, 41.411114), (127.221360, 41.519380)
CORRIDOR = (126.9, 41.2, 128.4, 41.8)
TABLE, CHARTS, CLAIMS, LISTS = range(4)
PAGES = "yalu_corridor_pages"
SECOND_LIST = (("Ford", 41.411114, 128.186804, "ford"), ("Gate", 41.394600, 128.052600, "ford"),
               ("Phungyang west", 41.431189, 127.884500, "ford"), ("Phungyang east", 41.431600, 127.887100, "ford"),
               ("Dock", 41.480000, 127.480000, "dock"))  # SYNTHETIC


def take_pictures(studio: Studio) -> None:
    """Take corridor-*.png and window.png."""
    studio.fresh_survey("corridor")
    studio.show_panel("corridor")
    studio.wait_for_figures()
    studio.zoom_to_box(*CORRIDOR)
    panel = studio.find("YaluCorridorDock")
    studio.open_page(PAGES, CLAIMS)
    studio.wait(lambda: studio.find("yalu_claims_table", QTableView).model().rowCount(), "the claims")
    studio.save("corridor-claims", studio.screen(panel))
    studio.save("../window", studio.screen())
    _charts(studio)
    _measure(studio)
    _second_line(studio)
    _lists(studio)


def _charts(studio: Studio) -> None:
    studio.open_page(PAGES, CHARTS)
    which, chart, images = studio.find("yalu_which_chart", QComboBox), studio.find("yalu_chart"), list[QImage]()
    for number in range(which.count()):
        which.setCurrentIndex(number)
        studio.wait(lambda: not chart._image.isNull(), "the chart")
        images.append(studio.screen(studio.find("YaluCorridorDock")))
    studio.save("corridor-charts", *images)


def _measure(studio: Studio) -> None:
    studio.open_page(PAGES, TABLE)
    studio.click(studio.find("yalu_measure_along_button"))
    studio.wait(lambda: "Measure" in type(studio.canvas.mapTool()).__name__, "the tool")
    studio.click_map(*FORD)
    studio.click_map(*BARGE)
    studio.save("corridor-measure", studio.screen(studio.canvas, studio.find("YaluCorridorDock")))
    studio.canvas.setFocus()
    QTest.keyClick(studio.canvas, Qt.Key.Key_Escape)
    studio.settle()


def _second_line(studio: Studio) -> None:
    """Every tenth vertex of the river line as a second line."""
    from yalu_plugin.paths import resource

    feature = json.loads(resource("data", "yalu_river.geojson").read_text("utf-8"))["features"][0]
    vertices = feature["geometry"]["coordinates"][::10]
    path = studio.scratch / "Every tenth vertex.geojson"
    path.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": {
        "type": "LineString", "coordinates": vertices}}))
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    QgsProject.instance().addMapLayer(layer)
    action, panel = studio.find_action("yalu_second_line"), studio.find("YaluCorridorDock")
    action.setChecked(True)
    studio.find("yalu_second_line", QComboBox).setLayer(layer)
    studio.wait(lambda: any(path.stem in label.text() for label in panel.findChildren(QLabel)), "the second line")
    studio.save("corridor-second-line", studio.screen(panel))
    action.setChecked(False)
    QgsProject.instance().removeMapLayer(layer)


def _lists(studio: Studio) -> None:
    path = studio.scratch / "SYNTHETIC second list.csv"
    path.write_text("name,lat,lon,kind\n" + "".join(f"{name},{lat},{lon},{kind}\n" for name, lat, lon, kind
                                                    in SECOND_LIST))
    layer = QgsVectorLayer(f"file://{path}?delimiter=,&xField=lon&yField=lat&crs=EPSG:4326".replace(" ", "%20"),
                           path.stem, "delimitedtext")
    QgsProject.instance().addMapLayer(layer)
    studio.open_page(PAGES, LISTS)
    for name, shown in (("yalu_list_a", studio.bench.sites.layer()), ("yalu_list_b", layer)):
        studio.find(name, QComboBox).setLayer(shown)
    studio.click(studio.find("yalu_compare_lists_button"))
    studio.wait(lambda: studio.find("yalu_lists_table", QTableView).model().rowCount(), "the lists to be compared")
    studio.save("corridor-lists", studio.screen(studio.find("YaluCorridorDock")))
    QgsProject.instance().removeMapLayer(layer)
    studio.open_page(PAGES, TABLE)
