"""A WMTS or WMS layer with a TIME dimension as a source: one scene for each time that its capabilities list."""

from __future__ import annotations

from itertools import islice
from urllib.parse import urlsplit

from qgis.core import QgsFeedback

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.address_dates import MAX_DATES, TooManyDates
from yalu_plugin.core.imagery.catalogue import Catalogue, Problem
from yalu_plugin.core.imagery.keys import refuse_key
from yalu_plugin.core.imagery.query import SceneQuery
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.stac_search import Request
from yalu_plugin.core.imagery.tiles import box_wkt
from yalu_plugin.core.imagery.time_domain import ServiceTime
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.network import Stopped, fetch
from yalu_plugin.layers.sources.capabilities import NoSuchLayer, timed_layers
from yalu_plugin.layers.sources.presets import GIBS, GIBS_ATTRIBUTION, GIBS_LICENCE
from yalu_plugin.layers.sources.source import Source
from yalu_plugin.layers.sources.timed_layer import TimedLayer


class MapsWithoutAuthentication(YaluError):
    """A WMS that wants an authentication: GDAL draws its maps, and has no key to QGIS' store."""

    template = translatable("A WMS is drawn without QGIS' authentication. Choose none, or the WMTS of this service.")


class WmtsSource(Source):
    """The times of `layer` at the service whose capabilities are at `address`. `date_kind` says what a time there is.

    `authcfg` is the id of an entry in QGIS' authentication store, empty for none. Raises KeyInAddress.
    """

    def __init__(self, address: str, layer: str, date_kind: str, authcfg: str = "") -> None:
        refuse_key(address)
        self._address, self._layer, self._date_kind, self._authcfg = address, layer, date_kind, authcfg

    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """A scene for each time within the query's days, the first MAX_DATES of them. Raises NotCapabilities,
        NoSuchLayer, MapsWithoutAuthentication, KeyInAddress where the service writes keys into its addresses, and
        what fetching raises.
        """
        layers = fetch_layers(self._address, self._authcfg, feedback)
        if feedback.isCanceled():
            return Catalogue.of([], [])
        if self._layer not in layers:
            raise NoSuchLayer(address=self._address, layer=self._layer)
        layer = layers[self._layer]
        refuse_key(layer.template)
        if self._authcfg and layer.zmax is None:
            raise MapsWithoutAuthentication()
        if query.extent is not None and layer.box is not None and not query.reaches(layer.box):
            return Catalogue.of([], [])
        times = list(islice(layer.times(query.start, query.end), MAX_DATES + 1))
        problems: list[YaluError] = [TooManyDates(most=MAX_DATES)] if len(times) > MAX_DATES else []
        made = [(timed_scene(layer, time, self._address, self._date_kind, self._authcfg), None)
                for time in times[:MAX_DATES]]
        return Catalogue.of(made, [Problem(None, error) for error in problems])


def timed_scene(layer: TimedLayer, time: ServiceTime, address: str, date_kind: str, authcfg: str) -> Scene:
    """The scene of one time of a layer of the service whose capabilities are at `address`."""
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
    """The timed layers of the service at `address`, by name; none once `feedback` is cancelled.

    Raises NotCapabilities and what fetch raises.
    """
    request = Request(address, headers={"Accept": "application/xml, text/xml"}, authcfg=authcfg)
    try:
        content, _ = fetch(request, feedback)
    except Stopped:
        return {}
    return timed_layers(content, address)
