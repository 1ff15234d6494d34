"""F1 in a panel opens its page of the guide."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.gui.guide import show_guide


class HelpKey(QObject):
    """Handles F1 in a widget and its children before QGIS opens its own help."""

    def __init__(self, widget: QWidget, page: str) -> None:
        """`page` is the file name of a page of the guide, without suffix."""
        super().__init__(widget)
        self._page = page
        widget.installEventFilter(self)  # receives the keys that none of its children accepts

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or event.key() != Qt.Key.Key_F1:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            show_guide(self._page, watched)
        return True
