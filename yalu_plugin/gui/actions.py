"""The plugin's actions, with icon, tooltip, object name, and a shortcut that the user can change in QGIS."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QToolButton

from yalu_plugin.gui.latin_keys import add_hangul_shortcut
from yalu_plugin.paths import resource


class Actions(QObject):
    """Creates the plugin's actions and registers their shortcuts with QGIS; `by_name` has them without "yalu_"."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.by_name: dict[str, QAction] = {}

    def add(self, name: str, text: str, tooltip: str, icon: str,
            run: Callable[..., object] | None = None, shortcut: str = "", checkable: bool = False) -> QAction:
        """Create the action `name` (its object name is "yalu_" + name); `icon` is a file name in resources/icons.

        `run` is called when the action is triggered or, if it is checkable, with its new state when that changes.
        """
        action = QAction(QIcon(str(resource("icons", f"{icon}.svg"))), text, self)
        action.setObjectName(f"yalu_{name}")
        action.setToolTip(tooltip.replace(" (", " – ").replace(")", ""))  # QGIS removes what is in parentheses
        action.setStatusTip(tooltip)
        action.setCheckable(checkable)
        if run is not None:
            (action.toggled if checkable else action.triggered).connect(run)
        QgsGui.shortcutsManager().registerAction(action, shortcut)
        add_hangul_shortcut(action)
        self.by_name[name] = action
        return action

    def release(self) -> None:
        """Unregister every shortcut and delete the actions."""
        for action in self.by_name.values():
            QgsGui.shortcutsManager().unregisterAction(action)
            action.deleteLater()
        self.by_name.clear()


def menu_button(action: QAction, *others: QAction) -> QToolButton:
    """Return a button for `action` whose menu has the other actions."""
    button = tool_button(action)
    button.addActions(others)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    return button


def tool_button(action: QAction, with_text: bool = False) -> QToolButton:
    """Return a button for `action`, as the panels have it; its object name is the action's plus "_button"."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setObjectName(f"{action.objectName()}_button")
    button.setAutoRaise(True)
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if with_text else Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(style)
    return button
