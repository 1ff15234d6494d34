"""A list of images as a table (CSV): uri, acquisition date, and further properties.

Columns, in any order and by any of the names below: uri, datetime (or acquired_from and acquired_to), date_kind,
platform, provider, cloud_cover, gsd_m, attribution, licence. Only uri is required. It is a web address, a path,
or a path relative to the folder of the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.address_keys import refuse_key
from yalu_plugin.core.imagery.catalogue import Catalogue, Problem, make_scene
from yalu_plugin.core.imagery.date_evidence import disagreements
from yalu_plugin.core.imagery.image_files import ImageRef, image_ref
from yalu_plugin.core.imagery.scene import NAME_IN_FILE, RasterFacts, Scene
from yalu_plugin.core.imagery.scene_dates import DateInFuture
from yalu_plugin.core.imagery.stac_item import percent
from yalu_plugin.core.imagery.stac_links import WEB, scheme
from yalu_plugin.core.imagery.timespan import TimeSpan, parse_time
from yalu_plugin.core.importing.formats.delimited_text import read_table
from yalu_plugin.core.importing.import_source import DEFAULT_OPTIONS
from yalu_plugin.core.importing.vocabulary import folded
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.schema import DATE_KINDS
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import DATE_SOURCE_LABELS

FILE_LIST = "file_list"  # the source of the date
COLUMNS = {  # of two columns with one meaning, the one that is first here is used
    "uri": ("uri", "url", "href", "path", "filepath", "file", "filename", "address", "image", "경로", "파일", "路径",
            "文件"),
    "datetime": ("datetime", "acquisitiontime", "acquired", "acquireddate", "acquisitiondate", "date", "day", "일시",
                 "날짜", "日期"),
    "acquired_from": ("acquiredfrom", "from", "start", "startdatetime", "startdate", "begin"),
    "acquired_to": ("acquiredto", "to", "end", "enddatetime", "enddate", "until"),
    "date_kind": ("datekind", "kindofdate"),
    "platform": ("platform", "satellite", "sensor", "위성", "卫星"),
    "provider": ("provider", "producer", "source"),
    "cloud_cover": ("cloudcover", "eocloudcover", "cloud", "clouds", "cloudiness", "구름", "云量"),
    "gsd_m": ("gsdm", "gsd", "resolution", "groundsampledistance"),
    "attribution": ("attribution", "credit", "copyright"),
    "licence": ("licence", "license")}
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class NotAFileList(YaluError):
    """A table without a column for the uri of the images."""

    template = translatable("{path} has no column that says where the images are. Call it uri, and list them again.")


class RowWithoutImage(YaluError):
    """A row without a uri."""

    template = translatable("Row {row} of {path} names no image and was left out. Fill in its uri.")


class AddressUnusable(YaluError):
    """A uri with a scheme that is not supported, such as s3://."""

    template = translatable("Row {row} of {path} was left out: {uri} is neither a path nor an http or https address.")


class CellUnreadable(YaluError):
    """A value that its column cannot hold; the image is added without it."""

    template = translatable("\"{text}\" in row {row} of {path} is not a valid {column} and was left out. Correct it "
                            "there.")


class DateUnreadable(YaluError):
    """An invalid date: the image is undated, because weaker evidence does not replace a wrong date."""

    template = translatable("{name} is undated: \"{text}\" in row {row} of {path} is not a date. Write it as "
                            "2024-05-31.")


@dataclass(frozen=True)
class _Row:
    """One row of the list at `path`: its number, and its values by the keys of COLUMNS."""

    path: Path
    number: int
    values: dict[str, str]

    def row_error(self, error: Callable[..., YaluError], **values: str) -> YaluError:
        """Create an error about this row."""
        return error(path=str(self.path), row=self.number, **values)

    def span(self, name: str) -> TimeSpan | None:
        """Return the acquisition that the row states, None if it states none.

        Raises:
            DateUnreadable: a date is invalid, or the end is before the beginning.
        """
        first = self.values.get("acquired_from", "") or self.values.get("datetime", "")
        last = self.values.get("acquired_to", "") or first
        if not first:
            return None
        begin, end = parse_time(first), parse_time(last)
        if begin is None or end is None or end.end < begin.begin:
            raise self.row_error(DateUnreadable, name=name, text=first if begin is None or first == last else last)
        return TimeSpan(begin.begin, end.end)

    def uri(self) -> str:
        """Return the uri of the image: a web address, a /vsizip/ uri or an absolute path.

        Raises:
            RowWithoutImage: the row has none.
            AddressUnusable: its scheme is not supported.
            KeyInAddress: it contains a password or key.
        """
        text = self.values.get("uri", "").removeprefix("/vsicurl/")
        if not text:
            raise self.row_error(RowWithoutImage)
        kind = "" if _DRIVE.match(text) else scheme(text)
        if kind in WEB:
            refuse_key(text)
            return text
        if kind not in ("", "file"):
            raise self.row_error(AddressUnusable, uri=text)
        if text.startswith("/vsizip/"):
            return text
        return str((self.path.parent / (url2pathname(urlsplit(text).path) if kind else text)).resolve())


