"""yalu:exportreport - everything about a survey as one document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
)

from yalu_plugin.algorithms.export_layout import ExportLayout, Order
from yalu_plugin.core.report_chapters import ALL, CHAPTERS, OBSERVED, Chapters
from yalu_plugin.i18n import tr


class ExportReport(ExportLayout):
    """All the pages there are, or those of some chapters, in the looks of the plugin's own templates."""

    CHAPTERS, SHEETS = "CHAPTERS", "SHEETS"
    CHOICES = {**ExportLayout.CHOICES, SHEETS: (ALL, OBSERVED)}

    def name(self) -> str:
        """The id after `yalu:`."""
        return "exportreport"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Export report")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr("Makes one document with contents and page numbers: the overview map, the strip map, the crossings "
                  "along the river as a chart and a table, crossings per quarter beside what was published, sites by "
                  "dates, and a sheet for each site. Chapters can be left out: the sheets of hundreds of sites take "
                  "minutes.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        super().initAlgorithm(configuration)
        chapters = QgsProcessingParameterEnum(self.CHAPTERS, tr("Chapters"), list(CHAPTERS), allowMultiple=True,
                                              optional=True, usesStaticStrings=True)
        chapters.setHelp(tr("The names of the chapters, all of them where it is left empty: {names}.").format(
            names=", ".join(CHAPTERS)))
        sheets = QgsProcessingParameterEnum(self.SHEETS, tr("Sheets"), list(self.CHOICES[self.SHEETS]), optional=True)
        sheets.setHelp(tr("Which sites have a sheet: all (0), or observed (1), those with observations alone."))
        for parameter in (chapters, sheets):
            self.addParameter(parameter)

    def build(self, order: Order, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> Sequence[QgsPrintLayout]:
        """The pages."""
        from yalu_plugin.layers.layouts.report import build_report

        names = set(CHAPTERS).intersection(self.parameterAsEnumStrings(parameters, self.CHAPTERS, context)) or CHAPTERS
        chapters = Chapters(tuple(name for name in CHAPTERS if name in names),
                            self._choice(parameters, self.SHEETS, context) or ALL)
        return build_report(order.project, order.survey, order.day, order.look, feedback, chapters)
