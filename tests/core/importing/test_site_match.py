"""Rows about an existing site: of the file, or of the survey."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.import_assessment import ASKED, CHECK, GOOD, REFUSED, REPAIRED, Choices, KnownSite

HEADER = "id,name,lat,lon,type,date,state,reporter\n"
KNOWN = KnownSite("uuid-1", 128.186804, 41.411114, "A")


def test_rows_of_one_place_and_name_are_its_log(assess) -> None:
    rows = assess(HEADER + "7,A,41.4,128.1,ford,2023-08-15,present,X\n7,A,41.4,128.1,,2024-07-30,washed out,Y\n"
                  "8,B,41.5,128.2,,2024-07-30,present,Z\n7,A,41.4,128.1,,2025-04-02,present,\n").rows
    assert [(row.status, row.site is None, row.of_row) for row in rows] == [
        (GOOD, False, None), (GOOD, True, 2), (GOOD, False, None), (GOOD, True, 2)]
    assert rows[0].site["note"] == "reporter: X"
    assert rows[1].observations[0]["note"] == "reporter: Y"  # about that day, not about the site
    assert rows[3].observations[0]["note"] is None


def test_a_repeated_row_is_a_question(assess) -> None:
    text = "name,lat,lon,date\nA,41.4,128.1,2023-08-15\nA,41.4,128.1,2023-08-15\n"
    row = assess(text).rows[1]
    assert (row.status, row.of_row, row.reason) == (ASKED, 2, "0 m from row 2, “A”: the same site?")
    same = assess(text, choices=Choices(rows={3: "same"})).rows[1]
    assert (same.status, same.site, same.observations) == (REPAIRED, None, ())
    assert same.reason == "the same site as “A”: this row brings nothing more"


def test_two_states_of_one_day_are_to_be_checked(assess) -> None:
    row = assess("name,lat,lon,date,state\nA,41.4,128.1,2024-05-01,present\nA,41.4,128.1,2024-05-01,absent\n").rows[1]
    assert (row.status, row.of_row) == (CHECK, 2) and "another state of “A”" in row.reason


@pytest.mark.parametrize(("lat", "name", "kind", "status"), [
    (41.4012, "B", "ford", ASKED), (41.4012, "A", "ford", ASKED), (41.4, "B", "ford", ASKED),
    (41.4, "A", "barge", ASKED), (41.4014, "B", "ford", GOOD)])
def test_sites_within_150_m_are_asked_about(assess, lat: float, name: str, kind: str, status: str) -> None:
    rows = assess(f"name,lat,lon,type,date\nA,41.4,128.1,ford,2024-05-01\n{name},{lat},128.1,{kind},2024-06-01\n").rows
    assert [row.status for row in rows] == [GOOD, status]
    assert rows[1].of_row == (2 if status == ASKED else None)
    assert rows[1].site is not None and len(rows[1].observations) == 1


def test_answers(assess) -> None:
    text = "name,lat,lon,date,by\nA,41.4,128.1,2024-05-01,X\nB,41.4001,128.1,2024-06-01,Y\n"
    same, separate, out = (assess(text, choices=Choices(rows={3: answer})).rows[1]
                           for answer in ("same", "separate", "leave_out"))
    assert (same.status, same.site, same.of_row, same.observations[0]["note"]) == (GOOD, None, 2, "B\nby: Y")
    assert (separate.status, separate.of_row, separate.site["name"]) == (GOOD, None, "B")
    assert (out.status, out.reason, out.label) == (REFUSED, "Left out.", "B")


def test_a_row_left_out_is_not_matched(assess) -> None:
    text = "name,lat,lon,date\nA,41.4,128.1,2024-05-01\nA,41.4,128.1,2024-06-01\nA,41.4,128.1,2024-07-01\n"
    rows = assess(text, choices=Choices(rows={2: "leave_out"})).rows
    assert [(row.status, row.of_row) for row in rows] == [(REFUSED, None), (GOOD, None), (GOOD, 3)]


def test_ids_of_one_site(assess) -> None:
    text = "id,name,lat,lon,date\n7,A,41.4,128.1,2024-05-01\n7,A,41.4008,128.1,2024-06-01\n7,B,41.4,128.1,2024-07-01\n"
    rows = assess(text, columns={"id": "id"}).rows
    assert [(row.status, row.of_row) for row in rows] == [(GOOD, None), (GOOD, 2), (REFUSED, None)]
    assert rows[2].reason.startswith("Row 2 has the id 7 already")


def test_sites_of_the_survey(assess) -> None:
    head = "name,lat,lon,date\n"
    (same,) = assess(head + "A,41.411114,128.186804,\n", known=[KNOWN]).rows
    assert (same.status, same.of_site, same.change, same.writes) == (GOOD, "uuid-1", "unchanged", False)
    (near,) = assess(head + "B,41.411214,128.186804,\n", known=[KNOWN]).rows
    assert (near.status, near.of_site, near.of_row) == (ASKED, "uuid-1", None)
    (seen,) = assess(head + "A,41.411114,128.186804,2024-05-01\n", known=[KNOWN]).rows
    assert (seen.status, seen.of_site) == (ASKED, "uuid-1")
    (joined,) = assess(head + "A,41.411114,128.186804,2024-05-01\n", known=[KNOWN],
                       choices=Choices(rows={2: "same"})).rows
    assert (joined.status, joined.site, joined.of_site, len(joined.observations)) == (GOOD, None, "uuid-1", 1)


def test_ids_that_the_survey_knows(assess) -> None:
    text = "id,name,lat,lon\nuuid-1,C,41.6,128.5\nS1,D,41.7,128.6\n"
    rows = assess(text, known=[KNOWN, KnownSite("uuid-2", 127.0, 41.5, "E", "S1")]).rows
    assert [(row.of_site, row.change) for row in rows] == [("uuid-1", "moved"), ("uuid-2", "")]
    assert (rows[1].status, rows[1].reason.split(",")[0]) == (ASKED, "the id of the survey's site “E”")
    assert not rows[0].writes and {each.field for each in rows[0].differences} == {"place", "name"}


def test_our_own_exported_states_are_one_site(assess) -> None:
    head = "X,Y,fid,site_id,name,kind,state,seen_from,seen_to,observation_id,valid_from\n"
    text = head + ("128.2,41.4,1,uuid-9,A,vehicle_ford,unknown,,,,\n"
                   "128.2,41.4,2,uuid-9,A,vehicle_ford,present,2024-05-01,2024-05-31,uuid-3,2024-05-31\n"
                   "128.2,41.4,3,uuid-9,A,vehicle_ford,washed_out,2024-07-28,2024-07-28,uuid-4,2024-07-28\n")
    first, *others = assess(text).rows
    assert (first.status, first.site["source_ref"], first.observations) == (GOOD, "uuid-9", ())
    assert [(row.status, row.of_row, row.observations[0]["state"]) for row in others] == [
        (GOOD, 2, "present"), (GOOD, 2, "washed_out")]
    known = KnownSite("uuid-9", 128.2, 41.4, "A", seen=(("present", "2024-05-01", "2024-05-31"),))
    again = assess(text, known=[known]).rows  # the survey lacks the last one
    assert [(row.status, row.of_site, len(row.observations)) for row in again] == [
        (GOOD, "uuid-9", 0), (GOOD, "uuid-9", 0), (GOOD, "uuid-9", 1)]


def test_a_longer_list_adds_new_observations_of_known_sites(assess) -> None:
    text = "id,name,lat,lon,date,state\n1,A,41.4,128.2,2025-08-01,present\n1,A,41.4,128.2,2025-11-01,washed out\n"
    known = KnownSite("site", 128.2, 41.4, "A", "1", (("present", "2025-08-01", "2025-08-01"),))
    old, new = assess(text, known=[known]).rows
    assert (old.status, old.of_site, old.change) == (GOOD, "site", "unchanged")
    assert (new.status, new.of_site, new.observations[0]["state"]) == (GOOD, "site", "washed_out")
