"""Parses links to maps and geo: URIs. Nothing is downloaded: only the link itself is read."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from yalu_plugin.core.importing.notations.angles import read_pair
from yalu_plugin.core.importing.notations.coordinate_spelling import visible
from yalu_plugin.core.importing.notations.coordinate_types import (
    BD_09,
    GCJ_02,
    CoordinateError,
    LinkWithoutPlace,
    OtherCrs,
    SeveralPlaces,
    UnreadableCoordinate,
    WrittenPosition,
)
from yalu_plugin.core.importing.notations.grid_references import read_grid

_LINK = re.compile(r"(?:https?://|www\.|(?:maps|map|earth|goo|osm)\.[a-z]|google\.[a-z.]+/maps)\S*", re.IGNORECASE)
_N = r"(-?\d{1,3}(?:\.\d{1,20})?)"
_EXACT = r"(-?\d{1,3}\.\d{3,20})"
_PIN = re.compile(rf"!3d{_N}!4d{_N}")
_EMBEDDED = re.compile(rf"!2d{_N}!3d{_N}(?![\d.]|!4d)")
_VIEW = re.compile(rf"/@{_N},{_N},[\d.]+(?:[zmay]|$)")
_HASH = re.compile(rf"^(?:.*[&/])?(?:map=)?\d{{1,2}}(?:\.\d+)?/{_N}/{_N}(?:[/&].*)?$")
_NAMED_VIEW = re.compile(rf"^(?:view=)?{_EXACT},{_EXACT},[\d.]+z")
_TWO = re.compile(rf"(?:loc:|point\.|coord:)? ?{_N} ?[,~_; ] ?{_N}(?:[,_;].*)?")
_GEO = re.compile(rf"geo:(?://)?{_N},{_N}(?:,[-\d.]+)?(?P<more>[;?].*)?", re.IGNORECASE)
_GEOHACK = re.compile(r"([\d.]+(?:_[\d.]+){0,2}_[NS])_([\d.]+(?:_[\d.]+){0,2}_[EW])(?:_.*)?")
_LATITUDES, _LONGITUDES = ("mlat", "lat", "latitude"), ("mlon", "lon", "lng", "long", "longitude")
# Parameters of each map that hold a pair: those of a place before those that only centre the view.
_LATITUDE_FIRST = ("q", "query", "marker", "coordinate", "location", "latlng", "sp", "ll", "sll",
                   "cbll", "cp", "center", "viewpoint", "map", "c")
_LONGITUDE_FIRST = {
    "yandex": ("whatshere[point]", "pt", "ll"), "amap": ("position", "lnglat", "center"), "naver": ("c",),
    "autonavi": ("position",), "2gis": ("m",), "livingatlas": ("mapcenter",)}
_SHIFTED = {"baidu": BD_09, "amap": GCJ_02, "autonavi": GCJ_02, "map.qq": GCJ_02, "gaode": GCJ_02,
            "google.cn": GCJ_02, "ditu.google": GCJ_02, "cn.bing": GCJ_02}


def read_link(text: str) -> WrittenPosition | None:
    """Return the place of a link to a map or a geo: URI, None for other text.

    Raises LinkWithoutPlace, SeveralPlaces (a route) or OtherCrs for a link that gives no place.
    """
    plain = visible(text).rstrip(".,;")
    if plain[:4].lower() == "geo:":
        return _geo(plain)
    if _LINK.fullmatch(plain) is None:
        return None
    try:
        parts = urlsplit(plain if "://" in plain else "https://" + plain)
        host = parts.hostname or ""
    except ValueError as error:
        raise UnreadableCoordinate(text=plain) from error
    if "/dir/" in parts.path:
        raise SeveralPlaces(text=plain)
    found = (_pin(parts.path + parts.query + parts.fragment, plain)
             or _in_parameters(parts.query, parts.fragment, host)
             or _in_segments(parts.path, host) or _view(parts.path, parts.fragment))
    if found is None:
        raise LinkWithoutPlace(text=plain)
    return found._replace(datum=_datum(host, parts.query))


def _geo(plain: str) -> WrittenPosition:
    match = _GEO.fullmatch(unquote(plain))
    if match is None:
        raise UnreadableCoordinate(text=plain)
    lat, lon, more = match.group(1, 2, "more")
    crs = re.search(r";crs=([^;?]*)", more or "", re.IGNORECASE)
    if crs and crs[1].lower() != "wgs84":
        raise OtherCrs(text=plain, crs=crs[1])
    query = re.search(r"\?(?:.*&)?q=([^&]*)", more or "")
    requested = _pair(query[1].partition("(")[0]) if query else None
    if requested is None and float(lat) == float(lon) == 0:
        raise LinkWithoutPlace(text=plain)
    return requested or _position(lat, lon)


def _pin(whole: str, plain: str) -> WrittenPosition | None:
    """Return the place of Google's !3d...!4d..., a pin or the centre of an embedded map."""
    for form, order in ((_PIN, (0, 1)), (_EMBEDDED, (1, 0))):
        pins = set(form.findall(unquote(whole)))
        if len(pins) > 1:
            raise SeveralPlaces(text=plain)
        for pin in pins:
            return _position(pin[order[0]], pin[order[1]])
    return None


