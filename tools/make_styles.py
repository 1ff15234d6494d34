"""Make resources/styles/*.qml. Run with the Python that QGIS uses and QT_QPA_PLATFORM=offscreen.

Kinds differ in shape as well as in colour and lightness, states in the mark drawn around or across the kind's
symbol, so that a map survives greyscale and colour blindness. No layer opacity and no blend modes: a PDF keeps
its lines and text as such.
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
sys.path[0] = str(ROOT)  # the package, and not the other tools, whose names may hide Python's own modules

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
MOST_NAMES = 5_000  # of sites in view that get one, where there is room: of a few hundred there is
STYLES = ROOT / "resources" / "styles"
# QGIS' own font, then what other systems have; Hangul and Chinese come from the system's fonts for them. (One font for
# all scripts, Noto Sans CJK, would do, but Qt writes it into a PDF in a way that loses the digits when text is copied.)
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
    """Kinds, told apart by shape, size and lightness, with the name beside."""
    layer = table_layer("sites")
    layer.setRenderer(categories("kind", {
        kind.value: [marker(kind.shape, kind.casing_mm, WHITE, WHITE),
                     marker(kind.shape, kind.size_mm, kind.fill, kind.outline, kind.outline_mm)]
        for kind in BUILT_IN_KINDS}, KIND_LABELS))
    settings = labels(MAP_LABEL, text(8, INK), distance=1.5)
    settings.isExpression = True
    settings.priority = 8
    # QGIS weighs every name in view against all others: of 100,000 sites that takes it 900 MB and 20 s
    settings.thinningSettings().setLimitNumberLabelsEnabled(True)
    settings.thinningSettings().setMaximumNumberLabels(MOST_NAMES)
    crossings = ", ".join(f"'{kind}'" for kind in CROSSING_KINDS)
    priority = QgsProperty.fromExpression(f"if(\"kind\" IN ({crossings}), 10, 4)")
    settings.dataDefinedProperties().setProperty(QgsPalLayerSettings.Property.Priority, priority)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def site_states() -> QgsVectorLayer:
    """Marks around or across the kind's symbol."""
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
    """The layers of a symbol that draw one of core.states.MARKS, on white."""
    return {
        "circle": lambda: [ring(4.9, WHITE, 1.1), ring(4.9, colour, 0.55)],
        "dashed_circle": lambda: [ring(4.9, WHITE, 1.1), ring(4.9, colour, 0.65, Qt.PenStyle.DashLine)],
        # no X: that is how QGIS marks a selected point of a layer being edited
        "bars": lambda: [*bars(WHITE, 1.2), *bars(colour, 0.6)],
        "slash": lambda: [marker("circle", 4.9, "255,255,255,110", colour, 0.3), slash(WHITE, 1.3), slash(colour, 0.7)],
    }[mark]()


def corridors() -> QgsVectorLayer:
    """The river line on a casing."""
    layer = table_layer("corridors")
    symbol = stacked(QgsLineSymbol(), [thin_close_up(line(CASING, 1.5), 0.5), thin_close_up(line(RIVER, 0.8), 0.25)])
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    unlabelled = labels("name", text(7, RIVER), distance=0)
    obstacle = unlabelled.obstacleSettings()
    obstacle.setFactor(1.0)
    unlabelled.setObstacleSettings(obstacle)
    unlabelled.drawLabels = False  # names of sites and places keep off the line all the same
    layer.setLabeling(QgsVectorLayerSimpleLabeling(unlabelled))
    layer.setLabelsEnabled(True)
    return layer


def images() -> QgsVectorLayer:
    """Footprints, outlined only."""
    layer = table_layer("images")
    outline = QgsSimpleFillSymbolLayer(QColor(0, 0, 0, 0))
    outline.setBrushStyle(Qt.BrushStyle.NoBrush)
    outline.setStrokeColor(QColor("#8e44ad"))
    outline.setStrokeWidth(0.4)
    layer.setRenderer(QgsSingleSymbolRenderer(stacked(QgsFillSymbol(), [outline])))
    return layer


