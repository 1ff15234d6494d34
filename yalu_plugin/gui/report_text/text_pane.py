"""The text of a report with its coordinates and their sentences highlighted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QPoint, QRect, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QMouseEvent, QTextCursor
from qgis.PyQt.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from yalu_plugin.gui.report_text.text_positions import TextPositions
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.report_text.excerpt import Excerpt
    from yalu_plugin.core.report_text.sentences import TextRange

_SENTENCE, _PLACE, _CURRENT = 40, 120, 80  # opacity of the highlights, of 255
_BEFORE = 200  # places of one long sentence that begins above the view
_COLOURS = {"good": "#2f9e44", "repaired": "#2f9e44", "check": "#e8890c", "asked": "#e8890c", "refused": "#8a8f98"}


class TextPane(QPlainTextEdit):
    """An editor; `sentence_clicked` has the number of the row whose sentence was clicked.

    Only the sentences in view are highlighted, so that the number of rows does not matter.
    """

    sentence_clicked = pyqtSignal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_text_pane")
        self.setPlaceholderText(tr("Paste the text of a report here, or choose a file above."))
        tip = tr("The report. Coordinates are marked, with their sentence: green is good, orange is to check, grey is "
                 "refused. A click on a sentence selects its row")
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a file dropped here is opened by the dialog
        self._numbers: list[int] = []
        self._places: list[TextRange] = []
        self._sentences: list[TextRange] = []
        self._starts: list[int] = []  # of the sentences, which are in order
        self._statuses: Mapping[int, str] = {}
        self._current = -1
        self._positions = TextPositions("")
        self.updateRequest.connect(self._scrolled)

    def show_text(self, text: str) -> None:
        """Replace the text, without the signal of an edit."""
        blocker = QSignalBlocker(self)
        self.setPlainText(text)
        del blocker
        self.clear_marks()

    def clear_marks(self) -> None:
        """Remove all highlights."""
        self._numbers, self._places, self._sentences, self._starts = [], [], [], []
        self._statuses, self._current = {}, -1
        self._highlight()

    def show_places(self, shown: Excerpt, statuses: Mapping[int, str]) -> None:
        """Highlight the places of the rows, in the colour of their status."""
        self._numbers = list(shown.passages)
        self._sentences = [passage.sentence for passage in shown.passages.values()]
        self._starts = [sentence.start for sentence in self._sentences]
        self._places = [passage.place for passage in shown.passages.values()]
        self._statuses, self._positions = statuses, TextPositions(shown.text)
        self._highlight()

    def show_row(self, number: int) -> None:
        """Scroll to the coordinates of a row, and mark its sentence."""
        at = bisect_left(self._numbers, number)
        if at == len(self._numbers) or self._numbers[at] != number:
            return
        self._current = at
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_qt(self._places[at].start))
        self.setTextCursor(cursor)
        self.centerCursor()
        self._highlight()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102 - Qt's own
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            at = self._nearest(self._positions.from_qt(self.cursorForPosition(event.pos()).position()))
            if at is not None:
                self._current = at
                self._highlight()
                self.sentence_clicked.emit(self._numbers[at])

    def _nearest(self, index: int) -> int | None:
        """Return which place of the sentence at an index is nearest to it; None outside of all sentences."""
        around = self._last_before(index)
        inside = [at for at in range(max(0, around - _BEFORE), around) if index <= self._sentences[at].end]
        return min(inside, key=lambda at: abs(self._places[at].start - index), default=None)

    def _last_before(self, index: int) -> int:
        return bisect_right(self._starts, index)

    def _scrolled(self, _rect: QRect, dy: int) -> None:
        if dy:
            self._highlight()

    def _highlight(self) -> None:
        """Mark the sentences in view."""
        height = self.viewport().height()
        first = self._positions.from_qt(self.cursorForPosition(QPoint(0, 0)).position())
        last = self._positions.from_qt(self.cursorForPosition(QPoint(self.viewport().width(), height)).position())
        begin, end = self._last_before(first), self._last_before(last)
        marks = []
        for at in range(max(0, begin - _BEFORE), end):
            colour = QColor(_COLOURS[self._statuses.get(self._numbers[at], "refused")])
            opacity = _CURRENT if at == self._current else _SENTENCE
            marks += [self._mark(self._sentences[at], colour, opacity), self._mark(self._places[at], colour, _PLACE)]
        self.setExtraSelections(marks)

    def _mark(self, part: TextRange, colour: QColor, opacity: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(part.start))
        cursor.setPosition(self._positions.to_qt(part.end), QTextCursor.MoveMode.KeepAnchor)
        shade = QColor(colour)
        shade.setAlpha(opacity)
        mark.cursor = cursor
        mark.format.setBackground(shade)
        return mark
