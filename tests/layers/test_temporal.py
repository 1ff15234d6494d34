"""The states shown on a date, from a real GeoPackage view, in various time zones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DAYS = ("2024-04-30", "2024-05-01", "2024-07-31", "2024-08-01", "2025-04-30", "2025-05-01", "2030-01-01")
STATES = ["unknown", "present", "present", "washed_out", "washed_out", "present", "present"]


def states_survey(path: Path) -> Path:
    """A GeoPackage with one synthetic site, three observations, and the survey's view of its states."""
    from osgeo import ogr, osr

    from yalu_plugin.core.schema import SITE_STATES_VIEW

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    survey = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    sites = survey.CreateLayer("sites", crs, ogr.wkbPoint, ["GEOMETRY_NAME=geom"])
    for name in ("id", "name", "kind"):
        sites.CreateField(ogr.FieldDefn(name))
    seen = survey.CreateLayer("observations", None, ogr.wkbNone)
    for name in ("id", "site_id", "image_id", "state"):
        seen.CreateField(ogr.FieldDefn(name))
    for name in ("seen_from", "seen_to"):
        seen.CreateField(ogr.FieldDefn(name, ogr.OFTDate))
    put(sites, "POINT (0 0)", id="a", kind="vehicle_ford")
    for day, state in (("2024/05/01", "present"), ("2024/08/01", "washed_out"), ("2025/05/01", "present")):
        put(seen, None, site_id="a", state=state, seen_from=day, seen_to=day)
    survey.ExecuteSQL(SITE_STATES_VIEW)
    survey.ExecuteSQL("INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) "
                      "VALUES ('site_states', 'site_states', 'features', 4326)")
    survey.ExecuteSQL("INSERT INTO gpkg_geometry_columns VALUES ('site_states', 'geom', 'POINT', 4326, 0, 0)")
    return path


def put(layer, wkt: str | None, **values: str) -> None:
    from osgeo import ogr

    row = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        row[name] = value
    if wkt:
        row.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
    layer.CreateFeature(row)


def states_on(path: Path, days: tuple[str, ...]) -> list[str]:
    """Return the states that QGIS shows on each day, by its filter for the range of its temporal navigation."""
    from qgis.core import QgsFeatureRequest, QgsTemporalNavigationObject, QgsVectorLayer, QgsVectorLayerTemporalContext

    from yalu_plugin.layers.temporal import make_states_temporal, show_day

    layer = QgsVectorLayer(f"{path}|layername=site_states", "states", "ogr")
    make_states_temporal(layer)
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    navigation = QgsTemporalNavigationObject()
    ranges: list = []
    navigation.updateTemporalRange.connect(ranges.append)
    shown = []
    for day in days:
        show_day(navigation, date.fromisoformat(day), date.fromisoformat(day))
        wanted = layer.temporalProperties().createFilterString(context, ranges[-1])
        found = layer.getFeatures(QgsFeatureRequest().setFilterExpression(wanted))
        shown.append(",".join(one["state"] for one in found))
    return shown


def test_a_new_layer_has_no_expression_that_QGIS_would_evaluate_for_each_row(qgis_app, tmp_path: Path) -> None:
    from qgis.core import Qgis, QgsVectorLayer

    from yalu_plugin.layers.temporal import make_states_temporal

    layer = QgsVectorLayer(f"{states_survey(tmp_path / 'a.gpkg')}|layername=site_states", "states", "ogr")
    modes = []
    for retired, is_new in (({}, True), ({}, False), ({"a": "2020-01-01"}, True), ({"a": "2020-01-01"}, False),
                            ({"a": "2021-01-01"}, True), ({}, True)):
        assert make_states_temporal(layer, retired) == is_new
        modes.append(layer.temporalProperties().mode())
    fields, expressions = (Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields,
                           Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    assert modes == [fields, fields, expressions, expressions, expressions, fields]


def test_each_day_shows_the_state_at_its_start(qgis_app, tmp_path: Path) -> None:
    assert states_on(states_survey(tmp_path / "a.gpkg"), DAYS) == STATES


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York", "Pacific/Kiritimati"])
def test_the_zone_of_the_machine_does_not_matter(tmp_path: Path, zone: str) -> None:
    code = (
        "import importlib.util, json, pathlib, sys; from qgis.core import QgsApplication; "
        "app = QgsApplication([], False); app.initQgis(); "
        "spec = importlib.util.spec_from_file_location('t', sys.argv[1]); "
        "t = importlib.util.module_from_spec(spec); spec.loader.exec_module(t); "
        "print(json.dumps(t.states_on(t.states_survey(pathlib.Path(sys.argv[2])), t.DAYS)))")
    environment = {**os.environ, "TZ": zone, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    run = subprocess.run([sys.executable, "-c", code, __file__, str(tmp_path / "a.gpkg")], env=environment,
                         capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(run.stdout.splitlines()[-1]) == STATES


def test_the_navigation_covers_the_days_and_not_the_next_midnight(qgis_app) -> None:
    from qgis.core import Qgis, QgsTemporalNavigationObject
    from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

    from yalu_plugin.layers.temporal import show_day

    navigation = QgsTemporalNavigationObject()
    show_day(navigation, date(2016, 10, 14), date(2016, 10, 15))
    shown = navigation.temporalExtents()
    midnights = [QDateTime(QDate(2016, 10, day), QTime(0, 0), Qt.TimeSpec.UTC) for day in (14, 15, 16)]
    assert [shown.contains(moment) for moment in midnights] == [True, True, False]
    assert navigation.navigationMode() == Qgis.TemporalNavigationMode.FixedRange


def test_qgis_panel_has_nothing_to_correct(qgis_app) -> None:
    from qgis.gui import QgsTemporalControllerWidget

    from yalu_plugin.layers.temporal import show_day

    panel = QgsTemporalControllerWidget()
    ranges: list = []
    show_day(panel.temporalController(), date(2016, 10, 14), date(2016, 10, 14))
    panel.temporalController().updateTemporalRange.connect(ranges.append)
    show_day(panel.temporalController(), date(2017, 6, 6), date(2017, 6, 6))
    assert [one.end().date().toPyDate() for one in ranges] == [date(2017, 6, 6)]


def test_the_range_comes_back_with_the_project(qgis_app, tmp_path: Path) -> None:
    from qgis.core import QgsProject

    from yalu_plugin.layers.temporal import day_range

    day = day_range(date(2016, 10, 14), date(2016, 10, 14))
    project = QgsProject()
    project.timeSettings().setTemporalRange(day)
    project.write(str(tmp_path / "a.qgs"))
    again = QgsProject()
    again.read(str(tmp_path / "a.qgs"))
    stored = again.timeSettings().temporalRange()
    assert (stored.begin(), stored.end()) == (day.begin(), day.end())
    assert not stored.contains(day.end().addSecs(1))
