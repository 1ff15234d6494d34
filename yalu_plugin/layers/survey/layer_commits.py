"""What QGIS' own tools save to the open survey: into the file that was opened, and all of it in that one file."""

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
    """Watches the layers of a project that lie in a survey's file, the plugin's and any other."""

    def __init__(self, project: QgsProject, survey: GeoPackageSurvey, check_edits: Callable[[QgsVectorLayer], None],
                 parent: QObject) -> None:
        """`check_edits` raises a YaluError where the edits of a layer must not be saved now."""
        super().__init__(parent)
        self._survey, self._may_be_saved = survey, check_edits
        self._held: gdal.Dataset | None = None
        self.add_layers(project.mapLayers().values())
        project.layersAdded.connect(self.add_layers)

    def add_layers(self, layers: Iterable[QgsMapLayer]) -> None:
        """Watch those of the layers that are the survey's."""
        for layer in layers:
            table = self._survey.table_of(layer) if isinstance(layer, QgsVectorLayer) else None
            if table is not None:
                set_open_options(layer)
                self._survey.protect(layer, table)
                layer.beforeCommitChanges.connect(partial(self._check, layer))
                layer.afterCommitChanges.connect(partial(self._checkpoint, layer))

    def _check(self, layer: QgsVectorLayer, *_: object) -> None:
        """Let QGIS save only into the file that was opened, and only over what the user has seen; else the edits stay
        where they are, unsaved.
        """
        try:
            self._survey.file.check_exists()
            with self._survey.file.reader.opened() as dataset:
                self._survey.file.check_identity(dataset)
            self._may_be_saved(layer)  # last: it reads the file, and would tell what is wrong with that once more
        except YaluError as error:
            self._refuse(layer)
            self.error_occurred.emit(error)

    def _refuse(self, layer: QgsVectorLayer) -> None:
        """Make QGIS' saving fail, which it offers no other way to do: what is under the name now is kept locked.

        The layer's signals are held back until then: by one of them QGIS shows GDAL's words for that lock.
        """
        layer.dataProvider().reloadData()  # QGIS may still have the file that was there before
        if self._survey.path.is_file():
            self._held = open_locked(self._survey.path)
        layer.blockSignals(True)
        QTimer.singleShot(0, partial(self._let_go, layer))

    def _let_go(self, layer: QgsVectorLayer) -> None:
        self._held = None
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
    """Open a survey's layer anew where its source would have QGIS keep the file in WAL mode while it is edited, or wait
    long for locks: a layer of an older project, or one that the user added.
    """
    parts = _parts(layer)
    known = parts.get("openOptions", ())
    if not set(OPTIONS).issubset(known) and not layer.isEditable():
        parts["openOptions"] = list(dict.fromkeys((*known, *OPTIONS)))
        layer.setDataSource(QgsProviderRegistry.instance().encodeUri("ogr", parts), layer.name(), "ogr")
