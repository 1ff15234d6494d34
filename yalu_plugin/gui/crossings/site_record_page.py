"""The page of the recorded changes to a site and its observations: when, who, what, and the reason."""

from __future__ import annotations

from qgis.core import QgsTask
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.survey.change_actions import parts_of
from yalu_plugin.core.survey.delta import Delta, Entry
from yalu_plugin.gui.entry_text import changed_values_text
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.labels import plain_label
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench import Workbench

SHOWN = 200  # characters of a change; the tooltip has more


class SiteRecordPage(QWidget):
    """Reads the whole record in the background when a site is shown; later changes are added on top."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.site_id = ""
        self._entries: list[Entry] = []
        self._reading: Background | None = None
        self._list = QTreeWidget()
        self._list.setObjectName("yalu_site_record")
        self._list.setAccessibleName(tr("What was changed"))
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setHeaderLabels([tr("When (UTC)"), tr("Who"), tr("What was done"), tr("Why"), tr("Table"),
                                    tr("What changed")])
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._state = plain_label(name="yalu_site_record_state")
        column = QVBoxLayout(self)
        column.addWidget(self._list, 1)
        column.addWidget(self._state)
        workbench.session.changed.connect(self._add_changes)

    def show_site(self, site_id: str) -> None:
        """Show the changes to this site, none for an empty id."""
        if site_id == self.site_id:
            return
        self.reset()
        self.site_id = site_id
        survey = self._workbench.session.survey
        if not site_id or survey is None:
            return
        self._state.setText(tr("Reading the record…"))
        self._reading = Background(
            tr("Reading the record of a site"), lambda task: survey.entries_of_site(site_id, task.progress),
            QgsTask.Flag.Silent | QgsTask.Flag.Hidden | QgsTask.Flag.CanCancel)
        self._reading.done.connect(self._on_read)
        self._reading.failed.connect(self._failed)
        self._reading.start()

    def reset(self) -> None:
        """Clear the page and abandon a running read."""
        if self._reading is not None:
            self._reading.abandon()
        self._reading, self.site_id, self._entries = None, "", []
        self._show()

    def _on_read(self, entries: list[Entry]) -> None:
        self._reading = None
        known = {entry.seq for entry in entries}
        self._entries = [*(entry for entry in self._entries if entry.seq not in known), *entries]
        self._show()

    def _failed(self, error: YaluError) -> None:
        self._reading = None
        self._state.setText(error_text(error, short=True))

    def _add_changes(self, delta: Delta) -> None:
        new = [entry for entry in reversed(delta.entries) if self.site_id and _is_of(entry, self.site_id)]
        if new:
            self._entries = [*new, *self._entries]
            if self._reading is None:
                self._show()

    def _show(self) -> None:
        self._list.clear()
        self._list.addTopLevelItems(list(map(_item, self._entries)))
        for at in range(self._list.columnCount() - 1):
            self._list.resizeColumnToContents(at)
        self._state.setText(tr("Changes: {n}").format(n=len(self._entries)) if self.site_id else "")


def _is_of(entry: Entry, site_id: str) -> bool:
    if entry.table == "sites":
        return entry.row_id == site_id
    return entry.table in ("observations", "marks") and any(
        row["site_id"] == site_id for row in (entry.before, entry.after) if row)


def _item(entry: Entry) -> QTreeWidgetItem:
    done, reason = parts_of(entry.action)
    texts = [entry.at.replace("T", " ").rstrip("Z"), entry.who, done, reason, entry.table, changed_values_text(entry)]
    item = QTreeWidgetItem([one_line(text, SHOWN) for text in texts])
    for at in (3, 5):
        item.setToolTip(at, plain_tooltip(texts[at]))
    return item
