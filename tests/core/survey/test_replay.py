"""Entries applied in order result in the tables, and differences are found."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.replay import Replay, ReplayDifference, differences

A_BLOB = "47500001E6100000" + "0101000000" + "0000000000E05F40" + "0000000000C04440"  # 127.5 41.5
ROW = {"fid": 1, "id": "a", "name": "ford", "geom": A_BLOB}


def entry(seq: int, before: Any, after: Any, table: str = "sites", origin: str | None = "plugin") -> dict[str, Any]:
    row = after or before
    return {"seq": seq, "table_name": table, "row_id": row["id"], "origin": origin,
            "before": before and json.dumps(before), "after": after and json.dumps(after)}


def replayed(*entries: dict[str, Any]) -> Replay:
    replay = Replay()
    for one in entries:
        replay.add(one)
    return replay


def test_a_row_as_the_record_left_it_is_no_difference() -> None:
    replay = replayed(entry(1, None, {**ROW, "name": "first"}), entry(2, {**ROW, "name": "first"}, ROW))
    assert replay.compare("sites", ROW) is None
    assert list(replay.missing()) == replay.overwritten == []


def test_entries_of_version_1_leave_the_same_row() -> None:
    old = {"id": "a", "name": "ford", "geom": "POINT (127.5 41.5)"}
    replay = replayed(entry(1, None, {**old, "name": "x"}, origin=None),
                      entry(2, {**old, "name": "y"}, old, origin=None))
    assert replay.compare("sites", ROW) is None
    assert replay.overwritten == []  # version 1 did not record what was changed by others


def test_changed_added_and_deleted_rows_are_distinguished() -> None:
    replay = replayed(entry(1, None, ROW), entry(2, None, {**ROW, "id": "b"}))
    changed = replay.compare("sites", {**ROW, "name": "other"})
    assert changed is not None and (changed.row_id, changed.seq) == ("a", 1)
    added = replay.compare("sites", {**ROW, "id": "c"})
    assert added is not None and (added.row_id, added.seq) == ("c", 0)
    twice = replay.compare("sites", ROW)
    assert twice is not None and twice.seq == 0
    assert list(replay.missing()) == [2]


def test_a_row_moved_within_its_table_differs() -> None:
    """The order of observations on one day depends on fid."""
    found = replayed(entry(1, None, ROW)).compare("sites", {**ROW, "fid": 2})
    assert found is not None
    assert list(differences("sites", "a", ROW, found.row)) == [ReplayDifference("sites", "a", "fid", "1", "2")]


def test_an_unrecorded_change_is_found_by_the_next_entry() -> None:
    replay = replayed(entry(1, None, ROW), entry(2, {**ROW, "name": "secretly"}, {**ROW, "name": "new"}))
    assert replay.overwritten == [2]
    assert replayed(entry(1, None, ROW), entry(2, ROW, None), entry(3, ROW, None)).overwritten == [3]
    assert replayed(entry(1, None, ROW), entry(2, None, ROW)).overwritten == [2]


def test_entries_without_a_row_are_listed() -> None:
    broken = {**entry(2, None, ROW), "after": "{"}
    assert replayed(entry(1, None, ROW), broken, {**entry(3, None, ROW), "before": "7"}).unreadable == [2, 3]


def test_entries_of_other_tables_are_ignored() -> None:
    replay = replayed(entry(1, None, ROW), {**entry(2, None, ROW), "table_name": "audit", "after": "no row"},
                      {**entry(3, None, ROW), "table_name": None})
    assert replay.compare("sites", ROW) is None and not list(replay.missing())


def test_rows_written_meanwhile_are_excluded() -> None:
    replay = replayed(entry(1, None, ROW))
    replay.exclude([("sites", "a")])
    assert list(replay.missing()) == []


def test_every_value_of_a_row_that_one_side_lacks_is_given() -> None:
    assert list(differences("sites", "a", ROW, None)) == [
        ReplayDifference("sites", "a", "id", "a", None), ReplayDifference("sites", "a", "name", "ford", None),
        ReplayDifference("sites", "a", "geom", "POINT(127.5 41.5)", None)]


MOMENTS = st.datetimes().map(lambda at: f"{at:%Y-%m-%dT%H:%M:%SZ}")
VALUE = {"text": st.text(max_size=5), "real": st.floats(allow_nan=False, allow_infinity=False), "datetime": MOMENTS,
         "integer": st.integers(-2**53, 2**53), "boolean": st.booleans(), "date": st.dates().map(str)}


def row_of(table: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({column.name: st.none() | VALUE[column.type]
                                  for column in TABLE[table].columns[1:]})


STEP = st.sampled_from(("sites", "images", "observations")).flatmap(
    lambda table: st.tuples(st.just(table), st.integers(0, 4), st.none() | row_of(table), st.booleans()))


@settings(max_examples=60, deadline=None)
@given(st.lists(STEP, max_size=25))
def test_any_changes_replay_into_the_tables(steps: list[Any]) -> None:
    tables: dict[tuple[str, str], dict[str, Any]] = {}
    entries = []
    for table, number, values, is_old in steps:
        key = table, f"r{number}"
        before = tables.pop(key, None)
        after = None if values is None else {**values, "id": key[1], "fid": number}
        if after is not None:
            tables[key] = after
        if before or after:
            written = [row and ({name: one for name, one in row.items() if one is not None and name != "fid"}
                                if is_old else row) for row in (before, after)]
            entries.append(entry(len(entries) + 1, *written, table=table, origin=None if is_old else "plugin"))
    replay = replayed(*entries)
    assert [replay.compare(table, row) for (table, _), row in tables.items()] == [None] * len(tables)
    assert list(replay.missing()) == replay.overwritten == replay.unreadable == []
