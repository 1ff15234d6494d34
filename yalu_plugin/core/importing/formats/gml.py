"""Reads the features of a GML as a Source. GDAL would download the schemas it names, and write a sidecar file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.crs import WGS84, crs_name, in_wgs84
from yalu_plugin.core.importing.formats.point_shape import NOTHING, Shape, one_of, point_of
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.formats.xml_stream import OPENED, WHOLE, elements
from yalu_plugin.core.importing.import_source import ReadOptions, Source, UnknownCrs
from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.core.work_progress import Progress

_CONTAINERS = frozenset(("FeatureCollection", "featureMember", "featureMembers", "member", "members"))
_COLLECTED = ("MultiPoint", "MultiGeometry")
_GEOMETRIES = ("Point", "LineString", "Polygon", "Curve", "Surface", "MultiLineString", "MultiPolygon", "MultiCurve",
               "MultiSurface", "LinearRing", "Solid", *_COLLECTED)
_NORTH_FIRST = re.compile(r"urn:|https?://www\.opengis\.net/def/crs/", re.IGNORECASE)


def read_gml(content: Content, options: ReadOptions, progress: Progress) -> Source:
    """Read the features, numbered from 1. A CRS given as URN or URL has its official order of axes, else x is first.

    Raises MissingCrs, UnknownCrs, and the errors of XML and limits.
    """
    rows = RowList(content.path)
    rows_by_crs: dict[str, list[int]] = {}  # indexes of rows by the CRS as written
    default = ""
    for what, element in elements(content, _CONTAINERS, progress, options.encoding):
        if what == OPENED:
            default = element.get("srsName", default)
        elif what == WHOLE and element.tag == "boundedBy":
            default = _crs_in(element) or default
        elif what == WHOLE:
            rows_by_crs.setdefault(_crs_in(element) or default, []).append(len(rows.rows))
            _add(rows, element)
    found: dict[str, None] = {}
    for crs, indexes in rows_by_crs.items():
        found.setdefault(_transform_rows(content.path, rows, indexes, crs, options.crs))
    return Source(content.path, tuple(rows.columns), tuple(rows.rows), has_geometry=True,
                  crs=", ".join(name for name in found if name))


def _transform_rows(path: Path, rows: RowList, indexes: list[int], crs: str, given: str) -> str:
    """Transform the rows of one CRS to EPSG:4326; return its name."""
    chosen = [rows.rows[index] for index in indexes]
    if _NORTH_FIRST.match(crs) and _is_north_first(crs_name(crs)):
        chosen = [row._replace(lon=row.lat, lat=row.lon) for row in chosen]
    placed, name = in_wgs84(path, chosen, crs, given)
    for index, row in zip(indexes, placed):
        rows.rows[index] = row
    return name


def _is_north_first(name: str) -> bool:
    """Whether the CRS officially has north before east. Raises UnknownCrs."""
    if name == WGS84:
        return True
    need_geopandas()
    import pyproj
    try:
        axes: list[Any] = pyproj.CRS(name).axis_info
    except pyproj.exceptions.ProjError as error:
        raise UnknownCrs(str(error), crs=name) from error
    return bool(axes) and axes[0].direction.lower() == "north"


def _crs_in(element: Element) -> str:
    return next((part.get("srsName", "") for part in element.iter() if part.get("srsName")), "")


def _add(rows: RowList, feature: Element) -> None:
    values = {name: text for name, text in _texts(feature, "") if text}
    shapes = [part for child in feature for part in child if part.tag in _GEOMETRIES]
    try:
        shape = one_of([_shape(part) for part in shapes], "MultiGeometry") if len(shapes) != 1 else _shape(shapes[0])
    except YaluError as error:
        rows.add(len(rows.rows) + 1, values, error=error)
        return
    rows.add(len(rows.rows) + 1, values, shape.x, shape.y, shape.type)


def _texts(element: Element, before: str) -> Iterator[tuple[str, str]]:
    for child in element:
        if child.tag == "boundedBy" or any(part.tag in _GEOMETRIES for part in child):
            continue
        if any(child):
            yield from _texts(child, f"{before}{child.tag}.")
        else:
            yield before + child.tag, child.text


def _shape(geometry: Element) -> Shape:
    if geometry.tag in _COLLECTED:
        inner = [part for part in geometry.iter() if part is not geometry and part.tag in _GEOMETRIES]
        return one_of([_shape(part) for part in inner], geometry.tag)
    if geometry.tag != "Point":
        return Shape(type=geometry.tag)
    text = " ".join(part.text for part in geometry if part.tag in ("pos", "coordinates", "coord"))
    if geometry.find("coord") is not None:
        text = f"{geometry.child_text('coord/X')} {geometry.child_text('coord/Y')}"
    return point_of(re.split(r"[,\s]+", text.strip())) if text else NOTHING
