"""Rows in compact storage behave like the rows of a dict."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.survey.columns import recorded_rows
from yalu_plugin.core.survey.columns.recorded_rows import RecordedRows

NUMBER = st.integers(-2**63, 2**63 - 1)
KEY = st.one_of(st.integers(0, 20), st.sampled_from([-2**63, 2**63 - 1, -1]))


@given(st.lists(st.tuples(KEY, st.none() | st.tuples(NUMBER, NUMBER, NUMBER)), max_size=60))
def test_add_and_pop_behave_like_a_dict(steps):
    before, recorded_rows.RECENT = recorded_rows.RECENT, 4
    rows, plain = RecordedRows(), {}
    for key, row in steps:
        assert rows.pop(key) == plain.pop(key, None)
        if row is not None:
            rows.add(key, row)
            plain[key] = row
        assert sorted(map(tuple, rows)) == sorted(plain.values())
    recorded_rows.RECENT = before
