"""A catalogue of 10,000 made-up items, and a made-up raster; their names contain SYNTHETIC."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

COLLECTION = "SYNTHETIC-10000"
COUNT = 10_000
STEP = 0.1  # degrees
_FIRST = datetime(2000, 1, 1)


def synthetic_collection() -> dict[str, Any]:
    return {"type": "Collection", "stac_version": "1.0.0", "id": COLLECTION, "license": "CC0-1.0", "links": [],
            "description": "SYNTHETIC items for tests: there are no such images.",
            "extent": {"spatial": {"bbox": [[120, 40, 130, 50]]},
                       "temporal": {"interval": [["2000-01-01T00:00:00Z", None]]}}}


def synthetic_item(number: int, href: str) -> dict[str, Any]:
    """Return item `number`: in a grid of 100 x 100 cells from 120 E 40 N, one every 20 hours from 2000-01-01.

    Cloud cover varies; every tenth item states none. All name one raster, at `href`, which is never opened.
    """
    west, south = round(120 + number % 100 * STEP, 6), round(40 + number // 100 * STEP, 6)
    east, north = round(west + STEP, 6), round(south + STEP, 6)
    cloud = {"eo:cloud_cover": number % 101} if number % 10 else {}
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Feature", "stac_version": "1.0.0", "id": f"SYNTHETIC_{number:05d}", "collection": COLLECTION,
            "geometry": {"type": "Polygon", "coordinates": [ring]}, "bbox": [west, south, east, north],
            "properties": {"datetime": f"{(_FIRST + timedelta(hours=20 * number)).isoformat()}Z",
                           "platform": "SYNTHETIC", **cloud},
            "assets": {"visual": {"href": f"{href}?{number}", "type": "image/tiff; application=geotiff"}},
            "links": []}


def synthetic_items(href: str) -> list[dict[str, Any]]:
    return [synthetic_item(number, href) for number in range(COUNT)]


def synthetic_cog(path: Path, pixels: int, overviews: bool = True, tile: int = 256) -> Path:
    """Write a GeoTIFF of noise, three 16-bit bands of `pixels` x `pixels`, 10 m each (UTM 52N), tiled as a COG."""
    from osgeo import gdal, osr

    raster = gdal.GetDriverByName("MEM").Create("", pixels, pixels, 3, gdal.GDT_UInt16)
    raster.SetGeoTransform((400_000, 10, 0, 4_600_000, 0, -10))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32652)
    raster.SetProjection(crs.ExportToWkt())
    raster.SetMetadataItem("SYNTHETIC", "YES")
    for band in (1, 2, 3):
        raster.GetRasterBand(band).WriteRaster(0, 0, pixels, pixels, os.urandom(2 * pixels * pixels))
    options = ["COMPRESS=DEFLATE", f"BLOCKSIZE={tile}", f"OVERVIEWS={'AUTO' if overviews else 'NONE'}"]
    gdal.GetDriverByName("COG").CreateCopy(str(path), raster, options=options)
    return path
