"""Custom kinds of site in the survey's layers: a symbol each, and an entry in the list that forms offer."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
)

from yalu_plugin.core.custom_kinds import CustomKind
from yalu_plugin.core.forms.form_rules import CHOICE_MESSAGE, choices_rule
from yalu_plugin.core.kinds import INK, SITE_KINDS, WHITE, SiteKind
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.forms import NULL_ENTRY

SIZE_MM, CASING_MM, OUTLINE_MM = 2.7, 3.5, 0.25  # of custom kinds
ROLES = ("sites", "site_states")  # tables that have a kind


def apply_kinds(layer: QgsVectorLayer, kinds: Sequence[CustomKind], changed: Collection[str] = ()) -> None:
    """Set exactly these custom kinds in a layer of sites or of their states.

    Existing symbols stay as the user may have changed them, except those of the kinds `changed`.
    """
    _list_kinds(layer, [kind.value for kind in kinds])
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute() == "kind":
        known = {kind.value: kind for kind in kinds}
        updated = renderer.clone()
        for index in reversed(range(len(updated.categories()))):
            value = updated.categories()[index].value()
            if _is_custom(value) and (value in changed or value not in known):
                updated.deleteCategory(index)
        present = {category.value() for category in updated.categories()}
        for kind in kinds:
            if kind.value not in present:
                updated.addCategory(QgsRendererCategory(kind.value, symbol_of(kind), kind.value))
        layer.setRenderer(updated)
        layer.emitStyleChanged()


def symbol_of(kind: CustomKind | SiteKind) -> QgsMarkerSymbol:
    """Return the symbol of a kind: its shape on a white casing, as tools/make_styles.py draws the built-in ones."""
    if isinstance(kind, SiteKind):
        return _marker(kind.shape, kind.casing_mm, kind.size_mm, kind.fill, kind.outline, kind.outline_mm)
    return _marker(kind.shape, CASING_MM, SIZE_MM, kind.colour, INK, OUTLINE_MM)


def _marker(shape: str, casing_mm: float, size_mm: float, fill: str, outline: str, outline_mm: float
            ) -> QgsMarkerSymbol:
    symbol = QgsMarkerSymbol()
    for size, colour, stroke, width in ((casing_mm, WHITE, WHITE, 0.0), (size_mm, fill, outline, outline_mm)):
        symbol.appendSymbolLayer(QgsSimpleMarkerSymbolLayer.create({
            "name": shape, "size": str(size), "color": colour, "outline_color": stroke,
            "outline_width": str(width), "outline_style": "solid" if width else "no"}))
    symbol.deleteSymbolLayer(0)  # the one that a new symbol comes with
    return symbol


def _is_custom(value: object) -> bool:
    return isinstance(value, str) and bool(value) and value not in SITE_KINDS


def _list_kinds(layer: QgsVectorLayer, values: list[str]) -> None:
    index = layer.fields().indexOf("kind")
    setup = layer.editorWidgetSetup(index)
    pairs = setup.config().get("map") if setup.type() == "ValueMap" else None
    if isinstance(pairs, list):
        builtin = [pair for pair in pairs if set(pair.values()) & {*SITE_KINDS, NULL_ENTRY}]
        config = {"map": [*builtin, *({value: value} for value in values)]}
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", config))
    if layer.fields()[index].constraints().constraintDescription() in ("", CHOICE_MESSAGE, tr(CHOICE_MESSAGE)):
        expression = choices_rule("kind", [*SITE_KINDS, *values]).expression
        layer.setConstraintExpression(index, expression, tr(CHOICE_MESSAGE))
        layer.setFieldConstraint(index, QgsFieldConstraints.Constraint.ConstraintExpression,
                                 QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard)
