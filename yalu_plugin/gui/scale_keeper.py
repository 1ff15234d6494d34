"""Keeps the map's scale when a panel of the plugin is shown or hidden, where QGIS would keep the extent."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QDockWidget

SETTLED_MS = 500  # by then the window has its new layout, animated or not


class ScaleKeeper(QObject):
    """Restores the scale when `docks` change the map's size, not when the user resizes the window."""

    def __init__(self, canvas: QgsMapCanvas, docks: Iterable[QDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._before: float | None = None  # the scale before the map's size changed
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(SETTLED_MS)
        for dock in docks:
            dock.visibilityChanged.connect(self._panel_moved)
        canvas.installEventFilter(self)

    def _panel_moved(self, _visible: bool) -> None:
        self._moving.start()

    def release(self) -> None:
        """Disconnect from the map (on unload)."""
        self._canvas.removeEventFilter(self)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        resized = event.type() == QEvent.Type.Resize and self._moving.isActive() and self._canvas.layerCount()
        if resized and self._before is None:  # of several resizes at once the first one has the old scale
            self._before = self._canvas.scale()
            QTimer.singleShot(0, self._restore)
        return False

    def _restore(self) -> None:
        self._canvas.zoomScale(self._before)
        self._before = None
