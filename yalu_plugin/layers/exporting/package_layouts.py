"""The layouts of a package: overview, strip map and site sheets, which a QGIS without the plugin opens and prints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from qgis.core import (
    QgsFeedback,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.exporting.package_images import NOT_PACKAGED, PackagedSurvey
from yalu_plugin.layers.imagery.raster import RasterMissing
from yalu_plugin.layers.layouts.event_pump import ExportCancelled, process_events
from yalu_plugin.layers.layouts.layout_layers import LAYOUT
from yalu_plugin.layers.layouts.layout_lifetime import temporary_layouts
from yalu_plugin.layers.layouts.sheet_layers import PICTURES
from yalu_plugin.layers.project import ROLE

FILE = "pages.gpkg"
MAPS, SHEETS = "maps", "sheets"  # what a package may have
MOST_SHEETS = 500  # that a package has unless the user asks for them
_LEFT_OUT = translatable("Not in the package: {document}. {reason}")
Built = Sequence[QgsPrintLayout]


class PagesNotWritten(YaluError):
    """The layers of the pages could not be written."""

    template = translatable("The pages of the package could not be written ({detail}).")


def add_layouts(project: QgsProject, survey: PackagedSurvey, folder: Path, wanted: Collection[str],
                feedback: QgsFeedback) -> list[Phrase]:
    """Add the layouts of `wanted` (MAPS, SHEETS) to a project that holds the survey's layers.

    Layers that only they need are written to a file in `folder`. Returns what could not be made, and why. Raises
    ExportCancelled and PagesNotWritten.
    """
    left_out = []
    for label, build in _documents(project, survey, wanted, feedback):
        try:
            with temporary_layouts(project):
                for layout in build():
                    _keep(project, survey, layout, folder / FILE, feedback)
        except (ExportCancelled, PagesNotWritten):
            raise
        except YaluError as error:  # the package is useful without this document, and the message says why
            reason = Phrase(error.template, {"detail": error.detail, **error.values})
            left_out.append(Phrase(_LEFT_OUT, {"document": label, "reason": reason}))
        process_events(feedback)
    return left_out


def _documents(project: QgsProject, survey: PackagedSurvey, wanted: Collection[str], feedback: QgsFeedback
               ) -> Iterator[tuple[str, Callable[[], Built]]]:
    from yalu_plugin.layers.layouts.map_documents import overview_document, strip_document
    from yalu_plugin.layers.layouts.site_sheets import build_sheets

    if MAPS in wanted:
        yield tr("Overview map"), lambda: overview_document(project, survey, None, feedback=feedback)
        yield tr("Strip map"), lambda: strip_document(project, survey, None, feedback=feedback)
    if SHEETS in wanted:
        yield tr("Site sheets"), lambda: [build_sheets(project, survey, None, feedback=feedback)]


def _keep(project: QgsProject, survey: PackagedSurvey, layout: QgsPrintLayout, path: Path, feedback: QgsFeedback
          ) -> None:
    """Add a layout to the project's, and the layers in memory that it draws to a file. Raises PagesNotWritten."""
    coverage = layout.atlas().coverageLayer()
    if coverage is not None:
        _name_missing_images(coverage, survey)
    for layer in _layers_of(layout):
        if isinstance(layer, QgsVectorLayer) and layer.providerType() == "memory":
            _write(layer, path)
            process_events(feedback)
        if project.mapLayer(layer.id()) is None:
            layer.setCustomProperty(ROLE, LAYOUT)
            project.addMapLayer(layer, False)
    manager, name, number = project.layoutManager(), layout.name(), 2
    while manager.layoutByName(layout.name()) is not None:
        layout.setName(f"{name} {number}")
        number += 1
    manager.addLayout(layout)


def _layers_of(layout: QgsPrintLayout) -> list[QgsMapLayer]:
    """Return the layers that a layout draws or lists, each once."""
    found: list[QgsMapLayer | None] = [layout.atlas().coverageLayer()]
    for item in layout.items():
        if isinstance(item, QgsLayoutItemMap):
            found += item.layers()
        elif isinstance(item, QgsLayoutFrame) and isinstance(item.multiFrame(), QgsLayoutItemAttributeTable):
            found.append(item.multiFrame().vectorLayer())
    return list({layer.id(): layer for layer in found if layer is not None}.values())


def _write(layer: QgsVectorLayer, path: Path) -> None:
    """Write a layer in memory to a table of a GeoPackage and read it from there; its id, style and name stay."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = layer.id()
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), layer.transformContext(), options)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise PagesNotWritten(message)
    crs = layer.crs()
    layer.setDataSource(f"{path}|layername={options.layerName}", layer.name(), "ogr")
    layer.setCrs(crs)
    layer.setReadOnly(True)


def _name_missing_images(coverage: QgsVectorLayer, survey: PackagedSurvey) -> None:
    """Say on the sheets that an image is not in the package, instead of that its file is gone."""
    fields, changed = coverage.fields(), {}
    gone = {error_text(RasterMissing(path=row["uri"]), short=True) for row in survey.rows("images")
            if row["uri"].startswith(NOT_PACKAGED)}
    for feature in coverage.getFeatures():
        texts = {f"{picture}_missing": str(feature[f"{picture}_missing"] or "") for picture in PICTURES}
        changed[feature.id()] = {
            fields.indexOf(name): f"{text.splitlines()[0]}\n{tr('This image is not in the package')}"
            for name, text in texts.items() if text.partition("\n")[2] in gone}
    coverage.dataProvider().changeAttributeValues({row: values for row, values in changed.items() if values})
