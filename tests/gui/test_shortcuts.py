"""Keys of the panels do not conflict with QGIS' own."""

from __future__ import annotations

import re
from typing import Any

# Letters that open a menu of QGIS 3.40 with Alt, as the window's menu bar has them; the plugin's own is Y.
MENU_LETTERS = set("JEVLSPORDWMYCH")


def test_no_key_of_the_imagery_panel_opens_a_menu(window: Any, bench: Any, messages: Any, actions: Any) -> None:
    from qgis.PyQt.QtWidgets import QAbstractButton, QLabel

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    dock = ImageryDock(bench, messages, actions, window.canvas, window)
    texts = [one.text() for kind in (QAbstractButton, QLabel) for one in dock.findChildren(kind)]
    letters = {found.upper() for text in texts for found in re.findall(r"&(\w)", text)}
    keys = {action.shortcut().toString() for action in actions.by_name.values()}
    assert letters and letters.isdisjoint(MENU_LETTERS)
    assert "Alt+K" in keys and keys.isdisjoint({f"Alt+{letter}" for letter in MENU_LETTERS | letters})
