"""The files that GDAL opens by itself with an image, and what an image says of such: overviews, masks, .aux.xml."""

from __future__ import annotations

import re
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.imagery.files import split
from yalu_plugin.layers.imagery.confine import ReachesOut, check_place
from yalu_plugin.layers.imagery.vsi import names_in, read
from yalu_plugin.layers.imagery.xml import parse

_DEEPEST = 4  # overviews of masks of overviews
_SIDE_LIMIT = 20_000_000  # bytes of an .aux.xml
_TIFF = re.compile(rb"II[*+]\0|MM\0[*+]|EHFA_HEADER_TAG")  # what overviews and masks are kept as
NAMES_A_FILE = ("OVERVIEW_FILE", "X_DATASET", "Y_DATASET")  # keys of metadata that GDAL goes by
# A CRS as text, never the name of a file or an address, which GDAL would open.
_CRS = re.compile(r"\s*(?:[A-Za-z]+:[\w.:]+|[A-Za-z0-9_ ]+\s*\[.*|\+.*|\{.*|\w*)\s*", re.DOTALL)
_GRID = re.compile(r"(?:grids=|PARAMETERFILE)[^,\]]*[/\\]")  # a file that PROJ would open


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
        if content:
            check_opened(gdal.OpenEx(side, gdal.OF_RASTER, allowed_drivers=["GTiff", "HFA"]), uri)
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


def check_opened(raster: gdal.Dataset | None, uri: str) -> None:
    """Look at what an opened raster tells GDAL of other files, before it goes by it. Raises ReachesOut.

    One that could not be opened tells nothing: that it is damaged is said when it is read.
    """
    if raster is None:
        return
    named = [(raster.GetMetadata_Dict(domain) or {}).items() for domain in ("OVERVIEWS", "GEOLOCATION")]
    for key, value in (one for domain in named for one in domain):
        if key.upper() in NAMES_A_FILE and any(mark in value.replace(":::BASE:::", "") for mark in "/\\:<"):
            raise ReachesOut(path=uri, source=value)


def is_crs(text: str) -> bool:
    """Whether the text describes a CRS, rather than naming a file or an address that does."""
    return _CRS.fullmatch(text) is not None and not _GRID.search(text)
