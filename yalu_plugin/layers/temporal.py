"""QGIS' temporal navigation and temporal layer properties, set for whole UTC days.

QGIS filters vector features by comparing make_datetime(...), from the range without its time zone, with
to_datetime(field), also without a zone. The states have dates without a time, so the two agree in every time zone of
the machine, as long as the range is in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from types import MappingProxyType

from qgis.core import Qgis, QgsDateTimeRange, QgsExpression, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

# without states that start on an invalid day: another program may have written it, and the text sorts after all days
LATEST = """"valid_to" IS NULL AND ("valid_from" IS NULL OR date("valid_from", '+0 days') = "valid_from")"""
LATEST_BEFORE = '"valid_to" IS NULL'  # in older projects
ALWAYS, LAST_DAY, NEVER = "0001-01-01", "9999-12-31", "9999-12-31T23:59:59"


def day_range(day_from: date, day_to: date) -> QgsDateTimeRange:
    """Return the range from 00:00:00 UTC on `day_from` to 23:59:59 UTC on `day_to`.

    It ends a second before midnight: a project file stores the end of its range, but not that the end is excluded, and
    the next day's states would show after the project is reopened. The end is excluded as in QGIS' temporal panel,
    which would correct another range and draw the map twice.
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


@contextmanager
def days_known(layer: QgsVectorLayer, days: tuple[date, date] | None) -> Iterator[None]:
    """Within the block, QGIS takes these UTC days for those of a `site_states` layer.

    QGIS' temporal panel asks the first temporal layer of a project for them, which would read all of its rows four
    times.
    """
    temporal = layer.temporalProperties()
    mode, fixed = temporal.mode(), temporal.fixedTemporalRange()
    temporal.setMode(Qgis.VectorTemporalMode.FixedTemporalRange)
    temporal.setFixedTemporalRange(day_range(*days) if days is not None else fixed)
    try:
        yield
    finally:
        temporal.setFixedTemporalRange(fixed)
        temporal.setMode(mode)


def show_latest_states(layer: QgsVectorLayer) -> None:
    """Show the latest state of each site: without a day on screen QGIS would draw all states of a site."""
    if layer.subsetString() != LATEST:
        extent = layer.extent()  # from the spatial index, which QGIS does not use for a part of the rows
        layer.setSubsetString(LATEST)
        layer.setExtent(extent)


def show_states_of_days(layer: QgsVectorLayer) -> None:
    """Show the states of the day on screen: undoes `show_latest_states`."""
    if layer.subsetString() in (LATEST, LATEST_BEFORE):
        layer.setSubsetString("")


def make_states_temporal(layer: QgsVectorLayer, retired: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Show the features of a `site_states` layer only from `valid_from` up to, not including, `valid_to`.

    Those of `retired` sites are shown up to the last day on which the site counts (ISO 8601, by id). Returns whether
    this changed the layer. An empty bound is open; a feature with an invalid day as bound is never shown. The dates are
    text, which QGIS compares as such; the expression builds one map of all retired sites, once per drawing. Without
    retired sites the two fields are used: QGIS would evaluate an expression for each row to find a new layer's range.
    """
    temporal, before = layer.temporalProperties(), _mode_and_end(layer)
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
    return _mode_and_end(layer) != before


def _mode_and_end(layer: QgsVectorLayer) -> tuple[object, str]:
    return layer.temporalProperties().mode(), layer.temporalProperties().endExpression()


def show_until_retired(layer: QgsVectorLayer, any_retired: bool) -> None:
    """Show the features of a layer of sites up to the day on which they are retired, if there are retired sites."""
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    temporal.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginIncludeEnd)
    temporal.setEndField("retired_on")
    temporal.setIsActive(any_retired)


def filter_retired(layers: Mapping[str, QgsVectorLayer | None], retired: Mapping[str, str]) -> None:
    """Have the layers of sites and states (by role) show on each day only the sites that count then, on any map.

    `retired`: as for make_states_temporal.
    """
    sites, states = (layers.get(role) for role in ("sites", "site_states"))
    is_new = states is not None and make_states_temporal(states, retired)
    if sites is not None and (is_new or sites.temporalProperties().isActive() != bool(retired)):
        show_until_retired(sites, bool(retired))
        is_new = True
    for layer in (sites, states) if is_new else ():
        if layer is not None:
            layer.triggerRepaint()


def show_sites_by_day(layers: Mapping[str, QgsVectorLayer], retired: Mapping[str, str]) -> None:
    """Filter as filter_retired, for pages: one state per site, whatever is set in the window."""
    filter_retired(layers, retired)
    if "site_states" in layers:
        show_states_of_days(layers["site_states"])


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day < LAST_DAY else NEVER
