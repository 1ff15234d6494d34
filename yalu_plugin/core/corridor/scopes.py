"""What a published claim's words for its scope mean: which sites it counts, between which places it measures."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

from yalu_plugin.core.corridor.stretch import LonLat


@dataclass(frozen=True)
class Place:
    """A named place, longitude and latitude in EPSG:4326."""

    name: str
    lonlat: LonLat


@dataclass(frozen=True)
class Scope:
    """One scope. counts: "crossings", "fence_gate" or a kind, "" for none. direction: one of eight, "" for none.

    ends: from where to where; several where the published words leave the end open.
    reasons: why these places, in the words of the file.
    """

    counts: str
    direction: str
    ends: tuple[tuple[Place, Place], ...]
    reasons: tuple[str, ...]


def read_scopes(folder: Path) -> dict[str, Scope]:
    """The scopes in claim_scopes.csv and claim_places.csv of `folder`, by the words that claims use for them."""
    places = {row["key"]: Place(row["name"], (float(row["lon"]), float(row["lat"])))
              for row in _rows(folder / "claim_places.csv")}
    scopes: dict[str, Scope] = {}
    for row in _rows(folder / "claim_scopes.csv"):
        before = scopes.get(row["scope"], Scope(row["counts"], row["direction"], (), ()))
        ends = ((places[row["from_place"]], places[row["to_place"]]),) if row["from_place"] else ()
        reasons = (row["reason"],) if row["reason"] else ()
        scopes[row["scope"]] = replace(before, ends=before.ends + ends, reasons=before.reasons + reasons)
    return scopes


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
