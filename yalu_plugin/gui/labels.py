"""Labels and scrolling as the panels use them."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QLabel, QScrollArea, QWidget


def wrapping_label(name: str) -> QLabel:
    """A label that wraps in a narrow panel, and whose text can be copied."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def scrolling(body: QWidget, least: int) -> QScrollArea:
    """`body` in a panel that may be lower than it is, but not lower than `least` pixels."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(body)
    area.setMinimumSize(body.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width(), least)
    area.viewport().setAutoFillBackground(False)
    body.setAutoFillBackground(False)
    return area
