"""The matrix of sites by dates: cells compared with a plain loop over observations, changes with a new matrix."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta, timezone
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.survey.test_facts import delta, facts_of, seen, site
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.core.rival_states import rival_states
from yalu_plugin.core.survey.columns.day_numbers import day_text
from yalu_plugin.core.survey.matrix.matrix_axis import (
    DatedObservation,
    MatrixColumn,
    Periods,
    Steps,
    changed_run,
    day_of,
    number_of,
)
from yalu_plugin.core.survey.matrix.matrix_cells import EMPTY_CELL, Cell, cell_of
from yalu_plugin.core.survey.matrix.matrix_rows import SiteRows
from yalu_plugin.core.survey.matrix.survey_matrix import Matrix

FIRST = date(2024, 1, 25)
DAYS = [None, *((FIRST + timedelta(days=n)).isoformat() for n in (0, 1, 7, 20, 40, 90))]
STATES = ("present", "absent", "washed_out", "not_observable", "flooded", None)
SITES = ("sites1", "sites2")


def scene(name, begin, end=None, kind="acquired"):
    times = [datetime(*map(int, day.split("-")), 5, tzinfo=timezone.utc) for day in (begin, end or begin)]
    return Scene(name, f"{name}.tif", *times, kind, "filename")


SCENES = [scene("a", DAYS[1]), scene("b", DAYS[2]), scene("c", DAYS[2]), scene("d", DAYS[4], kind="at_or_before"),
          scene("e", DAYS[3], DAYS[5]), scene("f", DAYS[6], kind="released")]
STEPS = Timeline(SCENES).steps
observations = st.lists(st.tuples(st.sampled_from(SITES), st.sampled_from(STATES), st.sampled_from(DAYS),
                                  st.sampled_from(DAYS), st.sampled_from([None, "gone", *(one.id for one in SCENES)])),
                        max_size=12)
units = st.sampled_from(["scene", "month", "quarter"])


def rows_of(tuples, first=1):
    return [seen(fid, site_id, state, seen_from, seen_to, image_id=image)
            for fid, (site_id, state, seen_from, seen_to, image) in enumerate(tuples, first)]


def facts(rows):
    return facts_of({"sites": [site(1), site(2)], "observations": rows})


def days(first, last):
    """Return the days of an interval, only the last one where the first is open."""
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


def made_on(row, image_id):
    """Return whether an observation was made on this scene, within the scene's days."""
    found = next((one for one in SCENES if one.id == row["image_id"] == image_id), None)
    if found is None or row["seen_to"] > found.last_day.isoformat():
        return False
    if found.date_kind == "at_or_before":
        return True
    return found.day.isoformat() <= (row["seen_from"] or "") <= row["seen_to"]


def plain_cell(rows, column, unit):
    """Return the cell of a column with a plain loop over all observations of its site."""
    within, spanning = [], []
    for row in rows:
        if row["state"] is None or row["seen_to"] is None:
            continue
        if unit == "scene":
            on = [one.id for one in SCENES if made_on(row, one.id)]
            own = not column.scenes and (row["seen_from"], row["seen_to"]) == (
                day_text(column.first), day_text(column.last)) and not on
            if own or set(on) & set(column.scenes):
                within.append(row)
            continue
        last = date.fromisoformat(row["seen_to"])
        first = date.fromisoformat(row["seen_from"]) if row["seen_from"] else last
        of_column = days(day_of(column.first), day_of(column.last))
        may_be = days(min(first, last), max(first, last))
        if row["seen_from"] and first <= last and may_be <= of_column:
            within.append(row)
        elif may_be & of_column:
            spanning.append(row)
    conclusive = sorted((row for row in within if row["state"] != "not_observable"),
                        key=lambda row: (row["seen_to"], row["seen_from"] or "", row["state"]))
    runs = tuple(state for state, _ in groupby(row["state"] for row in conclusive))
    conflict = bool(rival_states(conclusive))
    return Cell(tuple(sorted(set(runs))) if conflict else runs, conflict, len(conclusive) < len(within),
                tuple(sorted({row["state"] for row in spanning})))


def content(matrix):
    return list(matrix.columns), [[matrix.cell(site_id, at) for at in range(len(matrix.columns))]
                                  for site_id in SITES]


@given(observations, units)
def test_a_cell_equals_a_plain_loop_over_the_observations(tuples, unit):
    rows = rows_of(tuples)
    matrix = Matrix(facts(rows), STEPS, unit)
    assert content(matrix)[1] == [[plain_cell([row for row in rows if row["site_id"] == site_id], column, unit)
                                   for column in matrix.columns] for site_id in SITES]


@given(observations)
def test_by_scenes_every_dated_observation_is_in_just_one_column(tuples):
    rows = rows_of(tuples)
    matrix = Matrix(facts(rows), STEPS)
    for site_id in SITES:
        found = Counter(one for observations in matrix.cells(site_id).within.values() for one in observations)
        assert found == Counter(matrix.facts.dated_observations(site_id)) and not matrix.cells(site_id).spanning


