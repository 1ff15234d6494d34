"""Hide the marks of other counts in a project's layers while an analyst counts blind.

A filter of the layer is used, so that neither the map, nor Identify, a table or a form of QGIS shows them. It is set on
every layer of that table: the user may have a second one.
"""

from __future__ import annotations

from qgis.core import QgsProject, QgsVectorLayer

from yalu_plugin.core.sql import literal
from yalu_plugin.layers.survey.count_errors import MarksBeingEdited
from yalu_plugin.layers.survey.survey import Survey

OWN_FILTER = "yalu/filter_before"  # property with the user's filter while ours is set: a project may be saved then
MARK = "="  # prefix of the value: QGIS reads an empty property as missing


def hide_other_counts(project: QgsProject, survey: Survey, count_id: str) -> None:
    """Show only the marks of this count until `show_all_counts`, which has to be called before the next count is
    hidden.

    Raises:
        MarksBeingEdited: then all are shown.
    """
    for layer in _vector_layers(project):
        if survey.table_of(layer) == "marks" and not hide_other_counts_in(layer, count_id):
            show_all_counts(project)
            raise MarksBeingEdited()


def hide_other_counts_in(layer: QgsVectorLayer, count_id: str) -> bool:
    """Show only the marks of this count in one layer; return whether that worked: it does not while the layer is
    edited.
    """
    before = layer.subsetString()
    if not layer.setSubsetString(f"\"count_id\" = {literal(count_id)}"):
        return False
    layer.setCustomProperty(OWN_FILTER, f"{MARK}{before}")
    return True


def show_all_counts(project: QgsProject) -> None:
    """Restore the filters that the user had set before."""
    for layer in _vector_layers(project):
        before = layer.customProperty(OWN_FILTER)
        if before is not None and layer.setSubsetString(str(before).removeprefix(MARK)):
            layer.removeCustomProperty(OWN_FILTER)


def _vector_layers(project: QgsProject) -> list[QgsVectorLayer]:
    return [layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]
