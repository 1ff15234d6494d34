"""Check edits in QGIS' edit buffer against the rules of the layer's form before they are saved, and sign them.

QGIS checks the rules only in its forms: it saves unchecked what the field calculator, Processing or a script writes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from qgis.core import (
    NULL,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsFieldConstraints,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime

from yalu_plugin.core.forms.form_rules import REQUIRED_MESSAGE
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.survey_errors import EditsBreakRules

LONGEST_VALUE = 60  # characters, in a message
_HARD = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
_EXPRESSION = QgsFieldConstraints.Constraint.ConstraintExpression
_NOT_NULL = QgsFieldConstraints.Constraint.ConstraintNotNull
_OF_LAYER = QgsFieldConstraints.ConstraintOrigin.ConstraintOriginLayer


class _Rule(NamedTuple):
    """A hard rule of a layer's column; `expression` is None where the column must not be empty.

    `column` is the index of this column, `columns` are those of all columns that the rule reads.
    """

    column: int
    expression: QgsExpression | None
    columns: frozenset[int]
    text: str


def check_rules(layer: QgsVectorLayer) -> None:
    """Raise EditsBreakRules where a row that was added, or a value that was changed, breaks a rule of its form.

    Values that were wrong before and are not edited are not reported.
    """
    buffer = layer.editBuffer()
    rules = list(_rules_of(layer)) if buffer is not None else []
    if not rules:
        return
    edited = _edited(layer, frozenset().union(*(rule.columns for rule in rules)))
    first = next(edited, None)
    if first is None:
        return  # without the expression context: building it takes longer than saving a row
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    for rule in rules:
        if rule.expression is not None:
            rule.expression.prepare(context)
    for feature, changed in chain([first], edited):
        context.setFeature(feature)
        for rule in rules:
            if (changed is None or rule.columns & changed) and not _holds(rule, feature, context):
                raise EditsBreakRules(layer=layer.name(), column=layer.attributeDisplayName(rule.column),
                                      value=_shown(layer, rule.column, feature), text=rule.text)


def _rules_of(layer: QgsVectorLayer) -> Iterator[_Rule]:
    for index, field in enumerate(layer.fields()):
        constraints = field.constraints()
        if constraints.constraintOrigin(_NOT_NULL) == _OF_LAYER and constraints.constraintStrength(_NOT_NULL) == _HARD:
            yield _Rule(index, None, frozenset([index]), tr(REQUIRED_MESSAGE))
        if constraints.constraintExpression() and constraints.constraintStrength(_EXPRESSION) == _HARD:
            expression = QgsExpression(constraints.constraintExpression())
            named = {layer.fields().lookupField(name) for name in expression.referencedColumns()}
            yield _Rule(index, expression, frozenset({index, *named}),
                        constraints.constraintDescription() or constraints.constraintExpression())


def _edited(layer: QgsVectorLayer, columns: frozenset[int]) -> Iterator[tuple[QgsFeature, frozenset[int] | None]]:
    """Yield rows as they would be saved, with the indexes of the changed columns: None for a new row."""
    buffer = layer.editBuffer()
    for feature in buffer.addedFeatures().values():
        yield feature, None
    changed = {fid: frozenset(values) for fid, values in buffer.changedAttributeValues().items()
               if columns & values.keys()}
    request = QgsFeatureRequest(list(changed)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    for feature in layer.getFeatures(request) if changed else ():
        if feature.id() in changed:
            yield feature, changed[feature.id()]


def _holds(rule: _Rule, feature: QgsFeature, context: QgsExpressionContext) -> bool:
    if rule.expression is None:
        return feature[rule.column] not in (None, NULL, "")
    return bool(rule.expression.evaluate(context))


def _shown(layer: QgsVectorLayer, index: int, feature: QgsFeature) -> str:
    """Return the value as the attribute table shows it."""
    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    value = formatter.representValue(layer, index, setup.config(), None, feature[index])
    return one_line(value, LONGEST_VALUE)


def sign_edits(layer: QgsVectorLayer) -> None:
    """Write the analyst's name and the time in UTC into each row that was changed, not added, to be saved with the
    edits.

    To be called for a layer in edit mode, just before QGIS saves it: earlier, two windows would be in conflict about
    these columns. A table without them is not changed.
    """
    fields, buffer = layer.fields(), layer.editBuffer()
    who, when = fields.lookupField("modified_by"), fields.lookupField("modified_at")
    if buffer is None or who < 0 or when < 0:
        return
    signature = {who: analyst(), when: QDateTime.currentDateTimeUtc()}
    for fid in {*buffer.changedAttributeValues(), *buffer.changedGeometries()}:
        layer.changeAttributeValues(fid, signature, {}, True)
