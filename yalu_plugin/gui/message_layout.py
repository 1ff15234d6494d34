"""Layout of a message in QGIS' bar: its height fits the text, and its buttons wrap where the bar is narrow.

QGIS cuts off the text after the first line; buttons in one line would widen its window, or take the room of its docks.
"""

from __future__ import annotations

from math import ceil

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QPushButton, QSizePolicy, QTextBrowser, QWidget

from yalu_plugin.gui.flow_layout import FlowLayout

SPACING = 4  # pixels


class MessageButtons(QWidget):
    """The buttons of one message, at least as wide as the widest and at most as wide as all of them."""

    def __init__(self, item: QgsMessageBarItem) -> None:
        super().__init__(item)
        self.setLayout(FlowLayout(SPACING))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFixedWidth(0)
        item.layout().addWidget(self)

    @classmethod
    def of(cls, item: QgsMessageBarItem) -> MessageButtons:
        """Return the buttons of a message, created with the first of them."""
        return item.findChild(cls) or cls(item)

    def add(self, label: str) -> QPushButton:
        """Add a button."""
        button = QPushButton(label, self)
        self.layout().addWidget(button)
        width = button.sizeHint().width()
        self.setMinimumWidth(max(self.minimumWidth(), width))
        self.setMaximumWidth(self.maximumWidth() + width + (SPACING if self.maximumWidth() else 0))
        return button


class MessageHeight(QObject):
    """Adapts the height of a message whenever its width changes; a child of the message."""

    def __init__(self, item: QgsMessageBarItem) -> None:
        lines = item.findChild(QTextBrowser)
        super().__init__(lines)
        self._lines, self._least = lines, 0
        lines.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, D102 - Qt's own
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self._fit)  # once the text is wrapped at the new width
        return False

    def _fit(self) -> None:
        lines = self._lines
        self._least = self._least or lines.minimumHeight()  # as QGIS sets it when the message is shown
        frame = lines.height() - lines.viewport().height()
        lines.setFixedHeight(max(self._least, ceil(lines.document().size().height()) + frame))
