"""yalu:importsites - anybody's list of sites, brought into a survey with a report of every row's fate."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable
from yalu_plugin.core.worker import in_worker
from yalu_plugin.i18n import error_text, phrase_text, tr
from yalu_plugin.layers.survey.open import Survey, open_survey
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    from yalu_plugin.core.importing.judged import Judged


class ReportNotWritten(YaluError):
    """The report could not be written, so nothing was imported."""

    template = translatable("The report {path} cannot be written, so nothing was imported. Choose another place.")


class ImportSites(YaluAlgorithm):
    """Imports the good and repaired rows of a file in one transaction; refused rows never block them."""

    INPUT, SURVEY, CRS, DRY_RUN, OUTPUT_REPORT = "INPUT", "SURVEY", "CRS", "DRY_RUN", "OUTPUT_REPORT"
    IMPORTED, REPAIRED, REFUSED = "IMPORTED", "REPAIRED", "REFUSED"

    def name(self) -> str:
        """The id after `yalu:`."""
        return "importsites"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Import sites")

    def icon(self) -> QIcon:
        """The icon in the toolbox."""
        return QIcon(str(resource("icons", "import.svg")))

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr("Adds the sites of a file to a survey. Encoding, delimiter and the meaning of the columns are found "
                  "out, in English, Korean and Chinese. Each row is good, repaired (latitude and longitude swapped, "
                  "say) or refused (0,0, impossible or missing coordinates, an id taken already), and the report "
                  "says which and why. Refused rows never block the others.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        self.add(QgsProcessingParameterFile(self.INPUT, tr("File of sites"), fileFilter=tr(
            "Lists of sites (*.csv *.tsv *.txt *.geojson *.json *.gpkg *.shp *.kml *.kmz)")),
            tr("CSV, TSV, GeoJSON, GeoPackage, Shapefile, KML or KMZ, in any encoding and coordinate reference "
               "system. It is not changed."))
        self.add(QgsProcessingParameterFile(self.SURVEY, tr("Survey"), extension="gpkg"),
                 tr("The survey (.gpkg) that the sites are added to."))
        self.add(QgsProcessingParameterCrs(self.CRS, tr("Coordinate reference system"), optional=True),
                 tr("For a file that states none, such as a Shapefile without .prj or a table with projected x and "
                    "y. Without it, latitude and longitude columns are WGS 84."))
        self.add(QgsProcessingParameterBoolean(self.DRY_RUN, tr("Dry run"), defaultValue=False),
                 tr("Write nothing to the survey; the counts and the report say what would be written."))
        self.add(QgsProcessingParameterFileDestination(
            self.OUTPUT_REPORT, tr("Report"), tr("JSON (*.json)"), optional=True, createByDefault=False),
            tr("The number, fate and reason of every row, as JSON."))
        self.addOutput(QgsProcessingOutputNumber(self.IMPORTED, tr("Sites imported, repaired ones included")))
        self.addOutput(QgsProcessingOutputNumber(self.REPAIRED, tr("Sites repaired on import")))
        self.addOutput(QgsProcessingOutputNumber(self.REFUSED, tr("Rows refused")))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, judge, write, report. Canceled before the writing, nothing is written."""
        from yalu_plugin.layers.survey.importing import import_rows

        path = Path(self.parameterAsFile(parameters, self.INPUT, context))
        crs = self.parameterAsCrs(parameters, self.CRS, context)
        dry_run = self.parameterAsBoolean(parameters, self.DRY_RUN, context)
        report_path = self.parameterAsFileOutput(parameters, self.OUTPUT_REPORT, context)
        try:
            survey = open_survey(Path(self.parameterAsFile(parameters, self.SURVEY, context)))
            judged = self._judged(path, crs.authid() or crs.toWkt(), survey, feedback)
            if feedback.isCanceled():
                return {}
            with _reported(judged, dry_run, report_path):
                if not dry_run:
                    import_rows(survey, judged.rows, path.name)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        feedback.setProgress(100)
        return self._results(judged, report_path)

    def _judged(self, path: Path, crs: str, survey: Survey, feedback: QgsProcessingFeedback) -> Judged:
        """The fate of each row of the file, told as it is found."""
        from yalu_plugin.core.importing.columns import guess_columns
        from yalu_plugin.core.importing.judge import judge
        from yalu_plugin.core.importing.judged import REFUSED
        from yalu_plugin.core.importing.reading import read_source
        from yalu_plugin.core.importing.source import ReadOptions

        source = in_worker(lambda: read_source(path, ReadOptions(crs=crs)))
        feedback.setProgress(40)
        known = survey.known_sites(path.name)
        judged = in_worker(lambda: judge(source, guess_columns(source), known=known))
        feedback.setProgress(60)
        for row in judged.rows:
            if feedback.isCanceled():
                break
            reason = "; ".join(map(phrase_text, row.reasons))
            if row.fate == REFUSED:
                feedback.pushWarning(tr("Row {number} refused: {reason}").format(number=row.number, reason=reason))
            elif reason:
                feedback.pushInfo(tr("Row {number} repaired: {reason}").format(number=row.number, reason=reason))
        return judged

    def _results(self, judged: Judged, report_path: str) -> dict[str, Any]:
        counts = {self.IMPORTED: sum(row.included for row in judged.rows), self.REPAIRED: judged.counts["repaired"],
                  self.REFUSED: judged.counts["refused"]}
        return {**counts, self.OUTPUT_REPORT: report_path} if report_path else counts


@contextmanager
def _reported(judged: Judged, dry_run: bool, path: str) -> Iterator[None]:
    """Write the report, where one is asked for, before the work inside; it takes its place once that is done.

    So nothing is imported where no report can be written, and no report tells of what was not imported.
    """
    if not path:
        yield
        return
    part = Path(f"{path}.part")
    try:
        part.write_text(json.dumps({"dry_run": dry_run, **judged.report()}, ensure_ascii=False, indent=1), "utf-8")
        yield
        part.replace(path)
    except OSError as error:
        raise ReportNotWritten(str(error), path=path) from error
    finally:
        with suppress(OSError):
            part.unlink()
