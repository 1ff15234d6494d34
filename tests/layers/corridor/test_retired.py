"""Retired crossings in measures, page counts and yalu:sitestates: left out after their day, and named."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.survey.retired import is_retired

pytest.importorskip("qgis")
RETIRED = "Phungyang fording site"


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """The published sites, one of them retired on 2024-05-01."""
    from yalu_plugin.layers.survey.create import create_survey

    made = create_survey(tmp_path / "survey.gpkg", "Test", published=True)
    (site,) = [row for row in made.rows("sites") if row["name"] == RETIRED]
    made.change("edit", replaced={"sites": [{**site, "retired_on": "2024-05-01"}]})
    return made


def names(measured: Any) -> set[str]:
    return set(measured.table["name"])


def test_measures_leave_them_out_after_their_day(survey: Any) -> None:
    from yalu_plugin.layers.corridor.corridor_input import line_or_bundled, measure_along, measure_survey, sites_frame

    everything = measure_survey(survey, None, date(2024, 1, 1))
    assert RETIRED in names(everything) and everything.retired == 0
    for day, counted in ((date(2024, 5, 1), True), (date(2024, 5, 2), False)):
        measured = measure_survey(survey, None, day)
        assert names(measured) == names(everything) - (set() if counted else {RETIRED})
        assert measured.retired == (not counted)
    of_layer = measure_along(sites_frame(survey.layer("sites")), line_or_bundled(None))
    assert RETIRED not in names(of_layer) and of_layer.retired == 1


@pytest.fixture
def project(qgis_app: Any, survey: Any) -> Any:
    """The survey's layers in a project."""
    from yalu_plugin.layers.layouts.layout_lifetime import temporary_project

    with temporary_project(survey) as made:
        yield made


def drawn(project: Any, day: date) -> dict[str, set[str]]:
    """Return the ids of the sites whose symbol and state QGIS draws on a map of the day, by the layer's role."""
    from qgis.core import QgsFeatureRequest, QgsVectorLayerTemporalContext

    from yalu_plugin.layers.project import layer_with_role
    from yalu_plugin.layers.temporal import day_range

    found = {}
    for role, field in (("sites", "id"), ("site_states", "site_id")):
        layer, context = layer_with_role(project, role), QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        temporal = layer.temporalProperties()
        wanted = temporal.createFilterString(context, day_range(day, day)) if temporal.isActive() else ""
        request = QgsFeatureRequest().setFilterExpression(wanted) if wanted else QgsFeatureRequest()
        ids = [feature[field] for feature in layer.getFeatures(request)]
        assert len(ids) == len(set(ids))  # one state for each site
        found[role] = set(ids)
    return found


@pytest.mark.parametrize("make", ["overview", "strip", "sheets"])
@pytest.mark.parametrize(("day", "shown"), [(date(2024, 5, 1), True), (date(2024, 5, 2), False)])
def test_maps_of_a_day_show_those_that_count_on_it(survey: Any, project: Any, make: str, day: date, shown: bool
                                                   ) -> None:
    """This also holds on a map of another day than the last page's, as all maps share each layer."""
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.site_sheets import build_sheets
    from yalu_plugin.layers.layouts.strip_map import build_strip_map

    (retired,) = [row for row in survey.rows("sites") if row["name"] == RETIRED]
    everything = {row["id"] for row in survey.rows("sites")}
    before = {"overview": build_overview, "strip": build_strip_map, "sheets": build_sheets}[make](project, survey, day)
    assert before
    for other, counts in ((day, shown), (date(2024, 4, 30), True), (date(2030, 1, 1), False)):
        expected = everything if counts else everything - {retired["id"]}
        assert drawn(project, other) == {"sites": expected, "site_states": expected}


UGLY_DAYS = ("'soon'", "'2024-02-31'", "'2024/04/01'", "'2024-4-1'", "20240401", "x'32'", "''", "'0000-00-00'", "-1",
             "'99999-01-01'", "'9999-12-31'", "'9999-12-30'", "'0001-01-01'", "1e400", "' 2024-04-01 '",
             "'2024-04-01T23:59:59Z'", "replace(hex(zeroblob(3000)), '0', 'x')")
UGLY_IDS = ("a'b", 'a"b', "a\\b", "a\nb", "%1 {x}", "압록강", "' OR 1 --", "a" * 5000, "map('x', 'y')", " ")


