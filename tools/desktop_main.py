"""What tools/desktop gives to QGIS: runs the script once the window is up, and lets no error go unseen."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType

from qgis import utils
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface


def give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End QGIS with exit code 1: on a virtual screen nobody would read its error dialog."""
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def run(script: Path) -> None:
    """Run the script as Python would, with `iface` among its names."""
    names = {"__name__": "__main__", "__file__": str(script), "iface": iface}
    sys.argv = [str(script), *sys.argv[1:]]
    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), names)


if not os.environ.get("YALU_DESKTOP_HERE"):
    sys.excepthook = give_up
    # what QGIS shows when a plugin fails to load
    utils.showException = lambda kind, error, trace, *_, **__: give_up(kind, error, trace)
iface.mainWindow().showMaximized()
QTimer.singleShot(0, lambda: run(Path(os.environ["YALU_DESKTOP_SCRIPT"]).resolve()))
