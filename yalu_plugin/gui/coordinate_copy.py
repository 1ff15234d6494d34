"""Copying the coordinates of a place: in the notation that the user prefers, or in one chosen from a menu."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsPointXY
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QApplication, QMenu, QWidget

from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.coordinates import in_notation, notations
from yalu_plugin.paths import resource
from yalu_plugin.settings import COPY_NOTATION


class CoordinateCopy:
    """Copies to the clipboard, and says in the message bar what was copied."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def copy(self, point: QgsPointXY) -> None:
        """Copy a place (EPSG:4326) in the notation set in the options."""
        self.copy_text(in_notation(point, COPY_NOTATION.value()).text)

    def copy_text(self, text: str, pixel: str = "") -> None:
        """Copy coordinates as they are; `pixel` is the size of a pixel of the map on which they were clicked."""
        QApplication.clipboard().setText(text)
        self._messages.show_message(
            tr("Copied: {text} (WGS 84; one pixel of the map is {size})").format(text=text, size=pixel) if pixel
            else tr("Copied: {text} (WGS 84)").format(text=text))

    def menu(self, title: str, point: QgsPointXY, parent: QWidget, pixel: str = "") -> QMenu:
        """Return a menu of the notations of a place (EPSG:4326), the one set in the options first and in bold."""
        menu = QMenu(title.replace("&", "&&"), parent)
        menu.setObjectName("yalu_copy_menu")
        menu.setIcon(QIcon(str(resource("icons", "copy.svg"))))
        preferred = in_notation(point, COPY_NOTATION.value())
        others = [one for one in notations(point) if one != preferred]
        for one in (preferred, *others):
            action = menu.addAction(f"{one.title}\t{one.text}", partial(self.copy_text, one.text, pixel))
            action.setObjectName(f"yalu_copy_as_{one.key}")
        menu.setDefaultAction(menu.actions()[0])
        return menu
