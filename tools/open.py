"""make run on a display: open the published survey in a file of the user's, which is never overwritten."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QStandardPaths
from qgis.utils import plugins

path = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)) / "yalu.gpkg"
workbench = plugins["yalu_plugin"].workbench
if path.exists():
    workbench.open_survey(path)
else:
    path.parent.mkdir(parents=True, exist_ok=True)
    workbench.new_survey(path, "Yalu", published=True)
