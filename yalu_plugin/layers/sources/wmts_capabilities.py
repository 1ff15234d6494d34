"""The layers with a time in the capabilities of a WMTS or WMS, and the addresses of their tiles or maps.

WMTS as in OGC 07-057r7 (1.0.0), in its key-value and its RESTful form, with tiles in web mercator.
"""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene_query import Box
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.gdal_xml import (
    Node,
    attribute,
    child,
    child_text,
    children,
    descendants,
    name_of,
    parse_xml,
    text_of,
)
from yalu_plugin.layers.sources.timed_layer import FORMATS, TimedLayer, append_query, parse_narrow_box
from yalu_plugin.layers.sources.wms_capabilities import ROOTS, map_layers

_TOP_SCALE = 559_082_264.0287178  # of GoogleMapsCompatible's zoom 0: 256 pixels of 0.28 mm


class NotCapabilities(YaluError):
    """An answer that is not the capabilities of a WMTS or WMS, such as a web page or a truncated text."""

    template = translatable("{address} does not answer with the capabilities of a WMTS or WMS. Check the address.")


class NoTimedLayer(YaluError):
    """A layer that the service does not have, or not with a time and in web mercator."""

    template = translatable("{address} has no layer \"{layer}\" with a time, in web mercator. List its layers, and "
                            "choose one of them.")


def timed_layers(content: bytes, address: str) -> dict[str, TimedLayer]:
    """Return the layers with a time that can be shown in web mercator, by name, in order of the capabilities.

    `content` is the answer of the capabilities at `address`. Raises NotCapabilities.
    """
    tops = {name_of(node): node for node in parse_xml(content)}
    for name in ROOTS:
        if name in tops:
            return {layer.name: layer for layer in map_layers(tops[name], address)}
    root = tops.get("Capabilities")
    contents = child(root, "Contents") if root else None
    if root is None or contents is None:
        raise NotCapabilities(address=address)
    sets = {child_text(one, "Identifier"): zooms for one in children(contents, "TileMatrixSet")
            if (zooms := _mercator_zooms(one))}
    kvp_address = _kvp_address(root, address)
    layers = (_layer(node, sets, kvp_address) for node in children(contents, "Layer"))
    return {layer.name: layer for layer in layers if layer is not None}


def domain_values(content: bytes, address: str) -> tuple[str, ...]:
    """Return the times in the answer to DescribeDomains (OGC 16-042r1). Raises NotCapabilities."""
    found = tuple(text_of(domain) for node in parse_xml(content) for dimension in descendants(node, "DimensionDomain")
                  if child_text(dimension, "Identifier").lower() == "time" for domain in children(dimension, "Domain"))
    if not found:
        raise NotCapabilities(address=address)
    return found


def _layer(node: Node, sets: dict[str, dict[int, str]], kvp_address: str) -> TimedLayer | None:
    times = next((one for one in children(node, "Dimension") if child_text(one, "Identifier").lower() == "time"), None)
    linked = (child_text(link, "TileMatrixSet") for link in children(node, "TileMatrixSetLink"))
    name, matrix_set = child_text(node, "Identifier"), next((one for one in linked if one in sets), "")
    if times is None or not matrix_set or not name:
        return None
    template = _rest_template(node) or _kvp_template(node, name, kvp_address)
    zooms = sets[matrix_set]
    prefix = zooms[0][:-1]  # of "0", or of "EPSG:3857:0"
    for placeholder, filled in (("TileMatrixSet", matrix_set), ("TileMatrix", f"{prefix}{{z}}"), ("TileRow", "{y}"),
                                ("TileCol", "{x}"), ("Style", _style(node)), ("style", _style(node)),
                                ("time", "{Time}"), ("TIME", "{Time}")):
        template = template.replace(f"{{{placeholder}}}", filled)
    values = tuple(text_of(one) for one in children(times, "Value"))
    return TimedLayer(name, child_text(node, "Title") or name, template, max(zooms), values, _box(node),
                      _domains_address(node, matrix_set))


def _rest_template(node: Node) -> str:
    """Return the template of the layer's tiles by time in the best format, if it has RESTful addresses."""
    found = {attribute(one, "format"): attribute(one, "template") for one in children(node, "ResourceURL")
             if attribute(one, "resourceType") == "tile" and "{time}" in attribute(one, "template").lower()}
    return next((found[media] for media in FORMATS if media in found), "")


def _domains_address(node: Node, matrix_set: str) -> str:
    """Return the address of all times of the layer: GIBS has only the latest 100 periods in its capabilities."""
    templates = (attribute(one, "template") for one in children(node, "ResourceURL")
                 if attribute(one, "resourceType") == "Domains")
    filled = (one.replace("{TileMatrixSet}", matrix_set).replace("{BBOX}", "all") for one in templates)
    return next((one for one in filled if "{" not in one and one.startswith(("http://", "https://"))), "")


def _kvp_template(node: Node, name: str, address: str) -> str:
    """Return the template of the layer's tiles with keys and values (07-057r7, table 29)."""
    offered = [text_of(one) for one in children(node, "Format")]
    media = next((one for one in FORMATS if one in offered), offered[0] if offered else "image/png")
    query = {"SERVICE": "WMTS", "REQUEST": "GetTile", "VERSION": "1.0.0", "LAYER": name, "STYLE": "{Style}",
             "TILEMATRIXSET": "{TileMatrixSet}", "TILEMATRIX": "{TileMatrix}", "TILEROW": "{TileRow}",
             "TILECOL": "{TileCol}", "FORMAT": media, "TIME": "{Time}"}
    return append_query(address, urlencode(query, safe="{}"))


def _kvp_address(root: Node, address: str) -> str:
    """Return the address for tiles with keys and values; the address of the capabilities if none is stated."""
    operations = child(root, "OperationsMetadata")
    for operation in children(operations, "Operation") if operations else ():
        if attribute(operation, "name") == "GetTile":
            for get in descendants(operation, "Get"):
                if attribute(get, "href"):
                    return attribute(get, "href")
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _mercator_zooms(node: Node) -> dict[int, str]:
    """Return the matrix names by zoom of a set of web mercator tiles from zoom 0 on; otherwise nothing."""
    crs = child_text(node, "SupportedCRS")
    if not crs.endswith((":3857", ":900913", ":102100", ":3785", "/3857")):
        return {}
    matrices = [one for one in children(node, "TileMatrix") if child_text(one, "TileWidth") in ("256", "")]
    names = sorted(((_number(child_text(one, "ScaleDenominator")), child_text(one, "Identifier")) for one in matrices),
                   reverse=True)
    found = {zoom: name for zoom, (scale, name) in enumerate(names)
             if name.endswith(str(zoom)) and abs(scale * 2**zoom / _TOP_SCALE - 1) < 0.001}
    return found if len(found) == len(names) else {}


def _style(node: Node) -> str:
    styles = list(children(node, "Style"))
    style = next((one for one in styles if attribute(one, "isDefault") == "true"), styles[0] if styles else None)
    return child_text(style, "Identifier") if style else "default"


def _box(node: Node) -> Box | None:
    bounds = child(node, "WGS84BoundingBox")
    texts = [child_text(bounds, name) for name in ("LowerCorner", "UpperCorner")] if bounds else []
    corners = [edge for text in texts for edge in text.split()]
    return parse_narrow_box(corners)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
