"""The types and errors of reading coordinates."""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

LATITUDE, LONGITUDE = "latitude", "longitude"
LIMITS = {LATITUDE: 90.0, LONGITUDE: 180.0}
GCJ_02, BD_09 = "GCJ-02", "BD-09"  # the shifted datums of Chinese maps
_MAX_QUOTED = 80  # characters of a text that an error quotes


class Angle(NamedTuple):
    """Decimal degrees as written, and the axis of its letter or label (None without one)."""

    degrees: float
    axis: str | None


class WrittenPosition(NamedTuple):
    """A place in decimal degrees on WGS 84, not checked against the range of degrees.

    `order_known` if the text shows which is the latitude (letters, words, MGRS, WKT, a link); else the two are in the
    order written. `datum` is GCJ_02 or BD_09 if the text is from a map that shifts its coordinates by some hundred
    metres: they are as written, not shifted back.
    """

    lat: float
    lon: float
    order_known: bool
    datum: str = ""


class CoordinateError(YaluError):
    """The text does not give a coordinate. Subclasses state the reason."""

    def __init__(self, detail: str = "", **values: object) -> None:
        if "text" in values:
            values["text"] = _short(str(values["text"]))
        super().__init__(detail, **values)


class EmptyCoordinate(CoordinateError):
    """There is no text."""

    template = translatable("The coordinate is missing. Add it to the file.")


class UnreadableCoordinate(CoordinateError):
    """The text is not written like a coordinate."""

    template = translatable(
        "“{text}” is not a coordinate. Write it as 41.411114, 128.186804 or 41°24'40\"N 128°11'12\"E.")


class AmbiguousCoordinate(CoordinateError):
    """The text can be read in more than one way."""

    template = translatable("“{text}” can be read in more than one way. Use decimal points and one comma.")


class SeveralPlaces(CoordinateError):
    """The text gives several different places."""

    template = translatable("“{text}” gives more than one place. Leave one, or make a row for each.")


class HalfCoordinate(CoordinateError):
    """There is only one of latitude and longitude."""

    template = translatable("“{text}” gives only one of latitude and longitude. Write both.")


class WrongAxis(CoordinateError):
    """The hemisphere letters contradict the column, or each other."""

    template = translatable(
        "The letters in “{text}” do not fit latitude and longitude. Use N or S once, E or W once.")


class CoordinateOutOfRange(CoordinateError):
    """A latitude beyond 90 or a longitude beyond 180 degrees."""

    template = translatable(
        "“{text}” is not on the globe: latitude ends at 90 and longitude at 180 degrees. Correct it.")


class NotAPoint(CoordinateError):
    """The geometry is a line or a polygon, which does not show where the site is."""

    template = translatable("The geometry is a {geometry}, and a site is one point. Draw it as a point.")


class OtherCrs(CoordinateError):
    """The geometry states a CRS other than degrees on WGS 84."""

    template = translatable("“{text}” is in the coordinate reference system {crs}. Write it in degrees on WGS 84.")


class ScaledCoordinate(CoordinateError):
    """The numbers are degrees times ten million, as phones store them."""

    template = translatable(
        "“{text}” may be degrees times ten million, and does not say so. Write degrees with a decimal point.")


class ShortPlusCode(CoordinateError):
    """A Plus Code lacks the part that locates its region."""

    template = translatable(
        "“{text}” is a short Plus Code: its first four characters are missing. Write it whole, as 8QHCC56P+CP.")


class CoarseReference(CoordinateError):
    """A grid reference or Plus Code names a square too large to be a place."""

    template = translatable(
        "“{text}” names a square of {km:g} km, which is not a place. Write the reference with more digits.")


class WrongGridReference(CoordinateError):
    """The letters and numbers of UTM or MGRS do not fit each other."""

    template = translatable(
        "The zone, letters and numbers of “{text}” do not fit each other. Correct the grid reference.")


class AmbiguousZone(CoordinateError):
    """A UTM zone has no hemisphere, or an S that may be the band S or the south."""

    template = translatable(
        "“{text}” does not say which hemisphere: S may also be the band from 32 to 40 degrees north. "
        "Write the zone with N for north, or the place in degrees.")


class LinkWithoutPlace(CoordinateError):
    """The link itself does not contain a place; nothing is downloaded."""

    template = translatable("The link “{text}” does not contain a place. Open it, and copy the coordinates.")


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _MAX_QUOTED else text[:_MAX_QUOTED] + "…"
