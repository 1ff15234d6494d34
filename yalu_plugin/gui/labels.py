"""Labels as the panels use them: they show plain text, for what stands in data is no markup."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QLabel

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.plain import plain_tooltip

LONGEST = 400  # characters of one line, of which as many are seen as have room
LEAST_WIDTH = 40  # pixels: no word of the data makes a panel wider than the user has it


def plain_label(text: str = "", name: str = "") -> QLabel:
    """A label that shows its text to the letter."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    return label


def wrapping_label(name: str) -> QLabel:
    """A plain label that wraps in a narrow panel, and whose text can be copied."""
    label = plain_label(name=name)
    label.setWordWrap(True)
    label.setMinimumWidth(LEAST_WIDTH)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class ElidedLabel(QLabel):
    """One line of text, cut in its middle where there is no room: SYNTHETIC stands last. How it begins may be kept
    whole, such as a date. The tooltip has all of it, and `detail` after it. `bold` for data.
    """

    def __init__(self, name: str, bold: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = self.font()
        font.setBold(bold)
        self.setFont(font)
        self._kept = 0  # characters

    def show_text(self, text: str, detail: str = "", kept: str = "") -> None:
        """Show `text`, which begins with `kept`, from now on."""
        self.setText(one_line(text, LONGEST))
        self._kept = len(one_line(kept)) if self.text().startswith(one_line(kept)) else 0
        self.updateGeometry()
        self.setToolTip(plain_tooltip("\n".join(part for part in (text if detail else "", detail) if part)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        kept = self.fontMetrics().horizontalAdvance(self.text()[:self._kept])
        return QSize(kept + LEAST_WIDTH, self.fontMetrics().height())

    def shown(self) -> str:
        """The text as far as there is room for it."""
        kept, rest = self.text()[:self._kept], self.text()[self._kept:]
        room = self.width() - self.fontMetrics().horizontalAdvance(kept)
        return kept + self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideMiddle, room)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, D102 - Qt's own
        painter = QPainter(self)
        self.style().drawItemText(painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(),
                                  self.shown(), self.foregroundRole())
        painter.end()

