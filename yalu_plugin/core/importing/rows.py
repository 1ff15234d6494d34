"""What becomes of each row of a file: good, repaired (how) or refused (why), and the site it makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple, Union

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing import words
from yalu_plugin.core.importing.columns import ColumnMap
from yalu_plugin.core.importing.dates import DateError, Interval, read_date
from yalu_plugin.core.importing.positions import Position, find_positions
from yalu_plugin.core.importing.source import Source, SourceRow
from yalu_plugin.core.text import translatable

GOOD, REPAIRED, REFUSED = "good", "repaired", "refused"

SWAPPED = translatable("latitude and longitude were swapped")
UNKNOWN_KIND = translatable("kind “{text}” is unknown: imported as other, the text kept in the note")
UNCLEAR_DATE = translatable("date “{text}” is unreadable or ambiguous: no date, the text kept in the note")
UNKNOWN_WORD = translatable("“{text}” in {column} is unknown: left open, the text kept in the note")

SiteValue = Union[str, float, None]
Place = tuple[float, float, str]


class RepeatedId(YaluError):
    """Two rows with one id."""

    template = translatable("Row {first} has the id {id} already. Give this row its own id.")


class KnownId(YaluError):
    """A row that was imported from this source before."""

    template = translatable(
        "The survey already has the site {id} from this source. Leave the row out, or name another source.")


class KnownSite(YaluError):
    """A row with the name and the place of a site in the survey."""

    template = translatable("The survey already has this site: same place, same name. Leave the row out.")


class Reason(NamedTuple):
    """Why a row was refused, or how it was repaired: a marked text, and the values that fill it."""

    template: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        return self.template.format(**self.values)


@dataclass(frozen=True)
class ImportRow:
    """One row's fate. `site` holds the survey's columns; None where the row is refused.

    site: name, kind, at_fence_gate, county, confidence, source_ref, note, lon, lat (EPSG:4326, degrees),
    first_seen_from, first_seen_to (ISO dates). What the file does not say is None; an empty name stays "".
    """

    number: int
    fate: str
    reasons: tuple[Reason, ...] = ()
    site: dict[str, SiteValue] | None = None

    @property
    def reason(self) -> str:
        """The reasons in English; to translate them, take each of `reasons`."""
        return "; ".join(str(reason) for reason in self.reasons)


def prepare(source: Source, column_map: ColumnMap, known_ids: Set[str] = frozenset(),
            known_places: Set[Place] = frozenset()) -> list[ImportRow]:
    """The fate of every row of the source, in order.

    `known_ids` are the ids that sites of the survey had in this source, `known_places` where its sites are.

    Raises NoPositions, UnknownColumn or UnknownCrs where the map does not fit the source; rows raise nothing.
    """
    first_with: dict[str, int] = {}
    prepared = []
    for row, position in zip(source.rows, find_positions(source, column_map)):
        identity = _cell(row, column_map.id)
        if not isinstance(position, Position):
            prepared.append(_refused(row, position))
        elif identity in first_with:
            prepared.append(_refused(row, RepeatedId(first=first_with[identity], id=identity)))
        elif identity in known_ids:
            prepared.append(_refused(row, KnownId(id=identity)))
        else:
            if identity:
                first_with[identity] = row.number
            place = place_of(position.lon, position.lat, _cell(row, column_map.name))
            known = place in known_places
            prepared.append(_refused(row, KnownSite()) if known else _accepted(row, position, column_map))
    return prepared


def place_of(lon: float, lat: float, name: str) -> Place:
    """What tells that two rows are one site: the place to a tenth of a metre or so, and the name."""
    return round(lon, 6), round(lat, 6), name.strip().casefold()


def report(rows: Sequence[ImportRow]) -> dict[str, Any]:
    """Counts by fate, and number, fate and reason of every row, ready for JSON."""
    fates = Counter(row.fate for row in rows)
    return {"counts": {fate: fates[fate] for fate in (GOOD, REPAIRED, REFUSED)},
            "rows": [{"number": row.number, "fate": row.fate, "reason": row.reason} for row in rows]}


def _refused(row: SourceRow, error: YaluError) -> ImportRow:
    return ImportRow(row.number, REFUSED, (Reason(error.template, error.values),))


def _accepted(row: SourceRow, position: Position, column_map: ColumnMap) -> ImportRow:
    """A site of the row; whatever it cannot hold goes to the note."""
    reasons = [Reason(SWAPPED, {})] if position.swapped else []
    unread: list[Reason] = []
    kind = _worded(row, column_map.kind, _kind, "other", unread, UNKNOWN_KIND)
    gate = _worded(row, column_map.at_fence_gate, words.answer_of, "unknown", unread, UNKNOWN_WORD)
    confidence = _worded(row, column_map.confidence, words.confidence_of, None, unread, UNKNOWN_WORD)
    seen_text = _cell(row, column_map.first_seen)
    seen = _date(seen_text) if seen_text else None
    if seen_text and seen is None:
        unread.append(Reason(UNCLEAR_DATE, {"text": seen_text, "column": column_map.first_seen}))
    reasons += unread
    site: dict[str, SiteValue] = {
        "name": _cell(row, column_map.name), "kind": kind, "at_fence_gate": gate,
        "county": _cell(row, column_map.county) or None, "confidence": confidence,
        "source_ref": _cell(row, column_map.id) or None, "note": _note(row, column_map, unread) or None,
        "lon": position.lon, "lat": position.lat,
        "first_seen_from": seen[0] if seen else None, "first_seen_to": seen[1] if seen else None,
    }
    return ImportRow(row.number, REPAIRED if reasons else GOOD, tuple(reasons), site)


def _kind(text: str) -> str | None:
    reading = words.kind_of(text)
    return reading.kind if reading and reading.certain else None


def _date(text: str) -> Interval | None:
    try:
        found = read_date(text)
    except DateError:
        return None
    return found if found.first and found.last else None


def _worded(row: SourceRow, column: str | None, read: Callable[[str], str | None], otherwise: str | None,
            unread: list[Reason], template: str) -> str | None:
    """The survey's word for a cell, else `otherwise`; unknown text goes to `unread`."""
    text = _cell(row, column)
    word: str | None = read(text) if text else None
    if text and word is None:
        unread.append(Reason(template, {"text": text, "column": column}))
    return word if word is not None else otherwise


def _note(row: SourceRow, column_map: ColumnMap, unread: Sequence[Reason]) -> str:
    """The note's own text, then what could not be read, then the columns that map to nothing, a line each."""
    mapped = set(column_map.columns.values())
    lines = [_cell(row, column_map.note)]
    lines += [f"{reason.values['column']}: {reason.values['text']}" for reason in unread]
    lines += [f"{column}: {value}" for column, value in row.values.items() if column not in mapped and value]
    return "\n".join(line for line in lines if line)


def _cell(row: SourceRow, column: str | None) -> str:
    return row.values.get(column, "").strip() if column else ""
