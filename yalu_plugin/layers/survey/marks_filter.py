"""Hide the marks of other counts in a project's layers while an analyst counts blind.

A filter of the layer is used, so that neither the map, nor Identify, a table or a form of QGIS shows them. It is set on
every layer of that table: the user may have a second one.
"""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsProject, QgsVectorLayer

from yalu_plugin.core.sql import literal
from yalu_plugin.layers.survey.count_errors import MarksBeingEdited
from yalu_plugin.layers.survey.survey import Survey

OWN_FILTER = "yalu/filter_before"  # property with the user's filter while ours is set: a project may be saved then
MARK = "="  # prefix of the value: QGIS reads an empty property as missing


def hide_counts(project: QgsProject, survey: Survey, only: str, hidden: Collection[str]) -> None:
    """Show only the marks of the count `only`, or all but those of the `hidden` counts if it is empty.

    Raises:
        MarksBeingEdited: then all are shown.
    """
    for layer in _vector_layers(project):
        if survey.table_of(layer) == "marks" and not hide_counts_in(layer, only, hidden):
            show_all_counts(project)
            raise MarksBeingEdited()


def hide_counts_in(layer: QgsVectorLayer, only: str, hidden: Collection[str]) -> bool:
    """As hide_counts, in one layer; return whether that worked: it does not while the layer is edited."""
    before = layer.customProperty(OWN_FILTER, f"{MARK}{layer.subsetString()}")
    condition = f"\"count_id\" = {literal(only)}" if only else (
        f"COALESCE(\"count_id\", '') NOT IN ({', '.join(map(literal, sorted(hidden)))})")
    if not layer.setSubsetString(condition):
        return False
    layer.setCustomProperty(OWN_FILTER, before)
    return True


def show_all_counts(project: QgsProject) -> None:
    """Restore the filters that the user had set before."""
    for layer in _vector_layers(project):
        before = layer.customProperty(OWN_FILTER)
        if before is not None and layer.setSubsetString(str(before).removeprefix(MARK)):
            layer.removeCustomProperty(OWN_FILTER)


def _vector_layers(project: QgsProject) -> list[QgsVectorLayer]:
    return [layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]
