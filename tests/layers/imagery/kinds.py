"""Small images of many kinds, created on the spot: the same synthetic picture near Hyesan in each."""

from __future__ import annotations

from pathlib import Path

WEST, NORTH, PIXEL = 128.18, 41.42, 0.0001
WORLD_FILE = f"{PIXEL}\n0\n0\n-{PIXEL}\n{WEST + PIXEL / 2}\n{NORTH - PIXEL / 2}\n"
PLACED = (WEST, PIXEL, 0, NORTH, 0, -PIXEL)


def picture(bands: int = 3, placed: bool = False, width: int = 40, height: int = 20):
    """Return an image in memory, with place and CRS if `placed`."""
    from osgeo import gdal, osr

    made = gdal.GetDriverByName("MEM").Create("", width, height, bands)
    for number in range(1, bands + 1):
        made.GetRasterBand(number).WriteRaster(0, 0, width, height, bytes(
            (7 * number + 3 * pixel) % 251 for pixel in range(width * height)))
    if placed:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(4326)
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        made.SetSpatialRef(crs)
        made.SetGeoTransform(PLACED)
    return made


def save(path: Path, driver: str, raster=None, options: tuple[str, ...] = (), side: bool = False) -> Path:
    """Write a picture; the .aux.xml that GDAL writes next to it is removed unless `side`."""
    from osgeo import gdal

    gdal.GetDriverByName(driver).CreateCopy(str(path), raster if raster is not None else picture(), options=options)
    if not side:
        Path(f"{path}.aux.xml").unlink(missing_ok=True)
    return path


def footprint(west: float = WEST, north: float = NORTH, width: int = 40, height: int = 20) -> list[tuple[float, float]]:
    """Return the corners in the order of a footprint, clockwise from the upper left."""
    east, south = west + width * PIXEL, north - height * PIXEL
    return [(west, north), (east, north), (east, south), (west, south)]


def corners(wkt: str) -> list[tuple[float, float]]:
    """Return the corners of a footprint."""
    inside = wkt[wkt.index("((") + 2 : wkt.index("))")]
    found = [tuple(map(float, one.split())) for one in inside.split(", ")]
    return [(x, y) for x, y in found[:-1]]


def rpc(**other: str) -> dict[str, str]:
    """Return a camera model that looks straight down on the picture's place."""
    zeros = " 0" * 20
    return {"LINE_OFF": "10", "SAMP_OFF": "20", "LAT_OFF": f"{NORTH - 10 * PIXEL}", "LONG_OFF": f"{WEST + 20 * PIXEL}",
            "HEIGHT_OFF": "700", "LINE_SCALE": "10", "SAMP_SCALE": "20", "LAT_SCALE": f"{10 * PIXEL}",
            "LONG_SCALE": f"{20 * PIXEL}", "HEIGHT_SCALE": "100", "LINE_NUM_COEFF": "0 0 -1" + " 0" * 17,
            "LINE_DEN_COEFF": "1" + zeros[2:], "SAMP_NUM_COEFF": "0 1" + " 0" * 18, "SAMP_DEN_COEFF": "1" + zeros[2:],
            **other}
