"""The raster assets of a STAC item: address, bands, ground sample distance and roles.

Fields as in the STAC specification 1.1 (asset, bands, common names, gsd) and its extensions eo, raster, projection,
alternate assets and authentication, in the versions in use.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

from yalu_plugin.core.imagery.bands import colour_files
from yalu_plugin.core.imagery.json_values import Json, as_dict, as_list, as_number, as_text
from yalu_plugin.core.imagery.stac_links import WEB, resolve, scheme

COLOURS = ("red", "green", "blue")
_RASTER_TYPES = ("image/tiff", "image/geotiff", "application/geotiff", "image/vnd.stac.geotiff", "image/jp2",
                 "image/jpeg2000")
_RASTER_ENDINGS = (".tif", ".tiff", ".jp2")
_ANY_FILE = ("", "application/octet-stream", "binary/octet-stream")
# Words in roles and keys of assets that are not pictures of the ground, and of previews.
_NO_PICTURE = frozenset((
    "thumbnail", "thumb", "metadata", "cloud", "clouds", "cmask", "saturation", "radsat", "snow", "ice", "shadow",
    "angle", "angles", "azimuth", "azimuthal", "incidence", "incident", "zenith", "sza", "saa", "vza", "vaa", "szen",
    "vzen", "raz", "quality", "qa", "qc", "qi", "scl", "cld", "snw", "aot", "wvp", "udm", "aerosol",
    "contiguity", "provenance", "clearob", "totalob", "probability", "classification", "uncertainty"))
_PREVIEW = frozenset(("overview", "preview", "pvi", "browse", "quicklook", "ql"))
_VISUAL = frozenset(("visual", "tci", "rgb", "truecolor", "truecolour"))
_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]")
_DEGREES = frozenset((4326, 4269, 4258, 4490, 4979, 4267))  # geographic CRS by their EPSG code
_DEGREE_M = 111_320.0  # along a meridian
_SMALLEST_M = 0.01  # of a pixel; a smaller number is in degrees


@dataclass(frozen=True)
class Asset:
    """One raster asset.

    `uri` is a web or file address that can be opened; if there is none it is empty, and `elsewhere` is the address that
    the item states. `bands` are the common names of the bands if stated, else their names.
    """

    key: str
    title: str
    uri: str
    elsewhere: str
    roles: frozenset[str]
    words: frozenset[str]
    bands: tuple[str, ...]
    gsd_m: float | None

    @property
    def is_preview(self) -> bool:
        """Whether it is a small version of another picture."""
        return bool(_PREVIEW & (self.roles | self.words)) and not self.is_visual

    @property
    def is_visual(self) -> bool:
        """Whether it is a true-colour picture for display."""
        return "visual" in self.roles or bool(_VISUAL & self.words)

    @property
    def colour(self) -> str:
        """Red, green or blue, if the file has only that band; else empty."""
        return self.bands[0] if len(self.bands) == 1 and self.bands[0] in COLOURS else ""


def raster_assets(item: Json, base: str) -> list[Asset]:
    """Return the assets of `item`, found in the document at `base`, that are pictures of the ground, in order."""
    properties = as_dict(item.get("properties"))
    found = [_asset(key, asset, properties, base) for key, asset in as_dict(item.get("assets")).items()
             if isinstance(asset, dict) and _is_raster(asset)]
    return _coloured_by_name([one for one in found if not _is_no_picture(one) and (one.uri or one.elsewhere)])


def _asset(key: str, asset: Json, properties: Json, base: str) -> Asset:
    roles = frozenset(as_text(role).lower() for role in as_list(asset.get("roles")))
    uri, elsewhere = _places(asset, base)
    declared = _declared_bands(asset, properties)
    bands = tuple(map(_band_name, declared)) or (key.lower(),)
    if len(bands) == 1 and not _common_name(declared[0] if declared else {}):
        bands = (_colour_in(key) or bands[0] or key.lower(),)
    return Asset(as_text(key), as_text(asset.get("title")), uri, elsewhere, roles, _words(key), bands,
                 _gsd_m(asset, declared, properties))


def _is_raster(asset: Json) -> bool:
    media = as_text(asset.get("type")).lower()
    ending = unquote(as_text(asset.get("href")).partition("?")[0]).lower().endswith(_RASTER_ENDINGS)
    return media.startswith(_RASTER_TYPES) or (media in _ANY_FILE and ending)


def _is_no_picture(asset: Asset) -> bool:
    words = asset.words | {word for role in asset.roles for word in _words(role)}
    return bool(words & _NO_PICTURE) or any(word.endswith("mask") for word in words)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(name))


def _places(asset: Json, base: str) -> tuple[str, str]:
    """Return an asset's address or alternate that can be opened, preferably without login; and one that cannot."""
    offers = [asset, *(as_dict(one) for one in as_dict(asset.get("alternate")).values())]
    addresses = [(bool(one.get("auth:refs")), resolve(base, one.get("href"))) for one in offers]
    open_to_all = [address for needs_login, address in addresses if address and not needs_login]
    after_login = [address for needs_login, address in addresses if address and needs_login]
    hrefs = [as_text(one.get("href")) for one in offers]
    in_a_cloud = (href for href in hrefs if len(scheme(href)) > 1 and scheme(href) not in (*WEB, "file", "broken"))
    return next(iter(open_to_all + after_login), ""), next(in_a_cloud, "")


