"""The layer of marks in a project: those of other counts hidden while one counts without seeing them."""

from __future__ import annotations

from qgis.core import QgsProject

from yalu_plugin.core.sql import literal
from yalu_plugin.layers.project import layer_with_role
from yalu_plugin.layers.survey.count_errors import MarksBeingEdited

OWN_FILTER = "yalu/filter_before"  # the user's filter, while the layer has ours: the project may be saved meanwhile
MARK = "="  # before it: QGIS reads an empty property as none


def hide_other_counts(project: QgsProject, count_id: str) -> None:
    """Show only the marks of this count until `show_all_counts`, of which one comes first. Raises MarksBeingEdited."""
    layer = layer_with_role(project, "marks")
    if layer is None:
        return
    before = layer.subsetString()
    if not layer.setSubsetString(f"\"count_id\" = {literal(count_id)}"):
        raise MarksBeingEdited()
    layer.setCustomProperty(OWN_FILTER, f"{MARK}{before}")


def show_all_counts(project: QgsProject) -> None:
    """Show what the user had shown before."""
    layer = layer_with_role(project, "marks")
    before = None if layer is None else layer.customProperty(OWN_FILTER)
    if before is not None and layer.setSubsetString(str(before).removeprefix(MARK)):
        layer.removeCustomProperty(OWN_FILTER)
