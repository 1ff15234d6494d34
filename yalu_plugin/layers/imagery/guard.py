"""Protection against untrusted images: nothing is fetched for them, and nothing outside of a folder is opened.

GDAL follows what a file names: web addresses, any local file, programs. So a file is inspected before GDAL or QGIS
opens it. Only formats whose pixels are in the file itself, or next to it under its name, are opened (`drivers.py`). The
same rule is applied to each source of a virtual raster (`vrt_checks.py`), and the side files that GDAL opens by itself
(overviews, masks, .aux.xml) are checked to be what they should be. See GDAL's "Security considerations".
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from yalu_plugin.layers.imagery.path_checks import check_name
from yalu_plugin.layers.imagery.side_file_checks import check_side_files
from yalu_plugin.layers.imagery.vrt_checks import check_format, check_vrt


def guard(uri: str, within: Path | None = None) -> None:
    """Check that opening the image at `uri` opens only files that belong to it.

    These are the files `within` the selected folder; without a folder, local images. `uri` is a path, or a path inside
    a ZIP file. Raises any error of the checks called here.
    """
    if Path(uri).parent == vrt_folder():
        return
    check_name(uri, within)
    if check_format(uri) == "VRT":
        check_vrt(uri, within)
    check_side_files(uri, within)


def vrt_folder() -> Path:
    """Return the folder of the plugin's own VRTs, made of checked images: in the user's QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath(), "yalu_plugin", "true_colour")
