"""Input of the style of the pages: size, orientation, language, logo, classification line, accent colour."""

from __future__ import annotations

from qgis.gui import QgsColorButton, QgsFileWidget
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from yalu_plugin.i18n import LANGUAGES, tr
from yalu_plugin.layers.layouts.page_options import SIZES, PageStyle
from yalu_plugin.settings import CLASSIFICATION, EXPORT_LANGUAGE, EXPORT_ORIENTATION, EXPORT_PAGE, LOGO

ACCENT = "#1f4e79"  # of the plugin's own templates


class StyleOptions:
    """Rows of the dialog's form; all but the accent colour are saved as settings."""

    def __init__(self, parent: QWidget) -> None:
        self._page, self._language = QComboBox(parent), QComboBox(parent)
        self._page.addItem(tr("As in the template"), "")
        for name in SIZES:
            self._page.addItem(name, name)
        self._language.addItem(tr("As in QGIS"), "")
        for code, name in LANGUAGES.items():
            self._language.addItem(name, code)
        self._page.setCurrentIndex(max(self._page.findData(EXPORT_PAGE.value()), 0))
        self._language.setCurrentIndex(max(self._language.findData(EXPORT_LANGUAGE.value()), 0))
        self._orientation = QComboBox(parent)
        self._orientation.addItem(tr("Landscape"), "landscape")
        self._orientation.addItem(tr("Portrait"), "portrait")
        self._orientation.setCurrentIndex(max(self._orientation.findData(EXPORT_ORIENTATION.value()), 0))
        self._logo, self._classification = QgsFileWidget(parent), QLineEdit(CLASSIFICATION.value(), parent)
        self._logo.setFilter(f"{tr('Pictures')} (*.svg *.png *.jpg *.jpeg)")
        self._logo.setFilePath(LOGO.value())
        self._accent = QgsColorButton(parent)
        self._accent.setDefaultColor(QColor(ACCENT))
        self._accent.setColor(QColor(ACCENT))
        self._describe()

    @property
    def language(self) -> str:
        """One of LANGUAGES, or empty."""
        return str(self._language.currentData())

    def style(self) -> PageStyle:
        """Return the selected style and save it as settings."""
        LOGO.setValue(self._logo.filePath())
        CLASSIFICATION.setValue(self._classification.text())
        EXPORT_PAGE.setValue(self._page.currentData())
        EXPORT_LANGUAGE.setValue(self._language.currentData())
        EXPORT_ORIENTATION.setValue(self._orientation.currentData())
        accent = self._accent.color().name()
        return PageStyle(self._page.currentData(), self._logo.filePath().strip(), self._classification.text().strip(),
                         "" if accent == ACCENT else accent,  # empty: a template may have its own
                         self._orientation.currentData() if self._orientation.isEnabled() else "")

    def set_has_orientation(self, has_orientation: bool) -> None:
        """Enable the orientation; to be disabled for pages that have only one."""
        self._orientation.setEnabled(has_orientation)

    def _describe(self) -> None:
        described = (
            (self._page, "page", tr("The size of the paper")),
            (self._orientation, "orientation", tr("The orientation of the paper; a custom template has its own")),
            (self._language, "language", tr("The language of the page; the window keeps its own")),
            (self._logo, "logo", tr("A picture for the upper right corner")),
            (self._classification, "classification", tr("A line for the head and the foot of each page")),
            (self._accent, "accent", tr("The colour of the bar at the head of each page")))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)

    def add_rows(self, form: QFormLayout) -> None:
        """Append the rows to `form`."""
        paper = QHBoxLayout()
        for widget in (self._page, self._orientation, self._language, self._accent):
            paper.addWidget(widget)
        form.addRow(tr("Page"), paper)
        form.addRow(tr("Logo"), self._logo)
        form.addRow(tr("Classification"), self._classification)
