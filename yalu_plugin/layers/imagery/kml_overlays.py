"""The ground overlays of a KML: pictures with the place and time that it states.

As in OGC KML 2.3: Icon/href in the KML's folder or the KMZ, LatLonBox or gx:LatLonQuad in WGS 84, TimeStamp or TimeSpan
of the overlay or of a folder or document around it.
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
from yalu_plugin.core.imagery.image_files import file_of, normalized_uri, split_uri
from yalu_plugin.core.imagery.synthetic import mentions_synthetic
from yalu_plugin.core.imagery.timespan import parse_time
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.path_checks import ExternalReference
from yalu_plugin.layers.imagery.untrusted_xml import UntrustedElement, parse
from yalu_plugin.layers.imagery.vsi import read

MAX_BYTES = 20_000_000
Corners = tuple[tuple[float, float], ...]  # longitude and latitude: lower left, lower right, upper right, upper left


class KmlTooLarge(YaluError):
    """A KML too large to be searched for ground overlays."""

    template = translatable("{path} is too large to be searched for ground overlays. Split it.")


class OverlayNotPlaced(YaluError):
    """A ground overlay whose place is not stated as required."""

    template = translatable("The ground overlay \"{name}\" in {path} is not placed ({detail}). Save it again.")


class OverlayPictureUnusable(YaluError):
    """A ground overlay whose picture is refused; `reason` is the text of the picture's error."""

    template = translatable("The ground overlay \"{name}\" in {path} was left out. {reason}")

    @classmethod
    def of(cls, uri: str, name: str, error: YaluError) -> OverlayPictureUnusable:
        """Return the error for the overlay `name` in the KML at `uri`, from the error of its picture."""
        return cls(error.detail, path=uri, name=name,
                   reason=Phrase(error.template, {"detail": error.detail, **error.values}))


class Overlay(NamedTuple):
    """A ground overlay: its name, the location of its picture, and the picture's corners in EPSG:4326.

    `metadata` is what the KML states of its time and whether it is synthetic, under the keys of raster metadata.
    """

    name: str
    picture: str
    corners: Corners
    metadata: dict[str, str]


def overlay(uri: str, number: int) -> Overlay:
    """Return the ground overlay of this number, from 1. Raises ExternalReference and OverlayNotPlaced."""
    element, metadata = _overlays(uri)[number - 1]
    parts = {child.name: child for child in element.children}
    name = parts["name"].text.strip() if "name" in parts else ""
    href = next((one.text.strip() for one in element.all() if one.name == "href"), "")
    if any(one.name == "region" for one in element.children):
        raise OverlayNotPlaced(path=uri, name=name, detail=tr("it is a tile of a super-overlay"))
    try:
        corners = _quad(parts["latlonquad"]) if "latlonquad" in parts else _box(parts["latlonbox"])
    except KeyError as error:
        raise OverlayNotPlaced(path=uri, name=name, detail=tr("it has no LatLonBox")) from error
    except ValueError as error:
        raise OverlayNotPlaced(path=uri, name=name, detail=str(error)) from error
    return Overlay(name or PurePath(href).name, _picture(uri, href), corners, metadata)


def count_overlays(uri: str) -> int:
    """Return the number of ground overlays with a picture. Raises KmlTooLarge and XmlUnreadable."""
    return len(_overlays(uri))


def _overlays(uri: str) -> tuple[tuple[UntrustedElement, dict[str, str]], ...]:
    about = file_of(uri).stat()
    return _read(uri, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=2)
def _read(uri: str, *_mark: int) -> tuple[tuple[UntrustedElement, dict[str, str]], ...]:
    """Return each ground overlay with the metadata of it and of the folders and documents around it."""
    content = read(uri, MAX_BYTES + 1)
    if b"groundoverlay" not in content.lower():
        return ()
    if len(content) > MAX_BYTES:
        raise KmlTooLarge(path=uri)
    found: list[tuple[UntrustedElement, dict[str, str]]] = []
    waiting: list[tuple[UntrustedElement, dict[str, str]]] = [(parse(uri, content), {})]
    while waiting:
        element, above = waiting.pop()
        metadata = _metadata(element, above)
        if element.name == "groundoverlay" and any(one.name == "href" and one.text.strip() for one in element.all()):
            found.append((element, metadata))
        elif element.name in ("", "kml", "document", "folder"):
            waiting += [(child, metadata) for child in reversed(list(element.children))]
    return tuple(found)


def _metadata(element: UntrustedElement, above: dict[str, str]) -> dict[str, str]:
    """Return the metadata inherited from `above`, overridden by the element's own time, name and description."""
    time = next((child for child in element.children if child.name in ("timestamp", "timespan")), None)
    words = (child.text for child in element.children if child.name in ("name", "snippet", "description"))
    synthetic = {"SYNTHETIC": "YES"} if "SYNTHETIC" in above or any(map(mentions_synthetic, words)) else {}
    return {**(above if time is None else _times(time)), **synthetic}


def _picture(uri: str, href: str) -> str:
    """Return the picture's location in the KML's folder or below. Raises ExternalReference for any other place."""
    if urlsplit(href).scheme or href.startswith(("/", "\\")):
        raise ExternalReference(path=uri, source=href)
    folder = split_uri(uri)[0]
    return normalized_uri(f"{folder}{unquote(href)}")


def _box(box: UntrustedElement) -> Corners:
    sides = {child.name: float(child.text) for child in box.children if child.name != "altitudemode"}
    if sides.get("rotation", 0):
        raise ValueError(tr("it is rotated"))
    north, south, east, west = (sides[side] for side in ("north", "south", "east", "west"))
    east += 360 if east < west else 0
    return _checked(((west, south), (east, south), (east, north), (west, north)))


def _quad(quad: UntrustedElement) -> Corners:
    text = next((child.text for child in quad.children if child.name == "coordinates"), "")
    numbers = [tuple(map(float, one.split(",")[:2])) for one in text.split()]
    if len(numbers) != 4 or any(len(one) != 2 for one in numbers):
        raise ValueError(tr("its LatLonQuad does not have four corners"))
    return _checked(tuple((one[0], one[1]) for one in numbers))


def _checked(corners: Corners) -> Corners:
    """Return the corners if they are places on Earth, counter-clockwise around an area. Raises ValueError."""
    good = all(math.isfinite(x) and abs(x) <= 540 and math.isfinite(y) and abs(y) <= 90 for x, y in corners)
    area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]))) if good else 0
    if not good or area <= 0:
        raise ValueError(tr("its corners are not places on Earth"))
    return corners


def _times(element: UntrustedElement) -> dict[str, str]:
    """Return a TimeStamp or closed TimeSpan as SENSING_START and SENSING_STOP; nothing for an open TimeSpan."""
    texts = {child.name: child.text.strip() for child in element.children}
    first, last = (texts.get(name, texts.get("when", "")) for name in ("begin", "end"))
    begin, end = _period_edge(first, 0), _period_edge(last, 1)
    return {"SENSING_START": begin, "SENSING_STOP": end} if begin and end else {}


def _period_edge(text: str, side: int) -> str:
    """Return the first (`side` 0) or last moment of a year, month, day or moment as in KML; empty for none."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", text)
    if match is not None:
        year, month = int(match[1]), int(match[2] or (12 if side else 1))
        if not (1 <= month <= 12 and year >= 1):
            return ""
        text = f"{year:04}-{month:02}-{monthrange(year, month)[1] if side else 1:02}"
    span = parse_time(text)
    return (span.end if side else span.begin).strftime("%Y-%m-%dT%H:%M:%SZ") if span else ""