def catalogue_list(
    path: Path,
    read_raster: Callable[[str], RasterFacts],
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Catalogue:
    """Catalogue the images that the table at `path` lists.

    Local files are read like those of a folder; values of the row take precedence over the file's. Images on the web
    are not requested. A row that cannot be used becomes a problem, and the next one is read. Errors of `read_table`
    are raised, too.

    Raises:
        NotAFileList: the table has no column for the uri.
    """
    rows = _rows(path)
    found: list[tuple[Scene, YaluError | None]] = []
    problems: list[Problem] = []
    for done, row in enumerate(rows):
        if cancelled():
            break
        progress(done, len(rows))
        try:
            uri = row.uri()
        except YaluError as error:
            problems.append(Problem(path, error))
            continue
        try:
            facts = RasterFacts() if uri.startswith("http") else read_raster(uri)
        except YaluError as error:
            problems.append(Problem(path, error, row.number))
            continue
        if facts.problem is not None and not facts.footprint_wkt:
            problems.append(Problem(path, facts.problem, row.number))
            continue
        uri = uri if uri.startswith("http") else _image_uri(uri, facts)
        errors = [facts.problem] if facts.problem is not None else []
        scene, date_error = _scene(row, uri, facts, errors)
        found.append((scene, date_error))
        errors += disagreements(scene, facts.metadata)
        problems += [Problem(path, error, image_included=True) for error in errors]
    else:
        progress(len(rows), len(rows))
    return Catalogue.of(found, problems)


def _image_uri(uri: str, facts: RasterFacts) -> str:
    """Return the uri of the image that was read, with its number in the file and the CRS it was given, if any."""
    file, part, crs, _ = image_ref(uri)
    return ImageRef(file, (part or 1) if facts.parts else 0, facts.crs or crs, facts.metadata.get(NAME_IN_FILE, "")).uri


def _rows(path: Path) -> list[_Row]:
    table = read_table(path, DEFAULT_OPTIONS)
    fields: dict[str, str] = {}
    for name, words in COLUMNS.items():
        known = [column for column in table.columns if folded(column) in words]
        fields.update({min(known, key=lambda column: words.index(folded(column))): name} if known else {})
    if "uri" not in fields.values():
        raise NotAFileList(path=str(path))
    return [_Row(path, row.number, {fields[column]: text for column, text in row.values.items() if column in fields})
            for row in table.rows]


def _scene(row: _Row, uri: str, facts: RasterFacts, problems: list[YaluError]) -> tuple[Scene, YaluError | None]:
    """Create the scene of a row; the second value is the reason if it is undated. Invalid values go to `problems`."""
    scene, date_error = make_scene(uri, facts, None)
    scene = replace(scene, **_scene_values(row, problems))
    try:
        span = row.span(uri)
    except DateUnreadable as error:
        return _dated(scene, None), error
    if span is None:
        return scene, date_error
    if span.begin > datetime.now(timezone.utc):
        return _dated(scene, None), DateInFuture(name=uri, date=span.begin.date(),
                                                evidence=Phrase(DATE_SOURCE_LABELS[FILE_LIST]))
    kind = row.values.get("date_kind", "")
    if kind and kind not in DATE_KINDS:
        return _dated(scene, None), row.row_error(CellUnreadable, text=kind, column="date_kind")
    return _dated(scene, span, kind or "acquired"), None


def _dated(scene: Scene, span: TimeSpan | None, kind: str = "") -> Scene:
    begin, end = (span.begin, span.end) if span else (None, None)
    return replace(scene, acquired_from=begin, acquired_to=end, date_kind=kind, date_source=FILE_LIST if span else "")


def _scene_values(row: _Row, problems: list[YaluError]) -> dict[str, Any]:
    """Return the row's values for the scene's fields, except for its date and uri; invalid ones go to `problems`."""
    found: dict[str, Any] = {
        name: row.values[name] for name in ("platform", "provider", "attribution", "licence") if row.values.get(name)}
    for name, fits in (("cloud_cover", percent), ("gsd_m", _positive)):
        text = row.values.get(name, "")
        number = fits(_number(text))
        if number is not None:
            found[name] = number
        elif text:
            problems.append(row.row_error(CellUnreadable, text=text, column=name))
    return found


def _number(text: str) -> float | None:
    try:
        return float(text.rstrip("%m ").replace(",", "."))
    except ValueError:
        return None


def _positive(number: float | None) -> float | None:
    return number if number is not None and 0 < number < float("inf") else None
