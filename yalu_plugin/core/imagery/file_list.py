"""A list of images as a table (CSV): where each lies, when it was taken, and what else is known of it.

Columns, in any order and by any of the names below: uri, datetime (or acquired_from and acquired_to), date_kind,
platform, provider, cloud_cover, gsd_m, attribution, licence. Only uri is needed. It is an address of the web, a path,
or a path from the folder the list is in.
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
from yalu_plugin.core.value_labels import DATE_SOURCE_WORDS

FILE_LIST = "file_list"  # the date's source
COLUMNS = {  # of two columns of one meaning the one named first here counts
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
    """A table none of whose columns says where the images are."""

    template = translatable("{path} has no column that says where the images are. Call it uri, and list them again.")


class RowWithoutImage(YaluError):
    """A row that names no image."""

    template = translatable("Row {row} of {path} names no image and was left out. Fill in its uri.")


class AddressUnusable(YaluError):
    """A uri of a kind that is not opened from here: s3://, say."""

    template = translatable("Row {row} of {path} was left out: {uri} is no path and no http or https address.")


class CellUnreadable(YaluError):
    """A value that is not what its column should hold; the image is taken without it."""

    template = translatable("\"{text}\" in row {row} of {path} is no {column} and was left out. Correct it there.")


class DateUnreadable(YaluError):
    """A date that is none: the image is undated, for weaker evidence does not replace a wrong date."""

    template = translatable("{name} is undated: \"{text}\" in row {row} of {path} is no date. Write it as 2024-05-31.")


@dataclass(frozen=True)
class _Row:
    """One row of the list at `path`: its number there, and its values by our names of the columns."""

    path: Path
    number: int
    values: dict[str, str]

    def wrong(self, error: Callable[..., YaluError], **values: str) -> YaluError:
        """An error of this row."""
        return error(path=str(self.path), row=self.number, **values)

    def span(self, name: str) -> TimeSpan | None:
        """What the row says of the time, None where it says nothing. Raises DateUnreadable."""
        first = self.values.get("acquired_from", "") or self.values.get("datetime", "")
        last = self.values.get("acquired_to", "") or first
        if not first:
            return None
        begin, end = parse_time(first), parse_time(last)
        if begin is None or end is None or end.end < begin.begin:
            raise self.wrong(DateUnreadable, name=name, text=first if begin is None or first == last else last)
        return TimeSpan(begin.begin, end.end)

    def uri(self) -> str:
        """Where the image is. Raises RowWithoutImage, AddressUnusable and KeyInAddress."""
        text = self.values.get("uri", "").removeprefix("/vsicurl/")
        if not text:
            raise self.wrong(RowWithoutImage)
        kind = "" if _DRIVE.match(text) else scheme(text)
        if kind in WEB:
            refuse_key(text)
            return text
        if kind not in ("", "file"):
            raise self.wrong(AddressUnusable, uri=text)
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

    Files of this computer are read as those of a folder are; what the row says goes before what they say. Those on
    the web are not asked for. A row that cannot be used becomes a problem and the rest goes on. Raises NotAFileList,
    and what reading a table raises.
    """
    rows = _rows(path)
    made: list[tuple[Scene, YaluError | None]] = []
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
        uri = uri if uri.startswith("http") else _named(uri, facts)
        found = [facts.problem] if facts.problem is not None else []
        scene, why = _scene(row, uri, facts, found)
        made.append((scene, why))
        found += disagreements(scene, facts.metadata)
        problems += [Problem(path, error, image_included=True) for error in found]
    else:
        progress(len(rows), len(rows))
    return Catalogue.of(made, problems)


def _named(uri: str, facts: RasterFacts) -> str:
    """The uri of the image that was read, where it is one of several in its file, or was given a CRS."""
    file, part, crs, _ = image_ref(uri)
    return ImageRef(file, (part or 1) if facts.parts else 0, facts.crs or crs, facts.metadata.get(NAME_IN_FILE, "")).uri


def _rows(path: Path) -> list[_Row]:
    table = read_table(path, DEFAULT_OPTIONS)
    ours: dict[str, str] = {}
    for name, words in COLUMNS.items():
        known = [column for column in table.columns if folded(column) in words]
        ours.update({min(known, key=lambda column: words.index(folded(column))): name} if known else {})
    if "uri" not in ours.values():
        raise NotAFileList(path=str(path))
    return [_Row(path, row.number, {ours[column]: text for column, text in row.values.items() if column in ours})
            for row in table.rows]


def _scene(row: _Row, uri: str, facts: RasterFacts, problems: list[YaluError]) -> tuple[Scene, YaluError | None]:
    """The scene of a row and why it is undated where it is; values of the row that cannot be read go to `problems`."""
    scene, why = make_scene(uri, facts, None)
    scene = replace(scene, **_told(row, problems))
    try:
        span = row.span(uri)
    except DateUnreadable as error:
        return _dated(scene, None), error
    if span is None:
        return scene, why
    if span.begin > datetime.now(timezone.utc):
        return _dated(scene, None), DateInFuture(name=uri, date=span.begin.date(),
                                                evidence=Phrase(DATE_SOURCE_WORDS[FILE_LIST]))
    kind = row.values.get("date_kind", "")
    if kind and kind not in DATE_KINDS:
        return _dated(scene, None), row.wrong(CellUnreadable, text=kind, column="date_kind")
    return _dated(scene, span, kind or "acquired"), None


def _dated(scene: Scene, span: TimeSpan | None, kind: str = "") -> Scene:
    begin, end = (span.begin, span.end) if span else (None, None)
    return replace(scene, acquired_from=begin, acquired_to=end, date_kind=kind, date_source=FILE_LIST if span else "")


def _told(row: _Row, problems: list[YaluError]) -> dict[str, Any]:
    """The row's values for a scene's fields, but for its date and place."""
    told: dict[str, Any] = {
        name: row.values[name] for name in ("platform", "provider", "attribution", "licence") if row.values.get(name)}
    for name, fits in (("cloud_cover", percent), ("gsd_m", _positive)):
        text = row.values.get(name, "")
        number = fits(_number(text))
        if number is not None:
            told[name] = number
        elif text:
            problems.append(row.wrong(CellUnreadable, text=text, column=name))
    return told


def _number(text: str) -> float | None:
    try:
        return float(text.rstrip("%m ").replace(",", "."))
    except ValueError:
        return None


def _positive(number: float | None) -> float | None:
    return number if number is not None and 0 < number < float("inf") else None
