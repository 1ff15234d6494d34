from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import LineString

from yalu_plugin.core.corridor.claim_scopes import read_scopes
from yalu_plugin.core.corridor.counties import read_breaks
from yalu_plugin.core.corridor.coverage import Search
from yalu_plugin.core.corridor.line import corridor_from_geometry
from yalu_plugin.core.corridor.published_check import COLUMNS, FITS, compare_published
from yalu_plugin.core.published import published_rows
from yalu_plugin.paths import resource

FOLDER = resource("data")


def english(notes):
    return " ".join(map(str, notes))


@pytest.fixture
def rows():
    return published_rows(FOLDER)


@pytest.fixture
def check(river):
    """Return a function from rows and corridor to the table by (quantity, value), with notes as text."""
    def table(rows, corridor=river):
        found = compare_published(rows, corridor, read_scopes(FOLDER))
        return found.assign(notes=found["notes"].map(english)).set_index(["quantity", "value"])
    return table


def test_a_count_of_a_period_says_which_share_of_the_river_was_searched_in_it(rows, river):
    searches = [Search(0.0, 37_441.5, "searched", "a", "2024-05-01", "2024-05-01"),
                Search(0.0, 374_415.0, "searched", "b", "2024-06-30", "2024-07-01")]
    found = compare_published(rows, river, read_scopes(FOLDER), searches)
    notes = {(claim["quantity"], claim["from_date"]): english(note)
             for claim, note in zip(rows["claims"], found["notes"])}
    assert notes["new crossings", "2024-04-01"].endswith(
        "Searched then: 37.4 of 374.4 km (10 %).")
    assert notes["new crossings", "2025-04-01"].endswith(
        "Searched then: nothing.")
    assert "Searched" not in notes["stretch", None]


def test_177_km_is_along_the_river_and_95_km_the_straight_line(rows, check):
    table = check(rows)
    accessdprk, nknews = table.loc[("stretch", 177)], table.loc[("stretch", 95)]
    assert accessdprk["along"] == pytest.approx(176.8, abs=0.05)
    assert accessdprk["straight"] == pytest.approx(92.4, abs=0.05)
    assert accessdprk["fits"] == "along"
    assert nknews["straight"] == pytest.approx(95.5, abs=0.05)
    assert nknews["along"] == pytest.approx(190.3, abs=0.05)
    assert nknews["fits"] == "straight"


def test_samsu_lies_18_km_south_west(rows, check):
    samsu = check(rows).loc[("distance", 18)]
    assert samsu["straight"] == pytest.approx(17.66, abs=0.01) and samsu["fits"] == "straight"
    assert samsu["bearing_deg"] == pytest.approx(228.5, abs=0.1) and np.isnan(samsu["along"])
    assert "It lies south-west, not south as published (bearing 228°)." in samsu["notes"]


def test_the_quarters_add_to_30_of_32_and_4_of_43_are_located(rows, check):
    table = check(rows)
    assert "The 4 periods published add to 30 of 32: 2 without a date." in table.loc[("crossings", 32), "notes"]
    assert table.loc[("crossings", 43), "notes"].startswith("4 of 43 located. Vehicle and barge crossings")
    assert "add to 43 of 43" in table.loc[("crossings", 43), "notes"]
    assert table.loc[("crossings", 43), "located"] == 4
    located = {37: 3, 6: 1, 32: 0, 24: 0}
    assert {value: table.loc[("crossings", value), "located"] for value in located} == located
    assert set(table.loc["crossings", "fits"]) == {"not_measurable"}
    assert table.loc[("crossings at fence gates", 20), "notes"] == "1 of 20 located."


def test_the_reasons_for_the_places_are_noted(rows, check):
    assert "Published are five counties without places." in check(rows).loc[("stretch", 95), "notes"]


def test_an_end_left_open_is_measured_at_both_its_ends(rows, check):
    asiapress = check(rows).loc[("stretch", 80)]
    assert (asiapress["along_least"], asiapress["along"]) == pytest.approx((43.3, 113.5), abs=0.01)
    assert asiapress["straight"] == pytest.approx(55.25, abs=0.01) and asiapress["fits"] == "along"
    assert "leave the end open" in asiapress["notes"]


