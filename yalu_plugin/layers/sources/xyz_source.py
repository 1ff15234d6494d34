"""A tile address with a date in it as a source: one scene for each month, quarter or day, or each of a list."""

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
from yalu_plugin.core.imagery.scene_query import SceneQuery
from yalu_plugin.core.imagery.tile_grid import TileAddress, centre_of, screen_zoom, tile_at
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import ServiceRefused, Stopped
from yalu_plugin.layers.sources.image_source import Source
from yalu_plugin.layers.sources.tile_probe import tile_digest


class NoFirstDay(YaluError):
    """Dates to be counted from nowhere."""

    template = translatable("Nothing tells from when on there are tiles. Choose the first day.")


@dataclass(frozen=True)
class TileCredits:
    """Whose tiles they are, as their scenes will say it."""

    platform: str = ""
    attribution: str = ""
    licence: str = ""


class XyzSource(Source):
    """The dated tiles at `address`, its template with {x}, {y}, {z} and date placeholders, one scene each `step`.

    `step` is a word of address_dates.STEPS; for LISTED, `dates` has the days, months and quarters. `date_kind` says
    what the dates are dates of: nobody else knows. Raises NotATileAddress, NotADate and KeyInAddress.
    """

    def __init__(self, address: TileAddress, step: str, dates: str = "", date_kind: str = "at_or_before",
                 told: TileCredits = TileCredits()) -> None:
        check_template(address.template)
        refuse_key(address.template)
        self._address, self._step, self._date_kind, self._told = address, step, date_kind, told
        self._listed = listed_spans(dates) if step == LISTED else []

    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """A scene for each date of the query's days that has begun. The last one's tile in the view's middle is
        fetched, to see that the address is right. Raises NoFirstDay, TooManyDates, and what fetching raises.
        """
        now = datetime.now(timezone.utc)
        scenes = [self._scene(span) for span in self._spans(query, now) if span.begin <= now]
        scenes = [scene for scene in scenes if query.admits(scene)]
        problems: list[Problem] = []
        try:
            if scenes and query.extent is not None:
                self._try(scenes[-1], query, feedback)
        except ServiceRefused as error:  # the newest may not be there yet
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
        return Scene(scene_id(uri), uri, span.begin, span.end, self._date_kind, "address", self._told.platform,
                     attribution=self._told.attribution, licence=self._told.licence, item_url=template)

    @staticmethod
    def _try(scene: Scene, query: SceneQuery, feedback: QgsFeedback) -> None:
        address = TileAddress.parse(scene.uri)
        zoom = max(address.zmin, min(address.zmax, screen_zoom(query.extent)))
        tile_digest(address.of(tile_at(*centre_of(query.extent), zoom)), address.authcfg, feedback)
