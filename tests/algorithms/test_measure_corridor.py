from __future__ import annotations

import pytest

SITES = {
    "hyesan": (128.186804, 41.411114, "vehicle_ford"), "barge": (127.221360, 41.519380, "barge_dock"),
    "phungyang": (127.885265, 41.431189, "vehicle_ford"), "gate": (128.051521, 41.393617, "vehicle_ford"),
    "samsu": (128.02, 41.29611, "staging_area"),
}
COLUMNS = ["site_id", "name", "kind", "chainage_km", "offset_m", "side", "gap_along_km", "gap_straight_km", "county",
           "county_certain", "counted", "reason", "datum", "line"]
GAP = ["gap_along_km", "gap_straight_km", "county", "county_certain"]


@pytest.fixture
def sites(qgis_app):
    """A function that returns a memory layer of the published sites in a CRS."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsFeature,
        QgsGeometry,
        QgsPointXY,
        QgsVectorLayer,
    )

    def make_layer(crs="EPSG:4326", places=SITES):
        layer = QgsVectorLayer(f"Point?crs={crs}&field=id:string&field=name:string&field=kind:string", "s", "memory")
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs(), QgsCoordinateTransformContext())
        for name, (lon, lat, kind) in places.items():
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(transform.transform(QgsPointXY(lon, lat))))
            feature.setAttributes([name, name.title(), kind])
            layer.dataProvider().addFeature(feature)
        return layer
    return make_layer


@pytest.fixture
def run(qgis_app):
    """A function that runs the algorithm, and returns its results, its features, and the log."""
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    from yalu_plugin.algorithms.measure_corridor import MeasureCorridor

    def ran(feedback=None, **parameters):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        feedback = feedback or QgsProcessingFeedback(False)
        algorithm = MeasureCorridor().create()
        parameters.setdefault("OUTPUT", "memory:out")
        ok, message = algorithm.checkParameterValues(parameters, context)
        assert ok, message
        results, ok = algorithm.run(parameters, context, feedback, {}, False)
        assert ok
        layer = context.takeResultLayer(results["OUTPUT"]) if results else None
        rows = [dict(zip(f.fields().names(), f.attributes())) for f in layer.getFeatures()] if layer else []
        return results, rows, feedback.textLog()
    return ran


def check_figures(results, rows):
    assert results["COUNT"] == 4
    assert results["ALONG_KM"] == pytest.approx(160.38, rel=0.001)
    assert results["STRAIGHT_KM"] == pytest.approx(81.54, rel=0.001)
    assert results["SINUOSITY"] == pytest.approx(1.967, rel=0.001)
    rows = [row for row in rows if row["counted"]]
    assert [row["site_id"] for row in rows] == ["hyesan", "gate", "phungyang", "barge"]
    assert [row["chainage_km"] for row in rows] == pytest.approx([0, 24.4158, 58.6934, 160.3797], abs=0.0005)
    assert [row["offset_m"] for row in rows] == pytest.approx([71.6, 106.1, 57.1, 100.5], abs=0.1)


def test_published_figures(run, sites):
    from qgis.core import NULL

    results, rows, log = run(SITES=sites())
    check_figures(results, rows)
    assert list(rows[0]) == COLUMNS
    assert [(row["site_id"], row["reason"]) for row in rows if not row["counted"]] == [("samsu", "other_kind")]
    rows = [row for row in rows if row["counted"]]
    assert {row["reason"] for row in rows} == {NULL}
    assert [row["name"] for row in rows] == ["Hyesan", "Gate", "Phungyang", "Barge"]
    assert [row["county"] for row in rows] == ["Hyesan", "Samsu", "Kimjongsuk", "Kimhyongjik"]
    assert [row["county_certain"] for row in rows] == [False, True, True, True]
    assert [row["side"] for row in rows] == ["left"] * 4
    assert rows[-1]["gap_along_km"] == NULL
    assert rows[0]["gap_straight_km"] == pytest.approx(11.478, abs=0.001)
    assert results["ATTRIBUTION"] == "Yalu River (© OpenStreetMap contributors), ODbL-1.0"
    assert "© OpenStreetMap contributors" in log
    assert "Not counted: 1 that are not crossings, 0 without a point" in log


@pytest.mark.parametrize("ellipsoid", ["NONE", "EPSG:7004", "PARAMETER:1000000:1000000"])
def test_project_settings_change_nothing(run, sites, ellipsoid):
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject

    project = QgsProject.instance()
    before = project.crs(), project.ellipsoid()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    project.setEllipsoid(ellipsoid)
    assert project.ellipsoid() == ellipsoid
    try:
        check_figures(*run(SITES=sites(), DATUM="128.186804,41.411114")[:2])
    finally:
        project.setCrs(before[0])
        project.setEllipsoid(before[1])


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32652", "EPSG:5186"])
def test_sites_in_any_crs(run, sites, crs):
    check_figures(*run(SITES=sites(crs))[:2])


def bundled_layer(qgis_app):
    from qgis.core import QgsVectorLayer

    from yalu_plugin.paths import resource

    return QgsVectorLayer(str(resource("data", "yalu_river.geojson")), "river", "ogr")


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:32652"])
@pytest.mark.parametrize("turned", [False, True])
def test_own_corridor(qgis_app, run, sites, crs, turned):
    """The line in any CRS and in either direction, with the same value in its field "direction"."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsProject,
        QgsVectorLayer,
    )

    river = next(bundled_layer(qgis_app).getFeatures())
    layer = QgsVectorLayer(f"LineString?crs={crs}&field=direction:string", "river", "memory")
    line = river.geometry().constGet().reversed() if turned else river.geometry().constGet().clone()
    geometry = QgsGeometry(line)
    geometry.transform(QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs(), QgsProject.instance()))
    feature = QgsFeature(layer.fields())
    feature.setGeometry(geometry)
    feature.setAttributes(["upstream"])
    layer.dataProvider().addFeature(feature)
    assert QgsCoordinateReferenceSystem(crs) == layer.crs()
    check_figures(*run(SITES=sites(), CORRIDOR=layer)[:2])