def test_a_spacing_is_the_stretch_divided_by_the_crossings_of_the_same_source(rows, check):
    spacing = check(rows).loc[("spacing", 4)]
    assert (spacing["along_least"], spacing["along"]) == pytest.approx((43.3 / 24, 113.5 / 24), abs=0.001)
    assert spacing["straight"] == pytest.approx(55.25 / 24, abs=0.001) and spacing["fits"] == "along"
    assert spacing["notes"].startswith("The spacing is the stretch divided by the 24 crossings published there. "
                                       "The 80 km published give 3.3 km. Measured from Hyesan sandbar ford to")
    assert np.isnan(spacing["located"])


def test_a_spacing_whose_source_counts_no_crossings_there_is_not_measured(rows, check):
    count = next(claim for claim in rows["claims"] if claim["value"] == 24)
    count["scope"] = "elsewhere"
    spacing = check(rows).loc[("spacing", 4)]
    assert spacing["fits"] == "not_measurable" and np.isnan(spacing["along"])
    assert spacing["notes"] == "Its source does not count the crossings on this stretch."
    count.update(scope="Hyesan to Kim Jong Suk", value=0)
    assert check(rows).loc[("spacing", 4), "fits"] == "not_measurable"


def test_the_routes_with_large_operations_are_not_counted_as_crossings(rows, check):
    source = next(claim["source_id"] for claim in rows["claims"] if claim["value"] == 24)
    site = {**rows["sites"][0], "source_id": source}
    rows["sites"] += [{**site, "id": str(number)} for number in range(5)]
    table = check(rows)
    assert table.loc[("crossings", 24), "located"] == 5
    large = table.loc[("crossings with large operations", 5)]
    assert np.isnan(large["located"]) and large["fits"] == "not_measurable"


def test_every_claim_has_one_row_in_order_and_one_verdict(rows, river):
    table = compare_published(rows, river, read_scopes(FOLDER))
    assert tuple(table.columns) == COLUMNS
    assert list(table["claim_id"]) == [claim["id"] for claim in rows["claims"]]
    assert set(table["fits"]) <= set(FITS)
    assert table["source"].str.len().min() > 0 and table["notes"].map(len).min() > 0


def test_the_verdict_follows_the_figures(rows, check):
    claims = {claim["value"]: claim for claim in rows["claims"] if claim["quantity"] == "stretch"}
    claims[95]["value"], claims[177]["value"], claims[80]["value"] = 190, 130, 57
    table = check(rows)
    assert table.loc["stretch", "fits"].to_dict() == {190: "along", 130: "neither", 57: "both"}


@pytest.mark.parametrize(("value", "qualifier", "fits"), [
    (176.5, "exactly", "along"), (178, "exactly", "neither"), (185, "about", "along"), (187, "about", "neither"),
    (170, "at_least", "along"), (90, "at_least", "both"), (177, "at_least", "neither")])
def test_tolerances(rows, check, value, qualifier, fits):
    claim = next(claim for claim in rows["claims"] if claim["value"] == 177)
    claim.update(value=value, qualifier=qualifier)
    assert check(rows).loc[("stretch", value), "fits"] == fits


def test_units_are_the_claims_own(rows, check):
    claim = next(claim for claim in rows["claims"] if claim["value"] == 95)
    claim.update(value=59.0, unit="miles")
    found = check(rows).loc[("stretch", 59)]
    assert found["straight"] == pytest.approx(95.546 / 1.609344, abs=0.001) and found["fits"] == "straight"
    assert found["along"] == pytest.approx(190.264 / 1.609344, abs=0.001)


