"""Keeps the map's scale when a panel is shown or hidden or changes its height, where QGIS would keep the extent."""

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
        self._window_size = canvas.window().size()  # at the map's last change
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(SETTLED_MS)
        for dock in docks:
            dock.visibilityChanged.connect(self._panel_moved)
            dock.installEventFilter(self)  # it gets another height before the map does
        canvas.installEventFilter(self)

    def _panel_moved(self, _visible: bool) -> None:
        self._moving.start()

    def release(self) -> None:
        """Disconnect from the map (on unload)."""
        self._canvas.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() != QEvent.Type.Resize:
            return False
        window_size = self._canvas.window().size()
        if watched is not self._canvas:
            if window_size == self._window_size:
                self._moving.start()
            return False
        self._window_size = window_size
        # of several resizes at once the first one has the old scale
        if self._moving.isActive() and self._canvas.layerCount() and self._before is None:
            self._before = self._canvas.scale()
            QTimer.singleShot(0, self._restore)
        return False

    def _restore(self) -> None:
        self._canvas.zoomScale(self._before)
        self._before = None
