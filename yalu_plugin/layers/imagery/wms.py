"""Scenes that are maps of a WMS, one for each date: drawn by QGIS' own client, the view in one request, at its size.

That client wants the service's capabilities for each layer, of which a service with many has megabytes, and each date
is a layer. What it needs to know of one is in the scene's uri, so it is handed just that, as capabilities in a data URL
(RFC 2397): nothing is asked for until a map is drawn, and then by QGIS' network manager, with its proxy, timeout and
authentication.
"""

from __future__ import annotations

import math
from base64 import b64encode
from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from qgis.core import QgsDataSourceUri

from yalu_plugin.core.imagery.query import Box
from yalu_plugin.core.imagery.tiles import MAX_LATITUDE, centre_of

_OWN = {"SERVICE", "VERSION", "REQUEST", "LAYERS", "STYLES", "CRS", "SRS", "FORMAT", "TRANSPARENT"}
# The client adds its question for capabilities to every address but one with this name in it. A parameter of the media
# type is a place for it.
_AS_IT_IS = "name=/WMTSCapabilities.xml"
_RADIUS = 6378137.0  # metres, of web mercator's sphere: EPSG:3857
_PIECE = 64  # pixels


def is_map(uri: str) -> bool:
    """Whether a scene's uri is a GetMap request, all but its box and size."""
    return uri.startswith(("http://", "https://")) and "REQUEST=GetMap" in uri


def map_source(uri: str) -> str:
    """The data source for the scene at `uri`, for QGIS' provider "wms"."""
    asked = _asked(uri)
    source = QgsDataSourceUri()
    for name, value in (("url", f"data:text/xml;{_AS_IT_IS};base64,{b64encode(_capabilities(uri).encode()).decode()}"),
                        ("crs", _system(asked)), ("format", asked["FORMAT"]), ("layers", asked["LAYERS"]),
                        ("styles", asked["STYLES"])):
        source.setParam(name, value)
    if authcfg_of(uri):
        source.setAuthConfigId(authcfg_of(uri))
    return bytes(source.encodedUri()).decode()


def authcfg_of(uri: str) -> str:
    """The id of the entry in QGIS' authentication store that its fragment names; empty for none."""
    return dict(parse_qsl(urlsplit(uri).fragment)).get("authcfg", "")


def piece_of(uri: str, box: Box) -> str:
    """The address of a small map of the middle of `box` (EPSG:4326): enough to see whether the service has any."""
    west, south, east, north = box
    longitude, latitude = centre_of(box)
    half = _RADIUS * math.radians(max((east - west) % 360, 1e-6)) / 20
    bounded = math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude)))
    x, y = _RADIUS * math.radians(longitude), _RADIUS * math.asinh(math.tan(bounded))
    asked = {"BBOX": f"{x - half},{y - half},{x + half},{y + half}", "WIDTH": _PIECE, "HEIGHT": _PIECE}
    return f"{urlsplit(uri)._replace(fragment='').geturl()}&{urlencode(asked, safe=',')}"


def _asked(uri: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(uri).query, keep_blank_values=True))


def _system(asked: dict[str, str]) -> str:
    return next(asked[name] for name in ("CRS", "SRS") if name in asked)


def _capabilities(uri: str) -> str:
    """As OGC 06-042 (WMS 1.3.0) has it, or 01-068r3 (1.1.1): one layer on the square of web mercator."""
    parts, asked = urlsplit(uri), _asked(uri)
    # what is left is the time, and what the service adds
    rest = urlencode({name: value for name, value in asked.items() if name not in _OWN}, safe="/:")
    server = urlunsplit((parts.scheme, parts.netloc, parts.path, rest, "")) + "&"
    root, system = ("WMS_Capabilities", "CRS") if "CRS" in asked else ("WMT_MS_Capabilities", "SRS")
    edge, crs = math.pi * _RADIUS, escape(_system(asked))
    box = f'<BoundingBox {system}="{crs}" minx="{-edge}" miny="{-edge}" maxx="{edge}" maxy="{edge}"/>'
    return (f'<{root} version="{escape(asked["VERSION"])}" xmlns:xlink="http://www.w3.org/1999/xlink"><Capability>'
            f'<Request><GetMap><Format>{escape(asked["FORMAT"])}</Format><DCPType><HTTP><Get>'
            f'<OnlineResource xlink:href="{escape(server)}"/></Get></HTTP></DCPType></GetMap></Request>'
            f'<Layer><Name>{escape(asked["LAYERS"])}</Name><{system}>{crs}</{system}>{box}</Layer></Capability></{root}>')
