"""The Corridor panel on the published sites and the bundled river."""

from __future__ import annotations

import csv

import pytest

pytest.importorskip("geopandas")

HYESAN, GATE, PHUNGYANG, BARGE = (
    "Hyesan sandbar ford", "Border fence gate crossing", "Phungyang fording site",
    "River barge crossing site, Kimhyongjik")


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def headline(dock):
    return child(dock, "yalu_corridor_headline").text()


def rows(dock):
    model = child(dock, "yalu_corridor_table").model()
    return [[model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())]


def site_ids(bench):
    return {row["name"]: row["id"] for row in bench.session.survey.rows("sites")}


def click_row(dock, row, qt, modifier=None):
    table = child(dock, "yalu_corridor_table")
    place = table.visualRect(table.model().index(row, 0)).center()
    modifier = modifier or qt.Qt.KeyboardModifier.NoModifier
    qt.QTest.mouseClick(table.viewport(), qt.Qt.MouseButton.LeftButton, modifier, place)


def selected_rows(dock):
    return sorted(index.row() for index in child(dock, "yalu_corridor_table").selectionModel().selectedRows())


def choose(combo, index, qt):
    """Select an entry with the keyboard, like a user."""
    combo.setFocus()
    while combo.currentIndex() != index:
        down = combo.currentIndex() < index
        qt.key(combo, qt.Qt.Key.Key_Down if down else qt.Qt.Key.Key_Up)


def test_published_figures(dock):
    assert headline(dock) == (
        "along river 160.38 km   straight 81.54 km   ratio 1.97   4 crossings (left out: 2 of other kinds)")
    assert [row[:4] for row in rows(dock)] == [
        [HYESAN, "0.00", "24.42", "11.48"], [GATE, "24.42", "34.28", "14.51"],
        [PHUNGYANG, "58.69", "101.69", "56.31"], [BARGE, "160.38", "", ""]]
    assert [row[4] for row in rows(dock)][1:] == ["106", "57", "101"]
    assert [row[7] for row in rows(dock)] == ["Vehicle crossing"] * 3 + ["Barge crossing"]


def test_says_which_line(dock):
    credit = child(dock, "yalu_corridor_credit").text()
    assert "2,617 vertices" in credit and "OpenStreetMap" in credit
    assert "41.41111, 128.18680" in child(dock, "yalu_corridor_credit").toolTip()
    assert child(dock, "yalu_river").currentText() == "Yalu (OSM border line)"


def test_uncertain_county_is_marked(dock):
    from qgis.PyQt.QtCore import Qt

    model = child(dock, "yalu_corridor_table").model()
    counties = [row[6] for row in rows(dock)]
    assert counties == ["Hyesan ?", "Samsu", "Kimjongsuk", "Kimhyongjik"]
    assert "within 2 km of a county break" in model.index(0, 6).data(Qt.ItemDataRole.ToolTipRole)
    assert "county break" not in model.index(1, 6).data(Qt.ItemDataRole.ToolTipRole)


def test_row_selects_site_and_back(dock, bench, qt, settle):
    ids = site_ids(bench)
    click_row(dock, 1, qt)
    assert bench.sites.selected() == [ids[GATE]]
    click_row(dock, 3, qt, qt.Qt.KeyboardModifier.ControlModifier)
    assert set(bench.sites.selected()) == {ids[GATE], ids[BARGE]}
    assert selected_rows(dock) == [1, 3]
    bench.sites.select([ids[PHUNGYANG]])
    settle()
    assert selected_rows(dock) == [2]
    bench.sites.select([])
    assert selected_rows(dock) == []


def test_selected_only(dock, bench, qt, settle):
    ids = site_ids(bench)
    bench.sites.select([ids[GATE], ids[PHUNGYANG]])
    choose(child(dock, "yalu_corridor_sites"), 1, qt)
    settle()
    assert headline(dock) == "along river 34.28 km   straight 14.51 km   ratio 2.36   2 crossings"
    click_row(dock, 1, qt)  # selecting a row shows it on the map and keeps the table
    settle()
    assert bench.sites.selected() == [ids[PHUNGYANG]]
    assert len(rows(dock)) == 2
    bench.sites.select([ids[HYESAN]])
    settle()
    assert headline(dock) == "1 crossing"
    bench.sites.select([])
    settle()
    assert headline(dock) == "0 crossings"


def test_another_datum(dock, bench, qt, settle):
    datum = child(dock, "yalu_datum")
    datum.list_all()  # as a focus or click does
    choose(datum, datum.findText(PHUNGYANG), qt)
    settle()
    assert bench.river.datum_id == site_ids(bench)[PHUNGYANG]
    assert [row[1] for row in rows(dock)] == ["-58.69", "-34.28", "0.00", "101.69"]
    choose(datum, 0, qt)
    settle()
    assert [row[1] for row in rows(dock)][-1] == "160.38"


def test_a_line_layer_of_the_project(dock, bench, qt, settle):
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:4326", "straight ditch", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("LINESTRING (128.186804 41.411114, 127.221360 41.519380)"))
    layer.dataProvider().addFeature(feature)
    points = QgsVectorLayer("Point?crs=EPSG:4326", "no line", "memory")
    QgsProject.instance().addMapLayers([layer, points])
    river = child(dock, "yalu_river")
    assert river.findText("no line") == -1
    choose(river, river.findText("straight ditch"), qt)
    settle()
    assert bench.river.layer_id == layer.id()
    assert headline(dock).startswith("along river 81.54 km   straight 81.54 km   ratio 1.00")
    assert "straight ditch, 2 vertices" in child(dock, "yalu_corridor_credit").text()
    QgsProject.instance().removeMapLayer(layer.id())
    settle()
    assert river.currentText() == "Yalu (OSM border line)"
    assert headline(dock).startswith("along river 160.38 km")


