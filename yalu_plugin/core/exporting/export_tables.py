"""The tables of an export: sites, observations and states, with the same columns in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, NamedTuple, Optional

from yalu_plugin.core.exporting.export_files import AT, OBSERVATION, ROLE, SCOPE, SHORT_NAMES, SITE, STATE
from yalu_plugin.core.exporting.site_export import SiteExport, SurveyExport
from yalu_plugin.core.mgrs import mgrs
from yalu_plugin.core.work_progress import Progress

DAY_START = "day_start"  # a date that stands for the moment at which it begins
Place = Optional[tuple[float, float]]  # longitude and latitude, EPSG:4326
Values = Callable[[Any], Any]


class ExportColumn(NamedTuple):
    """One column: `type` as in core.schema, or DAY_START; `short` is its name where a format allows ten characters."""

    name: str
    type: str
    short: str


class ExportTable(NamedTuple):
    """One table: `rows` yields the place and the values of each row; `is_spatial` is false for a table without places.

    Values are None for empty, ISO 8601 text for dates and times (UTC), else of the type of the column.
    """

    name: str
    columns: Sequence[ExportColumn]
    rows: Callable[[Progress], Iterator[tuple[Place, list[Any]]]]
    is_spatial: bool = True


def site_table(export: SurveyExport) -> ExportTable:
    """Return the table of the sites, one row for each. Its columns as stated in the survey may be edited."""
    common = [*_common(export, SITE), export.day and export.day.isoformat(), export.line, export.datum, export.record]
    columns = (*_named(_SITE), *_named(_COMMON), *_named(_MEASURED))
    values = [value for *_, value in _SITE]

    def rows(progress: Progress) -> Iterator[tuple[Place, list[Any]]]:
        for site in export.sites(progress):
            yield _place(site), [*(value(site) for value in values), *common]
    return ExportTable("sites", columns, rows)


def waypoint_table(export: SurveyExport) -> ExportTable:
    """Return the table of the sites as waypoints of GPX, which have a name and a description that may be edited.

    The name is the one shown; `exported_name` and `exported_note` are what the two were.
    """
    sites = site_table(export)
    at = {column.name: number for number, column in enumerate(sites.columns)}
    others = [number for name, number in at.items() if name not in ("label", "name", "note")]
    moved = [at["label"], at["note"], at["label"], at["note"]]

    def rows(progress: Progress) -> Iterator[tuple[Place, list[Any]]]:
        for place, values in sites.rows(progress):
            yield place, [values[number] for number in (*moved, *others)]
    named = (_plain("name"), _plain("desc"), _plain("exported_name"), _plain("exported_note"))
    return ExportTable("waypoints", (*_named(named), *(sites.columns[number] for number in others)), rows)


def observation_table(export: SurveyExport) -> ExportTable:
    """Return the table of the observations of the exported sites."""
    common, values = _common(export, OBSERVATION), [value for *_, value in _OBSERVATION]

    def rows(progress: Progress) -> Iterator[tuple[Place, list[Any]]]:
        for site in export.sites(progress):
            for one in site.observations:
                label = export.labels.state(one.state)
                yield None, [site.site_id, site.label, label, *(value(one) for value in values), *common]
    return ExportTable("observations", (*_named(_OF_SITE), *_named(_OBSERVATION), *_named(_COMMON)), rows, False)


def state_table(export: SurveyExport) -> ExportTable:
    """Return the table of the states over time, for programs with a time slider; it is not read back.

    A state is valid from the start of its first day up to, not including, `valid_to`; an empty bound is open.
    """
    common = _common(export, STATE)

    def rows(progress: Progress) -> Iterator[tuple[Place, list[Any]]]:
        for site in export.sites(progress):
            for span in site.spans():
                yield _place(site), [
                    site.site_id, site.label, site.kind, site.kind_label, span.state,
                    export.labels.state(span.state), span.valid_from, span.valid_to, span.seen_from,
                    span.seen_to, span.observation_id, *common]
    return ExportTable("states", (*_named(_STATE), *_named(_COMMON)), rows)


def _place(site: SiteExport) -> Place:
    return None if site.longitude is None or site.latitude is None else (site.longitude, site.latitude)


def _common(export: SurveyExport, role: str) -> list[Any]:
    return [role, export.scope, export.exported_at, export.survey_id]


def _coordinates(site: SiteExport) -> str | None:
    return None if site.longitude is None else f"{site.latitude!r}, {site.longitude!r}"


def _mgrs(site: SiteExport) -> str | None:
    place = _place(site)
    return None if place is None else mgrs(*place)


def _rounded(name: str, places: int, site: SiteExport) -> float | None:
    value = getattr(site, name)
    return None if value is None else round(value, places)


_Spec = tuple[str, str, str, Values]


def _plain(name: str, kind: str = "text", short: str = "") -> _Spec:
    return name, kind, short or name, attrgetter(name)


def _named(specs: Sequence[_Spec]) -> tuple[ExportColumn, ...]:
    return tuple(ExportColumn(*spec[:3]) for spec in specs)


_SITE: tuple[_Spec, ...] = (
    _plain("label"), _plain("name"), _plain("kind"), _plain("kind_label"),
    _plain("latitude", "real"), _plain("longitude", "real"), ("coordinates", "text", "coords", _coordinates),
    ("mgrs", "text", "mgrs", _mgrs), _plain("location_accuracy_m", "real", "accuracy_m"),
    _plain("state"), _plain("state_label", short="state_lab"), _plain("state_since", "date", "state_sinc"),
    _plain("state_from", "date"), _plain("state_to", "date"), _plain("state_date_kind", short="state_dkin"),
    ("rival_states", "text", "rivals", lambda site: ", ".join(site.rival_states)),
    _plain("first_seen_from", "date", "first_from"), _plain("first_seen_to", "date", "first_to"),
    _plain("last_seen", "date"),
    ("chainage_km", "real", "chain_km", partial(_rounded, "chainage_km", 3)),
    ("offset_m", "real", "offset_m", partial(_rounded, "offset_m", 1)), _plain("side"), _plain("bank"),
    _plain("county"), _plain("county_along", short="county_km"), _plain("county_certain", "boolean", "county_ok"),
    _plain("at_fence_gate", short="fence_gate"), _plain("confidence"), _plain("retired_on", "date"),
    _plain("note"), _plain("source_title", short="source"), _plain("source_ref"),
    ("observations", "integer", "observed", lambda site: len(site.observations)),
    ("synthetic", "boolean", "synthetic", lambda site: any(one.synthetic for one in site.observations)),
    _plain("created_by"), _plain("created_at", "datetime"), _plain("modified_by", short="changed_by"),
    _plain("modified_at", "datetime", "changed_at"), _plain("replaces_site_id", short="replaces"), _plain("source_id"),
    _plain("site_id"))
_COMMON: tuple[_Spec, ...] = (
    _plain(ROLE, short=SHORT_NAMES[ROLE]), _plain(SCOPE, short=SHORT_NAMES[SCOPE]),
    _plain(AT, "datetime", SHORT_NAMES[AT]), _plain("survey_id"))
_MEASURED: tuple[_Spec, ...] = (
    _plain("state_on", "date"), _plain("river_line", short="river"), _plain("datum"), _plain("record"))
_OF_SITE: tuple[_Spec, ...] = (_plain("site_id"), _plain("label"), _plain("state_label", short="state_lab"))
_OBSERVATION: tuple[_Spec, ...] = tuple(_plain(name, *more) for name, *more in (
    ("state",), ("seen_from", "date"), ("seen_to", "date"), ("date_kind",), ("reason",), ("confidence",),
    ("likelihood",), ("below_resolution", "boolean", "below_res"), ("evidence",), ("synthetic", "boolean"), ("note",),
    ("created_by",), ("created_at", "datetime"), ("image_id",), ("source_id",),
    ("observation_id", "text", "observ_id")))
_STATE: tuple[_Spec, ...] = (
    _plain("state_of_site_id", short="of_site_id"), _plain("label"), _plain("kind"), _plain("kind_label"),
    _plain("state"), _plain("state_label", short="state_lab"), _plain("valid_from", DAY_START),
    _plain("valid_to", DAY_START), _plain("seen_from", "date"), _plain("seen_to", "date"),
    _plain("observation_id", short="observ_id"))
