"""The result of assessing a file before anything is written: rows with their status, texts with their reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing import list_changes
from yalu_plugin.core.importing.list_changes import GONE, KEEP, Difference
from yalu_plugin.core.phrase import Phrase

if TYPE_CHECKING:
    from yalu_plugin.core.importing.listed_rows import ListedRows

# A row to `check` is imported with a remark; `asked` waits for an answer; `refused` cannot be imported.
GOOD, REPAIRED, CHECK, ASKED, REFUSED = STATUSES = ("good", "repaired", "check", "asked", "refused")
SAME, SEPARATE, LEAVE_OUT = ROW_ANSWERS = ("same", "separate", "leave_out")
AS_STATED = "as stated"  # the datum that each row states


class KnownSite(NamedTuple):
    """A site that is in the survey already; degrees in EPSG:4326. `source_ref` is its id in the source of this import.

    `seen` are its observations: state, first and last day. `display_name` is the label of a site without a name.
    `of_source` says that it came from the source of this import; `created_at` is ISO 8601 in UTC.
    """

    id: str
    lon: float
    lat: float
    name: str = ""
    source_ref: str = ""
    seen: tuple[tuple[str, str | None, str | None], ...] = ()
    display_name: str | Phrase = ""
    of_source: bool = False
    kind: str | None = None
    at_fence_gate: str | None = None
    county: str | None = None
    confidence: str | None = None
    note: str | None = None
    created_at: str = ""
    bank: str | None = None
    retired_on: str | None = None


@dataclass(frozen=True)
class Choices:
    """Decisions of the analyst where the file is unclear. Texts are as in the file.

    `kinds` and `states` map a text to a word of the survey ("" for none). `dates` maps a text to an interval as
    ISO 8601, "2025-07-29" or "2024-04-01/2024-06-30" ("" for undated). `rows` maps a row's number to SAME (the site
    that the question names), SEPARATE (another site) or LEAVE_OUT. `custom_kinds` are kinds that the user has added to
    the survey: a text equal to the word of one is read as that kind. `datum` is what the coordinates are: "" for WGS 84
    (or the file's own CRS), else GCJ-02, BD-09 or AS_STATED, whose shift is undone.
    `words` states whose word counts, one of WORDS, where list and survey differ: for a row's field ("12.name"), else a
    row ("12"), else a field ("name"), else "*"; otherwise the survey's. `gone` is one of GONE_ANSWERS by the id of a
    site that the list has no longer, or "*" for all others.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, str] = field(default_factory=dict)
    custom_kinds: tuple[str, ...] = ()
    datum: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)

    def takes_list(self, number: int, column: str) -> bool:
        """Whether the word of the list counts for a column of the row of this number."""
        keys = (f"{number}.{column}", str(number), column, "*")
        return next((self.words[key] for key in keys if key in self.words), "") == list_changes.IN_LIST


NO_CHOICES = Choices()


class WordReading(NamedTuple):
    """How a text that occurs in the file `times` times is read: `field` is kind, state or date.

    `value` is as in Choices, "" where the text is not read. `asked` is True while `value` is a suggestion: it is not
    used before the analyst confirms it.
    """

    field: str
    text: str
    times: int
    value: str
    asked: bool = False


class ImportRow(NamedTuple):
    """The status of one row, and what it would import.

    `site` is the new site's columns (name, kind, at_fence_gate, county, confidence, source_ref, note, and lon, lat in
    degrees, EPSG:4326), or None where the row brings no new site. `observations` are rows with state, reason,
    seen_from, seen_to (ISO dates, None where open) and note; they belong to the row's own site, else to the one that
    `of_row` (the number of another row) or `of_site` (the id of a site of the survey) names, which for an asked row is
    the site that it may be. `label` is the row's name and folder. `differences` are those from the site `of_site`, or,
    if `of_observation` is the id of an observation, from that one. Number 0: a site that the list has no longer.
    """

    number: int
    status: str
    reasons: tuple[Phrase, ...] = ()
    site: Mapping[str, Any] | None = None
    observations: tuple[Mapping[str, Any], ...] = ()
    of_row: int | None = None
    of_site: str | None = None
    label: str = ""
    differences: tuple[Difference, ...] = ()
    of_observation: str | None = None

    @property
    def is_gone(self) -> bool:
        """Whether this is no row of the file but a site that it has no longer."""
        return self.number == 0

    @property
    def change(self) -> str:
        """What the row changes, one of CHANGES; "" where it is not included."""
        if self.is_gone:
            return GONE
        if not self.included:
            return ""
        if self.of_site is None:
            return list_changes.NEW if self.site is not None or self.observations else list_changes.UNCHANGED
        if any(difference.field == "place" for difference in self.differences):
            return list_changes.MOVED
        return list_changes.CHANGED if self.differences or self.observations else list_changes.UNCHANGED

    @property
    def writes(self) -> bool:
        """Whether anything is written for the row when the import is confirmed."""
        return self.included and (self.site is not None or bool(self.observations)
                                  or any(difference.taken for difference in self.differences))

    @property
    def included(self) -> bool:
        """Whether the row is written when the import is confirmed."""
        return self.status in (GOOD, REPAIRED, CHECK)

    @property
    def reason(self) -> str:
        """The reasons in English; translate `reasons` one by one for display."""
        return "; ".join(map(str, self.reasons))


