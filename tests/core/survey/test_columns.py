"""Columns return the values added, however they are stored; a table has the rows read and those changed since."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.rival_states import rival_states
from yalu_plugin.core.site_name import name_shown
from yalu_plugin.core.survey.codec import columns
from yalu_plugin.core.survey.columns import column
from yalu_plugin.core.survey.columns.column import StoredColumn
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.day_numbers import day_number, day_text
from yalu_plugin.core.survey.columns.fid_list import FidList
from yalu_plugin.core.survey.columns.name_search import NameSearch
from yalu_plugin.core.survey.columns.observations_by_site import ObservationsBySite
from yalu_plugin.core.survey.name_folding import folded

UUIDS = st.uuids().map(str)
ODD = st.sampled_from(["", "\0", "압록강", "-" * 36, "A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11",
                       "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1 ", "a0eebc999-c0b-4ef8-bb6d-6bb9bd380a11",
                       "a0eebc99-9c0b-4ef8-bb6d-6bb9bd-80a11", "\ud800", "\U00010400"])
VALUES = st.one_of(UUIDS, ODD, st.none(), st.text(), st.integers(), st.floats(allow_nan=False), st.booleans())


@pytest.fixture(params=[1, 4, 1 << 16])
def few(request, monkeypatch):
    monkeypatch.setattr(column, "FEW", request.param)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("values", [UUIDS, UUIDS | ODD, st.none() | st.text(), VALUES])
def test_any_values_in_any_pages(values):
    @given(st.lists(st.lists(values, max_size=6), max_size=6))
    def back(pages):
        stored, plain = StoredColumn(), []
        for page in pages:
            stored.extend(page)
            plain += page
        assert list(stored.filled()) == [value is not None and value != "" for value in plain]
        assert list(stored) == plain == [stored[number] for number in range(len(stored))]

    back()


@pytest.mark.parametrize(("text", "number"), [
    ("2024-02-29", 20240229), ("0001-01-01", 10101), ("9999-12-31", 99991231)])
def test_days_are_numbers_that_sort(text, number):
    assert day_number(text) == number and day_text(number) == text
    assert day_number(None) == day_number("never") == 0 and day_text(0) is None


def sites(names):
    count = len(names)
    given_values = {"fid": list(range(1, count + 1)), "id": [f"s{number}" for number in range(count)], "name": names,
                    "kind": ["other"] * count}
    return ColumnTable("sites", [[given_values.get(name, [None] * count) for name in columns("sites")]])


@given(st.lists(st.none() | st.text("aAß\0한ᄒ", max_size=5), max_size=8), st.text("aAsS\0한ᄒ", max_size=3),
       st.sampled_from(["", "A site #{number}", "{number} 한"]))
def test_names_are_found_as_with_a_plain_loop(names, text, unnamed):
    shown = [name_shown({"name": name, "kind": "other", "fid": fid}, {"other": unnamed})
             for fid, name in enumerate(names, 1)]
    of_table = NameSearch(sites(names))
    assert of_table.find([folded(text)], {"other": unnamed}).tolist() == [
        number for number, name in enumerate(shown) if folded(text) in folded(name)]
    assert of_table.equal([folded(text)], {"other": unnamed}).tolist() == [
        number for number, name in enumerate(shown) if folded(text) and folded(text) == folded(name)]


def test_a_snapshot_is_not_affected_by_later_changes():
    table = sites(["a", "b", "c"])
    rows = table.snapshot(("id", "name"))
    before = table.remove([{"fid": 2}])
    table.add([{**before[0], "name": "changed"}, {**before[0], "fid": 0, "id": "new", "name": "first"}])
    assert [row["name"] for row in rows()] == ["a", "b", "c"]
    assert table.snapshot(("id", "name"))() == [
        {"id": "new", "name": "first"}, {"id": "s0", "name": "a"}, {"id": "s1", "name": "changed"},
        {"id": "s2", "name": "c"}]


DAYS = st.sampled_from(["2024-01-01", "2024-01-02", "2024-01-05", "2024-02-01"])


@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(["s0", "s0", "s1", "gone"]), st.none() | DAYS, DAYS | DAYS | st.none(),
                          st.sampled_from(["present", "absent", "washed_out", "not_observable"])), max_size=12))
def test_contested_observations_are_those_of_each_site(found):
    rows = [{"fid": number, "id": f"o{number}", "site_id": site, "seen_from": first, "seen_to": last, "state": state}
            for number, (site, first, last, state) in enumerate(found)]
    page = [[one.get(name) for one in rows] for name in columns("observations")]
    observations = ObservationsBySite([page], sites(["a", "b"]))
    rivals = rival_states(observations.rows())
    assert {f"o{number}" for number, doubt in enumerate(observations.read.contested()) if doubt} == set(rivals)


@given(st.lists(st.integers(0, 9), unique=True), st.sets(st.integers(0, 9)))
def test_a_list_of_fids(fids, others):
    import numpy as np

    fid_list = FidList(np.array(fids, np.int64))
    assert [fid_list.place(fid) for fid in range(10)] == [fids.index(fid) if fid in fids else -1 for fid in range(10)]
    assert fid_list.places(others) == [place for place, fid in enumerate(fids) if fid in others]
    assert list(fid_list.only(np.array(sorted(others), np.int64))) == [fid for fid in fids if fid in others]
    assert list(fid_list.without(others)) == [fid for fid in fids if fid not in others]
    fid_list.insert(len(fids) // 2, 99)
    assert list(fid_list) == [*fids[:len(fids) // 2], 99, *fids[len(fids) // 2:]]
    fid_list.remove(len(fids) // 2)
    assert list(fid_list) == fids
