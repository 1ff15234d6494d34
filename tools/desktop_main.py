"""The code that tools/desktop passes to QGIS: runs the script once the window is open, and fails on every error."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from qgis import utils
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

MAXIMIZED_MS = 300  # until the window is maximized


def end_with_failure(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End QGIS with exit code 1: on a virtual screen no one would see its error dialog."""
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def run(script: Path) -> None:
    """Run the script as Python would, with `iface` in its namespace."""
    names = {"__name__": "__main__", "__file__": str(script), "iface": iface}
    sys.argv = [str(script), *sys.argv[1:]]
    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), names)


def widen_panels() -> None:
    """Give squeezed panels their width: in a new profile QGIS' window is small at first."""
    window = iface.mainWindow()
    squeezed = [dock for dock in window.findChildren(QDockWidget) if dock.isVisible() and not dock.isFloating()
                and window.dockWidgetArea(dock) in (Qt.DockWidgetArea.LeftDockWidgetArea,
                                                    Qt.DockWidgetArea.RightDockWidgetArea)
                and dock.width() <= dock.minimumSizeHint().width()]
    window.resizeDocks(squeezed, [dock.sizeHint().width() for dock in squeezed], Qt.Orientation.Horizontal)


if not os.environ.get("YALU_DESKTOP_HERE"):
    sys.excepthook = end_with_failure
    # what QGIS shows when a plugin fails to load
    utils.showException = lambda kind, error, trace, *_, **__: end_with_failure(kind, error, trace)
iface.mainWindow().showMaximized()
QTimer.singleShot(MAXIMIZED_MS, widen_panels)
QTimer.singleShot(MAXIMIZED_MS, lambda: run(Path(os.environ["YALU_DESKTOP_SCRIPT"]).resolve()))
