"""Scenes that are maps of a WMS: drawn by GDAL's WMS driver, in blocks, for QGIS' own client asks for the service's
capabilities anew for each date and holds up the window meanwhile.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_EDGE = 20037508.342789244  # metres: web mercator's square, EPSG:3857
_BLOCK, _ZOOMS = 512, 18
_TIMEOUT_S = 20
_OWN = {"SERVICE", "VERSION", "REQUEST", "LAYERS", "STYLES", "CRS", "SRS", "FORMAT", "TRANSPARENT"}


def is_map(uri: str) -> bool:
    """Whether a scene's uri is a GetMap request, all but its box and size."""
    return uri.startswith(("http://", "https://")) and "REQUEST=GetMap" in uri


def map_source(uri: str) -> str:
    """The data source for the scene at `uri`, as GDAL's documentation of the WMS driver describes it."""
    parts = urlsplit(uri)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    asked = dict(pairs)
    rest = urlencode([pair for pair in pairs if pair[0] not in _OWN], safe="/:")  # the time, and what the service adds
    server = urlunsplit((parts.scheme, parts.netloc, parts.path, rest, "")) + "&"
    system = next(name for name in ("CRS", "SRS") if name in asked)
    told = {"Version": asked["VERSION"], "ServerUrl": server, system: asked[system], "ImageFormat": asked["FORMAT"],
            "Transparent": asked["TRANSPARENT"], "Layers": asked["LAYERS"], "Styles": asked["STYLES"]}
    window = {"UpperLeftX": -_EDGE, "UpperLeftY": _EDGE, "LowerRightX": _EDGE, "LowerRightY": -_EDGE,
              "SizeX": _BLOCK << _ZOOMS, "SizeY": _BLOCK << _ZOOMS}
    return (f"<GDAL_WMS><Service name=\"WMS\">{_elements(told)}</Service><DataWindow>{_elements(window)}</DataWindow>"
            f"<Projection>EPSG:3857</Projection><BandsCount>{3 if 'jp' in asked['FORMAT'] else 4}</BandsCount>"
            f"<BlockSizeX>{_BLOCK}</BlockSizeX><BlockSizeY>{_BLOCK}</BlockSizeY><OverviewCount>{_ZOOMS}</OverviewCount>"
            f"<Timeout>{_TIMEOUT_S}</Timeout></GDAL_WMS>")


def _elements(told: dict[str, object]) -> str:
    texts = {name: str(value).replace("&", "&amp;").replace("<", "&lt;") for name, value in told.items()}
    return "".join(f"<{name}>{text}</{name}>" for name, text in texts.items())
