"""Selection of the report's chapters and of the sites that have a sheet, stored in the survey."""

from __future__ import annotations

from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from yalu_plugin.core.report_chapters import (
    ALL,
    CHAPTERS,
    OBSERVED,
    REPORT_CHAPTERS,
    SELECTED,
    Chapters,
    chapters_from_json,
)
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.survey import Survey


class ChapterOptions(QWidget):
    """A button with a menu of chapters, and a box for the sheets; `selected` is the number of selected sites."""

    def __init__(self, parent: QWidget, survey: Survey | None, selected: int) -> None:
        super().__init__(parent)
        self._survey = survey
        self._stored = survey.stored_text(REPORT_CHAPTERS) if survey is not None else ""
        chapters = chapters_from_json(self._stored)
        self._button, self._sheets, self._menu = QToolButton(self), QComboBox(self), _OpenMenu(self)
        labels = (tr("Overview map"), tr("Strip map"), tr("Charts and tables along the river"),
                  tr("Quarters and published figures"), tr("Sites by dates"), tr("Counted objects"), tr("Site sheets"))
        self._chapters = {name: self._menu.addAction(text) for name, text in zip(CHAPTERS, labels)}
        for name, action in self._chapters.items():
            action.setCheckable(True)
            action.setChecked(name in chapters.names)
            action.toggled.connect(self._show)
        for value, text in ((ALL, tr("Of all sites")), (OBSERVED, tr("Of sites with observations")),
                            (SELECTED, tr("Of selected sites ({n})").format(n=selected))):
            self._sheets.addItem(text, value)
        self._sheets.setCurrentIndex(self._sheets.findData(chapters.sheets))
        self._button.setMenu(self._menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self._show()

    def chapters(self) -> Chapters:
        """Return the selection."""
        names = tuple(name for name, action in self._chapters.items() if action.isChecked())
        return Chapters(names, str(self._sheets.currentData()))

    def remember(self) -> None:
        """Store the selection in the survey if it was changed. Raises what Survey.store_text raises."""
        text = self.chapters().to_json()
        if self._survey is not None and not self._survey.read_only and text != self._stored:
            self._survey.store_text(REPORT_CHAPTERS, text)
            self._stored = text

    def _show(self, *_: object) -> None:
        names = self.chapters().names
        self._button.setText(tr("All chapters") if names == CHAPTERS else tr("{n} of {all} chapters").format(
            n=len(names), all=len(CHAPTERS)))
        self._sheets.setEnabled("sheets" in names)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, name, tooltip in (
                (self._button, "chapters", tr("The chapters of the report; the survey remembers them")),
                (self._sheets, "sheets", tr("Which sites have a sheet in the report"))):
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)
            row.addWidget(widget)
        row.addStretch(1)


class _OpenMenu(QMenu):
    """A menu that stays open when an entry is ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802, D102 - Qt's own
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.toggle()
        else:
            super().mouseReleaseEvent(event)
