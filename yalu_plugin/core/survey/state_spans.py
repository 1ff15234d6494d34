"""The states of a site that follow from its observations: the rows that the table site_states must have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class StateObservation(NamedTuple):
    """The values of an observation that determine a state; days are ISO 8601 text, as in the file."""

    seen_to: str
    seen_from: str | None
    fid: int
    state: str
    image_id: str | None
    id: str | None


class Span(NamedTuple):
    """A state and the days between which it is valid; None for the start of the first and the end of the last."""

    state: str
    seen_from: str | None
    seen_to: str | None
    image_id: str | None
    observation_id: str | None
    valid_from: str | None
    valid_to: str | None


def spans(observations: Iterable[StateObservation]) -> list[Span]:
    """Return the spans of one site; `observations` are only those with a day and a conclusive state.

    As defined in core.schema: a state is valid from the last day of its observation until the last day of the next
    one; of observations that end on the same day the last one counts; before the first the state is unknown.
    """
    seen = sorted(observations, key=lambda one: (one.seen_to, one.seen_from or "", one.fid))
    found = [Span("unknown", None, None, None, None, None, seen[0].seen_to if seen else None)]
    for one, after in zip(seen, [*seen[1:], None]):
        if after is None or after.seen_to > one.seen_to:
            found.append(Span(one.state, one.seen_from, one.seen_to, one.image_id, one.id, one.seen_to,
                              after.seen_to if after else None))
    return found
