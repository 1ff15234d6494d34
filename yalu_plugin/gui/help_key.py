"""Keys in a panel: F1 opens the page of the guide that is about it, and one that is covered hears none."""

from __future__ import annotations

from functools import partial

from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.gui.guide import show_guide


def see_to_keys(dock: QgsDockWidget, page: str, canvas: QgsMapCanvas) -> None:
    """Have F1 in a panel open a page of the guide. When another tab covers the panel, its keys go to the map: Qt leaves
    them in what nobody sees.
    """
    HelpKey(dock, page)
    dock.visibilityChanged.connect(partial(_leave, dock, canvas))


def _leave(dock: QgsDockWidget, canvas: QgsMapCanvas, shown: bool) -> None:
    def leave() -> None:
        focused = None if sip.isdeleted(dock) else dock.window().focusWidget()
        if focused is not None and dock.isAncestorOf(focused) and dock.visibleRegion().isEmpty():
            canvas.setFocus()

    if not shown:
        QTimer.singleShot(0, leave)  # once the other tab is there


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
