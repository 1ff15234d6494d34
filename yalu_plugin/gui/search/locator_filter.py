"""Finds sites, places, kilometres, coordinates, days, images and sources in QGIS' locator bar (Ctrl+K)."""

from __future__ import annotations

import time
from collections.abc import Callable

from qgis.core import (
    QgsFeedback,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsSettings,
)

from yalu_plugin.core.search.found import KINDS, Found
from yalu_plugin.gui.search.found_list import found_icon
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.finder import Finder
from yalu_plugin.workbench.finder_snapshot import FinderSnapshot

NAME, PREFIX = "yalu", "yl"
PREFIX_SETTING = f"locator-filters/items/{NAME}/prefix"  # QGIS' own, also in its options
LONGEST_WAIT_S = 1.0
LEAST = 2  # characters without the prefix: one letter fits everything


class LocatorFilter(QgsLocatorFilter):
    """QGIS searches in another thread with a clone, which gets a snapshot of the survey on the main thread first.

    `searching` are the clones that have not finished.
    """

    def __init__(self, finder: Finder, go_to: Callable[[Found], None],
                 searching: list[LocatorFilter] | None = None) -> None:
        super().__init__()
        self._searching: list[LocatorFilter] = [] if searching is None else searching
        self._finder, self._go_to = finder, go_to
        self._icons = {kind: found_icon(kind) for kind in KINDS}  # on the main thread
        self._snapshot: FinderSnapshot | None = None

    def clone(self) -> LocatorFilter:  # noqa: D102 - QGIS' own
        return LocatorFilter(self._finder, self._go_to, self._searching)

    def name(self) -> str:  # noqa: D102 - QGIS' own
        return NAME

    def displayName(self) -> str:  # noqa: N802, D102 - QGIS' own
        return tr("Yalu: sites, places, km, dates, images")

    def description(self) -> str:  # noqa: D102 - QGIS' own
        return tr("Names in any spelling, km 58.7, coordinates in any notation, 2025-07-30")

    def prefix(self) -> str:
        """Return a prefix that QGIS accepts of plugins; the shorter PREFIX is a user's setting, see `use_prefix`."""
        return NAME

    def priority(self) -> QgsLocatorFilter.Priority:  # noqa: D102 - QGIS' own
        return QgsLocatorFilter.Priority.High

    def prepare(self, _text: str, _context: QgsLocatorContext) -> list[str]:
        """Take the snapshot; called on the main thread."""
        self._snapshot = self._finder.snapshot()
        self._searching.append(self)
        return []

    def fetchResults(self, text: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:  # noqa: N802
        """Search; called in another thread."""
        try:
            self._emit_results(text if context.usingPrefix or len(text.strip()) >= LEAST else "", feedback)
        finally:
            self._searching.remove(self)

    def _emit_results(self, text: str, feedback: QgsFeedback) -> None:
        found = self._snapshot.find(text) if self._snapshot is not None else []
        for place, one in enumerate(found):
            if feedback.isCanceled():
                return
            result = QgsLocatorResult(self, one.title, tuple(one))
            result.description = one.detail
            result.icon = self._icons[one.kind]
            result.score = 1 - place / len(found)
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:  # noqa: N802
        """Go to a result; called on the main thread."""
        self._go_to(Found(*result.userData))

    def wait(self) -> None:
        """Wait until no clone searches: QGIS waits, too, when the filter is removed, but without letting Python run."""
        end = time.monotonic() + LONGEST_WAIT_S
        while self._searching and time.monotonic() < end:
            time.sleep(0.005)


def use_prefix() -> None:
    """Set PREFIX, unless the user has set another one in QGIS' options: of plugins, QGIS accepts three letters."""
    settings = QgsSettings()
    if not settings.contains(PREFIX_SETTING):
        settings.setValue(PREFIX_SETTING, PREFIX)
