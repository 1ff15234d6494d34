"""Which files are images, by their names and the files next to them.

A file that may be an image is passed to the raster reader, which reads it or reports why not. Sidecar files of images
(world files, overviews, headers, metadata) and the thumbnails in a product's folder are not images.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePath

# _RASTERS are read if GDAL can; _UNSUPPORTED are reported with the reason.
_RASTERS = frozenset((
    ".tif", ".tiff", ".gtiff", ".cog", ".jp2", ".j2k", ".jpx", ".jpf", ".img", ".ntf", ".nitf", ".nsf", ".vrt", ".pdf",
    ".mbtiles", ".gpkg", ".nc", ".nc4", ".cdf", ".kml"))
_UNSUPPORTED = frozenset((
    ".ecw", ".sid", ".jxl", ".heic", ".heif", ".avif", ".hdf", ".h4", ".h5", ".hdf5", ".he5", ".grb", ".grb2", ".grib",
    ".grib2", ".kea", ".pix", ".ers", ".lyr", ".lyrx", ".mrf", ".gti", ".cub", ".lbl", ".til", ".bsb", ".kap", ".rik",
    ".sdat", ".rst", ".tga", ".psd", ".xpm", ".sgi", ".pnm", ".ppm", ".pgm", ".lan", ".gis", ".zarr", ".rsw", ".imgx",
    ".map", ".toc", ".mpr", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar", ".zip"))  # .zip: inside a ZIP file
_WITH_HEADER = frozenset(("", ".dat", ".bsq", ".bil", ".bip", ".raw", ".bin", ".envi", ".rdc"))  # next to a NAME.hdr
_RASTER_DUMPS = (".bsq", ".bil", ".bip", ".envi")  # of those, suffixes with no other meaning
# Pictures are images of the ground only with a world file next to them: its suffixes, in any case.
_PICTURES = {".png": ("pgw",), ".jpg": ("jgw",), ".jpeg": ("jgw",), ".jpe": ("jgw",), ".jfif": ("jgw",),
             ".bmp": ("bpw",), ".gif": ("gfw",), ".webp": ("wbw", "wpw")}
_ALL = _RASTERS | _UNSUPPORTED | _WITH_HEADER - {""} | frozenset(_PICTURES)
_THUMBNAIL = re.compile(
    r"\.SAFE/(?:preview|HTML|rep_info|support)/|[-_](?:thumb(?:_\w+)?|thumbnail|browse|ql|pvi|preview|quick-?look|icon)"
    r"\.(?:jpe?g|png|gif)$", re.IGNORECASE)
_MAGIC = re.compile(  # first bytes of the formats above, for files with other names
    rb"II[*+]\0|MM\0[*+]|\x89PNG|\xff\xd8\xff|\0\0\0\x0cjP  |NITF0|NSIF0|EHFA_HEADER|CDF[\1\2\5]|\x89HDF|RIFF....WEBP|"
    rb"GIF8|BM....\0\0\0\0|\xff\x4f\xff\x51|"
    rb"\s*(?:<\?xml[^>]*>\s*)?<(?:VRTDataset|GDAL_WMS|WCS_GDAL|GDAL_WMTS|OGRWMS|MRF_META|GDALTileIndexDataset|WMS_Cap|"
    rb"Capabilities|WMT_MS_Cap)|https?://|\s*\{\s*\"type\"\s*:\s*\"gdal_", re.DOTALL)
_TEXTS = frozenset((".json", ".geojson", ".csv", ".tsv", ".py", ".md", ".html", ".htm"))
HEAD = 512  # bytes
WITH_MAGIC = (".tif", ".tiff", ".jp2", ".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")  # always begin with _MAGIC


def begins_as_image(head: bytes) -> bool:
    """Return whether the first HEAD bytes of a file are those of an image."""
    return _MAGIC.match(head) is not None


def suffix(uri: str) -> str:
    """Return the suffix of a file's name in lower case."""
    return PurePath(uri).suffix.lower()


def may_be_image(uri: str) -> bool:
    """Return whether a file of this name may be an image."""
    return suffix(uri) in _ALL


def classify_files(files: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return, of the files in a folder, those to be read as images, and the pictures without a position.

    Files with unknown suffixes are checked for the first bytes of an image, unless they are in a ZIP file.
    """
    files = list(files)
    names = {uri.lower() for uri in files}
    images: list[str] = []
    unplaced: list[str] = []
    for uri in files:
        ending = suffix(uri)
        if _THUMBNAIL.search(uri.replace("\\", "/")):
            continue
        if ending in _PICTURES:
            (images if _is_placed(uri, names) else unplaced).append(uri)
        elif ending in _WITH_HEADER and not _has_header(uri, names):
            if ending in _RASTER_DUMPS or _begins_as_image(uri):
                images.append(uri)
        elif ending in _ALL or ending in _WITH_HEADER or (ending not in _SIDECARS and _begins_as_image(uri)):
            images.append(uri)
    return images, unplaced


def world_files(uri: str) -> list[str]:
    """Return the names that a world file of this image may have, in lower case."""
    ending = suffix(uri)
    stem = uri[: len(uri) - len(ending)].lower()
    short = ending[1:2] + ending[-1:] + "w"
    return [f"{stem}.{one}" for one in (short, *_PICTURES.get(ending, ()), f"{ending[1:]}w", "wld")]


def _is_placed(uri: str, names: set[str]) -> bool:
    stem = uri[: -len(suffix(uri))].lower()
    sidecars = (*world_files(uri), f"{uri.lower()}.aux.xml", f"{stem}.aux.xml", f"{stem}.aux", f"{stem}.tab",
              f"{stem}.points")
    return any(one in names for one in sidecars)


def _has_header(uri: str, names: set[str]) -> bool:
    ending = suffix(uri)
    stem = uri[: len(uri) - len(ending)].lower()
    return f"{stem}.hdr" in names or f"{uri.lower()}.hdr" in names


_SIDECARS = _TEXTS | frozenset((
    ".ovr", ".msk", ".aux", ".rrd", ".hdr", ".prj", ".qpj", ".qml", ".qmd", ".tfw", ".wld", ".txt", ".xsd", ".xsl",
    ".imd", ".rpb", ".ige", ".dbf", ".shp", ".shx", ".cpg", ".qgz", ".qgs", ".tab", ".points", ".met", ".ang", ".sha1",
    ".md5", ".clr", ".stx", ".log", ".ini", ".xlsx", ".docx", ".pptx", ".ods", ".odt", ".svg"))


def _begins_as_image(uri: str) -> bool:
    path = Path(uri)
    if not path.is_file():  # in a ZIP file, or a pipe, which would never end
        return False
    try:
        with path.open("rb") as file:
            return begins_as_image(file.read(HEAD))
    except OSError:
        return False
