"""A dialog to type one line, such as a reason or a note."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from yalu_plugin.gui.labels import fit_texts, wrapping_label

WIDTH = 460  # pixels


class LineDialog(QDialog):
    """Asks for one line of text.

    `name` is part of the object names, `question` the text above the line. If `needed`, the line must not be empty.
    """

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
        fit_texts(self, WIDTH)
        self._update_ok_button()

    def text(self) -> str:
        """Return the typed text."""
        return self._line.text()

    def _update_ok_button(self, *_: object) -> None:
        self._ok.setEnabled(not self._needed or bool(self._line.text().strip()))
