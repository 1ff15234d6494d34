"""Selection of the strip map's form, and of its number of pages or its scale."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.page_options import BOOKLET, PAGES, POSTER

MOST_PAGES = 100
SCALES = (25_000, 50_000, 100_000, 200_000, 500_000)


class StripOptions(QWidget):
    """The number of pages is enabled only without a scale, because a scale determines it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._form, self._pages, self._scale = QComboBox(self), QSpinBox(self), QComboBox(self)
        for form, label in ((PAGES, tr("Pages")), (POSTER, tr("Poster: one long page")),
                            (BOOKLET, tr("Booklet with an index"))):
            self._form.addItem(label, form)
        self._pages.setRange(0, MOST_PAGES)
        self._pages.setSpecialValueText(tr("As needed"))  # shown for the minimum, 0
        self._scale.addItem(tr("The largest that fits on"), 0)
        for scale in SCALES:
            self._scale.addItem(f"1:{scale:,}".replace(",", " "), scale)
        self._scale.currentIndexChanged.connect(self._scale_changed)
        described = ((self._form, "form", tr("A poster has all panels on one page, as wide as the paper and as long as "
                                              "it takes. A booklet has many pages, at 1:50,000 unless you choose "
                                              "otherwise, and first a map that shows where each of them lies")),
                     (self._scale, "scale", tr("The scale of the strip map; a chosen one takes the pages it needs")),
                     (self._pages, "pages", tr("How many pages the map may take; the more, the larger the scale. As "
                                               "needed: one, or up to four so that neighbours can be told apart")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)
            row.addWidget(widget)
        row.addWidget(plain_label(tr("pages")))
        row.addStretch(1)

    @property
    def form(self) -> str:
        """One of FORMS."""
        return str(self._form.currentData())

    @property
    def pages(self) -> int:
        """The largest number of pages of the map; 0: as needed."""
        return self._pages.value()

    @property
    def scale(self) -> int:
        """The scale's denominator; 0: determined by the number of pages."""
        return int(self._scale.currentData())

    def _scale_changed(self) -> None:
        self._pages.setEnabled(self.scale == 0)
