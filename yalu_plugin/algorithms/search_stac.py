"""yalu:searchstac: the scenes that a STAC API or catalog has of an area, brought into a survey."""

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
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.sources.presets import EARTH_SEARCH
from yalu_plugin.layers.survey.images import add_images
from yalu_plugin.layers.survey.open import open_survey

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue
    from yalu_plugin.core.imagery.query import SceneQuery


class SearchStac(YaluAlgorithm):
    """Searches a STAC and writes the scenes found to the survey's images table."""

    URL, COLLECTIONS, EXTENT = "URL", "COLLECTIONS", "EXTENT"
    START, END, MAX_CLOUD = "START", "END", "MAX_CLOUD"
    SURVEY, SCENES = "SURVEY", "SCENES"

    def name(self) -> str:
        """The id after `yalu:`."""
        return "searchstac"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Search STAC imagery")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr("Searches a STAC API, or a static STAC catalog, for images by area, dates and cloud cover and adds "
                  "them to a survey. Only their addresses are kept: the images stay where they are, and QGIS reads "
                  "of them what the map shows. Images that do not tell their cloud cover are not left out.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        url = QgsProcessingParameterString(self.URL, tr("STAC address"), EARTH_SEARCH)
        url.setHelp(tr("The address of a STAC API, or the address or file of a catalog, collection or item."))
        collections = QgsProcessingParameterString(self.COLLECTIONS, tr("Collections"), "", optional=True)
        collections.setHelp(tr("Ids of collections, with commas between them. Empty: all that there are."))
        extent = QgsProcessingParameterExtent(self.EXTENT, tr("Area"), optional=True)
        extent.setHelp(tr("The area that the images are to show at least in part. Empty: anywhere."))
        start, end = (QgsProcessingParameterDateTime(
            name, text, Qgis.ProcessingDateTimeParameterDataType.Date, optional=True)
            for name, text in ((self.START, tr("First day (UTC)")), (self.END, tr("Last day (UTC)"))))
        start.setHelp(tr("Images of this day or later. Empty: from the first one on."))
        end.setHelp(tr("Images of this day or earlier. Empty: up to the last one."))
        cloud = QgsProcessingParameterNumber(
            self.MAX_CLOUD, tr("Cloud cover up to (%)"), Qgis.ProcessingNumberParameterType.Double, 100,
            minValue=0, maxValue=100)
        cloud.setHelp(tr("Images with more cloud than this, in percent from 0 to 100, are left out."))
        survey = QgsProcessingParameterFile(self.SURVEY, tr("Survey"), extension="gpkg")
        survey.setHelp(tr("The survey (.gpkg) that keeps the images. An image it knows already is refreshed."))
        for parameter in (url, collections, extent, start, end, cloud, survey):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(self.SCENES, tr("Dated images found")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Search, then write all at once; a cancelled run writes nothing."""
        # imported here: QGIS loads the algorithms when it starts
        from yalu_plugin.layers.sources.stac import StacSource, collection_ids

        address = self.parameterAsString(parameters, self.URL, context).strip()
        collections = collection_ids(self.parameterAsString(parameters, self.COLLECTIONS, context))
        try:
            source = StacSource(address, collections)
            survey = open_survey(Path(self.parameterAsFile(parameters, self.SURVEY, context)))
            found = source.search(self._query(parameters, context), feedback)
            if feedback.isCanceled():
                return {}
            _report(found, feedback)
            new = add_images(survey, found.all_scenes)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.pushInfo(tr("{dated} dated and {undated} undated images, {new} of them new to the survey.").format(
            dated=len(found.scenes), undated=len(found.undated), new=new))
        return {self.SCENES: len(found.scenes)}

    def _query(self, parameters: dict[str, Any], context: QgsProcessingContext) -> SceneQuery:
        from yalu_plugin.core.imagery.query import SceneQuery
        from yalu_plugin.layers.sources.extent import query_box

        box = None
        if parameters.get(self.EXTENT):
            crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
            extent = self.parameterAsExtent(parameters, self.EXTENT, context)
            box = query_box(extent, crs if crs.isValid() else QgsCoordinateReferenceSystem("EPSG:4326"),
                            context.transformContext())
        return SceneQuery(box, self._day(parameters, self.START, context), self._day(parameters, self.END, context),
                          self.parameterAsDouble(parameters, self.MAX_CLOUD, context))

    def _day(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> date | None:
        chosen = self.parameterAsDateTime(parameters, name, context).date()
        return date(chosen.year(), chosen.month(), chosen.day()) if chosen.isValid() else None


def _report(found: Catalogue, feedback: QgsProcessingFeedback) -> None:
    for error in (*(one.why for one in found.undated), *(one.error for one in found.problems)):
        feedback.pushWarning(error_text(error))
