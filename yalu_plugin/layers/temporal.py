"""QGIS' own temporal navigation and temporal layer properties, set for whole UTC days.

QGIS filters vector features with make_datetime(...) from the range's own clock, without a zone, against
to_datetime(field), also without one. The states carry dates without a time, so the two agree whatever the zone of
the machine, as long as the range is written in UTC.
"""

from __future__ import annotations

from datetime import date

from qgis.core import Qgis, QgsDateTimeRange, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

LATEST = '"valid_to" IS NULL'


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


def make_states_temporal(layer: QgsVectorLayer) -> None:
    """Show the features of a `site_states` layer only from `valid_from` up to, not including, `valid_to`.

    An empty bound is open. Takes back `show_latest_states`. The dates are text, as they were in the view of version 1;
    QGIS reads text and dates alike here.
    """
    if layer.subsetString() == LATEST:
        layer.setSubsetString("")
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    temporal.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd)
    temporal.setStartField("valid_from")
    temporal.setEndField("valid_to")
    temporal.setIsActive(True)
