"""The buttons of a message, on further lines where the message bar is narrow.

In one line they would widen QGIS' window, or take the room of its docks.
"""

from __future__ import annotations

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QPushButton, QSizePolicy, QWidget

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
