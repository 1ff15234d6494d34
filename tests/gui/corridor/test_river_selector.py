"""The line to measure along: bridged with the user's consent, and a second line."""

from __future__ import annotations

import csv

import pytest

pytest.importorskip("geopandas")

# two parts of a line past the published sites, with 0.001 degrees of longitude between them
PARTS = "MULTILINESTRING ((128.25 41.45, 128.186804 41.411114, 127.9 41.43), (127.899 41.43, 127.2 41.52))"
WHOLE = "LINESTRING (128.25 41.45, 128.186804 41.411114, 127.9 41.43, 127.2 41.52)"


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def line_layer(bench, wkt, name):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("MultiLineString?crs=EPSG:4326", name, "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeature(feature)
    return bench.project.addMapLayer(layer)


def headline(dock):
    return child(dock, "yalu_corridor_headline").text()


def credit(dock):
    return child(dock, "yalu_corridor_credit").text()


@pytest.fixture
def in_parts(dock, bench, wait_for):
    layer = line_layer(bench, PARTS, "two parts")
    bench.river.set_line(layer.id(), "")
    wait_for(lambda: child(dock, "yalu_bridge_gaps").isVisible())
    return dock


def test_gaps_are_reported_and_nothing_is_measured(in_parts):
    assert "in 2 parts that do not join" in child(in_parts, "yalu_corridor_why").text()
    assert child(in_parts, "yalu_gaps").text().startswith("84 m: 41.430000, 127.900000")
    assert headline(in_parts) == ""


def test_bridged_on_consent_and_reported_with_the_figures(in_parts, qt, wait_for, bench, qgis_app, tmp_path):
    qt.click(child(in_parts, "yalu_bridge_gaps"))
    wait_for(lambda: headline(in_parts))
    assert bench.river.bridge and "gaps of 84 m bridged" in credit(in_parts)
    assert not child(in_parts, "yalu_bridge_gaps").isVisible()
    qt.click(child(in_parts, "yalu_copy_corridor_button"))
    assert all("gaps of 84 m bridged" in line for line in qgis_app.clipboard().text().splitlines()[1:])
    child(in_parts, "yalu_table_page").save_csv(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["corridor_bridged_m"] for row in csv.DictReader(file)} == {"84"}


def test_the_message_about_gaps_is_removed_once_they_are_bridged(dock, bench, messages, bar_texts, qt, wait_for):
    bench.error_occurred.connect(messages.error)
    bench.river.error_cleared.connect(messages.dismiss)
    bench.river.set_line(line_layer(bench, PARTS, "two parts").id(), "")
    wait_for(lambda: child(dock, "yalu_bridge_gaps").isVisible() and bar_texts())
    assert "in 2 parts" in bar_texts()[0]
    qt.click(child(dock, "yalu_bridge_gaps"))
    wait_for(lambda: headline(dock))
    assert bar_texts() == []


def test_another_message_stays_when_the_line_is_repaired(dock, bench, messages, bar_texts, qt, wait_for):
    bench.error_occurred.connect(messages.error)
    bench.river.error_cleared.connect(messages.dismiss)
    bench.river.set_line(line_layer(bench, PARTS, "two parts").id(), "")
    wait_for(lambda: child(dock, "yalu_bridge_gaps").isVisible() and bar_texts())
    messages.show_message("Something else")
    qt.click(child(dock, "yalu_bridge_gaps"))
    wait_for(lambda: headline(dock))
    assert bar_texts() == ["Something else"]


def test_consent_is_for_this_line_and_kept_when_the_datum_changes(in_parts, qt, wait_for, bench):
    qt.click(child(in_parts, "yalu_bridge_gaps"))
    wait_for(lambda: headline(in_parts))
    datum = child(in_parts, "yalu_datum")
    datum.setFocus()
    qt.key(datum, qt.Qt.Key.Key_Down)
    wait_for(lambda: bench.river.datum_id and headline(in_parts))
    assert bench.river.bridge
    river = child(in_parts, "yalu_river")
    river.setFocus()
    qt.key(river, qt.Qt.Key.Key_Home)
    wait_for(lambda: "Yalu River" in credit(in_parts))
    assert not bench.river.bridge


def test_consent_is_remembered_while_another_river_is_chosen(in_parts, qt, wait_for, bench):
    qt.click(child(in_parts, "yalu_bridge_gaps"))
    wait_for(lambda: headline(in_parts))
    river = child(in_parts, "yalu_river")
    at = river.currentIndex()
    river.setFocus()
    qt.key(river, qt.Qt.Key.Key_Home)
    wait_for(lambda: "Yalu River" in credit(in_parts))
    while river.currentIndex() != at:
        qt.key(river, qt.Qt.Key.Key_Down)
    wait_for(lambda: "gaps of 84 m bridged" in credit(in_parts))
    assert bench.river.bridge and not child(in_parts, "yalu_bridge_gaps").isVisible()


def test_consent_is_remembered_with_the_project(in_parts, qt, wait_for, bench, tmp_path):
    qt.click(child(in_parts, "yalu_bridge_gaps"))
    wait_for(lambda: headline(in_parts))
    assert bench.project.readEntry("yalu_plugin", "bridge")[0] == "yes"
    bench.restore()
    assert bench.river.bridge


@pytest.fixture
def second(dock, bench, qt, wait_for):
    """The panel with a second line selected."""
    layer = line_layer(bench, WHOLE, "ditch")
    qt.click(child(dock, "yalu_second_line_button"))
    child(dock, "yalu_second_line").setLayer(layer)
    wait_for(lambda: "ditch" in child(dock, "yalu_second_line_figures").text())
    return dock


def test_a_second_line_beside_the_first(second):
    figures = child(second, "yalu_second_line_figures").text()
    assert figures.startswith("second line: along ") and "ditch, 4 vertices" in figures
    along, difference = (float(figures.split()[index].strip("(")) for index in (3, 5))
    assert along - difference == pytest.approx(160.38, abs=0.01)
    model = child(second, "yalu_corridor_table").model()
    titles = [model.headerData(column, second_orientation(), 0) for column in range(model.columnCount())]
    assert titles[-2:] == ["2nd line, km", "Difference, km"]
    shown = [[float(model.index(row, column).data()) for column in (1, 8, 9)] for row in range(model.rowCount())]
    assert all(other - km == pytest.approx(apart, abs=0.011) for km, other, apart in shown)
    assert shown[-1][1] < 90 < shown[-1][0]


def test_two_lines_of_one_name_differ_on_screen_and_in_copies(second, bench, qt, wait_for,
                                                              qgis_app, tmp_path):
    from qgis.core import QgsLayerMetadata

    layer = line_layer(bench, WHOLE, "hand drawn")
    about = QgsLayerMetadata()
    about.setTitle("Yalu River")
    layer.setMetadata(about)
    child(second, "yalu_second_line").setLayer(layer)
    named = "Yalu River of layer hand drawn, 4 vertices"
    wait_for(lambda: named in child(second, "yalu_second_line_figures").text())
    qt.click(child(second, "yalu_copy_corridor_button"))
    titles, row = (line.split("\t") for line in qgis_app.clipboard().text().splitlines()[:2])
    assert titles[-1] == "2nd line" and named in row[-1]
    child(second, "yalu_table_page").save_csv(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        saved = list(csv.DictReader(file))[-1]
    assert named in saved["second_line"] and float(saved["second_line_km"]) < 90


def second_orientation():
    from qgis.PyQt.QtCore import Qt

    return Qt.Orientation.Horizontal


def test_the_second_line_goes_with_its_button_and_with_its_layer(second, qt, bench, wait_for):
    qt.click(child(second, "yalu_second_line_button"))
    assert child(second, "yalu_second_line_figures").text() == ""
    assert child(second, "yalu_corridor_table").model().columnCount() == 8
    qt.click(child(second, "yalu_second_line_button"))
    wait_for(lambda: "ditch" in child(second, "yalu_second_line_figures").text())
    bench.project.removeMapLayer(bench.project.mapLayersByName("ditch")[0])
    wait_for(lambda: "ditch" not in child(second, "yalu_second_line_figures").text())


def test_a_second_line_in_parts_is_bridged_on_consent(dock, bench, qt, wait_for):
    layer = line_layer(bench, PARTS, "two parts")
    qt.click(child(dock, "yalu_second_line_button"))
    child(dock, "yalu_second_line").setLayer(layer)
    figures = child(dock, "yalu_second_line_figures")
    wait_for(lambda: child(dock, "yalu_bridge_second_gaps").isVisible())
    assert headline(dock) and not child(dock, "yalu_bridge_gaps").isVisible()
    assert "in 2 parts" in child(dock, "yalu_second_gaps").toolTip()
    assert child(dock, "yalu_second_gaps").text().startswith("84 m: 41.430000, 127.900000")
    qt.click(child(dock, "yalu_bridge_second_gaps"))
    wait_for(lambda: "gaps of 84 m bridged" in figures.text())
    assert not child(dock, "yalu_bridge_second_gaps").isVisible() and not bench.river.bridge
    child(dock, "yalu_second_line").setLayer(line_layer(bench, PARTS, "two other parts"))
    wait_for(lambda: child(dock, "yalu_bridge_second_gaps").isVisible())  # consent was for that line
    qt.click(child(dock, "yalu_second_line_button"))
    assert figures.text() == "" and not child(dock, "yalu_bridge_second_gaps").isVisible()


def test_a_second_line_that_cannot_be_measured_is_reported(dock, bench, qt, wait_for):
    layer = line_layer(bench, "MULTILINESTRING EMPTY", "empty")
    qt.click(child(dock, "yalu_second_line_button"))
    child(dock, "yalu_second_line").setLayer(layer)
    wait_for(lambda: "not a line" in child(dock, "yalu_second_line_figures").text())
    assert headline(dock) and not child(dock, "yalu_bridge_second_gaps").isVisible()
