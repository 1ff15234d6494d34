"""Parse untrusted XML with GDAL, whose minimal parser supports no entities and fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from osgeo import gdal

from yalu_plugin.layers.imagery.gdal_options import quiet_gdal

_ELEMENT, _TEXT, _ATTRIBUTE = 0, 1, 2
Node = list[Any]  # type, name or text, child nodes...


def parse_xml(content: bytes) -> list[Node]:
    """Return the top elements of a document in UTF-8; empty if it is not XML, or truncated."""
    with quiet_gdal():
        try:
            tree = gdal.ParseXMLString(content.decode("utf-8-sig", errors="replace"))
        except RuntimeError:  # if another plugin enabled GDAL's exceptions
            tree = None
    if not tree:
        return []
    return [tree] if tree[1] else [one for one in tree[2:] if isinstance(one, list)]


def name_of(node: Node) -> str:
    """Return the name of an element without its namespace prefix; empty for other nodes."""
    return str(node[1]).rpartition(":")[2] if node[0] == _ELEMENT else ""


def children(node: Node, name: str) -> Iterator[Node]:
    """Return the elements of this name directly in `node`."""
    return (one for one in node[2:] if name_of(one) == name)


def child(node: Node, name: str) -> Node | None:
    """Return the first element of this name directly in `node`."""
    return next(children(node, name), None)


def descendants(node: Node, name: str) -> Iterator[Node]:
    """Yield the elements of this name at any depth in `node`."""
    for one in node[2:]:
        if name_of(one) == name:
            yield one
        yield from descendants(one, name)


def child_text(node: Node, name: str) -> str:
    """Return the text of the first element of this name directly in `node`, empty if there is none."""
    found = child(node, name)
    return text_of(found) if found else ""


def text_of(node: Node) -> str:
    """Return the text directly in an element or attribute."""
    return "".join(str(one[1]) for one in node[2:] if one[0] == _TEXT).strip()


def attribute(node: Node, name: str) -> str:
    """Return an attribute by its name without prefix, empty if there is none."""
    return next((text_of(one) for one in node[2:] if one[0] == _ATTRIBUTE and one[1].rpartition(":")[2] == name), "")