def _declared_bands(asset: Json, properties: Json) -> list[Json]:
    """Return the fields of an asset's bands. STAC 0.x refers by name or number to a list of the item's bands."""
    listed = max((as_list(asset.get(name)) for name in ("bands", "eo:bands", "raster:bands")), key=len)
    named = as_list(asset.get("bands")) or as_list(asset.get("eo:bands")) or listed
    listed = named if len(named) == len(listed) else listed
    shared = [as_dict(one) for one in as_list(properties.get("eo:bands")) or as_list(properties.get("bands"))]
    by_name = {one.get("name"): one for one in shared if isinstance(one.get("name"), str)}

    def declared(band: object) -> Json:
        if isinstance(band, int) and not isinstance(band, bool):
            return shared[band] if 0 <= band < len(shared) else {}
        if isinstance(band, str):
            return by_name.get(band, {"name": band})
        band = as_dict(band)
        name = band.get("name")
        return {**(by_name.get(name, {}) if isinstance(name, str) else {}), **band}

    return [declared(band) for band in listed]


def _band_name(band: Json) -> str:
    name = as_text(band.get("name"))
    return _common_name(band) or _colour_in(name) or name.lower()


def _common_name(band: Json) -> str:
    return (as_text(band.get("eo:common_name")) or as_text(band.get("common_name"))).lower()


def _colour_in(name: str) -> str:
    """Return the colour at the end of a band's name, "nbart_red"; near infrared and red edge are not colours."""
    words = re.split(r"[^a-z]+", name.lower())
    last = next((word for word in reversed(words) if word), "")
    return last if last in COLOURS and not {"infra", "near", "edge", "nir"} & set(words) else ""


def _coloured_by_name(assets: list[Asset]) -> list[Asset]:
    """Return the assets with colours by their file names (Sentinel-2, Landsat, HLS) if no asset states a colour."""
    if any(colour in asset.bands for asset in assets for colour in COLOURS):
        return assets
    present = {asset.uri or asset.elsewhere for asset in assets}
    known: dict[str, str] = {}
    for asset in assets:
        files = colour_files(asset.uri or asset.elsewhere)
        if files is not None and present.issuperset(files):
            known.update(zip(files, COLOURS))
    return [_with_bands(asset, known.get(asset.uri or asset.elsewhere, "")) for asset in assets]


def _with_bands(asset: Asset, colour: str) -> Asset:
    return replace(asset, bands=(colour,)) if colour and len(asset.bands) == 1 else asset


def _gsd_m(asset: Json, bands: Iterable[Json], properties: Json) -> float | None:
    """Return metres on the ground per pixel: by the transform, else the spatial resolution, else the stated gsd."""
    resolutions = [asset.get("raster:spatial_resolution")]
    for band in (*bands, *(as_dict(one) for one in as_list(asset.get("raster:bands")))):
        resolutions += [band.get("spatial_resolution"), band.get("raster:spatial_resolution")]
    declared = [asset.get("gsd"), asset.get("eo:gsd"), *(band.get("gsd") for band in bands), properties.get("gsd")]
    return next(_positive([_pixel_m(asset, properties), *resolutions, *declared]), None)


def _pixel_m(asset: Json, properties: Json) -> float | None:
    numbers = [as_number(value) for value in as_list(asset.get("proj:transform"))[:6]]
    if len(numbers) < 6 or numbers[0] is None or numbers[3] is None:
        return None
    size = math.hypot(numbers[0], numbers[3])
    code = next((code for one in (asset, properties) if (code := _epsg(one)) is not None), None)
    in_degrees = code in _DEGREES or (code is None and size < _SMALLEST_M)
    return size * _DEGREE_M if in_degrees else size


def _epsg(fields: Json) -> int | None:
    code = fields.get("proj:epsg")
    if isinstance(code, int) and not isinstance(code, bool):
        return code
    authority, _, number = as_text(fields.get("proj:code")).upper().partition(":")
    return int(number) if authority == "EPSG" and number.isdecimal() else None


def _positive(values: Iterable[object]) -> Iterator[float]:
    return (number for value in values if (number := as_number(value)) is not None and number > 0)
