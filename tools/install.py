"""Copy the staged plugin into QGIS profiles: python tools/install.py PLUGIN [PROFILE].

Without PROFILE, into the default profile of each QGIS of this user: QGIS 3 and QGIS 4 have separate ones.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

FOLDERS = ("QGIS/QGIS3", "QGIS/QGIS4")


def data_folder() -> Path:
    """Return the folder in which QGIS keeps the profiles of this user."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    if sys.platform == "win32":
        return Path(os.environ["APPDATA"])
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def profiles(data: Path) -> list[Path]:
    """Return the default profiles of QGIS 3 and QGIS 4; that of QGIS 3, to be created, if there is none."""
    every = [data / folder / "profiles" / "default" for folder in FOLDERS]
    return [profile for profile in every if profile.is_dir()] or every[:1]


def install(plugin: Path, profile: Path) -> Path:
    """Copy `plugin` into the profile, in place of the one there, and return the folder of the copy."""
    target = profile / "python" / "plugins" / plugin.name
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_symlink():
        target.unlink()
    elif target.exists():
        shutil.rmtree(target)
    shutil.copytree(plugin, target)
    return target


if __name__ == "__main__":
    for one in [Path(name) for name in sys.argv[2:]] or profiles(data_folder()):
        print(f"Installed in {install(Path(sys.argv[1]), one)}.")
    print("Switch it on in QGIS: Plugins, Manage and Install Plugins.")
