"""Export layouts as files: PDF, PDF with layers, PNG, SVG. A file appears when it is complete, or not at all."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from qgis.core import Qgis, QgsFeedback, QgsLayoutExporter, QgsLayoutItemMap, QgsPrintLayout

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.layouts.dense_layers import dense_layers_as_pictures
from yalu_plugin.layers.layouts.event_pump import ExportCancelled
from yalu_plugin.layers.layouts.page_iterator import PageIterator
from yalu_plugin.layers.layouts.page_options import FORMATS, GEOPDF, file_suffix
from yalu_plugin.layers.layouts.pdf_metadata import title_of, write_metadata
from yalu_plugin.layers.layouts.styled_copies import with_styled_copies

LAST_BYTES = {"pdf": b"%%EOF", "png": b"IEND", "svg": b"</svg>"}
PNG_DPI = 250


class CannotExport(YaluError):
    """A file that could not be written to its path."""

    template = translatable("Nothing was written to {path}. Choose another folder or file, and check free space.")


class NoSuchFolder(YaluError):
    """A file to be written into a folder that does not exist."""

    template = translatable("There is no folder {path}. Choose another.")


class UnknownEnding(YaluError):
    """A file whose suffix does not state its format."""

    template = translatable("{path} has no file extension that states its format. Name it .pdf, .png or .svg.")


class FolderExists(YaluError):
    """Several pages as pictures are written to a new folder, and one of that name exists."""

    template = translatable("The folder {path} already exists. Choose another name: each page becomes a file in it.")


def export(layouts: QgsPrintLayout | Sequence[QgsPrintLayout], path: Path, format: str = "",
           feedback: QgsFeedback | None = None) -> Path:
    """Write `layouts`, one after the other, and return the file or folder.

    `format`: pdf, geopdf, png or svg; empty: by the suffix of the path. An atlas has a page for each of its features.
    Several pages are one PDF; in the other formats they are the files 01.png, 02.png, ... in a folder named as `path`
    without its suffix (geopdf too: QGIS includes the layers of maps only in PDFs of one page). Text in a PDF stays
    text; a PDF of one page is georeferenced (a geopdf only if no map on it is rotated). A failure leaves neither half a
    file nor a changed one. `feedback` receives the progress in percent and may cancel.

    Raises FolderExists, ExportCancelled and what check_target raises.
    """
    kind = check_target(path, format)
    layouts = layouts if isinstance(layouts, Sequence) else [layouts]
    feedback = feedback or QgsFeedback()
    pages, title = PageIterator(layouts, feedback), title_of(layouts)
    single = len(pages) == 1
    is_file = single or kind == "pdf"
    target = path if is_file else path.with_suffix("")
    if target.is_dir():
        raise FolderExists(path=target)
    partial = target.with_name(f"partial-{uuid.uuid4().hex[:8]}" + (f".{file_suffix(kind)}" if is_file else ""))
    try:
        dense = [] if kind == GEOPDF else layouts  # in a geopdf each layer can be switched on and off
        dpi = PNG_DPI if kind == "png" else None
        with dense_layers_as_pictures(dense, dpi, feedback), with_styled_copies(dense, feedback):
            _write(pages, partial, kind, feedback, path)
        if file_suffix(kind) == "pdf":
            for file in [partial] if is_file else sorted(partial.iterdir()):
                write_metadata(file, title)
        partial.replace(target)
    except OSError as error:
        raise CannotExport(str(error), path=path) from error
    finally:
        _remove(partial)
    return target


def check_target(path: Path, format: str = "") -> str:
    """Return the format in which `path` would be written, see `export`. To be called before pages are built.

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


def _write(pages: PageIterator, partial: Path, kind: str, feedback: QgsFeedback, path: Path) -> None:
    """Write all pages to `partial`, a file or a new folder. Raises CannotExport and ExportCancelled."""
    if len(pages) > 1 and kind == "pdf":
        _check_result(_write_pdf(pages, partial, feedback), partial, kind, path)
        return
    single = len(pages) == 1
    if not single:
        partial.mkdir()
    for number, layout in enumerate(pages, 1):
        file = partial if single else partial / f"{number:02}.{file_suffix(kind)}"
        _check_result(_write_page(layout, file, kind), file, kind, path)
        feedback.setProgress(100 * number / len(pages))
        if feedback.isCanceled():
            raise ExportCancelled()


def _write_page(layout: QgsPrintLayout, file: Path, kind: str) -> QgsLayoutExporter.ExportResult:
    if file_suffix(kind) != "pdf":
        return _write_picture(layout, file, kind)
    settings = _pdf_settings()
    settings.writeGeoPdf = kind == GEOPDF
    settings.appendGeoreference = not (settings.writeGeoPdf and _has_rotated_map(layout))  # GDAL writes none with both
    settings.includeGeoPdfFeatures = False  # attributes would show what the page leaves out
    with _all_in_project(layout) if settings.writeGeoPdf else nullcontext():
        return QgsLayoutExporter(layout).exportToPdf(str(file), settings)


@contextmanager
def _all_in_project(layout: QgsPrintLayout) -> Iterator[None]:
    """Add all layers of the maps to the project within the block: otherwise QGIS writes a broken geopdf."""
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


def _has_rotated_map(layout: QgsPrintLayout) -> bool:
    return any(isinstance(item, QgsLayoutItemMap) and item.mapRotation() for item in layout.items())


def _write_pdf(pages: PageIterator, file: Path, feedback: QgsFeedback) -> QgsLayoutExporter.ExportResult:
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


def _check_result(result: QgsLayoutExporter.ExportResult, file: Path, kind: str, path: Path) -> None:
    """Raise the error of a failed export; also where the file has no end: QGIS reports success on a full disk."""
    if result == QgsLayoutExporter.ExportResult.Canceled:
        raise ExportCancelled()
    whole = file.is_file() and LAST_BYTES[file_suffix(kind)] in file.read_bytes()[-64:]
    if result != QgsLayoutExporter.ExportResult.Success or not whole:
        raise CannotExport(str(result), path=path)


def _remove(partial: Path) -> None:
    if partial.is_dir():
        shutil.rmtree(partial)
    else:
        partial.unlink(missing_ok=True)
