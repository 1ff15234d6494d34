"""The comparison of two lists in the Corridor panel. List B is invented for the test."""

from __future__ import annotations

import csv

import pytest

pytest.importorskip("geopandas")
pytest.importorskip("scipy")

LIST_B = (("Ford", "vehicle_ford", 128.187, 41.4112), ("Gate, moved", "vehicle_ford", 128.045, 41.392),
          ("Phungyang east", "vehicle_ford", 127.886, 41.4312), ("Phungyang west", "vehicle_ford", 127.8845, 41.4311),
          ("New dock", "barge_dock", 127.4, 41.49), ("Seoul", "vehicle_ford", 127.0, 37.5))


def child(page, name):
    from qgis.PyQt.QtWidgets import QWidget

    return page.window().findChild(QWidget, name)


@pytest.fixture
def list_b(bench):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=id:string&field=name:string&field=kind:string", "B", "memory")
    features = []
    for number, (name, kind, lon, lat) in enumerate(LIST_B):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([str(number), name, kind])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lon, lat)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return bench.project.addMapLayer(layer)


@pytest.fixture
def page(open_page, bench, list_b):
    page = open_page("Lists")
    child(page, "yalu_list_a").setLayer(bench.sites.layer())
    child(page, "yalu_list_b").setLayer(list_b)
    return page


@pytest.fixture
def compared(page, qt, wait_for):
    qt.click(child(page, "yalu_compare_lists_button"))
    wait_for(lambda: rows(page))
    return page


def rows(page):
    model = child(page, "yalu_lists_table").model()
    return [[model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())]


def test_what_became_of_each_crossing(compared):
    assert [row[:3] for row in rows(compared)] == [
        ["Same", "Hyesan sandbar ford", "Ford"], ["Moved", "Border fence gate crossing", "Gate, moved"],
        ["Split", "Phungyang fording site", "Phungyang east"], ["Split", "Phungyang fording site", "Phungyang west"],
        ["Only in B", "", "New dock"], ["Only in A", "River barge crossing site, Kimhyongjik", ""]]
    assert rows(compared)[0][4] == "19"  # metres between the two fords
    assert rows(compared)[4][4:6] == ["", ""]


def test_counts_line_and_what_was_left_out(compared):
    summary = child(compared, "yalu_lists_summary")
    assert summary.text() == "Same 1 · Split 2 · Moved 1 · Only in A 1 · Only in B 1 · left out 1"
    assert "2,617 vertices" in summary.toolTip() and "left out of B" in summary.toolTip()
    assert "Seoul" in summary.toolTip()


def test_shown_on_the_map_in_two_styled_layers(compared, bench, qt):
    qt.click(child(compared, "yalu_show_lists_button"))
    group = bench.project.layerTreeRoot().children()[0]
    assert group.name() == "Crossings and sites (A) and B (B)"
    points, pairs = [node.layer() for node in group.findLayers()]
    assert (points.featureCount(), pairs.featureCount()) == (6, 4)
    assert [category.label() for category in points.renderer().categories()] == [
        "Same", "Split", "Moved", "Only in A", "Only in B"]
    shapes = {category.symbol().symbolLayer(0).shape() for category in points.renderer().categories()}
    assert len(shapes) == 5
    (moved,) = [feature for feature in pairs.getFeatures() if feature["status"] == "moved"]
    assert "2,617 vertices" in moved["line"]
    ends = moved.geometry().asPolyline()
    assert (ends[0].x(), ends[-1].x()) == pytest.approx((128.051521, 128.045))


