"""yalu:exportsitesheets - a page for each site of a survey."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsPrintLayout, QgsProcessingContext, QgsProcessingFeedback

from yalu_plugin.algorithms.export_layout import ExportLayout, Order
from yalu_plugin.i18n import tr


class ExportSiteSheets(ExportLayout):
    """A QGIS atlas over the survey's located sites."""

    template_items = "before_map, after_map, locator_map, observations"

    def name(self) -> str:
        """The id after `yalu:`."""
        return "exportsitesheets"

    def displayName(self) -> str:
        """The name in the toolbox."""
        return tr("Export site sheets")

    def shortHelpString(self) -> str:
        """What the dialog says beside the parameters."""
        return tr("Makes a page for each located site: an image from before and one that shows its state, with dates, "
                  "kinds of date and sources, where it is, its coordinates (degrees, minutes and seconds, MGRS), "
                  "chainage and neighbours along the river, county, observations so far and sources.")

    def build(self, order: Order, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> QgsPrintLayout:
        """The atlas."""
        from yalu_plugin.layers.layouts.sheets import build_sheets

        return build_sheets(order.project, order.survey, order.day, order.template, order.look, feedback)
