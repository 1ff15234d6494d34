"""The other tables of the Corridor panel, with the published crossings."""

from __future__ import annotations

import csv

import pytest

pytest.importorskip("geopandas")

TITLES = ["Nearest neighbours", "All pairs", "Clusters (within 500 m)", "Density per 10 km", "Counties",
          "Nearest feature of a layer", "Extent by kind", "Extent by state on the day", "Extent by quarter first seen"]


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


@pytest.fixture
def show(dock, wait_for):
    def choose(title):
        which = child(dock, "yalu_which_table")
        which.setCurrentIndex(which.findText(title))
        wait_for(child(dock, "yalu_copy_corridor_button").isEnabled)
        model = child(dock, "yalu_corridor_table").model()
        return [[model.index(row, column).data() for column in range(model.columnCount())]
                for row in range(model.rowCount())]
    return choose


def test_nearest_along_and_straight(show):
    assert show("Nearest neighbours")[2] == [
        "Phungyang fording site", "Border fence gate crossing", "34.28", "Border fence gate crossing", "14.51"]


def test_all_pairs(show):
    rows = show("All pairs")
    assert len(rows) == 6
    assert ["Hyesan sandbar ford", "River barge crossing site, Kimhyongjik", "160.38", "81.54"] in rows


def test_no_cluster_until_two_are_near(show, bench, wait_for):
    from qgis.core import QgsPointXY

    assert show("Clusters (within 500 m)") == []
    bench.annotation.add_site(QgsPointXY(128.1860, 41.4118), "vehicle_ford")
    wait_for(lambda: show("Clusters (within 500 m)"))
    assert show("Clusters (within 500 m)")[0][1] == "2"


def test_density_counties_and_extents(show):
    assert sum(int(row[2]) for row in show("Density per 10 km")) == 4
    counties = {row[0]: row[1:3] for row in show("Counties")}
    assert counties["Hyesan"] == ["1", "1"] and counties["Samsu"] == ["1", "0"] and counties["Pochon"] == ["0", "0"]
    assert show("Extent by kind")[0][:4] == ["All", "4", "160.38", "81.54"]


def test_a_pair_selects_both_sites(dock, show, bench, qt):
    show("All pairs")
    table = child(dock, "yalu_corridor_table")
    place = table.visualRect(table.model().index(0, 0)).center()
    qt.QTest.mouseClick(table.viewport(), qt.Qt.MouseButton.LeftButton, qt.Qt.KeyboardModifier.NoModifier, place)
    names = {row["name"] for row in bench.session.survey.rows("sites") if row["id"] in bench.sites.selected()}
    assert names == {"Hyesan sandbar ford", "Border fence gate crossing"}


