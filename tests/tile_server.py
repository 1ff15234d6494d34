"""Local servers of tiles, WMTS, WMS and World Imagery Wayback, in the formats of the public services.

- XYZ: {z}/{x}/{y} addresses as QGIS and every slippy map requests them.
- WMTS: OGC 07-057r7, with one Time dimension and RESTful addresses, as in NASA GIBS' capabilities
  (nasa-gibs/gibs-api-docs, docs/access-basics.md); key-value pairs under /kvp.
- WMS: OGC 06-042 (1.3.0) and 01-068r3 (1.1.1), with a time that the layers inherit, under /wms.
- Wayback: `waybackconfig.json`, the tile, tilemap and metadata services, as Esri's open client requests and reads
  them (vannizhang/wayback-core: src/config, src/change-detector, src/metadata) and as the ArcGIS REST API documents
  the query of a feature layer.

Every picture is made up: one colour for each date, so that a test can identify the date it sees. SYNTHETIC.
"""

from __future__ import annotations

import json
import struct
import uuid
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from functools import partial
from http.server import BaseHTTPRequestHandler
from threading import Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.stac_server import HttpServer, send

# Release number: (day of release, colour of its tiles, day of acquisition or None). Equal colours: unchanged tiles.
RELEASES: dict[int, tuple[str, str, str | None]] = {
    10: ("2014-02-20", "red", "2010-09-30"),
    1049: ("2015-03-18", "red", "2010-09-30"),
    9203: ("2018-01-08", "green", "2017-05-02"),
    13161: ("2020-06-10", "green", "2017-05-02"),
    42403: ("2022-05-18", "blue", None),
    56102: ("2023-12-07", "white", "2022-10-11"),
}
COLOURS = {"red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255), "white": (255, 255, 255)}
# The service states that 13161 changed, though the picture is the previous one: only its bytes show that.
LAST_CHANGE = {10: 10, 1049: 10, 9203: 9203, 13161: 13161, 42403: 42403, 56102: 56102}
LAYER = "HLS_S30_Nadir_BRDF_Adjusted_Reflectance"
# All times of the layer; the capabilities have only the latest, as those of GIBS have the latest 100 periods.
DOMAINS = ("<Domains xmlns:ows='http://www.opengis.net/ows/1.1'><DimensionDomain><ows:Identifier>time</ows:Identifier>"
           "<Domain>2024-05-01/2024-05-03/P1D,2024-05-06/2024-05-06/P1D</Domain><Size>2</Size></DimensionDomain></Domains>")
BLANK = "2024-05-03"  # no satellite image
TIMES = ("2024-05-02/2024-05-03/P1D", "2024-05-06/2024-05-06/P1D")


class TileServer:
    """`requests` has the paths of the requests so far, `headers` the headers of each.

    `faults` maps the beginning of a path to a function that answers instead of the server.
    """

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.faults: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {}
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self.http = HttpServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.http.server_port}"
        self.address = f"http://{self.host}"
        self.run = uuid.uuid4().hex[:8]
        self.monthly = f"{self.address}/xyz/monthly_{{yyyy}}_{{mm}}/{{z}}/{{x}}/{{y}}.png"
        self.wayback = f"{self.address}/waybackconfig.json"
        self.wmts = f"{self.address}/wmts/1.0.0/WMTSCapabilities.xml"
        Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self.http.end()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.requests.append(handler.path)
        self.headers.append(dict(handler.headers))
        fault = next((fault for start, fault in self.faults.items() if handler.path.startswith(start)), None)
        parts = urlsplit(handler.path).path.strip("/").split("/")
        services = {"xyz": self._xyz, "wmts": self._wmts, "kvp": self._pairs, "wms": self._map,
                    "metadata": self._metadata, "arcgis": self._arcgis, "waybackconfig.json": self._config}
        (fault or partial(services.get(parts[0], self._nothing), parts))(handler)

    def _nothing(self, parts: list[str], handler: BaseHTTPRequestHandler) -> None:
        send(handler, b"not here", 404, "text/plain")

    def _config(self, parts: list[str], handler: BaseHTTPRequestHandler) -> None:
        send(handler, json.dumps(self.config()).encode())

    def _metadata(self, parts: list[str], handler: BaseHTTPRequestHandler) -> None:
        send(handler, json.dumps(metadata(int(parts[1]))).encode(), media="text/plain; charset=utf-8")

    def _arcgis(self, parts: list[str], handler: BaseHTTPRequestHandler) -> None:
        if "tilemap" in parts:
            self._tilemap(handler, *(int(part) for part in parts[-4:]))
        else:
            send(handler, png(COLOURS[RELEASES[int(parts[-4])][1]]), media="image/png")

    def _xyz(self, parts: list[str], handler: BaseHTTPRequestHandler) -> None:
        send(handler, png(colour_of(parts[1])), media="image/png")

    def _wmts(self, parts: list[str], handler: BaseHTTPRequestHandler) -> None:
        if parts[-1] == "WMTSCapabilities.xml":
            send(handler, self.capabilities().encode(), media="application/xml")
        elif parts[-1] == "all.xml":
            send(handler, DOMAINS.encode(), media="application/xml")
        else:
            send(handler, png((0, 0, 0) if parts[3] == BLANK else colour_of(parts[3])), media="image/png")

    def _pairs(self, parts: list[str], handler: BaseHTTPRequestHandler) -> None:
        send(handler, png(colour_of(parameters(handler)["TIME"])), media="image/png")

    def config(self) -> dict[str, Any]:
        service = f"{self.address}/arcgis/rest/services/World_Imagery"
        return {str(number): {
            "itemID": f"item{number}", "itemTitle": f"World Imagery (Wayback {day})",
            "itemURL": f"{service}/WMTS/1.0.0/default028mm/MapServer/tile/{number}/{{level}}/{{row}}/{{col}}",
            "metadataLayerUrl": f"{self.address}/metadata/{number}/MapServer",
            "metadataLayerItemID": f"meta{number}", "layerIdentifier": f"WB_{day[:4]}_R01",
        } for number, (day, _, _) in RELEASES.items()}

    def capabilities(self, layer: str = LAYER, times: tuple[str, ...] = TIMES, resource: bool = True) -> str:
        values = "".join(f"<Value>{value}</Value>" for value in times)
        template = f"{self.address}/wmts/{layer}/default/" "{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}"
        domains = (f'<ResourceURL format="text/xml" resourceType="Domains" template="{self.address}/wmts/1.0.0/{layer}/'
                   'default/{TileMatrixSet}/')
        url = (f'<ResourceURL format="image/png" resourceType="tile" template="{template}.png"/>'
               f'<ResourceURL format="image/png" resourceType="tile" template="{template.replace("/{Time}", "")}.png"/>'
               f'{domains}all/{{TimeStart}}--{{TimeEnd}}.xml"/>{domains}{{BBOX}}/all.xml"/>') if resource else ""
        return f"""<?xml version='1.0' encoding='UTF-8'?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1"
 xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
<ows:ServiceIdentification><ows:Title>Tiles &amp; times</ows:Title></ows:ServiceIdentification>
<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP>
<ows:Get xlink:href="{self.address}/kvp?"/></ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
<Contents>
<Layer><ows:Title xml:lang="en">Reflectance (Nadir &amp; adjusted, HLS, Sentinel-2)</ows:Title>
<ows:WGS84BoundingBox crs="urn:ogc:def:crs:OGC:2:84"><ows:LowerCorner>-180 -85.051129</ows:LowerCorner>
<ows:UpperCorner>180 85.051129</ows:UpperCorner></ows:WGS84BoundingBox>
<ows:Identifier>{layer}</ows:Identifier><Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style>
<Format>image/png</Format>
<Dimension><ows:Identifier>Time</ows:Identifier><ows:UOM>ISO8601</ows:UOM><Default>2024-05-06</Default>
<Current>false</Current>{values}</Dimension>
<TileMatrixSetLink><TileMatrixSet>GoogleMapsCompatible_Level12</TileMatrixSet></TileMatrixSetLink>{url}</Layer>
<Layer><ows:Title>Coastlines</ows:Title><ows:Identifier>Coastlines</ows:Identifier>
<TileMatrixSetLink><TileMatrixSet>GoogleMapsCompatible_Level12</TileMatrixSet></TileMatrixSetLink></Layer>
<Layer><ows:Title>Geographic</ows:Title><ows:Identifier>Geographic</ows:Identifier>
<Dimension><ows:Identifier>Time</ows:Identifier>{values}</Dimension>
<TileMatrixSetLink><TileMatrixSet>250m</TileMatrixSet></TileMatrixSetLink></Layer>
{matrix_set("GoogleMapsCompatible_Level12", "urn:ogc:def:crs:EPSG::3857", 559082264.0287178, 12)}
{matrix_set("250m", "urn:ogc:def:crs:OGC:1.3:CRS84", 223632905.6114871, 8)}
</Contents></Capabilities>"""

    def _map(self, parts: list[str], handler: BaseHTTPRequestHandler) -> None:
        query = parameters(handler)
        if query["REQUEST"] == "GetCapabilities":
            send(handler, self.wms_capabilities(query.get("VERSION", "1.3.0")).encode(), media="text/xml")
        else:
            send(handler, png(colour_of(query["TIME"]), int(query["WIDTH"])), media="image/png")

    def wms_capabilities(self, version: str = "1.3.0") -> str:
        old = version == "1.1.1"
        system, root = ("SRS", "WMT_MS_Capabilities") if old else ("CRS", "WMS_Capabilities")
        times = "2024-05-01/2024-05-03/P1D,2024-05-06"
        dimension = (f'<Dimension name="time" units="ISO8601"/><Extent name="time">{times}</Extent>'
                     if old else f'<Dimension name="time" units="ISO8601" default="2024-05-06">{times}</Dimension>')
        box = ('<LatLonBoundingBox minx="120" miny="40" maxx="130" maxy="43"/>' if old else
               "<EX_GeographicBoundingBox><westBoundLongitude>120</westBoundLongitude><eastBoundLongitude>130"
               "</eastBoundLongitude><southBoundLatitude>40</southBoundLatitude><northBoundLatitude>43"
               "</northBoundLatitude></EX_GeographicBoundingBox>")
        return f"""<?xml version="1.0"?><{root} version="{version}" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><Name>WMS</Name><Title>Maps</Title></Service><Capability><Request><GetMap><Format>image/png</Format>
<DCPType><HTTP><Get><OnlineResource xlink:href="{self.address}/wms?map=yalu&amp;"/></Get></HTTP></DCPType>
</GetMap></Request>
<Layer><Title>All</Title><{system}>EPSG:4326</{system}><{system}>EPSG:3857</{system}>{box}
<Layer><Title>Mosaics</Title>{dimension}<Layer><Name>mosaic</Name><Title>Monthly mosaic</Title></Layer></Layer>
<Layer><Name>borders</Name><Title>Borders</Title></Layer></Layer></Capability></{root}>"""

    def _tilemap(self, handler: BaseHTTPRequestHandler, number: int, level: int, row: int, column: int) -> None:
        last = LAST_CHANGE[number]
        answer = {"valid": True, "location": {"left": column, "top": row, "width": 1, "height": 1}, "data": [1]}
        send(handler, json.dumps(answer if last == number else {**answer, "select": [last]}).encode())


