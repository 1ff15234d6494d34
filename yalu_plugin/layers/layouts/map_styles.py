"""Styles of layers on pages: place names in the page's language, long names in lines, smaller symbols if many."""

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

from yalu_plugin.i18n import current_language
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.page_fonts import local_font_family, map_text_format, with_local_font
from yalu_plugin.layers.layouts.symbol_size import scaled

LINE_LENGTH = 18  # characters
FULL_SIZE = 25  # symbols for which a page has space in full size
SMALLEST, SMALLEST_NAME = 0.45, 0.75  # times the full size
LEADER_MM, LEADER_LINE_LENGTH = 14.0, 24  # of names with a leader: distance from the symbol, characters per line
SHORTEST_MM, OFF_MM = 1.5, 2.2  # of a leader: length, distance from the middle of the symbol
# the name of the site of a sheet: size, characters, distance from the middle of the symbol
THIS_SITE_POINTS, THIS_SITE_CHARACTERS, RING_MM = 8.0, 60, 6.2
IMAGE_HALO_MM, IMAGE_INK = 0.8, "#222222"
LOW_PRIORITY = 1  # of names that give way to others
OBSTACLE_WEIGHT = 10.0  # with which QGIS omits a name rather than placing it on the obstacle
LOCAL_NAMES = {"ko": "name_ko", "zh": "name_zh"}  # by language; GeoNames gives several names with | between them


def apply_style(maps: Iterable[QgsLayoutItemMap], layers: Mapping[str, QgsVectorLayer],
                clear_river: bool = False, size: float = 1.0, leaders: bool = False, with_names: bool = True,
                except_id: str = "", on_image: bool = False, scale: float = 0.0,
                feedback: QgsFeedback | None = None) -> None:
    """Give `maps` their own styles of `layers` (by role), without changing those of the project.

    Raises ExportCancelled.

    Args:
        clear_river: omit names that could only be placed on the river.
        size: of the symbols and names of sites, as a factor.
        leaders: place a name without space at its symbol farther off, at the end of a thin line.
        with_names: whether sites have names.
        except_id: an expression for the id of the site that another layer labels.
        on_image: make names of places dark, with a wide halo.
        scale: evaluate a river's scale-dependent style at 1:`scale` on all maps; 0: at each map's own scale.
    """
    changes = _changes(clear_river, size, leaders, with_names, except_id, on_image, scale)
    styles = {}
    for role, layer_changes in changes.items():
        if (layer_changes and role in layers
            and isinstance(layers[role].labeling(), (QgsVectorLayerSimpleLabeling, type(None)))):
            copy, style = layers[role].clone(), QgsMapLayerStyle()
            style.readFromLayer(layers[role])
            style.writeToLayer(copy)  # a clone has no temporal properties: it would show the states of all times
            for change in layer_changes:
                change(copy)
            process_events(feedback)
            style.readFromLayer(copy)
            styles[layers[role].id()] = style.xmlData()
            process_events(feedback)
    for item in maps:
        item.setLayerStyleOverrides(styles)
        item.setKeepLayerStyles(True)


def _changes(clear_river: bool, size: float, leaders: bool, with_names: bool, except_id: str, on_image: bool,
             scale: float) -> dict[str, list[Callable[[QgsVectorLayer], None]]]:
    """Return the changes to each layer for `apply_style`, by role."""
    local = [_use_local_font] if local_font_family() else []
    smaller: list[Callable[[QgsVectorLayer], None]] = [partial(_shrink, size=size)] if size != 1.0 else []
    names = [] if with_names else [lambda layer: layer.setLabelsEnabled(False)]
    return {
        "places": [_use_local_names, *local, *([_style_for_image] if on_image else [])],
        "site_states": smaller,
        "corridors": [*([_never_cover] if clear_river else []),
                      *([partial(_as_at_scale, scale=scale)] if scale else [])],
        "sites": [_wrap_names, *local, *smaller, *([_add_leader_lines] if leaders else []),
                  *([partial(_hide_name, name=except_id)] if except_id else []), *names]}


def size_for(count: int) -> float:
    """Return the size factor of symbols on a page that shows `count` of them: the more, the smaller."""
    return max(SMALLEST, min(1.0, (FULL_SIZE / max(count, 1)) ** 0.5))


def _as_at_scale(layer: QgsVectorLayer, scale: float) -> None:
    """Draw symbols as at 1:`scale`: the plugin's river is thinner at large scales, so lines on a page would differ."""
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        for part in symbol.symbolLayers():
            given = part.dataDefinedProperties()
            for key in given.propertyKeys():
                value = given.property(key)
                if value.propertyType() == Qgis.PropertyType.Expression:
                    value.setExpressionString(f"with_variable('map_scale', {scale!r}, {value.expressionString()})")
                    given.setProperty(key, value)
            part.setDataDefinedProperties(given)


