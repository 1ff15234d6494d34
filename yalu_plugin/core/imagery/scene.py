"""A scene: one picture of the ground, with its date and the evidence for the date."""

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
    `date_kind` and `date_source` are empty). `date_kind` and `date_source` have values of core.schema.
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
        """Whether the scene has a date."""
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
        """The bounding box of the footprint, None without one. Computed once, because every map move needs it."""
        return footprint_box(self.footprint_wkt)

    @property
    def source(self) -> str:
        """The attribution, else the provider, else the web address of its item; or empty."""
        from yalu_plugin.core.imagery.item_address import web_address  # not at start: it has 50 ms

        return self.attribution or self.provider or web_address(self.item_url)

    @property
    def name(self) -> str:
        """The name of the image, as in core.imagery.image_files.image_name, in one line."""
        return one_line(image_name(self.uri))

    @property
    def label(self) -> str:
        """The label in a list: "2016-10-14 UTC sentinel-2 acquired"; an undated scene has its name in it."""
        kind = "at or before this date" if self.date_kind == "at_or_before" else self.date_kind
        parts = [f"{self.day} UTC", self.platform, kind] if self.dated else [self.name, "undated"]
        return " ".join(part for part in (*parts, "SYNTHETIC" if self.synthetic else "") if part)


NAME_IN_FILE = "NAME_IN_FILE"  # metadata key of the name of one of several images in a file


class RasterFacts(NamedTuple):
    """What a raster file states about itself.

    `metadata` has upper-case keys. `footprint_wkt` is a POLYGON in EPSG:4326, empty if the file has no position;
    `problem` is then the reason. `parts` is the number of images in a file with several; `crs` is the one assigned to
    it if it has none of its own; `uses` are the files it refers to.
    """

    metadata: Mapping[str, str] = MappingProxyType({})
    footprint_wkt: str = ""
    gsd_m: float | None = None
    problem: YaluError | None = None
    parts: int = 0
    crs: str = ""
    uses: tuple[str, ...] = ()


def scene_id(uri: str) -> str:
    """Return the id of the scene at `uri`: a UUID that is the same each time this uri is catalogued."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, uri))
