"""Checks of untrusted virtual rasters (VRT): their sources are inspected before GDAL opens any of them.

Elements as in GDAL's vrtdataset.xsd. Everything not known to be harmless is refused.
"""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_files import file_of, in_archive, normalized_uri, split_uri
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.drivers import SUPPORTED_DRIVERS, driver_of, format_error
from yalu_plugin.layers.imagery.hdf5_links import MAGIC, has_external_data
from yalu_plugin.layers.imagery.path_checks import ExternalReference, check_location
from yalu_plugin.layers.imagery.side_file_checks import (
    FILE_NAME_KEYS,
    check_opened_raster,
    check_side_files,
    is_crs_text,
)
from yalu_plugin.layers.imagery.untrusted_xml import UntrustedElement, parse
from yalu_plugin.layers.imagery.vsi import read

MAX_BYTES = 20_000_000  # a mosaic of some 40,000 images
MAX_IMAGES = 100_000  # counted as often as they are used through nested virtual rasters
MAX_DEPTH = 8
# Names in lower case, as in untrusted_xml.
_SOURCE_ELEMENTS = ("sourcefilename", "sourcedataset", "dempath")
_SUBCLASSES = ("", "vrtwarpeddataset", "vrtpansharpeneddataset", "vrtsourcedrasterband", "vrtwarpedrasterband",
               "vrtderivedrasterband", "vrtpansharpenedrasterband", "vrtrawrasterband")
_CODE = ("pixelfunctionlanguage", "pixelfunctioncode")
_PROGRAMS = (*_CODE, "group", "processingsteps")
_OPTIONS = ("overview_level", "num_threads", "georef_sources")  # of sources; others make some drivers run SQL
_CRS_OF = ("srs", "sourcesrs", "targetsrs", "geogsrs")
_INERT = ("metadata", "description", "categorynames", "gdalrasterattributetable", "unittype", "pixelfunctiontype")
_PATH_MARKS = ("/vsi", "://", "..", "\\")  # marks of addresses, and of paths to other folders
# GDAL treats an attribute and an element of one name alike; regular files have these in one form only.
_NEVER_ATTRIBUTES = (*_SOURCE_ELEMENTS, *_PROGRAMS, *_CRS_OF, "ooi")
_NEVER_ELEMENTS = ("subclass", "projection", "relativetovrt")


class RunsCode(YaluError):
    """A virtual raster with a program that GDAL would run to compute the pixels."""

    template = translatable("The image {path} was not opened, because it runs code (its pixel function), and code of a "
                            "file is not run here. Have its maker send a GeoTIFF of it.")


class VrtSourceMissing(YaluError):
    """A virtual raster (VRT) with an image that no longer exists."""

    template = translatable("The image {path} is put together from {source}, which is gone. Put that back.")


class VrtSourceUnusable(YaluError):
    """A virtual raster with an image that is refused itself; the detail is that image's error."""

    template = translatable("The image {path} was not opened, because it is put together from {source}, which "
                            "cannot be used itself. Repair or replace it.")


class RecursiveVrt(YaluError):
    """A virtual raster that uses itself, directly or through others."""

    template = translatable("The image {path} is put together from itself, through {source}. Create it again.")


class VrtTooLarge(YaluError):
    """A virtual raster of so many images, or nested so often, that it could not be drawn in time."""

    template = translatable("The image {path} is put together from too many images. Make one GeoTIFF of it.")


def check_format(uri: str) -> str:
    """Return the driver that GDAL reads the image with, checked to be one that opens no other files.

    Raises FormatNotSupported, DriverMissing, ArchiveNotSupported, RasterUnreadable and ExternalReference.
    """
    driver = driver_of(uri)
    if driver not in SUPPORTED_DRIVERS:
        raise format_error(uri, driver)
    if read(uri, len(MAGIC)) == MAGIC and has_external_data(uri):
        raise ExternalReference(path=uri, source=tr("data in another file"))
    return driver


def check_vrt(uri: str, within: Path | None) -> None:
    """Check that each source of the VRT is a local image, `within` the selected folder if there is one.

    Raises ExternalReference, RunsCode, VrtSourceMissing, VrtSourceUnusable, RecursiveVrt, VrtTooLarge and
    XmlUnreadable.
    """
    _VrtChecker(within).count_images(uri, ())


