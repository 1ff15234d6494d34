"""The coordinates of a place in the notations that lists, maps, radios and phones use."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsCoordinateFormatter, QgsPointXY

from yalu_plugin.core.mgrs import mgrs, utm, utm_zone
from yalu_plugin.core.plus_code import plus_code
from yalu_plugin.i18n import tr

NOTATIONS = ("dd", "ddm", "dms", "utm", "mgrs", "plus_code")  # the keys, in order
DEGREE_PLACES, MINUTE_PLACES, SECOND_PLACES = 6, 4, 2  # decimals: 0.1 m, 0.2 m, 0.3 m


class Notation(NamedTuple):
    """A place in one notation: its `key`, its `title` on screen, and the `text`, latitude first, WGS 84."""

    key: str
    title: str
    text: str


def notations(point: QgsPointXY) -> list[Notation]:
    """Return the place (EPSG:4326) in each notation that covers it: UTM and MGRS end at 80° south and 84° north."""
    grid = mgrs(point.x(), point.y())
    found = (Notation("dd", tr("Decimal degrees"), f"{point.y():.{DEGREE_PLACES}f}, {point.x():.{DEGREE_PLACES}f}"),
             Notation("ddm", tr("Degrees, minutes"),
                      in_degrees(point, QgsCoordinateFormatter.Format.FormatDegreesMinutes, MINUTE_PLACES)),
             Notation("dms", tr("Degrees, minutes, seconds"),
                      in_degrees(point, QgsCoordinateFormatter.Format.FormatDegreesMinutesSeconds, SECOND_PLACES)),
             Notation("utm", tr("UTM"), _utm(point) if grid else ""),
             Notation("mgrs", tr("MGRS"), grid),
             Notation("plus_code", tr("Plus Code"), plus_code(point.x(), point.y())))
    return [one for one in found if one.text]


def in_degrees(point: QgsPointXY, form: QgsCoordinateFormatter.Format, places: int) -> str:
    """Return the place (EPSG:4326) with so many decimals of its last part.

    The letters N, S, E, W are the same in every language: QGIS translates its letters, and has none for 0.
    """
    plain = QgsCoordinateFormatter.FormatFlags()
    latitude = QgsCoordinateFormatter.formatY(abs(point.y()), form, places, plain)
    longitude = QgsCoordinateFormatter.formatX(abs(point.x()), form, places, plain)
    return f"{latitude}{'N' if point.y() >= 0 else 'S'}, {longitude}{'E' if point.x() >= 0 else 'W'}"


def _utm(point: QgsPointXY) -> str:
    """Return zone and hemisphere, easting and northing in whole metres.

    The letter is not that of the MGRS band, which is S from 32° to 40° north.
    """
    zone = utm_zone(point.x(), point.y())
    easting, northing = utm(point.x(), point.y(), zone)
    return f"{zone}{'N' if point.y() >= 0 else 'S'} {easting:.0f} {northing:.0f}"
