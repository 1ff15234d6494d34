"""What keeps strangers' images to themselves: nothing is fetched for them, and nothing outside of a folder is opened.

GDAL follows what a file names: addresses of the web, any file of this computer, programs. So a file is looked into
before GDAL or QGIS opens it. Only formats whose pixels lie in the file itself, or beside it under its name, are opened
(`READ`); of virtual rasters each source is held against the same rule (`vrt.py`), and of the side files that GDAL
opens by itself (overviews, masks, .aux.xml) that they are what they should be. See GDAL's "Security considerations".
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsApplication

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import file_of, in_archive, normal, split
from yalu_plugin.core.imagery.formats import HEAD, WITH_MAGIC, begins_as_image, suffix
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.hdf5 import MAGIC, takes_from_elsewhere
from yalu_plugin.layers.imagery.xml import parse

READ = ("VRT", "GTiff", "COG", "NITF", "HFA", "PNG", "JPEG", "GIF", "BIGGIF", "BMP", "WEBP", "JP2OpenJPEG", "JP2KAK",
        "JP2ECW", "JP2MrSID", "ENVI", "EHdr", "netCDF", "PDF", "MBTiles", "GPKG")
_DRIVERS = {".ecw": "ECW", ".sid": "MrSID", ".jxl": "JPEGXL", ".heic": "HEIF", ".avif": "AVIF", ".kea": "KEA",
            ".hdf": "HDF4", ".h5": "HDF5", ".pdf": "PDF", ".webp": "WEBP", ".jp2": "JP2OpenJPEG", ".nc": "netCDF",
            ".mbtiles": "MBTiles", ".gpkg": "GPKG", ".grib2": "GRIB", ".grb2": "GRIB"}
_ARCHIVES = (".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar", ".zip")
_DEEPEST = 4  # overviews of masks of overviews
_SIDE_LIMIT = 20_000_000  # bytes of an .aux.xml
_TIFF = re.compile(rb"II[*+]\0|MM\0[*+]|EHFA_HEADER_TAG")  # what overviews and masks are kept as
NAMES_A_FILE = ("OVERVIEW_FILE", "X_DATASET", "Y_DATASET")  # keys of metadata that GDAL goes by
# A CRS as text, never the name of a file or an address, which GDAL would open.
_CRS = re.compile(r"\s*(?:[A-Za-z]+:[\w.:]+|[A-Za-z0-9_ ]+\s*\[.*|\+.*|\{.*|\w*)\s*", re.DOTALL)
_GRID = re.compile(r"(?:grids=|PARAMETERFILE)[^,\]]*[/\\]")  # a file that PROJ would open


class RasterUnreadable(YaluError):
    """A file that is no raster, or a raster whose pixels cannot be read: cut short, say."""

    template = translatable("The image {path} is damaged or not a raster. Copy or download it again.")


class ReachesOut(YaluError):
    """A file that names something on the web or outside of its folder, or a program, to be opened with it."""

    template = translatable("The image {path} was not opened, because it reaches out of its folder: {source}.")


class FormatNotRead(YaluError):
    """An image of a format that is not opened here: it may name other files or services, or is no usual picture."""

    template = translatable("The image {path} was not opened: {format} is not read here. Export it as GeoTIFF.")


class DriverMissing(YaluError):
    """An image of a format that this QGIS cannot read."""

    template = translatable("The image {path} was not opened: this QGIS has no {format} driver. Export it as GeoTIFF.")


class ArchiveNotRead(YaluError):
    """An archive other than a ZIP file, or one in a ZIP file."""

    template = translatable("{path} is an archive that is not looked into. Unpack it, or pack it as ZIP.")


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keep GDAL's messages off the terminal. Whether GDAL raises exceptions stays as it is: that belongs to QGIS."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


@contextmanager
def offline() -> Iterator[None]:
    """A second lock: while this lasts, GDAL finds no way to the web in this thread."""
    with configured(CPL_VSIL_CURL_ALLOWED_EXTENSIONS=".none", GDAL_HTTP_PROXY="127.0.0.1:9", GDAL_HTTP_MAX_RETRY="0",
                    GDAL_HTTP_TIMEOUT="1", GDAL_VRT_ENABLE_PYTHON="NO"):
        yield


@contextmanager
def configured(**options: str) -> Iterator[None]:
    """While this lasts, GDAL has these options in this thread."""
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in options}
    for key, value in options.items():
        gdal.SetThreadLocalConfigOption(key, value)
    try:
        yield
    finally:
        for key, value in before.items():
            gdal.SetThreadLocalConfigOption(key, value)


def guard(uri: str, within: Path | None = None) -> None:
    """See that opening the image at `uri` opens nothing but what belongs to it.

    That is what lies `within` the chosen folder; where none was chosen, images of this computer. `uri` is a path or
    one inside a ZIP file. Raises ReachesOut, FormatNotRead, DriverMissing, ArchiveNotRead,
    RasterUnreadable, and what `check_vrt` raises.
    """
    from yalu_plugin.layers.imagery.vrt import check_vrt

    if Path(uri).parent == own_folder():
        return
    guard_name(uri, within)
    driver = driver_of(uri)
    if driver == "VRT":
        check_vrt(uri, within)
    elif driver not in READ:
        raise _refusal(uri, driver)
    elif read(uri, len(MAGIC)) == MAGIC and takes_from_elsewhere(uri):
        raise ReachesOut(path=uri, source=tr("data in another file"))
    check_side_files(uri, within)


def own_folder() -> Path:
    """Where the plugin keeps its own virtual rasters, made of what was looked at here: in the user's QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath(), "yalu_plugin", "true_colour")