def areas() -> QgsVectorLayer:
    """Areas of counting, outlined only: what lies in them is to be seen."""
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
    """Counted objects: each class has a shape, a lightness and its letter. Those of the user's own have their first."""
    layer = table_layer("marks")
    looks = {"car": ("circle", WHITE, INK), "truck": ("square", INK, WHITE), "bus": ("pentagon", "#cfcfcf", INK),
             "barge": ("diamond", YELLOW, INK), "other": ("triangle", WHITE, INK)}
    renderer = categories("label", {
        one.value: _mark(*looks[one.value], letter(one.key, looks[one.value][2])) for one in BUILT_IN},
        {one.value: one.name for one in BUILT_IN})
    own = letter("", INK)
    own.setDataDefinedProperty(QgsSymbolLayer.Property.Character, QgsProperty.fromExpression(
        'upper(left(coalesce("label", \'?\'), 1))'))
    renderer.addCategory(QgsRendererCategory(None, stacked(QgsMarkerSymbol(), _mark("hexagon", WHITE, INK, own)),
                                             "Another class"))
    layer.setRenderer(renderer)
    return layer


def _mark(shape: str, fill: str, ink: str, key: QgsSymbolLayer) -> list[QgsSymbolLayer]:
    larger = 1.4 if shape in ("diamond", "triangle") else 1.0
    return [marker(shape, 3.7 * larger, WHITE, WHITE), marker(shape, 3.1 * larger, fill, INK, 0.25), key]


def letter(character: str, color: str) -> QgsFontMarkerSymbolLayer:
    """A capital in the middle of a symbol."""
    made = QgsFontMarkerSymbolLayer(FONTS[0], character, 2.1, QColor(color))
    made.setFontStyle("Bold")
    return made


def places() -> QgsVectorLayer:
    """Small grey names, the local name below."""
    columns = "&field=name:string&field=name_local:string&field=population:integer&field=river_dist_km:double"
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326{columns}", "places", "memory")
    layer.setRenderer(QgsSingleSymbolRenderer(
        stacked(QgsMarkerSymbol(), [marker("circle", 1.1, "#8a8a8a", WHITE, 0.2)])))
    settings = labels("\"name\" || coalesce('\\n' || nullif(\"name_local\", ''), '')", text(6.5, "#5a5a5a"), 0.5)
    settings.isExpression = True
    settings.priority = 3
    # far out only towns are named; close in, every village by the river
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
    """A layer with the columns of the survey's table, in memory."""
    kinds = {"text": "string", "real": "double", "integer": "integer", "boolean": "bool", "date": "date",
             "datetime": "datetime"}
    columns = "".join(f"&field={column.name}:{kinds[column.type]}" for column in TABLE[name].columns)
    return QgsVectorLayer(f"{TABLE[name].geometry}?crs=EPSG:4326{columns}", name, "memory")


def categories(column: str, symbols: Mapping[str, list[QgsSymbolLayer]], words: Mapping[str, str]
               ) -> QgsCategorizedSymbolRenderer:
    """A renderer with one symbol, stacked from these layers, for each value of the column."""
    renderer = QgsCategorizedSymbolRenderer(column)
    for value, layers in symbols.items():
        renderer.addCategory(QgsRendererCategory(value, stacked(QgsMarkerSymbol(), layers), words[value]))
    return renderer


def stacked(symbol: Symbol, layers: list[QgsSymbolLayer]) -> Symbol:
    """`symbol` drawn as these layers, from the bottom up."""
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    symbol.deleteSymbolLayer(0)  # the one that a new symbol comes with
    return symbol


def marker(shape: str, size: float, fill: str | None, stroke: str, width: float = 0.0, angle: float = 0.0
           ) -> QgsSimpleMarkerSymbolLayer:
    """A shape of `size` mm, `fill` None for an open one."""
    return QgsSimpleMarkerSymbolLayer.create({
        "name": shape, "size": str(size), "color": fill or "0,0,0,0", "outline_color": stroke,
        "outline_width": str(width), "outline_style": "solid" if width else "no",
        "angle": str(angle), "cap_style": "round"})