@pytest.mark.parametrize("title", TITLES)
def test_every_table_is_saved_with_its_line(dock, bench, show, tmp_path, title):
    from yalu_plugin.layers.survey.heads import head_text

    show(title)
    child(dock, "yalu_table_page").save_csv(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert (row["corridor_vertices"], row["corridor_mean_spacing_m"], row["corridor_bridged_m"]) == (
            "2617", "143.1", "0")
        assert "OpenStreetMap" in row["corridor"] and "timezone-boundary" in row["corridor_source"]
        assert (row["corridor_licence"], row["record"]) == ("ODbL-1.0", head_text(bench.session.survey))


def test_every_copied_table_names_its_line(dock, show, qt, qgis_app):
    for title in TITLES:
        show(title)
        qt.click(child(dock, "yalu_copy_corridor_button"))
        lines = [line.split("\t") for line in qgis_app.clipboard().text().splitlines()]
        assert lines[0][-4:] == ["Counted from", "River line", "Source of the line", "Licence"]
        assert all("2,617 vertices" in line[-3] and line[-1] == "ODbL-1.0" for line in lines[1:])


def test_back_to_the_crossings(show):
    show("Counties")
    assert show("Crossings")[0][0] == "Hyesan sandbar ford"


def test_a_slow_table_shows_that_it_is_working(dock, show, wait_for, monkeypatch):
    import threading

    from yalu_plugin.core.corridor import spacing

    go_on, pairs = threading.Event(), spacing.pairs
    monkeypatch.setattr(spacing, "pairs", lambda table: go_on.wait(20) and pairs(table))
    which = child(dock, "yalu_which_table")
    which.setCurrentIndex(which.findText("All pairs"))
    wait_for(lambda: child(dock, "yalu_table_why").isVisible())
    assert child(dock, "yalu_table_why").text() == "working…"
    assert not child(dock, "yalu_copy_corridor_button").isEnabled()
    go_on.set()
    assert len(show("All pairs")) == 6
    assert not child(dock, "yalu_table_why").isVisible()


def test_extent_by_state_on_the_day_shown(show, bench):
    from datetime import date

    bench.imagery.show_day(date(2023, 8, 30))
    (row,) = show("Extent by state on the day")
    assert row[:4] == ["Not known", "4", "160.38", "81.54"]
    bench.imagery.show_day(date(2023, 8, 31))
    rows = show("Extent by state on the day")
    assert [row[:2] for row in rows] == [["Present", "1"], ["Not known", "3"]]
    assert rows[0][4] == rows[0][5] == "Hyesan sandbar ford" and rows[1][4] == "Border fence gate crossing"
    assert {row[6] for row in rows} == {"2023-08-31 (UTC)"}


def test_extent_by_quarter_first_seen(show, bench):
    assert [row[:2] for row in show("Extent by quarter first seen")] == [["2023-Q3", "1"], ["No date", "3"]]


def test_a_quarter_says_which_share_of_the_river_was_searched_in_it(show, bench):
    from yalu_plugin.core.corridor.search_places import line_wkt, piece_downstream

    assert [row[6] for row in show("Extent by quarter first seen")] == [
        "Searched then: nothing.", ""]
    stretch = 0.0, 37_441.6
    bench.session.change("test", {
        "images": [{"id": "a", "uri": "/a.tif", "acquired_from": "2023-09-30T00:00:00Z",
                    "acquired_to": "2023-09-30T00:00:00Z", "date_kind": "acquired"}],
        "searches": [{"id": "s", "from_m": stretch[0], "to_m": stretch[1], "image_id": "a", "result": "searched",
                      "geom": line_wkt(piece_downstream(bench.river.line(), stretch))}]})
    show("Counties")
    assert show("Extent by quarter first seen")[0][6] == (
        "Searched then: 37.4 of 374.4 km (10 %).")


def test_nearest_official_crossing_unless_a_layer_is_chosen(dock, show, bench):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    show("Counties")
    assert not child(dock, "yalu_features").isVisible()
    rows = show("Nearest feature of a layer")
    assert child(dock, "yalu_features").isVisible()
    assert rows[0] == ["Hyesan sandbar ford", "1092", "Changbai-Hyesan International Bridge", "245",
                       "Official crossings (bundled)"]
    assert rows[3][2] == "Linjiang Yalu River Bridge (Linjiang-Junggang)"
    gates = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "gates", "memory")
    feature = QgsFeature(gates.fields())
    feature.setAttributes(["the gate"])
    feature.setGeometry(QgsGeometry.fromWkt("POINT (128.186804 41.420114)"))
    gates.dataProvider().addFeature(feature)
    bench.project.addMapLayer(gates)
    child(dock, "yalu_features").setLayer(gates)
    assert show("Nearest feature of a layer")[0] == ["Hyesan sandbar ford", "1000", "the gate", "0", "gates"]
    bench.project.removeMapLayer(gates)
    assert show("Nearest feature of a layer")[0][4] == "Official crossings (bundled)"


def test_a_layer_with_nothing_to_measure_to_is_reported(dock, show, bench, wait_for):
    from qgis.core import QgsVectorLayer

    bench.project.addMapLayer(QgsVectorLayer("Polygon?crs=EPSG:4326", "empty", "memory"))
    show("Nearest feature of a layer")
    child(dock, "yalu_features").setLayer(bench.project.mapLayersByName("empty")[0])
    wait_for(lambda: "nothing to measure to" in child(dock, "yalu_table_why").text())
    assert not child(dock, "yalu_copy_corridor_button").isEnabled()
