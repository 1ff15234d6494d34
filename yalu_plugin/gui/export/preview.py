"""Preview of the pages, one at a time, drawn on request."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeedback, QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.dense_layers import INCH_MM, page_as_pictures
from yalu_plugin.layers.layouts.event_pump import process_events
from yalu_plugin.layers.layouts.page_iterator import PageIterator

LEAST, PIXELS = 340, 1000  # of a page's longer side: the least shown, and as drawn
MOST = 12  # pages of a preview


class Preview(QWidget):
    """Shows one page, with buttons to turn pages. Emits `requested` when the user asks for a preview."""

    requested = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures: list[QPixmap] = []
        self._at = 0
        self._picture, self._number = plain_label(), plain_label()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(LEAST, LEAST)
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._show = QPushButton(tr("Preview"), self)
        self._previous, self._next = QPushButton("‹", self), QPushButton("›", self)
        self._lay_out()
        self._show.clicked.connect(self.requested)
        self._previous.clicked.connect(self._show_previous)
        self._next.clicked.connect(self._show_next)
        self.clear()

    def show_pages(self, layouts: Sequence[QgsPrintLayout], feedback: QgsFeedback) -> None:
        """Draw the first twelve pages of these layouts and show the first.

        Raises ExportCancelled, and then shows none.
        """
        self.clear()
        pages, pictures = PageIterator(layouts), []
        total = len(pages)
        process_events(feedback)
        try:
            for page in pages:
                process_events(feedback)  # the iterator has prepared the page
                with page_as_pictures(page, _dpi(page), feedback):
                    process_events(feedback)
                    pictures.append(_draw(page))
                process_events(feedback)
                if len(pictures) == MOST:
                    break
        finally:
            pages.endRender()
        self._pictures, self._at, self._total = pictures, 0, total
        self._update()

    def clear(self) -> None:
        """Remove the preview, because it no longer shows what would be written."""
        self._pictures, self._at, self._total = [], 0, 0
        self._update()

    def _show_previous(self) -> None:
        self._at -= 1
        self._update()

    def _show_next(self) -> None:
        self._at += 1
        self._update()

    def _update(self) -> None:
        shown = bool(self._pictures)
        self._picture.setPixmap(self._fit(self._pictures[self._at]) if shown else QPixmap())
        self._number.setText(tr("page {page} of {total}").format(page=self._at + 1, total=self._total) if shown else "")
        self._previous.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < len(self._pictures))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's own
        super().resizeEvent(event)
        self._update()

    def _fit(self, page: QPixmap) -> QPixmap:
        """Scale the page to the available size."""
        dots = self.devicePixelRatioF()
        scaled = page.scaled(self._picture.size() * dots, Qt.AspectRatioMode.KeepAspectRatio,
                             Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(dots)
        return scaled

    def _lay_out(self) -> None:
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._show)
        row.addStretch(1)
        for widget in (self._previous, self._number, self._next):
            row.addWidget(widget)
        layout.addWidget(self._picture)
        layout.addLayout(row)
        described = ((self._show, "preview", tr("Draw the pages as they would be written now")),
                     (self._previous, "preview_back", tr("The previous page")),
                     (self._next, "preview_on", tr("The next page")))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)


def _draw(layout: QgsPrintLayout) -> QPixmap:
    """Draw the page, `PIXELS` along its longer side."""
    size = layout.pageCollection().page(0).pageSize()
    dots_per_mm = _dpi(layout) / INCH_MM
    image = QgsLayoutExporter(layout).renderPageToImage(
        0, QSize(round(size.width() * dots_per_mm), round(size.height() * dots_per_mm)))
    return QPixmap.fromImage(image)


def _dpi(layout: QgsPrintLayout) -> float:
    size = layout.pageCollection().page(0).pageSize()
    return PIXELS / max(size.width(), size.height()) * INCH_MM
