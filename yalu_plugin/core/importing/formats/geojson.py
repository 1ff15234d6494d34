"""Reads GeoJSON and related formats as a Source: feature lines and sequences, Esri JSON, TopoJSON, Overpass, records.

Not read with GDAL, which downloads what a `crs` member links to, loads the whole file into memory, stops at the first
damaged geometry and reformats numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.crs import WGS84, in_wgs84
from yalu_plugin.core.importing.formats.html_text import plain_text
from yalu_plugin.core.importing.formats.json_stream import JsonPart, parts
from yalu_plugin.core.importing.formats.json_texts import texts_of, whole_text
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.point_shape import Shape, esri_shape, geojson_shape, point_of
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.formats.topojson import topojson_features
from yalu_plugin.core.importing.import_errors import DamagedRow, NotFeatures
from yalu_plugin.core.importing.import_source import LinkedCrs, ReadOptions, Source
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress

_GEOMETRIES = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_ABOUT = ("title", "name", "description", "copyright", "attribution")
_NOT_RECORDS = ("FeatureCollection", "Topology", "GeometryCollection")  # a record may have any other "type"
OTHER_LIST = translatable("The list “{name}” of {count} items was not read.")
_NOT_ATTRIBUTES = ("type", "geometry", "properties", "bbox")


def read_json(content: Content, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    """Read the features, or the longest list of objects, as rows numbered from 1 in the order of the file.

    Raises NotFeatures, MissingCrs, LinkedCrs, UnknownCrs, and the errors of the JSON stream and of limits.
    """
    lists = _JsonLists(content)
    for part in parts(content, progress, options.encoding):
        lists.add_part(part)
    rows = lists.rows()
    for name, count in lists.unread_lists(rows):
        notices.add(OTHER_LIST, name=name, count=count)
    has_geometry = not rows.rows or any(row.lon is not None or row.geometry or row.error for row in rows.rows)
    stated, link = _stated_crs(lists.members) if has_geometry else ("", "")
    if link and not options.crs:
        raise LinkedCrs(path=content.path, link=whole_text(link[:200]))
    placed, crs = in_wgs84(content.path, rows.rows, stated, options.crs)
    about = "\n".join(plain_text(lists.members[name]) for name in _ABOUT
                      if isinstance(lists.members.get(name), str) and lists.members[name])
    return Source(content.path, tuple(rows.columns), tuple(placed), has_geometry=has_geometry, crs=crs or options.crs,
                  about=whole_text(about))


class _JsonLists:
    """The rows of each list in the file, and the members of its outermost object."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._lists: dict[str, RowList] = {}
        self._object: dict[str, Any] = {}
        self._dates: set[str] = set()
        self._read = 0  # objects that are features or records
        self.members: dict[str, Any] = {}

    def add_part(self, part: JsonPart) -> None:
        """Add a part of the file, in order."""
        if part.name == "fields" and part.in_list:
            field = part.value
            if isinstance(field, dict) and str(field.get("type")).startswith("esriFieldTypeDate"):
                self._dates.add(str(field.get("name")))
        elif part.in_list:
            self._add(part.name, part.value)
        elif part.name:
            self._object[part.name] = part.value
        else:
            self._finish_object()

    def rows(self) -> RowList:
        """Return the rows of the features, else of the longest list. Raises NotFeatures."""
        named = [self._lists[name] for name in ("features", "elements") if name in self._lists]
        selected = named or sorted(self._lists.values(), key=lambda one: len(one.rows), reverse=True)
        if not selected and isinstance(self.members.get("features"), list) and not self.members["features"]:
            return RowList(self._content.path)
        if not selected or (not self._read and selected[0].rows):
            raise NotFeatures(path=self._content.path)
        return selected[0]

    def unread_lists(self, selected: RowList) -> Iterator[tuple[str, int]]:
        """Return the name and the number of items of each list except the selected one."""
        return ((name, len(rows.rows)) for name, rows in self._lists.items() if rows is not selected and rows.rows)

    def _finish_object(self) -> None:
        members, self._object = self._object, {}
        if members.get("type") == "Topology":
            self.members.update(members)
            for layer, feature in topojson_features(members):
                self._add("features", feature, {"layer": layer})
        elif members.get("type") == "Feature" or "attributes" in members:
            self._add("features", members)
        elif members.get("type") in _GEOMETRIES:
            self._add("features", {"type": "Feature", "geometry": members})
        elif self._lists.keys() <= {""} and _is_record(members):
            self._add("", members)
        else:
            self.members.update(members)
        if "crs" in members:
            self.members["crs"] = members["crs"]

    def _add(self, name: str, value: Any, prefix_values: Mapping[str, str] | None = None) -> None:
        rows = self._lists.setdefault(name, RowList(self._content.path))
        number = len(rows.rows) + 1
        try:
            values, geometry = self._values(name, value)
        except YaluError as error:
            rows.add(number, {}, error=error)
            return
        self._read += 1
        values = {**(prefix_values or {}), **values}
        try:
            shape = geometry()
        except YaluError as error:
            rows.add(number, values, error=error)
            return
        rows.add(number, values, shape.x, shape.y, shape.type)

    def _values(self, name: str, value: Any) -> tuple[dict[str, str], Any]:
        """Return the texts by column, and a function that builds the shape. Raises DamagedRow."""
        if not isinstance(value, dict):
            raise DamagedRow(text=whole_text(str(value)[:60]))
        if value.get("type") == "Feature":
            return _feature(value), lambda: geojson_shape(value.get("geometry"))
        if isinstance(value.get("attributes"), dict):
            return texts_of(self._with_dates(value["attributes"])), lambda: esri_shape(value.get("geometry"))
        if name == "elements" and "id" in value:
            return _element(value), lambda: _element_shape(value)
        if name == "features":
            raise DamagedRow(text=whole_text(str(value.get("type", ""))[:60]))
        return texts_of(value), Shape

    def _with_dates(self, attributes: Mapping[str, Any]) -> dict[str, Any]:
        """Convert the dates of Esri JSON, milliseconds since 1970 in UTC, in the columns that the file declares."""
        return {name: _date_text(value) if name in self._dates else value for name, value in attributes.items()}


