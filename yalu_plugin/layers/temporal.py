"""QGIS' own temporal navigation and temporal layer properties, set for whole UTC days.

QGIS filters vector features with make_datetime(...) from the range's own clock, without a zone, against
to_datetime(field), also without one. The states carry dates without a time, so the two agree whatever the zone of
the machine, as long as the range is written in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from qgis.core import Qgis, QgsDateTimeRange, QgsExpression, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

# not one that begins with a day that is none: another program may have written it, and the text comes after all days
LATEST = """"valid_to" IS NULL AND ("valid_from" IS NULL OR date("valid_from", '+0 days') = "valid_from")"""
LATEST_BEFORE = '"valid_to" IS NULL'  # as projects of before have it
ALWAYS, LAST_DAY, NEVER = "0001-01-01", "9999-12-31", "9999-12-31T23:59:59"


def day_range(day_from: date, day_to: date) -> QgsDateTimeRange:
    """From 00:00:00 UTC on `day_from` up to 23:59:59 UTC on `day_to`.

    It ends a second early, not at the next midnight: a project file keeps the end of its range but not that it is
    left out, and the next day's states would show after reopening it. It leaves its end out because QGIS' temporal
    panel does: another range would be corrected by the panel, and the map drawn twice.
    """
    begin = QDateTime(QDate(day_from.year, day_from.month, day_from.day), QTime(0, 0), Qt.TimeSpec.UTC)
    end = QDateTime(QDate(day_to.year, day_to.month, day_to.day), QTime(23, 59, 59), Qt.TimeSpec.UTC)
    return QgsDateTimeRange(begin, end, True, False)


def show_day(navigation: QgsTemporalNavigationObject, day_from: date, day_to: date) -> None:
    """Set QGIS' temporal navigation to the fixed range of these UTC days."""
    fixed = Qgis.TemporalNavigationMode.FixedRange
    if navigation.navigationMode() != fixed:
        navigation.setNavigationMode(fixed)
    navigation.setTemporalExtents(day_range(day_from, day_to))


def show_all(navigation: QgsTemporalNavigationObject) -> None:
    """Switch QGIS' temporal navigation off again."""
    navigation.setNavigationMode(Qgis.TemporalNavigationMode.Disabled)


def show_latest_states(layer: QgsVectorLayer) -> None:
    """Show the latest state of each site: without a day on screen QGIS would draw all that a site ever had."""
    layer.setSubsetString(LATEST)


def show_states_of_days(layer: QgsVectorLayer) -> None:
    """Show the states of the day on screen: takes back `show_latest_states`."""
    if layer.subsetString() in (LATEST, LATEST_BEFORE):
        layer.setSubsetString("")


def make_states_temporal(layer: QgsVectorLayer, retired: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Show the features of a `site_states` layer only from `valid_from` up to, not including, `valid_to`, and those of
    `retired` sites up to the last day that they count (ISO 8601), by id. Whether that is new to the layer.

    An empty bound is open; what has one that is no day is never shown. The dates are text, which QGIS compares as it
    stands; of all retired sites it makes one map, once for each drawing. Where none is retired the two fields say it
    as fast, and QGIS, which asks a new layer for all its time, has not to evaluate an expression for each row.
    """
    temporal, was = layer.temporalProperties(), _mode_and_end(layer)
    temporal.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd)
    if retired:
        last = ", ".join(f"{QgsExpression.quotedString(site_id)}, '{_day_after(day)}'"
                         for site_id, day in sorted(retired.items()))
        ends = f"coalesce(\"valid_to\", '{NEVER}'), coalesce(map_get(map({last}), \"site_id\"), '{NEVER}')"
        temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
        temporal.setStartExpression(f"to_datetime(coalesce(\"valid_from\", '{ALWAYS}'))")
        temporal.setEndExpression(f"to_datetime(array_min(array({ends})))")
    else:
        temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
        temporal.setStartField("valid_from")
        temporal.setEndField("valid_to")
        temporal.setEndExpression("")
    temporal.setIsActive(True)
    return _mode_and_end(layer) != was


def _mode_and_end(layer: QgsVectorLayer) -> tuple[object, str]:
    return layer.temporalProperties().mode(), layer.temporalProperties().endExpression()


def show_until_retired(layer: QgsVectorLayer, any_retired: bool) -> None:
    """Show the features of a layer of sites up to the day on which they are retired, where there are such sites."""
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    temporal.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginIncludeEnd)
    temporal.setEndField("retired_on")
    temporal.setIsActive(any_retired)


def show_those_that_count(layers: Mapping[str, QgsVectorLayer | None], retired: Mapping[str, str]) -> None:
    """Have the layers of sites and of states (by role) show on each day those sites that count then, on whatever map;
    `retired` as for make_states_temporal.
    """
    sites, states = (layers.get(role) for role in ("sites", "site_states"))
    is_new = states is not None and make_states_temporal(states, retired)
    if sites is not None and (is_new or sites.temporalProperties().isActive() != bool(retired)):
        show_until_retired(sites, bool(retired))
        is_new = True
    for layer in (sites, states) if is_new else ():
        if layer is not None:
            layer.triggerRepaint()


def show_sites_of_days(layers: Mapping[str, QgsVectorLayer], retired: Mapping[str, str]) -> None:
    """As show_those_that_count, for pages: one state a site, whatever was changed in the window."""
    show_those_that_count(layers, retired)
    if "site_states" in layers:
        show_states_of_days(layers["site_states"])


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day < LAST_DAY else NEVER
