"""Write resources/styles/*.qml. Run with the Python that QGIS uses and QT_QPA_PLATFORM=offscreen.

Kinds differ in shape as well as in colour and lightness, states in the mark drawn around or across the kind's
symbol, so that a map is readable in greyscale and for colour-blind users. No layer opacity and no blend modes, so that
lines and text stay vectors in a PDF.
"""

from __future__ import annotations

import os
import re
import sys
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

os.environ["QT_HASH_SEED"] = "0"  # else Qt writes attributes in another order on every run
ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # the root, not tools/, whose module names may shadow Python's modules

from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsFontMarkerSymbolLayer,
    QgsLabelObstacleSettings,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QPointF, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QFont  # noqa: E402

from yalu_plugin.core.counting.mark_classes import BUILT_IN  # noqa: E402
from yalu_plugin.core.kinds import BUILT_IN_KINDS, CROSSING_KINDS, INK, WHITE, YELLOW  # noqa: E402
from yalu_plugin.core.schema import TABLE  # noqa: E402
from yalu_plugin.core.site_name import MAP_LABEL  # noqa: E402
from yalu_plugin.core.states import OBSERVED_STATES, UNKNOWN  # noqa: E402
from yalu_plugin.core.value_labels import KIND_LABELS, STATE_LABELS  # noqa: E402

Symbol = TypeVar("Symbol", QgsMarkerSymbol, QgsLineSymbol, QgsFillSymbol)
CLOSE_UP_SCALE = 60_000
MAX_LABELS = 5_000  # of sites in view; there is space for a few hundred
STYLES = ROOT / "resources" / "styles"
# QGIS' font, then those of other systems; Hangul and Chinese use the system's fonts. (Noto Sans CJK has all scripts,
# but Qt embeds it in a PDF in a way that loses the digits when text is copied.)
FONTS = ["Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"]
MM = QgsUnitTypes.RenderUnit.RenderMillimeters
RIVER, CASING = "#2f7fc1", "#ffffff"
UNKNOWN_GREY = "#8a8a8a"

AREA = "#d35400"


def main() -> None:
    """Write every style."""
    STYLES.mkdir(parents=True, exist_ok=True)
    for name, layer in {"sites": sites(), "site_states": site_states(), "corridors": corridors(), "images": images(),
                        "areas": areas(), "marks": marks(), "places": places()}.items():
        save(layer, STYLES / f"{name}.qml")


def sites() -> QgsVectorLayer:
    """Return kinds as symbols that differ in shape, size and lightness, with names as labels."""
    layer = table_layer("sites")
    layer.setRenderer(categories("kind", {
        kind.value: [marker(kind.shape, kind.casing_mm, WHITE, WHITE),
                     marker(kind.shape, kind.size_mm, kind.fill, kind.outline, kind.outline_mm)]
        for kind in BUILT_IN_KINDS}, KIND_LABELS))
    settings = labels(MAP_LABEL, text(8, INK), distance=1.5)
    settings.isExpression = True
    settings.priority = 8
    # QGIS compares every label in view with all others: for 100,000 sites this takes 900 MB and 20 s
    settings.thinningSettings().setLimitNumberLabelsEnabled(True)
    settings.thinningSettings().setMaximumNumberLabels(MAX_LABELS)
    crossings = ", ".join(f"'{kind}'" for kind in CROSSING_KINDS)
    priority = QgsProperty.fromExpression(f"if(\"kind\" IN ({crossings}), 10, 4)")
    settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.Priority, priority)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def site_states() -> QgsVectorLayer:
    """Return states as marks around or across the kind's symbol."""
    columns = "".join(f"&field={name}:{kind}" for name, kind in {
        "site_id": "string", "name": "string", "kind": "string", "state": "string", "seen_from": "date",
        "seen_to": "date", "image_id": "string", "observation_id": "string", "valid_from": "date",
        "valid_to": "date"}.items())
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326{columns}", "site_states", "memory")
    layer.setRenderer(categories("state", {
        **{state.value: state_mark(state.mark, state.colour) for state in OBSERVED_STATES if state.is_conclusive},
        UNKNOWN: [ring(4.2, UNKNOWN_GREY, 0.22, Qt.PenStyle.DotLine)],
    }, STATE_LABELS))
    return layer


def state_mark(mark: str, colour: str) -> list[QgsSymbolLayer]:
    """Return the symbol layers that draw one of core.states.MARKS, on white."""
    return {
        "circle": lambda: [ring(4.9, WHITE, 1.1), ring(4.9, colour, 0.55)],
        "dashed_circle": lambda: [ring(4.9, WHITE, 1.1), ring(4.9, colour, 0.65, Qt.PenStyle.DashLine)],
        # no X: QGIS marks a selected point of a layer being edited with it
        "bars": lambda: [*bars(WHITE, 1.2), *bars(colour, 0.6)],
        "slash": lambda: [marker("circle", 4.9, "255,255,255,110", colour, 0.3), slash(WHITE, 1.3), slash(colour, 0.7)],
    }[mark]()


