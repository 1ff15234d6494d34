"""A combo box whose value is written only once the user has confirmed it."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

from yalu_plugin.gui.combo_boxes import ElidedBox

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldBox(ElidedBox):
    """Emits `chosen` when a value is confirmed.

    A value picked in the open list is confirmed at once; one reached by keys, by Return or when the box loses focus.
    Escape restores the value before. The wheel is ignored.
    """

    chosen = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._handling_key = False
        self._original_index: int | None = None  # the index before keys changed it
        self.activated.connect(self._on_activated)

    @property
    def is_changed(self) -> bool:
        """Whether keys selected another value that is not confirmed yet."""
        return self._original_index is not None

    def commit(self) -> None:
        """Confirm the value that keys selected."""
        if self._original_index is not None:
            self._original_index = None
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102 - Qt's own
        if event.key() in ENTER and self.is_changed:
            self.commit()
        elif event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.setCurrentIndex(self._original_index)
            self._original_index = None
        else:
            self._change_by_key(event)

    def _change_by_key(self, event: QKeyEvent) -> None:
        before, self._handling_key = self.currentIndex(), True
        super().keyPressEvent(event)
        self._handling_key = False
        if self._original_index is None and self.currentIndex() != before:
            self._original_index = before

    def _on_activated(self) -> None:
        if not self._handling_key:
            self._original_index = None
            self.chosen.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, D102 - Qt's own
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, D102 - Qt's own
        event.ignore()