def ring(size: float, stroke: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
         ) -> QgsSimpleMarkerSymbolLayer:
    """An open circle."""
    made = marker("circle", size, None, stroke, width)
    made.setStrokeStyle(style)
    made.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    return made


def slash(stroke: str, width: float) -> QgsSimpleMarkerSymbolLayer:
    """A diagonal across the symbol."""
    return marker("line", 5.6, None, stroke, width, angle=45)


def bars(stroke: str, width: float) -> list[QgsSimpleMarkerSymbolLayer]:
    """A level bar above the symbol and one below, as water on both sides of it."""
    made = [marker("line", 6.4, None, stroke, width, angle=90) for _ in range(2)]
    for bar, shift in zip(made, (-2.1, 2.1)):
        bar.setOffset(QPointF(shift, 0))
    return made


def line(color: str, width: float) -> QgsSimpleLineSymbolLayer:
    """A line `width` mm wide."""
    made = QgsSimpleLineSymbolLayer(QColor(color), width)
    made.setPenCapStyle(Qt.PenCapStyle.RoundCap)
    made.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return made


def thin_close_up(made: QgsSimpleLineSymbolLayer, width: float) -> QgsSimpleLineSymbolLayer:
    """The line `width` mm wide where single crossings are looked at, so that it does not hide the picture."""
    expression = f"if(@map_scale < {CLOSE_UP_SCALE}, {width}, {made.width()})"
    made.setDataDefinedProperty(QgsSymbolLayer.Property.StrokeWidth, QgsProperty.fromExpression(expression))
    return made


def text(size: float, color: str) -> QgsTextFormat:
    """Text of `size` points on a white buffer."""
    made = QgsTextFormat()
    made.setFont(QFont(FONTS[0]))
    made.setFamilies(FONTS[1:])
    made.setSize(size)
    made.setColor(QColor(color))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    buffer.setSize(0.7)
    buffer.setSizeUnit(MM)
    buffer.setColor(QColor(WHITE))
    made.setBuffer(buffer)
    return made


def labels(field: str, form_of_text: QgsTextFormat, distance: float) -> QgsPalLayerSettings:
    """Labels around the point, best place first, away from what is drawn."""
    made = QgsPalLayerSettings()
    made.fieldName = field
    made.setFormat(form_of_text)
    made.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
    made.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
    made.dist = distance
    made.distUnits = MM
    made.multilineAlign = Qgis.LabelMultiLineAlignment.FollowPlacement
    obstacles = QgsLabelObstacleSettings()
    obstacles.setIsObstacle(True)
    made.setObstacleSettings(obstacles)
    return made


def save(layer: QgsVectorLayer, path: Path) -> None:
    """Write the layer's style as QML."""
    part = QgsMapLayer.StyleCategory
    kept = part.Symbology | part.Labeling | part.Rendering
    message, done = layer.saveNamedStyle(str(path), kept)
    if not done:
        raise SystemExit(message)
    path.write_text(steady_ids(path.read_text(encoding="utf-8"), path.stem), encoding="utf-8")


def steady_ids(qml: str, name: str) -> str:
    """The same ids on every run: QGIS makes random ones, which would change the file for no reason."""
    numbers: dict[str, str] = {}

    def same(found: re.Match[str]) -> str:
        made = uuid.uuid5(uuid.NAMESPACE_OID, f"{name}:{len(numbers)}")
        return numbers.setdefault(found.group(), f"{{{made}}}")

    return re.sub(r"\{[0-9a-f]{8}-[0-9a-f-]{27}\}", same, qml)


if __name__ == "__main__":
    application = QgsApplication([], True)  # fonts need it
    application.initQgis()
    main()
    application.exitQgis()
