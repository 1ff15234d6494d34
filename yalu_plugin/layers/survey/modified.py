"""Who changed a row and when, written into rows that QGIS' own tools have changed."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime

from yalu_plugin.layers.survey.analyst import analyst


def sign_edits(layer: QgsVectorLayer) -> None:
    """Give each row that was changed, not added, the analyst's name and the time in UTC, to be saved with the edits.

    Of a layer in edit mode, just before QGIS saves it: earlier, two windows would be in conflict about these columns.
    Of a table without them nothing is changed.
    """
    fields, buffer = layer.fields(), layer.editBuffer()
    who, when = fields.lookupField("modified_by"), fields.lookupField("modified_at")
    if buffer is None or who < 0 or when < 0:
        return
    signature = {who: analyst(), when: QDateTime.currentDateTimeUtc()}
    for fid in {*buffer.changedAttributeValues(), *buffer.changedGeometries()}:
        layer.changeAttributeValues(fid, signature, {}, True)
