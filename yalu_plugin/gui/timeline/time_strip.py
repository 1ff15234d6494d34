"""The timeline widget: dated scenes on a time axis that can be clicked, zoomed, dragged and used with keys."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import QEvent, QPoint, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.ticks import Tick, nearest_tick
from yalu_plugin.core.imagery.time_axis import Axis, day_number
from yalu_plugin.core.known_present import Curve
from yalu_plugin.gui.timeline.strip_contents import SearchedDay, StripContents
from yalu_plugin.gui.timeline.strip_painter import PAD, ROW, StripPainter, river_box, strip_height
from yalu_plugin.gui.timeline.strip_text import accessible_description, help_text, row_text, tick_text
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.imagery import Imagery

GUTTER, REACH, PAGE_STEPS = 76, 8, 10  # pixels for names at the left, pixels a click may be off, steps of a page key
GUTTER_DIVISOR = 4  # long names take at most a quarter of the width
ZOOM = 0.8
_STEPS = {Qt.Key.Key_Left: "previous", Qt.Key.Key_Right: "next", Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last"}
_ZOOMS = {Qt.Key.Key_Plus: ZOOM, Qt.Key.Key_Equal: ZOOM, Qt.Key.Key_Minus: 1 / ZOOM}


class TimeStrip(QAbstractSlider):
    """Shows the scenes of the imagery, and emits `scene_requested` with the scene that the user selects.

    For assistive technology it is a slider; its value is the number of the step, its description the scene.
    """

    scene_requested = pyqtSignal(object)

    def __init__(self, imagery: Imagery) -> None:
        super().__init__()
        self.setObjectName("yalu_timeline")
        self.setAccessibleName(tr("Timeline"))
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        self.setFont(font)
        self._imagery, self._drawing = imagery, StripContents()
        self._drawn: QPixmap | None = None
        self._comparing = False
        self._pressed: QPoint | None = None
        self._dragging = False
        imagery.scenes.scenes_changed.connect(self.show_scenes)
        imagery.scenes.filter_changed.connect(self._show_skipped)
        imagery.day_changed.connect(self._day_changed)
        imagery.compare_changed.connect(self.update)
        self.valueChanged.connect(self._value_requested)
        self.show_scenes()

    def show_scenes(self) -> None:
        """Reload the scenes, and show all days of scenes and sites."""
        self._drawing.show_scenes(self._imagery.scenes.timeline, self._imagery.scenes.skipped)
        self._drawing.widen(self._width())  # the width depends on the names of the rows
        self.updateGeometry()
        self._redraw()

    def show_sites(self, observed: Sequence[tuple[float, float]], curves: dict[str, Curve]) -> None:
        """Show these observations (first and last day number) and curves, by kind of site."""
        self._drawing.show_sites(observed, curves)
        self._redraw()

    def show_searched(self, searched: Sequence[SearchedDay]) -> None:
        """Show these searches of the river."""
        if bool(searched) != bool(self._drawing.searched):
            self.updateGeometry()
        self._drawing.searched = searched
        self._redraw()

    def mark_compared(self, comparing: bool) -> None:
        """Set whether the compare date is marked; without a comparison it is only kept for the next one."""
        self._comparing = comparing
        self.update()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show `factor` times as many days; the day at pixel `x` of the axis, or the one on screen, stays in place."""
        if x is None:
            current = self._day_of(self._imagery.scene)
            x = self._drawing.axis.width / 2 if current is None else self._drawing.axis.x(current)
        self._show_axis(self._drawing.axis.zoomed(factor, x))

    @property
    def gutter(self) -> int:
        """The width in pixels of the names of the rows, at the left of the axis."""
        widest = max(map(self.fontMetrics().horizontalAdvance, self._drawing.sources), default=0)
        return max(GUTTER, min(widest + 2 * PAD, self.width() // GUTTER_DIVISOR))

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt override
        return QSize(300, strip_height(len(self._drawing.scenes.sources), self.fontMetrics(),
                                       bool(self._drawing.searched)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102 - Qt override
        return QSize(160, self.sizeHint().height())

    def _show_skipped(self) -> None:
        self._drawing.show_skipped(self._imagery.scenes.skipped)
        self._redraw()

    def _show_axis(self, axis: Axis) -> None:
        self._drawing.show_axis(axis)
        self._redraw()

    def _redraw(self) -> None:
        self._drawn = None
        self._show_step()

    def _day_changed(self) -> None:
        day, axis = self._current(), self._drawing.axis
        if day is not None and not axis.begin <= day <= axis.end:
            self._show_axis(axis.moved(axis.width / 2 - axis.x(day)))
        self._show_step()

    def _show_step(self) -> None:
        """Set value and description to the step on screen, for assistive technology, and repaint."""
        steps = self._imagery.scenes.steppable
        self.blockSignals(True)
        self.setRange(0, max(len(steps.steps) - 1, 0))
        self.setValue(max(steps.step_number(self._imagery.scene), 0))
        self.blockSignals(False)
        self.setAccessibleDescription(accessible_description(self._imagery))
        self.update()

    def _day_of(self, scene: Scene | None) -> float | None:
        if scene is None or scene.acquired_from is None:
            return None
        return day_number(scene.acquired_from, self._imagery.scenes.timeline.zone)

    def _current(self) -> float | None:
        """Return the day number of the scene on screen, or of the day on screen if there is no scene."""
        day = self._imagery.day
        return self._day_of(self._imagery.scene) or (day.toordinal() + 0.5 if day else None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, D102 - Qt override
        if self._drawn is None or self._drawn.devicePixelRatioF() != self.devicePixelRatioF():
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.drawPixmap(0, 0, self._drawn)
        strip = StripPainter(painter, self.rect(), self.gutter, self.palette())
        strip.draw_marks(self._drawing.axis, self._current(),
                         self._day_of(self._imagery.compare_scene) if self._comparing else None)
        strip.draw_counts(self._drawing.curves, self._current())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(self.palette().base().color())
        painter = QPainter(drawn)
        painter.setFont(self.font())
        StripPainter(painter, self.rect(), self.gutter, self.palette()).draw(self._drawing)
        painter.end()
        return drawn

    def _width(self) -> float:
        return float(max(self.width() - self.gutter - PAD, 1))

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt override
        if event.type() == QEvent.Type.ToolTip:
            lines = escape(self._tooltip_at(event.pos())).replace("\n", "<br>")
            QToolTip.showText(event.globalPos(), f"<qt>{lines}</qt>", self)  # rich text, because Qt wraps only that
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102 - Qt override
        if event.key() in _ZOOMS:
            self.zoom(_ZOOMS[event.key()])
        elif event.key() in _STEPS:
            self._request(self._imagery.neighbour(_STEPS[event.key()]))
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._jump(-PAGE_STEPS if event.key() == Qt.Key.Key_PageUp else PAGE_STEPS)
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, D102 - Qt override
        turned = event.angleDelta()
        if turned.y():
            self.zoom(ZOOM ** (turned.y() / 120), event.position().x() - self.gutter)
        elif turned.x():
            self._show_axis(self._drawing.axis.moved(turned.x() / 2))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102 - Qt override
        self._pressed, self._dragging = event.pos() if event.button() == Qt.MouseButton.LeftButton else None, False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102 - Qt override
        if self._pressed is None:
            return
        if self._dragging or (event.pos() - self._pressed).manhattanLength() > PAD:
            self._dragging = True
            self._show_axis(self._drawing.axis.moved(event.pos().x() - self._pressed.x()))
            self._pressed = event.pos()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102 - Qt override
        tick = None if self._dragging or self._pressed is None else self._tick_at(event.pos())
        self._pressed = None
        self._request(tick.scene if tick else None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102 - Qt override
        self._drawing.widen(self._width())
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, D102 - Qt override
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._drawn = None
        super().changeEvent(event)

    def _jump(self, steps: int) -> None:
        timeline = self._imagery.scenes.steppable
        number = timeline.step_number(self._imagery.scene)
        if timeline.steps and number >= 0:
            self._request(timeline.steps[min(max(number + steps, 0), len(timeline.steps) - 1)][0])

    def _value_requested(self, value: int) -> None:
        self._request(self._imagery.scenes.steppable.steps[value][0] if self._imagery.scenes.steppable.steps else None)

    def _request(self, scene: Scene | None) -> None:
        if scene is not None and scene != self._imagery.scene:
            self.scene_requested.emit(scene)
            self._show_step()  # back to the scene on screen, if the other could not be shown

    def _tick_at(self, spot: QPoint) -> Tick | None:
        rows = max(len(self._drawing.sources), 1)
        if not 0 <= spot.y() - PAD < rows * ROW + PAD:
            return None
        return nearest_tick(self._drawing.ticks, spot.x() - self.gutter, (spot.y() - PAD) // ROW, REACH)

    def _tooltip_at(self, spot: QPoint) -> str:
        """Return the tooltip of the search, mark or row name at this point, else of the timeline."""
        on_river = river_box(self.rect()).contains(spot)
        searched = self._drawing.searched_near(spot.x() - self.gutter, REACH) if on_river else None
        if searched is not None:
            return searched.text
        tick, row = self._tick_at(spot), (spot.y() - PAD) // ROW
        if spot.x() < self.gutter - REACH and 0 <= row < len(self._drawing.scenes.sources):
            return row_text(self._drawing.scenes.sources[row])
        return tick_text(tick) if tick else help_text(self._imagery.scene)
