"""The ground overlays of a KML: pictures with the place and the time that it gives them.

As in OGC KML 2.3: Icon/href from the KML's folder or the KMZ, LatLonBox or gx:LatLonQuad in WGS 84, TimeStamp or
TimeSpan of the overlay or of what it lies in.
"""

from __future__ import annotations

import math
import re
from calendar import monthrange
from functools import lru_cache
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import file_of, normal, split
from yalu_plugin.core.imagery.synthetic import says_synthetic
from yalu_plugin.core.imagery.timespan import parse_time
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.confine import ReachesOut
from yalu_plugin.layers.imagery.vsi import read
from yalu_plugin.layers.imagery.xml import Element, parse

LARGEST = 20_000_000  # bytes
Corners = tuple[tuple[float, float], ...]  # longitude and latitude: lower left, lower right, upper right, upper left


class KmlTooLarge(YaluError):
    """A KML too large to be read for ground overlays."""

    template = translatable("{path} is too large to be looked through for ground overlays. Split it.")


class OverlayUnplaced(YaluError):
    """A ground overlay whose place is not given as it should be."""

    template = translatable("The ground overlay \"{name}\" in {path} is not placed ({detail}). Save it again.")


class OverlayPictureUnusable(YaluError):
    """A ground overlay whose picture is refused, for the `reason` of the error that it is made of."""

    template = translatable("The ground overlay \"{name}\" in {path} was left out. {reason}")

    @classmethod
    def of(cls, uri: str, name: str, error: YaluError) -> OverlayPictureUnusable:
        """The overlay of this name in the KML at `uri`, and what is wrong with its picture."""
        return cls(error.detail, path=uri, name=name,
                   reason=Phrase(error.template, {"detail": error.detail, **error.values}))


class Overlay(NamedTuple):
    """One ground overlay: its name, where its picture is, and that picture's corners in EPSG:4326.

    `told` is the KML's word on its time and on whether it is synthetic, under the keys of metadata.
    """

    name: str
    picture: str
    corners: Corners
    told: dict[str, str]


def overlay(uri: str, number: int) -> Overlay:
    """The ground overlay of this number, from 1. Raises ReachesOut and OverlayUnplaced."""
    element, told = _overlays(uri)[number - 1]
    parts = {child.name: child for child in element.children}
    name = parts["name"].text.strip() if "name" in parts else ""
    href = next((one.text.strip() for one in element.all() if one.name == "href"), "")
    if any(one.name == "region" for one in element.children):
        raise OverlayUnplaced(path=uri, name=name, detail=tr("it is a tile of a super-overlay"))
    try:
        corners = _quad(parts["latlonquad"]) if "latlonquad" in parts else _box(parts["latlonbox"])
    except KeyError as error:
        raise OverlayUnplaced(path=uri, name=name, detail=tr("it has no LatLonBox")) from error
    except ValueError as error:
        raise OverlayUnplaced(path=uri, name=name, detail=str(error)) from error
    return Overlay(name or PurePath(href).name, _picture(uri, href), corners, told)


def count_overlays(uri: str) -> int:
    """How many ground overlays with a picture the KML has. Raises KmlTooLarge and XmlUnreadable."""
    return len(_overlays(uri))


def _overlays(uri: str) -> tuple[tuple[Element, dict[str, str]], ...]:
    about = file_of(uri).stat()
    return _read(uri, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=2)
def _read(uri: str, *_mark: int) -> tuple[tuple[Element, dict[str, str]], ...]:
    """Each ground overlay with what is told of it, or of a folder or document that it lies in."""
    content = read(uri, LARGEST + 1)
    if b"groundoverlay" not in content.lower():
        return ()
    if len(content) > LARGEST:
        raise KmlTooLarge(path=uri)
    found: list[tuple[Element, dict[str, str]]] = []
    waiting: list[tuple[Element, dict[str, str]]] = [(parse(uri, content), {})]
    while waiting:
        element, above = waiting.pop()
        told = _told(element, above)
        if element.name == "groundoverlay" and any(one.name == "href" and one.text.strip() for one in element.all()):
            found.append((element, told))
        elif element.name in ("", "kml", "document", "folder"):
            waiting += [(child, told) for child in reversed(list(element.children))]
    return tuple(found)


def _told(element: Element, above: dict[str, str]) -> dict[str, str]:
    """What is told `above` of a document, folder or overlay, and by its own time, name and description."""
    time = next((child for child in element.children if child.name in ("timestamp", "timespan")), None)
    words = (child.text for child in element.children if child.name in ("name", "snippet", "description"))
    synthetic = {"SYNTHETIC": "YES"} if "SYNTHETIC" in above or any(map(says_synthetic, words)) else {}
    return {**(above if time is None else _times(time)), **synthetic}


def _picture(uri: str, href: str) -> str:
    """Where the picture is: beside the KML or below. Raises ReachesOut for any other place."""
    if urlsplit(href).scheme or href.startswith(("/", "\\")):
        raise ReachesOut(path=uri, source=href)
    folder = split(uri)[0]
    return normal(f"{folder}{unquote(href)}")


def _box(box: Element) -> Corners:
    told = {child.name: float(child.text) for child in box.children if child.name != "altitudemode"}
    if told.get("rotation", 0):
        raise ValueError(tr("it is rotated"))
    north, south, east, west = (told[side] for side in ("north", "south", "east", "west"))
    east += 360 if east < west else 0
    return _checked(((west, south), (east, south), (east, north), (west, north)))


def _quad(quad: Element) -> Corners:
    text = next((child.text for child in quad.children if child.name == "coordinates"), "")
    numbers = [tuple(map(float, one.split(",")[:2])) for one in text.split()]
    if len(numbers) != 4 or any(len(one) != 2 for one in numbers):
        raise ValueError(tr("its LatLonQuad has not four corners"))
    return _checked(tuple((one[0], one[1]) for one in numbers))


def _checked(corners: Corners) -> Corners:
    """The corners, if they are places on Earth, counter-clockwise around an area."""
    good = all(math.isfinite(x) and abs(x) <= 540 and math.isfinite(y) and abs(y) <= 90 for x, y in corners)
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]))) if good else 0
    if not good or area <= 0:
        raise ValueError(tr("its corners are no places on Earth"))
    return corners


def _times(element: Element) -> dict[str, str]:
    """A TimeStamp or a closed TimeSpan as SENSING_START and SENSING_STOP; one that is open at an end dates nothing."""
    told = {child.name: child.text.strip() for child in element.children}
    first, last = (told.get(name, told.get("when", "")) for name in ("begin", "end"))
    begin, end = _day_or_more(first, 0), _day_or_more(last, 1)
    return {"SENSING_START": begin, "SENSING_STOP": end} if begin and end else {}


def _day_or_more(text: str, side: int) -> str:
    """The first or last moment of a year, a month, a day or a moment, as KML writes them; empty for none."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", text)
    if match is not None:
        year, month = int(match[1]), int(match[2] or (12 if side else 1))
        if not (1 <= month <= 12 and year >= 1):
            return ""
        text = f"{year:04}-{month:02}-{monthrange(year, month)[1] if side else 1:02}"
    span = parse_time(text)
    return (span.end if side else span.begin).strftime("%Y-%m-%dT%H:%M:%SZ") if span else ""
