"""Labels for the panels. They show plain text, because data must not be read as markup."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent
from qgis.PyQt.QtWidgets import QDialog, QLabel

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.escaped_text import plain_tooltip

LONGEST = 400  # characters of one line, before it is elided to the width
LEAST_WIDTH = 40  # pixels: a long word in the data must not widen the panel


def plain_label(text: str = "", name: str = "") -> QLabel:
    """Return a label that shows its text literally."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(name)
    return label


def wrapping_label(name: str) -> QLabel:
    """Return a plain label that wraps in a narrow panel, and whose text can be copied."""
    label = plain_label(name=name)
    label.setWordWrap(True)
    label.setMinimumWidth(LEAST_WIDTH)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def fit_texts(dialog: QDialog, width: int = 0) -> None:
    """Give a dialog the height that its wrapping labels need at this width, or at the one it has.

    Qt does not: it takes the height of another width, and cuts the texts.
    """
    width = width or dialog.width()
    dialog.layout().activate()
    dialog.setMinimumHeight(dialog.layout().totalHeightForWidth(width))
    if dialog.isHidden():
        dialog.resize(width, dialog.minimumHeight())


class ElidedLabel(QLabel):
    """One line of text, elided in its middle where it does not fit, because SYNTHETIC is at its end.

    A start of the text, such as a date, can be excluded from eliding. The tooltip has the whole text and the detail.
    """

    def __init__(self, name: str, bold: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = self.font()
        font.setBold(bold)
        self.setFont(font)
        self._prefix_length = 0

    def show_text(self, text: str, detail: str = "", prefix: str = "") -> None:
        """Show `text`; `prefix` is a start of it that is never elided, `detail` follows in the tooltip."""
        self.setText(one_line(text, LONGEST))
        self._prefix_length = len(one_line(prefix)) if self.text().startswith(one_line(prefix)) else 0
        self.updateGeometry()
        self.setToolTip(plain_tooltip("\n".join(part for part in (text if detail else "", detail) if part)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        prefix_width = self.fontMetrics().horizontalAdvance(self.text()[:self._prefix_length])
        return QSize(prefix_width + LEAST_WIDTH, self.fontMetrics().height())

    def shown(self) -> str:
        """Return the text as it is painted, elided to the width."""
        prefix, rest = self.text()[:self._prefix_length], self.text()[self._prefix_length:]
        space = self.width() - self.fontMetrics().horizontalAdvance(prefix)
        return prefix + self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideMiddle, space)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802, D102 - Qt's own
        painter = QPainter(self)
        self.style().drawItemText(painter, self.rect(), int(self.alignment()), self.palette(), self.isEnabled(),
                                  self.shown(), self.foregroundRole())
        painter.end()

