"""The button of the Imagery panel that adds images from a folder, a list or a source on the web."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QMenu, QToolButton

from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.imagery.image_adder import ImageAdder
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.sources.source_menu import MENU_SOURCES, MenuSource
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource
from yalu_plugin.workbench import Workbench


class AddButton(QToolButton):
    """A menu of the sources, disabled while one is being read."""

    def __init__(self, workbench: Workbench, adding: ImageAdder, messages: Messages, actions: Actions,
                 canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._workbench, self._adding, self._messages, self._canvas = workbench, adding, messages, canvas
        self._actions = self._create_actions(actions)
        self._set_up()
        for changed in (adding.changed, workbench.session.survey_changed):
            changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        enable_write_actions(self._actions, self._workbench.session.survey, not self._adding.busy)

    # dialogs

    def _ask_folder(self) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            chosen = QFileDialog.getExistingDirectory(self, tr("Add a folder of images"))
            if chosen:
                self._adding.add_folder(Path(chosen))

    def _ask_list(self) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            chosen, _ = QFileDialog.getOpenFileName(
                self, tr("Add a list of images"), "", tr("Lists and ZIP files (*.csv *.tsv *.txt *.zip)"))
            if chosen:
                self._adding.add_list(Path(chosen))

    def _ask(self, source: MenuSource) -> None:
        with self._messages.reporting():
            self._workbench.session.need_survey()
            dialog = source.dialog_class()(self._canvas.mapSettings(), self)
            dialog.requested.connect(self._adding.search)
            dialog.open()

    # construction

    def _create_actions(self, actions: Actions) -> tuple[QAction, ...]:
        return (
            actions.add("add_folder", tr("Folder…"), tr("Add the images of a folder and those below it"),
                        "add_folder", self._ask_folder),
            actions.add("add_list", tr("List or ZIP…"), tr("Add the images that a table (CSV) lists, or of a ZIP file"),
                        "add_list", self._ask_list),
            *(actions.add(source.action, tr(source.label), tr(source.tooltip), source.action,
                          partial(self._ask, source)) for source in MENU_SOURCES))

    def _set_up(self) -> None:
        self.setObjectName("yalu_add_images")
        self.setText(tr("&Add…"))
        self.setToolTip(tr("Add images from a folder or from the web"))
        self.setAccessibleName(tr("Add images from a folder or from the web"))
        self.setIcon(QIcon(str(resource("icons", "add_images.svg"))))
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(list(self._actions))
        self.setMenu(menu)
