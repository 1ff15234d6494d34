"""What becomes of each row of a file: good, repaired, to be checked, asked about or refused, and what it brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing import words
from yalu_plugin.core.importing.columns import ColumnMap
from yalu_plugin.core.importing.dates import DateError, Interval, read_date
from yalu_plugin.core.importing.judged import (
    GOOD,
    NO_CHOICES,
    REFUSED,
    REPAIRED,
    Choices,
    ImportRow,
    Judged,
    KnownSite,
)
from yalu_plugin.core.importing.positions import Position, find_positions
from yalu_plugin.core.importing.progress import Progress, no_progress
from yalu_plugin.core.importing.source import Source, SourceRow
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable

SWAPPED = translatable("latitude and longitude were swapped")
UNKNOWN_KIND = translatable("kind “{text}” is unknown: imported as other, the text kept in the note")
UNCLEAR_DATE = translatable("date “{text}” is unreadable or ambiguous: no date, the text kept in the note")
UNKNOWN_WORD = translatable("“{text}” in {column} is unknown: left open, the text kept in the note")

Place = tuple[float, float, str]
LonLat = tuple[float, float]


class RepeatedId(YaluError):
    """Two rows with one id."""

    template = translatable("Row {first} has the id {id} already. Give this row its own id.")


class KnownId(YaluError):
    """A row that was imported from this source before."""

    template = translatable(
        "The survey already has the site {id} from this source. Leave the row out, or name another source.")


class SiteInSurvey(YaluError):
    """A row with the name and the place of a site in the survey."""

    template = translatable("The survey already has this site: same place, same name. Leave the row out.")


def judge(source: Source, column_map: ColumnMap, choices: Choices = NO_CHOICES, known: Iterable[KnownSite] = (),
          river: Sequence[Sequence[LonLat]] = (), progress: Progress = no_progress) -> Judged:
    """The fate of every row of the source, in order.

    `known` are the sites of the survey, each with the id it had in this source; `river` is the river's lines,
    vertices as longitude and latitude in EPSG:4326, that crossings should lie near.

    Raises NoPositions, UnknownColumn or UnknownCrs where the map does not fit the source, and Cancelled; rows raise
    nothing.
    """
    known = tuple(known)
    known_ids = {site.source_ref for site in known if site.source_ref}
    known_places = {_place_of(site.lon, site.lat, site.name) for site in known}
    first_with: dict[str, int] = {}
    judged = []
    for row, position in zip(source.rows, find_positions(source, column_map)):
        identity, label = _cell(row, column_map.id), _cell(row, column_map.name)
        if not isinstance(position, Position):
            judged.append(_refused(row, position, label))
        elif identity in first_with:
            judged.append(_refused(row, RepeatedId(first=first_with[identity], id=identity), label))
        elif identity in known_ids:
            judged.append(_refused(row, KnownId(id=identity), label))
        else:
            if identity:
                first_with[identity] = row.number
            place = _place_of(position.lon, position.lat, _cell(row, column_map.name))
            twice = place in known_places
            judged.append(_refused(row, SiteInSurvey(), label) if twice else _accepted(row, position, column_map))
    return Judged(tuple(judged), notices=source.notices)


def _place_of(lon: float, lat: float, name: str) -> Place:
    """What tells that two rows are one site: the place to a tenth of a metre or so, and the name."""
    return round(lon, 6), round(lat, 6), name.strip().casefold()


def report(judged: Judged) -> dict[str, Any]:
    """Counts by fate, and number, label, fate and reason of every row, ready for JSON."""
    return {"counts": judged.counts,
            "rows": [{"number": row.number, "label": row.label, "fate": row.fate, "reason": row.reason}
                     for row in judged.rows]}


def _refused(row: SourceRow, error: YaluError, label: str) -> ImportRow:
    return ImportRow(row.number, REFUSED, (Phrase(error.template, error.values),), label=label)


def _accepted(row: SourceRow, position: Position, column_map: ColumnMap) -> ImportRow:
    """A site of the row; whatever it cannot hold goes to the note."""
    reasons = [Phrase(SWAPPED, {})] if position.swapped else []
    unread: list[Phrase] = []
    kind = _worded(row, column_map.kind, _kind, "other", unread, UNKNOWN_KIND)
    gate = _worded(row, column_map.at_fence_gate, words.answer_of, "unknown", unread, UNKNOWN_WORD)
    confidence = _worded(row, column_map.confidence, words.confidence_of, None, unread, UNKNOWN_WORD)
    seen_text = _cell(row, column_map.first_seen)
    seen = _date(seen_text) if seen_text else None
    if seen_text and seen is None:
        unread.append(Phrase(UNCLEAR_DATE, {"text": seen_text, "column": column_map.first_seen}))
    reasons += unread
    site: Row = {
        "name": _cell(row, column_map.name), "kind": kind, "at_fence_gate": gate,
        "county": _cell(row, column_map.county) or None, "confidence": confidence,
        "source_ref": _cell(row, column_map.id) or None, "note": _note(row, column_map, unread) or None,
        "lon": position.lon, "lat": position.lat}
    sightings = ({"state": "present", "seen_from": seen.first, "seen_to": seen.last, "note": None},) if seen else ()
    return ImportRow(row.number, REPAIRED if reasons else GOOD, tuple(reasons), site, sightings,
                     label=_cell(row, column_map.name))


def _kind(text: str) -> str | None:
    reading = words.kind_of(text)
    return reading.kind if reading and reading.certain else None


def _date(text: str) -> Interval | None:
    try:
        return read_date(text)
    except DateError:
        return None


def _worded(row: SourceRow, column: str | None, read: Callable[[str], str | None], otherwise: str | None,
            unread: list[Phrase], template: str) -> str | None:
    """The survey's word for a cell, else `otherwise`; unknown text goes to `unread`."""
    text = _cell(row, column)
    word: str | None = read(text) if text else None
    if text and word is None:
        unread.append(Phrase(template, {"text": text, "column": column}))
    return word if word is not None else otherwise


def _note(row: SourceRow, column_map: ColumnMap, unread: Sequence[Phrase]) -> str:
    """The note's own text, then what could not be read, then the columns that map to nothing, a line each."""
    mapped = set(column_map.columns.values())
    lines = [_cell(row, column_map.note)]
    lines += [f"{reason.values['column']}: {reason.values['text']}" for reason in unread]
    lines += [f"{column}: {value}" for column, value in row.values.items() if column not in mapped and value]
    return "\n".join(line for line in lines if line)


def _cell(row: SourceRow, column: str | None) -> str:
    return row.values.get(column, "").strip() if column else ""
