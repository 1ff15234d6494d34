"""yalu:catalogueimagery: add the dated images of a folder, a list, a STAC or a tile service to a survey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from yalu_plugin.algorithms.imagery_algorithm import ImageryAlgorithm
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.layers.sources.image_source import ImageSource


class CatalogueImagery(ImageryAlgorithm):
    """Catalogues a source and writes its scenes, dated and undated, to the survey's images table.

    FOLDER is a source that the dialog can browse for; if both are given, SOURCE is used.
    """

    SOURCE, FOLDER, CRS = "SOURCE", "FOLDER", "CRS"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "catalogueimagery"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Catalogue imagery")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Finds the images of a source and adds them to a survey with the date on which each was acquired. "
                  "Of images in a folder the date comes from a STAC item next to the image, from its metadata, or from "
                  "its name; each image says which. Images without a date are added as undated, never guessed. A "
                  "file that may be an image and cannot be read is reported and left out. Nothing is fetched from the "
                  "web for a file of this computer, and nothing outside of the folder is opened.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        self.add(QgsProcessingParameterString(self.SOURCE, tr("Source of images"), optional=True),
                 tr("A folder, a ZIP file, a list of images (CSV with a column uri), the address of a STAC API, "
                    "the address or file of a STAC catalog, a tile address with {x}, {y}, {z} and a date such "
                    "as {yyyy}-{mm}, the address of a WMTS' or WMS' capabilities followed by |layer=NAME, or the "
                    "word wayback for Esri's World Imagery Wayback. Empty: the folder below."))
        self.add(QgsProcessingParameterFile(
            self.FOLDER, tr("Folder of images"), Qgis.ProcessingFileParameterBehavior.Folder, optional=True),
            tr("The folder to look through, with all its subfolders and ZIP files. Nothing in it is changed."))
        self.add(QgsProcessingParameterCrs(self.CRS, tr("CRS of images that have none"), optional=True),
                 tr("For images of this computer that have a position and no CRS, a JPEG with a world file, say. "
                    "Empty: they are reported and left out."))
        self.add_area_and_days(
            tr("Where sources on the web are searched; Wayback needs it. Empty: anywhere. Images of this "
               "computer are added wherever they lie."),
            tr("Images of this day or later. Empty: from the first one on. A tile address needs it."))
        self.add_survey()
        self.addOutput(QgsProcessingOutputNumber(self.SCENES, tr("Dated images found")))
        self.addOutput(QgsProcessingOutputNumber(self.UNDATED, tr("Undated images found")))

    def source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ImageSource:
        """Return the source named by SOURCE, else the folder.

        Raises:
            ImagerySourceMissing: neither parameter is given.
            CrsWithoutCode: the given CRS has no code of an authority.
        """
        from yalu_plugin.layers.imagery.given_crs import crs_code
        from yalu_plugin.layers.sources.source_from_text import source_from_text

        named = self.parameterAsString(parameters, self.SOURCE, context)
        crs = crs_code(self.parameterAsCrs(parameters, self.CRS, context)) if parameters.get(self.CRS) else ""
        return source_from_text(named or self.parameterAsFile(parameters, self.FOLDER, context), crs)
