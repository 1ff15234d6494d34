"""The base class of the algorithms that add images to a survey: its parameters (area, days, survey) and the run."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterExtent,
)

from yalu_plugin.algorithms.algorithm import YaluAlgorithm, read_survey, survey_parameter
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.survey.images import add_images

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue
    from yalu_plugin.core.imagery.scene_query import SceneQuery
    from yalu_plugin.layers.sources.image_source import ImageSource


class ImageryAlgorithm(YaluAlgorithm):
    """An algorithm that searches a source for scenes and writes them to the survey's images table."""

    EXTENT, START, END, SURVEY = "EXTENT", "START", "END", "SURVEY"
    SCENES, UNDATED = "SCENES", "UNDATED"

    @abstractmethod
    def source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ImageSource:
        """Return the source that the parameters name.

        Raises:
            YaluError: the parameters name no source.
        """

    def add_area_and_days(self, area: str, first_day: str) -> None:
        """Declare the parameters for area and days, with the help texts for the area and the first day."""
        self.add(QgsProcessingParameterExtent(self.EXTENT, tr("Area"), optional=True), area)
        for name, text, help_text in ((self.START, tr("First day (UTC)"), first_day), (
                self.END, tr("Last day (UTC)"), tr("Images of this day or earlier. Empty: up to the last one."))):
            self.add(QgsProcessingParameterDateTime(
                name, text, Qgis.ProcessingDateTimeParameterDataType.Date, optional=True), help_text)

    def add_survey(self) -> None:
        """Declare the parameter for the survey."""
        self.add(survey_parameter(self.SURVEY),
                 tr("The survey (.gpkg) that the images are added to. An image that it has already is refreshed."))

    def query(self, parameters: dict[str, Any], context: QgsProcessingContext) -> SceneQuery:
        """Return the query by area and days; without an area it is not limited.

        Raises:
            ExtentUnusable: the extent cannot be transformed to EPSG:4326.
        """
        # imported here: QGIS loads the algorithms when it starts
        from yalu_plugin.core.imagery.scene_query import SceneQuery
        from yalu_plugin.layers.sources.search_extent import query_box

        box = None
        if parameters.get(self.EXTENT):
            crs = self.parameterAsExtentCrs(parameters, self.EXTENT, context)
            extent = self.parameterAsExtent(parameters, self.EXTENT, context)
            box = query_box(extent, crs if crs.isValid() else QgsCoordinateReferenceSystem("EPSG:4326"),
                            context.transformContext())
        return SceneQuery(box, self._day(parameters, self.START, context), self._day(parameters, self.END, context))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Search, then write all scenes in one step; a cancelled run writes nothing."""
        try:
            query = self.query(parameters, context)
            survey = read_survey(self.parameterAsFile(parameters, self.SURVEY, context), feedback)
            found = self.source(parameters, context).search(query, feedback)
            if feedback.isCanceled():
                return {}
            _report(found, feedback)
            new = add_images(survey, found.all_scenes)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.pushInfo(tr("{dated} dated and {undated} undated images, {new} of them new to the survey.").format(
            dated=len(found.scenes), undated=len(found.undated), new=new))
        counts = {self.SCENES: len(found.scenes), self.UNDATED: len(found.undated)}
        return {output.name(): counts[output.name()] for output in self.outputDefinitions()}

    def _day(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> date | None:
        selected = self.parameterAsDateTime(parameters, name, context).date()
        return date(selected.year(), selected.month(), selected.day()) if selected.isValid() else None


def _report(found: Catalogue, feedback: QgsProcessingFeedback) -> None:
    from yalu_plugin.core.imagery.problem_summary import summarize_problems

    for error in (*(one.error for one in found.undated), *(one.error for one in summarize_problems(found.problems))):
        feedback.pushWarning(error_text(error))
