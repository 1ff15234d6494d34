"""Check and complete what QGIS' own tools save: into the file that was opened, and all of it in that one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from osgeo import gdal
from qgis.core import QgsMapLayer, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.survey.geopackage import OPTIONS, checkpoint_file, open_locked
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
from yalu_plugin.layers.survey.side_files import side_file
from yalu_plugin.layers.survey.survey import LayerWatch


class LayerCommits(LayerWatch):
    """Watches all layers of a project that are tables of a survey's file, the plugin's and any other."""

    def __init__(self, project: QgsProject, survey: GeoPackageSurvey, check_edits: Callable[[QgsVectorLayer], None],
                 parent: QObject) -> None:
        """Start to watch; `check_edits` raises a YaluError where the edits of a layer must not be saved now."""
        super().__init__(parent)
        self._survey, self._check_edits = survey, check_edits
        self._lock: gdal.Dataset | None = None
        self.add_layers(project.mapLayers().values())
        project.layersAdded.connect(self.add_layers)

    def add_layers(self, layers: Iterable[QgsMapLayer]) -> None:
        """Watch those of the layers that belong to the survey."""
        for layer in layers:
            table = self._survey.table_of(layer) if isinstance(layer, QgsVectorLayer) else None
            if table is not None:
                set_open_options(layer)
                self._survey.protect(layer, table)
                layer.beforeCommitChanges.connect(partial(self._check, layer))
                layer.afterCommitChanges.connect(partial(self._checkpoint, layer))

    def _check(self, layer: QgsVectorLayer, *_: object) -> None:
        """Let QGIS save only into the file that was opened, and only over what the user has seen.

        Otherwise the edits stay in the edit buffer, unsaved.
        """
        try:
            self._survey.file.check_exists()
            with self._survey.file.reader.opened() as dataset:
                self._survey.file.check_identity(dataset)
            self._check_edits(layer)  # last: it reads the file, and would report what is wrong with that once more
        except YaluError as error:
            self._refuse(layer)
            self.error_occurred.emit(error)

    def _refuse(self, layer: QgsVectorLayer) -> None:
        """Make QGIS' saving fail by keeping the file that has the name now locked: QGIS offers no other way.

        The layer's signals are blocked until then: by one of them QGIS shows GDAL's message about that lock.
        """
        layer.dataProvider().reloadData()  # QGIS may still have the previous file open
        if self._survey.path.is_file():
            self._lock = open_locked(self._survey.path)
        layer.blockSignals(True)
        QTimer.singleShot(0, partial(self._unlock, layer))

    def _unlock(self, layer: QgsVectorLayer) -> None:
        self._lock = None
        if not sip.isdeleted(layer):
            layer.blockSignals(False)
            self.refused.emit(layer)

    def _checkpoint(self, layer: QgsVectorLayer) -> None:
        try:
            if side_file(self._survey.path) is not None:  # another program keeps the file in WAL mode
                checkpoint_file(self._survey.path)
        except YaluError as error:
            self.error_occurred.emit(error)
        self.committed.emit(layer)


def _parts(layer: QgsVectorLayer) -> dict[str, Any]:
    return QgsProviderRegistry.instance().decodeUri("ogr", layer.source())


def set_open_options(layer: QgsVectorLayer) -> None:
    """Reopen a survey's layer without WAL mode and with a short wait for locks, if its source lacks these options.

    That is a layer of an older project, or one that the user added.
    """
    parts = _parts(layer)
    known = parts.get("openOptions", ())
    if not set(OPTIONS).issubset(known) and not layer.isEditable():
        parts["openOptions"] = list(dict.fromkeys((*known, *OPTIONS)))
        layer.setDataSource(QgsProviderRegistry.instance().encodeUri("ogr", parts), layer.name(), "ogr")
