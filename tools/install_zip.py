"""Install the packed plugin into this QGIS with QGIS' own installer, and check that it started.

usage: tools/desktop --bare tools/install_zip.py FOLDER_OF_THE_ZIP
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pyplugin_installer
from qgis.core import QgsApplication
from qgis.utils import active_plugins, loadPlugin, pluginMetadata, startPlugin


def problems(archive: Path) -> list[str]:
    """Install the archive and return what is wrong afterwards."""
    pyplugin_installer.instance().installFromZipFile(str(archive))
    # as ticking its box in the plugin manager does
    if loadPlugin("yalu_plugin"):
        startPlugin("yalu_plugin")
    found = []
    if "yalu_plugin" not in active_plugins:
        found.append("the plugin was not started")
    if QgsApplication.processingRegistry().providerById("yalu") is None:
        found.append("the provider was not registered")
    if pluginMetadata("yalu_plugin", "version") not in archive.name:
        found.append("another version was installed")
    return found


archives = sorted(Path(sys.argv[1]).glob("yalu_plugin-*.zip"))
found = problems(archives[-1]) if archives else ["there is no zip: make package"]
print("\n".join(found) or f"{archives[-1].name} installs and starts.", flush=True)
os._exit(bool(found))
