"""The states of a site equal those of the SQL definition in the schema."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.schema import states_query
from yalu_plugin.core.survey.state_spans import Span, StateObservation, spans

DAYS = st.sampled_from(["2024-01-01", "2024-01-02", "2024-02-01", "2025-01-01"])
OBSERVATIONS = st.lists(st.tuples(DAYS, st.none() | DAYS, st.sampled_from(["present", "absent"])), max_size=8)


@given(OBSERVATIONS)
def test_spans_are_those_of_the_definition(rows: list[tuple[str, str | None, str]]) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE sites (fid INTEGER PRIMARY KEY, id, name, kind, geom)")
    database.execute("CREATE TABLE observations (fid, id, site_id, image_id, seen_from, seen_to, state)")
    database.execute("INSERT INTO sites VALUES (1, 's', 'ford', 'vehicle_ford', NULL)")
    observations = [StateObservation(to, begin, fid, state, f"i{fid}", f"o{fid}")
                    for fid, (to, begin, state) in enumerate(rows, 1)]
    for one in [*observations, StateObservation("2024-01-15", None, 99, "not_observable", None, "o99")]:
        database.execute("INSERT INTO observations VALUES (?, ?, 's', ?, ?, ?, ?)",
                         (one.fid, one.id, one.image_id, one.seen_from, one.seen_to, one.state))
    defined = database.execute(f"SELECT {', '.join(Span._fields)} FROM ({states_query()})").fetchall()
    assert sorted(map(repr, spans(observations))) == sorted(repr(Span(*row)) for row in defined)


def test_before_the_first_observation_a_site_is_unknown() -> None:
    assert spans([]) == [Span("unknown", None, None, None, None, None, None)]
