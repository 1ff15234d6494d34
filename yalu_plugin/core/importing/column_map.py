"""The fields that the columns of an imported file can hold, and the map from fields to columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from yalu_plugin.core.text import translatable

POSITION, DATE, WORD, TEXT = "position", "date", "word", "text"  # what a field's column holds


@dataclass(frozen=True)
class ColumnMap:
    """Which column of the file holds what; None where no column does. One column may serve several fields.

    A row's place is read from `pair` (a whole place in any notation), else from `latitude` and `longitude`, else
    from the file's own geometry: the first of them that is filled. Minutes, seconds and hemisphere belong to degrees
    in separate columns. With `utm_zone`, and with a `crs` (text that PROJ understands), `latitude` and
    `longitude` are northing and easting in metres; without either, degrees in EPSG:4326.

    `date` is the day of the row's state (present where no column holds the state), `first_seen`, `last_seen`,
    `under_construction`, `washed_out` and `removed` are days of the state that they imply (present, ..., absent).
    `date_to` and `first_seen_to` are the last days of the intervals that `date` and `first_seen` begin.
    """

    latitude: str | None = None
    longitude: str | None = None
    pair: str | None = None
    utm_zone: str | None = None
    latitude_minutes: str | None = None
    latitude_seconds: str | None = None
    latitude_hemisphere: str | None = None
    longitude_minutes: str | None = None
    longitude_seconds: str | None = None
    longitude_hemisphere: str | None = None
    id: str | None = None
    name: str | None = None
    kind: str | None = None
    state: str | None = None
    date: str | None = None
    date_to: str | None = None
    first_seen: str | None = None
    first_seen_to: str | None = None
    last_seen: str | None = None
    under_construction: str | None = None
    washed_out: str | None = None
    removed: str | None = None
    county: str | None = None
    at_fence_gate: str | None = None
    confidence: str | None = None
    note: str | None = None
    crs: str = ""

    @property
    def columns(self) -> dict[str, str]:
        """The column of the file for each field that has one."""
        named = {field.name: getattr(self, field.name) for field in FIELDS}
        return {field: column for field, column in named.items() if column is not None}


class Field(NamedTuple):
    """A field of ColumnMap as the user selects it: label, explanation, and the kind of content of its column."""

    name: str
    label: str
    meaning: str
    holds: str = TEXT


FIELDS = (
    Field("latitude", translatable("Latitude"),
          translatable("Column with the latitude, or with the northing (y) of a projected CRS"), POSITION),
    Field("longitude", translatable("Longitude"),
          translatable("Column with the longitude, or with the easting (x) of a projected CRS"), POSITION),
    Field("pair", translatable("Coordinates"),
          translatable("Column with the whole place: latitude and longitude, MGRS, WKT, a map link"), POSITION),
    Field("utm_zone", translatable("UTM zone"),
          translatable("Column with the UTM zone of northing and easting, such as 52T"), POSITION),
    Field("latitude_minutes", translatable("Latitude, minutes"),
          translatable("Column with the minutes of the latitude, degrees being in a column of their own"), POSITION),
    Field("latitude_seconds", translatable("Latitude, seconds"),
          translatable("Column with the seconds of the latitude"), POSITION),
    Field("latitude_hemisphere", translatable("Latitude, N or S"),
          translatable("Column that says whether the latitude is north or south"), POSITION),
    Field("longitude_minutes", translatable("Longitude, minutes"),
          translatable("Column with the minutes of the longitude, degrees being in a column of their own"), POSITION),
    Field("longitude_seconds", translatable("Longitude, seconds"),
          translatable("Column with the seconds of the longitude"), POSITION),
    Field("longitude_hemisphere", translatable("Longitude, E or W"),
          translatable("Column that says whether the longitude is east or west"), POSITION),
    Field("id", translatable("Id"), translatable("Column with the id that the source gives each site")),
    Field("name", translatable("Name"), translatable("Column with the site's name")),
    Field("kind", translatable("Kind"),
          translatable("Column that says vehicle, barge, staging area, fuel station, ..."), WORD),
    Field("state", translatable("State"),
          translatable("Column that says present, absent, washed out, under construction, ..."), WORD),
    Field("date", translatable("Date"),
          translatable("Column with the day of the state; of a sighting where no column says the state"), DATE),
    Field("date_to", translatable("Date, to"),
          translatable("Column with the last day, where the date is the first day of an interval"), DATE),
    Field("first_seen", translatable("First seen"),
          translatable("Column with the date the site was first seen"), DATE),
    Field("first_seen_to", translatable("First seen, to"),
          translatable("Column with the last day that the site can have been first seen"), DATE),
    Field("last_seen", translatable("Last seen"),
          translatable("Column with the date the site was last seen"), DATE),
    Field("under_construction", translatable("Under construction"),
          translatable("Column with a date on which the site was being built"), DATE),
    Field("washed_out", translatable("Washed out"),
          translatable("Column with a date on which the site was washed out"), DATE),
    Field("removed", translatable("Removed"),
          translatable("Column with a date on which the site was gone: removed, destroyed, closed"), DATE),
    Field("county", translatable("County"), translatable("Column with the county")),
    Field("at_fence_gate", translatable("Fence gate"),
          translatable("Column that says whether the site is at a gate of the border fence"), WORD),
    Field("confidence", translatable("Confidence"),
          translatable("Column that says confirmed, probable or possible"), WORD),
    Field("note", translatable("Note"),
          translatable("Column with notes; columns not chosen anywhere are kept in the note too")),
)
