"""The Corridor panel in a real QGIS: measuring between two clicks, published claims, charts, and two lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QTableView, QTabWidget, QTextBrowser
from qgis.utils import plugins

from tools.desk import Desk

pytest.importorskip("geopandas")

NAME = "yalu_plugin"
FORD, BARGE = (128.186804, 41.411114), (127.221360, 41.519380)
CORRIDOR = (127.0, 41.25, 128.4, 41.75)


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A `Desk` with the published survey, the Corridor panel in front."""
    desk.new_survey(tmp_path_factory.mktemp("corridor") / "survey.gpkg")
    desk.clear_messages()
    desk.show_panel("corridor")
    desk.wait_for_figures()
    desk.zoom_to_box(*CORRIDOR)
    yield desk
    open_page(desk, "Table")
    desk.clear_messages()


def open_page(desk: Desk, title: str) -> None:
    """Click a tab of the panel."""
    tabs = desk.find("yalu_corridor_pages", QTabWidget)
    index = [tabs.tabText(number) for number in range(tabs.count())].index(title)
    QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                     tabs.tabBar().tabRect(index).center())
    desk.settle()


def test_the_window_with_its_panels_fits_a_screen_of_768_pixels(desk: Desk) -> None:
    for panel in ("crossings", "imagery", "corridor"):
        desk.show_panel(panel)
    for page in ("Charts", "Claims", "Lists", "Table"):
        open_page(desk, page)
    assert desk.window.minimumSizeHint().height() <= 720  # the rest is for the title bar and the desktop's panels


def table(desk: Desk, name: str) -> dict[str, list[str]]:
    """Return the rows of a table by their first column."""
    model = desk.find(name, QTableView).model()
    rows = [[model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())]
    return {row[0]: row for row in rows}


def bands(desk: Desk) -> list[Any]:
    """Return the visible rubber bands over the map."""
    return [item for item in desk.canvas.scene().items() if isinstance(item, QgsRubberBand) and item.isVisible()]


def test_1_two_clicks_measure_along_the_river(desk: Desk) -> None:
    button = desk.find("yalu_measure_along_button")
    desk.click(button)
    desk.wait(lambda: desk.canvas.mapTool() and "Measure" in type(desk.canvas.mapTool()).__name__, "the tool")
    desk.click_map(*FORD)
    desk.click_map(*BARGE)
    desk.picture("50-measured-along")
    summary = desk.find("yalu_stretch_figures", QLabel, desk.canvas).text()
    along, straight = (float(km) for km in re.match(r"along river (\S+) km   straight (\S+) km", summary).groups())
    assert along == pytest.approx(160.38, abs=1) and straight == pytest.approx(81.54, abs=0.3)
    assert "2,617 vertices, on average 143 m apart" in summary
    assert re.search(r"the first click is \d+ m off it, the second \d+ m", summary)


def test_2_escape_leaves_nothing_on_the_map(desk: Desk) -> None:
    desk.canvas.setFocus()
    QTest.keyClick(desk.canvas, Qt.Key.Key_Escape)
    desk.settle()
    assert bands(desk) == [] and desk.canvas.findChild(QLabel, "yalu_stretch_figures") is None
    assert not desk.find("yalu_measure_along_button").isChecked()


def test_3_published_claims_are_along_the_river_and_straight(desk: Desk) -> None:
    open_page(desk, "Claims")
    desk.wait(lambda: table(desk, "yalu_claims_table"), "the claims")
    desk.picture("51-claims")
    claims = table(desk, "yalu_claims_table")
    assert claims["about 177 km"][1:4] == ["Along the river", "176.8", "92.4"]
    assert claims["about 95 km"][1:4] == ["Straight line", "190.3", "95.5"]
    summary = desk.find("yalu_findings", QTextBrowser).toPlainText()
    assert "4 of 43 located" in summary and "30 of 32" in summary and "south-west, not south" in summary


def test_4_charts(desk: Desk) -> None:
    open_page(desk, "Charts")
    chart = desk.find("yalu_chart")
    which = desk.find("yalu_which_chart", QComboBox)
    for number in range(which.count()):
        which.setCurrentIndex(number)
        desk.wait(lambda: not chart._image.isNull(), "the chart")
        desk.picture(f"52-chart-{which.currentData()}")
    colours = {chart._image.pixelColor(x, y).name() for x in range(0, chart._image.width(), 2)
               for y in range(0, chart._image.height(), 2)}
    assert len(colours) > 10


def test_5_a_list_is_the_same_as_itself(desk: Desk) -> None:
    open_page(desk, "Lists")
    sites = plugins[NAME].workbench.sites.layer()
    for name in ("yalu_list_a", "yalu_list_b"):
        desk.find(name, QComboBox).setLayer(sites)
    desk.click(desk.find("yalu_compare_lists_button"))
    desk.wait(lambda: table(desk, "yalu_lists_table"), "the lists to be compared")
    desk.picture("53-lists")
    assert desk.find("yalu_lists_summary", QLabel).text().startswith("Same 4 · Split 0 · Moved 0")
