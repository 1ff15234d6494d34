"""yalu:catalogueimagery: the dated images of a folder, brought into a survey."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
)

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.raster import read_raster
from yalu_plugin.layers.survey.images import add_images
from yalu_plugin.layers.survey.open import open_survey

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.catalogue import Catalogue


class CatalogueImagery(YaluAlgorithm):
    """Catalogues a folder and writes its scenes, dated and undated, to the survey's images table."""

    FOLDER, SURVEY = "FOLDER", "SURVEY"
    SCENES, UNDATED = "SCENES", "UNDATED"

    def name(self) -> str:
        """The id after `yalu:`."""
        return "catalogueimagery"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Catalogue imagery")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr("Finds the images in a folder and its subfolders and adds them to a survey with the date on which "
                  "each was acquired. The date comes from a STAC item beside the image, from its metadata, or from "
                  "its name; each image says which. Images without a date are added as undated, never guessed. A "
                  "file that cannot be read is reported and left out.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        folder = QgsProcessingParameterFile(
            self.FOLDER, tr("Folder of images"), Qgis.ProcessingFileParameterBehavior.Folder)
        folder.setHelp(tr("The folder to look through, with all its subfolders. Nothing in it is changed."))
        survey = QgsProcessingParameterFile(self.SURVEY, tr("Survey"), extension="gpkg")
        survey.setHelp(tr("The survey (.gpkg) that keeps the images. An image it knows already is refreshed."))
        for parameter in (folder, survey):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(self.SCENES, tr("Dated images found")))
        self.addOutput(QgsProcessingOutputNumber(self.UNDATED, tr("Undated images found")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Catalogue, then write all at once; a cancelled run writes nothing."""
        from yalu_plugin.core.imagery.catalogue import catalogue

        folder = Path(self.parameterAsFile(parameters, self.FOLDER, context))
        try:
            survey = open_survey(Path(self.parameterAsFile(parameters, self.SURVEY, context)))
            found = catalogue(
                folder, read_raster, lambda done, total: feedback.setProgress(100 * done / max(total, 1)),
                feedback.isCanceled)
            if feedback.isCanceled():
                return {}
            _report(found, feedback)
            new = add_images(survey, found.all_scenes)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.pushInfo(tr("{dated} dated and {undated} undated images, {new} of them new to the survey.").format(
            dated=len(found.scenes), undated=len(found.undated), new=new))
        return {self.SCENES: len(found.scenes), self.UNDATED: len(found.undated)}


def _report(found: Catalogue, feedback: QgsProcessingFeedback) -> None:
    for undated in found.undated:
        feedback.pushWarning(error_text(undated.why))
    for problem in found.problems:
        feedback.pushWarning(error_text(problem.error))
