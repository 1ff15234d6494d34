"""Why nothing could be told of a place, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.PyQt.QtWidgets import QMenu, QWidget

from yalu_plugin.i18n import tr


def reasons_menu(parent: QWidget, chosen: Callable[[str], None]) -> QMenu:
    """A menu of the reasons that the survey knows; `chosen` is called with one of core.schema.REASONS."""
    menu = QMenu(parent)
    for reason, text in (("cloud", tr("Cloud")), ("ice", tr("Ice")), ("shadow", tr("Shadow")),
                         ("resolution", tr("Too coarse to tell")), ("outside_image", tr("Outside the image"))):
        action = menu.addAction(text)
        action.setData(reason)
        action.triggered.connect(partial(_choose, chosen, reason))
    return menu


def _choose(chosen: Callable[[str], None], reason: str, *_: object) -> None:
    chosen(reason)
