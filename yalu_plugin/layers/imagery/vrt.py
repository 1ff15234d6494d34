"""Virtual rasters (VRT) of strangers: what they are made of, seen before GDAL opens any of it.

Elements as in GDAL's vrtdataset.xsd. What is not known to be harmless is refused.
"""

from __future__ import annotations

from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import file_of, in_archive, normal, split
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.confine import ReachesOut, check_place
from yalu_plugin.layers.imagery.drivers import READ, driver_of, refusal
from yalu_plugin.layers.imagery.hdf5 import MAGIC, takes_from_elsewhere
from yalu_plugin.layers.imagery.side_files import NAMES_A_FILE, check_opened, check_side_files, is_crs
from yalu_plugin.layers.imagery.vsi import read
from yalu_plugin.layers.imagery.xml import Element, parse

LARGEST = 20_000_000  # bytes: a mosaic of some 40,000 images
MOST_READ = 100_000  # images, counted as often as they are used through virtual rasters of virtual rasters
DEEPEST = 8
# Names in small letters, as `xml` gives them.
_FILES = ("sourcefilename", "sourcedataset", "dempath")
_KINDS = ("", "vrtwarpeddataset", "vrtpansharpeneddataset", "vrtsourcedrasterband", "vrtwarpedrasterband",
          "vrtderivedrasterband", "vrtpansharpenedrasterband", "vrtrawrasterband")
_CODE = ("pixelfunctionlanguage", "pixelfunctioncode")
_PROGRAMS = (*_CODE, "group", "processingsteps")
_OPTIONS = ("overview_level", "num_threads", "georef_sources")  # for opening a source; others make some drivers run SQL
_CRS_OF = ("srs", "sourcesrs", "targetsrs", "geogsrs")
_INERT = ("metadata", "description", "categorynames", "gdalrasterattributetable", "unittype", "pixelfunctiontype")
_MARKS = ("/vsi", "://", "..", "\\")  # of addresses, and of paths that lead elsewhere
# GDAL takes an attribute and an element of one name for the same; nobody writes these the other way round.
_NEVER_ATTRIBUTES = (*_FILES, *_PROGRAMS, *_CRS_OF, "ooi")
_NEVER_ELEMENTS = ("subclass", "projection", "relativetovrt")


class RunsCode(YaluError):
    """A virtual raster with a program of its own, which GDAL would run to make the pixels."""

    template = translatable("The image {path} was not opened, because it runs code (its pixel function), and code of a "
                            "file is not run here. Have its maker send a GeoTIFF of it.")


class VrtSourceMissing(YaluError):
    """A virtual raster (VRT) one of whose own images is no longer where it was."""

    template = translatable("The image {path} is put together from {source}, which is gone. Put that back.")


class VrtSourceUnusable(YaluError):
    """A virtual raster one of whose images is refused itself; the detail says why."""

    template = translatable("The image {path} was not opened, because it is put together from {source}, which "
                            "cannot be used itself. Mend or replace that one.")


class VrtOfItself(YaluError):
    """A virtual raster that comes to itself again through others."""

    template = translatable("The image {path} is put together from itself, through {source}. Make it anew.")


class VrtTooLarge(YaluError):
    """A virtual raster of so many images, or so many times one in another, that it could not be drawn in time."""

    template = translatable("The image {path} is put together from too many images. Make one GeoTIFF of it.")


def check_format(uri: str) -> str:
    """The driver that GDAL reads the image with, seen to be one that keeps to the file.

    Raises FormatNotRead, DriverMissing, ArchiveNotRead, RasterUnreadable and ReachesOut.
    """
    driver = driver_of(uri)
    if driver not in READ:
        raise refusal(uri, driver)
    if read(uri, len(MAGIC)) == MAGIC and takes_from_elsewhere(uri):
        raise ReachesOut(path=uri, source=tr("data in another file"))
    return driver


def check_vrt(uri: str, within: Path | None) -> None:
    """See that each source of the VRT is an image of this computer that lies `within` the chosen folder, if one was.

    Raises ReachesOut, RunsCode, VrtSourceMissing, VrtSourceUnusable, VrtOfItself, VrtTooLarge and XmlUnreadable.
    """
    _Check(within).images_in(uri, ())


