"""How the marks of counts are drawn on a map: only those of its scenes, a second count of an area hollow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qgis.core import (
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFontMarkerSymbolLayer,
    QgsMapLayer,
    QgsProperty,
    QgsRenderContext,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from yalu_plugin.core.published import Row
from yalu_plugin.layers.imagery.project_scenes import scene_id_of

# variables of a map and of the layer: where none is set, all marks are drawn, in the same way
IMAGES, ALL_DAYS, HOLLOW = "yalu_images", "yalu_marks_of_all_days", "yalu_second_counts"
_DRAWN = f"if(@{IMAGES} is null or @{ALL_DAYS} = 'yes' or array_contains(@{IMAGES}, \"image_id\"), 100, 0)"
_IS_HOLLOW = f"array_contains(string_to_array(@{HOLLOW}, ' '), \"count_id\")"
GROUND, NOTHING, INK = "255,255,255,110", "0,0,0,0", "17,17,17,255"  # of a hollow mark: visible on dark ground and snow


def image_ids_of(layers: Iterable[QgsMapLayer]) -> list[str]:
    """Return the ids of the images that these layers of a map show, in order."""
    return sorted(filter(None, map(scene_id_of, layers)))


def set_map_images(scope: QgsExpressionContextScope, layers: Iterable[QgsMapLayer]) -> bool:
    """Make a map that shows these layers draw only the marks of their images; return whether the images changed."""
    before, images = scope.variable(IMAGES), image_ids_of(layers)
    scope.setVariable(IMAGES, images)
    return bool(before != images)


def set_all_days(layer: QgsVectorLayer, shown: bool) -> bool:
    """Make the layer draw all marks whatever a map shows, or not; return whether that changed."""
    return _set_variable(layer, ALL_DAYS, "yes" if shown else "")


def set_hollow_counts(layer: QgsVectorLayer, count_ids: Sequence[str]) -> bool:
    """Make the layer draw the marks of these counts hollow; return whether that changed."""
    return _set_variable(layer, HOLLOW, " ".join(sorted(count_ids)))


def _set_variable(layer: QgsVectorLayer, name: str, value: str) -> bool:
    if (QgsExpressionContextUtils.layerScope(layer).variable(name) or "") == value:
        return False
    QgsExpressionContextUtils.setLayerVariable(layer, name, value)
    return True


def hollow_counts(counts: Iterable[Row], at_work: str) -> list[str]:
    """Return the counts whose area has another count on the same image that is drawn filled.

    Filled is the count in progress, else the one started first.
    """
    groups: defaultdict[tuple[object, object], list[Row]] = defaultdict(list)
    for row in counts:
        groups[row["area_id"], row["image_id"]].append(row)
    hollow: list[str] = []
    for rows in groups.values():
        filled = min(rows, key=lambda row: (row["id"] != at_work, row["created_at"] or "", row["id"]))
        hollow += [row["id"] for row in rows if row is not filled]
    return hollow


def draw_by_scene(layer: QgsVectorLayer) -> bool:
    """Set the properties needed in every symbol of the layer of marks, whatever its style; return whether any lacked
    them.
    """
    renderer = layer.renderer()
    lacking = [symbol for symbol in (renderer.symbols(QgsRenderContext()) if renderer is not None else ())
               if not symbol.dataDefinedProperties().isActive(QgsSymbol.Property.PropertyOpacity)]
    for symbol in lacking:
        symbol.setDataDefinedProperty(QgsSymbol.Property.PropertyOpacity, QgsProperty.fromExpression(_DRAWN))
        for number, part in enumerate(symbol.symbolLayers()):
            part.setDataDefinedProperty(QgsSymbolLayer.Property.FillColor, _fill(part, below=number == 0))
    return bool(lacking)


def _fill(part: QgsSymbolLayer, below: bool) -> QgsProperty:
    hollow = INK if isinstance(part, QgsFontMarkerSymbolLayer) else GROUND if below else NOTHING
    return QgsProperty.fromExpression(f"if({_IS_HOLLOW}, '{hollow}', @value)")
