"""Writes waypoints as GPX 1.1: every text is escaped, and a row without a place is left out.

GDAL writes texts that look like XML as such into extensions, and rows without a place to longitude and latitude 0.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from yalu_plugin.core.exporting.export_tables import ExportTable
from yalu_plugin.core.exporting.kml_elements import xml_text
from yalu_plugin.core.work_progress import Progress, no_progress

_OWN = ("name", "desc")  # columns that are elements of a waypoint, in the order of GPX; the others are extensions
_HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Yalu crossings" '
         'xmlns="http://www.topografix.com/GPX/1/1" xmlns:yalu="urn:yalu:sites">\n<metadata><name>{title}</name>'
         "</metadata>\n")


def write_gpx(path: Path, title: str, table: ExportTable, progress: Progress = no_progress) -> int:
    """Write a table whose columns include `name` and `desc`; return how many rows have no place and are left out.

    Raises OSError and what `progress` raises.
    """
    without = 0
    names = [column.name for column in table.columns]
    own = [(name, names.index(name)) for name in _OWN]
    others = [(f"yalu:{name}", at) for at, name in enumerate(names) if name not in _OWN]
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as file:
        file.write(_HEAD.format(title=xml_text(title)))
        for place, values in table.rows(progress):
            if place is None:
                without += 1
                continue
            lon, lat = place
            file.write(f'<wpt lat="{lat!r}" lon="{lon!r}">{_elements(own, values)}<extensions>'
                       f"{_elements(others, values)}</extensions></wpt>\n")
        file.write("</gpx>\n")
    return without


def _elements(named: list[tuple[str, int]], values: list[Any]) -> str:
    return "".join(f"<{name}>{_text(values[at])}</{name}>" for name, at in named if values[at] not in (None, ""))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return xml_text(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
