"""Recognises the plugin's own exports of a survey, and keeps of their rows what can be edited.

What an export derives (chainages, states on a day, texts of balloons, spans for a time slider) is no fact of a list:
it is never read back. An export states the survey's id in each row, a site's id where the site is in the survey, and
may state each value as it was exported, under the same name with "exported_" before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from yalu_plugin.core.exporting.export_files import ALL, AT, CUT, OBSERVATION, ROLE, SCOPE, SHORT_NAMES, SITE
from yalu_plugin.core.importing.column_map import FIELDS, ColumnMap
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.geodesy import distance_m
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.vocabulary import kind_in_path
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

SURVEY_ID, SITE_ID, OBSERVATION_ID = "survey_id", "site_id", "observation_id"
BASE = "exported_"  # before the name of a value as it was exported
LABEL = "label"  # the name shown of a site, also in the rows of its observations
FOLDER, HEADING = "exported_folder", "exported_heading"  # below this line of a description nothing is the analyst's
_STATES_OF = ("state_of_site_id", "of_site_id")  # of a row that is a state on some days; the second in a Shapefile
DERIVED = translatable("This export has only what follows from sites and observations. Choose the file that has the "
                       "sites.")
UNPLACED = translatable("{n} sites of this export have no place: they were not compared with the survey.")
SITE_FIELDS = ("name", "kind", "note", "county", "bank", "at_fence_gate", "confidence", "retired_on")
_LONG_NAMES = {**{short: name for name, short in SHORT_NAMES.items()}, "fence_gate": "at_fence_gate"}
_PLACE = ("longitude", "latitude")
_OF_SITE = (*SITE_FIELDS, *_PLACE)
_OF_PLACEMARK = ("name", "note", *_PLACE)  # what can be edited in Google Earth
_OF_OBSERVATION = ("state", "reason", "seen_from", "seen_to", "note")
_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NEW_ROW_DROPS = frozenset((SURVEY_ID, SITE_ID, OBSERVATION_ID, "description"))
_LAYER = "layer"  # of a file with several: one without rows of the survey explains the others


class ExportScope(NamedTuple):
    """When an export was written (ISO 8601 in UTC, "" if unknown), and whether it had all sites of the survey."""

    at: str = ""
    has_all: bool = False


def is_own_export(source: Source) -> bool:
    """Whether the file is an export of a survey by the plugin."""
    columns = set(source.columns)
    return SURVEY_ID in columns and not columns.isdisjoint((SITE_ID, *_STATES_OF))


def base_text(row: SourceRow, name: str) -> str | None:
    """Return the value of a column as it was exported; None where the export does not state it."""
    text = row.values.get(BASE + name)
    if text is None and FOLDER in row.values and name in _OF_PLACEMARK:
        return ""  # a placemark is read without its empty texts
    return None if text is None else text.strip()


def cut_columns(row: SourceRow) -> frozenset[str]:
    """Return the columns of a row whose text in the file is not the whole one: a Shapefile cuts long texts."""
    text = row.values.get(CUT)
    return frozenset(_LONG_NAMES.get(name.strip(), name.strip()) for name in text.split(",")) if text else frozenset()


def export_scope(source: Source) -> ExportScope:
    """Return what an export had, as all of its rows state it."""
    rows = [row for row in source.rows if row.values.get(SITE_ID) and not is_observation_row(row)]
    times = {row.text(AT) for row in rows}
    return ExportScope(min(times, default=""), bool(rows) and all(row.text(SCOPE) == ALL for row in rows))


def editable_rows(source: Source) -> Source:
    """Return an export with only the rows and columns of which an edit means something; any other file as it is."""
    if not is_own_export(source):
        return source
    named = map(_with_long_names, source.rows) if _LONG_NAMES.keys() & set(source.columns) else source.rows
    layers = {row.values.get(_LAYER) for row in source.rows if row.values.get(SURVEY_ID)}
    facts = [row for row in named if _is_fact(row) and row.values.get(_LAYER) in layers]
    kept = [row for row in facts if row.text(ROLE) != SITE or not row.text(SITE_ID) or _has_place(row)]
    copies = _copies(kept)
    kinds = _kinds_of_folders(kept) if "folders_by: kind" in source.about.splitlines() else {}
    rows = RowList(source.path)
    for row in kept:
        values = _new(row, kinds) if row.number in copies or not row.text(SITE_ID) else _known(row, kinds)
        rows.add(row.number, values, row.lon, row.lat, row.geometry, row.error)
    notices = [] if facts else [Phrase(DERIVED)]
    if len(kept) < len(facts):
        notices.append(Phrase(UNPLACED, {"n": len(facts) - len(kept)}))
    time = source.format_time_column if source.format_time_column in rows.columns else ""
    return replace(source, columns=tuple(rows.columns), rows=tuple(rows.rows), format_time_column=time,
                   notices=(*notices, *source.notices))


def own_columns(source: Source) -> ColumnMap:
    """Return the columns of an export of the plugin."""
    has = set(source.columns)
    fields = {field.name for field in FIELDS} - set(_PLACE if source.has_geometry else ())
    named = {name: name for name in (*_OF_SITE, "state") if name in has & fields}
    days = ("seen_from", "seen_to") if "seen_to" in has else (source.format_time_column or None, None)
    return ColumnMap(id=SITE_ID, date=days[0], date_to=days[1], **named)


def own_names(source: Source) -> frozenset[str]:
    """Return the columns of an export that only the plugin uses; no text of them is kept in a note."""
    if not is_own_export(source):
        return frozenset()
    own = (SURVEY_ID, SITE_ID, OBSERVATION_ID, LABEL, *_OF_SITE, *_OF_OBSERVATION)
    return frozenset(column for column in source.columns if column in own or column.startswith(BASE))


def has_only_observations(source: Source) -> bool:
    """Whether no row of an export needs a place."""
    return is_own_export(source) and all(row.values.get(SITE_ID) and is_observation_row(row) for row in source.rows)


def observation_ids(source: Source) -> list[str]:
    """Return the ids of the observations that an export has rows of."""
    return [row.text(OBSERVATION_ID) for row in source.rows if row.values.get(OBSERVATION_ID)]


def is_observation_row(row: SourceRow) -> bool:
    """Whether the row is of an observation: it says so, or has the id of one, or a state and no place."""
    role = row.text(ROLE)
    return role == OBSERVATION or role != SITE and bool(
        row.text(OBSERVATION_ID) or (row.text("state") and not _has_place(row)))


def _has_place(row: SourceRow) -> bool:
    return bool(row.lon is not None or row.text("latitude") or row.geometry or row.error)


def _with_long_names(row: SourceRow) -> SourceRow:
    return row._replace(values={_LONG_NAMES.get(name, name): text for name, text in row.values.items()})


def _is_fact(row: SourceRow) -> bool:
    return row.text(ROLE) in ("", SITE, OBSERVATION) and not any(row.values.get(column) for column in _STATES_OF)


def _copies(rows: Iterable[SourceRow]) -> set[int]:
    """Return the numbers of rows that are copies of a site's row: all but the one nearest to where it was exported."""
    of_site: dict[str, list[SourceRow]] = {}
    for row in rows:
        if row.values.get(SITE_ID) and not is_observation_row(row):
            of_site.setdefault(row.text(SITE_ID), []).append(row)
    several = [sorted(same, key=_moved_m) for same in of_site.values() if len(same) > 1]
    return {row.number for same in several for row in same[1:]}


