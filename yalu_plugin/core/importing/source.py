"""What a stranger's file becomes, plain rows of text, and what can be wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable


class MissingFile(YaluError):
    """There is no file at the path."""

    template = translatable("{path} does not exist or cannot be read. Choose another file.")


class UnknownFormat(YaluError):
    """The file's suffix is none that can be imported."""

    template = translatable(
        "{path} cannot be imported. Choose a CSV, TSV, GeoJSON, GeoPackage, Shapefile, KML or KMZ file.")


class UnreadableFile(YaluError):
    """GDAL, or the CSV reader, cannot make sense of the file."""

    template = translatable(
        "{path} is damaged or not what its name says. Open it in its own program and save it again.")


class NameUnusable(YaluError):
    """GDAL, or what hands it the name, would look for another file."""

    template = translatable(
        "{path} cannot be opened under this name. Rename it, or its folder, with letters and numbers only.")


class EmptyFile(YaluError):
    """The file holds nothing."""

    template = translatable("{path} is empty. Choose a file with a header line and a row for each site.")


class NoRows(YaluError):
    """The file has columns and no rows."""

    template = translatable("{path} has a header but no rows. Choose a file with a row for each site.")


class MissingCrs(YaluError):
    """The file's coordinates are in no stated CRS."""

    template = translatable(
        "{path} does not say its coordinate reference system. Choose it and read the file again.")


class UnknownCrs(YaluError):
    """The CRS given is not known to PROJ."""

    template = translatable("{crs} is no known coordinate reference system. Write it as EPSG:5179, say.")


class NoSuchLayer(YaluError):
    """A layer was asked for that the file does not have."""

    template = translatable("{path} has no layer {layer}. Choose one of: {layers}.")


@dataclass(frozen=True)
class ReadOptions:
    """What the user may state where the file does not, or where it was found out wrongly.

    `crs` (text that PROJ understands, say EPSG:5179) is for a file that states none, and for the x and y
    columns of a table; `encoding` and `delimiter` replace what would be found out; `layers` are those to read
    (all where none is named).
    """

    crs: str = ""
    encoding: str = ""
    delimiter: str = ""
    layers: tuple[str, ...] = ()


FIND_OUT = ReadOptions()


@dataclass(frozen=True)
class SourceRow:
    """One row: its number as the user counts it, its values as text, its point in EPSG:4326 if it has one.

    Numbers start at 1; in a CSV the header line is row 1, as a spreadsheet shows it. `geometry` names the
    type of a geometry that is no single point ("Polygon"); lon and lat are then None. `error` says why a row that
    cannot be read is refused.
    """

    number: int
    values: dict[str, str]
    lon: float | None = None
    lat: float | None = None
    geometry: str = ""
    error: YaluError | None = None


@dataclass(frozen=True)
class Source:
    """A file's columns and rows, and what was found out about it. `crs` is its own, or the one given.

    `about` is text on the file as a whole (its title, description, the lines above a header); `notices` say what of it
    was not read, by name. A KML gives the columns "folder" (the path, "Ryanggang / Hyesan"), "time" (ISO 8601, an
    interval "2024-04/2024-06", open ends "..") and "icon colour" (black, yellow, or #rrggbb) where it has them.
    """

    path: Path
    columns: tuple[str, ...]
    rows: tuple[SourceRow, ...]
    has_geometry: bool = False
    encoding: str = ""
    delimiter: str = ""
    crs: str = ""
    layers: tuple[str, ...] = ()
    about: str = ""
    notices: tuple[Phrase, ...] = ()
