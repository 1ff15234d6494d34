"""The forms in which QGIS shows and edits the survey's tables: labels, lists, date widgets, rules and default values.

All of it follows from core/schema.py and core/forms. A survey stores its forms in English; in a project they are
translated to the language of the window. What the user has changed in a form stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)

from yalu_plugin.core.forms.column_labels import NOT_STATED, RECORDED_LABEL, TABLE_LABELS, column_label
from yalu_plugin.core.forms.form_fields import (
    DISPLAY_EXPRESSIONS,
    RECORDED_COLUMNS,
    default_expression,
    is_hidden,
    is_read_only,
)
from yalu_plugin.core.forms.form_rules import is_required, rules_of
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.schema import SITE_STATES, TABLE
from yalu_plugin.core.states import STATES, UNKNOWN
from yalu_plugin.core.value_labels import COLUMN_LABELS

FORM_PROPERTY = "yalu/form"  # custom property of a layer to which the form was applied
Translate = Callable[[str], str]
NULL_ENTRY = QgsValueMapFieldFormatter.NULL_VALUE
_DAY = {"display_format": "yyyy-MM-dd", "field_format": "yyyy-MM-dd"}
_TIME = {"display_format": "yyyy-MM-dd HH:mm:ss", "field_format": "yyyy-MM-dd HH:mm:ss"}
_DATE_WIDGET = {"allow_null": True, "calendar_popup": True, "field_iso_format": False, "field_format_overwrite": True}
_CONSTRAINT, _STRENGTH = QgsFieldConstraints.Constraint, QgsFieldConstraints.ConstraintStrength


def apply_form(layer: QgsVectorLayer, table: str, translate: Translate = str) -> None:
    """Apply to a layer of a table its whole form, with labels translated by `translate`."""
    columns = [field.name() for field in layer.fields()]
    for index, column in enumerate(columns):
        layer.setFieldAlias(index, "" if is_hidden(table, column) else translate(column_label(table, column)))
        layer.setEditorWidgetSetup(index, value_widget(table, column, translate))
        layer.setDefaultValueDefinition(index, QgsDefaultValue(default_expression(table, column)))
    _apply_rules(layer, table, translate)
    _apply_layout(layer, table, translate)
    _hide_columns(layer, [column for column in columns if is_hidden(table, column)])
    if table in DISPLAY_EXPRESSIONS:
        layer.setDisplayExpression(DISPLAY_EXPRESSIONS[table])
    layer.setCustomProperty(FORM_PROPERTY, True)


def labels_of(table: str, column: str) -> Mapping[str, str]:
    """Return the values that a column may have with their English labels; empty where it may have any value."""
    known = COLUMN_LABELS.get(column, {})
    if table == SITE_STATES.name:
        return {value: known[value] for value in {"state": (*STATES, UNKNOWN), "kind": SITE_KINDS}.get(column, ())}
    return {value: known[value] for one in TABLE[table].columns if one.name == column for value in one.choices}


def value_list_widget(labels: Mapping[str, str], translate: Translate, with_null: bool) -> QgsEditorWidgetSetup:
    """Return a list to choose from, with translated labels; with `with_null`, also "not stated"."""
    entries = [{translate(label): value} for value, label in labels.items()]
    empty = [{translate(NOT_STATED): NULL_ENTRY}] if with_null else []
    return QgsEditorWidgetSetup("ValueMap", {"map": empty + entries})


def value_widget(table: str, column: str, translate: Translate) -> QgsEditorWidgetSetup:
    """Return the widget in which a column is entered."""
    if is_hidden(table, column):
        return QgsEditorWidgetSetup("Hidden", {})
    labels = labels_of(table, column)
    if labels:
        return value_list_widget(labels, translate, with_null=not is_required(table, column))
    types = {one.name: one.type for one in TABLE[table].columns} if table in TABLE else {}
    kind = types.get(column, "text")
    if kind in ("date", "datetime"):
        return QgsEditorWidgetSetup("DateTime", {**_DATE_WIDGET, **(_DAY if kind == "date" else _TIME)})
    if kind == "boolean":
        return QgsEditorWidgetSetup("CheckBox", {"AllowNullState": True, "TextDisplayMethod": 0})
    return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": column in ("note", "scope"), "UseHtml": False})


def _apply_rules(layer: QgsVectorLayer, table: str, translate: Translate) -> None:
    for rule in rules_of(table):
        index = layer.fields().indexOf(rule.column)
        layer.setConstraintExpression(index, rule.expression, translate(rule.text))
        layer.setFieldConstraint(index, _CONSTRAINT.ConstraintExpression, _STRENGTH.ConstraintStrengthHard)
    for index, field in enumerate(layer.fields()):
        if is_required(table, field.name()):
            layer.setFieldConstraint(index, _CONSTRAINT.ConstraintNotNull, _STRENGTH.ConstraintStrengthHard)


def _apply_layout(layer: QgsVectorLayer, table: str, translate: Translate) -> None:
    """Arrange the fields on one page, and last, folded, who recorded the row and when."""
    form = layer.editFormConfig()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    form.setSuppress(Qgis.AttributeFormSuppression.Default)
    form.clearTabs()
    page = new_page(form, translate(TABLE_LABELS[table]))
    shown = [field.name() for field in layer.fields() if not is_hidden(table, field.name())]
    entered = (column for column in shown if column not in RECORDED_COLUMNS)
    _fill(page, layer, sorted(entered, key="note".__eq__))  # the note last
    recorded = [column for column in shown if column in RECORDED_COLUMNS]
    if recorded:
        group = QgsAttributeEditorContainer(translate(RECORDED_LABEL), page)
        group.setType(Qgis.AttributeEditorContainerType.GroupBox)
        group.setCollapsed(True)  # rarely needed, and the form would be higher than a laptop's screen
        _fill(group, layer, recorded)
        page.addChildElement(group)
    form.addTab(page)
    for index, field in enumerate(layer.fields()):
        form.setReadOnly(index, is_read_only(table, field.name()))
    layer.setEditFormConfig(form)


def new_page(form: QgsEditFormConfig, title: str) -> QgsAttributeEditorContainer:
    """Return a page for a form; the caller adds it to the form."""
    page = QgsAttributeEditorContainer(title, form.invisibleRootContainer())
    page.setType(Qgis.AttributeEditorContainerType.Tab)
    return page


def _fill(container: QgsAttributeEditorContainer, layer: QgsVectorLayer, columns: list[str]) -> None:
    for column in columns:
        container.addChildElement(QgsAttributeEditorField(column, layer.fields().indexOf(column), container))


def _hide_columns(layer: QgsVectorLayer, names: list[str]) -> None:
    """Hide these columns in the attribute table."""
    table = layer.attributeTableConfig()
    table.update(layer.fields())
    shown = table.columns()
    for column in shown:
        column.hidden = column.name in names
    table.setColumns(shown)
    layer.setAttributeTableConfig(table)