def _shrink(layer: QgsVectorLayer, size: float) -> None:
    """Scale symbols with their strokes, and names as far as they stay legible; other renderers are not changed."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for index, category in enumerate(renderer.categories()):
            if isinstance(category.symbol(), QgsMarkerSymbol):
                renderer.updateCategorySymbol(index, scaled(category.symbol(), size))
    if layer.labeling() is not None:
        settings = QgsPalLayerSettings(layer.labeling().settings())
        text_format = settings.format()
        text_format.setSize(text_format.size() * max(size, SMALLEST_NAME))
        settings.setFormat(text_format)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _use_local_names(layer: QgsVectorLayer) -> None:
    """Use Korean and Chinese place names in these languages, where they are known."""
    column = LOCAL_NAMES.get(current_language()[:2])
    labeling = layer.labeling()
    if column is None or labeling is None or layer.fields().lookupField(column) < 0:
        return
    settings = QgsPalLayerSettings(labeling.settings())
    settings.fieldName = f"coalesce(nullif(regexp_replace(\"{column}\", '\\\\|.*', ''), ''), \"name\")"
    settings.isExpression = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _use_local_font(layer: QgsVectorLayer) -> None:
    """Set all of a name in the font of the page's language: a style stores no fallback font for missing glyphs."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    text_format = settings.format()
    font = text_format.font()
    font.setFamily(local_font_family())
    text_format.setFont(font)
    text_format.setFamilies([local_font_family()])
    settings.setFormat(text_format)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _style_for_image(layer: QgsVectorLayer) -> None:
    """Make names legible on any image."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    text_format = settings.format()
    halo = text_format.buffer()
    halo.setSize(IMAGE_HALO_MM)
    text_format.setBuffer(halo)
    text_format.setColor(QColor(IMAGE_INK))
    settings.setFormat(text_format)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _wrap_names(layer: QgsVectorLayer) -> None:
    """Wrap long names: they find more space next to a winding river, which names do not cover."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    settings.autoWrapLength = LINE_LENGTH
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _add_leader_lines(layer: QgsVectorLayer) -> None:
    """Allow names farther from the symbol, with a line to it, where there is no space closer."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    places, line = settings.pointSettings(), QgsSimpleLineCallout()
    places.setMaximumDistance(LEADER_MM)
    settings.setPointSettings(places)
    settings.autoWrapLength = LEADER_LINE_LENGTH
    line.setEnabled(True)
    line.setMinimumLength(SHORTEST_MM)
    line.setOffsetFromAnchor(OFF_MM)
    line.setLineSymbol(QgsLineSymbol.createSimple({"line_color": "#777777", "line_width": "0.15"}))
    settings.setCallout(line)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _hide_name(layer: QgsVectorLayer, name: str) -> None:
    """Hide the name of the site with this id (an expression), and give the other names a low priority."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    given = settings.dataDefinedProperties()
    given.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(f'"id" <> {name}'))
    given.setProperty(QgsPalLayerSettings.Property.Priority, QgsProperty())
    settings.priority = LOW_PRIORITY
    settings.setDataDefinedProperties(given)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def label_this_site(layer: QgsVectorLayer, maps: Sequence[str]) -> None:
    """Label the layer's site next to its ring, even if other labels are there, on the maps of these ids only.

    Names of other layers do not cover it, on any map.
    """
    settings = QgsPalLayerSettings()
    settings.setFormat(with_local_font(map_text_format(THIS_SITE_POINTS, "#111111", bold=True, halo_mm=0.8)))
    most = THIS_SITE_CHARACTERS
    settings.fieldName = f"if(length(\"name\") > {most}, left(\"name\", {most - 1}) || '…', \"name\")"
    settings.isExpression = True
    settings.autoWrapLength = LEADER_LINE_LENGTH
    settings.placement = Qgis.LabelPlacement.AroundPoint
    settings.dist = RING_MM
    settings.priority = 10
    placed = settings.placementSettings()
    placed.setOverlapHandling(Qgis.LabelOverlapHandling.AllowOverlapIfRequired)
    settings.setPlacementSettings(placed)
    given, with_names = settings.dataDefinedProperties(), ", ".join(f"'{name}'" for name in maps)
    given.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(f"@map_id in ({with_names})"))
    settings.setDataDefinedProperties(given)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    _never_cover(layer)


def make_obstacle(layer: QgsVectorLayer) -> None:
    """Give a layer labels that are not drawn, which make it an obstacle for the names of all layers."""
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression, settings.drawLabels = "'-'", True, False
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    _never_cover(layer)


def _never_cover(layer: QgsVectorLayer) -> None:
    """Never place a name on what this layer draws."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    obstacle = settings.obstacleSettings()
    obstacle.setFactor(OBSTACLE_WEIGHT)
    settings.setObstacleSettings(obstacle)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
