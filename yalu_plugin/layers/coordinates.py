"""The coordinates of a place in the notations that lists, maps, radios and phones use."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsCoordinateFormatter, QgsPointXY

from yalu_plugin.core.decimals import decimals
from yalu_plugin.core.mgrs import mgrs, utm, utm_zone
from yalu_plugin.core.plus_code import plus_code
from yalu_plugin.i18n import tr

NOTATIONS = ("dd", "ddm", "dms", "utm", "mgrs", "plus_code", "geo", "google_earth")  # the keys, in order
DEGREE_PLACES, MINUTE_PLACES, SECOND_PLACES = 6, 4, 2  # decimals: 0.1 m, 0.2 m, 0.3 m


class Notation(NamedTuple):
    """A place in one notation: its `key`, its `title` on screen, and the `text`, latitude first, WGS 84."""

    key: str
    title: str
    text: str


def notations(point: QgsPointXY) -> list[Notation]:
    """Return the place (EPSG:4326) in each notation that covers it: UTM and MGRS end at 80° south and 84° north."""
    titles, grid = notation_titles(), mgrs(point.x(), point.y())
    latitude, longitude = (decimals(degrees, DEGREE_PLACES) for degrees in (point.y(), point.x()))
    texts = {
        "dd": f"{latitude}, {longitude}",
        "ddm": in_degrees(point, QgsCoordinateFormatter.Format.FormatDegreesMinutes, MINUTE_PLACES),
        "dms": in_degrees(point, QgsCoordinateFormatter.Format.FormatDegreesMinutesSeconds, SECOND_PLACES),
        "utm": _utm(point) if grid else "",
        "mgrs": grid,
        "plus_code": plus_code(point.x(), point.y()),
        "geo": f"geo:{latitude},{longitude}",  # RFC 5870; WGS 84 as it names no other CRS
        "google_earth": f"https://earth.google.com/web/search/{latitude},{longitude}"}
    return [Notation(key, titles[key], texts[key]) for key in NOTATIONS if texts[key]]


def in_notation(point: QgsPointXY, key: str) -> Notation:
    """Return the place (EPSG:4326) in a notation, in decimal degrees where that one does not cover it."""
    found = {one.key: one for one in notations(point)}
    return found.get(key) or found["dd"]


def notation_titles() -> dict[str, str]:
    """Return the titles of the notations by key, in the user's language."""
    return {"dd": tr("Decimal degrees"), "ddm": tr("Degrees, minutes"), "dms": tr("Degrees, minutes, seconds"),
            "utm": tr("UTM"), "mgrs": tr("MGRS"), "plus_code": tr("Plus Code"), "geo": tr("geo: link"),
            "google_earth": tr("Google Earth link")}


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
