"""Esri's World Imagery Wayback: its releases, and the requests and responses of its services.

The formats are those that Esri's own open-source client reads (npm package @vannizhang/wayback-core, Apache 2.0:
config, change detector and metadata), and of the query operation of the ArcGIS REST API.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any
from urllib.parse import urlencode

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene, scene_id
from yalu_plugin.core.imagery.tile_grid import Tile, TileAddress, zoom_of_pixel
from yalu_plugin.core.imagery.timespan import whole_day
from yalu_plugin.core.text import translatable

ATTRIBUTION = "Esri, Vantor (Maxar), Earthstar Geographics, and the GIS User Community"
LICENCE = "Esri Master License Agreement (esri.com/legal/terms)"
PROVIDER = "Esri World Imagery Wayback"
Ring = tuple[tuple[float, float], ...]
_TITLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DEEPEST_METADATA, _COARSEST_METADATA = 23, 10  # zooms of sublayers 0 and 13 of a release's metadata
_SAFE_ZOOM = 18  # tiles exist up to this zoom nearly everywhere


class NotWayback(YaluError):
    """A document that is not a list of releases."""

    template = translatable("{address} lists no releases of World Imagery Wayback. Check the address.")


@dataclass(frozen=True)
class Release:
    """One state of the basemap. Its `day` is that of publication, not of the pictures."""

    number: int
    day: date
    tiles: str
    metadata: str

    @property
    def template(self) -> str:
        """The address of its tiles with {z}, {y} and {x}."""
        return self.tiles.replace("{level}", "{z}").replace("{row}", "{y}").replace("{col}", "{x}")


@dataclass(frozen=True)
class Capture:
    """The metadata of a release at one place. `rings` are outlines of the picture, in EPSG:4326."""

    day: date
    sensor: str
    provider: str
    gsd_m: float | None
    rings: tuple[Ring, ...]


def releases(config: dict[str, Any], address: str) -> list[Release]:
    """Return the releases of a `waybackconfig.json`, oldest first.

    Raises:
        NotWayback: there is none.
    """
    found = []
    for key, item in config.items():
        fields = item if isinstance(item, dict) else {}
        tiles, metadata = str(fields.get("itemURL", "")), str(fields.get("metadataLayerUrl", ""))
        day = _TITLE_DAY.search(str(fields.get("itemTitle", "")))
        if key.isdigit() and day and all(part in tiles for part in ("{level}", "{row}", "{col}")):
            found.append(Release(int(key), date.fromisoformat(day[0]), tiles, metadata))
    if not found:
        raise NotWayback(address=address)
    return sorted(found, key=lambda release: (release.day, release.number))


def tilemap_address(release: Release, tile: Tile) -> str:
    """Return the address that states in which release, up to this one, the tile was changed last."""
    service = release.tiles.partition("/WMTS/")[0]
    return f"{service}/MapServer/tilemap/{release.number}/{tile.zoom}/{tile.row}/{tile.column}"


def last_change(tilemap: dict[str, Any], release: Release) -> int | None:
    """Return the number of the release in which the tile was changed last; None if there is no tile."""
    data, select = tilemap.get("data"), tilemap.get("select")
    if not isinstance(data, list) or not data or not data[0]:
        return None
    number = select[0] if isinstance(select, list) and select else None
    return number if isinstance(number, int) and number > 0 else release.number


def metadata_address(release: Release, zoom: int, longitude: float, latitude: float) -> str:
    """Return the address of the query for the picture that the release shows at a place and zoom."""
    layer = _DEEPEST_METADATA - max(_COARSEST_METADATA, min(_DEEPEST_METADATA, zoom))
    point = {"x": longitude, "y": latitude, "spatialReference": {"wkid": 4326}}
    parameters = {"f": "json", "where": "1=1", "outFields": "SRC_DATE2,NICE_DESC,SRC_DESC,SAMP_RES,SRC_ACC",
             "geometry": json.dumps(point), "geometryType": "esriGeometryPoint",
             "spatialRel": "esriSpatialRelIntersects", "returnGeometry": "true", "outSR": 4326,
             "geometryPrecision": 5}
    return f"{release.metadata}/{layer}/query?{urlencode(parameters)}"


def capture(answer: dict[str, Any]) -> Capture | None:
    """Return the picture in the response to a metadata query, None if there is none or its date is missing."""
    features = answer.get("features")
    first = features[0] if isinstance(features, list) and features else {}
    fields = first.get("attributes") if isinstance(first, dict) else None
    milliseconds = fields.get("SRC_DATE2") if isinstance(fields, dict) else None
    if not isinstance(fields, dict) or not isinstance(milliseconds, (int, float)):
        return None
    try:
        day = datetime.fromtimestamp(milliseconds / 1000, timezone.utc).date()
    except (OverflowError, OSError, ValueError):
        return None
    resolution = fields.get("SAMP_RES")
    gsd = float(resolution) if isinstance(resolution, (int, float)) and resolution > 0 else None
    return Capture(day, str(fields.get("SRC_DESC") or ""), str(fields.get("NICE_DESC") or ""), gsd, _rings(first))


def release_scene(release: Release, taken: Capture | None, place: tuple[float, float], footprint_wkt: str) -> Scene:
    """Create the scene of a release: dated by the acquisition in `taken` if known, else by its release, as "released".

    An acquisition after the release cannot be true and is ignored. The date is that at `place` (longitude, latitude),
    so at another place, or with another date, the same tiles are another scene: observations on this one keep its
    date.
    """
    known = taken if taken is not None and taken.day <= release.day else None
    span = whole_day(known.day if known else release.day)
    gsd = known.gsd_m if known else None
    note = f"{span.begin:%Y-%m-%d} at {place[0]:.2f},{place[1]:.2f}"
    uri = TileAddress(release.template, 0, zoom_of_pixel(gsd) if gsd else _SAFE_ZOOM, note=note).uri
    published = f"{PROVIDER}, released {release.day}"
    return Scene(
        id=scene_id(uri),
        uri=uri,
        acquired_from=span.begin,
        acquired_to=span.end,
        date_kind="acquired" if known else "released",
        date_source="service",
        platform=" ".join(part for part in (known.sensor if known else "", f"Wayback {release.day}") if part),
        provider=f"{known.provider} / {published}" if known and known.provider else published,
        gsd_m=gsd,
        attribution=ATTRIBUTION,
        licence=LICENCE,
        footprint_wkt=footprint_wkt,
        item_url=release.metadata,
    )


def _rings(feature: dict[str, Any]) -> tuple[Ring, ...]:
    geometry = feature.get("geometry")
    rings = geometry.get("rings") if isinstance(geometry, dict) else None
    return tuple(_ring(ring) for ring in rings if isinstance(ring, list)) if isinstance(rings, list) else ()


def _ring(points: list[Any]) -> Ring:
    return tuple((float(point[0]), float(point[1])) for point in points if isinstance(point, list) and len(point) > 1)
