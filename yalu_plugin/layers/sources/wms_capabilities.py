"""The layers of a WMS with a time that can be drawn in web mercator, and the addresses of their maps.

As in OGC 06-042 (WMS 1.3.0), and in 1.1.1 with its differences: SRS for CRS, Extent for Dimension.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from yalu_plugin.core.imagery.scene_query import Box
from yalu_plugin.layers.gdal_xml import Node, attribute, child, child_text, children, descendants, text_of
from yalu_plugin.layers.sources.timed_layer import FORMATS, TimedLayer, append_query, parse_narrow_box

ROOTS = ("WMS_Capabilities", "WMT_MS_Capabilities")
_MERCATOR = ("EPSG:3857", "EPSG:900913", "EPSG:102100")  # the first is best supported by QGIS
_BOUNDS = ("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")


@dataclass(frozen=True)
class _Inherited:
    """What a layer inherits from the layers around it."""

    systems: frozenset[str] = frozenset()
    values: tuple[str, ...] = ()
    box: Box | None = None


def map_layers(root: Node, address: str) -> Iterator[TimedLayer]:
    """Yield the layers of a WMS' capabilities that have a time and can be drawn in web mercator."""
    capability = child(root, "Capability") or []
    get_map = next(descendants(capability, "GetMap"), [])
    gets = [attribute(one, "href") for get in descendants(get_map, "Get") for one in descendants(get, "OnlineResource")]
    offered = [text_of(one) for one in descendants(get_map, "Format")]
    media = next((one for one in FORMATS if one in offered), "image/png")
    version = attribute(root, "version") or "1.3.0"
    for top in children(capability, "Layer"):
        for name, title, inherited in _requestable(top, _Inherited()):
            system = next((one for one in _MERCATOR if one in inherited.systems), "")
            if inherited.values and system:
                query = {"SERVICE": "WMS", "VERSION": version, "REQUEST": "GetMap", "LAYERS": name, "STYLES": "",
                         "CRS" if version >= "1.3" else "SRS": system, "FORMAT": media, "TRANSPARENT": "TRUE"}
                template = append_query(next(iter(gets), address), urlencode(query, safe="/:") + "&TIME={Time}")
                yield TimedLayer(name, title, template, None, inherited.values, inherited.box)


def _requestable(node: Node, parent: _Inherited) -> Iterator[tuple[str, str, _Inherited]]:
    """Yield the named layers, with their own and inherited properties (06-042, 7.2.4.8)."""
    systems = {word for name in ("CRS", "SRS") for one in children(node, name) for word in text_of(one).split()}
    inherited = replace(parent, systems=parent.systems | systems, values=_times(node) or parent.values,
                        box=_bounds(node) or parent.box)
    if child_text(node, "Name"):
        yield child_text(node, "Name"), child_text(node, "Title") or child_text(node, "Name"), inherited
    for one in children(node, "Layer"):
        yield from _requestable(one, inherited)


def _times(node: Node) -> tuple[str, ...]:
    """Return the times of the layer itself: in Dimension, or in 1.1.1's Extent."""
    return tuple(text_of(one) for name in ("Extent", "Dimension") for one in children(node, name)
                 if attribute(one, "name").lower() == "time" and text_of(one))[:1]


def _bounds(node: Node) -> Box | None:
    box, old = child(node, "EX_GeographicBoundingBox"), child(node, "LatLonBoundingBox")
    if box is not None:
        return parse_narrow_box([child_text(box, name) for name in _BOUNDS])
    return parse_narrow_box([attribute(old, name) for name in ("minx", "miny", "maxx", "maxy")]) if old else None
