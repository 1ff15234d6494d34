"""The places of the panels in QGIS' window: where they are first, and the height that imagery and matrix share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QMainWindow, QTabBar

from yalu_plugin.settings import DOCKS_ARRANGED

if TYPE_CHECKING:
    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock
    from yalu_plugin.gui.matrix.matrix_dock import MatrixDock

RIGHT, BOTTOM = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
SETTLED_MS = 200  # after this time a window has its new layout, animated or not
ARRANGEMENT = "4"  # version of the panels' arrangement; a profile with another version gets this one once


class Panels(NamedTuple):
    """The plugin's panels."""

    crossings: QgsDockWidget
    imagery: ImageryDock
    corridor: QgsDockWidget
    matrix: MatrixDock
    counting: QgsDockWidget


class PanelArrangement(QObject):
    """Places the panels; `add_dock` adds one to an area of the window, as QGIS does it."""

    def __init__(self, panels: Panels, window: QMainWindow,
                 add_dock: Callable[[Qt.DockWidgetArea, QgsDockWidget], object]) -> None:
        super().__init__(window)
        self._panels, self._window, self._add_dock = panels, window, add_dock
        panels.matrix.in_front.connect(self._set_bottom_height)

    def arrange_once(self) -> None:
        """Arrange the panels if this version of the arrangement was not applied to the profile yet."""
        if DOCKS_ARRANGED.value() != ARRANGEMENT:
            self.arrange()

    def arrange(self) -> None:
        """Place crossings, corridor and counting as tabs on the right, imagery and matrix as tabs at the bottom."""
        crossings, imagery, corridor, matrix, counting = self._panels
        self._add_dock(RIGHT, crossings)
        self._add_dock(BOTTOM, imagery)
        self._window.tabifyDockWidget(crossings, corridor)
        self._window.tabifyDockWidget(corridor, counting)
        self._window.tabifyDockWidget(imagery, matrix)
        crossings.raise_()
        self._window.resizeDocks([crossings], [crossings.sizeHint().width()], Qt.Orientation.Horizontal)
        imagery.raise_()
        QTimer.singleShot(0, self._hide_empty_tabs)

    def _set_bottom_height(self, matrix_in_front: bool) -> None:
        """While the matrix is the front tab, let it be higher than the imagery whose place it shares."""
        imagery, matrix = self._panels.imagery, self._panels.matrix
        tabs = self._window.tabifiedDockWidgets(matrix)
        imagery.set_height_fixed(not (matrix_in_front and imagery in tabs))
        if matrix_in_front and not matrix.isFloating():
            QTimer.singleShot(0, self._enlarge_matrix)

    def _enlarge_matrix(self) -> None:
        """Enlarge the matrix once Qt has applied, some events later, that the imagery may be higher."""
        matrix = self._panels.matrix
        wanted = matrix.wanted_height
        if matrix.is_in_front and self._panels.imagery.maximumHeight() < wanted:
            QTimer.singleShot(10, self._enlarge_matrix)
        elif matrix.is_in_front:
            self._window.resizeDocks([matrix], [wanted], Qt.Orientation.Vertical)
            QTimer.singleShot(SETTLED_MS, matrix.remember_height)

    def _hide_empty_tabs(self) -> None:
        """Hide empty tab bars, which Qt leaves in place after panels were moved."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for bar in self._window.findChildren(QTabBar, options=direct):
            if bar.count() == 0:
                bar.hide()
