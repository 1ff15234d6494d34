"""What a strip map draws beside the survey's layers: chainage ticks, and the lines at which its panels match."""

from __future__ import annotations

import math
from collections.abc import Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.letters import map_letters
from yalu_plugin.layers.layouts.marks import paper_of
from yalu_plugin.layers.layouts.named_layer import named_layer
from yalu_plugin.layers.layouts.strip_line import Strip

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray

TICK_MM = 1.6  # half their length on paper
LABEL_EVERY = 5  # ticks of a kilometre
SMOOTH_M = 250  # a kilometre between ticks, on either side: the direction of the river at a tick
NAME_MM, EDGE_MM = 2.0, 3.2  # of a match line's name: its middle from the line's end, from the edge of the map
INK, RED = "#123c63", "#c1121f"


def tick_layer(strip: Strip, scale: float, times: float = 1.0) -> QgsVectorLayer:
    """Ticks across the river at round kilometres of chainage, so many times as long as on A4."""
    from yalu_plugin.core.corridor.strips import across, tick_step_km

    step = tick_step_km(scale)
    first, last = sorted((strip.km(strip.from_m), strip.km(strip.to_m)))
    rows = []
    for km in range(math.ceil(first / step) * step, math.floor(last) + 1, step):
        ends = across(strip.line, strip.station_of(km), TICK_MM * times * scale / 1000, step * SMOOTH_M)[0]
        rows.append((str(km) if step > 1 or km % LABEL_EVERY == 0 else "",
                     QgsGeometry.fromPolylineXY([QgsPointXY(*end) for end in ends])))
    look = {"line_color": INK, "line_width": "0.3"}
    return _line_layer(tr("Chainage (km)"), strip.crs, rows, look, _beyond_its_end(6.5))


def match_layer(item: QgsLayoutItemMap, strip: Strip, lines: Sequence[FloatArray], panel: int) -> QgsVectorLayer:
    """The lines at which the panel on a map hands over to its neighbours, named A, B, C, ... at both ends.

    panel: its number, counted from 0; where the river winds, it shows lines of others, too, which are left out. `item`
    shows the panel already. So much of a line is drawn that the names at its ends are on the map.
    """
    mm = paper_of(item).unit
    ground = QgsGeometry.fromQPolygonF(item.visibleExtentPolygon()).buffer(-(NAME_MM + EDGE_MM) * mm, 1)
    rows = []
    for number in range(max(panel - 1, 0), min(panel + 1, len(lines))):
        whole = QgsGeometry.fromPolylineXY([QgsPointXY(*end) for end in lines[number]])
        seen = whole.intersection(ground)
        rows.append((match_name(number), whole if seen.isEmpty() else seen))
    look = {"line_color": RED, "line_width": "0.35", "line_style": "dash"}
    return _line_layer(tr("Match line"), strip.crs, rows, look, _at_both_ends(9, NAME_MM * mm))


def match_name(number: int) -> str:
    """A to Z, then AA, AB, ..."""
    more, last = divmod(number, len(ascii_uppercase))
    return (match_name(more - 1) if more else "") + ascii_uppercase[last]


def _line_layer(name: str, crs: QgsCoordinateReferenceSystem, rows: Sequence[tuple[str, QgsGeometry]],
                look: dict[str, str], labels: QgsPalLayerSettings) -> QgsVectorLayer:
    layer = named_layer("LineString", name, crs, rows)
    layer.renderer().setSymbol(QgsLineSymbol.createSimple(look))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
    return layer


def _beyond_its_end(points: float) -> QgsPalLayerSettings:
    """The name of a tick, level, beyond its end."""
    made = _names(points, INK)
    made.geometryGeneratorEnabled = True
    made.geometryGeneratorType = Qgis.GeometryType.Point
    made.geometryGenerator = "end_point($geometry)"
    made.placement = Qgis.LabelPlacement.AroundPoint
    made.dist = 0.6
    made.priority = 6
    return made


def _at_both_ends(points: float, beyond: float) -> QgsPalLayerSettings:
    """The name of a match line, level, so far (map units) beyond either end: the river and its symbols are between."""
    made = _names(points, RED)
    made.geometryGeneratorEnabled = True
    made.geometryGeneratorType = Qgis.GeometryType.Point
    longer = f"extend($geometry, {beyond!r}, {beyond!r})"
    made.geometryGenerator = f"collect_geometries(start_point({longer}), end_point({longer}))"
    made.labelPerPart = True
    made.placement = Qgis.LabelPlacement.OverPoint
    made.priority = 10
    return made


def _names(points: float, colour: str) -> QgsPalLayerSettings:
    made = QgsPalLayerSettings()
    made.fieldName = "name"
    made.setFormat(map_letters(points, colour))
    return made
