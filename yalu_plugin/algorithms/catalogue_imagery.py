"""yalu:catalogueimagery: the dated images of a folder, a list, a STAC or a tile service, brought into a survey."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.images import add_images
from yalu_plugin.layers.survey.open import open_survey

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue
    from yalu_plugin.core.imagery.query import Box


class CatalogueImagery(YaluAlgorithm):
    """Catalogues a source and writes its scenes, dated and undated, to the survey's images table.

    FOLDER is a source that the dialog can browse for; where both are given it is SOURCE that counts.
    """

    SOURCE, FOLDER, EXTENT, START, END, SURVEY = "SOURCE", "FOLDER", "EXTENT", "START", "END", "SURVEY"
    SCENES, UNDATED = "SCENES", "UNDATED"

    def name(self) -> str:
        """The id after `yalu:`."""
        return "catalogueimagery"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Catalogue imagery")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr("Finds the images of a source and adds them to a survey with the date on which each was acquired. "
                  "Of images in a folder the date comes from a STAC item beside the image, from its metadata, or from "
                  "its name; each image says which. Images without a date are added as undated, never guessed. A "
                  "file that cannot be read is reported and left out.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        source = QgsProcessingParameterString(self.SOURCE, tr("Source of images"), optional=True)
        source.setHelp(tr("A folder, a ZIP file, a list of images (CSV with a column uri), the address of a STAC API, "
                          "the address or file of a STAC catalog, a tile address with {x}, {y}, {z} and a date such "
                          "as {yyyy}-{mm}, the address of a WMTS' or WMS' capabilities followed by |layer=NAME, or the "
                          "word wayback for Esri's World Imagery Wayback. Empty: the folder below."))
        folder = QgsProcessingParameterFile(
            self.FOLDER, tr("Folder of images"), Qgis.ProcessingFileParameterBehavior.Folder, optional=True)
        folder.setHelp(tr("The folder to look through, with all its subfolders and ZIP files. Nothing in it is "
                          "changed."))
        extent = QgsProcessingParameterExtent(self.EXTENT, tr("Area"), optional=True)
        extent.setHelp(tr("Where sources on the web are searched; Wayback needs it. Empty: anywhere. Images of this "
                          "computer are taken wherever they lie."))
        start, end = (QgsProcessingParameterDateTime(
            name, text, Qgis.ProcessingDateTimeParameterDataType.Date, optional=True)
            for name, text in ((self.START, tr("First day (UTC)")), (self.END, tr("Last day (UTC)"))))
        start.setHelp(tr("Images of this day or later. Empty: from the first one on. A tile address needs it."))
        end.setHelp(tr("Images of this day or earlier. Empty: up to the last one."))
        survey = QgsProcessingParameterFile(self.SURVEY, tr("Survey"), extension="gpkg")
        survey.setHelp(tr("The survey (.gpkg) that keeps the images. An image it knows already is refreshed."))
        for parameter in (source, folder, extent, start, end, survey):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(self.SCENES, tr("Dated images found")))
        self.addOutput(QgsProcessingOutputNumber(self.UNDATED, tr("Undated images found")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Catalogue, then write all at once; a cancelled run writes nothing."""
        # imported here: QGIS loads the algorithms when it starts
        from yalu_plugin.core.imagery.query import SceneQuery
        from yalu_plugin.layers.sources.named import source_of

        named = self.parameterAsString(parameters, self.SOURCE, context)
        try:
            query = SceneQuery(self._box(parameters, context), self._day(parameters, self.START, context),
                               self._day(parameters, self.END, context))
            survey = open_survey(Path(self.parameterAsFile(parameters, self.SURVEY, context)))
            source = source_of(named or self.parameterAsFile(parameters, self.FOLDER, context))
            found = source.search(query, feedback)
            if feedback.isCanceled():
                return {}
            _report(found, feedback)
            new = add_images(survey, found.all_scenes)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.pushInfo(tr("{dated} dated and {undated} undated images, {new} of them new to the survey.").format(
            dated=len(found.scenes), undated=len(found.undated), new=new))
        return {self.SCENES: len(found.scenes), self.UNDATED: len(found.undated)}

    def _box(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Box | None:
        """The area in EPSG:4326, None for anywhere. Raises ExtentUnusable."""
        from yalu_plugin.layers.sources.extent import query_box

        if not parameters.get(self.EXTENT):
            return None
        crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
        extent = self.parameterAsExtent(parameters, self.EXTENT, context)
        return query_box(extent, crs if crs.isValid() else QgsCoordinateReferenceSystem("EPSG:4326"),
                         context.transformContext())

    def _day(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> date | None:
        chosen = self.parameterAsDateTime(parameters, name, context).date()
        return date(chosen.year(), chosen.month(), chosen.day()) if chosen.isValid() else None


def _report(found: Catalogue, feedback: QgsProcessingFeedback) -> None:
    for undated in found.undated:
        feedback.pushWarning(error_text(undated.why))
    for problem in found.problems:
        feedback.pushWarning(error_text(problem.error))
