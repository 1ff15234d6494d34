"""yalu:exportstripmap: export the river from the first crossing to the last, in panels turned along it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
)

from yalu_plugin.algorithms.export_layout import ExportLayout, LayoutRequest
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.choices import FORMS, PAGES


class ExportStripMap(ExportLayout):
    """Exports one or more pages, all at one scale."""

    PAGES, SCALE = "PAGES", "SCALE"
    has_orientation = True
    template_items = "panel_1, panel_2, ..., scale_bar"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "exportstripmap"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export strip map")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Cuts the river from the first crossing to the last into panels that overlap, each turned along its "
                  "reach, with match lines, chainage, sites and places. Without a scale, the largest round one at "
                  "which the panels fit on the given number of pages. Of many sites it has the numbers; a further page "
                  "has the key to these.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        super().initAlgorithm(configuration)
        number = QgsProcessingParameterNumber
        pages = number(self.PAGES, tr("Pages"), number.Type.Integer, 0, minValue=0, maxValue=100)
        pages.setHelp(tr("How many pages the map may take; the more, the larger the scale. 0: one, or up to four so "
                         "that neighbours can be told apart."))
        scale = number(self.SCALE, tr("Scale 1:"), number.Type.Integer, None, True, minValue=1000)
        scale.setHelp(tr("The scale's denominator, such as 100000, on as many pages as that takes. Empty: chosen by "
                         "the number of pages."))
        form = QgsProcessingParameterEnum(self.FORM, tr("Form"), list(FORMS), optional=True)
        form.setHelp(tr("pages (0), poster (1): all panels on one long page, or booklet (2): many pages, at 1:50,000 "
                        "unless a scale is given, and first a map that shows where each of them lies. Give the name or "
                        "the number."))
        for parameter in (pages, scale, form):
            self.addParameter(parameter)

    def build(self, request: LayoutRequest, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> Sequence[QgsPrintLayout]:
        """Build and return the pages."""
        from yalu_plugin.layers.layouts.strip_document import strip_document

        return strip_document(request.project, request.survey, request.day, request.template, request.style,
                              self.parameterAsInt(parameters, self.PAGES, context),
                              self.parameterAsInt(parameters, self.SCALE, context),
                              form=self._option(parameters, self.FORM, context) or PAGES)
