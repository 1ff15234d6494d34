"""The published survey: sites, observations, sources and claims, read from files that people can correct.

The files are resources/data/*.csv (UTF-8). Rows refer to each other by short keys; the ids of the survey are derived
from the keys, so that a corrected file keeps its ids.
"""

from __future__ import annotations

import csv
import json
import uuid
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Rows = dict[str, list[Row]]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "yalu_plugin")


def published_rows(folder: Path) -> Rows:
    """Return all published rows by table name, in writing order. Geometry is WKT in EPSG:4326 under "geom"."""
    return {
        "sources": [_with_id("sources", row.pop("key"), row) for row in _read(folder / "sources.csv")],
        "sites": [_site(row) for row in _read(folder / "sites.csv")],
        "observations": [_observation(row) for row in _read(folder / "observations.csv")],
        "claims": [_claim(row, number) for number, row in enumerate(_read(folder / "claims.csv"), 1)],
    }


def river_row(path: Path) -> Row:
    """Return the bundled river as a row of the table corridors (WKT, EPSG:4326)."""
    feature = json.loads(path.read_text(encoding="utf-8"))["features"][0]
    properties = feature["properties"]
    vertices = ", ".join(f"{lon} {lat}" for lon, lat in feature["geometry"]["coordinates"])
    return _with_id("corridors", "yalu", {
        "name": properties["name"], "direction": properties["direction"], "source": properties["source"],
        "licence": properties["licence"], "attribution": properties["attribution"],
        "geom": f"LINESTRING ({vertices})"})


def key_id(table: str, key: str) -> str:
    """Return the id of a published row, derived from its key in the file."""
    return str(uuid.uuid5(_NAMESPACE, f"{table}:{key}"))


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]


def _with_id(table: str, key: str, row: Row) -> Row:
    return {"id": key_id(table, key), **row}


def _source_id(row: Row) -> str:
    return key_id("sources", row.pop("source"))


def _site(row: Row) -> Row:
    key, lon, lat = row.pop("key"), float(row.pop("lon")), float(row.pop("lat"))
    row["source_id"] = _source_id(row)
    return _with_id("sites", key, {**row, "geom": f"POINT ({lon!r} {lat!r})"})


def _observation(row: Row) -> Row:
    site = row.pop("site")
    row["source_id"] = _source_id(row)
    return _with_id("observations", f"{site}:{row['seen_from']}", {**row, "site_id": key_id("sites", site)})


def _claim(row: Row, number: int) -> Row:
    row["source_id"] = _source_id(row)
    return _with_id("claims", str(number), {**row, "value": float(row["value"])})
