"""The number of dots found on a picture next to the number that was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from yalu_plugin.core.claims import CROSSINGS
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.published import Row


def published_counts(claims: Iterable[Row], counts: Mapping[str, str], source_id: str) -> dict[str, int]:
    """Return the crossings that a source states, by kind, and of all kinds under "crossings".

    `counts` has what a claim counts ("crossings" or a kind) by its scope.
    """
    return {counts[claim["scope"]]: int(claim["value"]) for claim in claims
            if claim["source_id"] == source_id and claim["quantity"] == CROSSINGS and claim["value"] is not None
            and counts.get(claim["scope"]) in (CROSSINGS, *CROSSING_KINDS)}


def compare_counts(found: Mapping[str, int], published: Mapping[str, int]) -> list[tuple[str, int, int | None]]:
    """Return kind, number found and number published (None if not stated) for each kind that either of them has.

    "crossings" is the last, with the sum of vehicle and barge crossings.
    """
    kinds = dict.fromkeys([*(kind for kind in CROSSING_KINDS if found.get(kind) or kind in published),
                           *(kind for kind in found if found[kind])])
    rows: list[tuple[str, int, int | None]] = [(kind, found.get(kind, 0), published.get(kind)) for kind in kinds]
    if CROSSINGS in published:
        rows.append((CROSSINGS, sum(found.get(kind, 0) for kind in CROSSING_KINDS), published[CROSSINGS]))
    return rows
