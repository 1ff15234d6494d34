"""Reloading of images on screen whose files were replaced by another program."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QGuiApplication

from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class ReplacedFiles(QObject):
    """Checks the files of the images on screen whenever the user comes back to QGIS."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery, self._messages = workbench.imagery, messages
        QGuiApplication.instance().applicationStateChanged.connect(self._check)

    def _check(self, state: Qt.ApplicationState) -> None:
        scene, layers = self._imagery.scene, self._imagery.scene_layers
        if state != Qt.ApplicationState.ApplicationActive or scene is None:
            return
        replaced = [one for one in self._imagery.drawn if layers.is_outdated(one)]
        if replaced:
            with self._messages.reporting():
                self._imagery.show(scene)
                self._messages.warn(tr("The file of {scene} was replaced by another one, which is shown now. "
                                       "Observations and counts on it are of the previous file.").format(
                                           scene=", ".join(one.label for one in replaced)))
