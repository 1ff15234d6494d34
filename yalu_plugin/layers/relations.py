"""Relations between the survey's tables in a QGIS project, for its forms.

A form selects the row to which another one refers, and the form of a site lists its observations. QGIS stores relations
in the project, between its layers; those of a removed layer are removed with it.
"""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsAttributeEditorRelation,
    QgsEditorWidgetSetup,
    QgsProject,
    QgsRelation,
    QgsRelationContext,
    QgsVectorLayer,
)

from yalu_plugin.core.forms.column_labels import LISTED_LABELS
from yalu_plugin.core.forms.form_fields import LISTED_TABLES
from yalu_plugin.core.forms.form_rules import is_required
from yalu_plugin.core.schema import REFERENCES, TABLE
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.forms import new_page

MOST_OFFERED = 100  # rows that a combo box lists before text is entered: QGIS would read all of 100,000 sites


def relation_id(table: str, column: str) -> str:
    """Return the id, in the project, of the relation from this column of a table to the table it refers to."""
    return f"yalu_{table}_{column}"


def relate(project: QgsProject, layers: Mapping[str, QgsVectorLayer]) -> None:
    """Add the relations between these layers (by table) that the project lacks, and their form widgets."""
    added = [(table, column.name) for table, layer in layers.items() for column in TABLE[table].columns
             if REFERENCES.get(column.name) in layers and _add(project, table, column.name, layers)]
    for table, column in added:
        _set_row_widget(layers[table], table, column, layers[REFERENCES[column]])
    for table, layer in layers.items():
        _list_rows(layer, [one for one in LISTED_TABLES.get(table, ()) if one in added], project)


def _add(project: QgsProject, table: str, column: str, layers: Mapping[str, QgsVectorLayer]) -> bool:
    manager, name = project.relationManager(), relation_id(table, column)
    if manager.relation(name).isValid() or layers[table].fields().indexOf(column) < 0:
        return False
    relation = QgsRelation(QgsRelationContext(project))
    relation.setId(name)
    relation.setName(_title(table, column))
    relation.setReferencingLayer(layers[table].id())
    relation.setReferencedLayer(layers[REFERENCES[column]].id())
    relation.addFieldPair(column, "id")
    manager.addRelation(relation)
    return True


def _title(table: str, column: str) -> str:
    key = (table, column)
    return tr(LISTED_LABELS[key]) if key in LISTED_LABELS else f"{table}.{column}"


def _set_row_widget(layer: QgsVectorLayer, table: str, column: str, referenced: QgsVectorLayer) -> None:
    """Have the form list the rows of the other table by name, unless the user has set another widget."""
    index = layer.fields().indexOf(column)
    if layer.editorWidgetSetup(index).type() == "TextEdit":
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("RelationReference", {
            "Relation": relation_id(table, column), "AllowNULL": not is_required(table, column), "ShowForm": False,
            "ShowOpenFormButton": True, "MapIdentification": False, "AllowAddFeatures": False, "OrderByValue": False,
            "FetchLimitActive": True, "FetchLimitNumber": MOST_OFFERED, "ReferencedLayerId": referenced.id(),
            "ReferencedLayerName": referenced.name()}))


def _list_rows(layer: QgsVectorLayer, listed: list[tuple[str, str]], project: QgsProject) -> None:
    """Add a page to the layer's form for each of these tables, with the rows that refer to this one by that column."""
    form = layer.editFormConfig()
    for table, column in listed:
        page = new_page(form, _title(table, column))
        editor = QgsAttributeEditorRelation(project.relationManager().relation(relation_id(table, column)), page)
        editor.setRelationWidgetTypeId("relation_editor")
        editor.setShowLabel(False)
        page.addChildElement(editor)
        form.addTab(page)
    if listed:
        layer.setEditFormConfig(form)
