"""Layouts to files: PDF, PDF with layers, PNG, SVG. What is written appears when it is complete, or not at all."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from qgis.core import Qgis, QgsFeedback, QgsLayoutExporter, QgsLayoutItemMap, QgsPrintLayout

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.layouts.cancelled import Cancelled
from yalu_plugin.layers.layouts.choices import FORMATS, GEOPDF, ending
from yalu_plugin.layers.layouts.dense_layers import drawn_before
from yalu_plugin.layers.layouts.dressed_layers import dressed
from yalu_plugin.layers.layouts.pages import Pages
from yalu_plugin.layers.layouts.pdf_metadata import describe, title_of

ENDS = {"pdf": b"%%EOF", "png": b"IEND", "svg": b"</svg>"}
PNG_DPI = 250


class CannotExport(YaluError):
    """A map that could not be written where it should go."""

    template = translatable("Nothing was written to {path}. Choose another folder or file, and check free space.")


class NoSuchFolder(YaluError):
    """A file to be written into a folder that is not there."""

    template = translatable("There is no folder {path}. Choose another.")


class UnknownEnding(YaluError):
    """A file whose ending says nothing of its format."""

    template = translatable("{path} has no ending that says its format. Name it .pdf, .png or .svg.")


class FolderExists(YaluError):
    """Pages as pictures make a folder of their own, and one of that name is there."""

    template = translatable("The folder {path} is there already. Choose another name: each page becomes a file in it.")


def export(layouts: QgsPrintLayout | Sequence[QgsPrintLayout], path: Path, format: str = "",
           feedback: QgsFeedback | None = None) -> Path:
    """Write `layouts`, one after the other, as pdf, geopdf, png or svg (`format`; empty: by the path's ending).

    An atlas gives a page for each of its features. Several pages are one PDF; in the other formats they are the files
    01.png, 02.png, ... in a folder that is named as `path` without its ending: QGIS gives only single pages the layers
    of their maps, as geopdf. A PDF keeps text as text; one of a single page is georeferenced
    (as geopdf only if no map on it is turned).
    Returns the file or folder; a failure leaves neither half a file nor a changed one. `feedback` is told the progress
    in percent and may cancel. Raises FolderExists, Cancelled and what check_place raises.
    """
    kind = check_place(path, format)
    layouts = layouts if isinstance(layouts, Sequence) else [layouts]
    feedback = feedback or QgsFeedback()
    pages, title = Pages(layouts, feedback), title_of(layouts)
    single = len(pages) == 1
    is_file = single or kind == "pdf"
    target = path if is_file else path.with_suffix("")
    if target.is_dir():
        raise FolderExists(path=target)
    partial = target.with_name(f"partial-{uuid.uuid4().hex[:8]}" + (f".{ending(kind)}" if is_file else ""))
    try:
        dense = [] if kind == GEOPDF else layouts  # whose layers are to be switched one by one
        with drawn_before(dense, PNG_DPI if kind == "png" else None, feedback), dressed(dense, feedback):
            _write(pages, partial, kind, feedback, path)
        if ending(kind) == "pdf":
            for file in [partial] if is_file else sorted(partial.iterdir()):
                describe(file, title)
        partial.replace(target)
    except OSError as error:
        raise CannotExport(str(error), path=path) from error
    finally:
        _remove(partial)
    return target


def check_place(path: Path, format: str = "") -> str:
    """The format in which `path` would be written, see `export`: to be asked before pages are made.

    Raises UnknownEnding, NoSuchFolder and CannotExport.
    """
    kind = (format or path.suffix.lstrip(".")).lower()
    if kind not in FORMATS:
        raise UnknownEnding(path=path)
    try:
        if not path.parent.is_dir():
            raise NoSuchFolder(path=path.parent)
        if path.is_dir():
            raise CannotExport(path=path)
    except OSError as error:  # a name that no file can have
        raise CannotExport(str(error), path=path) from error
    return kind


def _write(pages: Pages, partial: Path, kind: str, feedback: QgsFeedback, path: Path) -> None:
    """Write all pages to `partial`, a file or a folder to be. Raises CannotExport and Cancelled."""
    if len(pages) > 1 and kind == "pdf":
        _must(_write_pdf(pages, partial, feedback), partial, kind, path)
        return
    single = len(pages) == 1
    if not single:
        partial.mkdir()
    for number, layout in enumerate(pages, 1):
        file = partial if single else partial / f"{number:02}.{ending(kind)}"
        _must(_write_page(layout, file, kind), file, kind, path)
        feedback.setProgress(100 * number / len(pages))
        if feedback.isCanceled():
            raise Cancelled()


def _write_page(layout: QgsPrintLayout, file: Path, kind: str) -> QgsLayoutExporter.ExportResult:
    if ending(kind) != "pdf":
        return _write_picture(layout, file, kind)
    settings = _pdf_settings()
    settings.writeGeoPdf = kind == GEOPDF
    settings.appendGeoreference = not (settings.writeGeoPdf and _turned(layout))  # GDAL writes none with both
    settings.includeGeoPdfFeatures = False  # attributes would show what the page leaves out
    with _all_in_project(layout) if settings.writeGeoPdf else nullcontext():
        return QgsLayoutExporter(layout).exportToPdf(str(file), settings)


@contextmanager
def _all_in_project(layout: QgsPrintLayout) -> Iterator[None]:
    """Have every layer of the maps in the project for a while: QGIS writes a broken PDF with layers otherwise."""
    project = layout.project()
    drawn = {layer.id(): layer for item in layout.items() if isinstance(item, QgsLayoutItemMap)
             for layer in item.layers()}
    owners = {layer: layer.parent() for name, layer in drawn.items() if name not in project.mapLayers()}
    changed = project.isDirty()
    project.addMapLayers(list(owners), False)
    try:
        yield
    finally:
        for layer, owner in owners.items():
            project.takeMapLayer(layer)
            layer.setParent(owner)
        project.setDirty(changed)


def _turned(layout: QgsPrintLayout) -> bool:
    return any(isinstance(item, QgsLayoutItemMap) and item.mapRotation() for item in layout.items())


def _write_pdf(pages: Pages, file: Path, feedback: QgsFeedback) -> QgsLayoutExporter.ExportResult:
    return QgsLayoutExporter.exportToPdf(pages, str(file), _pdf_settings(), feedback)[0]


def _write_picture(layout: QgsPrintLayout, file: Path, kind: str) -> QgsLayoutExporter.ExportResult:
    exporter = QgsLayoutExporter(layout)
    if kind == "png":
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = PNG_DPI
        image.generateWorldFile = False
        return exporter.exportToImage(str(file), image)
    vector = QgsLayoutExporter.SvgExportSettings()
    vector.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return exporter.exportToSvg(str(file), vector)


def _pdf_settings() -> QgsLayoutExporter.PdfExportSettings:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return settings


def _must(result: QgsLayoutExporter.ExportResult, file: Path, kind: str, path: Path) -> None:
    """Whether the file has its end is looked up, too: QGIS calls it a success when the disk was full before."""
    if result == QgsLayoutExporter.ExportResult.Canceled:
        raise Cancelled()
    whole = file.is_file() and ENDS[ending(kind)] in file.read_bytes()[-64:]
    if result != QgsLayoutExporter.ExportResult.Success or not whole:
        raise CannotExport(str(result), path=path)


def _remove(partial: Path) -> None:
    if partial.is_dir():
        shutil.rmtree(partial)
    else:
        partial.unlink(missing_ok=True)