def corridors() -> QgsVectorLayer:
    """Return the river line on a casing."""
    layer = table_layer("corridors")
    symbol = stacked(QgsLineSymbol(), [thin_close_up(line(CASING, 1.5), 0.5), thin_close_up(line(RIVER, 0.8), 0.25)])
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    unlabelled = labels("name", text(7, RIVER), distance=0)
    obstacle = unlabelled.obstacleSettings()
    obstacle.setFactor(1.0)
    unlabelled.setObstacleSettings(obstacle)
    unlabelled.drawLabels = False  # labels of sites and places still avoid the line
    layer.setLabeling(QgsVectorLayerSimpleLabeling(unlabelled))
    layer.setLabelsEnabled(True)
    return layer


def images() -> QgsVectorLayer:
    """Return footprints as outlines."""
    layer = table_layer("images")
    outline = QgsSimpleFillSymbolLayer(QColor(0, 0, 0, 0))
    outline.setBrushStyle(Qt.BrushStyle.NoBrush)
    outline.setStrokeColor(QColor("#8e44ad"))
    outline.setStrokeWidth(0.4)
    layer.setRenderer(QgsSingleSymbolRenderer(stacked(QgsFillSymbol(), [outline])))
    return layer


def areas() -> QgsVectorLayer:
    """Return counting areas as outlines, so that their contents stay visible."""
    layer = table_layer("areas")
    casing, outline = line(CASING, 1.1), line(AREA, 0.5)
    outline.setPenStyle(Qt.PenStyle.DashLine)
    layer.setRenderer(QgsSingleSymbolRenderer(stacked(QgsFillSymbol(), [casing, outline])))
    settings = labels("name", text(8, AREA), distance=0)
    settings.placement = Qgis.LabelPlacement.OutsidePolygons
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def marks() -> QgsVectorLayer:
    """Return counted objects: each class has a shape, a lightness and its letter; custom classes their first letter."""
    layer = table_layer("marks")
    styles = {"car": ("circle", WHITE, INK), "truck": ("square", INK, WHITE), "bus": ("pentagon", "#cfcfcf", INK),
             "barge": ("diamond", YELLOW, INK), "other": ("triangle", WHITE, INK)}
    renderer = categories("label", {
        one.value: _mark(*styles[one.value], letter(one.key, styles[one.value][2])) for one in BUILT_IN},
        {one.value: one.name for one in BUILT_IN})
    custom = letter("", INK)
    custom.setDataDefinedProperty(QgsSymbolLayer.Property.Character, QgsProperty.fromExpression(
        'upper(left(coalesce("label", \'?\'), 1))'))
    renderer.addCategory(QgsRendererCategory(None, stacked(QgsMarkerSymbol(), _mark("hexagon", WHITE, INK, custom)),
                                             "Another class"))
    layer.setRenderer(renderer)
    return layer


def _mark(shape: str, fill: str, ink: str, key: QgsSymbolLayer) -> list[QgsSymbolLayer]:
    larger = 1.4 if shape in ("diamond", "triangle") else 1.0
    return [marker(shape, 3.7 * larger, WHITE, WHITE), marker(shape, 3.1 * larger, fill, INK, 0.25), key]


def letter(character: str, color: str) -> QgsFontMarkerSymbolLayer:
    """Return a capital letter in the middle of a symbol."""
    layer = QgsFontMarkerSymbolLayer(FONTS[0], character, 2.1, QColor(color))
    layer.setFontStyle("Bold")
    return layer


def places() -> QgsVectorLayer:
    """Return places as small grey names, with the local name below."""
    columns = "&field=name:string&field=name_local:string&field=population:integer&field=river_dist_km:double"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326{columns}", "places", "memory")
    layer.setRenderer(QgsSingleSymbolRenderer(
        stacked(QgsMarkerSymbol(), [marker("circle", 1.1, "#8a8a8a", WHITE, 0.2)])))
    settings = labels("\"name\" || coalesce('\\n' || nullif(\"name_local\", ''), '')", text(6.5, "#5a5a5a"), 0.5)
    settings.isExpression = True
    settings.priority = 3
    # at small scales only towns are labelled; at large scales also the villages by the river
    shown = 'coalesce("population", 0) > 30000 or @map_scale < 500000'
    properties = settings.dataDefinedProperties()
    properties.setProperty(QgsPalLayerSettings.Property.Show, QgsProperty.fromExpression(shown))
    rank = QgsProperty.fromExpression('if(coalesce("population", 0) > 100000, 7, 3)')
    properties.setProperty(QgsPalLayerSettings.Property.Priority, rank)
    settings.setDataDefinedProperties(properties)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def table_layer(name: str) -> QgsVectorLayer:
    """Return a memory layer with the columns of the survey's table."""
    kinds = {"text": "string", "real": "double", "integer": "integer", "boolean": "bool", "date": "date",
             "datetime": "datetime"}
    columns = "".join(f"&field={column.name}:{kinds[column.type]}" for column in TABLE[name].columns)
    return QgsVectorLayer(f"{TABLE[name].geometry}?crs=EPSG:4326{columns}", name, "memory")


