"""The pages' own words as the dialog asks for them: title, subtitle, credits, legend; the survey remembers them."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from yalu_plugin.core.cartography.page_texts import LONGEST, PAGE_TEXTS_KEY, PageTexts, page_texts_from_json
from yalu_plugin.gui.export.legend_words import LegendWords
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts import statements
from yalu_plugin.layers.survey.survey import Survey


class WordsOptions:
    """Rows of a form."""

    def __init__(self, parent: QWidget, survey: Survey | None) -> None:
        self._survey = survey
        self._kept = survey.stored_text(PAGE_TEXTS_KEY) if survey is not None else ""
        words = page_texts_from_json(self._kept)
        self._legend_words = dict(words.legend)
        self._title, self._subtitle = QLineEdit(words.title, parent), QLineEdit(words.subtitle, parent)
        self._credits, self._legend = QLineEdit(words.credits, parent), QPushButton(tr("Legend…"), parent)
        for field in (self._title, self._subtitle, self._credits):
            field.setMaxLength(LONGEST)
        self._title.setPlaceholderText(statements.title())
        self._credits.setPlaceholderText(tr("Beside the licences, which always stand there"))
        self._legend.clicked.connect(self._change_legend)
        self._describe()

    def words(self) -> PageTexts:
        """What stands in the fields, as it would be remembered."""
        given = PageTexts(self._title.text(), self._subtitle.text(), self._credits.text(), self._legend_words)
        return page_texts_from_json(given.to_json())

    def set_title_enabled(self, enabled: bool) -> None:
        """Whether the pages have a title and a subtitle."""
        self._title.setEnabled(enabled)
        self._subtitle.setEnabled(enabled)

    def remember(self) -> None:
        """Keep the words in the survey where they were changed. Raises what Survey.store_text raises."""
        text = self.words().to_json()
        if self._survey is not None and not self._survey.read_only and text != self._kept:
            self._survey.store_text(PAGE_TEXTS_KEY, text)
            self._kept = text

    def add_rows(self, form: QFormLayout) -> None:
        """Put the rows below those that `form` has."""
        beside = QHBoxLayout()
        beside.addWidget(self._credits)
        beside.addWidget(self._legend)
        form.addRow(tr("Title"), self._title)
        form.addRow(tr("Subtitle"), self._subtitle)
        form.addRow(tr("Credits"), beside)

    def _change_legend(self) -> None:
        dialog = LegendWords(self._legend_words, self._legend.window())
        if dialog.exec():
            self._legend_words = dialog.words()

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
