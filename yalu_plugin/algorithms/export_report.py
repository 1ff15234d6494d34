"""yalu:exportreport: export all pages about a survey as one document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
)

from yalu_plugin.algorithms.export_layout import ExportLayout, LayoutRequest
from yalu_plugin.core.report_chapters import ALL, CHAPTERS, OBSERVED, Chapters
from yalu_plugin.i18n import tr


class ExportReport(ExportLayout):
    """Exports all pages, or those of some chapters, in the style of the plugin's templates."""

    CHAPTERS, SHEETS = "CHAPTERS", "SHEETS"
    OPTIONS = {**ExportLayout.OPTIONS, SHEETS: (ALL, OBSERVED)}

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "exportreport"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export report")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Creates one document with contents and page numbers: the overview map, the strip map, the crossings "
                  "along the river as a chart and a table, crossings per quarter next to the published figures, sites "
                  "by dates, and a sheet for each site. Chapters can be left out: the sheets of hundreds of sites take "
                  "minutes.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        super().initAlgorithm(configuration)
        chapters = QgsProcessingParameterEnum(self.CHAPTERS, tr("Chapters"), list(CHAPTERS), allowMultiple=True,
                                              optional=True, usesStaticStrings=True)
        chapters.setHelp(tr("The names of the chapters; all of them if empty: {names}.").format(
            names=", ".join(CHAPTERS)))
        sheets = QgsProcessingParameterEnum(self.SHEETS, tr("Sheets"), list(self.OPTIONS[self.SHEETS]), optional=True)
        sheets.setHelp(tr("Which sites have a sheet: all (0), or observed (1), only those with observations."))
        for parameter in (chapters, sheets):
            self.addParameter(parameter)

    def build(self, request: LayoutRequest, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> Sequence[QgsPrintLayout]:
        """Build and return the pages."""
        from yalu_plugin.layers.layouts.report import build_report

        names = set(CHAPTERS).intersection(self.parameterAsEnumStrings(parameters, self.CHAPTERS, context)) or CHAPTERS
        chapters = Chapters(tuple(name for name in CHAPTERS if name in names),
                            self._option(parameters, self.SHEETS, context) or ALL)
        return build_report(request.project, request.survey, request.day, request.style, feedback, chapters)
