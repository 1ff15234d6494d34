"""Images that come as one file per band: by file name, which files form a scene, and which are its colours.

Band names as published with Sentinel-2 (ESA), Landsat Collection 2 (USGS) and HLS (NASA), and as STAC catalogues name
their assets (red, green, blue). The file of the red band represents such a scene: the green and the blue one are in
the same folder, with the same name except for the band.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yalu_plugin.core.imagery.image_files import split_uri

_PREFIX = r"(?P<before>|.*?[_.\-])"
_SUFFIX = r"(?P<after>(?:_\d+m)?\.\w+)"
# Expression for the red band's file, and the band's part of the names of red, green and blue.
_COLOURS = tuple((re.compile(before + bands[0] + _SUFFIX, re.IGNORECASE), bands) for before, bands in (
    (_PREFIX, ("B04", "B03", "B02")),
    (r"(?P<before>L[CO]0[89]_\w+_(?:SR_)?)", ("B4", "B3", "B2")),
    (r"(?P<before>L[TE]0[457]_\w+_(?:SR_)?)", ("B3", "B2", "B1")),
    (_PREFIX, ("red", "green", "blue"))))
_TRUE_COLOUR = ("TCI", "VISUAL")  # made by the provider: one file with red, green and blue
_BAND = re.compile(
    _PREFIX + r"(?P<band>B\d{1,2}A?|(?:SR|ST|QA)_\w+|TCI|visual|SCL|AOT|WVP|CLD|SNW|PVI|Fmask|[SV][ZA]A|coastal|blue|"
    r"green|red|rededge\d?|nir\d*|swir\d*|pan|thermal|qa)" + _SUFFIX, re.IGNORECASE)
# Quality, masks and angles describe a picture and are not pictures (Landsat Collections 1 and 2, ESPA, HLS, Planet).
_QUALITY = re.compile(
    r"(?P<before>.*?[_.\-])(?:BQA|QA_\w+|SR_QA_\w+|ST_QA|SR_CLOUD_QA|(?:pixel|radsat|sr_cloud|sr_atmos_opacity)_qa|"
    r"sr_aerosol|cfmask(?:_conf)?|Fmask|[SV][ZA]A|SCL|CLD|SNW|udm2?|DN_udm)(?P<after>(?:_\d+m|_clip)?\.\w+)",
    re.IGNORECASE)
_JOINT = re.compile(r"[_.\-]")
_MASKS = re.compile(r"\.SAFE/(?:.*/)?(?:QI_DATA|AUX_DATA)/", re.IGNORECASE)
_RESOLUTIONS = re.compile(r"/R\d+m/$")  # a Sentinel-2 product has a folder for each


def colour_files(uri: str) -> tuple[str, str, str] | None:
    """Return the uris of red, green and blue of a scene whose red band is at `uri`; None if its name is no red band."""
    folder, name = split_uri(uri)
    for expression, bands in _COLOURS:
        match = expression.fullmatch(name)
        if match is not None:
            before, after = match["before"], match["after"]
            lower = name[len(before) : -len(after)].islower()
            red, green, blue = (f"{folder}{before}{band.lower() if lower else band.upper()}{after}" for band in bands)
            return red, green, blue
    return None


def one_per_scene(uris: Iterable[str]) -> list[str]:
    """Return one file for each scene, in the given order.

    Of a set of bands it is the file in true colour, or the red band if green and blue are present too; the other files
    of the set are left out, and so are quality bands. A file that belongs to no such set is a scene.
    """
    uris = [uri for uri in uris if not _MASKS.search(uri) and not _is_quality(uri)]
    sets: dict[tuple[str, str], list[str]] = {}
    for uri in uris:
        match = _band(uri)
        if match is not None:
            sets.setdefault(_set_key(uri, match), []).append(uri)
    representatives = {key: _representative(files) for key, files in sets.items()}

    def is_kept(uri: str) -> bool:
        match = _band(uri)
        return match is None or representatives[_set_key(uri, match)] in ("", uri)
    return [uri for uri in uris if is_kept(uri)]


def lone_quality_bands(uris: Iterable[str]) -> list[str]:
    """Return the quality bands whose image is not among the files."""
    others: set[tuple[str, str]] = set()  # folder, and the start of the name up to each separator in it
    quality: dict[str, tuple[str, str]] = {}
    for uri in uris:
        folder, name = split_uri(uri)
        match = _QUALITY.fullmatch(name)
        if match is not None:
            quality[uri] = folder, match["before"].rstrip("_.-")
        else:
            others.update((folder, name[: joint.start()]) for joint in _JOINT.finditer(name))
    return [uri for uri, begins in quality.items() if begins not in others and not _MASKS.search(uri)]


def _is_quality(uri: str) -> bool:
    return _QUALITY.fullmatch(split_uri(uri)[1]) is not None


def is_band(uri: str) -> bool:
    """Return whether the file's name is that of a band; it may consist of nothing else."""
    return _band(uri) is not None


def _representative(files: list[str]) -> str:
    """Return the file that represents a set of bands, empty if there is none. The finest resolution sorts first."""
    whole = [uri for uri in files if (match := _band(uri)) and match["band"].upper() in _TRUE_COLOUR]
    present = set(files)
    red = [uri for uri in files if (colours := colour_files(uri)) and present.issuperset(colours)]
    return min(whole or red, default="")


def _set_key(uri: str, match: re.Match[str]) -> tuple[str, str]:
    return _RESOLUTIONS.sub("/", split_uri(uri)[0]), match["before"]


def _band(uri: str) -> re.Match[str] | None:
    return _BAND.fullmatch(split_uri(uri)[1])
