"""A box to choose from whose choice is written somewhere: only once it is meant."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

from yalu_plugin.gui.elided_box import ElidedBox

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldBox(ElidedBox):
    """`chosen` tells that a choice is meant: at once where it is picked in the open list; where keys walked to it, by
    Return or on leaving the box. Escape goes back to what was there, and the wheel passes by.
    """

    chosen = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._handling_key = False
        self._original_index: int | None = None  # the choice that keys walked away from
        self.activated.connect(self._on_activated)

    @property
    def is_changed(self) -> bool:
        """Whether keys walked to another choice that is not meant yet."""
        return self._original_index is not None

    def commit(self) -> None:
        """What keys walked to is meant."""
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
