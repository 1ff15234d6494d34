"""How the Imagery panel is laid out: in rows as wide as the window, or in narrow ones beside a second view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qgis.PyQt.QtCore import QEvent, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QToolButton, QVBoxLayout, QWidget

GAP, SIDES, ENDS, BETWEEN = 6, 6, 4, 4  # pixels: beside each other, margins, and from row to row
LEAST_WIDTH = 300  # pixels, about: half a laptop's map has more


class Controls(NamedTuple):
    """What the panel holds. Where it is narrow, `named` are without their text, and `spare` is behind the button More
    with `more` and `choice`.
    """

    used: Sequence[QWidget]
    named: Sequence[QToolButton]
    spare: Sequence[QWidget]
    more: Sequence[QWidget]
    choice: QWidget
    undated: QWidget
    headline: QWidget
    compare: QWidget
    said: QWidget
    below: Sequence[QLayout]


class DatesPanel(QWidget):
    """Lays the controls out anew when it becomes too narrow for them, or wide enough. The last of `used` stands at the
    end of its row, the second takes what room there is. `more` is shown by the button More.
    """

    def __init__(self, controls: Controls) -> None:
        super().__init__()
        self._controls, self._narrow, self._needed = controls, False, 0
        self._lines = _line(self), _line(self)
        self._used, self._spare, self._more, self._choice = _row(), _row(), _row(), _row()
        self._shown = _row()
        self.more = QWidget()
        self.more.setObjectName("yalu_imagery_more_row")
        self.more.hide()
        rows = _column(self.more)
        for row in (self._spare, self._more, self._choice):
            rows.addLayout(row)
        rows.addWidget(controls.undated)
        rows = _column(self)
        rows.setContentsMargins(SIDES, ENDS, SIDES, ENDS)
        rows.addLayout(self._used)
        rows.addWidget(self.more)
        rows.addLayout(self._shown)
        rows.addWidget(controls.said)
        for layout in controls.below:
            rows.addLayout(layout)
        rows.addStretch()
        self._place()
        self._soon = QTimer(self)  # not while Qt is laying out: it goes through what would be moved
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fit)

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        whole = super().minimumSizeHint()
        return whole if self._narrow else QSize(min(LEAST_WIDTH, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102 - Qt's own
        super().resizeEvent(event)
        self._soon.start()

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt's own
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return done

    def _fit(self) -> None:
        if not self._narrow:
            self._needed = super().minimumSizeHint().width()
        if self._narrow != (self.width() < self._needed):
            self._narrow = not self._narrow
            self._place()
            self.updateGeometry()

    def _place(self) -> None:
        controls, narrow = self._controls, self._narrow
        *used, last = controls.used
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in controls.named:
            button.setToolButtonStyle(style)
        for line in self._lines:
            line.setVisible(not narrow)
        _fill(self._used, [*used, *(() if narrow else (self._lines[0], *controls.spare)), last])
        self._used.setStretchFactor(used[1], 1)
        _fill(self._spare, controls.spare if narrow else (), to_left=True)
        _fill(self._more, [*controls.more, *(() if narrow else (self._lines[1], controls.choice))], to_left=True)
        _fill(self._choice, [controls.choice] if narrow else (), to_left=True)
        _fill(self._shown, [controls.headline, controls.compare])
        self._shown.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._shown.setSpacing(BETWEEN if narrow else GAP)
        self._shown.setStretch(0, 3)
        self._shown.setStretch(1, 2)


def _fill(row: QHBoxLayout, widgets: Iterable[QWidget], to_left: bool = False) -> None:
    """Have these in the row, and nothing else; those taken out are put elsewhere."""
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
