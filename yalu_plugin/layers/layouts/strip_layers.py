"""The layers that only a strip map has: chainage ticks, and the match lines between its panels."""

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
from yalu_plugin.layers.layouts.layout_layers import shape_layer
from yalu_plugin.layers.layouts.numbered_symbols import paper_of
from yalu_plugin.layers.layouts.page_fonts import map_text_format
from yalu_plugin.layers.layouts.strip_line import Strip

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.lonlat import FloatArray

TICK_MM = 1.6  # half the length of ticks on paper
LABEL_EVERY = 5  # km, if there is a tick for each km
SMOOTH_M = 250  # per km between ticks, on either side: for the direction of the river at a tick
NAME_MM, EDGE_MM = 2.0, 3.2  # of a match line's name: its middle from the line's end, from the edge of the map
INK, RED = "#123c63", "#c1121f"


def tick_layer(strip: Strip, scale: float, times: float = 1.0) -> QgsVectorLayer:
    """Return ticks across the river at round kilometres of chainage; their length is scaled by `times`."""
    from yalu_plugin.core.corridor.strips import across, tick_step_km

    step = tick_step_km(scale)
    first, last = sorted((strip.km(strip.from_m), strip.km(strip.to_m)))
    rows = []
    for km in range(math.ceil(first / step) * step, math.floor(last) + 1, step):
        ends = across(strip.line, strip.station_of(km), TICK_MM * times * scale / 1000, step * SMOOTH_M)[0]
        rows.append((str(km) if step > 1 or km % LABEL_EVERY == 0 else "",
                     QgsGeometry.fromPolylineXY([QgsPointXY(*end) for end in ends])))
    style = {"line_color": INK, "line_width": "0.3"}
    return _line_layer(tr("Chainage (km)"), strip.crs, rows, style, _tick_labels(6.5))


def match_layer(item: QgsLayoutItemMap, strip: Strip, lines: Sequence[FloatArray], panel: int) -> QgsVectorLayer:
    """Return the match lines of the panel on a map with its neighbours, named A, B, C, ... at both ends.

    panel: its number, counted from 0; lines of other panels, which it may show where the river winds, are left out.
    `item` shows the panel already. A line is clipped so that the names at its ends are on the map.
    """
    mm = paper_of(item).unit
    ground = QgsGeometry.fromQPolygonF(item.visibleExtentPolygon()).buffer(-(NAME_MM + EDGE_MM) * mm, 1)
    rows = []
    for number in range(max(panel - 1, 0), min(panel + 1, len(lines))):
        whole = QgsGeometry.fromPolylineXY([QgsPointXY(*end) for end in lines[number]])
        seen = whole.intersection(ground)
        rows.append((match_name(number), whole if seen.isEmpty() else seen))
    style = {"line_color": RED, "line_width": "0.35", "line_style": "dash"}
    return _line_layer(tr("Match line"), strip.crs, rows, style, _match_line_labels(9, NAME_MM * mm))


def match_name(number: int) -> str:
    """Return a name from A to Z, then AA, AB, ..."""
    more, last = divmod(number, len(ascii_uppercase))
    return (match_name(more - 1) if more else "") + ascii_uppercase[last]


def _line_layer(name: str, crs: QgsCoordinateReferenceSystem, rows: Sequence[tuple[str, QgsGeometry]],
                style: dict[str, str], labels: QgsPalLayerSettings) -> QgsVectorLayer:
    layer = shape_layer("LineString", name, crs, rows)
    layer.renderer().setSymbol(QgsLineSymbol.createSimple(style))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
    return layer


def _tick_labels(points: float) -> QgsPalLayerSettings:
    """Return horizontal labels beyond the ends of ticks."""
    settings = _label_settings(points, INK)
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Point
    settings.geometryGenerator = "end_point($geometry)"
    settings.placement = Qgis.LabelPlacement.AroundPoint
    settings.dist = 0.6
    settings.priority = 6
    return settings


def _match_line_labels(points: float, beyond: float) -> QgsPalLayerSettings:
    """Return horizontal labels `beyond` (map units) both ends of match lines: the river and symbols are in between."""
    settings = _label_settings(points, RED)
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Point
    longer = f"extend($geometry, {beyond!r}, {beyond!r})"
    settings.geometryGenerator = f"collect_geometries(start_point({longer}), end_point({longer}))"
    settings.labelPerPart = True
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.priority = 10
    return settings


def _label_settings(points: float, colour: str) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(map_text_format(points, colour))
    return settings
