"""Reads one placemark of a KML: its texts by column, its time and its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yalu_plugin.core.importing.formats.html_text import plain_text
from yalu_plugin.core.importing.formats.point_shape import NOTHING, Shape, one_of, point_of
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.import_errors import DamagedGeometry

OPEN_END = ".."
_GEOMETRIES = ("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Model", "Track", "MultiTrack")
_TEXTS = {"name": "name", "description": "description", "Snippet": "snippet", "snippet": "snippet",
          "address": "address", "phoneNumber": "phone number"}
# Elements on drawing, and elements that are read elsewhere.
_NOT_TEXTS = frozenset((
    "visibility", "open", "styleUrl", "Style", "StyleMap", "Region", "TimeStamp", "TimeSpan", "LookAt", "Camera",
    "ExtendedData", "Metadata", "balloonVisibility", "AddressDetails", "Carousel", *_GEOMETRIES))


def placemark_texts(placemark: Element) -> dict[str, str]:
    """Return the texts by column, in the order of the file, without empty ones."""
    texts: dict[str, str] = {}
    for name, text in _named(placemark):
        text = plain_text(text)
        if text and texts.get(name) != text:
            _add(texts, name, text)
    return texts


def time_of(element: Element) -> str:
    """Return its TimeStamp or TimeSpan: 2025-07-30, 2025, 2024-04/2024-06, 2024/.. ; "" where it has none."""
    stamp, span = element.find("TimeStamp"), element.find("TimeSpan")
    when = stamp.child_text("when") if stamp is not None else ""
    if when or span is None:
        return when
    begin, end = span.child_text("begin"), span.child_text("end")
    return begin if begin == end else f"{begin or OPEN_END}/{end or OPEN_END}"


def placemark_shape(placemark: Element) -> Shape:
    """Return its point, or the type of another geometry. Raises DamagedGeometry."""
    shapes = [_shape(child) for child in placemark if child.tag in _GEOMETRIES]
    return shapes[0] if len(shapes) == 1 else one_of(shapes, "MultiGeometry")


def _named(placemark: Element) -> Iterator[tuple[str, str]]:
    if placemark.get("id"):
        yield "id", placemark.get("id", "")
    for child in placemark:
        if child.tag in ("ExtendedData", "Metadata"):
            yield from extended_texts(child)
        elif child.tag in ("author", "link"):
            yield child.tag, child.text or child.get("href", "")
        elif child.tag not in _NOT_TEXTS:
            yield _TEXTS.get(child.tag, child.tag), child.text
        elif child.tag in ("LookAt", "Camera") and time_of(child):
            yield "time of the view", time_of(child)  # what Google Earth showed when it was saved


def extended_texts(data: Element) -> Iterator[tuple[str, str]]:
    """Yield name and text of each value of an ExtendedData, whether a Schema declares it or not."""
    for child in data:
        if child.tag == "Data":
            yield child.get("name") or child.child_text("displayName"), child.child_text("value")
        elif child.tag == "SchemaData":
            for value in child:
                yield value.get("name") or value.tag, "; ".join(one.text for one in value if one.text) or value.text
        else:
            yield child.get("name") or child.tag, child.text


def _add(texts: dict[str, str], name: str, text: str) -> None:
    copy, free = 2, name or "data"
    while free in texts:
        if texts[free] == text:
            return
        free, copy = f"{name} ({copy})", copy + 1
    texts[free] = text


def _shape(geometry: Element) -> Shape:
    if geometry.tag == "Point":
        text = geometry.child_text("coordinates")
        numbers = re.split(r"[,\s]+", text.strip(", \t\r\n"))
        if not text:
            return NOTHING
        if len(numbers) > 3:
            raise DamagedGeometry(text=text[:60])
        return point_of(numbers)
    if geometry.tag == "MultiGeometry":
        return one_of([_shape(child) for child in geometry if child.tag in _GEOMETRIES], "MultiGeometry")
    return Shape(type=geometry.tag)
