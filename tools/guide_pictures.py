"""Takes the pictures of the user guide again, in a real QGIS window with the plugin.

    tools/desktop --enable --size 1366x768 --time 1800 tools/guide_pictures.py [PAGE ...]

Writes docs/guide/*.png and docs/window.png: of these pages of the guide, by default of all. Sites, marks and scenes in
them are published or SYNTHETIC. Look at each picture before it is committed.
"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from importlib import import_module
from pathlib import Path

from qgis.core import QgsSettings
from qgis.utils import iface

from tools.guide.studio import Studio

ROOT = Path(__file__).resolve().parents[1]
SCRATCH = Path(os.environ.get("YALU_BUILD", ROOT / "build")).resolve() / "guide"
PAGES = ("corridor", "crossings", "imagery", "sources", "importing", "exporting", "forms", "counting", "matrix",
         "patrol", "layouts")


def take(pages: list[str]) -> int:
    """Take the pictures of these pages; returns the exit code."""
    shutil.rmtree(SCRATCH, ignore_errors=True)
    QgsSettings().setValue("plugins/yalu_plugin/analyst_name", "Guide")
    studio = Studio(iface, ROOT / "docs/guide", SCRATCH)
    iface.mainWindow().showMaximized()
    failed = False
    for page in pages or PAGES:
        try:
            import_module(f"tools.guide.{page}").take_pictures(studio)
        except Exception:  # noqa: BLE001 - the other pages are taken, and the exit code says it
            traceback.print_exc()
            studio.picture(f"failed-{page}")
            failed = True
    return int(failed)


code = take(sys.argv[1:])
sys.stdout.flush()
sys.stderr.flush()
os._exit(code)
