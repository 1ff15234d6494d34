"""Finds out whether a row is about an existing site: of an earlier row, or of the survey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Optional

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.compact_row import CompactRow
from yalu_plugin.core.importing.geodesy import distance_m
from yalu_plugin.core.importing.import_assessment import (
    ASKED,
    CHECK,
    REPAIRED,
    SAME,
    SEPARATE,
    ImportRow,
    KnownSite,
    Remark,
    refusal,
)
from yalu_plugin.core.importing.place_index import PlaceIndex
from yalu_plugin.core.importing.row_description import RowDescription
from yalu_plugin.core.importing.sightings import OBSERVATION
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.core.text import translatable

SAME_AS_ROW = translatable("{metres:.0f} m from row {row}, “{name}”: the same site?")
SAME_AS_SITE = translatable("{metres:.0f} m from the survey's site “{name}”: the same site?")
NOTHING_NEW = translatable("the same site as “{name}”: this row brings nothing more")

TWO_STATES = translatable("another row gives another state of “{name}” for the same days")
OTHER = "other"  # the kind of a site for which none is given

Days = tuple[Optional[str], Optional[str]]  # first and last


class RepeatedId(YaluError):
    """Two rows have the same id and different places or names."""

    template = translatable("Row {first} has the id {id} already. Give this row its own id.")


class KnownId(YaluError):
    """The row was imported from this source before."""

    template = translatable(
        "The survey already has the site {id} from this source. Leave the row out, or name another source.")


class SiteInSurvey(YaluError):
    """The survey has a site with the row's name and place."""

    template = translatable("The survey already has this site: same place, same name. Leave the row out.")


class Match(NamedTuple):
    """The relation of a row to existing sites: it `joins` one of them, may be one (asked), or is a new site."""

    observations: tuple[CompactRow, ...] = ()
    remarks: tuple[Remark, ...] = ()
    joins: bool = False
    of_row: int | None = None
    of_site: str | None = None


class _Site(NamedTuple):
    """A site to compare with; `row` is the number of the row that it comes from, `id` its id in the survey."""

    lon: float
    lat: float
    name: str
    kind: str = OTHER
    row: int | None = None
    id: str | None = None
    display_name: str | Phrase = ""


