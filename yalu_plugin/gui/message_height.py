"""Fits the height of a QGIS message to its text, which QGIS cuts off after the first line."""

from __future__ import annotations

from math import ceil

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QTextBrowser


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
