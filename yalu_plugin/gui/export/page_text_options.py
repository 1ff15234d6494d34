"""Input of the texts of the pages: title, subtitle, credits and legend, stored in the survey."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from yalu_plugin.core.cartography.page_texts import LONGEST, PAGE_TEXTS_KEY, PageTexts, page_texts_from_json
from yalu_plugin.gui.export.legend_dialog import LegendDialog
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.survey.survey import Survey


class PageTextOptions:
    """Rows of the dialog's form, filled from the survey."""

    def __init__(self, parent: QWidget, survey: Survey | None) -> None:
        self._survey = survey
        self._stored = survey.stored_text(PAGE_TEXTS_KEY) if survey is not None else ""
        texts = page_texts_from_json(self._stored)
        self._legend_labels = dict(texts.legend)
        self._title, self._subtitle = QLineEdit(texts.title, parent), QLineEdit(texts.subtitle, parent)
        self._credits, self._legend = QLineEdit(texts.credits, parent), QPushButton(tr("Legend…"), parent)
        for field in (self._title, self._subtitle, self._credits):
            field.setMaxLength(LONGEST)
        self._title.setPlaceholderText(statements.title())
        self._credits.setPlaceholderText(tr("In addition to the licences, which are always shown"))
        self._legend.clicked.connect(self._change_legend)
        self._describe()

    def page_texts(self) -> PageTexts:
        """Return the texts in the fields, as they would be stored."""
        entered = PageTexts(self._title.text(), self._subtitle.text(), self._credits.text(), self._legend_labels)
        return page_texts_from_json(entered.to_json())

    def set_title_enabled(self, enabled: bool) -> None:
        """Enable title and subtitle; to be disabled for pages without them."""
        self._title.setEnabled(enabled)
        self._subtitle.setEnabled(enabled)

    def remember(self) -> None:
        """Store the texts in the survey if they were changed. Raises what Survey.store_text raises."""
        text = self.page_texts().to_json()
        if self._survey is not None and not self._survey.read_only and text != self._stored:
            self._survey.store_text(PAGE_TEXTS_KEY, text)
            self._stored = text

    def add_rows(self, form: QFormLayout) -> None:
        """Append the rows to `form`."""
        row = QHBoxLayout()
        row.addWidget(self._credits)
        row.addWidget(self._legend)
        form.addRow(tr("Title"), self._title)
        form.addRow(tr("Subtitle"), self._subtitle)
        form.addRow(tr("Credits"), row)

    def _change_legend(self) -> None:
        dialog = LegendDialog(self._legend_labels, self._legend.window())
        if dialog.exec():
            self._legend_labels = dialog.labels()

    def _describe(self) -> None:
        described = (
            (self._title, "title", tr("The title of the map or the report; the survey remembers it")),
            (self._subtitle, "subtitle", tr("A line below the title; the survey remembers it")),
            (self._credits, "credits", tr("Who made the map, for whom; the survey remembers it")),
            (self._legend, "legend", tr("What the legend calls kinds, states, river and places")))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)