class SiteMatch:
    """Compares each row with the survey's sites and the earlier rows. `answers` are Choices.rows."""

    def __init__(self, known: Iterable[KnownSite], answers: Mapping[int, str]) -> None:
        self._answers = answers
        self._known = tuple(known)
        self._known_by_ref = {site.source_ref: at for at, site in enumerate(self._known) if site.source_ref}
        self._known_by_id = {site.id: at for at, site in enumerate(self._known)}
        self._new: list[ImportRow] = []  # their indexes continue those of the known sites
        self._index_by_id: dict[str, int] = {}
        self._seen: dict[int, dict[Days, set[str]]] = {}  # states by days of the sites that rows have joined
        self._nearby = PlaceIndex()
        for site in self._known:
            self._nearby.add(site.lon, site.lat)

    def add(self, row: ImportRow) -> None:
        """Add a row that is a new site, to compare later rows with it."""
        if row.site is not None:
            if row.site["source_ref"]:
                self._index_by_id.setdefault(row.site["source_ref"], len(self._nearby))
            self._nearby.add(row.site["lon"], row.site["lat"])
            self._new.append(row)

    def match(self, number: int, description: RowDescription) -> Match:
        """Compare the row of this number with the existing sites."""
        site, answer = description.site, self._answers.get(number)
        identity = site["source_ref"]
        if identity and identity in self._known_by_ref:
            return self._match_known(description, self._known_by_ref[identity], KnownId(id=identity))
        if identity and identity in self._known_by_id:
            return self._match_known(description, self._known_by_id[identity], SiteInSurvey())
        if identity and identity in self._index_by_id:
            return self._match_same_id(description, self._index_by_id[identity], answer)
        near = self._nearby.within(site["lon"], site["lat"]) if answer != SEPARATE else []
        if not near:
            return Match(description.seen.observations)
        exact = next((at for _, at in near if _is_exactly(self._site(at), site)), None)
        if exact is not None:
            return self._match_same_place(description, exact, answer)
        metres, nearest = near[0]
        if answer == SAME:
            return self._join_site(description, nearest)
        return self._ask_whether_same(description, nearest, metres)

    def _site(self, at: int) -> _Site:
        """Return the site at this index: the known sites come first, then the new ones."""
        if at < len(self._known):
            known = self._known[at]
            return _Site(known.lon, known.lat, known.name, id=known.id, display_name=known.name or known.display_name)
        row = self._new[at - len(self._known)]
        site = row.site or {}
        return _Site(site["lon"], site["lat"], site["name"], site["kind"], row.number, display_name=site["name"])

    def _match_known(self, description: RowDescription, at: int, error: YaluError) -> Match:
        """Match a row with the id of a site of the survey: return its new observations of that site, else `error`."""
        site, known = description.site, self._known[at]
        if distance_m(site["lon"], site["lat"], known.lon, known.lat) <= SAME_SITE_M:
            joined = self._join_site(description, at)
            if joined.observations:
                return joined
        return Match(remarks=(refusal(error),))

    def _match_same_id(self, description: RowDescription, at: int, answer: str | None) -> Match:
        """Match a row with the id of an earlier one: the same site, unless it lies elsewhere or has another name."""
        site, other = description.site, self._site(at)
        elsewhere = distance_m(site["lon"], site["lat"], other.lon, other.lat) > SAME_SITE_M
        if elsewhere or (site["name"] and other.name and _folded(site["name"]) != _folded(other.name)):
            return Match(remarks=(refusal(RepeatedId(first=other.row, id=site["source_ref"])),))
        return self._match_same_place(description, at, answer)

    def _match_same_place(self, description: RowDescription, at: int, answer: str | None) -> Match:
        """Match a row with the place and name of a site: part of its log if it has new observations, else a repeat."""
        other, kind = self._site(at), description.site["kind"]
        if answer == SAME:
            return self._join_site(description, at)
        if other.id is not None:
            if description.seen.observations:
                return self._ask_whether_same(description, at, 0.0)
            return Match(remarks=(refusal(SiteInSurvey()),))
        if OTHER in (kind, other.kind) or kind == other.kind:
            joined = self._join_site(description, at)
            if joined.observations:
                return joined
        return self._ask_whether_same(description, at, 0.0)

    def _join_site(self, description: RowDescription, at: int) -> Match:
        """Return the row's new observations as those of site `at`, each with the row's own note."""
        other, note = self._site(at), description.site["note"]
        if at not in self._seen:
            self._seen[at] = {}
            for each in self._new[at - len(self._known)].observations if other.row is not None else ():
                self._seen[at].setdefault(_days(each), set()).add(each["state"])
            for state, first, last in self._known[at].seen if other.id is not None else ():
                self._seen[at].setdefault((first, last), set()).add(state)
        seen = self._seen[at]
        new = [each for each in description.seen.observations if each["state"] not in seen.get(_days(each), ())]
        remarks = () if new else (Remark(REPAIRED, Phrase(NOTHING_NEW, {"name": other.display_name})),)
        if any(_days(each) in seen for each in new):
            remarks = (Remark(CHECK, Phrase(TWO_STATES, {"name": other.display_name})),)
        for each in new:
            seen.setdefault(_days(each), set()).add(each["state"])
        name = description.site["name"]
        if name and _folded(name) != _folded(other.name):  # else the name in this row would be lost
            note = f"{name}\n{note}" if note else name
        observations = tuple(_with_note(each, note) for each in new)
        return Match(observations, remarks, True, other.row, other.id)

    def _ask_whether_same(self, description: RowDescription, at: int, metres: float) -> Match:
        other = self._site(at)
        question = Phrase(SAME_AS_SITE if other.id else SAME_AS_ROW,
                          {"metres": metres, "row": other.row, "name": other.display_name})
        return Match(description.seen.observations, (Remark(ASKED, question),), False, other.row, other.id)


def _is_exactly(other: _Site, site: CompactRow) -> bool:
    """Whether both have the same place, to about a tenth of a metre, and the same name."""
    same_place = round(other.lon, 6) == round(site["lon"], 6) and round(other.lat, 6) == round(site["lat"], 6)
    return same_place and _folded(other.name) == _folded(site["name"])


def _folded(name: str) -> str:
    return name.strip().casefold()


def _days(observation: Mapping[str, Any]) -> Days:
    return observation["seen_from"], observation["seen_to"]


def _with_note(observation: CompactRow, note: str | None) -> CompactRow:
    """Return the observation with the note of its row, which has no new site to store it."""
    if not note:
        return observation
    own = observation["note"]
    return CompactRow(OBSERVATION, (observation["state"], observation["reason"], *_days(observation),
                                    f"{own}\n{note}" if own else note))
