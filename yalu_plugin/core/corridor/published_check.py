"""Check of published claims: counts of sites in the survey, distances along the river and straight, and what fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from yalu_plugin.core.claims import (
    CROSSINGS,
    SPACING,
    published_spacing,
    same_scope,
    seen_first_between,
    sites_of,
    sums,
)
from yalu_plugin.core.corridor.chainage import length_m
from yalu_plugin.core.corridor.claim_scopes import PlacedName, Scope
from yalu_plugin.core.corridor.coverage import Search
from yalu_plugin.core.corridor.coverage_phrases import then_phrase
from yalu_plugin.core.corridor.direction import NEAR_M
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.core.corridor.lonlat import FloatArray
from yalu_plugin.core.corridor.stretch import Stretch, between
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.retired import as_of, is_retired
from yalu_plugin.core.text import translatable

COLUMNS = ("claim_id", "quantity", "value", "qualifier", "unit", "scope", "from_date", "to_date", "source", "located",
           "along", "straight", "along_least", "straight_least", "bearing_deg", "fits", "notes")
FITS = ("along", "straight", "both", "neither", "counted", "not_measurable")
UNIT_KM = {"km": 1.0, "m": 0.001, "mi": 1.609344, "miles": 1.609344}
TOLERANCE = {"exactly": 0.005, "about": 0.05, "at_least": 0.0}  # of the published value
COMPASS = {
    "N": translatable("north"), "NE": translatable("north-east"), "E": translatable("east"),
    "SE": translatable("south-east"), "S": translatable("south"), "SW": translatable("south-west"),
    "W": translatable("west"), "NW": translatable("north-west")}


def compare_published(
    rows: Mapping[str, Sequence[Row]], corridor: Corridor, scopes: Mapping[str, Scope],
    searches: Sequence[Search] = ()
) -> pd.DataFrame:
    """Return every claim of a survey with what is measured for it, one row each, in the survey's order.

    `rows` holds the survey's tables sites, observations, sources and claims; `scopes` defines the scopes that the
    claims name (see read_scopes); `searches` are those along the corridor. Columns, in addition to the claim's own:
    claim_id; source (title); located (sites that count towards the claim and have a place in the survey, NaN where it
    is not a count); along, straight (in the claim's unit: between the places of the scope along the line and straight,
    NaN where not measurable; for a spacing divided by the crossings published there) and along_least, straight_least
    (the same for the nearest possible end of the scope; equal where there is only one); bearing_deg; fits; notes (tuple
    of Phrase: what is missing, where it was measured and the reason, and for a count in a period which share of the
    corridor was searched in it).

    fits: a reading fits where the claimed value is between the least and the greatest measured one, with a tolerance
    of 0.5 % of the value if it is claimed exactly and 5 % if about; at_least fits if the value is reached.
    "counted": the located sites confirm the count (those retired by the claim's last day, else by today, are left
    out). "not_measurable": places are missing in the survey or on the line, and what could be measured does not fit.
    "neither": measured both ways, and both contradict the claim.
    """
    titles = {source["id"]: source["title"] for source in rows["sources"]}
    checked = [{**claim, "claim_id": claim["id"], "source": titles.get(claim["source_id"], ""),
                **_check(claim, scopes.get(claim["scope"] or ""), rows, corridor, scopes, searches)}
               for claim in rows["claims"]]
    table: pd.DataFrame = pd.DataFrame(checked, columns=list(COLUMNS))
    return table


def _check(claim: Row, scope: Scope | None, rows: Mapping[str, Sequence[Row]], corridor: Corridor,
           scopes: Mapping[str, Scope], searches: Sequence[Search]) -> dict[str, Any]:
    if claim["value"] is not None and scope and scope.ends and claim["unit"] in UNIT_KM:
        if claim["quantity"] == SPACING:
            return _spacing(claim, scope, corridor, rows["claims"])
        return _distance(claim, scope, corridor)
    if claim["value"] is not None and scope and scope.counts and claim["unit"] == "sites":
        counts = {text: other.counts for text, other in scopes.items()}
        notes = [*sums(claim, rows["claims"], counts), *_searched_share(claim, corridor, searches)]
        return _count(claim, scope.counts, rows, notes)
    return {"fits": "not_measurable", "notes": (
        Phrase(translatable("Neither sites of the survey nor places on the river measure this.")),)}


def _count(claim: Row, counts: str, rows: Mapping[str, Sequence[Row]], notes: list[Phrase]) -> dict[str, Any]:
    current = [site for site in rows["sites"] if not is_retired(site, claim["to_date"] or as_of(None))]
    sites = sites_of(current, claim["source_id"], counts)
    if claim["from_date"] and claim["to_date"]:
        sites = seen_first_between(sites, rows["observations"], claim["from_date"], claim["to_date"])
    located, claimed = len(sites), float(claim["value"])
    if located == claimed or (located > claimed and claim["qualifier"] != "exactly"):
        fits = "counted"
    else:
        fits = "neither" if located > claimed else "not_measurable"
    note = Phrase(translatable("{located} of {claimed:.0f} located."), {"located": located, "claimed": claimed})
    return {"located": located, "fits": fits, "notes": (note, *notes)}


def _searched_share(claim: Row, corridor: Corridor, searches: Sequence[Search]) -> list[Phrase]:
    """Return which share of the corridor was searched in the period of a count: nothing is known about the rest."""
    if not (claim["from_date"] and claim["to_date"]):
        return []
    return [then_phrase(searches, length_m(corridor), claim["from_date"], claim["to_date"])]


def _spacing(claim: Row, scope: Scope, corridor: Corridor, claims: Sequence[Row]) -> dict[str, Any]:
    """Divide the stretch by the crossings that the source counts on it: few of them have a place in the survey."""
    counted = [int(other["value"]) for other in same_scope(claim, claims)
               if other["quantity"] == CROSSINGS and other["value"] >= 1]
    if not counted:
        return {"fits": "not_measurable", "notes": (
            Phrase(translatable("Its source does not count the crossings on this stretch.")),)}
    found = _distance(claim, scope, corridor, counted[0])
    note = Phrase(translatable("The spacing is the stretch divided by the {count} crossings published there."),
                  {"count": counted[0]})
    return {**found, "notes": (note, *published_spacing(claim, claims, counted[0]), *found["notes"])}


def _distance(claim: Row, scope: Scope, corridor: Corridor, parts: int = 1) -> dict[str, Any]:
    stretches = [between(corridor, start.lonlat, end.lonlat) for start, end in scope.ends]
    unit_km = UNIT_KM[claim["unit"]] * parts
    straight = np.array([stretch.straight_km / unit_km for stretch in stretches])
    along = np.array([stretch.along_km / unit_km if max(stretch.offset_m) <= NEAR_M else np.nan
                      for stretch in stretches])
    readings = [name for name, found in (("along", along), ("straight", straight)) if _fits(claim, found)]
    unfit = "not_measurable" if np.isnan(along).any() else "neither"
    notes = [*_where(scope, stretches), *_direction(scope.direction, stretches[0]), *map(Phrase, scope.reasons)]
    return {"along": along.max(), "along_least": along.min(),
            "straight": straight.max(), "straight_least": straight.min(),
            "bearing_deg": stretches[0].bearing_deg, "notes": tuple(notes),
            "fits": "both" if len(readings) == 2 else (readings or [unfit])[0]}


def _fits(claim: Row, found: FloatArray) -> bool:
    """Return whether the claimed value is within the measured ones (never within NaN); see compare_published."""
    value = float(claim["value"])
    slack = value * TOLERANCE.get(claim["qualifier"], TOLERANCE["about"])
    reached = value <= found.max() + slack
    return bool(reached and (claim["qualifier"] == "at_least" or found.min() - slack <= value))


def _where(scope: Scope, stretches: list[Stretch]) -> list[Phrase]:
    """Return the places measured between, whether the end is open, and which place is too far from the line."""
    phrases = [Phrase(translatable("Measured from {start} to {end}."), {"start": start.name, "end": end.name})
               for start, end in scope.ends]
    if len(stretches) > 1:
        phrases.append(Phrase(translatable("The published words leave the end open between these.")))
    return phrases + [
        Phrase(translatable("{place} is {km:.0f} km from the line: nothing is measured along it."),
               {"place": place.name, "km": offset / 1000})
        for place, offset in _off_line(scope, stretches)]


def _off_line(scope: Scope, stretches: list[Stretch]) -> list[tuple[PlacedName, float]]:
    return [(place, offset) for ends, stretch in zip(scope.ends, stretches)
            for place, offset in zip(ends, stretch.offset_m) if offset > NEAR_M]


def _direction(claimed: str, stretch: Stretch) -> list[Phrase]:
    """Return whether the direction claimed is the one of eight compass directions that was measured."""
    if not claimed or np.isnan(stretch.bearing_deg):
        return []
    found = tuple(COMPASS)[round(stretch.bearing_deg / 45) % 8]
    values = {"bearing": stretch.bearing_deg, "found": Phrase(COMPASS[found]), "claimed": Phrase(COMPASS[claimed])}
    if found == claimed:
        return [Phrase(translatable("It lies {found}, as published (bearing {bearing:.0f}°)."), values)]
    return [Phrase(translatable("It lies {found}, not {claimed} as published (bearing {bearing:.0f}°)."), values)]
