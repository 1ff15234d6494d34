"""Keys give back the fid and the id, and sort by fid."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.survey.key import beginning, fid_of, id_of, key, keys

IDS = st.one_of(st.none(), st.uuids().map(str), st.text(), st.uuids().map(lambda one: str(one).upper()),
                st.uuids().map(lambda one: str(one).replace("-", "")),
                st.sampled_from(["", "\0" * 17, "압록강", "-" * 36]))
FIDS = st.integers(-2**63, 2**63 - 1)


@given(st.lists(st.tuples(FIDS, IDS), min_size=1, max_size=5))
def test_any_fid_and_id(rows):
    fids, ids = zip(*rows)
    made = keys(fids, ids)
    assert made == [key(*row) for row in rows]
    assert [(fid_of(one), id_of(one)) for one in made] == rows
    assert all(one.startswith(beginning(fid)) for one, fid in zip(made, fids))
    assert [fid_of(one) for one in sorted(made)] == sorted(fids)


@given(st.lists(st.tuples(FIDS, st.uuids().map(str)), min_size=1, max_size=5))
def test_many_uuids_at_once(rows):
    made = keys(*zip(*rows))
    assert [(fid_of(one), id_of(one)) for one in made] == rows
    assert {len(one) for one in made} == {24}
