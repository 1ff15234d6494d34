from __future__ import annotations

from datetime import date

import pytest

RIVER = [(128.30, 41.58), (128.23, 41.49), (128.19, 41.41), (128.05, 41.39), (127.88, 41.43)]  # roughly, downstream

DAY = date(2026, 1, 1)  # no site is retired on this day


def layer(kind, rows, crs="EPSG:4326", fields=""):
    """A memory layer of (WKT, values...) rows."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    made = QgsVectorLayer(f"{kind}?{f'crs={crs}' if crs else ''}{fields}", "made", "memory")
    assert made.isValid()
    if not crs:
        from qgis.core import QgsCoordinateReferenceSystem

        made.setCrs(QgsCoordinateReferenceSystem())
    features = []
    for wkt, *values in rows:
        feature = QgsFeature(made.fields())
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(values)
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    return made


def wkt(points):
    return f"LineString ({', '.join(f'{x} {y}' for x, y in points)})"


@pytest.fixture
def read(qgis_app):
    from qgis.core import QgsCoordinateTransformContext

    from yalu_plugin.layers.corridor.corridor_input import corridor_from_layer

    return lambda source: corridor_from_layer(source, QgsCoordinateTransformContext())


def test_bundled_corridor(qgis_app):
    from yalu_plugin.layers.corridor.corridor_input import bundled_corridor
    from yalu_plugin.layers.corridor.county_breaks import bundled_breaks

    assert bundled_corridor().name == "Yalu River"
    assert bundled_corridor() is bundled_corridor()
    assert len(bundled_breaks()) == 8


def test_attributes_and_direction(read):
    fields = "&field=name:string&field=Licence:string&field=direction:string"
    corridor = read(layer("LineString", [(wkt(RIVER), "My Yalu", "CC0", "upstream")], fields=fields))
    assert (corridor.name, corridor.licence, corridor.attribution) == ("My Yalu", "CC0", "")
    assert corridor.direction == "downstream"  # as its geometry runs, whatever the field states
    assert corridor.lonlat.tolist() == [list(point) for point in RIVER]
    assert read(layer("LineString", [(wkt(RIVER[::-1]), None, None, None)], fields=fields)).direction == "upstream"
    assert read(layer("LineString", [(wkt(RIVER),)])).name == "made"


def test_the_origin_is_from_fields_or_else_from_metadata(qgis_app):
    from qgis.core import QgsAbstractMetadataBase, QgsLayerMetadata

    from yalu_plugin.layers.corridor.corridor_input import line_or_bundled
    from yalu_plugin.layers.corridor.layer_snapshot import LayerSnapshot

    fields = "&field=name:string&field=licence:string"
    river = layer("LineString", [(wkt(RIVER), "My Yalu", None)], fields=fields)
    about = QgsLayerMetadata()
    about.setTitle("HydroRIVERS")
    about.setLicenses(["CC-BY-4.0"])
    about.setRights(["© A", "© B"])
    link = QgsAbstractMetadataBase.Link()
    link.url = "https://example.org/rivers"
    about.setLinks([link])
    river.setMetadata(about)
    for source in (river, LayerSnapshot(river)):
        line = line_or_bundled(source)
        assert (line.name, line.source) == ("My Yalu", "https://example.org/rivers")
        assert (line.licence, line.attribution) == ("CC-BY-4.0", "© A, © B")
    river = layer("LineString", [(wkt(RIVER),)])
    river.setMetadata(about)
    assert line_or_bundled(river).name == "HydroRIVERS"
    river.setMetadata(QgsLayerMetadata())
    assert (line_or_bundled(river).name, line_or_bundled(river).licence) == ("made", "")


def test_another_river_goes_as_stated_or_downstream(read):
    line = "LineString (10 50, 11 50)"
    fields = "&field=direction:string"
    assert read(layer("LineString", [(line, "downstream to upstream")], fields=fields)).direction == "upstream"
    assert read(layer("LineString", [(line,)])).direction == "downstream"


def test_a_river_in_several_features(read):
    corridor = read(layer("LineString", [(wkt(RIVER[2:]),), (wkt(RIVER[:3]),)]))
    assert sorted(map(tuple, corridor.lonlat.tolist())) == sorted(RIVER)


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:32652"])
def test_any_crs(read, crs):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject

    geometry = QgsGeometry.fromWkt(wkt(RIVER))
    geometry.transform(QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateReferenceSystem(crs), QgsProject.instance()))
    corridor = read(layer("LineString", [(geometry.asWkt(9),)], crs=crs))
    assert corridor.lonlat.ravel().tolist() == pytest.approx([v for point in RIVER for v in point], abs=1e-9)


@pytest.mark.parametrize(("kind", "rows", "crs", "error"), [
    ("LineString", [(wkt(RIVER),)], "", "CorridorWithoutCrs"),
    ("LineString", [], "EPSG:4326", "CorridorNotALine"),
    ("LineString", [("",)], "EPSG:4326", "CorridorNotALine"),
    ("Polygon", [("Polygon ((0 0, 1 0, 1 1, 0 0))",)], "EPSG:4326", "CorridorNotALine"),
    ("LineString", [("LineString (1 1, 1 1)",)], "EPSG:4326", "CorridorTooShort"),
    ("MultiLineString", [("MultiLineString ((0 0, 1 0), (2 0, 3 0))",)], "EPSG:4326", "CorridorInParts"),
    ("LineString", [("LineString (500000 4500000, 600000 4500000)",)], "EPSG:4326", "NotTransformable"),
])
def test_bad_corridors_are_refused_by_name(read, kind, rows, crs, error):
    from yalu_plugin.core.errors import YaluError
    from yalu_plugin.i18n import error_text

    with pytest.raises(YaluError) as refused:
        read(layer(kind, rows, crs))
    assert type(refused.value).__name__ == error
    assert "\n" not in error_text(refused.value)


def test_curves_heights_and_measures_are_accepted(read):
    arc = "CompoundCurve ((10 50, 11 50), CircularString (11 50, 11.5 50.5, 12 50))"
    assert len(read(layer("CompoundCurve", [(arc,)])).lonlat) > 50
    measured = read(layer("LineStringZM", [("LineStringZM (10 50 1 2, 11 50 3 4)",)]))
    assert measured.lonlat.tolist() == [[10, 50], [11, 50]]


def test_sites_frame(qgis_app):
    from yalu_plugin.layers.corridor.corridor_input import LayerWithoutCrs, sites_frame

    points = layer("PointZM", [("PointZM (400000 4600000 1 2)", "a", "혜산", 5), ("", "b", None, 6)], crs="EPSG:32652",
                   fields="&field=ID:string&field=name:string&field=population:integer")
    frame = sites_frame(points)
    assert list(frame.columns) == ["id", "name", "geometry"]
    assert frame["id"].tolist() == ["a", "b"]
    assert frame["name"].tolist() == ["혜산", None]
    assert frame.crs.to_epsg() == 32652
    assert frame.geometry.iloc[0].wkt == "POINT (400000 4600000)"
    assert frame.geometry.iloc[1] is None
    with pytest.raises(LayerWithoutCrs, match="The layer made has no coordinate"):
        sites_frame(layer("Point", [("Point (1 2)",)], crs=""))
    assert len(sites_frame(layer("Point", []))) == 0


def test_cancelling_stops_reading(qgis_app):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.corridor.corridor_input import sites_frame

    feedback = QgsFeedback()
    feedback.cancel()
    assert len(sites_frame(layer("Point", [("Point (1 2)",)] * 3), feedback)) == 0


@pytest.fixture
def survey(new_survey, tmp_path):
    return new_survey(tmp_path / "survey.gpkg", "Survey", True)


def test_measure_survey(survey):
    from yalu_plugin.layers.corridor.corridor_input import bundled_corridor, measure_sites, measure_survey

    measured = measure_survey(survey, None, DAY)
    assert measured.table.chainage_km.tolist() == pytest.approx([0, 24.416, 58.693, 160.380], abs=0.001)
    assert measured.not_crossings == 2
    ids = measured.table.site_id.tolist()
    from_gate = measure_sites(survey.rows("sites"), bundled_corridor(), DAY, datum_id=ids[1], only=ids[1:3])
    assert from_gate.table.chainage_km.tolist() == pytest.approx([0, 34.278], abs=0.001)
    along_the_survey_s_own = measure_survey(survey, survey.layer("corridors"), DAY)
    assert along_the_survey_s_own.along_km == pytest.approx(160.380, abs=0.001)
    assert along_the_survey_s_own.corridor.direction == "upstream"


def test_a_site_without_a_name_is_named_as_everywhere(survey):
    from yalu_plugin.layers.corridor.corridor_input import bundled_corridor, measure_along, measure_survey, sites_frame

    survey.change("add", {"sites": [
        {"id": "new", "kind": "barge_dock", "name": "  ", "geom": "POINT (128.0 41.43)"},
        {"id": "far", "kind": "vehicle_ford", "geom": "POINT (129.0 38.0)"}]})
    as_a_list = measure_along(sites_frame(survey.layer("sites")), bundled_corridor())
    for measured in (measure_survey(survey, None, DAY), as_a_list):
        assert dict(zip(measured.table.site_id, measured.table.name))["new"] == "Barge crossing #7"
        assert "Vehicle crossing #8" in measured.off_line


def test_in_a_list_of_others_a_row_without_a_name_has_none(qgis_app):
    from qgis.core import QgsVectorLayer

    from yalu_plugin.layers.corridor.corridor_input import sites_frame

    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=id:string&field=name:string&field=kind:string", "list", "memory")
    layer.dataProvider().addFeatures([feature(layer.fields(), ["a", None, "ford"])])
    assert sites_frame(layer).name.tolist() == [None]


def feature(fields, values):
    from qgis.core import QgsFeature, QgsGeometry

    made = QgsFeature(fields)
    made.setAttributes(values)
    made.setGeometry(QgsGeometry.fromWkt("POINT (128.0 41.43)"))
    return made


def test_a_missing_datum_is_refused(survey):
    from yalu_plugin.layers.corridor.corridor_input import DatumMissing, bundled_corridor, measure_sites

    with pytest.raises(DatumMissing):
        measure_sites(survey.rows("sites"), bundled_corridor(), DAY, datum_id="gone")


def test_sites_without_a_place_are_left_out(qgis_app):
    from yalu_plugin.layers.corridor.corridor_input import bundled_corridor, measure_sites

    measured = measure_sites([{"fid": 1, "id": "a", "name": None, "kind": "vehicle_ford"}], bundled_corridor(), DAY)
    assert (measured.count, measured.without_point) == (0, 1)
    assert measure_sites([], bundled_corridor(), DAY).count == 0
