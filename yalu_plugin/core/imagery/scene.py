"""A scene: one picture of the ground, with its date and what the date rests on."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.footprint_box import Box, footprint_box
from yalu_plugin.core.imagery.image_files import image_name
from yalu_plugin.core.plain_text import one_line


@dataclass(frozen=True)
class Scene:
    """One image. Its fields are the columns of the survey's `images` table.

    `acquired_from` and `acquired_to` are aware UTC datetimes, both inclusive, or both None (undated: then
    `date_kind` and `date_source` are empty). `date_kind` and `date_source` use the words of core.schema.
    `footprint_wkt` is a POLYGON in EPSG:4326 (longitude latitude) or empty. `cloud_cover` is in percent,
    `gsd_m` the ground sample distance in metres.
    """

    id: str
    uri: str
    acquired_from: datetime | None = None
    acquired_to: datetime | None = None
    date_kind: str = ""
    date_source: str = ""
    platform: str = ""
    provider: str = ""
    gsd_m: float | None = None
    cloud_cover: float | None = None
    attribution: str = ""
    licence: str = ""
    synthetic: bool = False
    footprint_wkt: str = ""
    item_url: str = ""

    @property
    def dated(self) -> bool:
        """Whether anything tells when it was taken."""
        return self.acquired_from is not None

    @property
    def day(self) -> date | None:
        """The UTC day on which the acquisition began."""
        return self.acquired_from.date() if self.acquired_from else None

    @property
    def last_day(self) -> date | None:
        """The UTC day on which the acquisition ended."""
        end = self.acquired_to or self.acquired_from
        return end.date() if end else None

    @cached_property
    def box(self) -> Box | None:
        """The box around the footprint, where there is one: read once, and asked at every move of the map."""
        return footprint_box(self.footprint_wkt)

    @property
    def source(self) -> str:
        """Whose image it is: as it has to be named, else who made it, else where its item lies on the web; or empty."""
        from yalu_plugin.core.imagery.item_address import web_address  # on first use: a start has 50 ms

        return self.attribution or self.provider or web_address(self.item_url)

    @property
    def name(self) -> str:
        """What the image is called, as in core.imagery.files.image_name, in one line."""
        return one_line(image_name(self.uri))

    @property
    def label(self) -> str:
        """In a list: "2016-10-14 UTC sentinel-2 acquired". A synthetic scene says so, an undated one is named."""
        kind = "at or before this date" if self.date_kind == "at_or_before" else self.date_kind
        parts = [f"{self.day} UTC", self.platform, kind] if self.dated else [self.name, "undated"]
        return " ".join(part for part in (*parts, "SYNTHETIC" if self.synthetic else "") if part)


NAME_IN_FILE = "NAME_IN_FILE"  # the key of metadata under which is what one of several images in a file is called


class RasterFacts(NamedTuple):
    """What a raster file tells about itself, whoever reads it.

    `metadata` has upper-case keys. `footprint_wkt` is a POLYGON in EPSG:4326, empty where the file is not placed
    on the ground; `problem` then says why. A file that holds several images has as many `parts`; `crs` is the one it
    was given for want of its own, `uses` the files it is made of.
    """

    metadata: Mapping[str, str] = MappingProxyType({})
    footprint_wkt: str = ""
    gsd_m: float | None = None
    problem: YaluError | None = None
    parts: int = 0
    crs: str = ""
    uses: tuple[str, ...] = ()


def scene_id(uri: str) -> str:
    """The id of the scene at `uri`: a UUID that is the same each time the same place is catalogued."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, uri))
