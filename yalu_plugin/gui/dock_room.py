"""How high a panel may be at least, among those that share its side of the window, so that all fit the screen."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

LEFT_AND_RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
EDGE_PX, TABS_PX = 7, 30  # between two panels of a column, and under panels that are tabs of one place
PLENTY, AGAIN_MS = 10_000, 50


def least_share(dock: QDockWidget, kind: type) -> int:
    """Pixels of height for `dock` where all panels of its side lie below each other and those that do not hold a
    `kind` have what they ask for; the others share the rest.
    """
    window = dock.parentWidget()
    if not isinstance(window, QMainWindow) or dock.isFloating() or not dock.isVisible():
        return PLENTY
    side = window.dockWidgetArea(dock)
    groups = _groups(window, side)
    fixed = [one.minimumSizeHint().height() for group in groups for one in group if not isinstance(one.widget(), kind)]
    sharing = sum(any(isinstance(one.widget(), kind) for one in group) for group in groups)
    least_map = 0 if side in LEFT_AND_RIGHT else window.centralWidget().minimumSizeHint().height()
    edges = EDGE_PX * (len(groups) - 1) + TABS_PX * sum(len(group) > 1 for group in groups)
    room = _height_of_screen(window) - least_map - sum(fixed) - edges
    return max(room, 0) // max(sharing, 1)


def shrink_to_screen(window: QMainWindow, tries: int = 5) -> None:
    """A window that Qt has made higher than its screen, before its panels were asked again, has the screen's height as
    soon as Qt lets it; one that is not maximized may reach over several screens.
    """
    screen = window.screen()
    box = screen.availableGeometry() if window.isMaximized() else screen.availableVirtualGeometry()
    height = box.height() - (window.frameGeometry().height() - window.height())
    if window.height() > height:
        window.resize(window.width(), height)
        if tries and window.height() > height:
            QTimer.singleShot(AGAIN_MS, partial(shrink_to_screen, window, tries - 1))


def _groups(window: QMainWindow, side: Qt.DockWidgetArea) -> list[list[QDockWidget]]:
    """The panels open on that side; those that are tabs of one place are together."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    left = [dock for dock in window.findChildren(QDockWidget, options=direct)
            if dock.isVisible() and not dock.isFloating() and window.dockWidgetArea(dock) == side]
    groups = []
    while left:
        tabs = window.tabifiedDockWidgets(left[0])
        groups.append([left[0], *(one for one in left[1:] if one in tabs)])
        left = [one for one in left if one not in groups[-1]]
    return groups


def _height_of_screen(window: QMainWindow) -> int:
    """Pixels that a column of panels has between the toolbars and the status bar of a window as high as the screen."""
    frame = window.frameGeometry().height() - window.height()
    around = window.height() - (window.statusBar().y() - window.centralWidget().y())
    return window.screen().availableGeometry().height() - frame - around
