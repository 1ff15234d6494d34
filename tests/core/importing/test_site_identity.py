"""Which site of the survey a row is about; and the laws of an update."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.import_assessment import Choices, ImportAssessment, KnownSite
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.site_identity import Identity, KnownSites, RowKey, find_sites

COLUMNS = ("id", "name", "lat", "lon", "type", "county", "note", "date", "width")


def known(number: int, lon: float, name: str = "", **values: Any) -> KnownSite:
    return KnownSite(f"u{number}", lon, 41.4, name, of_source=True, **values)


def row(lon: float, name: str = "", ref: str = "") -> RowKey:
    return RowKey(ref, name.casefold(), lon, 41.4)


def found(rows: list[RowKey], sites: list[KnownSite]) -> dict[int, tuple[int, bool]]:
    return {at: (each.known, each.certain) for at, each in find_sites(rows, KnownSites(sites)).items()}


def test_an_id_comes_before_name_and_place() -> None:
    sites = [known(0, 128.1, "A", source_ref="1"), known(1, 128.2, "B", source_ref="2")]
    assert found([row(128.2, "B", "1"), row(128.1, "A", "2")], sites) == {0: (0, False), 1: (1, False)}
    assert found([row(128.1001, "B", "1"), row(128.9, "B", "2")], sites) == {0: (0, True), 1: (1, True)}
    assert find_sites([row(128.9, "C", "u1")], KnownSites(sites)) == {0: Identity(1, True, True)}


def test_a_name_in_the_same_source_comes_before_place() -> None:
    sites = [known(0, 128.1, "A"), known(1, 128.102, "B")]
    assert found([row(128.102, "A"), row(128.1, "B")], sites) == {0: (0, True), 1: (1, True)}
    assert found([row(128.2, "A")], sites) == {0: (0, False)}  # 8 km away: asked
    assert found([row(128.2, "A"), row(128.3, "A")], sites) == {}  # which one?
    assert found([row(128.2, "A")], [known(0, 128.1, "A"), known(1, 128.11, "A")]) == {}


def test_places_are_paired_one_to_one() -> None:
    pytest.importorskip("scipy")
    step = 0.0012  # 100 m
    sites = [known(number, 128.1 + number * step) for number in range(20)]
    shifted = [row(128.1 + (number + 0.6) * step) for number in range(20)]
    assert found(shifted, sites) == {number: (number, True) for number in range(20)}
    others = [site._replace(of_source=False) for site in sites]
    assert found(shifted, others) == {number: (number, False) for number in range(20)}


def test_without_scipy_the_nearest_are_paired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yalu_plugin.core.importing.site_identity.can_measure_distances", lambda: False)
    assert found([row(128.1003), row(128.1001)], [known(0, 128.1)]) == {1: (0, True)}


def test_far_and_unknown_rows_have_no_site() -> None:
    assert found([row(128.2), RowKey("9", "z", None, None)], [known(0, 128.1, "A", source_ref="1")]) == {}
    assert found([RowKey("1", "", None, None)], [known(0, 128.1, "A", source_ref="1")]) == {0: (0, True)}


def assess(rows: list[dict[str, str]], sites: list[KnownSite], **choices: Any) -> ImportAssessment:
    source = Source(Path("list.csv"), COLUMNS, tuple(SourceRow(at + 2, each) for at, each in enumerate(rows)))
    columns = replace(guess_columns(source), id="id")
    return assess_rows(source, columns, Choices(**choices), sites, today=dt.date(2026, 11, 29))


def written(assessment: ImportAssessment, sites: list[KnownSite]) -> list[KnownSite]:
    """Return the sites as they are after the import."""
    by_id = {site.id: site for site in sites}
    of_row: dict[int, str] = {}
    for each in assessment.rows:
        if not each.included:
            continue
        if each.site is not None:
            of_row[each.number] = f"site {len(by_id)}"
            names = ("name", "kind", "at_fence_gate", "county", "confidence", "note")
            by_id[of_row[each.number]] = KnownSite(
                of_row[each.number], each.site["lon"], each.site["lat"], source_ref=each.site["source_ref"] or "",
                of_source=True, **{name: each.site[name] for name in names})
        site_id = of_row.get(each.number) or each.of_site or of_row.get(each.of_row or 0)
        if site_id is None:
            continue
        of_row[each.number] = site_id
        site = by_id[site_id]
        for difference in each.differences:
            if difference.taken:
                values = (dict(zip(("lon", "lat"), difference.in_list)) if difference.field == "place"
                          else {difference.field: difference.in_list or ""})
                site = site._replace(**values)
        seen = tuple((one["state"], one["seen_from"], one["seen_to"]) for one in each.observations)
        by_id[site_id] = site._replace(seen=(*site.seen, *seen))
    return list(by_id.values())


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ROWS = st.lists(st.fixed_dictionaries({
    "id": st.just(""), "name": st.one_of(st.sampled_from(("A", "B", "")), TEXT), "lat": st.just("41.4"),
    "lon": st.integers(0, 40).map(lambda at: f"{128.1 + at * 0.002:.4f}"), "note": TEXT, "width": TEXT,
    "type": st.sampled_from(("ford", "barge", "", "zip line", "black")), "county": TEXT,
    "date": st.sampled_from(("", "2024-05", "2025-07-30", "since Aug 2023", "03/04/2025", "45868"))}),
    min_size=1, max_size=8, unique_by=lambda each: each["lon"])
LAWS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@LAWS
@given(ROWS, st.booleans())
def test_the_same_list_again_changes_nothing(rows: list[dict[str, str]], with_ids: bool) -> None:
    if with_ids:
        rows = [{**each, "id": f"S{at}"} for at, each in enumerate(rows)]
    sites = written(assess(rows, []), [])
    again = assess(rows, sites, words={"*": "list"})
    assert {row.change for row in again.rows if row.included} <= {"unchanged"} and not again.writes and not again.gone


@LAWS
@given(ROWS, ROWS)
def test_an_update_is_complete_after_the_first_time(rows: list[dict[str, str]], newer: list[dict[str, str]]) -> None:
    sites = written(assess(rows, []), [])
    update = assess(newer, sites, words={"*": "list"})
    again = assess(newer, written(update, sites), words={"*": "list"})
    answered = {row.number for row in update.rows if row.included}
    assert not [row for row in again.rows if row.number in answered and (row.differences or row.site)]


@LAWS
@given(ROWS, ROWS)
def test_the_survey_stays_as_it_is_by_default(rows: list[dict[str, str]], newer: list[dict[str, str]]) -> None:
    sites = written(assess(rows, []), [])
    after = {site.id: site._replace(seen=()) for site in written(assess(newer, sites), sites)}
    assert all(after[site.id] == site._replace(seen=()) for site in sites)