@given(observations, observations, st.data(), units, st.sampled_from([STEPS, STEPS[:1], ()]))
def test_applied_changes_result_in_the_same_as_a_new_matrix(before, after, data, unit, steps):
    rows, later = rows_of(before), rows_of(after, len(before) + 1)
    known = facts(rows)
    matrix = Matrix(known, steps, unit)
    content(matrix)
    changes = [("observations", row, data.draw(st.sampled_from([None, {**other, "fid": row["fid"], "id": row["id"]}])))
               for row, other in zip(rows, later)]
    changes += [("observations", None, row) for row in later[len(rows):]]
    for seq, change in enumerate(changes, 1):
        entries = delta(change, begin=seq)
        known.apply(entries)
        matrix.apply(matrix.update(entries))
        assert content(matrix) == content(Matrix(known, steps, unit))
    read_again = facts(known.rows("observations"))
    assert content(matrix) == content(Matrix(read_again, steps, unit))


def test_months_are_added_and_removed_with_observations():
    known = facts(rows_of([("sites1", "present", "2024-01-30", "2024-01-30", None)]))
    matrix = Matrix(known, (), "month")
    entries = delta(("observations", None, rows_of([("sites2", "absent", None, "2024-03-01", None)], 2)[0]))
    known.apply(entries)
    matrix.apply(matrix.update(entries))
    assert [column.first for column in matrix.columns] == [20240101, 20240201, 20240301]
    assert matrix.cell("sites2", 2) == Cell(spanning=("absent",))
    removal = delta(("observations", known.observations_of("sites1")[0], None), begin=2)
    known.apply(removal)
    matrix.apply(matrix.update(removal))
    assert [column.first for column in matrix.columns] == [20240301]


def test_a_change_is_not_applied_twice():
    known = facts([])
    entries = delta(("observations", None, rows_of([("sites1", "present", None, "2024-03-01", None)])[0]))
    known.apply(entries)
    matrix = Matrix(known, STEPS)  # created after the change, before it is notified
    matrix.apply(matrix.update(entries))
    assert content(matrix) == content(Matrix(known, STEPS))


def test_steps_are_columns_and_observations_without_a_scene_have_their_own():
    rows = rows_of([("sites1", "present", "2024-02-01", "2024-02-29", None),  # as reported
                    ("sites1", "absent", DAYS[1], DAYS[1], "a"), ("sites2", "washed_out", None, DAYS[4], "d")])
    matrix = Matrix(facts(rows), STEPS)
    assert [(column.first, column.last, column.scenes) for column in matrix.columns] == [
        (20240125, 20240125, ("a",)), (20240126, 20240126, ("b",)), (20240126, 20240126, ("c",)),
        (20240201, 20240305, ("e",)), (20240201, 20240229, ()), (0, 20240214, ("d",)), (20240424, 20240424, ("f",))]
    assert [column.kind for column in matrix.columns][-2:] == ["at_or_before", "released"]
    assert [matrix.cell("sites1", at) for at in range(7)] == [
        Cell(("absent",)), EMPTY_CELL, EMPTY_CELL, EMPTY_CELL, Cell(("present",)), EMPTY_CELL, EMPTY_CELL]
    assert matrix.cell("sites2", 5) == Cell(("washed_out",))


def test_an_observation_of_another_scene_of_the_same_day_is_not_in_this_ones_column():
    matrix = Matrix(facts(rows_of([("sites1", "present", DAYS[2], DAYS[2], "c")])), STEPS)
    assert [matrix.cell("sites1", at) for at in (1, 2)] == [EMPTY_CELL, Cell(("present",))]


def test_an_observation_made_before_the_scenes_date_was_corrected_stays_on_its_own_day():
    matrix = Matrix(facts(rows_of([("sites1", "present", "2023-12-01", "2023-12-01", "a")])), STEPS)
    assert matrix.columns[0] == MatrixColumn(20231201, 20231201) and matrix.cell("sites1", 0) == Cell(("present",))
    assert matrix.cell("sites1", 1) == EMPTY_CELL


def test_an_observation_that_spans_months_is_within_none_of_them():
    matrix = Matrix(facts(rows_of([("sites1", "present", "2024-01-30", "2024-03-02", None),
                                   ("sites1", "absent", None, "2024-02-10", None),
                                   ("sites1", "washed_out", "2024-02-01", "2024-02-29", None)])), (), "month")
    assert [matrix.cell("sites1", at) for at in range(3)] == [
        Cell(spanning=("present",)), Cell(("washed_out",), spanning=("absent", "present")),
        Cell(spanning=("present",))]
    quarter = Matrix(matrix.facts, (), "quarter")
    assert quarter.columns == [MatrixColumn(20240101, 20240331)]
    assert quarter.cell("sites1", 0) == Cell(("present", "washed_out"), True, False, ("absent",))


