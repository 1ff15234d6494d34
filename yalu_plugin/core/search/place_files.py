"""Reads the published places and their spellings from resources/data."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from yalu_plugin.core.search.place_names import Box, NamedPlace, PlaceNames

Point = tuple[float, float]
OSM = "OpenStreetMap"


def read_place_names(folder: Path) -> PlaceNames:
    """Return the places of place_names.csv with these spellings, then the others of places.geojson."""
    towns = {str(one["properties"]["geonameid"]): one
             for one in json.loads((folder / "places.geojson").read_text(encoding="utf-8"))["features"]}
    boxes = _Positions(folder, towns)
    spellings: dict[NamedPlace, list[str]] = {}
    for row in _rows(folder / "place_names.csv"):
        place = NamedPlace(row["name"], row["kind"], *boxes.of(row["position"]))
        spellings.setdefault(place, []).append(row["spelling"])
    for geonameid, town in towns.items():
        place = next((one for one in spellings if one.source == _geonames(geonameid)), None) or NamedPlace(
            town["properties"]["name"], "town", *boxes.of(f"geonames {geonameid}"))
        spellings.setdefault(place, []).extend(_names(town["properties"]))
    return PlaceNames(spellings.items())


class _Positions:
    """Positions by what the column position says."""

    def __init__(self, folder: Path, towns: dict[str, Any]) -> None:
        river = json.loads((folder / "yalu_river.geojson").read_text(encoding="utf-8"))["features"][0]
        self._river: list[Point] = [(lon, lat) for lon, lat, *_ in river["geometry"]["coordinates"]]
        self._towns = towns
        self._claim_places = {row["key"]: row for row in _rows(folder / "claim_places.csv")}
        self._sites = {row["key"]: row for row in _rows(folder / "sites.csv")}
        self._breaks = _rows(folder / "counties.csv")
        self._readers: dict[str, Callable[[str], tuple[Box, str]]] = {
            "geonames": self._geonames, "claim_place": self._claim_place, "site": self._site,
            "county": self._counties, "counties": self._counties, "river": lambda _: (_box(self._river), OSM)}
        self._known: dict[str, tuple[Box, str]] = {}

    def of(self, position: str) -> tuple[Box, str]:
        """Return the box and the source of a position. Raises KeyError for one that is in none of the files."""
        if position not in self._known:
            what, _, key = position.partition(" ")
            self._known[position] = self._readers[what](key)
        return self._known[position]

    def _geonames(self, geonameid: str) -> tuple[Box, str]:
        return _box([tuple(self._towns[geonameid]["geometry"]["coordinates"])]), _geonames(geonameid)

    def _claim_place(self, key: str) -> tuple[Box, str]:
        row = self._claim_places[key]
        return _box([(float(row["lon"]), float(row["lat"]))]), row["source"]

    def _site(self, key: str) -> tuple[Box, str]:
        row = self._sites[key]
        return _box([(float(row["lon"]), float(row["lat"]))]), row["name"]

    def _counties(self, names: str) -> tuple[Box, str]:
        """Return the reach of the river between the outer breaks of these counties, which are next to each other."""
        wanted = set(names.split("|"))
        numbers = [self._nearest((float(row["lon"]), float(row["lat"]))) for row in self._breaks
                   if (row["downstream_county"] in wanted) != (row["upstream_county"] in wanted)]
        if not numbers:
            raise KeyError(names)
        return _box(self._river[min(numbers):max(numbers) + 1]), OSM

    def _nearest(self, place: Point) -> int:
        """Return the number of the river's vertex nearest to a point on it."""
        return min(range(len(self._river)), key=lambda number: (self._river[number][0] - place[0]) ** 2
                   + (self._river[number][1] - place[1]) ** 2)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _box(points: Sequence[Iterable[float]]) -> Box:
    lons, lats = zip(*points)
    return min(lons), min(lats), max(lons), max(lats)


def _geonames(geonameid: str) -> str:
    return f"GeoNames {geonameid}"


def _names(properties: dict[str, Any]) -> list[str]:
    more = (properties[key].split("|") for key in ("name_ko", "name_zh") if properties[key])
    return [properties["name"], *(name for names in more for name in names)]
