"""Rows kept in few bytes are the rows of a dict."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.survey.columns import left_rows
from yalu_plugin.core.survey.columns.left_rows import LeftRows

NUMBER = st.integers(-2**63, 2**63 - 1)
KEY = st.one_of(st.integers(0, 20), st.sampled_from([-2**63, 2**63 - 1, -1]))


@given(st.lists(st.tuples(KEY, st.none() | st.tuples(NUMBER, NUMBER, NUMBER)), max_size=60))
def test_put_and_pop_are_those_of_a_dict(steps):
    before, left_rows.RECENT = left_rows.RECENT, 4
    rows, plain = LeftRows(), {}
    for key, row in steps:
        assert rows.pop(key) == plain.pop(key, None)
        if row is not None:
            rows.put(key, row)
            plain[key] = row
        assert sorted(map(tuple, rows)) == sorted(plain.values())
    left_rows.RECENT = before
