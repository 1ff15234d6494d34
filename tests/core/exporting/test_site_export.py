"""Exported sites: their values, states and sightings as known on a day, in the words of the survey."""

from __future__ import annotations

from datetime import date

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.site_export import Labels, SurveyExport
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.codec import columns
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.river_positions import RiverPlace

LABELS = Labels(lambda site: site["name"] or f"no. {site['fid']}", lambda kind: f"kind {kind}",
                lambda state: f"is {state}")


def row(table, fid, **values):
    return {"fid": fid, **dict.fromkeys(TABLE[table].column_names), "id": f"{table}{fid}", **values}


def export_of(tables, day=None, **more):
    def pages(name):
        rows = tables.get(name, ())
        if rows:
            yield list(zip(*([found.get(column) for column in columns(name)] for found in rows)))

    by_id = ({one["id"]: one for one in tables.get(name, ())} for name in ("images", "sources"))
    images, sources = by_id
    facts = Facts(pages)
    return SurveyExport("s", "T", "record 1", "all", "2026-12-01T00:00:00Z", "", "", more.get("places", {}), None, day,
                        facts, more.get("site_ids", [one["id"] for one in tables["sites"]]), images, sources, LABELS)


TABLES = {
    "sites": [row("sites", 1, name="=SUM(1)", kind="vehicle_ford", county="Hyesan", source_id="sources1",
                  geom="Point (128.186804 41.411114)"),
              row("sites", 2, kind="barge_dock")],
    "sources": [row("sources", 1, title="A report")],
    "images": [row("images", 1, date_kind="at_or_before", provider="P", platform="S2", synthetic=True)],
    "observations": [
        row("observations", 1, site_id="sites1", state="absent", seen_from="2023-07-01", seen_to="2023-07-01",
            image_id="images1"),
        row("observations", 2, site_id="sites1", state="present", seen_from="2023-08-01", seen_to="2023-08-31",
            source_id="sources1"),
        row("observations", 3, site_id="sites1", state="present", seen_to="2024-01-05", image_id="images1"),
        row("observations", 4, site_id="sites1", state="washed_out", seen_from="2024-07-01", seen_to="2024-07-02"),
        row("observations", 5, site_id="sites1", state="not_observable", seen_from="2024-08-01",
            seen_to="2024-08-01", reason="cloud"),
        row("observations", 6, site_id="sites1", state="present")],
}


def test_the_latest_state_and_the_days_of_the_sightings():
    site, other = export_of(TABLES).sites()
    assert (site.site_id, site.fid, site.label, site.name) == ("sites1", 1, "=SUM(1)", "=SUM(1)")
    assert (site.kind, site.kind_label, site.longitude, site.latitude) == (
        "vehicle_ford", "kind vehicle_ford", 128.186804, 41.411114)
    assert (site.state, site.state_label, site.state_since, site.state_from, site.state_to, site.state_date_kind) == (
        "washed_out", "is washed_out", "2024-07-02", "2024-07-01", "2024-07-02", "reported")
    assert (site.first_seen_from, site.first_seen_to, site.last_seen) == ("2023-08-01", "2023-08-31", "2024-01-05")
    assert (site.county, site.county_along, site.source_title) == ("Hyesan", None, "A report")
    assert [one.observation_id for one in site.observations] == [f"observations{n}" for n in (6, 1, 2, 3, 4, 5)]
    assert (other.label, other.longitude, other.state, other.first_seen_to, other.observations) == (
        "no. 2", None, "unknown", None, ())


def test_on_a_day_nothing_later_is_known_and_undated_observations_stay():
    site = next(export_of(TABLES, date(2024, 1, 5)).sites())
    assert (site.state, site.state_since, site.state_from, site.state_date_kind, site.last_seen) == (
        "present", "2023-08-31", None, "at_or_before", "2024-01-05")
    assert [one.observation_id[-1] for one in site.observations] == ["6", "1", "2", "3"]
    assert next(export_of(TABLES, date(2023, 6, 30)).sites()).state == "unknown"


def test_a_state_whose_order_is_not_known_names_the_others():
    seen = [row("observations", 1, site_id="sites1", state="present", seen_from="2024-01-01", seen_to="2024-01-09"),
            row("observations", 2, site_id="sites1", state="absent", seen_from="2024-01-05", seen_to="2024-01-10")]
    site = next(export_of({**TABLES, "observations": seen}).sites())
    assert (site.state, site.rival_states) == ("absent", ("present",))


def test_an_observation_carries_the_kind_of_its_date_and_its_evidence():
    site = next(export_of(TABLES).sites())
    by_id = {one.observation_id[-1]: one for one in site.observations}
    assert [(by_id[n].date_kind, by_id[n].evidence, by_id[n].synthetic) for n in "1246"] == [
        ("at_or_before", "P S2", True), ("reported", "A report", False), ("reported", "", False), ("", "", False)]
    assert by_id["5"].reason == "cloud"


def test_places_along_the_river_are_those_measured():
    site, other = export_of(TABLES, places={"sites1": RiverPlace(1.5, 24.0, "left")}).sites()
    assert (site.chainage_km, site.offset_m, site.side) == (1.5, 24.0, "left")
    assert (other.chainage_km, other.offset_m, other.side) == (None, None, "")


def test_only_the_sites_asked_for_in_their_order_and_a_cancelled_export_stops():
    assert [site.site_id for site in export_of(TABLES, site_ids=["sites2", "gone", "sites1"]).sites()] == [
        "sites2", "sites1"]
    tables = {"sites": [row("sites", fid) for fid in range(1, 2)], "observations": []}

    class Stopped(YaluError):
        template = "stopped"

    def stop(fraction):
        raise Stopped()

    export = export_of(tables, site_ids=["sites1"] * 10_000_000)
    with pytest.raises(Stopped):
        for _ in export.sites(stop):
            pass
