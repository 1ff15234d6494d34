"""What the search box finds besides the sites of the list below it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache, partial

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QStyle

from yalu_plugin.core.search.found import COORDINATES, DAY, IMAGE, KM, PLACE, SITE, SOURCE, Found
from yalu_plugin.core.search.match_rank import NEAR
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.paths import resource
from yalu_plugin.workbench.finder import Finder

ROWS = 4  # visible ones; more are scrolled to
_HIGHEST = 10_000  # pixels, more than any text needs
_ICONS = {SITE: "crossings", PLACE: "find_place", KM: "measure_along", COORDINATES: "go_to_site", DAY: "calendar",
          IMAGE: "imagery", SOURCE: "evidence"}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundList(QListWidget):
    """Lists places, kilometres, coordinates, days, images and sources, and sites that the list of sites does not show.

    It is hidden while there are none. The first search among many images runs in the background. `searched` asks for
    `show_results`: with what was found, and with nothing when such a search starts. `left_up` and `left_down` are
    emitted when a key leaves the list.
    """

    left_up, left_down, searched = pyqtSignal(), pyqtSignal(), pyqtSignal()

    def __init__(self, finder: Finder, go_to: Callable[[Found], None]) -> None:
        super().__init__()
        self.setObjectName("yalu_found")
        self.setAccessibleName(tr("Also found"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._finder, self._go_to = finder, go_to
        self._task: Background | None = None
        self._found: list[Found] = []
        self._goes_when_done = False
        self.itemClicked.connect(self._go_to_item)
        self.hide()

    def search(self, text: str) -> None:
        """Search for another text."""
        self._stop()
        snapshot = self._finder.snapshot()
        if not text.strip() or snapshot.is_quick:
            self._show(snapshot.find(text))
            return
        self._found = []
        self._task = Background(tr("Searching"), partial(_find, snapshot.find, text), QgsTask.Flag.Silent)
        self._task.done.connect(self._show)
        self._task.start()
        self.searched.emit()

    def go_to_best(self) -> None:
        """Go to the best result of all, sites included, once it is known; focus it if the text has a slip in it."""
        if self._task is not None:
            self._goes_when_done = True
        elif self._found and self._found[0].rank < NEAR:
            self._go_to(self._found[0])
        elif self._found:
            self.focus_first()  # it may be about something else: a second Return goes there

    def is_about_no_site(self) -> bool:
        """Return whether the text is a km, coordinates or a day, and in no site's name."""
        kinds = {one.kind for one in self._found}
        return self._task is None and SITE not in kinds and not kinds.isdisjoint((KM, COORDINATES, DAY))

    def show_results(self, listed: Collection[str] = ()) -> None:
        """Show what was found, without the sites with these ids, which the list of sites shows."""
        self.clear()
        for one in self._found:
            if one.kind != SITE or one.id not in listed:
                item = QListWidgetItem(found_icon(one.kind), f"{one.title}  ·  {one.detail}", self)
                item.setToolTip(plain_tooltip(f"{one.title}\n{one.detail}"))
                item.setData(Qt.ItemDataRole.UserRole, tuple(one))
        self._wrap()
        self.setVisible(self.count() > 0)

    def found_sites(self) -> list[str]:
        """Return the ids of the sites that were found."""
        return [one.id for one in self._found if one.kind == SITE]

    def focus_first(self) -> None:
        """Focus the list at its first result."""
        self.setCurrentRow(0)
        self.setFocus()

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        height = sum(self.visualItemRect(self.item(row)).height() for row in range(min(self.count(), ROWS)))
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own, which has space for several rows
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, D102 - Qt's own
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        """Give each result the lines that it needs at this width."""
        margin = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        icon = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        space = QRect(0, 0, max(1, self.viewport().width() - icon - 6 * margin), _HIGHEST)
        for row in range(self.count()):
            item = self.item(row)  # Qt gives an icon's width too much to the text, and cuts its last line
            text = self.fontMetrics().boundingRect(space, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(1, max(text.height(), icon) + 2 * margin))
        self.doItemsLayout()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, D102 - Qt's own
        if event.key() in ENTER and self.currentItem() is not None:
            self._go_to_item(self.currentItem())
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_up.emit()
        elif event.key() == Qt.Key.Key_Down and self.currentRow() == self.count() - 1:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802, D102 - letter keys record, they do not search
        pass

    def _show(self, found: list[Found]) -> None:
        self._task, self._found = None, found
        self.searched.emit()
        if self._goes_when_done:
            self._goes_when_done = False
            self.go_to_best()

    def _go_to_item(self, item: QListWidgetItem) -> None:
        self._go_to(Found(*item.data(Qt.ItemDataRole.UserRole)))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.abandon()
        self._task, self._goes_when_done = None, False


def _find(find: Callable[[str], list[Found]], text: str, _task: Background) -> list[Found]:
    return find(text)


@cache
def found_icon(kind: str) -> QIcon:
    """Return the icon of a kind of result (core.search.found)."""
    return QIcon(str(resource("icons", f"{_ICONS[kind]}.svg")))
