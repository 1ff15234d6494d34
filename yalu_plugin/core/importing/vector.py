"""GeoJSON, GeoPackage, Shapefile, KML and KMZ as a Source, through geopandas and GDAL."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.importing.dbf import dbf_encoding
from yalu_plugin.core.importing.source import (
    EmptyFile,
    MissingCrs,
    NameUnusable,
    NoSuchLayer,
    ReadOptions,
    Source,
    SourceRow,
    UnknownCrs,
    UnreadableFile,
)
from yalu_plugin.core.requirements import need_geopandas

if TYPE_CHECKING:
    import geopandas

WGS84 = "EPSG:4326"
# What GDAL's LIBKML driver adds to each placemark: how to draw it, nothing its author wrote in words.
_KML_DRAWING = ("altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon", "snippet")


def read_vector(path: Path, options: ReadOptions) -> Source:
    """Rows of all the layers (or of options.layers), numbered from 1 through the file, in EPSG:4326."""
    need_geopandas()
    if path.stat().st_size == 0:
        raise EmptyFile(path=path)
    is_kml = path.suffix.lower() in (".kml", ".kmz")
    place = _inside_kmz(path) if path.suffix.lower() == ".kmz" else str(path)
    _must_be_usable(path, place)
    names = _layers(path, place, options)
    encoding = options.encoding or (dbf_encoding(path) if path.suffix.lower() == ".shp" else "")
    columns: dict[str, None] = {}
    rows: list[SourceRow] = []
    found_crs: dict[str, None] = {}
    for name in names:
        frame = _read_layer(path, place, name, encoding)
        if is_kml:
            frame = frame.drop(columns=[column for column in _KML_DRAWING if column in frame.columns])
        if is_kml or len(names) > 1:
            frame.insert(0, _free_name("folder" if is_kml else "layer", frame), name)
        frame, crs = _in_wgs84(path, frame, options.crs)
        found_crs.setdefault(crs)
        columns.update(dict.fromkeys(str(column) for column in frame.columns.drop(_geometry(frame))))
        rows += _rows(frame, first=len(rows) + 1)
    return Source(path, tuple(columns), tuple(rows), has_geometry=True, encoding=encoding,
                  crs=", ".join(crs for crs in found_crs if crs), layers=names)


def _must_be_usable(path: Path, place: str) -> None:
    """pyogrio reads the name as an address: of "a;b", "a!b" or a line break in it something is left out."""
    import pyogrio.util
    try:
        place.encode()
    except UnicodeEncodeError as error:
        raise NameUnusable(str(error), path=path) from error
    if pyogrio.util.vsi_path(place) != place:
        raise NameUnusable(path=path)


def _inside_kmz(path: Path) -> str:
    """GDAL's name for the KML inside a KMZ; not every GDAL reads a KMZ as such."""
    try:
        with zipfile.ZipFile(path) as archive:
            inner = [name for name in archive.namelist() if name.lower().endswith(".kml")]
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableFile(str(error), path=path) from error
    if not inner:
        raise UnreadableFile(path=path)
    return f"/vsizip/{{{path}}}/{'doc.kml' if 'doc.kml' in inner else inner[0]}"


def _layers(path: Path, place: str, options: ReadOptions) -> tuple[str, ...]:
    """Names of the layers to read: those asked for, else all with geometry."""
    import pyogrio
    try:
        listed = pyogrio.list_layers(place)
    except pyogrio.errors.DataSourceError as error:
        raise UnreadableFile(str(error), path=path) from error
    names = tuple(str(name) for name, geometry in listed if geometry is not None)
    for layer in options.layers:
        if layer not in names:
            raise NoSuchLayer(path=path, layer=layer, layers=", ".join(names))
    if not names:
        raise UnreadableFile("no layer with geometry", path=path)
    return options.layers or names


def _read_layer(path: Path, place: str, layer: str, encoding: str) -> geopandas.GeoDataFrame:
    import geopandas
    import pyogrio
    try:
        frame = pyogrio.read_dataframe(place, layer=layer, encoding=encoding or None)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ValueError, LookupError) as error:
        raise UnreadableFile(str(error), path=path) from error
    if not isinstance(frame, geopandas.GeoDataFrame):
        raise UnreadableFile("no geometry", path=path)
    return frame


def _free_name(name: str, frame: geopandas.GeoDataFrame) -> str:
    return name if name not in frame.columns else f"{name} (2)"


def _in_wgs84(path: Path, frame: geopandas.GeoDataFrame, given: str) -> tuple[geopandas.GeoDataFrame, str]:
    """The frame in EPSG:4326 and the CRS it came in; `given` serves where the file states none."""
    import pyproj
    if frame.crs is None and not given:
        if frame.empty:
            return frame, ""
        raise MissingCrs(path=path)
    if frame.crs is None:
        try:
            frame = frame.set_crs(given)
        except pyproj.exceptions.CRSError as error:
            raise UnknownCrs(str(error), crs=given) from error
    crs = pyproj.CRS(frame.crs)
    authority = crs.to_authority()
    return frame.to_crs(WGS84), ":".join(authority) if authority else crs.name


def _geometry(frame: geopandas.GeoDataFrame) -> list[str]:
    """The geometry column's name, as the list that pandas' drop takes."""
    return [str(frame.active_geometry_name)]


def _rows(frame: geopandas.GeoDataFrame, first: int) -> list[SourceRow]:
    import pandas
    attributes = pandas.DataFrame(frame.drop(columns=_geometry(frame)))
    records = attributes.to_dict("records") if len(attributes.columns) else [{} for _ in range(len(frame))]
    return [_row(number, record, geometry)
            for number, (record, geometry) in enumerate(zip(records, frame.geometry), first)]


def _row(number: int, record: dict[Any, Any], geometry: Any) -> SourceRow:
    values = {str(name): _text(value) for name, value in record.items()}
    if geometry is None or geometry.is_empty:
        return SourceRow(number, values)
    if geometry.geom_type == "MultiPoint" and len(geometry.geoms) == 1:
        geometry = geometry.geoms[0]
    if geometry.geom_type != "Point":
        return SourceRow(number, values, geometry=geometry.geom_type)
    return SourceRow(number, values, lon=float(geometry.x), lat=float(geometry.y))


def _text(value: Any) -> str:
    """A cell as text: nothing for no value, a date without an empty time, a whole number without its .0."""
    import pandas
    if value is None or (pandas.api.types.is_scalar(value) and pandas.isna(value)):
        return ""
    if isinstance(value, pandas.Timestamp):
        return value.date().isoformat() if value == value.normalize() else value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
