"""yalu:exportreport - everything about a survey as one document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsPrintLayout, QgsProcessingContext, QgsProcessingFeedback

from yalu_plugin.algorithms.export_layout import ExportLayout, Order
from yalu_plugin.i18n import tr


class ExportReport(ExportLayout):
    """All the pages there are, in the looks of the plugin's own templates."""

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
                  "dates, and a sheet for each site.")

    def build(self, order: Order, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> Sequence[QgsPrintLayout]:
        """The pages."""
        from yalu_plugin.layers.layouts.report import build_report

        return build_report(order.project, order.survey, order.day, order.look, feedback)
