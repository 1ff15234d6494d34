"""Reads KML as a Source: all data of each placemark, with those of its folders and documents.

Not read with GDAL, whose drivers omit times, snippets, nested folders, colours and undeclared data.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence, Set
from typing import NamedTuple
from urllib.parse import unquote

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.formats.archive import DAMAGED
from yalu_plugin.core.importing.formats.content import Content
from yalu_plugin.core.importing.formats.crs import WGS84
from yalu_plugin.core.importing.formats.encodings import NotText
from yalu_plugin.core.importing.formats.html_text import plain_text
from yalu_plugin.core.importing.formats.kml_colours import Styles, colour_of_style
from yalu_plugin.core.importing.formats.kml_placemark import (
    extended_texts,
    placemark_shape,
    placemark_texts,
    time_of,
)
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.formats.row_list import RowList
from yalu_plugin.core.importing.formats.xml_element import Element
from yalu_plugin.core.importing.formats.xml_stream import CLOSED, OPENED, elements
from yalu_plugin.core.importing.import_errors import EntitiesDeclared, TextTooLong, TooDeep, UnreadableFile
from yalu_plugin.core.importing.import_source import ReadOptions, Source, chosen_layers
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, shared_progress

FOLDER, TIME, COLOUR = "folder", "time", "icon colour"
NOT_FOLLOWED = translatable("Network link “{name}” to {link} was not followed.")
NOT_READ = {
    "GroundOverlay": translatable("Image overlay “{name}” was not read."),
    "ScreenOverlay": translatable("Screen overlay “{name}” was not read."),
    "PhotoOverlay": translatable("Photo “{name}” was not read."),
    "Tour": translatable("Tour “{name}” was not read."),
    "NetworkLinkControl": translatable("The control of network links was not read."),
    "Update": translatable("An update of another file was not read."),
}
LEFT_OUT = translatable("A document in the archive was left out: {reason}")
UNKNOWN_ELEMENT = translatable("Element <{tag}> was not read.")
# Elements on drawing and listing folders, and on their authors.
_IGNORED = frozenset((
    "visibility", "open", "styleUrl", "LookAt", "Camera", "Region", "Schema", "ListStyle", "author", "link", "address",
    "AddressDetails", "phoneNumber", "balloonVisibility"))
_CONTAINERS = frozenset(("kml", "Document", "Folder"))
_BAD_DOCUMENT = (UnreadableFile, EntitiesDeclared, TextTooLong, TooDeep, NotText)
_STYLES = ("Style", "StyleMap", "CascadingStyle")


class _Container(NamedTuple):
    """An open document or folder; the lists of its name and time are filled when these are read."""

    tag: str
    name: list[str]
    time: list[str]


def read_kml(contents: Sequence[Content], options: ReadOptions, progress: Progress,
             notices: NoticeList) -> Source:
    """Read the placemarks of all documents, numbered from 1 through them; `options.layers` are paths of folders.

    With several documents, as in a KMZ, each path begins with the document's name, and a document that cannot be read
    is left out with a notice. Raises NoSuchLayer, UnreadableFile, and the errors of XML and limits.
    """
    path = contents[0].path
    rows = RowList(path)
    about: list[str] = []
    placemarks = 0
    folders: dict[str, None] = {}
    parts = shared_progress(progress, [content.size for content in contents])
    archive_names = frozenset(_comparable(content.name) for content in contents)
    document_errors: list[YaluError] = []
    for content, part in zip(contents, parts):
        document = _Document(content, rows, notices, several=len(contents) > 1, first=placemarks, layers=options.layers)
        before = len(rows.rows)
        error = document.read(archive_names, part, options.encoding)
        if error is not None:
            rows.cut(before)
            document_errors.append(error)
            notices.add(LEFT_OUT, reason=Phrase(error.template, {**error.values, "path": content.name[:200]}))
            continue
        placemarks = document.placemarks
        about += document.about
        folders.update(document.folders)
    if len(document_errors) == len(contents):
        raise document_errors[0]
    layers = chosen_layers(path, tuple(folders), options)
    return Source(path, tuple(rows.columns), tuple(rows.rows), has_geometry=True, crs=WGS84, layers=layers,
                  about="\n".join(dict.fromkeys(about)), format_time_column=TIME if TIME in rows.columns else "")


class _Document:
    """A KML document while it is read."""

    def __init__(self, content: Content, rows: RowList, notices: NoticeList, several: bool, first: int,
                 layers: Sequence[str]) -> None:
        self._content = content
        self._rows = rows
        self._notices = notices
        self._several = several
        self._selected_layers = layers
        self._open: list[_Container] = []
        self._styles = Styles()
        self._unresolved: list[tuple[int, str]] = []  # index of a row and URL of a style not read yet
        self.placemarks = first
        self.folders: dict[str, None] = {}
        self.about: list[str] = []

    def read(self, archive_names: Set[str], progress: Progress, encoding: str) -> YaluError | None:
        """Read the document; return its error, or None.

        `archive_names` are the names of the documents in the same archive, which are read anyway: links to them need no
        notice.
        """
        try:
            self._read(archive_names, progress, encoding)
        except _BAD_DOCUMENT as error:
            return error
        except DAMAGED as error:
            return UnreadableFile(str(error), path=self._content.path)
        return None

    def _read(self, archive_names: Set[str], progress: Progress, encoding: str) -> None:
        roots = 0
        for what, element in elements(self._content, _CONTAINERS, progress, encoding):
            if what == OPENED:
                roots += 1
                self._open.append(_Container(element.tag, [], []))
            elif what == CLOSED:
                self._open.pop()
            elif element.tag == "Placemark":
                self._placemark(element)
            elif not roots:
                raise UnreadableFile(f"<{element.tag}>", path=self._content.path)
            else:
                self._other(element, archive_names)
        self._resolve_colours()

    def _other(self, element: Element, archive_names: Set[str]) -> None:
        """Read an element of the open folder or document, or add a notice that it is not read."""
        container = self._open[-1]
        if element.tag == "name":
            container.name.append(element.text)
            self._add_about(element, "")
        elif element.tag in ("TimeStamp", "TimeSpan"):
            wrapped = Element("", {})
            wrapped.append(element)
            container.time.append(time_of(wrapped))
        elif element.tag in ("description", "Snippet", "snippet"):
            self._add_about(element, self._path())
        elif element.tag in _STYLES:
            self._styles.add(element)
        elif element.tag == "NetworkLink":
            link = element.child_text("Link/href") or element.child_text("Url/href")
            if not self._names_in_archive(link) & archive_names:
                self._notices.add(NOT_FOLLOWED, name=element.child_text("name"), link=link[:200])
        elif element.tag in ("ExtendedData", "Metadata"):
            self.about += [f"{name}: {text}" for name, text in extended_texts(element) if text]
        elif element.tag not in _IGNORED:
            template = NOT_READ.get(element.tag, UNKNOWN_ELEMENT)
            self._notices.add(template, name=element.child_text("name"), tag=element.tag[:40])

    def _names_in_archive(self, link: str) -> set[str]:
        """The names that a link may mean in the same archive: as written, unquoted, or without query and fragment."""
        address = unquote(link.partition("#")[0].partition("?")[0])
        folder = posixpath.dirname(_comparable(self._content.name))
        return {_comparable(posixpath.join(folder, _comparable(name))) for name in (link, unquote(link), address)}

    def _add_about(self, element: Element, folder: str) -> None:
        """Add a text to `about`; one of a folder gets the path as a prefix. Names of folders are left out."""
        text = plain_text(element.text)
        if not text or (element.tag == "name" and self._open[-1].tag != "Document"):
            return
        self.about.append(f"{folder}: {text}" if folder else text)

    def _placemark(self, placemark: Element) -> None:
        self.placemarks += 1
        folder = self._path()
        layer = folder or self._document_name()
        self.folders.setdefault(layer)
        if self._selected_layers and layer not in self._selected_layers:
            return
        texts = placemark_texts(placemark)
        time = time_of(placemark) or next((one.time[-1] for one in reversed(self._open) if one.time), "")
        url = placemark.child_text("styleUrl")
        own = placemark.find("Style")
        colour = (colour_of_style(own) if own is not None else "") or self._styles.colour(url)
        for name, text in ((TIME, time), (COLOUR, colour)):
            if name in texts and text:
                texts[f"{name} (2)"] = texts.pop(name)
        values = {FOLDER: folder, **texts, **{name: text for name, text in ((TIME, time), (COLOUR, colour)) if text}}
        if url and not colour:
            self._unresolved.append((len(self._rows.rows), url))
        try:
            shape = placemark_shape(placemark)
        except YaluError as error:
            self._rows.add(self.placemarks, values, error=error)
            return
        self._rows.add(self.placemarks, values, shape.x, shape.y, shape.type)

    def _resolve_colours(self) -> None:
        """Set the colours of styles that come after the placemarks that use them."""
        for index, url in self._unresolved:
            colour = self._styles.colour(url)
            if colour:
                row = self._rows.rows[index]
                texts = {**row.values, COLOUR: colour}
                self._rows.replace(index, texts)

    def _path(self) -> str:
        """Names of the open folders, outermost first; with several documents, the name of the document comes first."""
        outer = next((one for one in self._open if one.tag == "Document"), None)
        names = [one.name[-1] for one in self._open if one is not outer and one.name]
        return " / ".join([self._document_name(), *names] if self._several else names)

    def _document_name(self) -> str:
        """The name of the document, or of the file if the document has none or only a file name."""
        outer = next((one for one in self._open if one.tag == "Document" and one.name), None)
        name = outer.name[-1] if outer is not None else ""
        if name and not name.lower().endswith((".kml", ".kmz")):
            return name
        return self._content.stem if self._content.stem != "doc" else self._content.path.stem


def _comparable(name: str) -> str:
    """Normalize a name in an archive: with "/", without "..", case-folded."""
    return posixpath.normpath(name.replace("\\", "/")).casefold()