class _Check:
    """The images that virtual rasters come to, each looked at once."""

    def __init__(self, within: Path | None) -> None:
        self._within = within
        self._counts: dict[str, int] = {}

    def images_in(self, uri: str, above: tuple[str, ...]) -> int:
        """How many images are read for this VRT, which is used by those `above`."""
        if uri in above:
            raise VrtOfItself(path=uri, source=above[-1])
        content = read(uri, LARGEST + 1)
        if len(content) > LARGEST or len(above) > DEEPEST:
            raise VrtTooLarge(path=uri)
        raws = set()
        count = 0
        for element in parse(uri, content).all():
            if element.attributes.get("subclass", "").lower() == "vrtrawrasterband":
                raws |= {id(child.node) for child in element.children}
            self._check(element, uri)
            if element.name in _FILES:
                count += self._source(uri, element, id(element.node) in raws, above)
        if count > MOST_READ:
            raise VrtTooLarge(path=uri)
        return max(count, 1)

    def _check(self, element: Element, uri: str) -> None:
        """Refuse programs, kinds of rasters nobody knows, and names of files where there should be none."""
        told = element.attributes
        kind = told.get("subclass", "").lower()
        if element.name in _CODE or any(name in _CODE for name in told):
            raise RunsCode(path=uri)
        if kind not in _KINDS or element.name in (*_PROGRAMS, *_NEVER_ELEMENTS):
            raise ReachesOut(path=uri, source=kind or element.name)
        if element.name == "ooi" and told.get("key", "").lower() not in _OPTIONS:
            raise ReachesOut(path=uri, source=told.get("key", ""))
        for name, text in told.items():
            if name in _NEVER_ATTRIBUTES or (name != "projection" and any(mark in text for mark in _MARKS)):
                raise ReachesOut(path=uri, source=text)
        crs = element.text if element.name in _CRS_OF else told.get("projection", "")
        if crs and not is_crs(crs):
            raise ReachesOut(path=uri, source=crs)
        if any(mark in element.text for mark in _MARKS) and not _is_inert(element):
            raise ReachesOut(path=uri, source=element.text)

    def _source(self, uri: str, element: Element, raw: bool, above: tuple[str, ...]) -> int:
        """How many images this source comes to."""
        name = element.text.strip()
        if element.attributes.get("relativetovrt", "0") == "1" and not Path(name).is_absolute():
            name = split(uri)[0] + name
        if not name:
            return 0
        if not element.is_plain or not Path(name).is_absolute() or "\n" in name:  # an address, or a file of anywhere
            raise ReachesOut(path=uri, source=name)
        if name.startswith("/vsi") and not in_archive(name):
            raise ReachesOut(path=uri, source=name)
        check_place(uri, name, self._within)  # as it stands: links in it are followed before its ".."
        name = normal(name)
        if name in self._counts:
            return self._counts[name]
        check_place(uri, name, self._within)
        if raw:  # any bytes will do, so it has to lie where the VRT does
            check_place(uri, name, file_of(uri).parent)
        if not file_of(name).is_file() or (in_archive(name) and gdal.VSIStatL(name) is None):
            raise VrtSourceMissing(path=uri, source=name)
        self._counts[name] = 1 if raw else self._images_of(uri, name, above)
        return self._counts[name]

    def _images_of(self, uri: str, name: str, above: tuple[str, ...]) -> int:
        try:
            return self._looked_into(uri, name, above)
        except YaluError as error:  # told as this image's own: the other one is told by itself
            whose = error.values.get("path")
            if whose == uri or (isinstance(error, VrtOfItself) and whose in above):
                raise
            raise VrtSourceUnusable(str(error), path=uri, source=name) from error
        except RuntimeError as error:  # GDAL's
            raise VrtSourceUnusable(str(error), path=uri, source=name) from error

    def _looked_into(self, uri: str, name: str, above: tuple[str, ...]) -> int:
        driver = check_format(name)
        check_side_files(name, self._within)
        if driver != "VRT":
            check_opened(gdal.OpenEx(name, gdal.OF_RASTER, allowed_drivers=[driver]), uri)
        return self.images_in(name, (*above, uri)) if driver == "VRT" else 1


def _is_inert(element: Element) -> bool:
    """Whether the text is nothing that GDAL opens, or is looked at by itself."""
    if element.name == "mdi" and element.attributes.get("key", "").upper() in NAMES_A_FILE:
        return False
    return element.name in (*_FILES, *_CRS_OF) or any(name in _INERT for name in (*element.path, element.name))
