"""The buttons that select the kind that Add crossing places: V, B, and a menu of the other kinds."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from yalu_plugin.core.kinds import KIND_BY_KEY, OTHER
from yalu_plugin.gui.crossings.add_crossing_tool import AddCrossingTool
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.kind_display import custom_kind_keys, every_kind, kind_icon, kind_name
from yalu_plugin.i18n import tr


class KindButtons(QWidget):
    """A button for each kind of crossing and one with a menu of the others; the selected kind is checked."""

    def __init__(self, tool: AddCrossingTool) -> None:
        super().__init__()
        self._tool = tool
        self._buttons = {kind: _button(kind, key) for key, kind in KIND_BY_KEY.items()}
        self._other = _button(OTHER, "")
        self._other.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self._other)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._other.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for kind, button in self._buttons.items():
            button.clicked.connect(partial(self._select_kind, kind))
            row.addWidget(button)
        row.addWidget(self._other)
        tool.kind_changed.connect(self.show_kind)
        self.show_kind(tool.kind)

    def show_kind(self, kind: str) -> None:
        """Show this kind as the one that clicks place."""
        for name, button in self._buttons.items():
            button.setChecked(name == kind)
        others = kind not in self._buttons
        self._other.setChecked(others)
        self._other.setIcon(kind_icon(kind if others else OTHER))
        text = tr("Clicks place: {kind}").format(kind=kind_name(kind)) if others else tr("Place another kind of site")
        self._other.setToolTip(plain_tooltip(text))
        self._other.setAccessibleName(text)

    def _select_kind(self, kind: str, *_: object) -> None:
        self._tool.set_kind(kind)

    def _fill_menu(self) -> None:
        self._menu.clear()
        keys = {kind: key for key, kind in custom_kind_keys().items()}
        for kind in every_kind():
            if kind not in self._buttons:
                text = kind_name(kind).replace("&", "&&")
                self._menu.addAction(kind_icon(kind), f"{text}  ({keys[kind]})" if kind in keys else text,
                                     partial(self._select_kind, kind))


def _button(kind: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"yalu_kind_{kind}")
    button.setIcon(kind_icon(kind))
    button.setText(text)
    button.setAccessibleName(tr("Clicks place: {kind}").format(kind=kind_name(kind)))
    button.setToolTip(button.accessibleName())
    style = Qt.ToolButtonStyle
    button.setToolButtonStyle(style.ToolButtonTextBesideIcon if text else style.ToolButtonIconOnly)
    button.setCheckable(True)
    button.setAutoRaise(True)
    return button
