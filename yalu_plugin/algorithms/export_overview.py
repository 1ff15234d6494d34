"""yalu:exportoverview: export the overview map of a survey as PDF, PNG or SVG."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsPrintLayout, QgsProcessingContext, QgsProcessingFeedback

from yalu_plugin.algorithms.export_layout import ExportLayout, LayoutRequest
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.imagery.project_scenes import show_scene
from yalu_plugin.layers.survey.images import survey_scenes


class ExportOverview(ExportLayout):
    """Exports the overview, with the survey's scene of the day if it has one."""

    has_orientation = True
    template_items = ("title, main_map, inset_map, legend, scale_bar, north_arrow, sources, dates, licences, "
                      "synthetic")

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "exportoverview"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Export overview map")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Creates the overview map of a survey: every located crossing, the barge reach boxed and enlarged, "
                  "legend, scale bar, north arrow, coordinate grid, sources, dates and licences on one sheet. Of "
                  "many sites it has the numbers; dense reaches and the key are on further pages. The "
                  "survey's scene of the date lies under it, if it has one.")

    def build(self, request: LayoutRequest, parameters: dict[str, Any], context: QgsProcessingContext,
              feedback: QgsProcessingFeedback) -> list[QgsPrintLayout]:
        """Build and return the sheet, with the scene of the day, and the key to its numbers."""
        from yalu_plugin.layers.layouts.overview_document import overview_document  # on first use, for a fast start

        scenes = Timeline(survey_scenes(request.survey)).at(request.day) if request.day else ()
        if scenes:
            try:
                show_scene(request.project, scenes[0])
            except YaluError as error:
                feedback.reportError(error_text(error))
        return overview_document(request.project, request.survey, request.day, request.template, request.style)