def _moved_m(row: SourceRow) -> float:
    try:
        lon, lat = (float(row.text(BASE + name)) for name in _PLACE)
        if row.lon is not None and row.lat is not None:
            return distance_m(row.lon, row.lat, lon, lat)
        return distance_m(float(row.text(_PLACE[0])), float(row.text(_PLACE[1])), lon, lat)
    except ValueError:
        return 0.0


def _known(row: SourceRow, kinds: Mapping[str, str]) -> dict[str, str]:
    """Return what can be edited in the row of a site, or of an observation of one."""
    of_folder = FOLDER in row.values
    names = _OF_OBSERVATION if is_observation_row(row) else _OF_PLACEMARK if of_folder else _OF_SITE
    kept = {SURVEY_ID, SITE_ID, *names, *(BASE + name for name in (*names, "kind", "folder")), SCOPE, AT, ROLE, CUT}
    if names is _OF_OBSERVATION:
        kept |= {OBSERVATION_ID, LABEL}
    values = {name: text for name, text in row.values.items() if name in kept}
    return {**values, **_kind_of_folder(row, kinds), "note": _own_note(row)} if of_folder else values


def _new(row: SourceRow, kinds: Mapping[str, str]) -> dict[str, str]:
    """Return what is read of a row that the user added, or copied from another one."""
    dropped = {name for name in row.values if name in _NEW_ROW_DROPS or name.startswith(BASE)}
    if _is_copy(row):
        dropped |= row.values.keys() - {*_OF_SITE, "folder"}
    values = {name: text for name, text in row.values.items() if name not in dropped}
    values.update(_kind_of_folder(row, kinds))
    note = _own_note(row)
    return {**values, "note": note} if note else values


def _is_copy(row: SourceRow) -> bool:
    return bool(row.values.get(SURVEY_ID))


def _own_note(row: SourceRow) -> str:
    """Return the text of a description above what the export derived."""
    text, heading = row.text("description"), row.text(HEADING)
    lines = text.split("\n")
    shown = lines[:lines.index(heading)] if heading and heading in lines else lines
    return "\n".join(shown).strip() or ("" if text else row.text("note"))


def _kind_of_folder(row: SourceRow, kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the kind that the folder means into which a row was put, if it means one for certain."""
    folder = row.text("folder")
    if not folder or _is_in_its_folder(row):
        return {}
    reading = kind_in_path(folder)
    kind = kinds.get(folder) or (reading.kind if reading and reading.certain else "")
    return {"kind": kind} if kind else {}


def _is_in_its_folder(row: SourceRow) -> bool:
    """Whether a placemark is where it was exported; Google Earth may put the whole into folders of its own."""
    folder, base = row.text("folder"), row.text(FOLDER)
    return bool(base) and (folder == base or folder.endswith(f" / {base}"))


def _kinds_of_folders(rows: Collection[SourceRow]) -> dict[str, str]:
    """Return the kind of the sites in each folder that have stayed there since the export, where it is one."""
    found: dict[str, set[str]] = {}
    for row in rows:
        if _is_in_its_folder(row):
            found.setdefault(row.text("folder"), set()).add(row.text("kind"))
    return {folder: kinds.pop() for folder, kinds in found.items() if len(kinds) == 1}
