"""How layers look on pages and nowhere else: place names in the page's language, long names of sites in lines, smaller
symbols where there are many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeedback,
    QgsLayoutItemMap,
    QgsLineSymbol,
    QgsMapLayerStyle,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRenderContext,
    QgsSimpleLineCallout,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from yalu_plugin.i18n import spoken_language
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.letters import local_family, localised, map_letters
from yalu_plugin.layers.layouts.symbol_size import grown

LINE_LENGTH = 18  # characters
FULL_SIZE = 25  # as many symbols as a page has room for in their own size
SMALLEST, SMALLEST_NAME = 0.45, 0.75  # of their own size
LED_MM, LED_LENGTH = 14.0, 24  # how far from its symbol a name may stand, and its characters a line then
SHORTEST_MM, OFF_MM = 1.5, 2.2  # of a line that leads to a symbol, and from the symbol's middle
OWN_POINTS, OWN_MOST, RING_MM = 8.0, 60, 6.2  # the name of a sheet's own site: size, characters, off the middle
IMAGE_HALO_MM, IMAGE_INK = 0.8, "#222222"
LOW = 1  # the priority of names that make way
NEVER = 10.0  # the weight of an obstacle from which on QGIS rather leaves a name out than to put it there
LOCAL_NAMES = {"ko": "name_ko", "zh": "name_zh"}  # by language; GeoNames gives several names with | between them


def dress(maps: Iterable[QgsLayoutItemMap], layers: Mapping[str, QgsVectorLayer],
          clear_river: bool = False, size: float = 1.0, leaders: bool = False, named: bool = True,
          but: str = "", on_image: bool = False, scale: float = 0.0, feedback: QgsFeedback | None = None) -> None:
    """Give `maps` their own styles of `layers` (by role); those of the project stay as they are.

    clear_river: a name that has no place but on the river is left out, for maps that need not name everything.
    size: of the symbols and names of sites, as a part of the layers' own.
    named: whether sites have their names.
    leaders: a site's name that finds no room beside its symbol stands farther off, at the end of a thin line.
    but: the id, an expression, of the site whose name these layers leave to another one.
    on_image: names of places are dark, and their halo wide.
    scale: what a river's style has by scale is as it is at 1:`scale`, on all maps alike; 0: as at each map's own.
    Raises Cancelled.
    """
    changes = _changes(clear_river, size, leaders, named, but, on_image, scale)
    styles = {}
    for role, ways in changes.items():
        if ways and role in layers and isinstance(layers[role].labeling(), (QgsVectorLayerSimpleLabeling, type(None))):
            copy, style = layers[role].clone(), QgsMapLayerStyle()
            style.readFromLayer(layers[role])
            style.writeToLayer(copy)  # a clone has no temporal properties: it would show all states there ever were
            for change in ways:
                change(copy)
            breathe(feedback)
            style.readFromLayer(copy)
            styles[layers[role].id()] = style.xmlData()
            breathe(feedback)
    for item in maps:
        item.setLayerStyleOverrides(styles)
        item.setKeepLayerStyles(True)


def _changes(clear_river: bool, size: float, leaders: bool, named: bool, but: str, on_image: bool,
             scale: float) -> dict[str, list[Callable[[QgsVectorLayer], None]]]:
    """What is done to each layer for `dress`, by role."""
    local = [_local_letters] if local_family() else []
    smaller = [partial(_smaller, size=size)] if size != 1.0 else []
    names = [] if named else [lambda layer: layer.setLabelsEnabled(False)]
    return {
        "places": [_place_names, *local, *([_on_image] if on_image else [])],
        "site_states": smaller,
        "corridors": [*([_clear] if clear_river else []), *([partial(_as_at, scale=scale)] if scale else [])],
        "sites": [_names_in_lines, *local, *smaller, *([_led_to] if leaders else []),
                  *([partial(_unnamed, name=but)] if but else []), *names]}


def size_for(count: int) -> float:
    """How large symbols are on a page that shows `count` of them: the more, the smaller, so that they stay apart."""
    return max(SMALLEST, min(1.0, (FULL_SIZE / max(count, 1)) ** 0.5))


def _as_at(layer: QgsVectorLayer, scale: float) -> None:
    """Symbols as they are at 1:`scale`: ours has a thin river on large scales, and so two kinds of line on a page."""
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        for part in symbol.symbolLayers():
            given = part.dataDefinedProperties()
            for key in given.propertyKeys():
                value = given.property(key)
                if value.propertyType() == Qgis.PropertyType.Expression:
                    value.setExpressionString(f"with_variable('map_scale', {scale!r}, {value.expressionString()})")
                    given.setProperty(key, value)
            part.setDataDefinedProperties(given)


def _smaller(layer: QgsVectorLayer, size: float) -> None:
    """Symbols of this size with their strokes, and names not below what can be read; other renderers as they are."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            if isinstance(category.symbol(), QgsMarkerSymbol):
                renderer.updateCategorySymbol(index, grown(category.symbol(), size))
    if layer.labeling() is not None:
        settings = QgsPalLayerSettings(layer.labeling().settings())
        form = settings.format()
        form.setSize(form.size() * max(size, SMALLEST_NAME))
        settings.setFormat(form)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _place_names(layer: QgsVectorLayer) -> None:
    """In Korean and Chinese the name there, where it is known; otherwise as the layer has it."""
    column = LOCAL_NAMES.get(spoken_language()[:2])
    labeling = layer.labeling()
    if column is None or labeling is None or layer.fields().lookupField(column) < 0:
        return
    settings = QgsPalLayerSettings(labeling.settings())
    settings.fieldName = f"coalesce(nullif(regexp_replace(\"{column}\", '\\\\|.*', ''), ''), \"name\")"
    settings.isExpression = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _local_letters(layer: QgsVectorLayer) -> None:
    """In the font of the page's language, all of a name: a style keeps no second font for what the first one lacks."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    form = settings.format()
    font = form.font()
    font.setFamily(local_family())
    form.setFont(font)
    form.setFamilies([local_family()])
    settings.setFormat(form)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _on_image(layer: QgsVectorLayer) -> None:
    """Names that can be read on whatever an image shows."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    form = settings.format()
    halo = form.buffer()
    halo.setSize(IMAGE_HALO_MM)
    form.setBuffer(halo)
    form.setColor(QColor(IMAGE_INK))
    settings.setFormat(form)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _names_in_lines(layer: QgsVectorLayer) -> None:
    """Long names in several lines: they find more room beside a winding river, which names keep off."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    settings.autoWrapLength = LINE_LENGTH
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _led_to(layer: QgsVectorLayer) -> None:
    """Names farther from the symbol than the layer has them, where they must, with a line to it."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    places, line = settings.pointSettings(), QgsSimpleLineCallout()
    places.setMaximumDistance(LED_MM)
    settings.setPointSettings(places)
    settings.autoWrapLength = LED_LENGTH
    line.setEnabled(True)
    line.setMinimumLength(SHORTEST_MM)
    line.setOffsetFromAnchor(OFF_MM)
    line.setLineSymbol(QgsLineSymbol.createSimple({"line_color": "#777777", "line_width": "0.15"}))
    settings.setCallout(line)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _unnamed(layer: QgsVectorLayer, name: str) -> None:
    """Without the name of the site with this id (an expression); the other names make way for it."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    given = settings.dataDefinedProperties()
    given.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(f'"id" <> {name}'))
    given.setProperty(QgsPalLayerSettings.Property.Priority, QgsProperty())
    settings.priority = LOW
    settings.setDataDefinedProperties(given)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def name_this_site(layer: QgsVectorLayer, maps: Sequence[str]) -> None:
    """Have what the layer draws named, beside its ring and whatever is there, on the maps of these ids alone.

    No other layer's names lie on it, on any map.
    """
    settings = QgsPalLayerSettings()
    settings.setFormat(localised(map_letters(OWN_POINTS, "#111111", bold=True, halo_mm=0.8)))
    settings.fieldName = f"if(length(\"name\") > {OWN_MOST}, left(\"name\", {OWN_MOST - 1}) || '…', \"name\")"
    settings.isExpression = True
    settings.autoWrapLength = LED_LENGTH
    settings.placement = Qgis.LabelPlacement.AroundPoint
    settings.dist = RING_MM
    settings.priority = 10
    placed = settings.placementSettings()
    placed.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    settings.setPlacementSettings(placed)
    given, named = settings.dataDefinedProperties(), ", ".join(f"'{name}'" for name in maps)
    given.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(f"@map_id in ({named})"))
    settings.setDataDefinedProperties(given)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    _clear(layer)


def keep_names_off(layer: QgsVectorLayer) -> None:
    """Give a layer without names labels that are not drawn: so no layer's names lie on what it shows."""
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression, settings.drawLabels = "'-'", True, False
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    _clear(layer)


def _clear(layer: QgsVectorLayer) -> None:
    """No name on what this layer draws."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    obstacle = settings.obstacleSettings()
    obstacle.setFactor(NEVER)
    settings.setObstacleSettings(obstacle)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