@contextmanager
def serving_tiles() -> Iterator[TileServer]:
    """Run a server for the `with` block."""
    server = TileServer()
    yield server
    server.stop()


def parameters(handler: BaseHTTPRequestHandler) -> dict[str, str]:
    """Return the request's parameters with names in upper case, because OGC services ignore case."""
    return {name.upper(): value for name, value in parse_qsl(urlsplit(handler.path).query)}


def metadata(number: int) -> dict[str, Any]:
    """Return the response of a release's metadata layer: its only picture covers the west of the test's view."""
    taken = RELEASES[number][2]
    if taken is None:
        return {"displayFieldName": "NICE_NAME", "features": []}
    moment = datetime.fromisoformat(taken).replace(tzinfo=timezone.utc)
    answer = {"SRC_DATE2": int(moment.timestamp() * 1000), "NICE_DESC": "Maxar", "SRC_DESC": "WV02", "SAMP_RES": 0.5,
            "SRC_ACC": 5}
    ring = [[100, 30], [127.89, 30], [127.89, 60], [100, 60], [100, 30]]
    elsewhere = [[10, 30], [20, 30], [20, 60], [10, 30]]
    return {"displayFieldName": "NICE_NAME", "geometryType": "esriGeometryPolygon",
            "spatialReference": {"wkid": 4326, "latestWkid": 4326},
            "features": [{"attributes": answer, "geometry": {"rings": [elsewhere, ring]}}]}


