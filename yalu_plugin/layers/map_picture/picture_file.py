"""Reads a picture of a map: PNG, JPEG, GIF, TIFF, WebP or a page of a PDF, as red, green and blue.

GDAL reads them all, in parts and without more memory than the result takes, after the checks for untrusted images.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Cancelled, Progress, no_progress, part_of
from yalu_plugin.layers.imagery.drivers import RasterUnreadable
from yalu_plugin.layers.imagery.gdal_options import offline, quiet_gdal
from yalu_plugin.layers.imagery.guard import guard
from yalu_plugin.layers.imagery.raster_limits import check_size
from yalu_plugin.layers.survey.digests import sha256_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRIVERS = ("PNG", "JPEG", "GIF", "BIGGIF", "BMP", "WEBP", "GTiff", "COG", "PDF", "JP2OpenJPEG")
MOST_PIXELS = 24_000_000  # of a larger picture, several pixels are averaged into one
PDF_DPI = 200
_DTYPES = {gdal.GDT_Byte: "u1", gdal.GDT_UInt16: "u2", gdal.GDT_Int16: "i2"}
_TURNS = {2: (False, 0, True), 3: (False, 2, False), 4: (False, 2, True), 5: (True, 0, False), 6: (True, 0, True),
          7: (True, 2, False), 8: (True, 2, True)}  # EXIF orientation: transposed, half turn, then mirrored


class PictureMissing(YaluError):
    """The file of the picture does not exist or is not a file."""

    template = translatable("The picture {path} is not there. Choose another file.")


class PageMissing(YaluError):
    """A page that the PDF does not have."""

    template = translatable("{path} has {pages} pages, and no page {page}.")


class BandsUnusual(YaluError):
    """A raster that is no picture: of measurements, or of more than four bands."""

    template = translatable("{path} is no picture in colours or greys of 8 or 16 bits. Save it as PNG first.")


class FormatNoPicture(YaluError):
    """A raster of another format than pictures have."""

    template = translatable("{path} is of the format {format}. Save the map as PNG, JPEG, TIFF or PDF first.")


@dataclass(frozen=True, eq=False)
class MapPicture:
    """A picture as it is looked at, upright.

    `pixels` (rows, columns, red green blue) are what is left of `width` by `height` pixels of the file; `reduction` is
    the number of these for each. Places on the picture are in pixels of the file.
    """

    path: Path
    page: int
    pages: int
    sha256: str
    width: int
    height: int
    pixels: NDArray[np.uint8]

    @property
    def reduction(self) -> float:
        return self.width / self.pixels.shape[1]


def read_picture(path: Path, page: int = 1, progress: Progress = no_progress) -> MapPicture:
    """Read a picture or a page of a PDF.

    Raises PictureMissing, PageMissing, FormatNoPicture, BandsUnusual, RasterUnreadable, RasterTooLarge, NoDigest,
    Cancelled and what `guard` raises.
    """
    if not path.is_file():
        raise PictureMissing(path=path)
    with quiet_gdal(), offline():
        guard(str(path))
        raster, pages = _open(path, page)
        width, height = raster.RasterXSize, raster.RasterYSize
        pixels = _read(raster, path, part_of(progress, 0.0, 0.9))
        orientation = int(raster.GetMetadataItem("EXIF_Orientation") or 1)
    if orientation in _TURNS:
        pixels = _upright(pixels, *_TURNS[orientation])
        width, height = (height, width) if _TURNS[orientation][0] else (width, height)
    digest = sha256_of(path, lambda: False)
    progress(1.0)
    return MapPicture(path, page, pages, digest, width, height, pixels)


def _open(path: Path, page: int) -> tuple[gdal.Dataset, int]:
    """Return the raster, and the number of pages of the file."""
    options = [f"DPI={PDF_DPI}"] if path.suffix.lower() == ".pdf" else []
    raster = _opened(str(path), path, options)
    driver = raster.GetDriver().ShortName
    pages = max(1, len(raster.GetSubDatasets())) if driver == "PDF" else 1
    if not 1 <= page <= pages:
        raise PageMissing(path=path.name, pages=pages, page=page)
    if pages > 1:
        raster = _opened(f"PDF:{page}:{path}", path, options)
    if raster.RasterCount == 0:
        raise RasterUnreadable(gdal.GetLastErrorMsg(), path=path)
    check_size(raster, str(path))
    return raster, pages


def _opened(name: str, path: Path, options: list[str]) -> gdal.Dataset:
    if _is_animated_webp(path):
        raise FormatNoPicture(path=path.name, format="animated WebP")
    try:
        found = gdal.IdentifyDriverEx(name, gdal.OF_RASTER)
        if found is not None and found.ShortName not in DRIVERS:
            raise FormatNoPicture(path=path.name, format=found.ShortName)
        raster = gdal.OpenEx(name, gdal.OF_RASTER, allowed_drivers=list(DRIVERS), open_options=options)
    except RuntimeError as error:
        raise RasterUnreadable(str(error), path=path) from error
    if raster is None:
        raise RasterUnreadable(gdal.GetLastErrorMsg(), path=path)
    return raster


def _is_animated_webp(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(21)
    return len(head) == 21 and head[8:16] == b"WEBPVP8X" and bool(head[20] & 2)


def _read(raster: gdal.Dataset, path: Path, progress: Progress) -> NDArray[np.uint8]:
    """Return the raster as red, green and blue on white, with MOST_PIXELS at most."""
    import numpy as np

    kind, table = raster.GetRasterBand(1).DataType, raster.GetRasterBand(1).GetColorTable()
    bands = 1 if table is not None else raster.RasterCount  # of an animated GIF, GDAL's bands are the frames
    if kind not in _DTYPES or bands > 4:
        raise BandsUnusual(path=path.name)
    shrink = max(1.0, math.sqrt(raster.RasterXSize * raster.RasterYSize / MOST_PIXELS))
    columns, rows = (max(1, math.floor(size / shrink)) for size in (raster.RasterXSize, raster.RasterYSize))
    values = _values(raster, path, (columns, rows, bands), table is None, progress)
    if table is not None:
        colours = [table.GetColorEntry(at) if at < table.GetCount() else (255, 255, 255, 0) for at in range(256)]
        values = np.asarray(colours, np.uint8)[values[0]].transpose(2, 0, 1)
    elif kind != gdal.GDT_Byte:
        values = values.astype(np.int32).clip(0)
        values = (values >> max(0, int(values.max()).bit_length() - 8)).astype(np.uint8)  # cameras use 10 to 14 bits
    colour = values[[0, 0, 0]] if len(values) < 3 else values[:3]
    if len(values) in (2, 4):
        opacity = values[-1:].astype(np.uint16)
        colour = ((colour * opacity + 255 * (255 - opacity)) // 255).astype(np.uint8)
    return np.ascontiguousarray(colour.transpose(1, 2, 0))


def _values(raster: gdal.Dataset, path: Path, shape: tuple[int, int, int], averaged: bool, progress: Progress
            ) -> NDArray[np.uint8]:
    """Return the values of so many columns, rows and bands."""
    import numpy as np

    columns, rows, bands = shape
    stopped: list[Cancelled] = []

    def report(fraction: float, _text: str, _data: object) -> int:
        try:
            progress(fraction)
        except Cancelled as error:
            stopped.append(error)
        return 0 if stopped else 1

    way = gdal.GRIORA_Average if averaged else gdal.GRIORA_NearestNeighbour
    gdal.ErrorReset()
    try:
        content = raster.ReadRaster(buf_xsize=columns, buf_ysize=rows, resample_alg=way, callback=report,
                                    band_list=list(range(1, bands + 1)))
    except RuntimeError as error:
        if stopped:
            raise stopped[0] from error
        raise RasterUnreadable(str(error), path=path) from error
    if stopped:
        raise stopped[0]
    if content is None or "Premature end" in gdal.GetLastErrorMsg():  # of a JPEG: a warning, the rest is grey
        raise RasterUnreadable(gdal.GetLastErrorMsg(), path=path)
    dtype = _DTYPES[raster.GetRasterBand(1).DataType]
    return np.frombuffer(content, dtype).reshape(bands, rows, columns)


def _upright(pixels: NDArray[np.uint8], transposed: bool, half_turns: int, mirrored: bool) -> NDArray[np.uint8]:
    import numpy as np

    turned = pixels.transpose(1, 0, 2) if transposed else pixels
    turned = np.rot90(turned, half_turns)
    return np.ascontiguousarray(turned[:, ::-1] if mirrored else turned)
