"""The painter of the timeline: a row of ticks for each source, the axis, and the sites known present below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen, QPolygonF

from yalu_plugin.core.imagery.ticks import Tick
from yalu_plugin.core.imagery.time_axis import Axis
from yalu_plugin.core.kinds import BARGE, YELLOW
from yalu_plugin.core.known_present import Curve, count_on
from yalu_plugin.gui.kind_display import kind_icon
from yalu_plugin.gui.timeline.strip_contents import SearchedDay, StripContents
from yalu_plugin.i18n import tr

ROW, SITES, PAD = 16, 30, 4  # pixels: a row of ticks, the curves, the margins
MIN_VISIBLE = 0.25  # pixels
RIVER = 18  # pixels: the row of searches, with the upstream end of the river at the top
TRIANGLE = 6  # pixels below the axis: the triangle of an observation; the labels are below it
HEAD = 2.6  # half the width of a tick's head
CLEAREST, CLOUDIEST, UNKNOWN = 1.0, 0.35, 0.7  # height of a tick as a part of the row, by cloud cover
# a shape for each row, so that sources differ without colour; units are half widths of a head, None is a circle
_SHAPES = (None, ((-1, -1), (1, -1), (1, 1), (-1, 1)), ((0, -1.3), (1.2, 1), (-1.2, 1)),
           ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)))


def strip_height(sources: int, metrics: QFontMetrics, searched: bool) -> int:
    """Return the height in pixels of a timeline with `sources` rows of ticks and, if `searched`, a row of searches."""
    return 2 * PAD + max(sources, 1) * ROW + metrics.height() + TRIANGLE + 2 + SITES + searched * RIVER


def river_box(box: QRect) -> QRect:
    """Return the box of the row of searches in a timeline that has one."""
    return QRect(box.left(), box.bottom() - SITES - RIVER, box.width(), RIVER - 3)


def axis_y(sources: int) -> int:
    """Return the position of the axis, in pixels from the top."""
    return PAD + max(sources, 1) * ROW


class StripPainter:
    """Paints into `box`; the axis is to the right of the first `gutter` pixels."""

    def __init__(self, painter: QPainter, box: QRect, gutter: int, palette: QPalette) -> None:
        self._painter, self._box, self._gutter = painter, box, gutter
        self._text, self._faint = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Text)
        self._faint.setAlpha(110)
        self._highlight = palette.color(QPalette.ColorRole.Highlight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, drawing: StripContents) -> None:
        """Draw everything that does not change with the scene on screen."""
        base = axis_y(len(drawing.sources))
        self._names(drawing.sources)
        if drawing.searched:
            self._painter.drawText(river_box(self._box).adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter,
                                   tr("searched"))
        self._painter.save()
        self._painter.setClipRect(self._box.adjusted(self._gutter - 4, 0, 0, 0))
        self._painter.translate(self._gutter, 0)
        self._axis(drawing.axis, base)
        crowded = len(drawing.ticks) > drawing.axis.width / (2 * HEAD + 1) * max(len(drawing.sources), 1)
        self._stems(drawing.ticks)
        if not crowded:
            for tick in drawing.ticks:
                self._head(tick)
        self._observed(drawing.axis, drawing.observed, base)
        if drawing.searched:
            self._searched(drawing.axis, drawing.searched)
        for kind, curve in drawing.curves.items():
            self._curve(drawing.axis, curve, kind, max(_highest(drawing.curves), 1))
        self._painter.restore()

    def draw_marks(self, axis: Axis, current: float | None, compared: float | None) -> None:
        """Draw the day on screen as a line with a filled head, the compare date as a dashed line with a hollow head."""
        for day, pen, filled in ((compared, QPen(self._highlight, 1.5, Qt.PenStyle.DashLine), False),
                                 (current, QPen(self._highlight, 2), True)):
            if day is None or not axis.begin <= day <= axis.end:
                continue
            x = self._gutter + axis.x(day)
            self._painter.setPen(pen)
            self._painter.drawLine(QLineF(x, PAD, x, self._box.bottom() - 1))
            self._painter.setPen(QPen(self._highlight, 1.5))
            self._painter.setBrush(self._highlight if filled else Qt.BrushStyle.NoBrush)
            self._painter.drawPolygon(QPolygonF([QPointF(x - 4, 1), QPointF(x + 4, 1), QPointF(x, 7)]))

    def draw_counts(self, curves: Mapping[str, Curve], day: float | None) -> None:
        """Draw how many sites of each kind are known present on the day, to the left of the curves."""
        top = self._box.bottom() - SITES
        for row, (kind, curve) in enumerate(curves.items()):
            line = QRect(self._box.left() + 2, top + row * SITES // 2, self._gutter - 8, SITES // 2)
            kind_icon(kind).paint(self._painter, QRect(line.left(), line.center().y() - 6, 12, 12))
            self._painter.setPen(self._text)
            self._painter.drawText(line.adjusted(16, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter,
                                   "–" if day is None else str(count_on(curve, day)))

    def _names(self, sources: Sequence[str]) -> None:
        metrics = self._painter.fontMetrics()
        self._painter.setPen(self._text)
        for row, name in enumerate(sources):
            box = QRect(2, PAD + row * ROW, self._gutter - 8, ROW)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, box.width())  # keeps numbers at the end
            self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _axis(self, axis: Axis, base: int) -> None:
        metrics, lines = self._painter.fontMetrics(), []
        self._painter.setPen(QPen(self._faint, 1))
        labels = axis.labels(metrics.averageCharWidth() + 1)
        for x, _ in labels:
            lines.append(QLineF(x, base, x, base + 3))
        self._painter.drawLines([QLineF(0, base, axis.width, base), *lines])
        self._painter.setPen(self._text)
        for x, text in labels:
            if x + metrics.horizontalAdvance(text) + 2 <= axis.width:
                self._painter.drawText(QPointF(x + 2, base + metrics.ascent() + TRIANGLE + 1), text)

    def _stems(self, ticks: Sequence[Tick]) -> None:
        for skipped, colour in ((True, self._faint), (False, self._text)):
            self._painter.setPen(QPen(colour, 1.2))
            self._draw([QLineF(tick.x, _bottom(tick), tick.x, _top(tick)) for tick in ticks
                        if bool(tick.skip_reason) == skipped])

    def _head(self, tick: Tick) -> None:
        self._painter.setPen(QPen(self._faint if tick.skip_reason else self._text, 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush if tick.skip_reason else self._text)
        middle, shape = QPointF(tick.x, _top(tick)), _SHAPES[tick.row]
        if shape is None:
            self._painter.drawEllipse(middle, HEAD, HEAD)
        else:
            self._painter.drawPolygon(QPolygonF([middle + QPointF(x, y) * HEAD for x, y in shape]))

    def _observed(self, axis: Axis, observed: Sequence[tuple[float, float]], base: int) -> None:
        """Draw each observation's interval on the axis, with a triangle at its last day, which alone is certain."""
        pixels = {(round(axis.x(first)), round(axis.x(last))) for first, last in observed}
        self._painter.setPen(QPen(self._highlight, 3))
        self._draw([QLineF(first, base, last, base) for first, last in pixels])
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._highlight)
        for x in {last for _, last in pixels}:
            self._painter.drawPolygon(QPolygonF([QPointF(x - 3, base + TRIANGLE), QPointF(x + 3, base + TRIANGLE),
                                                   QPointF(x, base)]))

    def _searched(self, axis: Axis, days: Sequence[SearchedDay]) -> None:
        """Draw the river as a vertical bar on each day of a search.

        Searched parts are filled, not observable ones hollow, and the rest is a thin line.
        """
        lane, outline = river_box(self._box), []
        self._painter.setPen(QPen(self._text, 1))
        for day in days:
            left = (axis.x(day.begin) + axis.x(day.end)) / 2 - 2 if day.end - day.begin <= 1 else axis.x(day.begin)
            width = max(axis.x(day.end) - left, 4.0) if day.end - day.begin > 1 else 4.0
            if left > axis.width or left + width < 0:
                continue
            outline.append(QLineF(left + width / 2, lane.top(), left + width / 2, lane.bottom()))
            for parts, filled in ((day.searched, True), (day.not_observable, False)):
                self._painter.setBrush(self._text if filled else Qt.BrushStyle.NoBrush)
                self._painter.drawRects([QRectF(left, lane.top() + begin * lane.height(), width,
                                                max((end - begin) * lane.height(), 1.0)) for begin, end in parts])
        self._painter.setPen(QPen(self._faint, 1))
        self._draw(outline)

    def _draw(self, lines: list[QLineF]) -> None:
        if lines:
            self._painter.drawLines(lines)

    def _curve(self, axis: Axis, curve: Curve, kind: str, highest: int) -> None:
        bottom, pixels = self._box.bottom() - 2, (SITES - 6) / highest
        line = [QPointF(x, bottom - pixels * count) for x, count in stairs(axis, curve, MIN_VISIBLE / pixels)]
        area = [QPointF(0, bottom), *line, QPointF(axis.width, bottom)]
        fill = QColor(YELLOW if kind == BARGE else self._text)
        fill.setAlpha(150 if kind == BARGE else 45)
        self._painter.setBrush(fill)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.drawPolygon(QPolygonF(area))
        self._painter.setPen(QPen(self._text, 1.2, Qt.PenStyle.DashLine if kind == BARGE else Qt.PenStyle.SolidLine))
        self._painter.drawPolyline(QPolygonF(line))


def stairs(axis: Axis, curve: Curve, tolerance: float) -> list[tuple[float, int]]:
    """Return the curve along the axis as a line of (x, count) that is off by less than `tolerance` sites.

    Simplifying it matters because many sites give a step on every day, and painting all of them blocks the window.
    """
    count = count_on(curve, axis.begin)
    line = [(0.0, count)]
    for day, after in curve:
        if axis.begin < day < axis.end and abs(after - count) >= tolerance:
            x = axis.x(day)
            line += [(x, count), (x, after)]
            count = after
    return [*line, (axis.width, count)]


def _bottom(tick: Tick) -> float:
    return PAD + (tick.row + 1) * ROW


def _top(tick: Tick) -> float:
    """Return the top of a tick: high for a clear scene, low for a cloudy one, between for unknown cloud cover."""
    part = UNKNOWN if tick.cloud is None else CLEAREST - (CLEAREST - CLOUDIEST) * min(tick.cloud, 100) / 100
    return _bottom(tick) - (ROW - 4) * part


def _highest(curves: Mapping[str, Curve]) -> int:
    return max((count for curve in curves.values() for _, count in curve), default=0)
