"""What a stranger's file becomes: plain rows of text, and what the user may have to state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.compact_row import Record
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable


class MissingCrs(YaluError):
    """The file's coordinates are in no stated CRS."""

    template = translatable(
        "{path} does not say its coordinate reference system. Choose it and read the file again.")


class LinkedCrs(MissingCrs):
    """The CRS is said to be found at an address; nothing is fetched for a stranger's file."""

    template = translatable("{path} gives its coordinate reference system by a link ({link}), which is not followed. "
                            "Choose it and read the file again.")


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


class Values(Record):
    """A row's texts by column. Rows of one shape share the mapping of their columns to places."""

    __slots__ = ()


class SourceRow(NamedTuple):
    """One row: its number as the user counts it, its values as text, its point in EPSG:4326 if it has one.

    Numbers start at 1; in a CSV the header line is row 1, as a spreadsheet shows it, below whatever stands above it.
    In a KML placemarks are counted, in JSON features. `geometry` names the type of a geometry that is no single point
    ("Polygon"); lon and lat are then None. `error` says why a row that cannot be read is refused.
    """

    number: int
    values: Mapping[str, str]
    lon: float | None = None
    lat: float | None = None
    geometry: str = ""
    error: YaluError | None = None

    def text(self, column: str | None) -> str:
        """What stands in a column, without blanks around it; "" where there is no column."""
        return self.values.get(column, "").strip() if column else ""


@dataclass(frozen=True)
class Source:
    """A file's columns and rows, and what was found out about it. `crs` is its own, or the one given.

    `about` is text on the file as a whole (its title, description, the lines above a header); `notices` say what of it
    was not read, by name. A KML gives the columns "folder" (the path, "Ryanggang / Hyesan"), "time" (ISO 8601, an
    interval "2024-04/2024-06", open ends "..") and "icon colour" (black, yellow, or #rrggbb) where it has them. "stored
    at", of GPX and OpenStreetMap, is when a point was stored, and no sighting.
    `own_time` names the column with the time that the format itself gives a row ("time" of a KML), beside what its
    author wrote; "" where the format has none.
    `remarks` are what is to be checked of how a row was read, by its number.
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
    own_time: str = ""
    notices: tuple[Phrase, ...] = ()
    remarks: Mapping[int, Phrase] = field(default_factory=dict)


def chosen_layers(path: Path, names: Sequence[str], options: ReadOptions) -> tuple[str, ...]:
    """Those asked for, else all. Raises NoSuchLayer."""
    for layer in options.layers:
        if layer not in names:
            raise NoSuchLayer(path=path, layer=layer, layers=", ".join(names))
    return options.layers or tuple(names)