def test_datum_in_its_own_crs(run, sites):
    results, rows, log = run(SITES=sites(), DATUM="14236122.58,5076151.50 [EPSG:3857]")
    chainages = [row["chainage_km"] for row in rows if row["counted"]]
    assert chainages == pytest.approx([-58.693, -34.278, 0, 101.686], abs=0.01)
    assert "Datum: 127.885265, 41.431189" in log


def test_no_site_and_one_site(run, sites):
    from qgis.core import NULL

    results, rows, _ = run(SITES=sites(places={}))
    assert (results["COUNT"], results["ALONG_KM"], results["SINUOSITY"], rows) == (0, 0, None, [])
    results, rows, _ = run(SITES=sites(places={"gate": SITES["gate"]}))
    assert (results["COUNT"], results["ALONG_KM"]) == (1, 0)
    assert rows[0]["gap_straight_km"] == NULL


@pytest.mark.parametrize("bad", ["datum", "corridor", "duplicate"])
def test_bad_input_is_one_line(qgis_app, run, sites, bad):
    from qgis.core import QgsProcessingException, QgsVectorLayer

    layer = sites()
    parameters = {"SITES": layer}
    if bad == "datum":
        parameters["DATUM"] = "440000,4585000"
    if bad == "corridor":
        parameters["CORRIDOR"] = QgsVectorLayer("LineString?crs=EPSG:4326", "empty", "memory")
    if bad == "duplicate":
        layer.dataProvider().changeAttributeValues({2: {0: "hyesan"}})
    with pytest.raises(QgsProcessingException) as refused:
        run(**parameters)
    messages = {"datum": "not a longitude and latitude", "corridor": "not a line",
                "duplicate": "2 sites have the id hyesan"}
    assert messages[bad] in str(refused.value)
    assert "\n" not in str(refused.value).strip()


def test_every_feature_of_an_own_layer_has_a_row(qgis_app, run):
    """A bridge, a site in another country, one with two points and one without: none is lost, none counts."""
    from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("MultiPoint?crs=EPSG:4326&field=name:string&field=kind:string", "mine", "memory")
    for name, kind, wkt in (
            ("ford", "vehicle_ford", "MultiPoint ((128.186804 41.411114))"),
            ("bridge", "other", "MultiPoint ((128.1 41.39))"), ("far", "ford", "MultiPoint ((22.15 45.2))"),
            ("pair", NULL, "MultiPoint ((128.05 41.39), (128.06 41.39))"), ("none", NULL, ""),
            ("gate", NULL, "MultiPoint ((128.051521 41.393617))"), ("pole", NULL, "MultiPoint ((128 95))")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, kind])
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    results, rows, log = run(SITES=layer)
    assert {row["name"]: row["reason"] for row in rows} == {
        "ford": NULL, "bridge": "other_kind", "far": "off_line", "pair": "not_one_point", "none": "no_point",
        "gate": NULL, "pole": "outside_crs"}
    assert [row["counted"] for row in rows].count(True) == results["COUNT"] == 2
    assert results["ALONG_KM"] == pytest.approx(24.416, abs=0.001)
    bridge = next(row for row in rows if row["name"] == "bridge")
    assert 0 < bridge["chainage_km"] < 24.4 and bridge["offset_m"] > 0 and bridge["side"] in ("left", "right")
    assert [bridge[name] for name in GAP] == [NULL] * 4
    assert rows[0]["name"] == "ford" and rows[0]["gap_along_km"] == pytest.approx(24.416, abs=0.001)
    assert {row["name"] for row in rows[-3:]} == {"pair", "none", "pole"}
    assert "Not counted: 1 that are not crossings, 3 without a point" in log and "from the line: far" in log


