"""Read a template's file so that nothing in it makes QGIS fetch or open other resources.

A .qpt contains more than a design: pictures and symbols by address, HTML with scripts, expressions that read files. Its
author could learn who opens it. Everything that accesses other resources is removed before QGIS reads the template,
whatever item it is in.
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

LARGEST, MAX_DEPTH, MOST = 20_000_000, 100, 400_000  # bytes, nested tags, tags; the plugin's have 0.2 MB, 15, 6,000
# functions that expressions may not call: they read files, use the network, or evaluate text as an expression
_REACHING = re.compile(r"\b(?:load_layer|env|eval|eval_template|exif|exif_geotag|file_exists|file_size|is_file|"
                       r"is_directory)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*://|file:|//|\\\\|/vsi|url=)", re.IGNORECASE)
_PLACE = re.compile(r"\s*(?:/|~|[a-z]:[\\/]|\.\.[\\/])|.*[\\/]\.\.[\\/]", re.IGNORECASE)
_LINK = re.compile(rb"href\s*=\s*[\"'](?!#|data:)|url\s*\(\s*[\"']?(?!#|data:)|<script|<!ENTITY", re.IGNORECASE)
_SOURCES = ("dataDefinedSource", "name", "imageFile", "svgFile", "file")  # properties for the file to draw
_TEXT = "labelText"  # is printed: an address in it is harmless
ADDRESS, HTML, EXPRESSION = "address", "html", "expression"


class TemplateUnreadable(YaluError):
    """A file that is not a print layout template."""

    template = translatable("{path} is not a layout template. Choose a .qpt file saved from a QGIS print layout.")


class TemplateTooMuch(YaluError):
    """A file that would crash QGIS, which reads nested tags by recursion, or exhaust the memory."""

    template = translatable("{path} is too large or too deeply nested for a layout template, or declares entities. "
                            "Choose a .qpt file saved from a QGIS print layout.")


@dataclass(frozen=True)
class TemplateFile:
    """A template that is safe to read, the file's name and SHA-256, and how much was removed from it, by kind."""

    name: str
    document: QDomDocument
    digest: str
    left_out: Counter[str]

    def warning(self) -> str:
        """Return the warning for the user of the template, in their language."""
        text = tr("A template contains code of its author: its expressions are evaluated and its texts printed. Use "
                  "{name} only if you know where it comes from.").format(name=one_line(self.name))
        reasons = {ADDRESS: tr("pictures and symbols from addresses, or from files outside its folder: {n}"),
                   HTML: tr("HTML: {n}"), EXPRESSION: tr("expressions that read files or make expressions: {n}")}
        left_out = "; ".join(reasons[kind].format(n=self.left_out[kind]) for kind in reasons if self.left_out[kind])
        return f"{text} {tr('Removed from it: {what}.').format(what=left_out)}" if left_out else text


def read_template(path: Path) -> TemplateFile:
    """Read the template at `path`, without access to other resources.

    Raises TemplateUnreadable and TemplateTooMuch.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise TemplateUnreadable(str(error), path=path) from error
    checked = _checked(content, path)
    return replace(checked, document=checked.document.cloneNode(True).toDocument())  # QGIS changes what it reads


@lru_cache(maxsize=16)  # checking one takes a quarter of a second, and a document uses it for many pages
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
    """Check that the file is XML, and no larger or deeper than a template; it is read as a stream to save memory."""
    if len(content) > LARGEST:
        raise TemplateTooMuch(path=path)
    reader, depth, tags = QXmlStreamReader(content), 0, 0
    while not reader.atEnd():
        reader.readNext()
        depth += reader.isStartElement() - reader.isEndElement()
        tags += reader.isStartElement()
        # A DTD can expand: entities, and attributes of every element. QGIS writes none.
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
    """Remove an element, or those of its attributes, that access other resources; count them by kind."""
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
    """Return whether this is an HTML frame, or a 3D map, which fetches its terrain."""
    unwanted = (QgsLayoutItemRegistry.ItemType.LayoutHtml, QgsLayoutItemRegistry.ItemType.Layout3DMap)
    of_qgis_2 = element.tagName() == "ComposerHtml"
    return of_qgis_2 or element.attribute("type") in {str(int(kind)) for kind in unwanted}


def _is_source_by_rule(element: QDomElement) -> bool:
    """Return whether an expression or a field sets the file to draw: which one is not known in advance."""
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
    """Return the kind of access of this attribute to other resources, or an empty text."""
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
    """Return whether a path is that of a file in the template's folder."""
    try:
        place = Path(value.strip()).resolve()
    except (OSError, ValueError):
        return False
    return place.is_file() and folder in place.parents
