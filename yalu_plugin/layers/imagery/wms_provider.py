"""Data sources of QGIS' provider "wms" for scenes that are layers of tiles, or maps of a WMS, one for each date.

Maps are drawn by QGIS' own client, the view in one request at its size. That client needs the service's capabilities
for each layer; those of a large service have megabytes, and each date is a layer. What it needs to know of one layer is
in the scene's uri, so it gets just that, as capabilities in a data URL (RFC 2397): nothing is requested until a map is
drawn, and then by QGIS' network manager, with its proxy, timeout and authentication.
"""

from __future__ import annotations

import math
from base64 import b64encode
from html import escape
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from qgis.core import QgsDataSourceUri

from yalu_plugin.core.imagery.scene_query import Box
from yalu_plugin.core.imagery.tile_grid import MAX_LATITUDE, TileAddress, centre_of

# QGIS' provider for WMS, WMTS and XYZ. It downloads while drawing, through QGIS' network manager.
TILE_PROVIDER = "wms"
_WMS_PARAMETERS = {"SERVICE", "VERSION", "REQUEST", "LAYERS", "STYLES", "CRS", "SRS", "FORMAT", "TRANSPARENT"}
# The client appends a GetCapabilities request to every address without this name. It is put into a parameter of the
# media type.
_UNCHANGED = "name=/WMTSCapabilities.xml"
_RADIUS = 6378137.0  # metres, of web mercator's sphere: EPSG:3857
_PROBE_PIXELS = 64  # pixels


def tile_source(uri: str) -> str:
    """Return the data source for the scene at `uri`.

    It never contains a key, only the id of the key's entry in QGIS' authentication store.
    """
    address = TileAddress.parse(uri)
    source = QgsDataSourceUri()
    for name, value in (("type", "xyz"), ("url", address.template), ("zmin", str(address.zmin)),
                        ("zmax", str(address.zmax))):
        source.setParam(name, value)
    if address.authcfg:
        source.setAuthConfigId(address.authcfg)
    return bytes(source.encodedUri()).decode()


def is_map(uri: str) -> bool:
    """Return whether a scene's uri is a GetMap request without box and size."""
    return uri.startswith(("http://", "https://")) and "REQUEST=GetMap" in uri


def map_source(uri: str) -> str:
    """Return the data source for the scene at `uri`."""
    query = _query(uri)
    source = QgsDataSourceUri()
    for name, value in (("url", f"data:text/xml;{_UNCHANGED};base64,{b64encode(_capabilities(uri).encode()).decode()}"),
                        ("crs", _system(query)), ("format", query["FORMAT"]), ("layers", query["LAYERS"]),
                        ("styles", query["STYLES"])):
        source.setParam(name, value)
    if authcfg_of(uri):
        source.setAuthConfigId(authcfg_of(uri))
    return bytes(source.encodedUri()).decode()


def authcfg_of(uri: str) -> str:
    """Return the id of the entry in QGIS' authentication store from the uri's fragment; empty for none."""
    return dict(parse_qsl(urlsplit(uri).fragment)).get("authcfg", "")


def probe_address(uri: str, box: Box) -> str:
    """Return the address of a small map in the middle of `box` (EPSG:4326), to see whether the service has data."""
    west, south, east, north = box
    longitude, latitude = centre_of(box)
    half = _RADIUS * math.radians(max((east - west) % 360, 1e-6)) / 20
    bounded = math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude)))
    x, y = _RADIUS * math.radians(longitude), _RADIUS * math.asinh(math.tan(bounded))
    query = {"BBOX": f"{x - half},{y - half},{x + half},{y + half}", "WIDTH": _PROBE_PIXELS, "HEIGHT": _PROBE_PIXELS}
    return f"{urlsplit(uri)._replace(fragment='').geturl()}&{urlencode(query, safe=',')}"


def _query(uri: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(uri).query, keep_blank_values=True))


def _system(query: dict[str, str]) -> str:
    return next(query[name] for name in ("CRS", "SRS") if name in query)


def _capabilities(uri: str) -> str:
    """Return capabilities after OGC 06-042 (WMS 1.3.0) or 01-068r3 (1.1.1): one layer on web mercator's square."""
    parts, query = urlsplit(uri), _query(uri)
    # the remaining parameters: the time, and what the service adds
    remaining = urlencode({name: value for name, value in query.items() if name not in _WMS_PARAMETERS}, safe="/:")
    server = urlunsplit((parts.scheme, parts.netloc, parts.path, remaining, "")) + "&"
    root, system = ("WMS_Capabilities", "CRS") if "CRS" in query else ("WMT_MS_Capabilities", "SRS")
    edge, crs = math.pi * _RADIUS, escape(_system(query))
    box = f'<BoundingBox {system}="{crs}" minx="{-edge}" miny="{-edge}" maxx="{edge}" maxy="{edge}"/>'
    return (f'<{root} version="{escape(query["VERSION"])}" xmlns:xlink="http://www.w3.org/1999/xlink"><Capability>'
            f'<Request><GetMap><Format>{escape(query["FORMAT"])}</Format><DCPType><HTTP><Get>'
            f'<OnlineResource xlink:href="{escape(server)}"/></Get></HTTP></DCPType></GetMap></Request>'
            f'<Layer><Name>{escape(query["LAYERS"])}</Name><{system}>{crs}</{system}>{box}</Layer></Capability></{root}>')
