"""A template's file, read so that nothing in it makes QGIS fetch or open what lies elsewhere.

A .qpt is more than looks: pictures and symbols by address, HTML with scripts, expressions that read files. Whoever
sends one could learn who opens it. What reaches out is taken out before QGIS sees it, whatever item it is in.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from qgis.core import QgsLayoutItemRegistry
from qgis.PyQt.QtCore import QXmlStreamReader
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr

LARGEST, MAX_DEPTH, MOST = 20_000_000, 100, 400_000  # bytes, nested tags, tags: ours have 0.2 MB, 15, 6,000
# what an expression may not call, for it reads files, asks the network, or makes an expression out of text
_REACHING = re.compile(r"\b(?:load_layer|env|eval|eval_template|exif|exif_geotag|file_exists|file_size|is_file|"
                       r"is_directory)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://|file:|//|\\\\|/vsi|url=)", re.IGNORECASE)
_PLACE = re.compile(r"\s*(?:/|~|[a-z]:[\\/]|\.\.[\\/])|.*[\\/]\.\.[\\/]", re.IGNORECASE)
_LINK = re.compile(rb"href\s*=\s*[\"'](?!#|data:)|url\s*\(\s*[\"']?(?!#|data:)|<script|<!ENTITY", re.IGNORECASE)
_SOURCES = ("dataDefinedSource", "name", "imageFile", "svgFile", "file")  # properties that say which file to draw
_TEXT = "labelText"  # printed, and an address in it is text
ADDRESS, HTML, EXPRESSION = "address", "html", "expression"


class TemplateUnreadable(YaluError):
    """A file that is no print layout template."""

    template = translatable("{path} is not a layout template. Choose a .qpt file saved from a QGIS print layout.")


class TemplateTooMuch(YaluError):
    """A file made to overwhelm: QGIS reads tags within tags by as many calls within calls, and ends with them."""

    template = translatable("{path} is too large or too deeply nested for a layout template, or declares entities. "
                            "Choose a .qpt file saved from a QGIS print layout.")


@dataclass(frozen=True)
class TemplateFile:
    """What QGIS may read, the file's name and SHA-256, and how often what was left out of it, by kind."""

    name: str
    document: QDomDocument
    digest: str
    left_out: Counter[str]

    def warning(self) -> str:
        """What whoever uses it has to know, in the user's language."""
        text = tr("A template is code of whoever made it: its expressions are evaluated and its words printed. Use "
                  "{name} only if you know where it comes from.").format(name=one_line(self.name))
        words = {ADDRESS: tr("pictures and symbols from addresses, or from files outside its folder: {n}"),
                 HTML: tr("HTML: {n}"), EXPRESSION: tr("expressions that read files or make expressions: {n}")}
        left_out = "; ".join(words[kind].format(n=self.left_out[kind]) for kind in words if self.left_out[kind])
        return f"{text} {tr('Left out of it: {what}.').format(what=left_out)}" if left_out else text


def read_template(path: Path) -> TemplateFile:
    """The template at `path`, without what reaches out. Raises TemplateUnreadable and TemplateTooMuch."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise TemplateUnreadable(str(error), path=path) from error
    checked = _checked(content, path)
    return replace(checked, document=checked.document.cloneNode(True).toDocument())  # QGIS changes what it reads


@lru_cache(maxsize=16)  # looking through one takes a quarter of a second, and a document has many pages of it
def _checked(content: bytes, path: Path) -> TemplateFile:
    _check_shape(content, path)
    document = QDomDocument()
    read = document.setContent(content)
    if not (read[0] if isinstance(read, tuple) else read):  # Qt 6 returns a result object
        raise TemplateUnreadable(path=path)
    left_out: Counter[str] = Counter()
    folder = path.resolve().parent
    for element in list(_elements(document.documentElement())):
        _clean(element, folder, left_out)
    return TemplateFile(path.name, document, hashlib.sha256(content).hexdigest(), left_out)


def _check_shape(content: bytes, path: Path) -> None:
    """See that the file is XML, and no larger or deeper than a template: read as a stream, so nothing piles up."""
    if len(content) > LARGEST:
        raise TemplateTooMuch(path=path)
    reader, depth, tags = QXmlStreamReader(content), 0, 0
    while not reader.atEnd():
        reader.readNext()
        depth += reader.isStartElement() - reader.isEndElement()
        tags += reader.isStartElement()
        # What a DTD declares grows: entities, and attributes that every element gets. QGIS writes none.
        if depth > MAX_DEPTH or tags > MOST or (reader.isDTD() and "[" in str(reader.text())):
            raise TemplateTooMuch(path=path)
    if reader.hasError():
        raise TemplateUnreadable(reader.errorString(), path=path)


def _elements(root: QDomElement) -> Iterator[QDomElement]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        child = element.firstChildElement()
        while not child.isNull():
            waiting.append(child)
            child = child.nextSiblingElement()


def _clean(element: QDomElement, folder: Path, left_out: Counter[str]) -> None:
    """Take out of an element, or take out whole, what reaches out; what it was is counted."""
    if _is_html(element) or _is_source_by_rule(element):
        left_out[HTML if _is_html(element) else EXPRESSION] += 1
        element.parentNode().removeChild(element)
        return
    for name in ("htmlState", "allowHtml"):
        if element.attribute(name, "0") not in ("0", ""):
            element.setAttribute(name, "0")
            left_out[HTML] += 1
    attributes = element.attributes()
    for number in range(attributes.count()):
        attribute = attributes.item(number).toAttr()
        kind = _reaches(attribute.name(), attribute.value(), folder)
        if kind:
            attribute.setValue("")
            left_out[kind] += 1


def _is_html(element: QDomElement) -> bool:
    """Whether this is an HTML frame, or an item for a map in three dimensions, which fetches its ground."""
    unwanted = (QgsLayoutItemRegistry.ItemType.LayoutHtml, QgsLayoutItemRegistry.ItemType.Layout3DMap)
    of_qgis_2 = element.tagName() == "ComposerHtml"
    return of_qgis_2 or element.attribute("type") in {str(int(kind)) for kind in unwanted}


def _is_source_by_rule(element: QDomElement) -> bool:
    """Whether this says by an expression or a field which file is drawn: no one knows which before it is."""
    if element.tagName() == "dataDefinedSource" and element.attribute("expr") + element.attribute("field"):
        return True  # of QGIS 2
    if element.tagName() != "Option" or element.attribute("name") not in _SOURCES:
        return False
    child = element.firstChildElement("Option")
    while not child.isNull():
        if child.attribute("name") in ("expression", "field") and child.attribute("value"):
            return True
        child = child.nextSiblingElement("Option")
    return False


def _reaches(name: str, value: str, folder: Path) -> str:
    """The kind of what this attribute reaches out with, or an empty text."""
    if _REACHING.search(value) and (name != _TEXT or "[%" in value):
        return EXPRESSION
    if name == _TEXT or name.startswith("xmlns"):
        return ""
    if value.startswith("base64:"):
        return ADDRESS if _LINK.search(_decoded(value[7:])) else ""
    if _ADDRESS.match(value) or (_PLACE.match(value) and not _is_within(value, folder)):
        return ADDRESS
    return ""


def _decoded(text: str) -> bytes:
    import base64
    import binascii

    try:
        return base64.b64decode(text)
    except (ValueError, binascii.Error):
        return b"<script"  # QGIS may read it another way


def _is_within(value: str, folder: Path) -> bool:
    """Whether a path is that of a file in the template's folder."""
    try:
        place = Path(value.strip()).resolve()
    except (OSError, ValueError):
        return False
    return place.is_file() and folder in place.parents
