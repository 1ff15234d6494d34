"""yalu:exportsitesheets: export a page for each site of a survey."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsPrintLayout, QgsProcessingContext, QgsProcessingFeedback

from yalu_plugin.algorithms.export_layout import ExportLayout, LayoutRequest
from yalu_plugin.i18n import tr


class ExportSiteSheets(ExportLayout):
    """Exports a QGIS atlas of the survey's located sites."""

    template_items = "before_map, after_map, locator_map, observations"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "exportsitesheets"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export site sheets")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Creates a page for each located site: an image from before and one that shows its state, with "
                  "dates, kinds of date and sources, where it is, its coordinates (degrees, minutes and seconds, "
                  "MGRS), chainage and neighbours along the river, county, observations so far and sources.")

    def build(self, request: LayoutRequest, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> QgsPrintLayout:
        """Build and return the atlas."""
        from yalu_plugin.layers.layouts.sheets import build_sheets

        return build_sheets(request.project, request.survey, request.day, request.template, request.style, feedback)
