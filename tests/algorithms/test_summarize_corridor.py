"""yalu:summarizecorridor: each of its tables, in QGIS without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("qgis")

SITES = {
    "hyesan": (128.186804, 41.411114, "vehicle_ford", "present"),
    "gate": (128.051521, 41.393617, "vehicle_ford", "present"),
    "phungyang": (127.885265, 41.431189, "vehicle_ford", "washed_out"),
    "barge": (127.221360, 41.519380, "barge_dock", None)}
RIVER = str(Path(__file__).resolve().parents[2] / "resources" / "data" / "yalu_river.geojson")


@pytest.fixture
def layer(qgis_app):
    """A function that returns a memory layer of points (lon, lat, kind, state), by default of all SITES."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    def make_layer(sites=SITES):
        fields = "&field=id:string&field=name:string&field=kind:string&field=state:string"
        points = QgsVectorLayer(f"Point?crs=EPSG:4326{fields}", "sites", "memory")
        features = []
        for key, (lon, lat, kind, state) in sites.items():
            feature = QgsFeature(points.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lon, lat)))
            feature.setAttributes([key, key.title(), kind, state])
            features.append(feature)
        assert points.dataProvider().addFeatures(features)[0]
        return points

    return make_layer


@pytest.fixture
def run(qgis_app, layer):
    """A function that runs the algorithm, and returns the table's rows as dicts."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils, QgsProject

    from yalu_plugin.algorithms.summarize_corridor import SummarizeCorridor

    def rows(feedback=None, **parameters):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        algorithm = SummarizeCorridor()
        algorithm.initAlgorithm()
        parameters = {"SITES": layer(), "OUTPUT": "TEMPORARY_OUTPUT", **parameters}
        results, good = algorithm.run(parameters, context, feedback or QgsProcessingFeedback(), {}, False)
        assert good
        if not results:
            return None
        table = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
        return [{field.name(): feature[field.name()] for field in table.fields()} for feature in table.getFeatures()]

    return rows


def test_pairs_say_on_which_line_and_from_which_datum(run):
    rows = {(row["site_id"], row["other_id"]): row for row in run(TABLE="pairs")}
    assert len(rows) == 6
    assert rows["hyesan", "barge"]["along_km"] == pytest.approx(160.38, abs=0.01)
    assert rows["hyesan", "barge"]["straight_km"] == pytest.approx(81.54, abs=0.01)
    assert "2,617 vertices" in rows["hyesan", "gate"]["line"]
    assert rows["hyesan", "gate"]["datum"] == "41.411114, 128.186804"


def test_the_matrix_is_a_square_of_names(run):
    along, straight = (run(TABLE=f"matrix_{which}") for which in ("along", "straight"))
    assert [row["site"] for row in along] == ["Hyesan", "Gate", "Phungyang", "Barge"]
    assert along[0]["Barge"] == along[3]["Hyesan"] == pytest.approx(160.38, abs=0.01)
    assert straight[0]["Barge"] == pytest.approx(81.54, abs=0.01) and straight[1]["Gate"] == 0


def test_neighbours_clusters_and_density(run):
    neighbours = {row["site_id"]: row for row in run(TABLE="neighbours")}
    assert neighbours["barge"]["along_id"] == "phungyang"
    assert run(TABLE="clusters") == []
    (cluster,) = run(TABLE="clusters", CLUSTER_M=30_000)
    assert (cluster["sites"], cluster["site_ids"]) == (2, "hyesan, gate")
    assert [row["sites"] for row in run(TABLE="density", BIN_KM=50)] == [2, 1, 0, 1]


def test_counties_and_extents(run):
    counties = {row["county"]: row for row in run(TABLE="counties")}
    assert (counties["Hyesan"]["sites"], counties["Hyesan"]["uncertain"]) == (1, 1)
    extents = {row["group"]: row for row in run(TABLE="extents")}
    assert extents[""]["along_km"] == pytest.approx(160.38, abs=0.01) and extents["vehicle_ford"]["sites"] == 3
    states = {row["group"]: row for row in run(TABLE="extents", GROUP_FIELD="state")}
    assert set(states) == {"present", "washed_out"}
    assert states["present"]["along_km"] == pytest.approx(24.42, abs=0.01)


def test_a_second_line_and_the_nearest_feature(run, layer):
    rows = run(TABLE="second_line", OTHER_LINE=RIVER)
    assert [row["difference_km"] for row in rows] == pytest.approx([0] * 4, abs=1e-9)
    bridges = layer({"bridge": (128.175, 41.4069, None, None), "far": (126.8964, 41.7926, None, None)})
    nearest = {row["site_id"]: row for row in run(TABLE="nearest_feature", FEATURES=bridges)}
    assert nearest["hyesan"]["feature"] == "Bridge" and nearest["hyesan"]["distance_m"] == pytest.approx(1092, abs=1)
    assert nearest["barge"]["feature"] == "Far"


def test_a_table_that_lacks_its_layer_says_which(run):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="compares with a layer. Give OTHER_LINE as well"):
        run(TABLE="second_line")
    with pytest.raises(QgsProcessingException, match="Give FEATURES as well"):
        run(TABLE="nearest_feature")


def test_no_crossings_give_empty_tables(run, layer):
    from yalu_plugin.algorithms.summarize_corridor import NEAREST, TABLES

    empty = layer({})
    for table in TABLES:
        given = {"OTHER_LINE": RIVER, "FEATURES": layer()} if table in ("second_line", NEAREST) else {}
        rows = run(SITES=empty, TABLE=table, **given)
        assert not rows or {row["sites"] for row in rows} == {0}, table


def test_no_crossings_are_reported_in_a_line(run, layer):
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    run(feedback, SITES=layer({}), TABLE="pairs")
    assert "no crossing within 5 km of the line" in feedback.textLog()


def test_canceled_it_writes_nothing(run):
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    feedback.cancel()
    assert run(feedback, TABLE="pairs") is None


def test_rows_that_do_not_count_are_reported(run, layer):
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    more = {"bridge": (128.1, 41.39, "other", None), "far": (22.15, 45.2, "barge_dock", None)}
    rows = run(feedback, SITES=layer({**SITES, **more}), TABLE="neighbours")
    assert len(rows) == 4
    assert "Not counted: 1 that are not crossings, 0 without a point" in feedback.textLog()
    assert "Not counted, farther than 5 km from the line: Far" in feedback.textLog()
