"""An imported file as plain rows of text, and the options for reading it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.compact_row import CompactRow
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable


class MissingCrs(YaluError):
    """The file does not state the CRS of its coordinates."""

    template = translatable(
        "{path} does not state its coordinate reference system. Choose it and read the file again.")


class LinkedCrs(MissingCrs):
    """The file gives its CRS as a link; nothing is downloaded for an imported file."""

    template = translatable("{path} gives its coordinate reference system by a link ({link}), which is not followed. "
                            "Choose it and read the file again.")


class UnknownCrs(YaluError):
    """PROJ does not know the given CRS."""

    template = translatable("{crs} is not a known coordinate reference system. Write it like EPSG:5179.")


class NoSuchLayer(YaluError):
    """The file does not have a requested layer."""

    template = translatable("{path} has no layer {layer}. Choose one of: {layers}.")


@dataclass(frozen=True)
class ReadOptions:
    """What the user may state where the file does not state it, or where it was detected wrongly.

    `crs` (text that PROJ understands, say EPSG:5179) is for a file that states none, and for the x and y
    columns of a table; `encoding` and `delimiter` replace what would be detected; `layers` are those to read
    (all if empty).
    """

    crs: str = ""
    encoding: str = ""
    delimiter: str = ""
    layers: tuple[str, ...] = ()


DEFAULT_OPTIONS = ReadOptions()


class RowValues(CompactRow):
    """The texts of a row by column. Rows with the same columns share the mapping of columns to indexes."""

    __slots__ = ()


class SourceRow(NamedTuple):
    """One row: its number as the user counts it, its values as text, its point in EPSG:4326 if it has one.

    Numbers start at 1; in a CSV the header line is row 1, as a spreadsheet shows it, unless lines are above it.
    In a KML placemarks are counted, in JSON features. `geometry` names the type of a geometry that is not a single
    point ("Polygon"); lon and lat are then None. `error` is the reason for refusing a row that cannot be read.
    """

    number: int
    values: Mapping[str, str]
    lon: float | None = None
    lat: float | None = None
    geometry: str = ""
    error: YaluError | None = None

    def text(self, column: str | None) -> str:
        """Return the text of a column, stripped; "" for no column."""
        return self.values.get(column, "").strip() if column else ""


@dataclass(frozen=True)
class Source:
    """A file's columns and rows, and what was detected about it. `crs` is the file's, or the one of the options.

    `about` is text on the file as a whole (its title, description, the lines above a header); `notices` name
    what was not read. A KML gives the columns "folder" (the path, "Ryanggang / Hyesan"), "time" (ISO 8601, an
    interval "2024-04/2024-06", open ends "..") and "icon colour" (black, yellow, or #rrggbb) where it has them. "stored
    at", of GPX and OpenStreetMap, is when a point was stored, not a sighting.
    `format_time_column` names the column with the time that the format itself gives a row ("time" of a KML), apart
    from what the author wrote; "" where the format has none. `guesses_kinds` if the kind column has words of sentences:
    likely ones are used, and the reader marks their rows. `remarks` are doubts about how a row was read, by its
    number.
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
    format_time_column: str = ""
    notices: tuple[Phrase, ...] = ()
    guesses_kinds: bool = False
    remarks: Mapping[int, Phrase] = field(default_factory=dict)


def chosen_layers(path: Path, names: Sequence[str], options: ReadOptions) -> tuple[str, ...]:
    """Return the layers of the options, else all names. Raises NoSuchLayer."""
    for layer in options.layers:
        if layer not in names:
            raise NoSuchLayer(path=path, layer=layer, layers=", ".join(names))
    return options.layers or tuple(names)
