"""The plugin's page in QGIS' options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QWidget

from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.options_page import OptionsPage


class OptionsFactory(QgsOptionsWidgetFactory):
    """Creates the page when the options are opened."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(tr("Yalu"), QIcon(str(resource("icons", "plugin.svg"))))
        self._workbench = workbench

    def createWidget(self, parent: QWidget) -> OptionsPage:  # noqa: N802, D102 - QGIS' own
        from yalu_plugin.gui.options_page import OptionsPage

        return OptionsPage(self._workbench.imagery, parent)