def test_cancel(run, sites):
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    results, rows, _ = run(feedback, SITES=sites())
    assert rows == []
    assert "ALONG_KM" not in results


def test_help_on_every_parameter(qgis_app):
    from yalu_plugin.algorithms.measure_corridor import MeasureCorridor

    algorithm = MeasureCorridor().create()
    assert algorithm.name() == "measurecorridor"
    assert [p.name() for p in algorithm.parameterDefinitions()] == ["SITES", "CORRIDOR", "BRIDGE", "DATUM", "OUTPUT"]
    assert all(len(p.help()) > 40 for p in algorithm.parameterDefinitions())
    numbers = {o.name() for o in algorithm.outputDefinitions() if o.type() == "outputNumber"}
    assert numbers == {"ALONG_KM", "STRAIGHT_KM", "SINUOSITY", "COUNT"}
    assert len(algorithm.shortHelpString()) > 100


def test_writes_a_file(run, sites, tmp_path):
    from qgis.core import QgsVectorLayer

    run(SITES=sites(), OUTPUT=str(tmp_path / "out.gpkg"))
    layer = QgsVectorLayer(str(tmp_path / "out.gpkg"), "out", "ogr")
    assert layer.crs().authid() == "EPSG:4326"
    assert layer.fields().names() == ["fid", *COLUMNS]
    assert layer.featureCount() == 5


def test_gaps_are_bridged_on_consent_and_reported(run, sites):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingException, QgsVectorLayer

    from yalu_plugin.layers.corridor.corridor_input import bundled_corridor

    river = QgsVectorLayer("LineString?crs=EPSG:4326", "parts", "memory")
    for part in (slice(0, 960), slice(970, None)):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromPolylineXY(
            [QgsPointXY(*vertex) for vertex in bundled_corridor().lonlat[part]]))
        river.dataProvider().addFeature(feature)
    with pytest.raises(QgsProcessingException, match="in 2 parts that do not join"):
        run(SITES=sites(), CORRIDOR=river)
    results, _, _ = run(SITES=sites(), CORRIDOR=river, BRIDGE=True)
    assert "gaps of" in results["LINE"] and "m bridged" in results["LINE"]


def test_in_a_csv_file_no_name_is_a_formula(run, sites, tmp_path):
    import csv

    places = {"=1+1": (128.186804, 41.411114, "vehicle_ford"), "@x": (127.221360, 41.519380, "barge_dock")}
    run(SITES=sites(places=places), OUTPUT=str(tmp_path / "out.csv"))
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["site_id"], row["name"]) for row in rows] == [("'=1+1", "'=1+1"), ("'@x", "'@X")]
    assert float(rows[1]["chainage_km"]) > 100
    _, rows, _ = run(SITES=sites(places=places))
    assert [row["site_id"] for row in rows] == ["=1+1", "@x"]


def test_a_bridge_is_none_and_unknown_kinds_are_named(run, sites):
    places = {**SITES, "gate": (*SITES["gate"][:2], "bridge"), "barge": (*SITES["barge"][:2], "smuggling point"),
              "hyesan": (*SITES["hyesan"][:2], "ford")}
    results, rows, log = run(SITES=sites(places=places))
    assert results["COUNT"] == 3
    assert {row["site_id"]: row["reason"] for row in rows if not row["counted"]} == {
        "gate": "other_kind", "samsu": "other_kind"}
    assert "Counted as crossings, though these kinds may not be: smuggling point\n" in log
    assert "may not be" not in run(SITES=sites())[2]
