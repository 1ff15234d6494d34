"""XML from strangers, read by GDAL: its own small reader knows no entities and fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from osgeo import gdal

from yalu_plugin.layers.imagery.raster import quiet_gdal

_ELEMENT, _TEXT, _ATTRIBUTE = 0, 1, 2
Node = list[Any]  # kind, name or text, child...


def parse_xml(content: bytes) -> list[Node]:
    """The elements at the top of a document in UTF-8; none where it is no XML, or is cut short."""
    with quiet_gdal():
        try:
            tree = gdal.ParseXMLString(content.decode("utf-8-sig", errors="replace"))
        except RuntimeError:  # where somebody has told GDAL to raise
            tree = None
    if not tree:
        return []
    return [tree] if tree[1] else [one for one in tree[2:] if isinstance(one, list)]


def name_of(node: Node) -> str:
    """The name of an element without its namespace's prefix; empty for what is no element."""
    return str(node[1]).rpartition(":")[2] if node[0] == _ELEMENT else ""


def children(node: Node, name: str) -> Iterator[Node]:
    """The elements of this name directly in `node`."""
    return (one for one in node[2:] if name_of(one) == name)


def child(node: Node, name: str) -> Node | None:
    """The first element of this name directly in `node`."""
    return next(children(node, name), None)


def below(node: Node, name: str) -> Iterator[Node]:
    """The elements of this name at any depth in `node`."""
    for one in node[2:]:
        if name_of(one) == name:
            yield one
        yield from below(one, name)


def child_text(node: Node, name: str) -> str:
    """The text of the first element of this name directly in `node`, empty where there is none."""
    found = child(node, name)
    return text_of(found) if found else ""


def text_of(node: Node) -> str:
    """The text directly in an element or attribute."""
    return "".join(str(one[1]) for one in node[2:] if one[0] == _TEXT).strip()


def attribute(node: Node, name: str) -> str:
    """An attribute by its name without prefix, empty where there is none."""
    return next((text_of(one) for one in node[2:] if one[0] == _ATTRIBUTE and one[1].rpartition(":")[2] == name), "")
