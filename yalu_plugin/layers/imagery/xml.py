"""XML of strangers, parsed as GDAL parses it: no entities, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

DEEPEST = 60  # elements within each other: no KML or virtual raster is deeper


class XmlUnreadable(YaluError):
    """A text that is no XML, or that is nested beyond measure."""

    template = translatable("The file {path} is damaged. Copy or download it again.")


class Element(NamedTuple):
    """An element: its name without prefix, those of the elements it is in, its attributes, the text in it."""

    name: str
    path: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    text: str
    node: list[Any]

    @property
    def children(self) -> Iterator[Element]:
        """The elements in it, in order."""
        return (_element(child, (*self.path, self.name)) for child in self.node[2:] if child[0] == gdal.CXT_Element)

    def all(self) -> Iterator[Element]:
        """It and every element below it, in order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += reversed(list(one.children))


def parse(path: str, content: bytes) -> Element:
    """The root element. Raises XmlUnreadable."""
    depth = deepest = 0
    for piece in content.split(b"<")[1:]:
        if piece[:1] == b"/":
            depth -= 1
        elif piece[:1] not in (b"!", b"?") and b"/>" not in piece:
            depth += 1
            deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise XmlUnreadable(path=path)
    try:
        node = gdal.ParseXMLString(content.decode("utf-8-sig"))
    except (RuntimeError, ValueError) as error:
        raise XmlUnreadable(str(error), path=path) from error
    if node is None:
        raise XmlUnreadable(gdal.GetLastErrorMsg(), path=path)
    root = _element(node, ())
    return next((one for one in root.children if one.name != "?xml"), root) if root.name in ("", "?xml") else root


def _element(node: list[Any], path: tuple[str, ...]) -> Element:
    attributes = tuple((child[1], child[2][1] if len(child) > 2 else "") for child in node[2:]
                       if child[0] == gdal.CXT_Attribute)
    text = "".join(child[1] for child in node[2:] if child[0] == gdal.CXT_Text)
    return Element(node[1].rpartition(":")[2], path, attributes, text, node)