def test_copy_and_csv(compared, qt, qgis_app, tmp_path, monkeypatch):
    from qgis.PyQt.QtWidgets import QFileDialog

    qt.click(child(compared, "yalu_copy_lists_button"))
    lines = [line.split("\t") for line in qgis_app.clipboard().text().splitlines()]
    assert len(lines) == 7 and lines[1][:3] == ["Same", "Hyesan sandbar ford", "Ford"]
    assert "2,617 vertices" in lines[1][-3] and lines[1][-1] == "ODbL-1.0"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "lists.csv"), ""))
    qt.click(child(compared, "yalu_save_lists_csv_button"))
    with (tmp_path / "lists.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    assert [row["status"] for row in table] == ["same", "moved", "split", "split", "only_in_b", "only_in_a"]
    assert (table[0]["corridor_vertices"], table[0]["corridor_licence"]) == ("2617", "ODbL-1.0")


def test_tolerance_decides(page, qt, wait_for):
    tolerance = child(page, "yalu_tolerance")
    tolerance.setValue(10)
    qt.click(child(page, "yalu_compare_lists_button"))
    wait_for(lambda: rows(page))
    assert rows(page)[0][0] == "Moved"


def test_unsaved_edits_count(page, list_b, qt, wait_for):
    list_b.startEditing()
    list_b.deleteFeatures(sorted(list_b.allFeatureIds())[1:])
    qt.click(child(page, "yalu_compare_lists_button"))
    wait_for(lambda: rows(page))
    assert [row[0] for row in rows(page)] == ["Same", "Only in A", "Only in A", "Only in A"]
    list_b.rollBack()


def test_an_empty_list_is_reported(page, list_b, qt, wait_for):
    list_b.dataProvider().truncate()
    qt.click(child(page, "yalu_compare_lists_button"))
    wait_for(lambda: "List B" in child(page, "yalu_lists_why").text())
    assert rows(page) == [] and not child(page, "yalu_show_lists_button").isEnabled()


def test_without_a_layer(page, qt, bench, list_b, settle):
    child(page, "yalu_list_b").setLayer(None)
    qt.click(child(page, "yalu_compare_lists_button"))
    assert child(page, "yalu_lists_why").text() == "Choose two layers of points."


def test_another_line_clears_the_result(compared, bench):
    bench.river.set_line(bench.river.survey_line().id(), "")
    assert rows(compared) == []


def export_actions_enabled(page):
    return [child(page, f"yalu_{name}_button").isEnabled() for name in ("show_lists", "copy_lists", "save_lists_csv")]


def test_another_survey_clears_the_result_and_removes_its_layers(compared, bench, list_b, qt, tmp_path):
    qt.click(child(compared, "yalu_show_lists_button"))
    assert export_actions_enabled(compared) == [True, True, True]
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert rows(compared) == [] and not child(compared, "yalu_lists_summary").isVisible()
    assert export_actions_enabled(compared) == [False, False, False]
    assert not [layer for layer in bench.project.mapLayers().values() if layer.name() == "Crossings compared"]
    groups = [node.name() for node in bench.project.layerTreeRoot().children() if node.nodeType() == node.NodeGroup]
    assert groups == ["Other"]
    assert child(compared, "yalu_list_a").currentLayer() == bench.sites.layer()
    assert child(compared, "yalu_list_b").currentLayer() == list_b


def test_what_is_none_of_the_survey_stays_on_the_map(page, bench, list_b, qt, wait_for, tmp_path):
    other = bench.project.addMapLayer(list_b.clone())
    child(page, "yalu_list_a").setLayer(other)
    qt.click(child(page, "yalu_compare_lists_button"))
    wait_for(lambda: rows(page))
    qt.click(child(page, "yalu_show_lists_button"))
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert rows(page) == []
    assert [layer.name() for layer in bench.project.mapLayers().values()].count("Crossings compared") == 1


def test_a_removed_list_clears_the_result(compared, bench, list_b):
    bench.project.removeMapLayer(list_b.id())
    assert rows(compared) == [] and export_actions_enabled(compared) == [False, False, False]


def test_a_comparison_under_way_is_not_shown_for_another_survey(page, bench, qt, tmp_path, wait_for):
    qt.click(child(page, "yalu_compare_lists_button"))
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert child(page, "yalu_lists_why").text() == "" and child(page, "yalu_compare_lists_button").isEnabled()
    wait_for(lambda: not tasks())
    assert rows(page) == []


def tasks():
    from qgis.core import QgsApplication

    return QgsApplication.taskManager().activeTasks()


@pytest.mark.parametrize("name", ["Crossings and sites", "渡河点和地点"])
def test_the_lists_start_on_the_sites_in_any_language(open_page, bench, name):
    bench.sites.layer().setName(name)
    page = open_page("Lists")
    assert child(page, "yalu_list_a").currentLayer() == bench.sites.layer() == child(page, "yalu_list_b").currentLayer()


def test_list_b_starts_on_a_layer_of_the_users_own(open_page, bench, list_b):
    page = open_page("Lists")
    assert child(page, "yalu_list_a").currentLayer() == bench.sites.layer()
    assert child(page, "yalu_list_b").currentLayer() == list_b
