"""Conflicts between edits in QGIS' edit buffer and changes that other processes wrote to the same rows meanwhile.

QGIS keeps only the values to be written, not those the user saw: saving would overwrite the others' values without
notice. So changes by others are kept here while a layer is edited, and compared with the edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Optional

from qgis.core import QgsProject, QgsVectorLayer, QgsVectorLayerUndoCommandDeleteFeature
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import RowChange
from yalu_plugin.layers.survey.open import plain_value
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_errors import EditsInConflict

WHOLE_ROW, GEOMETRY = "", "geom"  # used like names of columns
KnownRow = tuple[Row, Optional[Row]]  # before the edits started, and now in the file


class Conflict(NamedTuple):
    """Two values for one place: the unsaved one, and the one that others have written since.

    `row` is the row as it was before. For WHOLE_ROW, the value is the row, None on the side that deleted it.
    """

    layer: QgsVectorLayer
    table: str
    row: Row
    column: str
    mine: object
    theirs: object


class EditConflicts(QObject):
    """The conflicts in those layers of a project that are tables of a survey's file."""

    changed = pyqtSignal()  # the set of unanswered conflicts has changed

    def __init__(self, project: QgsProject, survey: Survey, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._survey = project, survey
        self._others: dict[str, dict[int, KnownRow]] = {}  # by layer and fid

    def apply(self, changes: Callable[[str], Sequence[RowChange]]) -> None:
        """Compare the edits with changes found in the file; `changes` returns those of a table, by its name."""
        found: list[Conflict] = []
        for layer, table in self._edited():
            known, fids = self._others.setdefault(layer.id(), {}), set()
            for before, after in changes(table):
                fid = (before or after or {})["fid"]
                first = known[fid][0] if fid in known else before
                if first is None:
                    continue  # a new row, which no edit refers to
                now = after if after is not None and after["fid"] == fid else None
                known[fid] = first, now
                fids.add(fid)
                if now is None and layer.editBuffer().isFeatureDeleted(fid):  # QGIS could not delete it again
                    QgsVectorLayerUndoCommandDeleteFeature(layer.editBuffer(), fid).undo()
            found += _conflicts_of(layer, table, [known[fid] for fid in fids])
        if found:
            self.changed.emit()

    def pending(self) -> list[Conflict]:
        """Return all conflicts that are not answered yet."""
        return [conflict for layer, table in self._edited() for conflict in self._of(layer, table)]

    def check_answered(self, layer: QgsVectorLayer) -> None:
        """Raise EditsInConflict while saving this layer's edits would overwrite what others wrote."""
        table = self._survey.table_of(layer)
        if table is not None and self._of(layer, table):
            raise EditsInConflict(layer=layer.name())

    def keep_mine(self, conflicts: Sequence[Conflict]) -> None:
        """Keep the edits, to be saved, and restore rows that others deleted. Raises what Survey.change raises."""
        removed = [conflict for conflict in conflicts if conflict.column == WHOLE_ROW and conflict.theirs is None]
        if removed:
            rows: dict[str, dict[str, Row]] = {}
            for conflict in removed:
                rows.setdefault(conflict.table, {})[conflict.row["id"]] = conflict.row
            self._survey.change("put back", {table: list(found.values()) for table, found in rows.items()})
        self._answered(conflicts)

    def keep_theirs(self, conflicts: Sequence[Conflict]) -> None:
        """Keep what others wrote: drop the edits that would overwrite it, and keep the other edits."""
        dropped: dict[QgsVectorLayer, set[tuple[int, str]]] = {}
        for conflict in conflicts:
            dropped.setdefault(conflict.layer, set()).add((conflict.row["fid"], conflict.column))
        for layer, places in dropped.items():
            _drop(layer, places)
        self._answered(conflicts)

    def discard(self, layer: QgsVectorLayer) -> None:
        """Discard the changes recorded for a layer, whose edits were saved or discarded."""
        self._others.pop(layer.id(), None)

    def _answered(self, conflicts: Sequence[Conflict]) -> None:
        for conflict in conflicts:
            self._others.get(conflict.layer.id(), {}).pop(conflict.row["fid"], None)

    def _edited(self) -> Iterator[tuple[QgsVectorLayer, str]]:
        """Yield the survey's layers in edit mode with their tables; discard the changes recorded for other layers."""
        for layer in self._project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.isEditable():
                table = self._survey.table_of(layer)
                if table is not None:
                    yield layer, table
            else:
                self._others.pop(layer.id(), None)

    def _of(self, layer: QgsVectorLayer, table: str) -> list[Conflict]:
        return _conflicts_of(layer, table, list(self._others.get(layer.id(), {}).values()))


def _conflicts_of(layer: QgsVectorLayer, table: str, changes: Sequence[KnownRow]) -> list[Conflict]:
    """Return the conflicts of rows, given as pairs of their values before the edits and those in the file now."""
    buffer = layer.editBuffer()
    found: list[Conflict] = []
    edited = []
    for before, now in changes:
        fid = before["fid"]
        if buffer.isFeatureDeleted(fid):
            found += [] if now in (before, None) else [Conflict(layer, table, before, WHOLE_ROW, None, now)]
        elif buffer.isFeatureAttributesChanged(fid) or buffer.isFeatureGeometryChanged(fid):
            edited.append((before, now))
    values, shapes = (buffer.changedAttributeValues(), buffer.changedGeometries()) if edited else ({}, {})
    for before, now in edited:
        fid = before["fid"]
        mine = {layer.fields()[index].name(): plain_value(value) for index, value in values.get(fid, {}).items()}
        if fid in shapes:
            mine[GEOMETRY] = None if shapes[fid].isNull() else shapes[fid].asWkt(9)
        if now is None:
            found.append(Conflict(layer, table, before, WHOLE_ROW, {**before, **mine}, None))
        else:
            found += [Conflict(layer, table, before, column, value, now.get(column)) for column, value in mine.items()
                      if now.get(column) not in (before.get(column), value)]
    return found


def _drop(layer: QgsVectorLayer, places: set[tuple[int, str]]) -> None:
    """Remove edits from the buffer, by fid and column, for which QGIS has no call. Clears the layer's undo stack, which
    could bring them back.
    """
    buffer, fields = layer.editBuffer(), layer.fields()
    values, shapes, deleted = buffer.changedAttributeValues(), buffer.changedGeometries(), buffer.deletedFeatureIds()
    added, columns = list(buffer.addedFeatures().values()), buffer.addedAttributes()

    def stays(fid: int, column: str) -> bool:
        return not {(fid, column), (fid, WHOLE_ROW)} & places

    layer.rollBack(False)
    for column in columns:
        layer.addAttribute(column)
    for fid, cells in values.items():
        for index, value in cells.items():
            if stays(fid, fields[index].name()):
                layer.changeAttributeValue(fid, index, value)
    for fid, shape in shapes.items():
        if stays(fid, GEOMETRY):
            layer.changeGeometry(fid, shape)
    layer.addFeatures(added)
    layer.deleteFeatures([fid for fid in deleted if stays(fid, WHOLE_ROW)])