class DatumOffer(NamedTuple):
    """What the coordinates may be (as Choices.datum) without the analyst having said so, and the reason."""

    datum: str
    reason: Phrase


class GoneSite(NamedTuple):
    """A site that the list has no longer, and what is done with it: one of GONE_ANSWERS."""

    site: KnownSite
    answer: str = KEEP


@dataclass(frozen=True)
class ImportAssessment:
    """All rows of a file in order, the texts whose reading can be changed, and notices of what was not read.

    `gone` are the sites that the survey has from this source and the list has no longer, each with what is done.
    `more_rows` is how many rows of other tables, and entries of its record, a survey imported as a whole brings, and
    `more` says it in words.
    """

    rows: tuple[ImportRow, ...]
    readings: tuple[WordReading, ...] = ()
    notices: tuple[Phrase, ...] = ()
    datum_offer: DatumOffer | None = None
    gone: tuple[GoneSite, ...] = ()
    more_rows: int = 0
    more: tuple[Phrase, ...] = ()

    @cached_property
    def new_sites(self) -> int:
        """How many sites are written when the import is confirmed."""
        return sum(row.included and row.site is not None for row in self.rows)

    @cached_property
    def changes(self) -> dict[str, int]:
        """The number of rows of each of CHANGES, of sites for GONE, with 0 for those that no row has."""
        found = Counter(row.change for row in self.rows)
        return {**{change: found[change] for change in list_changes.CHANGES}, GONE: len(self.gone)}

    @cached_property
    def is_update(self) -> bool:
        """Whether the list has, or had, sites that are in the survey."""
        return any(count for change, count in self.changes.items() if change != list_changes.NEW)

    @cached_property
    def differing(self) -> dict[str, int]:
        """The number of rows that differ from the survey, by field."""
        return dict(Counter(difference.field for row in self.rows for difference in row.differences))

    @cached_property
    def listed(self) -> ListedRows:
        """The rows and the sites that are gone, in the order in which a user reads them."""
        from yalu_plugin.core.importing.listed_rows import listed_rows

        return listed_rows(self)

    @cached_property
    def writes(self) -> bool:
        """Whether anything is written when the import is confirmed."""
        chosen = any(row.writes for row in self.rows) or any(site.answer != KEEP for site in self.gone)
        return chosen or self.more_rows > 0

    @cached_property
    def changed_sites(self) -> int:
        """How many sites of the survey are changed or get observations when the import is confirmed."""
        ids = {row.of_site for row in self.rows if row.of_site is not None and row.writes}
        return len(ids) + sum(site.answer != KEEP for site in self.gone)

    @cached_property
    def counts(self) -> dict[str, int]:
        """The number of rows of each status, with 0 for those that no row has."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in STATUSES}


class Remark(NamedTuple):
    """A sentence about a row, and the status that it alone would give the row."""

    status: str
    phrase: Phrase


def refusal(error: YaluError) -> Remark:
    """Return the error as a remark that refuses a row."""
    return Remark(REFUSED, Phrase(error.template, {"detail": error.detail, **error.values}))


def worst_status(remarks: Iterable[Remark]) -> str:
    """Return the status that the remarks give together: the last one of STATUSES among them."""
    return max((remark.status for remark in remarks), key=STATUSES.index, default=GOOD)