def _in_parameters(query: str, fragment: str, host: str) -> WrittenPosition | None:
    """Return the place in parameters of the query, then of the fragment: lat and lon, or a pair under one name."""
    named = {key.lower(): value for key, value in [
        *parse_qsl(fragment.lstrip("/?!"), max_num_fields=None), *parse_qsl(query, max_num_fields=None)]}
    lat, lon = (next((named[key] for key in keys if key in named), "") for keys in (_LATITUDES, _LONGITUDES))
    if re.fullmatch(_N, lat) and re.fullmatch(_N, lon):
        return _position(lat, lon)
    if "params" in named and _GEOHACK.fullmatch(named["params"]):
        return _pair(" ".join(_GEOHACK.fullmatch(named["params"]).groups()).replace("_", " "))  # type: ignore[union-attr]
    if "mapy.c" in host and {"x", "y"} <= named.keys():
        are_numbers = re.fullmatch(_N, named["y"]) and re.fullmatch(_N, named["x"])
        return _position(named["y"], named["x"]) if are_numbers else None
    first = next((names for site, names in _LONGITUDE_FIRST.items() if site in host), None)
    for name in first or _LATITUDE_FIRST:
        pair = _pair(named.get(name, ""), decimals=3 if name == "c" else 1)
        if pair is not None:
            return WrittenPosition(pair.lon, pair.lat, order_known=True) if first else pair
    return None


def _in_segments(path: str, host: str) -> WrittenPosition | None:
    """Return the place in the path: /place/8QHCC56P+CP, /search/41.41,+128.18, /link/map/name,41.41,128.18."""
    for written in unquote(path).split("/"):
        code = read_grid(written) if "+" in written else None
        if code is not None or written.startswith("@"):
            return code
        segment = written.replace("+", " ")
        named = re.fullmatch(rf"[^,]*,{_N},{_N}", segment) if "kakao" in host or "daum" in host else None
        pair = _position(named[1], named[2]) if named else _pair(segment, decimals=3)
        if pair is not None:
            return pair
    return None


def _view(path: str, fragment: str) -> WrittenPosition | None:
    """Return the centre of the view: @41.41,128.18,500m, #map=15/41.41/128.18, #view=41.41,128.18,15z."""
    match = _VIEW.search(unquote(path) + "/") or _VIEW.search(unquote(path)) or _HASH.match(unquote(fragment)) \
        or _NAMED_VIEW.match(unquote(fragment))
    return _position(match[1], match[2]) if match else None


def _pair(value: str, decimals: int = 1) -> WrittenPosition | None:
    """Return a pair in a part of a link; numbers with fewer `decimals` may be a zoom or a house number."""
    value = value.partition("(")[0].strip()  # a name may follow in brackets
    match = _TWO.fullmatch(value)
    if match:
        exact = all(len(number.partition(".")[2]) >= decimals for number in match.groups())
        return _position(match[1], match[2]) if exact else None
    if not re.search(r"\d", value):
        return None
    try:
        found = read_pair(value)
    except CoordinateError:
        return None
    return found if found.order_known else None


def _position(lat: str, lon: str) -> WrittenPosition:
    return WrittenPosition(float(lat), float(lon), order_known=True)


def _datum(host: str, query: str) -> str:
    if re.search(r"(?:coord_type|coordinate|coordtype)=wgs84", query, re.IGNORECASE):
        return ""
    if "baidu" in host and "gcj02" in query.lower():
        return GCJ_02
    return next((datum for site, datum in _SHIFTED.items() if site in host), "")
