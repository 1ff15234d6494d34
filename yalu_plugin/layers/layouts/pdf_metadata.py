"""What a PDF says of itself: its title and what made it. QGIS names the title after the file and the author after the
account that runs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsLayoutItemLabel, QgsPrintLayout

from yalu_plugin.layers.layouts.pdf_characters import name_words

CREATOR = "Yalu (QGIS)"


def title_of(layouts: Sequence[QgsPrintLayout]) -> str:
    """The title on the first page; of an atlas, whose pages have one each, the layout's name."""
    first = layouts[0]
    label = first.itemById("title")
    on_page = label.currentText() if isinstance(label, QgsLayoutItemLabel) and not first.atlas().enabled() else ""
    return str(on_page or first.name())


def describe(file: Path, title: str) -> None:
    """Give the PDF this title, the plugin as its creator, no author, and its letters their right names.

    Raises OSError where GDAL cannot.
    """
    name_words(file)
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
