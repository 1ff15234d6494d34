"""Checks of the files that GDAL opens by itself with an image: overviews, masks, .aux.xml, and references to them."""

from __future__ import annotations

import re
from pathlib import Path

from osgeo import gdal

from yalu_plugin.core.imagery.image_files import split_uri
from yalu_plugin.layers.imagery.path_checks import ExternalReference, check_location
from yalu_plugin.layers.imagery.untrusted_xml import parse
from yalu_plugin.layers.imagery.vsi import names_in_folder, read

_MAX_DEPTH = 4  # overviews of masks of overviews
_MAX_XML_BYTES = 20_000_000  # bytes of an .aux.xml
_TIFF = re.compile(rb"II[*+]\0|MM\0[*+]|EHFA_HEADER_TAG")  # formats of overviews and masks
FILE_NAME_KEYS = ("OVERVIEW_FILE", "X_DATASET", "Y_DATASET")  # metadata keys that make GDAL open a file
# A CRS as text; GDAL would open the name of a file or an address.
_CRS = re.compile(r"\s*(?:[A-Za-z]+:[\w.:]+|[A-Za-z0-9_ ]+\s*\[.*|\+.*|\{.*|\w*)\s*", re.DOTALL)
_GRID = re.compile(r"(?:grids=|PARAMETERFILE)[^,\]]*[/\\]")  # a grid file that PROJ would open


def check_side_files(uri: str, within: Path | None, depth: int = 0) -> None:
    """Check the files that GDAL opens with the one at `uri`, found by their names. Raises ExternalReference."""
    if depth > _MAX_DEPTH:
        raise ExternalReference(path=uri, source=uri)
    folder, name = split_uri(uri)
    adjacent = names_in_folder(folder)
    stem = name.rpartition(".")[0] or name
    for one in (name, stem):
        for ending in (".aux.xml", ".ovr", ".msk", ".aux", ".rrd"):
            for side in adjacent.get((one + ending).lower(), ()):
                if side != name:
                    _check_side_file(uri, folder + side, within, depth)


def _check_side_file(uri: str, side: str, within: Path | None, depth: int) -> None:
    check_location(uri, side, within)
    content = read(side, _MAX_XML_BYTES + 1 if side.lower().endswith(".xml") else 64)
    if not side.lower().endswith(".xml"):
        if content and not _TIFF.match(content):
            raise ExternalReference(path=uri, source=side)
        if content:
            check_opened_raster(gdal.OpenEx(side, gdal.OF_RASTER, allowed_drivers=["GTiff", "HFA"]), uri)
        check_side_files(side, within, depth + 1)
        return
    if len(content) > _MAX_XML_BYTES:
        raise ExternalReference(path=uri, source=side)
    for element in parse(side, content).all() if content.strip() else ():
        if element.name == "mdi" and element.attributes.get("key", "").upper() in FILE_NAME_KEYS:
            referenced = element.text.replace(":::BASE:::", "")
            if any(mark in referenced for mark in "/\\:<") or not element.is_plain:
                raise ExternalReference(path=uri, source=element.text)
            _check_side_file(uri, split_uri(side)[0] + referenced, within, depth + 1)
        elif element.name == "srs" and not is_crs_text(element.text):
            raise ExternalReference(path=uri, source=element.text)


def check_opened_raster(raster: gdal.Dataset | None, uri: str) -> None:
    """Check the references to other files in an opened raster before GDAL uses them. Raises ExternalReference.

    None, a raster that could not be opened, passes: reading it reports the damage.
    """
    if raster is None:
        return
    referenced = [(raster.GetMetadata_Dict(domain) or {}).items() for domain in ("OVERVIEWS", "GEOLOCATION")]
    for key, value in (one for domain in referenced for one in domain):
        if key.upper() in FILE_NAME_KEYS and any(mark in value.replace(":::BASE:::", "") for mark in "/\\:<"):
            raise ExternalReference(path=uri, source=value)


def is_crs_text(text: str) -> bool:
    """Return whether the text describes a CRS, rather than naming a file or an address that does."""
    return _CRS.fullmatch(text) is not None and not _GRID.search(text)