def _is_record(members: Mapping[str, Any]) -> bool:
    """Whether an object is a row of a table: not a collection, and with more members than a "type"."""
    return bool(members.keys() - {"type"}) and members.get("type") not in _NOT_RECORDS and "features" not in members


def _feature(feature: Mapping[str, Any]) -> dict[str, str]:
    properties = feature.get("properties")
    other_members = {name: value for name, value in feature.items() if name not in _NOT_ATTRIBUTES}
    if not isinstance(properties, dict):
        properties = {"properties": properties} if properties else {}
    return texts_of({**{name: value for name, value in other_members.items() if name not in properties}, **properties})


def _element(element: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of an OpenStreetMap element from Overpass. Its time is when it was stored, not a sighting."""
    excluded = ("type", "id", "lat", "lon", "tags", "timestamp", "nodes", "members", "geometry", "bounds", "center")
    values = {"id": f"{element.get('type')}/{element.get('id')}", **(element.get("tags") or {})}
    if "timestamp" in element:
        values["stored at"] = element["timestamp"]
    return texts_of({**values, **{name: value for name, value in element.items() if name not in excluded}})


def _element_shape(element: Mapping[str, Any]) -> Shape:
    if element.get("type") == "node":
        return point_of((element.get("lon"), element.get("lat")))
    return Shape(type=str(element.get("type")))


def _date_text(value: Any) -> Any:
    try:
        moment = _EPOCH + timedelta(milliseconds=int(value))
    except (TypeError, ValueError, OverflowError):
        return value
    text = moment.isoformat().replace("+00:00", "Z")
    return text[:10] if text.endswith("T00:00:00Z") else text


def _stated_crs(members: Mapping[str, Any]) -> tuple[str, str]:
    """Return the CRS that the file states, "" for none, and a link to a CRS, which is not followed."""
    if "spatialReference" in members or "geometryType" in members:
        return _esri_crs(members.get("spatialReference")), ""
    if "crs" not in members:
        return WGS84, ""
    crs: dict[str, Any] = members["crs"] if isinstance(members["crs"], dict) else {}
    properties = crs.get("properties")
    if not isinstance(properties, dict):
        return "", ""
    if crs.get("type") == "link":
        return "", str(properties.get("href", ""))
    code = properties.get("code")
    return f"EPSG:{code}" if code else str(properties.get("name") or ""), ""


def _esri_crs(reference: Any) -> str:
    if not isinstance(reference, dict):
        return ""
    code = str(reference.get("latestWkid") or reference.get("wkid") or "")
    if not code.isdecimal():
        return str(reference.get("wkt") or "")
    return f"EPSG:{code}" if int(code) < 100_000 else f"ESRI:{code}"
