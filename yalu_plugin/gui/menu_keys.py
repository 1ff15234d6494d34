"""Shows plain keys in menus: letters and others that only list, map and matrix handle, not shortcuts of QGIS."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtWidgets import QMenu

KEYS = {"observe_present": "P", "observe_absent": "A", "observe_washed_out": "W", "observe_under_construction": "U",
        "observe_not_observable": "N", "note_observation": "M", "rename_site": "F2", "delete_site": "Delete"}


def show_plain_keys(menu: QMenu) -> None:
    """Show the plain keys of actions while the menu is open; QGIS' list of shortcuts does not have them."""
    menu.aboutToShow.connect(partial(_show, menu))
    menu.aboutToHide.connect(partial(_hide, menu))


def _show(menu: QMenu) -> None:
    for action in menu.actions():
        key = KEYS.get(action.objectName()[len("yalu_"):])
        if key and "\t" not in action.text():
            action.setText(f"{action.text()}\t{key}")


def _hide(menu: QMenu) -> None:
    for action in menu.actions():
        if "\t" in action.text():
            action.setText(action.text().split("\t")[0])
