"""The Matrix panel: all sites by all dates. Clicks and arrow keys select a cell, letter keys record into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QWidget

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.matrix.save_matrix import SaveMatrix
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

HEIGHT = 290  # pixels, enough for eight rows of sites; a laptop's screen has as much left for the map


class MatrixDock(QgsDockWidget):
    """Creates its panel when it is first visible, and updates it only while it is visible.

    `in_front` is emitted when it becomes visible or hidden, as it needs more height than the panels it is tabbed with;
    `wanted_height` is the height of that place that the user set.

    `go_to_site` selects a site and centres the map on it; `letter_actions` are the actions that record, by key.
    """

    in_front = pyqtSignal(bool)
    menu_requested = pyqtSignal(str, QPoint)  # of a site, by its id, at a place on the screen

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 go_to_site: Callable[[str], None], letter_actions: Mapping[Qt.Key, QAction], parent: QWidget) -> None:
        super().__init__(tr("Matrix"), parent)
        self.setObjectName("YaluMatrixDock")
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        self._workbench, self._visible, self._stale = workbench, False, True
        self._focus_requested = False
        self.wanted_height, self.is_in_front, self._height = HEIGHT, False, 0
        self._save_matrix = SaveMatrix(workbench, messages, actions, self)
        self._create_panel = partial(_panel, workbench, messages, canvas, go_to_site, letter_actions, self._save_matrix)
        self.visibilityChanged.connect(self._visibility_changed)
        session, river = workbench.session, workbench.river
        for changed in (session.survey_changed, session.facts_ready, river.chainages_changed):
            changed.connect(self._invalidate)
        session.changed.connect(self._apply)
        workbench.scenes.scenes_changed.connect(self._show_steps)

    def site_after(self) -> str:
        """The id of the site below the current cell while the matrix has the keys; empty otherwise."""
        return self.widget().site_after() if self.widget() is not None else ""

    @property
    def has_keys(self) -> bool:
        """Whether the matrix has the keyboard focus."""
        return self.widget() is not None and self.widget().view.hasFocus()

    def request_focus(self, shown: bool) -> None:
        """Focus the table on the next update if the user has shown the panel; not if it was hidden."""
        self._focus_requested = shown
        QTimer.singleShot(0, self._update)

    def remember_height(self) -> None:
        """Remember the height, which is the wanted one: later differences are changes by the user."""
        if self.is_in_front:
            self._height = self.height()

    def _visibility_changed(self, visible: bool) -> None:
        if self._height and not visible:
            self.wanted_height += self.height() - self._height  # the place is higher than the panel, by its tab bar
            self._height = 0
        self._visible = visible
        QTimer.singleShot(0, self._update)  # a panel that is tabbed behind another one is visible for a moment

    def _update(self) -> None:
        if self._visible:
            self._show()
            if self._focus_requested:
                self.widget().view.setFocus()
        self._focus_requested = False
        if self.is_in_front != self._visible:
            self.is_in_front = self._visible
            self.in_front.emit(self._visible)

    def _show(self) -> None:
        if self.widget() is None:
            self.setWidget(self._create_panel())
            self.widget().menu_requested.connect(self.menu_requested)
        if self._stale:
            self._stale = False
            self.widget().show_facts()

    def _invalidate(self) -> None:
        self._stale = True
        if self._visible:
            self._show()

    def _apply(self, delta: Delta) -> None:
        if self._visible and not self._stale:
            self.widget().apply(delta)
        else:
            self._stale = True

    def _show_steps(self) -> None:
        if self._visible and not self._stale:
            self.widget().show_steps()
        else:
            self._stale = True


def _panel(workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, go_to_site: Callable[[str], None],
           letter_actions: Mapping[Qt.Key, QAction], saver: SaveMatrix) -> QWidget:
    from yalu_plugin.gui.matrix.matrix_panel import MatrixPanel  # on first use: a start has 50 ms

    return MatrixPanel(workbench, messages, canvas, go_to_site, letter_actions, saver)
