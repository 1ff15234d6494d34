"""The fields in which a row of a list and its site in the survey differ, and whose word counts.

A list that says nothing about a field does not differ in it. The plugin's own exports say something about every column
that they have, and may state the value as it was exported: a field that still has it was not edited.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from yalu_plugin.core.importing.formats.html_text import plain_text
from yalu_plugin.core.importing.geodesy import distance_m
from yalu_plugin.core.importing.import_assessment import Choices, KnownSite
from yalu_plugin.core.importing.import_source import SourceRow
from yalu_plugin.core.importing.list_changes import Difference
from yalu_plugin.core.importing.own_exports import SITE_FIELDS, base_text, cut_columns
from yalu_plugin.core.importing.row_description import NOTE_LIMIT, RowDescription

PLACE = "place"
_READ = ("kind", "at_fence_gate", "confidence")  # fields with values of the survey
SAME_PLACE_DEG = 1e-7  # a centimetre
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def site_differences(description: RowDescription, known: KnownSite, number: int, choices: Choices,
                     own: tuple[SourceRow, Collection[str]] | None = None) -> tuple[Difference, ...]:
    """Return the fields in which the row of this number and the site differ.

    `own` is the row itself, with the columns of the file, if that is an export of the plugin.
    """
    listed = _listed_in_export(description, known, *own) if own else _listed(description, known)
    found = [Difference(name, getattr(known, name) or None, value, choices.takes_list(number, name))
             for name, value in listed.items() if not _is_same(name, value, getattr(known, name))]
    place = _place_difference(description.site, known, number, choices, own[0] if own else None)
    return tuple(([place] if place else []) + found)


def _listed(description: RowDescription, known: KnownSite) -> dict[str, Any]:
    """Return the fields of a site that a list states, without what is open in them."""
    site = description.site
    listed = {name: site[name] for name in ("name", "county", "confidence") if site[name]}
    if description.names_kind:
        listed["kind"] = site["kind"]
    if site["at_fence_gate"] != "unknown":
        listed["at_fence_gate"] = site["at_fence_gate"]
    lines = set(comparable(known.note).splitlines())
    note = [line for line in comparable(site["note"]).splitlines() if line not in lines]
    if any(not line.startswith(tuple(f"{column}: " for column in description.unread)) for line in note):
        listed["note"] = site["note"]
    return listed


def _listed_in_export(description: RowDescription, known: KnownSite, row: SourceRow, columns: Collection[str]
                      ) -> dict[str, Any]:
    """Return the fields of a row of an export that have another value than when it was exported."""
    listed: dict[str, Any] = {}
    for name in SITE_FIELDS:
        text = row.text(name)
        has_markup = row.lat is not None or row.geometry  # texts of KML and GeoJSON are read as a browser shows them
        if name not in columns or is_unedited(row, name) or (
                has_markup and text == plain_text(str(getattr(known, name) or ""))):
            continue
        read = {"kind": description.names_kind, "note": len(text) < NOTE_LIMIT, "retired_on": _is_day(text),
                "at_fence_gate": not text or description.site["at_fence_gate"] != "unknown" or text == "unknown",
                "confidence": not text or description.site["confidence"]}
        if read.get(name, True):
            listed[name] = (description.site[name] if name in _READ else text) or None
    return listed


def is_unedited(row: SourceRow, name: str) -> bool:
    """Whether a column of an export has the value as it was exported, or not all of it."""
    base = base_text(row, name)
    return name in cut_columns(row) or (base is not None and row.text(name).split() == base.split())


def _is_day(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False


def _place_difference(site: Mapping[str, Any], known: KnownSite, number: int, choices: Choices,
                      row: SourceRow | None) -> Difference | None:
    lon, lat = site["lon"], site["lat"]
    if _is_near(lon, lat, known.lon, known.lat) or (row is not None and _is_where_exported(row, lon, lat)):
        return None
    metres = distance_m(lon, lat, known.lon, known.lat)
    return Difference(PLACE, (known.lon, known.lat), (lon, lat), choices.takes_list(number, PLACE), metres)


def _is_where_exported(row: SourceRow, lon: float, lat: float) -> bool:
    try:
        return _is_near(lon, lat, float(base_text(row, "longitude") or ""), float(base_text(row, "latitude") or ""))
    except ValueError:
        return False


def _is_near(lon: float, lat: float, other_lon: float, other_lat: float) -> bool:
    return abs(lon - other_lon) <= SAME_PLACE_DEG and abs(lat - other_lat) <= SAME_PLACE_DEG


def _is_same(name: str, value: Any, other: Any) -> bool:  # noqa: ANN401
    """Whether two values of a column are the same: a gate that is not stated is one that is not known."""
    silent = ("", "unknown") if name == "at_fence_gate" else ()
    texts = comparable(value), comparable(other)
    return texts[0] == texts[1] or (texts[0] in silent and texts[1] in silent)


def comparable(value: Any) -> str:  # noqa: ANN401 - any program may have written anything into a survey
    """Return a value as text that is equal for texts that differ only in how files store lines and blanks."""
    text = "" if value is None else str(value)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_CONTROL.sub("", line).strip() for line in lines).strip()
