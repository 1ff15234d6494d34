"""Pages as they will be, small: one at a time, made when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeedback, QgsLayoutExporter, QgsPrintLayout
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.breath import breathe
from yalu_plugin.layers.layouts.dense_layers import INCH_MM, page_drawn_before
from yalu_plugin.layers.layouts.pages import Pages

LEAST, PIXELS = 340, 1000  # along a page's longer side: as it is shown at least, and as it is drawn
MOST = 12  # pages of a preview


class Preview(QWidget):
    """Asks for pages by `wanted` and shows the first of them; the buttons turn to the others."""

    wanted = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures: list[QPixmap] = []
        self._at = 0
        self._picture, self._number = plain_label(), plain_label()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(LEAST, LEAST)
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._show = QPushButton(tr("Preview"), self)
        self._back, self._on = QPushButton("‹", self), QPushButton("›", self)
        self._lay_out()
        self._show.clicked.connect(self.wanted)
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self.clear()

    def show_pages(self, layouts: Sequence[QgsPrintLayout], feedback: QgsFeedback) -> None:
        """Draw the first twelve pages of these layouts and show the first. Raises Cancelled, and then shows nothing."""
        self.clear()
        pages, pictures = Pages(layouts), []
        total = len(pages)
        breathe(feedback)
        try:
            for page in pages:
                breathe(feedback)  # the page was made ready
                with page_drawn_before(page, _dpi(page), feedback):
                    breathe(feedback)
                    pictures.append(_drawn(page))
                breathe(feedback)
                if len(pictures) == MOST:
                    break
        finally:
            pages.endRender()
        self._pictures, self._at, self._total = pictures, 0, total
        self._update()

    def clear(self) -> None:
        """Show nothing: what was shown is no longer what would be written."""
        self._pictures, self._at, self._total = [], 0, 0
        self._update()

    def _turn_back(self) -> None:
        self._at -= 1
        self._update()

    def _turn_on(self) -> None:
        self._at += 1
        self._update()

    def _update(self) -> None:
        shown = bool(self._pictures)
        self._picture.setPixmap(self._fitted(self._pictures[self._at]) if shown else QPixmap())
        self._number.setText(tr("page {page} of {total}").format(page=self._at + 1, total=self._total) if shown else "")
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at + 1 < len(self._pictures))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802 - Qt's own
        super().resizeEvent(event)
        self._update()

    def _fitted(self, page: QPixmap) -> QPixmap:
        """The page as large as there is room for it."""
        dots = self.devicePixelRatioF()
        made = page.scaled(self._picture.size() * dots, Qt.AspectRatioMode.KeepAspectRatio,
                           Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(dots)
        return made

    def _lay_out(self) -> None:
        layout, row = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._show)
        row.addStretch(1)
        for widget in (self._back, self._number, self._on):
            row.addWidget(widget)
        layout.addWidget(self._picture)
        layout.addLayout(row)
        described = ((self._show, "preview", tr("Draw the pages as they would be written now")),
                     (self._back, "preview_back", tr("The page before")), (self._on, "preview_on", tr("The next page")))
        for widget, name, tooltip in described:
            widget.setObjectName(f"yalu_export_{name}")
            widget.setToolTip(tooltip)
            widget.setAccessibleName(tooltip)


def _drawn(layout: QgsPrintLayout) -> QPixmap:
    """The page, `PIXELS` on its longer side."""
    size = layout.pageCollection().page(0).pageSize()
    times = _dpi(layout) / INCH_MM
    image = QgsLayoutExporter(layout).renderPageToImage(
        0, QSize(round(size.width() * times), round(size.height() * times)))
    return QPixmap.fromImage(image)


def _dpi(layout: QgsPrintLayout) -> float:
    size = layout.pageCollection().page(0).pageSize()
    return PIXELS / max(size.width(), size.height()) * INCH_MM
