"""Finds out whether a row is about an existing site: of an earlier row, or of the survey."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
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
    Remark,
    refusal,
)
from yalu_plugin.core.importing.place_index import PlaceIndex
from yalu_plugin.core.importing.row_description import RowDescription
from yalu_plugin.core.importing.sightings import OBSERVATION
from yalu_plugin.core.importing.site_identity import Identity, Key, KnownSites, folded_name, place_key
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.core.text import translatable

SAME_AS_ROW = translatable("{metres:.0f} m from row {row}, “{name}”: the same site?")
SAME_AS_SITE = translatable("{metres:.0f} m from the survey's site “{name}”: the same site?")
SAME_ID = translatable("the id of the survey's site “{name}”, but {metres:.0f} m away and another name: the same site?")
NOTHING_NEW = translatable("the same site as “{name}”: this row brings nothing more")
TWO_STATES = translatable("another row gives another state of “{name}” for the same days")
OTHER = "other"  # the kind of a site for which none is given

Days = tuple[Optional[str], Optional[str]]  # first and last


class RepeatedId(YaluError):
    """Two rows have the same id and different places or names."""

    template = translatable("Row {first} has the id {id} already. Give this row its own id.")


class Match(NamedTuple):
    """The relation of a row to existing sites: it `joins` one of them, may be one (asked), or is a new site.

    `known` is the index of the site of the survey if it is the first row about that: only this one describes it.
    """

    observations: tuple[CompactRow, ...] = ()
    remarks: tuple[Remark, ...] = ()
    joins: bool = False
    of_row: int | None = None
    of_site: str | None = None
    known: int | None = None


class _Site(NamedTuple):
    """A site to compare with: as the first row about it (of the number `row`) has it, else as the survey has it.

    `id` is its id in the survey.
    """

    lon: float
    lat: float
    name: str
    kind: str = OTHER
    row: int | None = None
    id: str | None = None
    display_name: str | Phrase = ""


class SiteMatch:
    """Compares each row with the survey's sites and the earlier rows.

    Sites are numbered: those of the survey first, by their index, then the new ones. `identities` are the sites of the
    survey that rows are about, by the row's index; `answers` are Choices.rows; `today` is the day of the import.
    """

    def __init__(self, known: KnownSites, identities: Mapping[int, Identity], answers: Mapping[int, str], today: str
                 ) -> None:
        self._known, self._identities, self._answers, self._today = known, identities, answers, today
        self._of_rows: dict[int, _Site] = {}  # the sites that rows are about
        self._new: list[ImportRow] = []
        self._by_ref: dict[str, int] = {}
        self._by_place: dict[Key, int] = {}
        self._nearby, self._nearby_sites = PlaceIndex(), array("q")
        self._seen: dict[int, dict[Days, set[str]]] = {}  # states by days of the sites that rows have joined

    def add(self, row: ImportRow) -> None:
        """Add a row that is a new site, to compare later rows with it."""
        if row.site is not None:
            self._register(len(self._known.sites) + len(self._new), row.number, row.site)
            self._new.append(row)

    def match(self, at: int, number: int, description: RowDescription) -> Match:
        """Compare the row of this index and number with the existing sites."""
        site, answer = description.site, self._answers.get(number)
        if site["source_ref"] in self._by_ref:
            return self._match_same_id(description, self._by_ref[site["source_ref"]], answer)
        identity = self._identities.get(at) if answer != SEPARATE else None
        if identity is not None and identity.known in self._of_rows:
            return self._match_same_place(description, identity.known, answer)
        if identity is not None:
            return self._match_known(number, description, identity, answer)
        near = self._near(site["lon"], site["lat"]) if answer != SEPARATE else []
        if not near:
            return Match(description.seen.observations)
        exact = self._by_place.get(_key(site))
        if exact is not None:
            return self._match_same_place(description, exact, answer)
        metres, nearest = near[0]
        if answer == SAME:
            return self._join_site(description, nearest)
        return self._ask_whether_same(description, nearest, metres)

    def join_by_id(self, row_id: str, observation: CompactRow) -> Match | None:
        """Return an observation of the site with this id, if it has not got it yet; None where no site has the id."""
        at = self._by_ref.get(row_id, self._known.of_id(row_id))
        if at is None:
            return None
        other, seen = self._site(at), self._seen_of(at)
        new = () if self._is_known(observation, seen) else (observation,)
        seen.setdefault(_days(observation), set()).add(observation["state"])
        return Match(new, (), True, other.row, other.id)

    def _register(self, at: int, number: int, site: Mapping[str, Any]) -> None:
        """Remember the first row about a site."""
        known = self._known.sites[at] if at < len(self._known.sites) else None
        self._of_rows[at] = _Site(site["lon"], site["lat"], site["name"], site["kind"], number, known and known.id,
                                  site["name"] or (known.display_name if known else ""))
        if site["source_ref"]:
            self._by_ref.setdefault(site["source_ref"], at)
        self._by_place.setdefault(_key(site), at)
        self._nearby.add(site["lon"], site["lat"])
        self._nearby_sites.append(at)

    def _near(self, lon: float, lat: float) -> list[tuple[float, int]]:
        """Return the distance in metres and the number of each site within 150 m, the nearest first."""
        of_rows = [(metres, self._nearby_sites[place]) for metres, place in self._nearby.within(lon, lat)]
        of_survey = self._known.nearby.within(lon, lat) if self._known.sites else []
        return sorted((*of_rows, *(each for each in of_survey if each[1] not in self._of_rows)))

    def _site(self, at: int) -> _Site:
        """Return the site of this number."""
        if at in self._of_rows:
            return self._of_rows[at]
        known = self._known.sites[at]
        return _Site(known.lon, known.lat, known.name, id=known.id, display_name=known.name or known.display_name)

    def _match_known(self, number: int, description: RowDescription, identity: Identity, answer: str | None) -> Match:
        """Match the first row about a site of the survey; ask where another site may be meant."""
        known, site = self._known.sites[identity.known], description.site
        metres = distance_m(site["lon"], site["lat"], known.lon, known.lat)
        if answer != SAME and not identity.certain:
            return self._ask_whether_same(description, identity.known, metres, SAME_ID if identity.by_id else "")
        seen = self._seen_of(identity.known)
        if answer != SAME and not (identity.by_id or known.of_source) and not all(
                self._is_known(each, seen) for each in description.seen.observations):
            return self._ask_whether_same(description, identity.known, metres)
        joined = self._join_site(description, identity.known, keeps_name=answer == SAME)
        self._register(identity.known, number, site)
        return joined._replace(known=identity.known, remarks=tuple(r for r in joined.remarks if r.status == CHECK))

    def _match_same_id(self, description: RowDescription, at: int, answer: str | None) -> Match:
        """Match a row with the id of an earlier one: the same site, unless it lies elsewhere or has another name."""
        site, other = description.site, self._site(at)
        elsewhere = distance_m(site["lon"], site["lat"], other.lon, other.lat) > SAME_SITE_M
        if elsewhere or (site["name"] and other.name and folded_name(site["name"]) != folded_name(other.name)):
            return Match(remarks=(refusal(RepeatedId(first=other.row, id=site["source_ref"])),))
        return self._match_same_place(description, at, answer)

    def _match_same_place(self, description: RowDescription, at: int, answer: str | None) -> Match:
        """Match a row with the place and name of a site: part of its log if it has new observations, else a repeat."""
        other, kind = self._site(at), description.site["kind"]
        if answer == SAME:
            return self._join_site(description, at)
        if OTHER in (kind, other.kind) or kind == other.kind:
            joined = self._join_site(description, at)
            if joined.observations or other.id is not None:
                return joined._replace(remarks=joined.remarks if joined.observations else ())
        return self._ask_whether_same(description, at, 0.0)

    def _join_site(self, description: RowDescription, at: int, keeps_name: bool = True) -> Match:
        """Return the row's new observations as those of site `at`, each with the row's own note, and name."""
        other = self._site(at)
        seen = self._seen_of(at)
        new = [each for each in description.seen.observations if not self._is_known(each, seen)]
        remarks = () if new else (Remark(REPAIRED, Phrase(NOTHING_NEW, {"name": other.display_name})),)
        if any(_days(each) in seen for each in new):
            remarks = (Remark(CHECK, Phrase(TWO_STATES, {"name": other.display_name})),)
        for each in new:
            seen.setdefault(_days(each), set()).add(each["state"])
        note = self._note(description, at, keeps_name)
        return Match(tuple(_with_note(each, note) for each in new), remarks, True, other.row, other.id)

    def _seen_of(self, at: int) -> dict[Days, set[str]]:
        """Return the states of a site by their days, to be completed by the caller."""
        if at not in self._seen:
            seen = self._seen[at] = {}
            if at < len(self._known.sites):
                for state, first, last in self._known.sites[at].seen:
                    seen.setdefault((first, last), set()).add(state)
            else:
                for each in self._new[at - len(self._known.sites)].observations:
                    seen.setdefault(_days(each), set()).add(each["state"])
        return self._seen[at]

    def _is_known(self, each: Mapping[str, Any], seen: Mapping[Days, set[str]]) -> bool:
        """Whether a site has an observation: "since August" ended on the day of the import, as it did last time."""
        if each["state"] in seen.get(_days(each), ()):
            return True
        is_open = each["note"] and each["seen_to"] == self._today
        return bool(is_open) and any(each["state"] in states for (first, last), states in seen.items()
                                     if first == each["seen_from"] and (last or "") < self._today)

    def _note(self, description: RowDescription, at: int, keeps_name: bool) -> str | None:
        """Return what a row says that the site does not have: its note, and its name where that is another one."""
        other, note, name = self._site(at), description.site["note"], description.site["name"]
        if at < len(self._known.sites) and note == self._known.sites[at].note:
            note = None
        if keeps_name and name and folded_name(name) != folded_name(other.name):
            note = f"{name}\n{note}" if note else name
        return str(note) if note else None

    def _ask_whether_same(self, description: RowDescription, at: int, metres: float, template: str = "") -> Match:
        other = self._site(at)
        question = Phrase(template or (SAME_AS_SITE if other.row is None else SAME_AS_ROW),
                          {"metres": metres, "row": other.row, "name": other.display_name})
        return Match(description.seen.observations, (Remark(ASKED, question),), False, other.row,
                     other.id if other.row is None else None)


def _key(site: Mapping[str, Any]) -> Key:
    return place_key(site["lon"], site["lat"], folded_name(site["name"]))


def _days(observation: Mapping[str, Any]) -> Days:
    return observation["seen_from"], observation["seen_to"]


def _with_note(observation: CompactRow, note: str | None) -> CompactRow:
    """Return the observation with the note of its row, which has no new site to store it."""
    if not note:
        return observation
    own = observation["note"]
    return CompactRow(OBSERVATION, (observation["state"], observation["reason"], *_days(observation),
                                    f"{own}\n{note}" if own else note))
