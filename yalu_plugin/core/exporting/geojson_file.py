"""Writes a table as GeoJSON (RFC 7946): every text stays a text, and times are in a form that any reader takes.

GDAL writes a name such as "[1,2]" as a list, and cuts texts at a NUL.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from yalu_plugin.core.exporting.export_tables import DAY_START, ExportColumn, ExportTable, Place
from yalu_plugin.core.work_progress import Progress, no_progress


def write_geojson(path: Path, table: ExportTable, progress: Progress = no_progress) -> None:
    """Write a table in UTF-8, EPSG:4326. Raises OSError and what `progress` raises."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as file:
        file.write(f'{{"type":"FeatureCollection","name":{encode(table.name)},"features":[')
        separator = "\n"
        for place, values in table.rows(progress):
            file.write(separator + encode(_feature(place, table.columns, values)))
            separator = ",\n"
        file.write("\n]}\n")


def _feature(place: Place, columns: Sequence[ExportColumn], values: list[Any]) -> dict[str, Any]:
    properties = {column.name: f"{value}T00:00:00Z" if column.type == DAY_START and value else value
                  for column, value in zip(columns, values)}
    shape = None if place is None else {"type": "Point", "coordinates": place}
    return {"type": "Feature", "properties": properties, "geometry": shape}
