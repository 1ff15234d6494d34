"""The page of a site's observations, newest last day first, and of its changes of state."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAction,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.gui.actions import tool_button
from yalu_plugin.gui.crossings.observation_chips import ObservationChips
from yalu_plugin.gui.crossings.observation_texts import (
    SiteObservations,
    change_text,
    confidence_text,
    date_kind_text,
    days_text,
    evidence_text,
    likelihood_text,
    state_text,
)
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

BOUNDS_HEIGHT = 96  # pixels: four lines
MAX_COLUMN_WIDTH = 220  # pixels of a column
UNCUT_COLUMNS = (0, 1)  # days and states


class ObservationsPage(QWidget):
    """Lists observations. `actions` act on the selected ones, the first also by Return or a double click."""

    def __init__(self, workbench: Workbench, actions: Sequence[QAction]) -> None:
        super().__init__()
        self._rows: dict[str, Row] = {}
        self._list = self._create_list()
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._list.addActions(list(actions))
        self._list.itemActivated.connect(lambda *_: actions[0].trigger() if actions[0].isEnabled() else None)
        self._bounds = QListWidget()
        self._bounds.setObjectName("yalu_bounds")
        self._bounds.setAccessibleName(tr("When its state changed"))
        self._bounds.setWordWrap(True)
        self._bounds.setMaximumHeight(BOUNDS_HEIGHT)
        buttons = QHBoxLayout()
        for action in actions:
            buttons.addWidget(tool_button(action, with_text=True))
        buttons.addStretch()
        web = QPushButton(tr("Pictures from the web"))
        web.setObjectName("yalu_web_pictures")
        web.setToolTip(tr("Draw the listed images that are on the web and not open"))
        buttons.addWidget(web)
        self.chips = ObservationChips(workbench, self._list, web)
        web.clicked.connect(self.chips.draw_from_web)
        column = QVBoxLayout(self)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        column.addWidget(plain_label(tr("When its state changed")))
        column.addWidget(self._bounds)

    def show_observations(self, seen: SiteObservations, place: QgsPointXY | None) -> None:
        """List these observations of a site at `place` (EPSG:4326).

        The selection is kept until another observation is recorded, which M then acts on.
        """
        selected = [row["id"] for row in self.selected_rows()]
        if not {row["id"] for row in seen.rows} <= self._rows.keys():
            selected = []
        self._rows = {row["id"]: row for row in seen.rows}
        self._list.clear()
        for row in reversed(seen.rows):
            self._list.addTopLevelItem(_item(row, seen))
        for item in map(self._list.topLevelItem, range(self._list.topLevelItemCount())):
            item.setSelected(item.data(0, Qt.ItemDataRole.UserRole) in selected)
        self.chips.show(seen.rows, place)
        for at in range(self._list.columnCount() - 1):
            self._list.resizeColumnToContents(at)
            if at not in UNCUT_COLUMNS:
                self._list.setColumnWidth(at, min(self._list.columnWidth(at), MAX_COLUMN_WIDTH))
        self._bounds.clear()
        for change in reversed(seen.changes()):
            text = one_line(change_text(change, seen.date_kinds), 600)
            item = QListWidgetItem(text)
            item.setToolTip(plain_tooltip(text))
            self._bounds.addItem(item)

    def selected_rows(self) -> list[Row]:
        """Return the selected rows, as they are shown."""
        ids = [item.data(0, Qt.ItemDataRole.UserRole) for item in self._list.selectedItems()]
        return [self._rows[name] for name in ids if name in self._rows]

    def _create_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("yalu_observations")
        tree.setAccessibleName(tr("Observations of the site"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        tree.setHeaderLabels([tr("Seen (UTC)"), tr("State"), tr("Date is"), tr("Image or source"), tr("Analyst"),
                              tr("Confidence"), tr("Likelihood"), tr("Note")])
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        return tree


def _item(row: Row, seen: SiteObservations) -> QTreeWidgetItem:
    texts = [days_text(row), state_text(row), date_kind_text(row, seen), evidence_text(row, seen),
             row["created_by"] or "", confidence_text(row), likelihood_text(row), row["note"] or ""]
    item = QTreeWidgetItem([one_line(text, 300) for text in texts])
    item.setData(0, Qt.ItemDataRole.UserRole, row["id"])
    for at, text in enumerate(texts):
        item.setToolTip(at, plain_tooltip(text))
    return item
