"""The menu of reasons why a place is not observable."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.PyQt.QtWidgets import QMenu, QWidget

from yalu_plugin.i18n import tr


def reasons_menu(parent: QWidget, on_select: Callable[[str], None]) -> QMenu:
    """Return a menu of the reasons; `on_select` is called with one of core.schema.REASONS."""
    menu = QMenu(parent)
    for reason, text in (("cloud", tr("Cloud")), ("ice", tr("Ice")), ("shadow", tr("Shadow")),
                         ("resolution", tr("Too coarse to tell")), ("outside_image", tr("Outside the image"))):
        action = menu.addAction(text)
        action.setData(reason)
        action.triggered.connect(partial(_select, on_select, reason))
    return menu


def _select(on_select: Callable[[str], None], reason: str, *_: object) -> None:
    on_select(reason)
