"""Transforms the points of a source to EPSG:4326; a CRS that is not stated is never assumed."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

from yalu_plugin.core.importing.import_errors import OutsideCrs
from yalu_plugin.core.importing.import_source import MissingCrs, SourceRow, UnknownCrs
from yalu_plugin.core.requirements import need_geopandas

WGS84 = "EPSG:4326"
_DEGREES = re.compile(r"(urn:(x-)?ogc:def:crs:)?(EPSG:[\d.]*:?:?4326|OGC:([\d.]+|)?:?:?CRS84)|https?://www\.opengis\.net"
                      r"/def/crs/(EPSG/0/4326|OGC/(0|1\.3)/CRS84)", re.IGNORECASE)
_EPSG = re.compile(r"(?:urn:(?:x-)?ogc:def:crs:|https?://www\.opengis\.net/(?:def/crs/|gml/srs/))?epsg(?:\.xml)?"
                   r"[:/#](?:[\d.]*[:/])?(\d+)", re.IGNORECASE)
# Parameters that make PROJ open a file.
_FILES = re.compile(r"init\s*=|grids\s*=(?!\s*@null)|PARAMETERFILE|file\s*=", re.IGNORECASE)


def crs_name(text: str) -> str:
    """Return EPSG:5179 for any spelling of it, other text unchanged but for lone surrogates."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    if _DEGREES.fullmatch(text.strip()):
        return WGS84
    found = _EPSG.fullmatch(text.strip())
    return f"EPSG:{found.group(1)}" if found else text.strip()


def in_wgs84(path: Path, rows: list[SourceRow], stated: str, given: str) -> tuple[list[SourceRow], str]:
    """Return the rows with their points in EPSG:4326, and the name of their CRS: `stated` in the file, else `given`.

    Raises:
        MissingCrs: there is neither, and a row has a point.
        UnknownCrs: PROJ does not know the CRS.
        MissingPackages: the transformation needs PROJ, which is missing.
    """
    crs = crs_name(stated or given)
    placed = [index for index, row in enumerate(rows) if row.lon is not None]
    if not crs and placed:
        raise MissingCrs(path=path)
    if not crs or crs == WGS84 or not placed:
        return rows, crs
    need_geopandas()
    import numpy
    import pyproj
    try:
        if _FILES.search(crs):
            raise UnknownCrs(crs=crs[:100])
        system = pyproj.CRS(crs)
        transformer = pyproj.Transformer.from_crs(system, WGS84, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        raise UnknownCrs(str(error), crs=crs[:100]) from error
    lons, lats = transformer.transform(numpy.array([rows[index].lon for index in placed]),
                                       numpy.array([rows[index].lat for index in placed]))
    for index, lon, lat in zip(placed, lons.tolist(), lats.tolist()):
        rows[index] = _transformed(rows[index], lon, lat, crs)
    return rows, _known_name(system)


def _transformed(row: SourceRow, lon: float, lat: float, crs: str) -> SourceRow:
    """Return the row with its point in EPSG:4326, or with an error where PROJ gives none."""
    if math.isfinite(lon + lat):
        return row._replace(lon=lon, lat=lat)
    return row._replace(lon=None, lat=None, error=OutsideCrs(text=f"{row.lon:.10g}, {row.lat:.10g}", crs=crs[:100]))


def _known_name(system: Any) -> str:
    authority = system.to_authority()
    return ":".join(authority) if authority else str(system.name)
