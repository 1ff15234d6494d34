"""Turns the coordinates of a report into rows to import, each with its sentence and what that says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice

from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.import_source import Source
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.report_text.published_report import Report
from yalu_plugin.core.report_text.sentence_dates import SentenceDate, date_of
from yalu_plugin.core.report_text.sentence_kinds import SentenceKind, gate_in_sentence, kind_in_sentence
from yalu_plugin.core.report_text.sentence_places import FoundPlace, places_in_sentence
from yalu_plugin.core.report_text.sentence_words import KnownNames, amounts_in, name_before
from yalu_plugin.core.report_text.sentences import TextRange, sentences
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress

BOTH = translatable("{one}; {other}")
KIND_GUESSED = translatable("kind by “{text}” in the sentence: a guess")
TWO_LINES = translatable("the coordinates stand in two lines")
COORDINATES, NAME, KIND, GATE, DATE, SENTENCE = "coordinates", "name", "kind", "fence gate", "date", "sentence"
OTHER_DATES, PLACES, AMOUNTS = "dates not used", "places", "amounts"
COLUMNS = (COORDINATES, NAME, KIND, GATE, DATE, SENTENCE, OTHER_DATES, PLACES, AMOUNTS)
COLUMN_MAP = ColumnMap(pair=COORDINATES, name=NAME, kind=KIND, at_fence_gate=GATE, date=DATE, note=SENTENCE)
_PER_REPORT = 500  # sentences between two reports of progress
_MOST_STATEMENTS = 20
_STATED_DATUM = re.compile(  # a name of a shifted datum; names of map services are also those of publishers
    r"(?<![a-z])(?:gcj[\s_-]*0?2|bd[\s_-]*09|火星坐标|火星座標|mars coordinates?)(?![a-z0-9])", re.IGNORECASE)
_STATEMENT_LENGTH = 40  # characters in front of it, where "converted from" may stand
_HALF = re.compile(r"\d[\d.,°'\"º′″ ]*[NSEWnsew]?\W*$|(?:lat(?:itude)?|위도|纬度)\W*[\d.]+\W*$", re.IGNORECASE)
_LINES_BETWEEN = 2  # ends of lines: a blank line may be between two cells of a table
_LONGEST_HALF = 200  # characters of a line that may end or begin with half of a place


@dataclass(frozen=True)
class Passage:
    """Where a row stands in the text: its sentence, and in it the coordinates, as indexes of the text."""

    sentence: TextRange
    place: TextRange


@dataclass(frozen=True)
class ReportRows:
    """The rows of a report, and where each of them stands, by the row's number."""

    source: Source
    passages: Mapping[int, Passage]


def read_rows(report: Report, names: KnownNames, progress: Progress = no_progress) -> ReportRows:
    """Return a row for each coordinates in the text, numbered in their order. `progress` receives the fraction read.

    Raises the errors of limits, and Cancelled.
    """
    rows, passages, remarks = RowList(report.path), {}, {}
    shape = rows.shape(COLUMNS)
    for sentence, places, wrapped in _found_places(report.text, progress):
        text = report.text[sentence.start:sentence.end]
        since = 0 if len(places) > 1 else None
        date = date_of(text, sum(place.error is None for place in places))
        for place in places:
            number, name = len(rows.rows) + 1, name_before(text, place.start, place.end)
            kind = kind_in_sentence(text, place.start, place.end, name, since)
            cells = (place.written, name, kind.words, gate_in_sentence(text, place.start), date.text, text, date.others,
                     names.in_sentence(text), amounts_in(text))
            rows.add_cells(number, shape, cells, error=place.error)
            start = sentence.start
            since = since if since is None else place.end
            passages[number] = Passage(sentence, TextRange(start + place.start, start + place.end))
            doubts = _doubts(place, kind, date, wrapped)
            if doubts and place.error is None:
                remarks[number] = reduce(lambda one, other: Phrase(BOTH, {"one": one, "other": other}), doubts)
    about = "\n".join((report.title, *_stated_datums(report.text)))
    source = Source(report.path, COLUMNS, tuple(rows.rows), about=about, guesses_kinds=True,
                    remarks=remarks)
    return ReportRows(source, passages)


def _doubts(place: FoundPlace, kind: SentenceKind, date: SentenceDate, wrapped: bool) -> Sequence[Phrase]:
    guessed = [Phrase(KIND_GUESSED, {"text": kind.words})] if kind.guessed else []
    return (*place.doubts, *guessed, *date.doubts, *([Phrase(TWO_LINES)] if wrapped else []))


def _stated_datums(text: str) -> list[str]:
    """Return what the text says of the datum of its coordinates: GCJ-02, BD-09."""
    return [text[max(0, match.start() - _STATEMENT_LENGTH):match.end()].rpartition("\n")[2]
            for match in islice(_STATED_DATUM.finditer(text), _MOST_STATEMENTS)]


def _found_places(text: str, progress: Progress) -> Iterator[tuple[TextRange, Sequence[FoundPlace], bool]]:
    """Yield the sentences that have places, with these; True where only two lines together give one."""
    before: TextRange | None = None  # the last sentence, if it gave no place
    for count, sentence in enumerate(sentences(text)):
        if not count % _PER_REPORT:
            progress(sentence.start / len(text))
        found = places_in_sentence(text[sentence.start:sentence.end])
        if found:
            yield sentence, found, False
        both = None if found or before is None else _joined(text, before, sentence)
        split = places_in_sentence(text[both.start:both.end]) if both else []
        if both and len(split) == 1 and split[0].error is None:
            yield both, split, True
        before = None if found or split else sentence


def _joined(text: str, first: TextRange, second: TextRange) -> TextRange | None:
    """Return two lines as one sentence if the first may end with a latitude; None otherwise."""
    one, other = text[first.start:first.end][-_LONGEST_HALF:], text[second.start:second.end][:_LONGEST_HALF]
    is_near = text.count("\n", first.end, second.start) <= _LINES_BETWEEN
    if not (is_near and _HALF.search(one) and re.search(r"\d", other)):
        return None
    return TextRange(first.start, second.end)
