"""The map's scale stays when a panel of ours comes or goes: QGIS keeps the extent, and each look is at another size."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QDockWidget

SETTLED_MS = 500  # by then the window has its new layout, animated or not


class KeptScale(QObject):
    """Follows these panels; a window that is made larger is left to QGIS."""

    def __init__(self, canvas: QgsMapCanvas, docks: Iterable[QDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._before: float | None = None  # the scale before the map's size changed
        self._moving = QTimer(self)
        self._moving.setSingleShot(True)
        self._moving.setInterval(SETTLED_MS)
        for dock in docks:
            dock.visibilityChanged.connect(self._begin)
        canvas.installEventFilter(self)

    def _begin(self, _visible: bool) -> None:
        self._moving.start()

    def release(self) -> None:
        """Leave the map alone (on unload)."""
        self._canvas.removeEventFilter(self)

    def eventFilter(self, _canvas: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        resized = event.type() == QEvent.Type.Resize and self._moving.isActive() and self._canvas.layerCount()
        if resized and self._before is None:  # of several at once the first one knows
            self._before = self._canvas.scale()
            QTimer.singleShot(0, self._restore)
        return False

    def _restore(self) -> None:
        self._canvas.zoomScale(self._before)
        self._before = None
