"""Untrusted XML, parsed as GDAL parses it: no entities, nothing fetched, names in any case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class XmlUnreadable(YaluError):
    """A text that is not XML."""

    template = translatable("The file {path} is damaged. Copy or download it again.")


class UntrustedElement(NamedTuple):
    """An element: name without prefix, path (names of its ancestors), attributes, text.

    Names are in lower case, because GDAL ignores their case.
    """

    name: str
    path: tuple[str, ...]
    attributes: dict[str, str]
    text: str
    node: list[Any]

    @property
    def children(self) -> Iterator[UntrustedElement]:
        """Return its child elements, in order."""
        path = (*self.path, self.name)
        return (_element(child, path) for child in self.node[2:] if child[0] == gdal.CXT_Element)

    @property
    def is_plain(self) -> bool:
        """Return whether it holds one text and nothing else: of several pieces GDAL reads the first."""
        return sum(child[0] != gdal.CXT_Attribute for child in self.node[2:]) <= 1 and not any(self.children)

    def all(self) -> Iterator[UntrustedElement]:
        """Yield this element and every element below it, in order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(list(one.children))


def parse(path: str, content: bytes) -> UntrustedElement:
    """Return the root element; several roots, or a declaration, are put into an element without a name.

    Raises XmlUnreadable, also if elements are nested more than 10,000 deep.
    """
    try:
        node = gdal.ParseXMLString(content.decode("utf-8-sig"))
    except (RuntimeError, ValueError) as error:
        raise XmlUnreadable(str(error), path=path) from error
    if node is None:
        raise XmlUnreadable(gdal.GetLastErrorMsg(), path=path)
    return _element(node, ())


def _element(node: list[Any], path: tuple[str, ...]) -> UntrustedElement:
    attributes: dict[str, str] = {}
    text = ""
    for child in node[2:]:
        if child[0] == gdal.CXT_Text:
            text += child[1]
        elif child[0] == gdal.CXT_Attribute:
            attributes[child[1].lower()] = child[2][1] if len(child) > 2 else ""
    return UntrustedElement(node[1].rpartition(":")[2].lower(), path, attributes, text, node)
