"""The height available to a panel on its side of the window, so that all panels there fit on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QWidget

LEFT_AND_RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
EDGE_PX, TABS_PX = 7, 30  # between two panels of a column, and below panels that are tabs of one another
UNLIMITED = 10_000


def panels_of(window: QWidget) -> list[QDockWidget]:
    """Return all panels of a window. Takes 5 ms in QGIS: hundreds of other children are asked."""
    return window.findChildren(QDockWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)


def available_height(dock: QDockWidget, panels: Sequence[QDockWidget], kind: type) -> int:
    """Return the height in pixels that `dock` can have if all panels of its side are above one another.

    `panels` are those of its window. Those whose widget is not a `kind` have their minimum height; the others share the
    rest equally.
    """
    window = dock.parentWidget()
    if not isinstance(window, QMainWindow) or dock.isFloating() or not dock.isVisible():
        return UNLIMITED
    side = window.dockWidgetArea(dock)
    groups = _groups(window, panels, side)
    fixed = [one.minimumSizeHint().height() for group in groups for one in group if not isinstance(one.widget(), kind)]
    sharing = sum(any(isinstance(one.widget(), kind) for one in group) for group in groups)
    least_map = 0 if side in LEFT_AND_RIGHT else window.centralWidget().minimumSizeHint().height()
    edges = EDGE_PX * (len(groups) - 1) + TABS_PX * sum(len(group) > 1 for group in groups)
    space = _height_of_column(window) - least_map - sum(fixed) - edges
    return max(space, 0) // max(sharing, 1)


def shrink_to_screen(window: QMainWindow) -> bool:
    """Reduce a window that is higher than its screen to the screen's height; return whether it is no higher now.

    Qt enlarges a window before it has asked the panels again for their height, and does not allow a lower one while it
    moves them. A window that is not maximized may extend over several screens.
    """
    screen = window.screen()
    box = screen.availableGeometry() if window.isMaximized() else screen.availableVirtualGeometry()
    height = box.height() - (window.frameGeometry().height() - window.height())
    if window.height() > height:
        window.resize(window.width(), height)
    return window.height() <= height


def _groups(window: QMainWindow, panels: Sequence[QDockWidget], side: Qt.DockWidgetArea) -> list[list[QDockWidget]]:
    """Return the panels open on that side, grouped: those that are tabs of one another are one group."""
    remaining = [dock for dock in panels
                 if dock.isVisible() and not dock.isFloating() and window.dockWidgetArea(dock) == side]
    groups = []
    while remaining:
        tabs = window.tabifiedDockWidgets(remaining[0])
        groups.append([remaining[0], *(one for one in remaining[1:] if one in tabs)])
        remaining = [one for one in remaining if one not in groups[-1]]
    return groups


def _height_of_column(window: QMainWindow) -> int:
    """Return the pixels between the toolbars and the status bar if the window is as high as the screen."""
    frame = window.frameGeometry().height() - window.height()
    around = window.height() - (window.statusBar().y() - window.centralWidget().y())
    return window.screen().availableGeometry().height() - frame - around
