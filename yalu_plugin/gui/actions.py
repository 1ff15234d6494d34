"""Actions as every part of QGIS has them: icon, tooltip, object name, and a shortcut the user can change."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QToolButton

from yalu_plugin.gui.latin_keys import hear_hangul
from yalu_plugin.paths import resource


class Actions(QObject):
    """Makes the plugin's actions, registers their shortcuts with QGIS, and takes all of them back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.made: dict[str, QAction] = {}

    def add(self, name: str, text: str, tooltip: str, icon: str,
            run: Callable[..., object] | None = None, shortcut: str = "", checkable: bool = False) -> QAction:
        """Make the action `name` (its object name is "yalu_" + name); `icon` is a file name in resources/icons.

        `run` is called when it is triggered, or, if checkable, with its new state when that changes.
        """
        action = QAction(QIcon(str(resource("icons", f"{icon}.svg"))), text, self)
        action.setObjectName(f"yalu_{name}")
        action.setToolTip(tooltip)
        action.setStatusTip(tooltip)
        action.setCheckable(checkable)
        if run is not None:
            (action.toggled if checkable else action.triggered).connect(run)
        QgsGui.shortcutsManager().registerAction(action, shortcut)
        hear_hangul(action)
        self.made[name] = action
        return action

    def release(self) -> None:
        """Unregister every shortcut and delete the actions."""
        for action in self.made.values():
            QgsGui.shortcutsManager().unregisterAction(action)
            action.deleteLater()
        self.made.clear()


def tool_button(action: QAction, with_text: bool = False) -> QToolButton:
    """A button for `action` as docks use it; its object name is the action's with "_button"."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setObjectName(f"{action.objectName()}_button")
    button.setAutoRaise(True)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if with_text else Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(style)
    return button
