"""XML of strangers, parsed as GDAL parses it: no entities, nothing fetched, names in capitals or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class XmlUnreadable(YaluError):
    """A text that is no XML."""

    template = translatable("The file {path} is damaged. Copy or download it again.")


class Element(NamedTuple):
    """An element: its name without prefix, those of the elements it is in, its attributes, the text in it.

    Names are in small letters: GDAL takes them in any.
    """

    name: str
    path: tuple[str, ...]
    attributes: dict[str, str]
    text: str
    node: list[Any]

    @property
    def children(self) -> Iterator[Element]:
        """The elements in it, in order."""
        path = (*self.path, self.name)
        return (_element(child, path) for child in self.node[2:] if child[0] == gdal.CXT_Element)

    @property
    def is_plain(self) -> bool:
        """Whether it holds one text and nothing else: of several pieces GDAL takes the first."""
        return sum(child[0] != gdal.CXT_Attribute for child in self.node[2:]) <= 1 and not any(self.children)

    def all(self) -> Iterator[Element]:
        """It and every element below it, in order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(list(one.children))


def parse(path: str, content: bytes) -> Element:
    """The root element; where there are several, or a declaration, one without a name that holds them.

    Raises XmlUnreadable, also where elements are nested more than 10,000 deep.
    """
    try:
        node = gdal.ParseXMLString(content.decode("utf-8-sig"))
    except (RuntimeError, ValueError) as error:
        raise XmlUnreadable(str(error), path=path) from error
    if node is None:
        raise XmlUnreadable(gdal.GetLastErrorMsg(), path=path)
    return _element(node, ())


def _element(node: list[Any], path: tuple[str, ...]) -> Element:
    attributes: dict[str, str] = {}
    text = ""
    for child in node[2:]:
        if child[0] == gdal.CXT_Text:
            text += child[1]
        elif child[0] == gdal.CXT_Attribute:
            attributes[child[1].lower()] = child[2][1] if len(child) > 2 else ""
    return Element(node[1].rpartition(":")[2].lower(), path, attributes, text, node)
