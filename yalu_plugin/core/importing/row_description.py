"""Reads how a row describes its site: name, kind and the like, and the note that keeps everything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from yalu_plugin.core.importing import vocabulary
from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.compact_row import CompactRow, column_indexes
from yalu_plugin.core.importing.import_assessment import CHECK, REPAIRED, Remark
from yalu_plugin.core.importing.import_source import Source, SourceRow
from yalu_plugin.core.importing.own_exports import own_names
from yalu_plugin.core.importing.positions import Position
from yalu_plugin.core.importing.sightings import RowSightings, Sightings
from yalu_plugin.core.importing.vocabulary import FOLDERS, ICON_COLOUR, kind_in_name, kind_in_path
from yalu_plugin.core.importing.word_readings import Readings
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

UNKNOWN_WORD = translatable("“{text}” in {column} is unknown: left open, the text kept in the note")
TOO_LONG = translatable("the row is longer than {limit} characters: the rest is not imported")
SUMMARY = translatable("“{text}” may be a row of totals, not a site")
LONG_NAME = translatable("the name is longer than {limit} characters: the rest is in the note")

SITE = column_indexes("name", "kind", "at_fence_gate", "county", "confidence", "source_ref", "note", "lon", "lat")
NOTE_LIMIT, NAME_LIMIT = 10_000, 500  # characters
_ALWAYS_NOTED = {*FOLDERS, ICON_COLOUR}  # columns that go into the note even where the kind is read from them
_SUMMARIES = {
    "total", "totals", "grandtotal", "subtotal", "sum", "average", "mean", "median", "count", "centroid", "합계",
    "총계", "소계", "평균", "合计", "總計", "总计", "小计", "平均", "合計",
    "итого", "всего", "среднее", "summe", "gesamt",
    "mittelwert", "durchschnitt", "moyenne"}
_TRUNCATED = "\n…"
_WORD = re.compile(r"[^\W\d_]{3,}")
_OF_PLACES = {"point", "srid", "type", "coordinates", "latitude", "longitude", "lat", "lon", "lng", "long", "north",
              "east", "south", "west", "deg", "min", "sec", "utm", "mgrs", "geo", "crs", "epsg"}


class RowDescription(NamedTuple):
    """The site as a row describes it, its observations, and remarks; `names_kind` if the row names a kind.

    `unread` are the columns whose text could not be read and is in the note.
    """

    site: CompactRow
    seen: RowSightings
    remarks: tuple[Remark, ...]
    names_kind: bool
    unread: frozenset[str] = frozenset()


class RowDescriber:
    """Reads the rows of a file by the columns of a map."""

    def __init__(self, source: Source, column_map: ColumnMap, readings: Readings, sightings: Sightings) -> None:
        self._map, self._readings, self._sightings = column_map, readings, sightings
        used = {column for field, column in column_map.columns.items()
                if field != "kind" or column not in (*_ALWAYS_NOTED, column_map.note)}
        self._mapped = tuple(column_map.columns.values())
        ignored = own_names(source)
        self._unmapped = {column: at for at, column in enumerate(source.columns) if column not in used | ignored}
        self._kind_is_incidental = column_map.kind in (*FOLDERS, column_map.name, column_map.note)
        in_words = kind_in_name if self._kind_is_incidental else (
            vocabulary.likely_kind if source.guesses_kinds else vocabulary.kind_of)
        self._read_kind = kind_in_path if column_map.kind in FOLDERS else in_words
        self._shape: tuple[object, list[str]] = (None, [])  # the names of the last row, and those that are unmapped
        self._folders = [column for column in FOLDERS if column in source.columns]

    def label(self, row: SourceRow) -> str:
        """The row's folder (or layer) and name."""
        name = row.text(self._map.name)[:NAME_LIMIT]
        folder = next(filter(None, (row.text(column)[:NAME_LIMIT] for column in self._folders)), "")
        return f"{folder} / {name}" if folder and name else name or folder

    def describe(self, row: SourceRow, position: Position) -> RowDescription:
        """Describe the site of the row. Texts that no field of a site can hold go into its note."""
        remarks: list[Remark] = []
        noted: set[str] = set()
        kind_text = row.text(self._map.kind)
        kind = self._readings.kind(kind_text, self._read_kind, self._kind_is_incidental) if kind_text else None
        if kind and kind.problem:
            remarks.append(Remark(CHECK if kind.to_confirm else REPAIRED, kind.problem))
            noted.add(self._map.kind or "")
        gate = self._word(row, self._map.at_fence_gate, vocabulary.answer_of, remarks, noted)
        confidence = self._word(row, self._map.confidence, vocabulary.confidence_of, remarks, noted)
        note_text = row.text(self._map.note)
        others = [text for column in self._others(row) if (text := row.text(column))]
        name = row.text(self._map.name)
        seen = self._sightings.read(row, (name, note_text, kind_text, *others))
        note = self._note(row, note_text, noted | seen.noted, (name[NAME_LIMIT:], position.note))
        first_text = next((text for text in row.values.values() if text), "")
        if vocabulary.folded(first_text) in _SUMMARIES:
            remarks.append(Remark(CHECK, Phrase(SUMMARY, {"text": first_text})))
        if len(name) > NAME_LIMIT:
            remarks.append(Remark(CHECK, Phrase(LONG_NAME, {"limit": NAME_LIMIT})))
        if len(note) > NOTE_LIMIT:
            note = note[:NOTE_LIMIT] + _TRUNCATED
            remarks.append(Remark(CHECK, Phrase(TOO_LONG, {"limit": NOTE_LIMIT})))
        site = CompactRow(SITE, (
            name[:NAME_LIMIT], (kind.value if kind else None) or "other", gate or "unknown",
            row.text(self._map.county)[:NAME_LIMIT] or None, confidence,
            row.text(self._map.id)[:NAME_LIMIT] or None, note or None, position.lon, position.lat))
        unread = seen.noted.union(noted) if noted else seen.noted
        return RowDescription(site, seen, (*remarks, *seen.remarks), bool(kind and kind.value), unread)

    def _others(self, row: SourceRow) -> list[str]:
        """The unmapped columns that the row has, in the file's order: it may have a few of thousands."""
        names = getattr(row.values, "names", row.values)
        if self._shape[0] is not names:
            self._shape = names, sorted(self._unmapped.keys() & row.values, key=self._unmapped.__getitem__)
        return self._shape[1]

    def _word(self, row: SourceRow, column: str | None, read: Callable[[str], str | None],
              remarks: list[Remark], noted: set[str]) -> str | None:
        """Return the survey's word for a cell; an unknown text goes into the note, with a remark."""
        text = row.text(column)
        word = read(text) if text else None
        if text and word is None and column:
            remarks.append(Remark(REPAIRED, Phrase(UNKNOWN_WORD, {"text": text[:NAME_LIMIT], "column": column})))
            noted.add(column)
        return word

    def _note(self, row: SourceRow, note_text: str, noted: Collection[str], added: Iterable[str]) -> str:
        """Return the note column's text, what is added, what could not be read, and unmapped columns, a line each."""
        pair = row.text(self._map.pair)
        pair_text = f"{self._map.pair}: {pair}" if _has_other_words(pair) and pair != note_text else ""
        lines = [note_text, *added, pair_text]
        mapped = [column for column in self._mapped if column in noted] if noted else ()
        for column in dict.fromkeys((*mapped, *self._others(row))):
            text = row.text(column)
            if text and column not in (self._map.note, self._map.name):
                lines.append(f"{column}: {text}")
        return "\n".join(filter(None, lines))


def _has_other_words(pair: str) -> bool:
    """Whether a text with a place has other words, too: "Hyesan sandbar: 41.411114° 128.186804°"."""
    return any(word.casefold() not in _OF_PLACES for word in _WORD.findall(pair))