def test_counts_are_borne_out_or_contradicted_once_enough_are_located(rows, check):
    barge = next(site for site in rows["sites"] if site["kind"] == "barge_dock")
    rows["sites"] += [{**barge, "id": str(number)} for number in range(5)]
    assert check(rows).loc[("crossings", 6), "fits"] == "counted"
    rows["sites"].append({**barge, "id": "one more"})
    assert check(rows).loc[("crossings", 6), "fits"] == "neither"


def test_new_crossings_count_where_they_were_first_seen_in_the_period(rows, check):
    claim = next(claim for claim in rows["claims"] if claim["value"] == 4)
    sites = [{**rows["sites"][0], "id": name, "source_id": claim["source_id"]} for name in "abcd"]
    seen = {"a": "2024-04-01", "b": "2024-06-30", "c": "2024-07-01", "d": "2023-08-02"}
    rows["sites"] += sites
    rows["observations"] += [
        {"site_id": site, "seen_from": day, "seen_to": day, "state": "present"} for site, day in seen.items()]
    rows["observations"].append(
        {"site_id": "d", "seen_from": "2024-05-01", "seen_to": "2024-05-01", "state": "present"})
    assert check(rows).loc[("new crossings", 4), "located"] == 2


def test_places_off_another_line_are_measured_straight_alone(rows, check):
    danube = corridor_from_geometry(LineString([(25, 44), (26, 44)]), "EPSG:4326", direction="downstream")
    found = check(rows, danube).loc[("stretch", 177)]
    assert np.isnan(found["along"]) and found["straight"] == pytest.approx(92.37, abs=0.01)
    assert found["fits"] == "not_measurable" and "nothing is measured along it" in found["notes"]


def test_a_claim_without_a_value_and_one_in_unknown_words_are_not_measurable(rows, check):
    rows["claims"] = [{**rows["claims"][3], "value": None}, {**rows["claims"][3], "scope": "here to there"},
                      {**rows["claims"][3], "scope": None}]
    assert list(check(rows)["fits"]) == ["not_measurable"] * 3
    assert compare_published({**rows, "claims": []}, None, {}).empty


def test_the_places_at_county_breaks_are_those_of_the_breaks():
    breaks = {f"counties.csv, {b.downstream_county} and {b.upstream_county}": (b.lon, b.lat)
              for b in read_breaks(FOLDER / "counties.csv")}
    places = [line.rstrip("\n").split(",", 4) for line in (FOLDER / "claim_places.csv").open(encoding="utf-8")]
    at_breaks = {row[4].strip('"'): (float(row[2]), float(row[3])) for row in places if "counties.csv" in row[4]}
    assert len(at_breaks) == 3 and at_breaks.items() <= breaks.items()


def test_every_scope_is_one_that_a_claim_has(rows):
    assert set(read_scopes(FOLDER)) <= {claim["scope"] for claim in rows["claims"]}


def test_a_line_that_does_not_reach_the_places_contradicts_no_claim(rows, check):
    """A stretch in the middle of the river, kilometres away from Kumchang."""
    short = corridor_from_geometry(LineString([(127.9, 41.43), (128.0, 41.40), (128.18, 41.41)]), "EPSG:4326",
                                   direction="upstream")
    accessdprk = check(rows, short).loc[("stretch", 177)]
    assert np.isnan(accessdprk["along"]) and accessdprk["straight"] == pytest.approx(92.4, abs=0.05)
    assert accessdprk["fits"] == "not_measurable"


@pytest.mark.parametrize(("retired_on", "to_date", "located"), [
    (None, None, 4), ("2025-01-01", None, 3), ("2025-01-01", "2025-01-01", 4), ("2025-01-01", "2025-01-02", 3)])
def test_sites_that_are_retired_by_then_bear_no_count_out(rows, check, retired_on, to_date, located):
    claim = next(claim for claim in rows["claims"] if claim["value"] == 43)
    site = next(site for site in rows["sites"] if site["source_id"] == claim["source_id"]
                and site["kind"] in ("vehicle_ford", "barge_dock"))
    site["retired_on"], claim["to_date"] = retired_on, to_date
    rows["claims"] = [claim]
    assert check({**rows})["located"].tolist() == [located]
