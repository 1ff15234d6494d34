"""Reads a ZIP of any name: a KMZ, a workbook, Shapefiles, or a single file of another format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from yalu_plugin.core.importing.formats.archive import Archive, opened_archive
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.kml import read_kml
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.ods import CONTENT, read_ods
from yalu_plugin.core.importing.formats.shapefile import read_shapefiles
from yalu_plugin.core.importing.formats.xlsx_reader import WORKBOOK, read_xlsx
from yalu_plugin.core.importing.import_errors import Packed, UnknownFormat, UnreadableFile, UnsupportedFormat
from yalu_plugin.core.importing.import_source import ReadOptions, Source
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
NOT_OPENED = translatable("“{name}”, an archive in the archive, was not read.")
_STREAMED = (".csv", ".tsv", ".txt", ".geojson", ".json", ".geojsonl", ".ndjson", ".topojson", ".gpx", ".gml", ".fgb")
_FILES = (".gpkg", ".xlsx", ".ods", ".kmz", ".zip")
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
Reader = Callable[[Content, ReadOptions, Progress, NoticeList], Source]


def read_zip(path: Path, options: ReadOptions, progress: Progress, notices: NoticeList, read_other: Reader) -> Source:
    """Read the archive by its content; `read_other` reads a single file of another format.

    Raises UnreadableFile, UnknownFormat, UnsupportedFormat, Packed, PasswordNeeded, FileTooLarge, and the
    readers' errors.
    """
    with opened_archive(path, notices) as archive:
        names = archive.names
        if WORKBOOK in names:
            return read_xlsx(archive, options, progress, notices)
        if CONTENT in names and "mimetype" in names and archive.content("mimetype").head().startswith(_SPREADSHEET):
            return read_ods(archive, options, progress, notices)
        if "xl/workbook.bin" in names or any(name.endswith(".iwa") for name in names):
            raise UnsupportedFormat(path=path, format=path.suffix, instead="CSV / XLSX")
        if archive.named(".kml"):
            return _kmz(archive, options, progress, notices)
        if archive.named(".shp"):
            return read_shapefiles(archive.contents(archive.named(".shp")), options, progress)
        if path.suffix.lower() == ".kmz":
            raise UnreadableFile(path=path)
        return _one_file(archive, options, progress, notices, read_other)


def _kmz(archive: Archive, options: ReadOptions, progress: Progress, notices: NoticeList) -> Source:
    """Read all documents, first the one that Google Earth opens first; linked documents are among them."""
    names = sorted(archive.named(".kml"), key=lambda name: (name.lower() != "doc.kml", "/" in name))
    for name in archive.named(".kmz", ".zip"):
        notices.add(NOT_OPENED, name=name)
    return read_kml(archive.contents(names), options, progress, notices)


def _one_file(archive: Archive, options: ReadOptions, progress: Progress, notices: NoticeList,
              read_other: Reader) -> Source:
    streamed, files = archive.named(*_STREAMED), archive.named(*_FILES)
    data = [name for name in streamed if not name.lower().endswith(".txt")] or streamed  # a readme is not a list
    if len(data) == 1 and not files:
        return read_other(archive.content(data[0]), options, progress, notices)
    if data or files:
        raise Packed(path=archive.path, names=", ".join((data + files)[:5]))
    raise UnknownFormat(path=archive.path)
