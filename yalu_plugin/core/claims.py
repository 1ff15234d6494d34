"""Published counts compared with the survey."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yalu_plugin.core.first_seen import first_sightings
from yalu_plugin.core.kinds import BARGE, CROSSING_KINDS, VEHICLE
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable

CROSSINGS, FENCE_GATE = "crossings", "fence_gate"
NEW = "new crossings"
SPACING, STRETCH = "spacing", "stretch"


def located_crossings(sites: Iterable[Row], claims: Iterable[Row]) -> tuple[int, int] | None:
    """Return how many crossings of the largest published count have a place in the survey, and that count: (4, 43).

    A crossing counts if it has the same source as the claim. None where no count is claimed.
    """
    largest = largest_count(claims)
    return None if largest is None else (
        len(sites_of(sites, largest["source_id"], CROSSINGS)), int(largest["value"]))


def largest_count(claims: Iterable[Row]) -> Row | None:
    """Return the claim of the most crossings, or None where no count is claimed."""
    counts = [claim for claim in claims if claim["quantity"] == CROSSINGS and claim["value"] is not None]
    return max(counts, key=lambda claim: float(claim["value"]), default=None)


def sites_of(sites: Iterable[Row], source_id: str, what: str) -> list[Row]:
    """Return a source's sites of a kind; `what` may also be "crossings" or "fence_gate" (crossings at a gate)."""
    kinds = CROSSING_KINDS if what in (CROSSINGS, FENCE_GATE) else (what,)
    return [site for site in sites if site["kind"] in kinds and site["source_id"] == source_id
            and (what != FENCE_GATE or site["at_fence_gate"] == "yes")]


def seen_first_between(sites: Iterable[Row], observations: Iterable[Row], first: str, last: str) -> list[Row]:
    """Return the sites whose first sighting is wholly between two days (ISO 8601, both included)."""
    sightings = first_sightings(observations)
    return [site for site in sites if site["id"] in sightings
            and first <= sightings[site["id"]][0].isoformat() and sightings[site["id"]][1].isoformat() <= last]


def sums(claim: Row, claims: Sequence[Row], counts: dict[str, str]) -> list[Phrase]:
    """Compare a source's count of all crossings with the sums of its counts by period and by kind.

    `counts` has what a claim counts ("crossings" or a kind) by scope.
    """
    if claim["quantity"] != CROSSINGS or counts.get(claim["scope"]) != CROSSINGS or claim["value"] is None:
        return []
    own = [other for other in claims if other["source_id"] == claim["source_id"] and other["value"] is not None]
    periods = [int(other["value"]) for other in own if other["quantity"] == NEW]
    kinds = [int(other["value"]) for other in own
             if other["quantity"] == CROSSINGS and counts.get(other["scope"]) in (VEHICLE, BARGE)]
    whole = int(claim["value"])
    phrases = []
    if periods:
        template = translatable("The {count} periods published add to {total} of {whole}: {rest} without a date.")
        phrases.append(Phrase(template, {
            "count": len(periods), "total": sum(periods), "whole": whole, "rest": whole - sum(periods)}))
    if kinds:
        template = translatable("Vehicle and barge crossings published add to {total} of {whole}.")
        phrases.append(Phrase(template, {"total": sum(kinds), "whole": whole}))
    return phrases


def same_scope(claim: Row, claims: Iterable[Row]) -> list[Row]:
    """Return the claims with a value that the same source makes about the same scope."""
    return [other for other in claims if other["value"] is not None
            and (other["source_id"], other["scope"]) == (claim["source_id"], claim["scope"])]


def published_spacing(claim: Row, claims: Iterable[Row], count: int) -> list[Phrase]:
    """Compare a published spacing with the length that its source states, divided by its count of crossings."""
    template = translatable("The {length:g} {unit} published give {spacing:.1f} {unit}.")
    return [Phrase(template, {"length": other["value"], "unit": other["unit"], "spacing": other["value"] / count})
            for other in same_scope(claim, claims) if other["quantity"] == STRETCH]
