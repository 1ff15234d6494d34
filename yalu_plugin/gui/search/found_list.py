"""What the search box finds besides the sites of the list below it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeyEvent
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from yalu_plugin.core.search.found import COORDINATES, DAY, IMAGE, KM, PLACE, SITE, SOURCE, Found
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.paths import resource
from yalu_plugin.workbench.finder import Finder

ROWS = 4  # visible ones; more are scrolled to
_ICONS = {SITE: "crossings", PLACE: "find_place", KM: "measure_along", COORDINATES: "go_to_site", DAY: "calendar",
          IMAGE: "imagery", SOURCE: "evidence"}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundList(QListWidget):
    """Lists places, kilometres, coordinates, days, images and sources; hidden while there are none.

    The first search among many images runs in the background; `searched` is emitted when it is done. `left_up` and
    `left_down` are emitted when a key leaves the list.
    """

    left_up, left_down, searched = pyqtSignal(), pyqtSignal(), pyqtSignal()

    def __init__(self, finder: Finder, go_to: Callable[[Found], None]) -> None:
        super().__init__()
        self.setObjectName("yalu_found")
        self.setAccessibleName(tr("Also found"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._task = Background(tr("Searching"), partial(_find, snapshot.find, text), QgsTask.Flag.Silent)
        self._task.done.connect(self._show_later)
        self._task.start()

    def go_to_best(self) -> None:
        """Go to the best result of all, sites included, once it is known."""
        if self._task is not None:
            self._goes_when_done = True
        elif self._found:
            self._go_to(self._found[0])

    def is_about_no_site(self) -> bool:
        """Return whether the text is a km, coordinates or a day, and in no site's name."""
        kinds = {one.kind for one in self._found}
        return self._task is None and SITE not in kinds and not kinds.isdisjoint((KM, COORDINATES, DAY))

    def focus_first(self) -> None:
        """Focus the list at its first result."""
        self.setCurrentRow(0)
        self.setFocus()

    def sizeHint(self) -> QSize:  # noqa: N802, D102 - Qt's own
        rows = min(self.count(), ROWS)
        return QSize(super().sizeHint().width(), rows * self.sizeHintForRow(0) + 2 * self.frameWidth())

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

    def _show_later(self, found: list[Found]) -> None:
        self._show(found)
        self.searched.emit()

    def _show(self, found: list[Found]) -> None:
        self._task, self._found = None, found
        self.clear()
        for one in found:
            if one.kind != SITE:
                item = QListWidgetItem(found_icon(one.kind), f"{one.title}  ·  {one.detail}", self)
                item.setToolTip(plain_tooltip(f"{one.title}\n{one.detail}"))
                item.setData(Qt.ItemDataRole.UserRole, tuple(one))
        self.updateGeometry()
        self.setVisible(self.count() > 0)
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
