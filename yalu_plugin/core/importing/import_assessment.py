"""What an import makes of a file before anything is written: rows with their fate, words with their reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase

# `check` is imported and says what to look at; `asked` waits for an answer; `refused` cannot be imported.
GOOD, REPAIRED, CHECK, ASKED, REFUSED = FATES = ("good", "repaired", "check", "asked", "refused")
SAME, SEPARATE, LEAVE_OUT = ROW_ANSWERS = ("same", "separate", "leave_out")


class KnownSite(NamedTuple):
    """A site that the survey has already; degrees in EPSG:4326. `source_ref` is its id in the source imported now.

    `seen` has what was observed of it: state, first and last day; `called` is what it is called where it has no name.
    """

    id: str
    lon: float
    lat: float
    name: str = ""
    source_ref: str = ""
    seen: tuple[tuple[str, str | None, str | None], ...] = ()
    called: str | Phrase = ""


@dataclass(frozen=True)
class Choices:
    """What the analyst decided where the file leaves it open. Texts are as in the file.

    `kinds` and `states` map a text to a word of the survey ("" for none). `dates` maps a text to an interval as
    ISO 8601, "2025-07-29" or "2024-04-01/2024-06-30" ("" for undated). `rows` maps a row's number to SAME (the site
    it was asked about), SEPARATE (another site) or LEAVE_OUT. `own_kinds` are kinds that the user has added to the
    survey: a text that is the word of one is read so.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, str] = field(default_factory=dict)
    own_kinds: tuple[str, ...] = ()


NO_CHOICES = Choices()


class WordReading(NamedTuple):
    """How a text that stands in the file so many `times` is read: `field` is kind, state or date.

    `value` is as in Choices, "" where the text is not read.
    `asked` where the analyst has to confirm `value`, a suggestion that is not used until then.
    """

    field: str
    text: str
    times: int
    value: str
    asked: bool = False


class ImportRow(NamedTuple):
    """One row's fate, and what it brings.

    `site` is the new site's columns (name, kind, at_fence_gate, county, confidence, source_ref, note, and lon, lat in
    degrees, EPSG:4326), or None where the row brings none. `observations` are rows with state, reason, seen_from,
    seen_to (ISO dates, None where open) and note; they are of the row's own site, else of the one that `of_row` (the
    number of another row) or `of_site` (the id of a site of the survey) names. An asked row names there the site that
    it may be.
    `label` is the row's name and folder, as the report names it.
    """

    number: int
    fate: str
    reasons: tuple[Phrase, ...] = ()
    site: Mapping[str, Any] | None = None
    observations: tuple[Mapping[str, Any], ...] = ()
    of_row: int | None = None
    of_site: str | None = None
    label: str = ""

    @property
    def included(self) -> bool:
        """Whether the row is written when the import is confirmed."""
        return self.fate in (GOOD, REPAIRED, CHECK)

    @property
    def reason(self) -> str:
        """The reasons in English; to translate them, take each of `reasons`."""
        return "; ".join(map(str, self.reasons))


@dataclass(frozen=True)
class Judged:
    """Every row of a file in order, the texts whose reading can be changed, and what was not read of the file."""

    rows: tuple[ImportRow, ...]
    readings: tuple[WordReading, ...] = ()
    notices: tuple[Phrase, ...] = ()

    @cached_property
    def new_sites(self) -> int:
        """How many sites are written when the import is confirmed."""
        return sum(row.included and row.site is not None for row in self.rows)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows have each fate, every fate named."""
        found = Counter(row.fate for row in self.rows)
        return {fate: found[fate] for fate in FATES}

    def report(self) -> dict[str, Any]:
        """In English, ready for JSON: counts by fate, what was not read, the words as read, and every row's fate."""
        rows = [{"number": row.number, "label": row.label, "fate": row.fate, "reason": row.reason,
                 "observations": [dict(seen) for seen in row.observations]} for row in self.rows]
        return {"counts": self.counts, "notices": list(map(str, self.notices)),
                "words": [reading._asdict() for reading in self.readings], "rows": rows}


class Remark(NamedTuple):
    """A sentence about a row, and the fate that it alone would give it."""

    fate: str
    phrase: Phrase


def refusal(error: YaluError) -> Remark:
    """The error as what refuses a row."""
    return Remark(REFUSED, Phrase(error.template, {"detail": error.detail, **error.values}))


def worst_fate(remarks: Iterable[Remark]) -> str:
    """The fate that all of it makes: the last of FATES that one of the remarks asks for."""
    return max((remark.fate for remark in remarks), key=FATES.index, default=GOOD)
