"""Back to the list or the map once a day was typed: the next key is meant for what is worked on there."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QWidget


class FocusBack(QObject):
    """Remembers which list, table or map the keys were in before `field`; else they go to the `canvas`."""

    def __init__(self, field: QWidget, canvas: QgsMapCanvas) -> None:
        super().__init__(field)
        self._field, self._before, self._canvas = field, canvas, canvas
        QApplication.instance().focusChanged.connect(self._changed)

    def go(self) -> None:
        """Give the keys back, if the field has them."""
        if self._field.hasFocus():
            gone = sip.isdeleted(self._before) or not self._before.isVisible()
            (self._canvas if gone else self._before).setFocus()

    def _changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._field and isinstance(old, (QAbstractItemView, QgsMapCanvas)):
            self._before = old
