"""Returns the focus to the list or the map after a day was typed, so that letter keys work again."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QWidget


class FocusReturn(QObject):
    """Remembers which list, table or map had the focus before `field`; `canvas` if none had."""

    def __init__(self, field: QWidget, canvas: QgsMapCanvas) -> None:
        super().__init__(field)
        self._field, self._before, self._canvas = field, canvas, canvas
        QApplication.instance().focusChanged.connect(self._remember)

    def restore(self) -> None:
        """Return the focus, if the field has it."""
        if self._field.hasFocus():
            removed = sip.isdeleted(self._before) or not self._before.isVisible()
            (self._canvas if removed else self._before).setFocus()

    def _remember(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._field and isinstance(old, (QAbstractItemView, QgsMapCanvas)):
            self._before = old