class _VrtChecker:
    """Checks the images used by nested virtual rasters, each one once."""

    def __init__(self, within: Path | None) -> None:
        self._within = within
        self._counts: dict[str, int] = {}

    def count_images(self, uri: str, above: tuple[str, ...]) -> int:
        """Return how many images are read for this VRT, which is used by those `above`."""
        if uri in above:
            raise RecursiveVrt(path=uri, source=above[-1])
        content = read(uri, MAX_BYTES + 1)
        if len(content) > MAX_BYTES or len(above) > MAX_DEPTH:
            raise VrtTooLarge(path=uri)
        raw_sources = set()
        count = 0
        for element in parse(uri, content).all():
            if element.attributes.get("subclass", "").lower() == "vrtrawrasterband":
                raw_sources |= {id(child.node) for child in element.children}
            self._check_element(element, uri)
            if element.name in _SOURCE_ELEMENTS:
                count += self._count_source(uri, element, id(element.node) in raw_sources, above)
        if count > MAX_IMAGES:
            raise VrtTooLarge(path=uri)
        return max(count, 1)

    def _check_element(self, element: UntrustedElement, uri: str) -> None:
        """Refuse programs, unknown subclasses, and file names where there should be none."""
        attributes = element.attributes
        subclass = attributes.get("subclass", "").lower()
        if element.name in _CODE or any(name in _CODE for name in attributes):
            raise RunsCode(path=uri)
        if subclass not in _SUBCLASSES or element.name in (*_PROGRAMS, *_NEVER_ELEMENTS):
            raise ExternalReference(path=uri, source=subclass or element.name)
        if element.name == "ooi" and attributes.get("key", "").lower() not in _OPTIONS:
            raise ExternalReference(path=uri, source=attributes.get("key", ""))
        for name, text in attributes.items():
            if name in _NEVER_ATTRIBUTES or (name != "projection" and any(mark in text for mark in _PATH_MARKS)):
                raise ExternalReference(path=uri, source=text)
        crs = element.text if element.name in _CRS_OF else attributes.get("projection", "")
        if crs and not is_crs_text(crs):
            raise ExternalReference(path=uri, source=crs)
        if any(mark in element.text for mark in _PATH_MARKS) and not _is_inert(element):
            raise ExternalReference(path=uri, source=element.text)

    def _count_source(self, uri: str, element: UntrustedElement, raw: bool, above: tuple[str, ...]) -> int:
        """Return how many images this source reads."""
        name = element.text.strip()
        if element.attributes.get("relativetovrt", "0") == "1" and not Path(name).is_absolute():
            name = split_uri(uri)[0] + name
        if not name:
            return 0
        # neither an address nor a path relative to the process
        if not element.is_plain or not Path(name).is_absolute() or "\n" in name:
            raise ExternalReference(path=uri, source=name)
        if name.startswith("/vsi") and not in_archive(name):
            raise ExternalReference(path=uri, source=name)
        check_location(uri, name, self._within)  # unnormalized: links in it are followed before ".."
        name = normalized_uri(name)
        if name in self._counts:
            return self._counts[name]
        check_location(uri, name, self._within)
        if raw:  # any file can be read as raw bytes, so it must be in the VRT's folder
            check_location(uri, name, file_of(uri).parent)
        if not file_of(name).is_file() or (in_archive(name) and gdal.VSIStatL(name) is None):
            raise VrtSourceMissing(path=uri, source=name)
        self._counts[name] = 1 if raw else self._count_images_of(uri, name, above)
        return self._counts[name]

    def _count_images_of(self, uri: str, name: str, above: tuple[str, ...]) -> int:
        try:
            return self._checked_count(uri, name, above)
        except YaluError as error:  # reported for this image: the other one is reported separately
            path = error.values.get("path")
            if path == uri or (isinstance(error, RecursiveVrt) and path in above):
                raise
            raise VrtSourceUnusable(str(error), path=uri, source=name) from error
        except RuntimeError as error:  # GDAL's
            raise VrtSourceUnusable(str(error), path=uri, source=name) from error

    def _checked_count(self, uri: str, name: str, above: tuple[str, ...]) -> int:
        driver = check_format(name)
        check_side_files(name, self._within)
        if driver != "VRT":
            check_opened_raster(gdal.OpenEx(name, gdal.OF_RASTER, allowed_drivers=[driver]), uri)
        return self.count_images(name, (*above, uri)) if driver == "VRT" else 1


def _is_inert(element: UntrustedElement) -> bool:
    """Return whether the text is nothing that GDAL opens, or is checked separately."""
    if element.name == "mdi" and element.attributes.get("key", "").upper() in FILE_NAME_KEYS:
        return False
    if element.name in (*_SOURCE_ELEMENTS, *_CRS_OF):
        return True
    return any(name in _INERT for name in (*element.path, element.name))