def guard_name(uri: str, within: Path | None) -> None:
    """See that the file itself lies `within`, and that QGIS takes its name for a name. Raises ReachesOut."""
    if "|" in split(uri)[1]:  # what follows it would be options to QGIS, and the file another one
        raise ReachesOut(path=uri, source="|")
    check_place(uri, uri, within)


def driver_of(uri: str) -> str:
    """The name of the driver that GDAL takes the file for; empty for none. Only the file's first bytes are read."""
    if suffix(uri) in WITH_MAGIC and not begins_as_image(read(uri, HEAD)):
        return ""  # GDAL would try its drivers one by one
    with configured(GDAL_DISABLE_READDIR_ON_OPEN="TRUE"):  # a large folder is not listed for each of its files
        found = gdal.IdentifyDriverEx(uri, gdal.OF_RASTER)
    return found.ShortName if found is not None else ""


def check_place(uri: str, source: str, within: Path | None) -> None:
    """Raise ReachesOut where the file `source` that the image at `uri` is made of does not lie `within`.

    What lies in a ZIP file may only be made of what is in it too.
    """
    if in_archive(uri):
        if not normal(source).startswith(f"{normal(f'/vsizip/{file_of(uri)}')}/"):
            raise ReachesOut(path=uri, source=source)
    elif source.startswith("/vsi") and not in_archive(source):
        raise ReachesOut(path=uri, source=source)
    if within is None:
        return
    root, real = Path(os.path.realpath(within)), Path(os.path.realpath(file_of(source)))
    if root != real and root not in real.parents:
        raise ReachesOut(path=uri, source=source)


def _refusal(uri: str, driver: str) -> YaluError:
    """Why a file that is none of `READ` is not opened."""
    ending = suffix(uri)
    wanted = _DRIVERS.get(ending, "")
    if ending in _ARCHIVES:
        return ArchiveNotRead(path=uri)
    if wanted and gdal.GetDriverByName(wanted) is None:
        return DriverMissing(path=uri, format=wanted)
    if driver or (wanted and wanted not in READ):
        return FormatNotRead(path=uri, format=driver or wanted)
    return RasterUnreadable(gdal.GetLastErrorMsg(), path=uri)


def check_side_files(uri: str, within: Path | None, depth: int = 0) -> None:
    """Look at the files that GDAL opens with the one at `uri` for their names. Raises ReachesOut."""
    if depth > _DEEPEST:
        raise ReachesOut(path=uri, source=uri)
    folder, name = split(uri)
    beside = names_in(folder)
    stem = name.rpartition(".")[0] or name
    for one in (name, stem):
        for ending in (".aux.xml", ".ovr", ".msk", ".aux", ".rrd"):
            for side in beside.get((one + ending).lower(), ()):
                if side != name:
                    _check_side_file(uri, folder + side, within, depth)


def _check_side_file(uri: str, side: str, within: Path | None, depth: int) -> None:
    check_place(uri, side, within)
    content = read(side, _SIDE_LIMIT + 1 if side.lower().endswith(".xml") else 64)
    if not side.lower().endswith(".xml"):
        if content and not _TIFF.match(content):
            raise ReachesOut(path=uri, source=side)
        check_side_files(side, within, depth + 1)
        return
    if len(content) > _SIDE_LIMIT:
        raise ReachesOut(path=uri, source=side)
    for element in parse(side, content).all() if content.strip() else ():
        if element.name == "mdi" and element.attributes.get("key", "").upper() in NAMES_A_FILE:
            named = element.text.replace(":::BASE:::", "")
            if any(mark in named for mark in "/\\:<") or not element.is_plain:
                raise ReachesOut(path=uri, source=element.text)
            _check_side_file(uri, split(side)[0] + named, within, depth + 1)
        elif element.name == "srs" and not is_crs(element.text):
            raise ReachesOut(path=uri, source=element.text)


def check_opened(raster: gdal.Dataset, uri: str) -> None:
    """Look at what an opened raster tells GDAL of other files, before it goes by it. Raises ReachesOut."""
    named = [(raster.GetMetadata_Dict(domain) or {}).items() for domain in ("OVERVIEWS", "GEOLOCATION")]
    for key, value in (one for domain in named for one in domain):
        if key.upper() in NAMES_A_FILE and any(mark in value.replace(":::BASE:::", "") for mark in "/\\:<"):
            raise ReachesOut(path=uri, source=value)


def is_crs(text: str) -> bool:
    """Whether the text describes a CRS, rather than naming a file or an address that does."""
    return _CRS.fullmatch(text) is not None and not _GRID.search(text)


def read(name: str, count: int) -> bytes:
    """The first `count` bytes of a file, also of one in a ZIP file; empty where it cannot be read."""
    file = gdal.VSIFOpenL(name, "rb")
    if file is None:
        return b""
    try:
        return bytes(gdal.VSIFReadL(1, count, file) or b"")
    finally:
        gdal.VSIFCloseL(file)


def _mark(folder: str) -> tuple[int, int]:
    """What changes when files come to or leave the folder, or the ZIP file it is in."""
    try:
        about = (file_of(folder + "x") if in_archive(folder + "x") else Path(folder)).stat()
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size


def names_in(folder: str) -> dict[str, list[str]]:
    """The names in a folder, or in one of a ZIP file, by themselves in small letters: so GDAL looks for side files."""
    return _names_in(folder, *_mark(folder))


@lru_cache(maxsize=8)
def _names_in(folder: str, *_mark: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in gdal.ReadDir(folder.rstrip("/\\") or folder) or ():
        found.setdefault(name.lower(), []).append(name)
    return found
