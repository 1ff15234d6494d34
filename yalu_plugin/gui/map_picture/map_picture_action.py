"""The action that opens the window for a picture of a map; it is created on first use and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.map_picture.map_picture_dialog import MapPictureDialog


class MapPictureAction(QObject):
    """Owns the window."""

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._messages, self._canvas, self._window = workbench, messages, canvas, window
        self.dialog: MapPictureDialog | None = None
        self.action = actions.add("map_picture", tr("Sites from a picture…"),
                                  tr("Read sites off a picture of a map: tie it to the map and find its dots"),
                                  "map_picture", self._open)
        workbench.session.survey_changed.connect(self._enable)
        self._enable()

    def release(self) -> None:
        """Close the window and remove what it shows from the map (on unload)."""
        if self.dialog is not None:
            self.dialog.release()
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def _open(self) -> None:
        from yalu_plugin.gui.map_picture.map_picture_dialog import MapPictureDialog

        with self._messages.reporting():
            self._workbench.session.need_survey()
            if self.dialog is None:
                self.dialog = MapPictureDialog(self._workbench, self._messages, self._canvas, self._window)
            self.dialog.show()
            self.dialog.raise_()
            self.dialog.activateWindow()

    def _enable(self) -> None:
        survey = self._workbench.session.survey
        enable_write_actions([self.action], survey, survey is not None)