def matrix_set(name: str, crs: str, top: float, zooms: int) -> str:
    """Return a tile matrix set with 256-pixel tiles, each matrix twice as fine as the previous one."""
    matrices = "".join(
        f"<TileMatrix><ows:Identifier>{zoom}</ows:Identifier><ScaleDenominator>{top / 2**zoom}</ScaleDenominator>"
        f"<TopLeftCorner>-20037508.34278925 20037508.34278925</TopLeftCorner><TileWidth>256</TileWidth>"
        f"<TileHeight>256</TileHeight><MatrixWidth>{2**zoom}</MatrixWidth><MatrixHeight>{2**zoom}</MatrixHeight>"
        f"</TileMatrix>" for zoom in range(zooms + 1))
    return f"<TileMatrixSet><ows:Identifier>{name}</ows:Identifier><ows:SupportedCRS>{crs}</ows:SupportedCRS>" \
           f"{matrices}</TileMatrixSet>"


def colour_of(text: str) -> tuple[int, int, int]:
    """Return the made-up colour of a date or name, always the same."""
    mixed = zlib.crc32(text.encode())
    return mixed & 255, mixed >> 8 & 255, mixed >> 16 & 255


def png(colour: tuple[int, int, int], size: int = 256) -> bytes:
    """Return a PNG of one colour."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = (b"\0" + bytes(colour) * size) * size
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
