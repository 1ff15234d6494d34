"""What a list that was imported before changes: a filter by change, and whose word counts in which field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.amounts import observations_text
from yalu_plugin.gui.flow_layout import FlowLayout
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import phrase_text, tr

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import ImportAssessment, ImportRow

_SPACING = 4
_SURVEY, _LIST = "survey", "list"  # as in Choices.words


class UpdateBar(QWidget):
    """Shown only for a list with sites of the survey. `words` and `gone` are as in Choices, by what the user chose.

    `answers` are the buttons for selected rows, to be placed where these are.
    """

    filtered = pyqtSignal(str)  # one of CHANGES, or "" for all
    chosen = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_import_update")
        self.words: dict[str, str] = {}
        self.gone: dict[str, str] = {}
        self._chips, self._fields, self.answers = (QWidget(self) for _ in range(3))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        for line in (self._chips, self._fields, self.answers):
            line.setLayout(FlowLayout(_SPACING))
            layout.addWidget(line)
        self._change = ""
        self._selected: Callable[[], Iterable[ImportRow]] = tuple
        self.answers.layout().addWidget(_label_beside(QPushButton(), tr("Where they differ:")))
        self._buttons = {name: self._button(name, text, tip) for name, (text, tip) in _answers().items()}
        self.show_assessment(None)

    def reset(self) -> None:
        """Clear the choices for another file."""
        self.words, self.gone, self._change = {}, {}, ""

    def show_assessment(self, assessment: ImportAssessment | None) -> None:
        """Show a chip for each change that rows have, and a box for each field in which they differ."""
        self._clear(self._chips.layout())
        self._clear(self._fields.layout())
        shown = assessment is not None and assessment.is_update
        if assessment is not None and shown:
            from yalu_plugin.core.importing.listed_rows import observation_changes

            self._show_chips(assessment.changes, observation_changes(assessment))
            self._show_fields(assessment.differing)
        self.answers.setVisible(shown and bool(assessment and (assessment.differing or assessment.gone)))
        self.setVisible(shown)

    def show_selection(self, selected: Callable[[], Iterable[ImportRow]]) -> None:
        """Enable what can be done with the rows that `selected` returns."""
        self._selected = selected
        differ = any(row.differences for row in selected())
        gone = any(row.is_gone for row in selected())
        for name, button in self._buttons.items():
            button.setEnabled(differ if name in (_SURVEY, _LIST) else gone)

    def _show_chips(self, changes: Mapping[str, int], of_observations: Mapping[str, int]) -> None:
        self._chips.layout().addWidget(_label_beside(QToolButton(), tr("Compared with the survey:")))
        for change, text in _changes().items():
            if changes[change] or change == self._change:
                chip = QToolButton()
                chip.setObjectName(f"yalu_import_change_{change}")
                chip.setText(_chip_text(text, changes[change], of_observations[change]))
                chip.setToolTip(tr("Show only these rows; click again for all"))
                chip.setCheckable(True)
                chip.setChecked(change == self._change)
                chip.clicked.connect(partial(self._filter, change))
                self._chips.layout().addWidget(chip)

    def _show_fields(self, differing: Mapping[str, int]) -> None:
        from yalu_plugin.core.importing.difference_text import field_label

        self._fields.setVisible(bool(differing))
        self._fields.layout().addWidget(_label_beside(QCheckBox(" "), tr("Take from the list:")))
        for field, count in differing.items():
            label = field_label(field)
            box = QCheckBox(f"{tr(label)} ({count})")
            box.setObjectName(f"yalu_import_take_{field}")
            box.setToolTip(tr("Where list and survey differ in this, the list's word counts, except in rows for which "
                              "you chose otherwise. Not ticked: the survey stays as it is."))
            box.setChecked(self.words.get(field) == _LIST)
            box.toggled.connect(partial(self._take_field, field))
            self._fields.layout().addWidget(box)

    def _filter(self, change: str, checked: bool) -> None:
        self._change = change if checked else ""
        for chip in self._chips.findChildren(QToolButton):
            chip.setChecked(chip.objectName() == f"yalu_import_change_{self._change}")
        self.filtered.emit(self._change)

    def _take_field(self, field: str, taken: bool) -> None:
        self.words[field] = _LIST if taken else _SURVEY
        self.chosen.emit()

    def take(self, number: int, field: str, taken: bool) -> None:
        """Choose whose word counts in a field of one row."""
        self.words[f"{number}.{field}"] = _LIST if taken else _SURVEY
        self.chosen.emit()

    def _answer(self, name: str) -> None:
        """Store what was chosen for the selected rows."""
        for row in self._selected():
            if row.is_gone and name not in (_SURVEY, _LIST):
                self.gone[str(row.of_site)] = name
            elif row.differences and name in (_SURVEY, _LIST):
                for difference in row.differences:
                    self.words.pop(f"{row.number}.{difference.field}", None)
                self.words[str(row.number)] = name
        self.chosen.emit()

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"yalu_import_{name}")
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._answer, name))
        self.answers.layout().addWidget(button)
        return button

    @staticmethod
    def _clear(layout: QLayout) -> None:
        while layout.count():
            layout.takeAt(0).widget().deleteLater()


def _label_beside(widget: QWidget, text: str) -> QLabel:
    """Return a label in the middle of a line of widgets like this one."""
    label = plain_label(text)
    label.setMinimumHeight(widget.sizeHint().height())
    return label


def _chip_text(text: str, rows: int, observations: int) -> str:
    """Return how many rows have a change, those of observations apart."""
    if not observations:
        return f"{text} {rows}"
    return f"{text} {rows - observations}, {observations_text(observations)}"


def differences_menu(row: ImportRow, take: Callable[[int, str, bool], None], parent: QWidget) -> QMenu:
    """Return a menu of the differences of a row; ticking one takes the list's word in that field, by `take`."""
    from yalu_plugin.core.importing.difference_text import difference_phrase

    menu = QMenu(parent)
    menu.addSection(tr("Take from the list"))
    for difference in row.differences:
        text = phrase_text(difference_phrase(difference, row.of_observation is not None))
        action = menu.addAction(one_line(text).replace("&", "&&"))
        action.setObjectName(f"yalu_import_take_{difference.field}_in_row")
        action.setCheckable(True)
        action.setChecked(difference.taken)
        action.toggled.connect(partial(take, row.number, difference.field))
    return menu


def _changes() -> dict[str, str]:
    from yalu_plugin.core.importing.difference_text import CHANGE_LABELS

    order = ("moved", "changed", "gone", "new", "unchanged")
    return {change: tr(CHANGE_LABELS[change]) for change in order}


def _answers() -> dict[str, tuple[str, str]]:
    """Return what can be done with the selected rows: button and tooltip."""
    return {
        _LIST: (tr("Take the list's"), tr("In the selected rows the list's word counts, in every field")),
        _SURVEY: (tr("Keep the survey's"), tr("In the selected rows the survey's word counts, in every field")),
        "retire": (tr("Retire"), tr("The selected sites, which the list has no longer, do not count after today")),
        "delete": (tr("Delete"), tr("The selected sites, which the list has no longer, are deleted with their "
                                    "observations; only sites without a source can be")),
        "keep": (tr("Keep"), tr("The selected sites, which the list has no longer, stay as they are"))}