def test_two_different_observations_are_in_conflict_unless_their_order_is_known():
    one = DatedObservation(20240101, 20240101, "present", "a")
    other = DatedObservation(20240105, 20240105, "washed_out", "b")
    assert cell_of([other, one], ()) == Cell(("present", "washed_out"))
    assert cell_of([one, other._replace(first=0)], ()) == Cell(("present", "washed_out"), True)
    assert cell_of([one, one._replace(state="absent")], ()) == Cell(("absent", "present"), True)


def test_not_observable_is_not_a_state_and_conflicts_with_none():
    blind = DatedObservation(20240101, 20240101, "not_observable", "a")
    assert cell_of([blind], ()) == Cell(blind=True)
    assert cell_of([blind, blind._replace(state="present")], ()) == Cell(("present",), False, True)


def test_months_have_no_gaps_and_reach_over_scenes_and_observations():
    matrix = Matrix(facts(rows_of([("sites1", "present", "2023-11-30", "2023-11-30", None)])), STEPS, "month")
    assert [column.first for column in matrix.columns] == [20231101, 20231201, 20240101, 20240201, 20240301, 20240401]
    assert [column.last for column in matrix.columns][:4] == [20231130, 20231231, 20240131, 20240229]


@pytest.mark.parametrize("unit", ["month", "quarter"])
def test_periods_reach_the_ends_of_the_calendar(unit):
    axis = Periods(unit, 10101, 99991231)
    assert len(axis.columns) == {"month": 9999 * 12, "quarter": 9999 * 4}[unit]
    assert axis.columns[0].first == 10101 and axis.columns[-1].last == number_of(date.max)


def test_nothing_observed_and_no_scene_is_no_column():
    assert [len(Matrix(facts([]), (), unit).columns) for unit in ("scene", "month", "quarter")] == [0, 0, 0]


def test_start_and_end_limit_columns_and_observations():
    rows = rows_of([("sites1", "present", "2024-01-30", "2024-03-02", None),
                    ("sites1", "absent", DAYS[2], DAYS[2], "b"),
                    ("sites1", "absent", "2024-02-25", "2024-02-25", None)])
    assert [column.scenes or column.last for column in Matrix(facts(rows), STEPS, "scene", 20240126, 20240303).columns
            ] == [("b",), ("c",), 20240302, ("d",), 20240225]
    months = Matrix(facts(rows), STEPS, "month", 20240126, 20240205)
    assert [column.first for column in months.columns] == [20240101, 20240201]  # whole months
    assert [months.cell("sites1", at) for at in (0, 1)] == [Cell(("absent",)), EMPTY_CELL]


def test_changed_columns():
    one, two, three, four = (MatrixColumn(day, day) for day in (1, 2, 3, 4))
    assert changed_run([one, two, four], [one, two, three, four]) == (2, 0, 1)
    assert changed_run([one, two], [one, two]) == (2, 0, 0)
    assert changed_run([one, two, three], [four, two, three]) == (0, 1, 1)
    assert changed_run([one, one], [one]) == (1, 1, 0)


def test_an_observation_of_a_scene_adds_no_column():
    known = facts([])
    matrix = Matrix(known, STEPS)
    entries = delta(("observations", None, rows_of([("sites1", "present", DAYS[1], DAYS[1], "a")])[0]))
    known.apply(entries)
    update = matrix.update(entries)
    assert update.axis is matrix.axis and update.sites == {"sites1"}


def test_sites_are_in_order_downstream_and_those_without_chainage_last():
    sites = [{**site(n), "id": f"s{n}"} for n in (1, 2, 3, 4)]
    km = {"s3": 1.0, "s1": 7.5}
    rows = SiteRows([(one["fid"], one["id"]) for one in sites], km)
    assert in_order(rows) == ["s3", "s1", "s2", "s4"] and rows.row_of("s1") == 1
    rows.remove(1)
    assert rows.row_of("s1") == -1 and not rows.stays(sites[0], km) and rows.row_for(sites[0], {"s1": 0.5}) == 0
    rows.add(sites[0], {"s1": 0.5})
    assert in_order(rows) == ["s1", "s3", "s2", "s4"]
    assert rows.stays(sites[0], {"s1": 0.5}) and not rows.stays(sites[0], km)


def in_order(rows):
    return [rows.site_at(row) for row in range(len(rows))]


def test_fids_of_sites_are_current_and_a_site_without_an_id_has_none():
    known = facts_of({"sites": [site(1), {**site(2), "id": None}, site(3)]})
    known.apply(delta(("sites", site(3), None), ("sites", None, site(7))))
    assert sorted(known.site_fids()) == [(1, "sites1"), (7, "sites7")]


def test_steps_of_equal_days_are_in_the_order_of_the_timeline():
    assert [column.scenes for column in Steps(STEPS).columns][1:3] == [("b",), ("c",)]
