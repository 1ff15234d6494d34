"""One line to be typed: a reason, a note."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from yalu_plugin.gui.labels import wrapping_label

WIDTH = 460  # pixels


class LineDialog(QDialog):
    """`name` begins its object names; `question` says what the line is for; `needed`: an empty line is no answer."""

    def __init__(self, parent: QWidget, name: str, title: str, question: str, text: str = "", needed: bool = False,
                 ) -> None:
        super().__init__(parent)
        self.setObjectName(f"yalu_{name}_dialog")
        self.setWindowTitle(title)
        label = wrapping_label(f"yalu_{name}_question")
        label.setText(question)
        self._line, self._needed = QLineEdit(text), needed
        self._line.setObjectName(f"yalu_{name}")
        self._line.setAccessibleName(title)
        self._line.selectAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        column = QVBoxLayout(self)
        for widget in (label, self._line, buttons):
            column.addWidget(widget)
        self._line.textChanged.connect(self._update_ok_button)
        self.resize(WIDTH, self.sizeHint().height())
        self._update_ok_button()

    def text(self) -> str:
        """What was typed."""
        return self._line.text()

    def _update_ok_button(self, *_: object) -> None:
        self._ok.setEnabled(not self._needed or bool(self._line.text().strip()))
