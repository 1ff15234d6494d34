"""The states of a site that follow from its observations: what the table site_states must hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Observed(NamedTuple):
    """What of an observation makes a state; days are ISO 8601 text, as the file has them."""

    seen_to: str
    seen_from: str | None
    fid: int
    state: str
    image_id: str | None
    id: str | None


class Span(NamedTuple):
    """A state and the days between which it holds; None for the first without a beginning, the last without an end."""

    state: str
    seen_from: str | None
    seen_to: str | None
    image_id: str | None
    observation_id: str | None
    valid_from: str | None
    valid_to: str | None


def spans(observations: Iterable[Observed]) -> list[Span]:
    """The spans of one site. Observations that could see nothing, or have no state or day, are not among them.

    As core.schema defines: a state holds from the last day of its observation until that of the next; of observations
    that end on one day the last one counts; before the first the state is unknown.
    """
    seen = sorted(observations, key=lambda one: (one.seen_to, one.seen_from or "", one.fid))
    found = [Span("unknown", None, None, None, None, None, seen[0].seen_to if seen else None)]
    for one, after in zip(seen, [*seen[1:], None]):
        if after is None or after.seen_to > one.seen_to:
            found.append(Span(one.state, one.seen_from, one.seen_to, one.image_id, one.id, one.seen_to,
                              after.seen_to if after else None))
    return found
