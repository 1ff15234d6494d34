"""A WMTS or WMS layer with a TIME dimension as a source: one scene for each time in its capabilities."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from urllib.parse import urlsplit

from qgis.core import QgsFeedback

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.address_dates import MAX_DATES, TooManyDates
from yalu_plugin.core.imagery.address_keys import refuse_key
from yalu_plugin.core.imagery.catalogue import Catalogue, Problem
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.scene_query import Box, SceneQuery
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.imagery.tile_grid import TileAddress, box_wkt, centre_of, screen_zoom, tile_at
from yalu_plugin.core.imagery.time_domain import ServiceTime
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import Stopped, fetch
from yalu_plugin.layers.sources.image_source import ImageSource
from yalu_plugin.layers.sources.service_presets import GIBS, GIBS_ATTRIBUTION, GIBS_LICENCE
from yalu_plugin.layers.sources.tile_probe import is_tile_blank
from yalu_plugin.layers.sources.timed_layer import TimedLayer
from yalu_plugin.layers.sources.wmts_capabilities import NoTimedLayer, domain_values, timed_layers

MAX_TILES = 1_000  # checked in one search
XML = {"Accept": "application/xml, text/xml"}


class KeyForAnotherHost(YaluError):
    """A service whose tiles are on another host: its key would go to a host that the user has not named."""

    template = translatable("This service leads to other hosts ({hosts}), to which the key is not sent. Choose no "
                            "authentication, or the address of the tiles.")


class WmtsSource(ImageSource):
    """The times of `layer` at the service with capabilities at `address`. `date_kind` is the meaning of a time.

    `authcfg` is the id of an entry in QGIS' authentication store, empty for none. With `only_pictures`, times whose
    tile in the view's middle is blank are left out: satellites do not pass every place each day. Raises KeyInAddress.
    """

    def __init__(self, address: str, layer: str, date_kind: str, authcfg: str = "",
                 only_pictures: bool = False) -> None:
        refuse_key(address)
        self._only_pictures = only_pictures
        self._address, self._layer, self._date_kind, self._authcfg = address, layer, date_kind, authcfg

    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """Return a scene for each time within the query's days: the first MAX_DATES, or MAX_TILES if tiles are checked.

        Raises NotCapabilities, NoTimedLayer, KeyForAnotherHost, KeyInAddress if the service has keys in its addresses,
        and any error of fetching.
        """
        layers = fetch_layers(self._address, self._authcfg, feedback)
        if feedback.isCanceled():
            return Catalogue.of([], [])
        layer = self._checked_layer(layers)
        problems: list[YaluError] = []
        if query.extent is not None and layer.box is not None and not query.overlaps_extent(layer.box):
            return Catalogue.of([], [])
        if layer.domains:
            layer = self._with_all_times(layer, problems, feedback)
        checked_box = query.extent if self._only_pictures and layer.zmax is not None else None
        limit = MAX_DATES if checked_box is None else MAX_TILES
        times = list(islice(layer.times(query.start, query.end), limit + 1))
        if len(times) > limit:
            problems.append(TooManyDates(most=limit))
        scenes = [timed_scene(layer, time, self._address, self._date_kind, self._authcfg) for time in times[:limit]]
        if checked_box is not None:
            scenes = with_visible_tile(scenes, checked_box, feedback)
        return Catalogue.of([(scene, None) for scene in scenes], [Problem(None, error) for error in problems])

    def _checked_layer(self, layers: dict[str, TimedLayer]) -> TimedLayer:
        """Return the requested layer, checked to be stored and drawn without disclosing a key."""
        if self._layer not in layers:
            raise NoTimedLayer(address=self._address, layer=self._layer)
        layer = layers[self._layer]
        refuse_key(layer.template)
        hosts = {urlsplit(one).netloc for one in (self._address, layer.template, layer.domains or self._address)}
        if self._authcfg and len(hosts) > 1:
            raise KeyForAnotherHost(hosts=", ".join(sorted(hosts)))
        return layer

    def _with_all_times(self, layer: TimedLayer, problems: list[YaluError], feedback: QgsFeedback) -> TimedLayer:
        """Return the layer with every time it has; if that fails, with those of the capabilities, and a problem."""
        try:
            content, _ = fetch(Request(layer.domains, headers=XML, authcfg=self._authcfg), feedback)
            return replace(layer, values=domain_values(content, layer.domains))
        except YaluError as error:
            problems.append(error)
        except Stopped:
            feedback.cancel()
        return layer


def with_visible_tile(scenes: list[Scene], box: Box, feedback: QgsFeedback) -> list[Scene]:
    """Return the tile scenes that show something in the middle of `box`; fewer if cancelled.

    Raises NotAPicture and any error of fetching.
    """
    found: list[Scene] = []
    try:
        for done, scene in enumerate(scenes, start=1):
            address = TileAddress.parse(scene.uri)
            tile = tile_at(*centre_of(box), min(address.zmax, screen_zoom(box)))
            if not is_tile_blank(address.of(tile), address.authcfg, feedback):
                found.append(scene)
            feedback.setProgress(100 * done / len(scenes))
    except Stopped:
        feedback.cancel()
    return found


def timed_scene(layer: TimedLayer, time: ServiceTime, address: str, date_kind: str, authcfg: str) -> Scene:
    """Return the scene of one time of a layer of the service with capabilities at `address`."""
    uri = layer.uri(time.text, authcfg)
    from_gibs = urlsplit(address).hostname == urlsplit(GIBS).hostname
    return Scene(
        id=scene_id(uri),
        uri=uri,
        acquired_from=time.span.begin,
        acquired_to=time.span.end,
        date_kind=date_kind,
        date_source="service",
        platform=layer.title,
        attribution=GIBS_ATTRIBUTION if from_gibs else "",
        licence=GIBS_LICENCE if from_gibs else "",
        footprint_wkt=box_wkt(layer.box) if layer.box else "",
        item_url=address,
    )


def fetch_layers(address: str, authcfg: str, feedback: QgsFeedback) -> dict[str, TimedLayer]:
    """Return the timed layers of the service at `address`, by name; none once `feedback` is cancelled.

    Raises NotCapabilities and any error of fetch.
    """
    request = Request(address, headers=XML, authcfg=authcfg)
    try:
        content, _ = fetch(request, feedback)
    except Stopped:
        return {}
    return timed_layers(content, address)
