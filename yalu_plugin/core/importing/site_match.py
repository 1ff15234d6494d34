"""Whether a row is about a site that there is already: of an earlier row, or of the survey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, Optional

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.compact_row import Record
from yalu_plugin.core.importing.geodesy import apart_m
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
from yalu_plugin.core.importing.place_index import Nearby
from yalu_plugin.core.importing.row_description import Described
from yalu_plugin.core.importing.sightings import OBSERVATION
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.schema import SAME_SITE_M
from yalu_plugin.core.text import translatable

SAME_AS_ROW = translatable("{metres:.0f} m from row {row}, “{name}”: the same site?")
SAME_AS_SITE = translatable("{metres:.0f} m from the survey's site “{name}”: the same site?")
NOTHING_NEW = translatable("the same site as “{name}”: this row brings nothing more")

TWO_STATES = translatable("another row says another state of “{name}” for the same days")
OTHER = "other"  # the kind of what names none

Days = tuple[Optional[str], Optional[str]]  # first and last


class RepeatedId(YaluError):
    """Two rows with one id at two places."""

    template = translatable("Row {first} has the id {id} already. Give this row its own id.")


class KnownId(YaluError):
    """A row that was imported from this source before."""

    template = translatable(
        "The survey already has the site {id} from this source. Leave the row out, or name another source.")


class SiteInSurvey(YaluError):
    """A row with the name and the place of a site in the survey."""

    template = translatable("The survey already has this site: same place, same name. Leave the row out.")


class Match(NamedTuple):
    """What a row is to the sites there are: it `joins` one of them, may be one (asked), or is a site of its own."""

    observations: tuple[Record, ...] = ()
    remarks: tuple[Remark, ...] = ()
    joins: bool = False
    of_row: int | None = None
    of_site: str | None = None


class _Site(NamedTuple):
    """A site that rows are held against; `row` is the number of the row it is new from, `id` its own in the survey.
    `called` is what is said of it.
    """

    lon: float
    lat: float
    name: str
    kind: str = OTHER
    row: int | None = None
    id: str | None = None
    called: str | Phrase = ""


class SiteMatch:
    """Holds each row against the survey's sites and the rows before it. `answers` are those of Choices.rows."""

    def __init__(self, known: Iterable[KnownSite], answers: Mapping[int, str]) -> None:
        self._answers = answers
        self._known = tuple(known)
        self._known_refs = {site.source_ref: at for at, site in enumerate(self._known) if site.source_ref}
        self._known_ids = {site.id: at for at, site in enumerate(self._known)}
        self._new: list[ImportRow] = []  # their numbers go on from those of the known ones
        self._of_id: dict[str, int] = {}
        self._seen: dict[int, dict[Days, set[str]]] = {}  # the states that rows said of a site, where several did
        self._nearby = Nearby()
        for site in self._known:
            self._nearby.add(site.lon, site.lat)

    def add(self, row: ImportRow) -> None:
        """The row is a site of its own: later ones are held against it."""
        if row.site is not None:
            if row.site["source_ref"]:
                self._of_id.setdefault(row.site["source_ref"], len(self._nearby))
            self._nearby.add(row.site["lon"], row.site["lat"])
            self._new.append(row)

    def of(self, number: int, described: Described) -> Match:
        """What the row of this number is to the sites that there are."""
        site, answer = described.site, self._answers.get(number)
        identity = site["source_ref"]
        if identity and identity in self._known_refs:
            return self._of_known(described, self._known_refs[identity], KnownId(id=identity))
        if identity and identity in self._known_ids:
            return self._of_known(described, self._known_ids[identity], SiteInSurvey())
        if identity and identity in self._of_id:
            return self._of_one_id(described, self._of_id[identity], answer)
        near = self._nearby.within(site["lon"], site["lat"]) if answer != SEPARATE else []
        if not near:
            return Match(described.seen.observations)
        exact = next((at for _, at in near if _is_exactly(self._site(at), site)), None)
        if exact is not None:
            return self._of_one_place(described, exact, answer)
        metres, nearest = near[0]
        return self._join(described, nearest) if answer == SAME else self._ask(described, nearest, metres)

    def _site(self, at: int) -> _Site:
        """The site of this number."""
        if at < len(self._known):
            known = self._known[at]
            return _Site(known.lon, known.lat, known.name, id=known.id, called=known.name or known.called)
        row = self._new[at - len(self._known)]
        site = row.site or {}
        return _Site(site["lon"], site["lat"], site["name"], site["kind"], row.number, called=site["name"])

    def _of_known(self, described: Described, at: int, error: YaluError) -> Match:
        """A row with the id of a site of the survey: what it says that is new of that site, else `error`."""
        site, known = described.site, self._known[at]
        if apart_m(site["lon"], site["lat"], known.lon, known.lat) <= SAME_SITE_M:
            joined = self._join(described, at)
            if joined.observations:
                return joined
        return Match(remarks=(refusal(error),))

    def _of_one_id(self, described: Described, at: int, answer: str | None) -> Match:
        """A row with the id of an earlier one: the same site, unless it lies elsewhere or has another name."""
        site, other = described.site, self._site(at)
        elsewhere = apart_m(site["lon"], site["lat"], other.lon, other.lat) > SAME_SITE_M
        if elsewhere or (site["name"] and other.name and _folded(site["name"]) != _folded(other.name)):
            return Match(remarks=(refusal(RepeatedId(first=other.row, id=site["source_ref"])),))
        return self._of_one_place(described, at, answer)

    def _of_one_place(self, described: Described, at: int, answer: str | None) -> Match:
        """A row of the place and name of a site: of a log of it, if it says more; else it stands there twice."""
        other, kind = self._site(at), described.site["kind"]
        if answer == SAME:
            return self._join(described, at)
        if other.id is not None:
            if described.seen.observations:
                return self._ask(described, at, 0.0)
            return Match(remarks=(refusal(SiteInSurvey()),))
        if OTHER in (kind, other.kind) or kind == other.kind:
            joined = self._join(described, at)
            if joined.observations:
                return joined
        return self._ask(described, at, 0.0)

    def _join(self, described: Described, at: int) -> Match:
        """What the row says, as said of site `at`: what was not said before, each with the row's own note."""
        other, note = self._site(at), described.site["note"]
        if at not in self._seen:
            self._seen[at] = {}
            for each in self._new[at - len(self._known)].observations if other.row is not None else ():
                self._seen[at].setdefault(_days(each), set()).add(each["state"])
            for state, first, last in self._known[at].seen if other.id is not None else ():
                self._seen[at].setdefault((first, last), set()).add(state)
        seen = self._seen[at]
        new = [each for each in described.seen.observations if each["state"] not in seen.get(_days(each), ())]
        remarks = () if new else (Remark(REPAIRED, Phrase(NOTHING_NEW, {"name": other.called})),)
        if any(_days(each) in seen for each in new):
            remarks = (Remark(CHECK, Phrase(TWO_STATES, {"name": other.called})),)
        for each in new:
            seen.setdefault(_days(each), set()).add(each["state"])
        name = described.site["name"]
        if name and _folded(name) != _folded(other.name):  # else this row's own name were lost
            note = f"{name}\n{note}" if note else name
        observations = tuple(_with_note(each, note) for each in new)
        return Match(observations, remarks, True, other.row, other.id)

    def _ask(self, described: Described, at: int, metres: float) -> Match:
        other = self._site(at)
        question = Phrase(SAME_AS_SITE if other.id else SAME_AS_ROW,
                          {"metres": metres, "row": other.row, "name": other.called})
        return Match(described.seen.observations, (Remark(ASKED, question),), False, other.row, other.id)


def _is_exactly(other: _Site, site: Record) -> bool:
    """Whether the site has this place, to a tenth of a metre or so, and this name."""
    same_place = round(other.lon, 6) == round(site["lon"], 6) and round(other.lat, 6) == round(site["lat"], 6)
    return same_place and _folded(other.name) == _folded(site["name"])


def _folded(name: str) -> str:
    return name.strip().casefold()


def _days(observation: Mapping[str, Any]) -> Days:
    return observation["seen_from"], observation["seen_to"]


def _with_note(observation: Record, note: str | None) -> Record:
    """The observation with the note of its row, whose site keeps none of it."""
    if not note:
        return observation
    own = observation["note"]
    return Record(OBSERVATION, (observation["state"], observation["reason"], *_days(observation),
                                f"{own}\n{note}" if own else note))
