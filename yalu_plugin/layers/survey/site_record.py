"""The record of one site: every entry about it and about its observations and marks."""

from __future__ import annotations

import json
from pathlib import Path

from yalu_plugin.core.sql import literal
from yalu_plugin.core.survey.delta import Entry
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.survey.geopackage import opened
from yalu_plugin.layers.survey.record_feed import last_seq
from yalu_plugin.layers.survey.sealing import delta_of, entries_where

Place = tuple[float, float]  # longitude and latitude, EPSG:4326
PAGE = 8_000  # entries read at once: no lock is held between two pages, so a click waits for one at most
OF_SITES = ("observations", "marks")  # tables whose rows name their site
MOST = 10_000  # entries of one site: no one reads more


def entries_of_site(path: Path, site_id: str, progress: Progress = no_progress) -> list[Entry]:
    """Return the entries of the record about a site and its observations and marks, the newest first, MOST of them.

    The record has no index by row, and a row that was deleted is only in its entries: so all of it is read. Safe in any
    thread. Raises what opening a survey raises, and what `progress` raises.
    """
    return [entry for entry in _entries(path, _about(site_id), progress) if _is_about(entry, site_id)]


def places_of_site(path: Path, site_id: str, progress: Progress = no_progress) -> list[Place]:
    """Return longitude and latitude of the places that a site has had, the newest first. Otherwise as entries_of_site.

    A move that was undone is left out.
    """
    found: list[Place] = []
    for entry in _entries(path, _itself(site_id), progress):
        for row in (entry.after, entry.before):
            place = lonlat_of(row["geom"]) if row and row.get("geom") else None
            if place in found:
                del found[found.index(place) + 1:]
            elif place is not None:
                found.append(place)
    return found


def _entries(path: Path, condition: str, progress: Progress) -> list[Entry]:
    """Return the entries that fulfil a condition of SQL, the newest first."""
    found: list[Entry] = []
    with opened(path) as dataset:
        last = last_seq(dataset)
        for end in range(last, 0, -PAGE):
            page = entries_where(dataset, f'"seq" > {max(end - PAGE, 0)} AND "seq" <= {end} AND {condition}', PAGE)
            found.extend(reversed(delta_of(page).entries))
            progress((last - end) / last)
            if len(found) >= MOST:
                break
    return found[:MOST]


def _about(site_id: str) -> str:
    """Return the condition of SQL for entries that may be about the site: its id is somewhere in their rows."""
    in_json = literal(json.dumps(site_id, ensure_ascii=False))
    named = f"instr(COALESCE(\"after\", \"before\"), {in_json})"
    tables = ", ".join(map(literal, OF_SITES))
    return f'({_itself(site_id)} OR ("table_name" IN ({tables}) AND ({named} OR instr("before", {in_json}))))'


def _itself(site_id: str) -> str:
    """Return the condition of SQL for entries about the row of a site."""
    return f'("table_name" = \'sites\' AND "row_id" = {literal(site_id)})'


def _is_about(entry: Entry, site_id: str) -> bool:
    return entry.table == "sites" or any(row["site_id"] == site_id for row in (entry.before, entry.after) if row)
