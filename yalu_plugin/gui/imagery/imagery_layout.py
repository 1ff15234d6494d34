"""The layout of the Imagery panel: in wide rows, or in narrow ones when it is next to a second view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qgis.PyQt.QtCore import QEvent, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QToolButton, QVBoxLayout, QWidget

GAP, SIDES, ENDS, BETWEEN = 6, 6, 4, 4  # pixels: between widgets, horizontal and vertical margins, between rows
LEAST_WIDTH = 300  # pixels: less than half of a laptop's map


class Controls(NamedTuple):
    """The widgets of the panel.

    In a narrow panel the buttons `labelled` have no text, and `movable` is behind the button More, where `more` and
    `filter_row` always are.
    """

    main_row: Sequence[QWidget]
    labelled: Sequence[QToolButton]
    movable: Sequence[QWidget]
    more: Sequence[QWidget]
    filter_row: QWidget
    undated: QWidget
    headline: QWidget
    compare: QWidget
    notices: QWidget
    below: Sequence[QLayout]


class ImageryLayout(QWidget):
    """Rearranges the controls when the panel becomes too narrow for them, or wide enough.

    The last widget of `main_row` is at the end of the row, and the second takes the available space. The button More
    shows `more`.
    """

    def __init__(self, controls: Controls) -> None:
        super().__init__()
        self._controls, self._narrow, self._needed_width = controls, False, 0
        self._lines = _line(self), _line(self)
        self._main_row, self._movable, self._more, self._filter_row = _row(), _row(), _row(), _row()
        self._shown = _row()
        self.more = QWidget()
        self.more.setObjectName("yalu_imagery_more_row")
        self.more.hide()
        rows = _column(self.more)
        for row in (self._movable, self._more, self._filter_row):
            rows.addLayout(row)
        rows.addWidget(controls.undated)
        rows = _column(self)
        rows.setContentsMargins(SIDES, ENDS, SIDES, ENDS)
        rows.addLayout(self._main_row)
        rows.addWidget(self.more)
        rows.addLayout(self._shown)
        rows.addWidget(controls.notices)
        for layout in controls.below:
            rows.addLayout(layout)
        rows.addStretch()
        self._arrange()
        self._timer = QTimer(self)  # after Qt's layout, which iterates over the items that would be moved
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._check_width)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102 - Qt override
        whole = super().minimumSizeHint()
        return whole if self._narrow else QSize(min(LEAST_WIDTH, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102 - Qt override
        super().resizeEvent(event)
        self._timer.start()

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt override
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._timer.start()
        return done

    def _check_width(self) -> None:
        if not self._narrow:
            self._needed_width = super().minimumSizeHint().width()
        if self._narrow != (self.width() < self._needed_width):
            self._narrow = not self._narrow
            self._arrange()
            self.updateGeometry()

    def _arrange(self) -> None:
        controls, narrow = self._controls, self._narrow
        *main_row, last = controls.main_row
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in controls.labelled:
            button.setToolButtonStyle(style)
        for line in self._lines:
            line.setVisible(not narrow)
        _fill(self._main_row, [*main_row, *(() if narrow else (self._lines[0], *controls.movable)), last])
        self._main_row.setStretchFactor(main_row[1], 1)
        _fill(self._movable, controls.movable if narrow else (), to_left=True)
        _fill(self._more, [*controls.more, *(() if narrow else (self._lines[1], controls.filter_row))], to_left=True)
        _fill(self._filter_row, [controls.filter_row] if narrow else (), to_left=True)
        _fill(self._shown, [controls.headline, controls.compare])
        self._shown.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._shown.setSpacing(BETWEEN if narrow else GAP)
        self._shown.setStretch(0, 3)
        self._shown.setStretch(1, 2)


def _fill(row: QHBoxLayout, widgets: Iterable[QWidget], to_left: bool = False) -> None:
    """Replace the widgets of the row; removed ones are added to another row by the caller."""
    while row.count():
        row.takeAt(0)
    for widget in widgets:
        row.addWidget(widget)
    if to_left:
        row.addStretch()


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    return row


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(BETWEEN)
    return column


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line
