"""The metadata of a PDF: its title and creator. QGIS takes the title from the file and the author from the account."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsLayoutItemLabel, QgsPrintLayout

from yalu_plugin.layers.layouts.pdf_characters import fix_radicals

CREATOR = "Yalu (QGIS)"


def title_of(layouts: Sequence[QgsPrintLayout]) -> str:
    """Return the title on the first page; for an atlas, whose pages have different titles, the layout's name."""
    first = layouts[0]
    label = first.itemById("title")
    on_page = label.currentText() if isinstance(label, QgsLayoutItemLabel) and not first.atlas().enabled() else ""
    return str(on_page or first.name())


def write_metadata(file: Path, title: str) -> None:
    """Write the title, the plugin as creator and no author into the PDF, and correct the characters of its text.

    Raises:
        OSError: GDAL cannot open the file.
    """
    fix_radicals(file)
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        pdf = gdal.OpenEx(str(file), gdal.OF_UPDATE | gdal.OF_RASTER | gdal.OF_VECTOR, ["PDF"])
        if pdf is None:
            raise OSError(gdal.GetLastErrorMsg())
        for name, text in (("TITLE", title), ("AUTHOR", ""), ("CREATOR", CREATOR)):
            pdf.SetMetadataItem(name, text)
        del pdf  # written here
    finally:
        gdal.PopErrorHandler()
