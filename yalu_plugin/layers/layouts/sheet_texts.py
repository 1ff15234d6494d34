"""The texts of a site sheet: position, place along the river, county, observations, sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from qgis.core import QgsCoordinateFormatter, QgsPointXY

from yalu_plugin.core.imagery.image_files import image_name
from yalu_plugin.core.imagery.tile_grid import is_tiles
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.mgrs import mgrs
from yalu_plugin.core.plain_text import in_sentence, one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.retired import is_retired
from yalu_plugin.core.value_labels import (
    CONFIDENCE_LABELS,
    LIKELIHOOD_LABELS,
    REASON_LABELS,
    SIDE_LABELS,
)
from yalu_plugin.i18n import tr
from yalu_plugin.layers.bundled import bundled_text, county_name
from yalu_plugin.layers.coordinates import in_degrees
from yalu_plugin.layers.display_names import kind_name, state_name
from yalu_plugin.layers.imagery.wms_provider import is_map
from yalu_plugin.layers.layouts.statements import citation

NAME = 30  # characters of an image's name


def subtitle(number: int, site: Row, state: Row | None, day: str) -> str:
    """Return the number on maps (not of a retired site), kind, confidence, and the state on the day with its days."""
    kind = kind_name(site["kind"]) if site["kind"] else tr("kind not stated")
    sure = tr(CONFIDENCE_LABELS[site["confidence"]]) if site["confidence"] in CONFIDENCE_LABELS else ""
    state_label = state_name(state["state"] if state else None)
    seen = days(state) if state and state["seen_to"] else ""
    state_on_day = tr("state on {day}: {state}").format(day=day, state=state_label) + (
        " (" + tr("seen {days}").format(days=seen) + ")" if seen else "")
    retired = tr("retired on {day}").format(day=site["retired_on"]) if is_retired(site, day) else ""
    number_label = "" if retired else tr("No. {numbers}").format(numbers=number)
    return "  ·  ".join(part for part in (number_label, kind, sure, state_on_day, retired) if part)


def position(site: Row, point: QgsPointXY) -> str:
    """Return decimal degrees, degrees with minutes and seconds, MGRS, and the accuracy of the position."""
    dms = in_degrees(point, QgsCoordinateFormatter.Format.FormatDegreesMinutesSeconds, 1)
    accuracy = site["location_accuracy_m"]
    places = 6 if accuracy else 5  # a sixth digit would imply a decimetre
    lines = (f"{point.y():.{places}f}, {point.x():.{places}f}", dms, "MGRS " + (mgrs(point.x(), point.y()) or "-"),
             tr("WGS 84, latitude first; accuracy {metres:g} m").format(metres=round(accuracy, 1)) if accuracy
             else tr("WGS 84, latitude first; accuracy not stated"))
    return "\n".join(lines)


def along_river(site: Row, number: int | None, table: Sequence[Mapping[str, Any]], datum: str, error: str,
                day: date) -> str:
    """Return chainage, offset and side, county, and the neighbours on either side with their distances.

    `table`: the measured crossings in order downstream (core.corridor.measure.COLUMNS). `number`: the index of this
    site in it. `error`: why nothing is measured. `day`: the UTC day of the sheet.
    """
    if number is None:
        if error:
            return tr("Not measured: {why}").format(why=error)
        if is_retired(site, day):
            return "\n".join((tr("Retired: not measured with those that count."), county(site, None)))
        if site["kind"] not in CROSSING_KINDS:
            return "\n".join((tr("Not a crossing: no chainage."), county(site, None)))
        return "\n".join((tr("Farther than 5 km from the river line: no chainage."), county(site, None)))
    row = table[number]
    lines = [tr("Chainage km {km:.2f} (downstream of {datum})").format(km=row["chainage_km"], datum=datum),
             tr("{metres:.0f} m from the river line, {side} looking downstream").format(
                 metres=row["offset_m"], side=tr(SIDE_LABELS[row["side"]])),
             county(site, row),
             _neighbour(tr("Upstream"), table, number - 1, number - 1),
             _neighbour(tr("Downstream"), table, number + 1, number)]
    return "\n".join(lines)


def county(site: Row, row: Mapping[str, Any] | None) -> str:
    """Return the county, with its source and certainty."""
    name = county_name(site["county"] or (row["county"] if row is not None else ""))
    if not name:
        return tr("County: not known")
    if site["county"] or row is None:
        return tr("County: {county} (according to the site's source)").format(county=name)
    if row["county_certain"]:
        return tr("County: {county} (by river reach)").format(county=name)
    return tr("County: {county}, uncertain (within 2 km of a border between counties)").format(county=name)


def days_shared(images: Iterable[Row]) -> set[str]:
    """Return the days (ISO 8601) on which there is more than one image."""
    return {day for day, count in Counter(map(_day, images)).items() if day and count > 1}


def observation_line(row: Row, images: Mapping[str, Row], sources: Mapping[str, Row], shared: Collection[str] = ()
                     ) -> dict[str, str]:
    """Return an observation as columns of the sheet's table; on `shared` days, with the name of its image."""
    image, source = images.get(row["image_id"]), sources.get(row["source_id"])
    name = _name(image) if image is not None and _day(image) in shared else ""
    evidence = "" if image is None else " ".join(
        part for part in (tr("image"), image["platform"], _day(image), f"({name})" if name else "") if part)
    state = state_name(row["state"]) if row["state"] else ""
    reason = tr(REASON_LABELS[row["reason"]]) if row["reason"] in REASON_LABELS else ""
    below = tr("below resolution") if row.get("below_resolution") else ""
    likely = tr(LIKELIHOOD_LABELS[row["likelihood"]]) if row.get("likelihood") in LIKELIHOOD_LABELS else ""
    state = f"{state} ({reason})" if reason else state
    return {"site_id": row["site_id"], "days": days(row),
            "state": ", ".join(part for part in (state, below, likely) if part),
            "evidence": evidence or (citation(source) if source else tr("not stated")),
            "note": bundled_text(row["note"])}


def _day(image: Row) -> str:
    return str(image["acquired_from"] or "")[:10]


def _name(image: Row) -> str:
    uri = str(image["uri"] or "")
    return "" if is_tiles(uri) or is_map(uri) else one_line(image_name(uri), NAME)


def sources(site: Row, observations: Sequence[Row], rows: Mapping[str, Row]) -> str:
    """Return the sources of the site and of its observations, one per line."""
    named = dict.fromkeys([site["source_id"], *(row["source_id"] for row in observations)])
    cited = [citation(rows[name]) for name in named if name in rows]
    return "\n".join(cited or [tr("No source: added by the survey's own analysts.")])


def days(row: Row) -> str:
    """Return the days on which something was seen: one, from the first to the last, or up to the last."""
    first, last = row["seen_from"], row["seen_to"]
    if not last:
        return tr("undated")
    if not first:
        return tr("up to {day}").format(day=last)
    return str(last) if first == last else tr("{first} to {last}").format(first=first, last=last)


def _neighbour(heading: str, table: Sequence[Mapping[str, Any]], other: int, gap: int) -> str:
    if not 0 <= other < len(table):
        return tr("{heading}: no further crossing known").format(heading=heading)
    return tr("{heading}: {name}, {along:.2f} km along the river, {straight:.2f} km straight").format(
        heading=heading, name=in_sentence(table[other]["name"]), along=table[gap]["gap_along_km"],
        straight=table[gap]["gap_straight_km"])
