"""CRS and extent of maps, computed from the crossings and the river between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)

from yalu_plugin.layers.survey.survey_sites import wgs84_measure

WGS84 = "EPSG:4326"
NEAR_RIVER_DEG = 0.5  # degrees
FAR_TIMES, FAR_M = 10.0, 100_000.0
MARGIN = 0.06  # of the larger side
CORRIDOR_MIN_M, REACH_MIN_M = 20_000.0, 12_000.0
WIDER = (2.0, 8.0)  # least and largest size of the wider region, as a multiple of the corridor's extent
GRID_STEPS_MIN = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600)  # minutes of arc
GRID_LINES = 7
MANY, NEIGHBOURS_M = 1_000, 500.0  # of more crossings, one in each square of this width determines the river's extent


def utm_crs(points: Sequence[QgsPointXY]) -> QgsCoordinateReferenceSystem:
    """Return the CRS of the WGS 84 / UTM zone in the middle of `points` (EPSG:4326)."""
    return utm_crs_of_box(bounding_box(points))


def utm_crs_of_box(box: QgsRectangle) -> QgsCoordinateReferenceSystem:
    """Return the CRS of the WGS 84 / UTM zone in the middle of a box (EPSG:4326)."""
    zone = int((box.center().x() + 180) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if box.center().y() >= 0 else 32700) + zone}")


def in_corridor(points: Sequence[QgsPointXY], river: QgsGeometry) -> list[bool]:
    """Return for each of `points` (crossings) whether it belongs to the corridor; `river`: lines, or empty.

    Those in the bounding box of a line, or within half a degree of it, if that is at least a quarter of them. Otherwise
    (a survey of another river) those no farther from the median point than ten times the median distance, or 100 km.
    One mistyped row must not shrink the corridor to a thumbnail. All in EPSG:4326.
    """
    boxes = [line.boundingBox().buffered(NEAR_RIVER_DEG) for line in lines_of(river)]
    near_river = [any(box.contains(point) for box in boxes) for point in points]
    if 4 * sum(near_river) >= len(points):
        return near_river
    middle = QgsPointXY(median(point.x() for point in points), median(point.y() for point in points))
    away = [wgs84_measure().measureLine(middle, point) for point in points]
    most = max(FAR_TIMES * median(away), FAR_M)
    return [distance <= most for distance in away]


def corridor_box(points: Sequence[QgsPointXY], river: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """Return the box around the crossings at `points` (in `crs`) and the river from the first to the last of them.

    `river`: lines, or empty, in EPSG:4326. Each of several lines counts between the crossings that are nearest to it.
    """
    box, lines = bounding_box(points), lines_of(river)
    for line in lines:
        line.transform(to_crs(crs))
    on_lines: dict[int, list[float]] = {}
    for point in map(QgsGeometry.fromPointXY, thinned(points, NEIGHBOURS_M) if len(points) > MANY else points):
        if lines:
            nearest = min(range(len(lines)), key=lambda number: lines[number].distance(point))
            on_lines.setdefault(nearest, []).append(lines[nearest].lineLocatePoint(point))
    for number, ends in on_lines.items():
        if max(ends) > min(ends):
            box.combineExtentWith(lines[number].constGet().curveSubstring(min(ends), max(ends)).boundingBox())
    return box


def corridor_extent(box: QgsRectangle, box_inside: QgsRectangle | None = None) -> QgsRectangle:
    """Return the extent of the corridor's box and of a box that it must include, with a margin."""
    whole = QgsRectangle(box)
    if box_inside is not None:
        whole.combineExtentWith(box_inside)
    return _with_margin(whole, CORRIDOR_MIN_M)


def lines_of(river: QgsGeometry) -> list[QgsGeometry]:
    """Return the single lines of a geometry of lines."""
    return [] if river.isEmpty() else list(river.asGeometryCollection())


def thinned(points: Sequence[QgsPointXY], width: float) -> list[QgsPointXY]:
    """Return the first of the points in each square of this width: enough for results as precise as a square."""
    squares: dict[tuple[int, int], QgsPointXY] = {}
    for point in points:
        squares.setdefault((math.floor(point.x() / width), math.floor(point.y() / width)), point)
    return list(squares.values())


def reach_extent(points: Sequence[QgsPointXY]) -> QgsRectangle:
    """Return the extent of the reach around `points` (in metres of a projection), at least 12 km across."""
    return _with_margin(bounding_box(points), REACH_MIN_M)


def fullest_reach(points: Sequence[QgsPointXY], width: float, height: float) -> list[QgsPointXY]:
    """Return those of `points` (in metres of a projection) in the box of this size that holds the most of them.

    The boxes compared are those of four grids, shifted by half a box; of equal ones the first is returned.
    """
    boxes: dict[tuple[float, float, int, int], list[QgsPointXY]] = {}
    for point in points:
        x, y = point.x() / width, point.y() / height
        for right, up in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)):
            boxes.setdefault((right, up, math.floor(x + right), math.floor(y + up)), []).append(point)
    return max(boxes.values(), key=len)


def wider_region(extent: QgsRectangle, river: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """Return the region around `extent` (in `crs`) that shows where on the `river` (EPSG:4326, or empty) it is."""
    least, most = QgsRectangle(extent), QgsRectangle(extent)
    least.scale(WIDER[0])
    most.scale(WIDER[1])
    if not river.isEmpty():
        line = QgsGeometry(river)
        line.transform(to_crs(crs))
        least.combineExtentWith(_with_margin(line.boundingBox(), 0.0))
    return least.intersect(most)


def to_crs(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
    """Return the transformation from EPSG:4326 to `crs`."""
    context = QgsProject.instance().transformContext()
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), crs, context)


def grid_step(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> float:
    """Return the degrees between grid lines with which about seven meridians cross `extent` (in `crs`)."""
    degrees = to_crs(crs).transformBoundingBox(extent, QgsCoordinateTransform.TransformDirection.ReverseTransform)
    wanted = max(degrees.width(), degrees.height()) * 60 / GRID_LINES
    return min(GRID_STEPS_MIN, key=lambda step: abs(math.log(step / wanted))) / 60


def scale_step_km(width_m: float) -> float:
    """Return the length of a scale bar's segment on a map `width_m` wide: a round number, about a tenth of it."""
    wanted = width_m / 10_000
    power = 10.0 ** math.floor(math.log10(wanted))
    return max(step * power for step in (1, 2, 5) if step * power <= wanted)


def bounding_box(points: Sequence[QgsPointXY]) -> QgsRectangle:
    """Return the smallest rectangle that holds these points."""
    box = QgsRectangle(points[0], points[0])
    for point in points:
        box.combineExtentWith(point)
    return box


def _with_margin(box: QgsRectangle, at_least: float) -> QgsRectangle:
    width, height = max(box.width(), at_least), max(box.height(), at_least / 3)
    margin = MARGIN * max(width, height)
    middle = box.center()
    return QgsRectangle(middle.x() - width / 2 - margin, middle.y() - height / 2 - margin,
                        middle.x() + width / 2 + margin, middle.y() + height / 2 + margin)