def test_a_line_without_the_hyesan_ford_says_where_its_kilometres_begin(dock, bench, qt, settle):
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:4326", "lower reach", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("LINESTRING (127.9 41.43, 127.2 41.52)"))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    river, datum = child(dock, "yalu_river"), child(dock, "yalu_datum")
    choose(river, river.findText("lower reach"), qt)
    settle()
    credit = child(dock, "yalu_corridor_credit").text()
    assert "km 0 is the line's upstream end" in credit and datum.currentText() == "Default: upstream end"
    assert headline(dock).endswith("2 crossings (left out: 2 off the line, 2 of other kinds)")
    assert credit.endswith(f"off the line, farther than 5 km from it: {HYESAN}, {GATE}")
    choose(river, 0, qt)
    settle()
    assert "km 0" not in child(dock, "yalu_corridor_credit").text()
    assert datum.currentText() == "Default: Hyesan ford"


def test_bad_line_says_why(dock, bench, qt, settle):
    from qgis.core import QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:4326", "empty line", "memory")
    QgsProject.instance().addMapLayer(layer)
    river = child(dock, "yalu_river")
    choose(river, river.findText("empty line"), qt)
    settle()
    assert headline(dock) == "" and rows(dock) == []
    assert "not a line" in child(dock, "yalu_corridor_why").text()
    assert not child(dock, "yalu_copy_corridor_button").isEnabled()
    choose(river, 0, qt)
    settle()
    assert headline(dock).startswith("along river 160.38 km")


def test_new_site_is_measured(dock, bench, settle):
    from qgis.core import QgsPointXY

    bench.annotation.add_site(QgsPointXY(127.5, 41.48), "vehicle_ford")
    settle()
    assert "5 crossings" in headline(dock)
    assert "Vehicle crossing #7" in [row[0] for row in rows(dock)]


def test_copy(dock, qgis_app, qt):
    qt.click(child(dock, "yalu_copy_corridor_button"))
    lines = [line.split("\t") for line in qgis_app.clipboard().text().splitlines()]
    assert lines[0][:3] == ["Crossing", "km", "Gap, km"]
    assert lines[4][:2] == [BARGE, "160.38"]
    assert {len(line) for line in lines} == {12}
    datum, line, source, licence = lines[1][8:]
    assert (datum, line, licence) == (
        "41.411114, 128.186804",
        "Yalu River, 2,617 vertices, on average 143 m apart (© OpenStreetMap contributors, ODbL-1.0)", "ODbL-1.0")
    assert source.startswith("OpenStreetMap 2026, from timezone-boundary-builder")


def test_csv(dock, tmp_path, qt, bar_texts, monkeypatch):
    from qgis.PyQt.QtWidgets import QFileDialog

    path = tmp_path / "corridor"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    qt.click(child(dock, "yalu_save_corridor_csv_button"))
    with (tmp_path / "corridor.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [float(row["chainage_km"]) for row in table] == pytest.approx([0, 24.42, 58.69, 160.38], abs=0.01)
    assert "corridor.csv" in bar_texts()[0]


def test_csv_that_cannot_be_written(dock, tmp_path, bar_texts):
    taken = tmp_path / "taken.csv"
    taken.mkdir()
    child(dock, "yalu_table_page").save_csv(taken)
    assert "could not be written" in bar_texts()[0]
    assert list(tmp_path.glob("*.part")) == []


def test_not_measured_while_hidden(dock, bench, settle, monkeypatch):
    calls = []
    measuring = bench.river.measuring
    monkeypatch.setattr(bench.river, "measuring", lambda day, only=None: calls.append(only) or measuring(day, only))
    dock.hide()
    settle()
    bench.river.set_line("", "")
    bench.sites.select(list(site_ids(bench).values()))
    settle()
    assert calls == []
    dock.show()
    settle()
    assert calls == [None]


def test_no_survey(open_dock, empty_bench, settle):
    dock = open_dock(empty_bench)
    settle()
    assert child(dock, "yalu_corridor_why").text() == "no survey is open"


def test_missing_packages(open_dock, bench, installer, wait_for, monkeypatch, qt):
    from yalu_plugin.core.errors import MissingPackages
    from yalu_plugin.gui.corridor import corridor_figures

    def missing():
        raise MissingPackages(packages="pandas, geopandas")

    with monkeypatch.context() as without:
        without.setattr(corridor_figures, "need_geopandas", missing)
        dock = open_dock(bench)
        assert child(dock, "yalu_corridor_why").text() == "preparing…"
        button = child(dock, "yalu_corridor_install")
        wait_for(button.isVisible)
        assert "pandas, geopandas" in child(dock, "yalu_corridor_why").text()
        qt.click(button)
        assert installer.asked == 1 and not button.isEnabled()
        installer.failed.emit(MissingPackages(packages="pandas"))
        assert button.isEnabled()
    installer.installed.emit()
    wait_for(lambda: headline(dock))
    assert headline(dock).startswith("along river 160.38 km")


def test_nothing_is_left_after_unload(dock, bench, qgis_app, window):
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from qgis.PyQt.QtWidgets import QWidget

    dock.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bench.river.set_line("", "")
    bench.river.compute_chainages()
    bench.sites.select(list(site_ids(bench).values()))
    qgis_app.processEvents()
    assert window.findChild(QWidget, "YaluCorridorDock") is None
