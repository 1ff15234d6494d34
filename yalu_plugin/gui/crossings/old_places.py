"""Where a site lay before it was moved."""

from __future__ import annotations

from collections.abc import Iterable

from yalu_plugin.core.survey.delta import Entry
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of


def places_of(entries: Iterable[Entry]) -> list[tuple[float, float]]:
    """Longitude and latitude of every place at which entries about one site have it, the newest first, each once in a
    row.
    """
    found: list[tuple[float, float]] = []
    for entry in entries:
        if entry.table == "sites":
            for row in (entry.after, entry.before):
                place = lonlat_of(row["geom"]) if row and row.get("geom") else None
                if place is not None and place != (found[-1] if found else None):
                    found.append(place)
    return found
