"""Guesses the meaning of the columns of an imported file from their headers and contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from yalu_plugin.core.importing.column_contents import ENOUGH_SHARE, ColumnContents
from yalu_plugin.core.importing.column_map import DATE, FIELDS, POSITION, ColumnMap
from yalu_plugin.core.importing.coordinate_parser import LATITUDE, LONGITUDE
from yalu_plugin.core.importing.headers import HEADERS, Headers, is_of_another_place, is_of_other_things
from yalu_plugin.core.importing.import_source import Source
from yalu_plugin.core.importing.own_exports import is_own_export, own_columns
from yalu_plugin.core.importing.vocabulary import FOLDERS, ICON_COLOUR, folded, kind_in_name, kind_in_path

_HOLDS = {field.name: field.holds for field in FIELDS}
_STATES_BY_HEADER = ("under_construction", "washed_out", "removed")  # such a column may also hold yes and no
_MAYBE_DATES = {"seen", "observed", "sighted", "visited", "acquired", "time", "day", "begin", "end", "when", "first",
                "last", "earliest", "latest", "최초", "최종", "최근", "最早", "最近", "最后"}
_MEANINGLESS = re.compile(r"\w{1,2}|column \d+|field_?\d+")
_ZONE = re.compile(r"(utm ?)?(zone ?)?\d{1,2} ?[A-Z]?", re.IGNORECASE)
_COORDINATES = ("coord", "lat", "좌표", "坐标", "座標", "координат", "mgrs", "wkt")
_MAX_KIND_TEXT = 40  # characters; a longer text about a site may name several kinds
Guess = dict[str, str]  # field -> column
_IDS_PER_MISTAKE = 10  # of ids that are given twice


def guess_columns(source: Source) -> ColumnMap:
    """Return the likely meaning of the columns. Positions come from the geometry where every row has one."""
    if is_own_export(source):
        return own_columns(source)
    contents, headers = ColumnContents(source), Headers(source.columns)
    guess: Guess = {}
    has_positions = source.has_geometry and all(row.lat is not None or row.geometry or row.error for row in source.rows)
    wanted = [field for field in HEADERS if not (has_positions and _HOLDS[field] == POSITION)]
    for find in (headers.exact, headers.partial):
        for field in wanted:
            if field not in guess:
                free = (column for column in find(field)
                        if column not in guess.values() and column != source.format_time_column)
                column = next((column for column in free
                               if _fits(field, column, contents, sure=find == headers.exact)), None)
                if column is not None:
                    guess[field] = column
    if not has_positions:
        _resolve_positions(guess, source, contents)
    _guess_field(guess, "date", filter(None, [source.format_time_column]),
                 lambda column: _fits("date", column, contents, sure=True))
    _add_dates(guess, source.columns, contents)
    _add_words(guess, source.columns, contents)
    _guess_field(guess, "kind", headers.exact("kind"), lambda column: column not in guess.values())
    if "id" in guess and not identifies_sites(source, guess["id"], _site_columns(guess)):
        del guess["id"]
    projected = "latitude" in guess and "utm_zone" not in guess
    return ColumnMap(crs=source.crs if projected and not source.has_geometry else "", **guess)


def _fits(field: str, column: str, contents: ColumnContents, sure: bool) -> bool:
    """Whether the contents of the column fit the field that its header names; `sure` if the whole header names it."""
    texts = contents.texts(column)
    if not texts:  # "location accuracy" is not a place, nor is an empty column
        return sure or field != "pair"
    if field == "pair":
        return contents.positions(column) > 0 or (sure and _mentions_coordinates(column) and not contents.dates(column))
    if field in ("latitude", "longitude"):
        return contents.dates(column) < 0.5 and (sure or contents.angles(column) > 0 or "itude" in column.casefold())
    if field == "utm_zone":
        return all(_ZONE.fullmatch(text) for text in texts)
    if field in _STATES_BY_HEADER:
        return contents.possible_dates(column) >= 0.5
    if _HOLDS[field] == DATE and (not sure or folded(column) in _MAYBE_DATES):
        return contents.possible_dates(column) >= 0.5
    if _HOLDS[field] == DATE:  # "datum" is also the start of chainages in our own tables
        return contents.positions(column) < 0.5
    if field == "kind":  # of "category" and "class", the one whose values name kinds
        return contents.kinds(column, certain=False) > 0
    if field == "name":
        return contents.positions(column) < ENOUGH_SHARE
    return True


def _mentions_coordinates(column: str) -> bool:
    """Whether the header means coordinates even where no value can be read, unlike "location" or "point"."""
    return any(word in column.casefold() for word in _COORDINATES)


def _resolve_positions(guess: Guess, source: Source, contents: ColumnContents) -> None:
    """Keep latitude and longitude only together and filled, else guess them from the contents of the columns.

    Parts of degrees and a UTM zone are kept only with both.
    """
    has_both = {"latitude", "longitude"} <= guess.keys()
    if "pair" in guess and (not has_both or not contents.texts(guess["latitude"])):
        _drop(guess, ("latitude", "longitude"))
    elif "pair" in guess and not contents.positions(guess["pair"]):
        _drop(guess, ("pair",))
    elif "pair" not in guess and not has_both:
        _drop(guess, ("latitude", "longitude"))
        taken = {column for field, column in guess.items() if _HOLDS[field] in (POSITION, DATE)}
        guess.update(_positions_by_content([c for c in source.columns if c not in taken], contents))
    if "latitude" not in guess:
        _drop(guess, [field for field in guess if field.startswith(("latitude_", "longitude_", "utm_"))])
    for field in ("latitude", "longitude", "pair"):  # a column of coordinates holds nothing else
        _drop(guess, [other for other, column in guess.items() if column == guess.get(field)
                      and other not in (field, "note")])


def _positions_by_content(columns: Iterable[str], contents: ColumnContents) -> Guess:
    """Find a column of whole places, one of latitudes and one of longitudes, or a text that contains places."""
    columns = [column for column in columns if not contents.is_constant(column) and not is_of_another_place(column)]
    whole = next((column for column in columns if contents.positions(column) >= ENOUGH_SHARE), None)
    if whole is not None:
        return {"pair": whole}
    axes = {column: contents.axis(column) for column in columns}
    latitude = [column for column, axis in axes.items() if axis == LATITUDE]
    longitude = [column for column, axis in axes.items() if axis == LONGITUDE]
    if len(latitude) == 1 and len(longitude) == 1:
        return {"latitude": latitude[0], "longitude": longitude[0]}
    written = next((column for column in columns if contents.places_in_text(column) >= 0.5
                    or contents.positions(column) >= 0.5), None)
    return {"pair": written} if written is not None else {}


def _drop(guess: Guess, fields: Iterable[str]) -> None:
    for field in fields:
        guess.pop(field, None)


def _add_dates(guess: Guess, columns: Iterable[str], contents: ColumnContents) -> None:
    """Take the only column of dates with a meaningless header as the date, where no other column is a date."""
    if not any(_HOLDS[field] == DATE for field in guess):
        free = (column for column in columns if column not in guess.values() and _MEANINGLESS.fullmatch(column))
        found = [column for column in free if contents.dates(column) >= ENOUGH_SHARE]
        if len(found) == 1:
            guess["date"] = found[0]


def _add_words(guess: Guess, columns: Iterable[str], contents: ColumnContents) -> None:
    """Guess states and kinds from contents; kinds also from folders, names, short descriptions and icon colours."""
    free = [column for column in columns if column not in guess.values() and column not in FOLDERS
            and not is_of_other_things(column)]
    if "state" not in guess:
        _guess_field(guess, "state", free, lambda column: contents.states(column) >= ENOUGH_SHARE)
        _guess_field(guess, "state", free, lambda column: contents.states(column) >= 0.5
                     and contents.states(column, certain=False) >= ENOUGH_SHARE)
    if "kind" in guess:
        return
    whole = [column for column in free if column != ICON_COLOUR and column != guess.get("state")]
    _guess_field(guess, "kind", whole, lambda column: contents.kinds(column) >= ENOUGH_SHARE)
    _guess_field(guess, "kind", FOLDERS, lambda column: contents.kinds(column, read=kind_in_path) >= ENOUGH_SHARE)
    name, note = guess.get("name"), guess.get("note")
    _guess_field(guess, "kind", [name] if name else [],
                 lambda column: contents.kinds(column, False, kind_in_name) >= 0.5)
    _guess_field(guess, "kind", [note] if note else [],
                 lambda column: contents.kinds(column, read=kind_in_name) >= ENOUGH_SHARE
                 and all(len(text) <= _MAX_KIND_TEXT for text in contents.texts(column)))
    _guess_field(guess, "kind", [ICON_COLOUR], lambda column: contents.kinds(column, certain=False) >= ENOUGH_SHARE)


def _guess_field(guess: Guess, field: str, columns: Iterable[str], fits: Callable[[str], bool]) -> None:
    if field not in guess:
        found = next((column for column in columns if fits(column)), None)
        if found is not None:
            guess[field] = found


def _site_columns(guess: Guess) -> list[str]:
    """The columns that identify the site of a row."""
    return [guess[field] for field in ("name", "pair", "latitude", "longitude") if field in guess]


def identifies_sites(source: Source, column: str, site_columns: Sequence[str]) -> bool:
    """Whether each id in the column belongs to one row, or to rows equal in `site_columns` (the log of a site).

    A few ids may be given twice by mistake; those rows will be refused.
    """
    site_of: dict[str, int] = {}  # by id, the hash of the site: a list may be long
    wrong = 0
    for row in source.rows:
        identity = row.values.get(column, "").strip()
        if not identity:
            continue
        site = (*(row.values.get(each, "") for each in site_columns), row.lon or "", row.lat or "")
        if identity in site_of and not (any(site) and site_of[identity] == hash(site)):
            wrong += 1
        else:
            site_of[identity] = hash(site)
    return bool(site_of) and wrong * _IDS_PER_MISTAKE <= len(site_of)