def test_whatever_stands_for_a_day_the_map_shows_those_that_count(survey: Any, project: Any) -> None:
    """A text written by another program that is not a day retires no site, on the map as in the list."""
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.project import layer_with_role
    from yalu_plugin.layers.survey.geopackage import execute, opened
    from yalu_plugin.layers.temporal import filter_retired

    with opened(survey.path, update=True) as dataset:
        for number, day in enumerate(UGLY_DAYS):
            execute(dataset, "INSERT INTO sites (id, kind, geom, retired_on) SELECT "
                             f"'ugly{number}', kind, geom, {day} FROM sites WHERE kind = 'vehicle_ford' LIMIT 1")
    survey.change("test", {"sites": [{"id": name, "kind": "other", "geom": "POINT (127 41)", "retired_on": "2024-04-01"}
                                     for name in UGLY_IDS]})
    facts = survey.read(QgsFeedback())
    layers = {role: layer_with_role(project, role) for role in ("sites", "site_states")}
    for layer in layers.values():
        layer.reload()
    filter_retired(layers, facts.retirements())
    for day in (date(2024, 4, 1), date(2024, 4, 2), date(2026, 1, 1), date(9999, 12, 31)):
        counting = {row["id"] for row in facts.rows("sites") if not is_retired(row, day)}
        assert drawn(project, day) == {"sites": counting, "site_states": counting}


@pytest.mark.parametrize(("day", "counted"), [(date(2024, 5, 1), True), (date(2024, 5, 2), False)])
def test_pages_name_how_many_they_do_not_show(survey: Any, project: Any, day: date, counted: bool) -> None:
    from yalu_plugin.layers.layouts.overview import build_overview

    here = [row for row in survey.rows("sites") if row["kind"] == "vehicle_ford"]
    text = build_overview(project, survey, day).itemById("dates").text()
    assert ("; retired before that day, not shown: 1" in text) is not counted
    assert f"{len(here) - (not counted)} vehicle" in text


def test_sheets_are_of_counted_sites_and_of_the_requested_one(survey: Any, project: Any) -> None:
    from yalu_plugin.layers.layouts.sheet_layers import read_sheets
    from yalu_plugin.layers.layouts.site_sheets import build_sheets

    (retired,) = [row for row in survey.rows("sites") if row["name"] == RETIRED]
    on, after = (read_sheets(survey, date(2024, 5, day)) for day in (1, 2))
    assert {row["id"] for row in on.sites} - {row["id"] for row in after.sites} == {retired["id"]}
    assert retired["id"] in {row["site_id"] for row in on.table} - {row["site_id"] for row in after.table}
    atlas = build_sheets(project, survey, date(2024, 5, 2), only=retired["id"]).atlas().coverageLayer()
    (sheet,) = atlas.getFeatures()
    assert sheet["name"] == RETIRED and "retired on 2024-05-01" in sheet["subtitle"] and "No." not in sheet["subtitle"]
    assert sheet["along_river"].startswith("Retired: not measured with those that count.")


def test_numbers_and_key_leave_them_out(survey: Any, project: Any) -> None:
    from yalu_plugin.layers.layouts.site_numbers import read_site_numbers

    for day, more in ((date(2024, 5, 1), 1), (date(2024, 5, 2), 0)):
        numbers = read_site_numbers(survey, 5 * survey.rows("sites"), day)
        assert [row["name"] == RETIRED for row in numbers.sites].count(True) == more
        assert sorted(numbers.by_id().values()) == list(range(1, len(survey.rows("sites")) + more))


def test_the_curve_of_the_database_is_that_of_the_facts(survey: Any) -> None:
    from qgis.core import QgsFeedback

    from tests.layers.survey.known_over_time import known_over_time
    from yalu_plugin.core.known_present import known_present

    (site,) = [row for row in survey.rows("sites") if row["name"] == RETIRED]
    survey.change("seen", {"observations": [
        {"id": day, "site_id": site["id"], "state": "present", "seen_from": day, "seen_to": day}
        for day in ("2024-04-01", "2024-06-01")]})
    facts, (known, _) = survey.read(QgsFeedback()), known_over_time(survey.path)
    curve = facts.known_present("vehicle_ford")
    assert curve == known_present(known, "vehicle_ford")
    assert float(date(2024, 5, 2).toordinal()) in [day for day, _ in curve]
