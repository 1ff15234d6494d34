"""F1 in a panel opens the page of the guide that is about it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.gui.guide import show_guide


class HelpKey(QObject):
    """Hears F1 in a widget and all within it, before QGIS takes it for its own help."""

    def __init__(self, widget: QWidget, page: str) -> None:
        """`page` is the name of a page of the guide, without its ending."""
        super().__init__(widget)
        self._page = page
        widget.installEventFilter(self)  # keys that nobody within wants come to it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or event.key() != Qt.Key.Key_F1:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            show_guide(self._page, watched)
        return True
