"""A tile address with a date in it as a source: one scene for each month, quarter, day or date of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone

from qgis.core import QgsFeedback

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.address_dates import (
    LISTED,
    check_template,
    dated_address,
    listed_spans,
    spans_between,
)
from yalu_plugin.core.imagery.address_keys import refuse_key
from yalu_plugin.core.imagery.catalogue import Catalogue, Problem
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.scene_query import Box, SceneQuery
from yalu_plugin.core.imagery.tile_grid import TileAddress, centre_of, screen_zoom, tile_at
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import ServiceRefused, Stopped
from yalu_plugin.layers.sources.image_source import ImageSource
from yalu_plugin.layers.sources.tile_probe import tile_digest


class NoFirstDay(YaluError):
    """A search without the first of its dates."""

    template = translatable("The first day with tiles is not known. Choose the first day.")


@dataclass(frozen=True)
class TileCredits:
    """Platform, attribution and licence of the tiles, for their scenes."""

    platform: str = ""
    attribution: str = ""
    licence: str = ""


class XyzSource(ImageSource):
    """The dated tiles at `address`, its template with {x}, {y}, {z} and date placeholders, one scene each `step`.

    `step` is one of address_dates.STEPS; for LISTED, `dates` has the days, months and quarters. `date_kind` is the
    meaning of the dates, which only the user knows. Raises NotATileAddress, NotADate and KeyInAddress.
    """

    def __init__(self, address: TileAddress, step: str, dates: str = "", date_kind: str = "at_or_before",
                 tile_credits: TileCredits = TileCredits()) -> None:
        check_template(address.template)
        refuse_key(address.template)
        self._address, self._step, self._date_kind, self._credits = address, step, date_kind, tile_credits
        self._listed = listed_spans(dates) if step == LISTED else []

    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """Return a scene for each date of the query's days that has begun.

        The newest tile in the view's middle is fetched to check the address. Raises NoFirstDay, TooManyDates, and any
        error of fetching.
        """
        now = datetime.now(timezone.utc)
        scenes = [self._scene(span) for span in self._spans(query, now) if span.begin <= now]
        scenes = [scene for scene in scenes if query.admits(scene)]
        problems: list[Problem] = []
        try:
            if scenes and query.extent is not None:
                self._check_newest_tile(scenes[-1], query.extent, feedback)
        except ServiceRefused as error:  # the newest may not be published yet
            problems.append(Problem(None, error))
        except Stopped:
            feedback.cancel()
        return Catalogue.of([(scene, None) for scene in scenes], problems)

    def _spans(self, query: SceneQuery, now: datetime) -> list[TimeSpan]:
        if self._step == LISTED:
            return sorted(self._listed, key=lambda span: span.begin)
        if query.start is None:
            raise NoFirstDay()
        return spans_between(self._step, query.start, query.end or now.date())

    def _scene(self, span: TimeSpan) -> Scene:
        address = self._address
        template = dated_address(address.template, span.begin.date())
        uri = TileAddress(template, address.zmin, address.zmax, address.authcfg).uri
        return Scene(scene_id(uri), uri, span.begin, span.end, self._date_kind, "address", self._credits.platform,
                     attribution=self._credits.attribution, licence=self._credits.licence, item_url=template)

    @staticmethod
    def _check_newest_tile(scene: Scene, box: Box, feedback: QgsFeedback) -> None:
        address = TileAddress.parse(scene.uri)
        zoom = max(address.zmin, min(address.zmax, screen_zoom(box)))
        tile_digest(address.of(tile_at(*centre_of(box), zoom)), address.authcfg, feedback)