def categories(column: str, symbols: Mapping[str, list[QgsSymbolLayer]], labels_by_value: Mapping[str, str]
               ) -> QgsCategorizedSymbolRenderer:
    """Return a renderer with a symbol for each value of the column, stacked from these layers."""
    renderer = QgsCategorizedSymbolRenderer(column)
    for value, layers in symbols.items():
        renderer.addCategory(QgsRendererCategory(value, stacked(QgsMarkerSymbol(), layers), labels_by_value[value]))
    return renderer


def stacked(symbol: Symbol, layers: list[QgsSymbolLayer]) -> Symbol:
    """Return `symbol` with these layers, from bottom to top, instead of its default one."""
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    symbol.deleteSymbolLayer(0)  # the default layer of a new symbol
    return symbol


def marker(shape: str, size: float, fill: str | None, stroke: str, width: float = 0.0, angle: float = 0.0
           ) -> QgsSimpleMarkerSymbolLayer:
    """Return a shape of `size` mm; `fill` is None for an open one."""
    return QgsSimpleMarkerSymbolLayer.create({
        "name": shape, "size": str(size), "color": fill or "0,0,0,0", "outline_color": stroke,
        "outline_width": str(width), "outline_style": "solid" if width else "no",
        "angle": str(angle), "cap_style": "round"})


def ring(size: float, stroke: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
         ) -> QgsSimpleMarkerSymbolLayer:
    """Return an open circle."""
    layer = marker("circle", size, None, stroke, width)
    layer.setStrokeStyle(style)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    return layer


def slash(stroke: str, width: float) -> QgsSimpleMarkerSymbolLayer:
    """Return a diagonal across the symbol."""
    return marker("line", 5.6, None, stroke, width, angle=45)


def bars(stroke: str, width: float) -> list[QgsSimpleMarkerSymbolLayer]:
    """Return a horizontal bar above the symbol and one below, like water on both sides of it."""
    layers = [marker("line", 6.4, None, stroke, width, angle=90) for _ in range(2)]
    for bar, shift in zip(layers, (-2.1, 2.1)):
        bar.setOffset(QPointF(shift, 0))
    return layers


def line(color: str, width: float) -> QgsSimpleLineSymbolLayer:
    """Return a line `width` mm wide."""
    line_layer = QgsSimpleLineSymbolLayer(QColor(color), width)
    line_layer.setPenCapStyle(Qt.PenCapStyle.RoundCap)
    line_layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return line_layer


def thin_close_up(line_layer: QgsSimpleLineSymbolLayer, width: float) -> QgsSimpleLineSymbolLayer:
    """Return the line with `width` mm at scales of single crossings, so that it does not hide the image."""
    expression = f"if(@map_scale < {CLOSE_UP_SCALE}, {width}, {line_layer.width()})"
    line_layer.setDataDefinedProperty(QgsSymbolLayer.Property.StrokeWidth, QgsProperty.fromExpression(expression))
    return line_layer


def text(size: float, color: str) -> QgsTextFormat:
    """Return a text format of `size` points with a white buffer."""
    text_format = QgsTextFormat()
    text_format.setFont(QFont(FONTS[0]))
    text_format.setFamilies(FONTS[1:])
    text_format.setSize(size)
    text_format.setColor(QColor(color))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(0.7)
    buffer.setSizeUnit(MM)
    buffer.setColor(QColor(WHITE))
    text_format.setBuffer(buffer)
    return text_format


def labels(field: str, text_format: QgsTextFormat, distance: float) -> QgsPalLayerSettings:
    """Return labels around the point, best position first, that avoid symbols."""
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text_format)
    settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
    settings.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
    settings.dist = distance
    settings.distUnits = MM
    settings.multilineAlign = Qgis.LabelMultiLineAlignment.FollowPlacement
    obstacles = QgsLabelObstacleSettings()
    obstacles.setIsObstacle(True)
    settings.setObstacleSettings(obstacles)
    return settings


def save(layer: QgsVectorLayer, path: Path) -> None:
    """Write the layer's style as QML."""
    part = QgsMapLayer.StyleCategory
    style_categories = part.Symbology | part.Labeling | part.Rendering
    message, done = layer.saveNamedStyle(str(path), style_categories)
    if not done:
        raise SystemExit(message)
    path.write_text(steady_ids(path.read_text(encoding="utf-8"), path.stem), encoding="utf-8")


def steady_ids(qml: str, name: str) -> str:
    """Replace QGIS' random ids by reproducible ones, which would otherwise change the file on every run."""
    numbers: dict[str, str] = {}

    def same(found: re.Match[str]) -> str:
        new_id = uuid.uuid5(uuid.NAMESPACE_OID, f"{name}:{len(numbers)}")
        return numbers.setdefault(found.group(), f"{{{new_id}}}")

    return re.sub(r"\{[0-9a-f]{8}-[0-9a-f-]{27}\}", same, qml)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
