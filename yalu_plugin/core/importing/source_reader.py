"""Reads a file from any source into a Source, by its content and not by its name.

Nothing is downloaded, and only the file, the sidecar files of its format, and members of an archive are opened.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from yalu_plugin.core.importing.formats import flatgeobuf, geopackage_reader, shapefile, zip_reader
from yalu_plugin.core.importing.formats.content import Content, file_content
from yalu_plugin.core.importing.formats.delimited_text import text_table
from yalu_plugin.core.importing.formats.encodings import decoder, find_encoding
from yalu_plugin.core.importing.formats.geojson import read_json
from yalu_plugin.core.importing.formats.gml import read_gml
from yalu_plugin.core.importing.formats.gpx import read_gpx
from yalu_plugin.core.importing.formats.kml import read_kml
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.xml_stream import root_name
from yalu_plugin.core.importing.import_errors import (
    EmptyFile,
    NoRows,
    NothingRead,
    UnknownFormat,
    UnreadableFile,
    UnsupportedFormat,
)
from yalu_plugin.core.importing.import_source import DEFAULT_OPTIONS, NoSuchLayer, ReadOptions, Source
from yalu_plugin.core.importing.own_exports import editable_rows
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress

TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".tab", ".dat")
VECTOR_SUFFIXES = (".geojson", ".json", ".geojsonl", ".ndjson", ".topojson", ".gpkg", ".shp", ".fgb", ".gml", ".gpx",
                   ".kml", ".kmz", ".xlsx", ".ods", ".zip")
_JSON_SUFFIXES = (".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson", ".jsonl", ".topojson")
_TABLES = "CSV / XLSX"
_VECTORS = "GeoPackage / GeoJSON / KML"
_FOREIGN = (  # first bytes of unsupported formats, their names, and the formats to save instead
    (b"\xd0\xcf\x11\xe0", "XLS", _TABLES), (b"%PDF", "PDF", _TABLES), (b"\x1f\x8b", "gzip", _TABLES),
    (b"7z\xbc\xaf", "7z", "ZIP"), (b"Rar!", "RAR", "ZIP"), (b"!table", "MapInfo TAB", _VECTORS),
    (b"Version ", "MapInfo MIF", _VECTORS), (b"AutoCAD Binary DXF", "DXF", _VECTORS), (b"AC10", "DWG", _VECTORS))
NO_FEATURES = Phrase(translatable("It holds no placemarks or features."))
_ROOTS_OF_KML = ("kml", "Document", "Folder", "Placemark")


def read_source(path: str | Path, options: ReadOptions = DEFAULT_OPTIONS, progress: Progress = no_progress) -> Source:
    """Read every row of the file. `progress` receives the fraction read.

    Raises:
        MissingFile, UnknownFormat, UnsupportedFormat, SurveyGiven, Packed, PasswordNeeded: it is not a file to import.
        EmptyFile, NoRows, NothingRead, NotFeatures, NoSuchLayer: it has no rows, or not the layers of the options.
        UnreadableFile, NotText, UnknownEncoding, EntitiesDeclared, ReachesOut: its content cannot be read safely.
        MissingCrs, UnknownCrs: its CRS is not stated or not known.
        FileTooLarge, TooManyRows, TooManyColumns, TooMuchText, TextTooLong, TooDeep: it exceeds a limit.
        MissingPackages: its format needs a missing Python package.
        Cancelled: `progress` cancelled the work.
    """
    content = file_content(Path(path))
    if content.size == 0:
        raise EmptyFile(path=content.path)
    notices = NoticeList()
    if content.head(4) in zip_reader.MAGIC:
        source = zip_reader.read_zip(content.path, options, progress, notices, _read)
    else:
        source = _read(content, options, progress, notices)
    missing = next((layer for layer in options.layers if layer not in source.layers), None)
    if missing is not None:
        raise NoSuchLayer(path=content.path, layer=missing, layers=", ".join(source.layers) or content.path.stem)
    source = editable_rows(replace(source, notices=notices.phrases()))
    if not source.rows and (source.notices or source.has_geometry):
        raise NothingRead(path=content.path, reason=(*source.notices, NO_FEATURES)[0])
    if not source.rows:
        raise NoRows(path=content.path)
    return source


def _read(content: Content, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    """Read a file that is not a ZIP, or a member of a ZIP."""
    head = content.head()
    if head.startswith(geopackage_reader.MAGIC):
        return geopackage_reader.read_geopackage(content, options, progress, notices)
    if head.startswith(shapefile.MAGIC):
        return shapefile.read_shapefiles([content], options, progress)
    if head.startswith(flatgeobuf.MAGIC):
        return flatgeobuf.read_flatgeobuf(content, options, progress)
    for beginning, name, instead in _FOREIGN:
        if head.startswith(beginning) and content.suffix != ".csv":
            raise UnsupportedFormat(path=content.path, format=name, instead=instead)
    return _read_text(content, head, options, progress, notices)


def _read_text(content: Content, head: bytes, options: ReadOptions, progress: Progress,
               notices: NoticeList) -> Source:
    text = decoder(options.encoding or _encoding(head), content.path)(head, False).lstrip("\ufeff\x1e \t\r\n")
    if re.match("<[?!A-Za-z]", text):
        return _read_xml(content, options, progress, notices)
    if text.startswith(("{", "[")) and (content.suffix in _JSON_SUFFIXES or re.match(r'\{\s*["}]|\[\s*\{', text)):
        return read_json(content, options, progress, notices)
    if re.match(r"0\s+SECTION\s", text):
        raise UnsupportedFormat(path=content.path, format="DXF", instead=_VECTORS)
    if content.suffix in TABLE_SUFFIXES:
        return text_table(content, options, progress)
    known = content.suffix in (*VECTOR_SUFFIXES, *_JSON_SUFFIXES)
    raise (UnreadableFile if known else UnknownFormat)(path=content.path)


def _encoding(head: bytes) -> str:
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or b"\0" in head
    return find_encoding(head) or "latin-1" if marked else "latin-1"


def _read_xml(content: Content, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    head = content.head(100_000)
    root = root_name(decoder(options.encoding or _encoding(head), content.path)(head, False))
    if root in _ROOTS_OF_KML or (not root and content.suffix == ".kml"):
        return read_kml([content], options, progress, notices)
    if root == "gpx":
        return read_gpx(content, options, progress, notices)
    if root == "FeatureCollection":
        return read_gml(content, options, progress)
    if not root:
        raise UnreadableFile(path=content.path)
    if root.lower() in ("html", "body", "table"):
        raise UnsupportedFormat(path=content.path, format="HTML", instead=_TABLES)
    raise UnsupportedFormat(path=content.path, format=f"XML <{root[:40]}>", instead=_VECTORS)
