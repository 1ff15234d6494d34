"""An exported site: all that a reader without the plugin needs to know about it, the same in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from yalu_plugin.core.published import Row
from yalu_plugin.core.rival_states import rivals_among
from yalu_plugin.core.states import SIGHTINGS, UNKNOWN, is_conclusive
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.survey.observation import date_kind, has_state
from yalu_plugin.core.survey.river_positions import County, RiverPlace, RiverPositions
from yalu_plugin.core.survey.state_spans import Span, StateObservation, spans
from yalu_plugin.core.work_progress import Progress, ProgressSequence, no_progress

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.counties import Reaches


class Labels(NamedTuple):
    """The names shown to the user: of a row of sites, and of the values of `kind` and `state`."""

    site: Callable[[Row], str]
    kind: Callable[[str | None], str]
    state: Callable[[str | None], str]


class ObservationExport(NamedTuple):
    """One observation of an exported site, with the survey's values; days are ISO 8601, UTC, both ends inclusive.

    `date_kind` is that of its image, "reported" without an image, empty without a day; `synthetic` is that of its
    image; `evidence` names the image or the source.
    """

    observation_id: str
    state: str | None
    seen_from: str | None
    seen_to: str | None
    date_kind: str
    reason: str | None
    confidence: str | None
    likelihood: str | None
    below_resolution: bool
    image_id: str | None
    source_id: str | None
    evidence: str
    synthetic: bool
    note: str | None
    created_by: str | None
    created_at: str | None


class SiteExport(NamedTuple):
    """One site, with the survey's values. None is empty; positions are EPSG:4326, days ISO 8601 and UTC.

    Attributes:
        label: the name shown, also of a site without a name.
        name, county, bank, note, ...: as stated in the survey, empty where it states nothing.
        chainage_km, offset_m, side: measured, of crossings within 5 km of the line.
        county_along, county_certain: the county by chainage, and whether it is certain.
        state: as known on the day of the export; "unknown" before the first conclusive observation.
        state_since: the day by which this state was first seen, without another since.
        state_from, state_to, state_date_kind: days of the observation that determines it.
        rival_states: other states whose order relative to it is not known.
        first_seen_from, first_seen_to: days of the first sighting; last_seen: the last day of the last one.
        observations: all known on the day of the export, in order of time; those without a day come first.
    """

    site_id: str
    fid: int
    label: str
    name: str | None
    kind: str | None
    kind_label: str
    longitude: float | None
    latitude: float | None
    location_accuracy_m: float | None
    chainage_km: float | None
    offset_m: float | None
    side: str
    bank: str | None
    county: str | None
    county_along: str | None
    county_certain: bool
    at_fence_gate: str | None
    confidence: str | None
    state: str
    state_label: str
    state_since: str | None
    state_from: str | None
    state_to: str | None
    state_date_kind: str
    rival_states: tuple[str, ...]
    first_seen_from: str | None
    first_seen_to: str | None
    last_seen: str | None
    retired_on: str | None
    replaces_site_id: str | None
    source_id: str | None
    source_title: str
    source_ref: str | None
    note: str | None
    created_by: str | None
    created_at: str | None
    modified_by: str | None
    modified_at: str | None
    observations: tuple[ObservationExport, ...]

    def spans(self) -> Iterator[Span]:
        """Yield the states in order; none begins after the day on which the site was retired, or lasts longer."""
        dated = [StateObservation(one.seen_to, one.seen_from, number, one.state, one.image_id, one.observation_id)
                 for number, one in enumerate(self.observations)
                 if one.seen_to and one.state is not None and is_conclusive(one.state)]
        after = str(date.fromisoformat(self.retired_on) + timedelta(days=1)) if self.retired_on else None
        for span in spans(dated):
            if after is None:
                yield span
            elif (span.valid_from or "") < after:
                yield span._replace(valid_to=min(span.valid_to or after, after))


Evidence = Callable[["str | None", "str | None"], tuple[str, str, bool]]  # see SurveyExport._evidence
_AS_STATED = ("name", "kind", "location_accuracy_m", "bank", "county", "at_fence_gate", "confidence", "retired_on",
              "replaces_site_id", "source_id", "source_ref", "note", "created_by", "created_at", "modified_by",
              "modified_at")


@dataclass(frozen=True)
class SurveyExport:
    """The sites of a survey to export, and what is stated with them.

    Attributes:
        survey_id: the id of the row of the table `survey`.
        record: the head of the record, as every export states it.
        scope: ALL where no site of the survey was left out, else PART.
        exported_at: when the survey was read, as YYYY-MM-DDTHH:MM:SSZ.
        line, datum: what chainages refer to; empty where nothing can be measured.
        places: where crossings are along the river, by site id; `reaches` are the counties' reaches.
        day: the UTC day that states and observations are as known on; None: the latest.
        site_ids: the sites to export, in order.
        images, sources: rows by id.
    """

    survey_id: str
    title: str
    record: str
    scope: str
    exported_at: str
    line: str
    datum: str
    places: Mapping[str, RiverPlace]
    reaches: Reaches | None
    day: date | None
    facts: Facts
    site_ids: Sequence[str]
    images: Mapping[str, Row]
    sources: Mapping[str, Row]
    labels: Labels

    def sites(self, progress: Progress = no_progress) -> Iterator[SiteExport]:
        """Yield the sites one by one. Raises what `progress` raises."""
        positions = RiverPositions({site_id: place.km for site_id, place in self.places.items()}, self.reaches)
        counties, until = positions.counties(self.site_ids), self.day.isoformat() if self.day else None
        evidence = cache(self._evidence)
        for site_id, county in zip(ProgressSequence(self.site_ids, progress), counties):
            site = self.facts.row("sites", site_id)
            if site is not None:
                rows = self.facts.observations_of(site_id)
                yield self._site(site, county, evidence, rows if until is None else [
                    row for row in rows if (row["seen_to"] or "") <= until])

    def _site(self, site: Row, county: County, evidence: Evidence, rows: Sequence[Row]) -> SiteExport:
        longitude, latitude = lonlat_of(site["geom"]) if site.get("geom") else (None, None)
        chainage_km, offset_m, side = self.places.get(site["id"]) or (None, None, "")
        return SiteExport(
            site_id=site["id"], fid=site["fid"], label=self.labels.site(site), longitude=longitude, latitude=latitude,
            kind_label=self.labels.kind(site["kind"]), chainage_km=chainage_km, offset_m=offset_m, side=side,
            county_along=county[0], county_certain=county[1],
            source_title=self.sources.get(site["source_id"] or "", {}).get("title") or "",
            observations=tuple([_observation(row, *evidence(row["image_id"], row["source_id"])) for row in rows]),
            **{name: site[name] for name in _AS_STATED},
            **self._state(rows), **_sightings(rows))

    def _state(self, rows: Sequence[Row]) -> dict[str, Any]:
        conclusive = list(filter(has_state, rows))
        if not conclusive:
            return {"state": UNKNOWN, "state_label": self.labels.state(UNKNOWN), "state_since": None,
                    "state_from": None, "state_to": None, "state_date_kind": "", "rival_states": ()}
        row = conclusive[-1]
        alike = takewhile(lambda one: one["state"] == row["state"], reversed(conclusive))
        return {"state": row["state"], "state_label": self.labels.state(row["state"]),
                "state_since": min(one["seen_to"] for one in alike), "state_from": row["seen_from"],
                "state_to": row["seen_to"], "state_date_kind": date_kind(row, self.images),
                "rival_states": rivals_among(row, conclusive)}

    def _evidence(self, image_id: str | None, source_id: str | None) -> tuple[str, str, bool]:
        """Return the kind of date of an observation with a day, what it was seen on, and whether that is synthetic."""
        image, source = self.images.get(image_id or ""), self.sources.get(source_id or "", {})
        if image is None:
            return "reported", source.get("title") or "", False
        seen_on = " ".join(filter(None, (image.get("provider"), image.get("platform"))))
        return image["date_kind"] or "", seen_on or source.get("title") or "", bool(image.get("synthetic"))


def _observation(row: Row, date_kind: str, evidence: str, synthetic: bool) -> ObservationExport:
    return ObservationExport(
        row["id"], row["state"], row["seen_from"], row["seen_to"], date_kind if row["seen_to"] else "", row["reason"],
        row["confidence"], row.get("likelihood"), bool(row.get("below_resolution")), row["image_id"], row["source_id"],
        evidence, synthetic, row["note"], row["created_by"], row["created_at"])


def _sightings(rows: Sequence[Row]) -> dict[str, Any]:
    seen = [row for row in rows if row["state"] in SIGHTINGS and row["seen_to"]]
    if not seen:
        return dict.fromkeys(("first_seen_from", "first_seen_to", "last_seen"))
    return {"first_seen_from": seen[0]["seen_from"], "first_seen_to": seen[0]["seen_to"],
            "last_seen": seen[-1]["seen_to"]}
