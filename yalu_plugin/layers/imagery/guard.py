"""What keeps strangers' images to themselves: nothing is fetched for them, and nothing outside of a folder is opened.

GDAL follows what a file names: addresses of the web, any file of this computer, programs. So a file is looked into
before GDAL or QGIS opens it. Only formats whose pixels lie in the file itself, or beside it under its name, are opened
(`drivers.py`); of virtual rasters each source is held against the same rule (`vrt.py`), and of the side files that GDAL
opens by itself (overviews, masks, .aux.xml) that they are what they should be. See GDAL's "Security considerations".
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from yalu_plugin.layers.imagery.confine import check_name
from yalu_plugin.layers.imagery.side_files import check_side_files
from yalu_plugin.layers.imagery.vrt import check_format, check_vrt


def guard(uri: str, within: Path | None = None) -> None:
    """See that opening the image at `uri` opens nothing but what belongs to it.

    That is what lies `within` the chosen folder; where none was chosen, images of this computer. `uri` is a path or
    one inside a ZIP file. Raises what is raised by the checks called here.
    """
    if Path(uri).parent == own_folder():
        return
    check_name(uri, within)
    if check_format(uri) == "VRT":
        check_vrt(uri, within)
    check_side_files(uri, within)


def own_folder() -> Path:
    """Where the plugin keeps its own virtual rasters, made of what was looked at here: in the user's QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath(), "yalu_plugin", "true_colour")
