"""An iterator over the pages of several layouts, as QGIS' exporter takes it for one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.core import QgsAbstractLayoutIterator, QgsFeedback, QgsLayoutItemScaleBar, QgsPrintLayout

from yalu_plugin.layers.layouts.event_pump import signal_progress


class PageIterator(QgsAbstractLayoutIterator):
    """Iterates over layouts of one page each; a layout that is an atlas is a page for each of its features.

    `feedback` receives progress when a page has been drawn and when the next one is ready: both take a while.
    """

    def __init__(self, layouts: Sequence[QgsPrintLayout], feedback: QgsFeedback | None = None) -> None:
        super().__init__()
        self._feedback = feedback or QgsFeedback()
        self._layouts = list(layouts)
        for layout in self._layouts:
            if layout.atlas().enabled():
                layout.atlas().updateFeatures()
        self.beginRender()

    def __len__(self) -> int:
        return sum(page_count(layout) for layout in self._layouts)

    def __iter__(self) -> Iterator[QgsPrintLayout]:
        """Yield the layout of each page, ready to be drawn."""
        self.beginRender()
        while self.next():
            yield self.layout()
        self.endRender()

    def layout(self) -> QgsPrintLayout:  # noqa: D102 - QGIS' own
        return self._layouts[max(self._index, 0)]

    def beginRender(self) -> bool:  # noqa: D102, N802 - QGIS' own
        self._index, self._pages_left = -1, 0  # which layout, and how many pages it still has
        return True

    def endRender(self) -> bool:  # noqa: D102, N802 - QGIS' own
        if self._index >= 0 and self.layout().atlas().enabled():
            self.layout().atlas().endRender()
        return True

    def count(self) -> int:  # noqa: D102 - QGIS' own
        return len(self)

    def next(self) -> bool:  # noqa: D102 - QGIS' own
        signal_progress(self._feedback)
        has_page = self._next()
        signal_progress(self._feedback)
        return has_page

    def _next(self) -> bool:
        if self._pages_left > 0:
            self._pages_left -= 1
            return _next_feature(self.layout())
        self.endRender()
        while self._index + 1 < len(self._layouts):
            self._index += 1
            atlas = self.layout().atlas()
            if not atlas.enabled():
                return True
            if atlas.beginRender() and _next_feature(self.layout()):
                self._pages_left = atlas.count() - 1
                return True
        return False

    def filePath(self, baseFilePath: str, extension: str) -> str:  # noqa: D102, N802, N803 - QGIS' own
        return f"{baseFilePath}.{extension}"


def _next_feature(layout: QgsPrintLayout) -> bool:
    """Show the next feature of an atlas; return whether there is one.

    QGIS would compute the width of each scale bar a dozen times while its map moves, which took a third of the time.
    """
    bars = [(item, item.linkedMap()) for item in layout.items() if isinstance(item, QgsLayoutItemScaleBar)]
    for bar, _ in bars:
        bar.setLinkedMap(None)
    try:
        return layout.atlas().next()
    finally:
        for bar, shown in bars:
            bar.setLinkedMap(shown)
            bar.update()


def page_count(layout: QgsPrintLayout) -> int:
    """Return how many pages a layout has."""
    return layout.atlas().count() if layout.atlas().enabled() else 1
