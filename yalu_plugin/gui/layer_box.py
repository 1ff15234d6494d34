"""Combo box of layers: QGIS' own with plain tooltips, where QGIS shows a layer's name as HTML."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QToolTip, QWidget

from yalu_plugin.gui.elided_box import ElidedLayerBox
from yalu_plugin.gui.escaped_text import plain_tooltip


def layer_box(parent: QWidget | None = None) -> ElidedLayerBox:
    """Return a combo box of layers whose tooltips show the names literally."""
    box = ElidedLayerBox(parent)
    box.view().viewport().installEventFilter(_PlainTips(box.view()))
    return box


class _PlainTips(QObject):
    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        name = self._view.indexAt(event.pos()).data()
        QToolTip.showText(event.globalPos(), plain_tooltip(str(name or "")), self._view)
        return True
