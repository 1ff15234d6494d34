"""The scopes of published claims: which sites a claim counts, or between which places it measures."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

from yalu_plugin.core.corridor.stretch import LonLat


@dataclass(frozen=True)
class PlacedName:
    """A named place, longitude and latitude in EPSG:4326."""

    name: str
    lonlat: LonLat


@dataclass(frozen=True)
class Scope:
    """One scope. counts: "crossings", "fence_gate" or a kind, "" for none. direction: one of eight, "" for none.

    ends: pairs of start and end; several where the publication leaves the end open.
    reasons: the reasons for these places, as the file states them.
    """

    counts: str
    direction: str
    ends: tuple[tuple[PlacedName, PlacedName], ...]
    reasons: tuple[str, ...]


def read_scopes(folder: Path) -> dict[str, Scope]:
    """Read the scopes in claim_scopes.csv and claim_places.csv of `folder`, by the text of the claims' column scope."""
    places = {row["key"]: PlacedName(row["name"], (float(row["lon"]), float(row["lat"])))
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
