"""The dialog that lists changes made outside the plugin, and adopts them under the analyst's name."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.delta import Entry
from yalu_plugin.gui.entry_text import changed_values_text
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.labels import plain_label, wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.record_entries import MOST
from yalu_plugin.workbench import Workbench

SEQ = Qt.ItemDataRole.UserRole
SHOWN = 120  # characters of a change; the tooltip has the whole text


class AdoptDialog(QDialog):
    """Lists the entries that are not adopted; adopts the ticked ones, with a reason."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_adopt_dialog")
        self.setWindowTitle(tr("Changes made outside the plugin"))
        self._workbench, self._messages = workbench, messages
        self._list = self._create_list(workbench.session.need_survey().adoptable_entries())
        self._reason = QLineEdit()
        self._reason.setObjectName("yalu_adopt_reason")
        self._reason.setPlaceholderText(tr("Why these changes are right"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._adopt = self._buttons.addButton(tr("Adopt"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._adopt.setObjectName("yalu_adopt")
        self._buttons.accepted.connect(self._write)
        self._buttons.rejected.connect(self.reject)
        self._reason.textChanged.connect(self._update_button)
        self._list.itemChanged.connect(self._update_button)
        self._lay_out()
        self._update_button()

    @property
    def count(self) -> int:
        """The number of listed changes."""
        return int(self._list.topLevelItemCount())

    def _create_list(self, entries: list[Entry]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("yalu_adopt_list")
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels([tr("Entry"), tr("When (UTC)"), tr("Table"), tr("Row"), tr("What changed")])
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setResizeContentsPrecision(0)
        for entry in entries:
            change = changed_values_text(entry)
            row = entry.after or entry.before or {}
            item = QTreeWidgetItem([str(entry.seq), entry.at.replace("T", " ").rstrip("Z"), entry.table,
                                    one_line(_label(entry.table, row) or entry.row_id, SHOWN),
                                    one_line(change, SHOWN)])
            item.setToolTip(4, plain_tooltip(change))
            item.setData(0, SEQ, entry.seq)
            item.setCheckState(0, Qt.CheckState.Checked)
            tree.addTopLevelItem(item)
        return tree

    def _lay_out(self) -> None:
        text = wrapping_label("yalu_adopt_text")
        text.setText(tr("QGIS' own tools or another program made these changes, and the record does not know who. "
                        "Adopting them states in the record that you vouch for them; the entries stay as they are."))
        if self.count == MOST:
            text.setText(f"{text.text()} " + tr("These are the newest {n}; once they are adopted, older ones follow.")
                         .format(n=MOST))
        form = QFormLayout()
        form.addRow(tr("Name"), plain_label(one_line(analyst()), "yalu_adopt_name"))
        form.addRow(tr("Reason"), self._reason)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addWidget(self._list, 1)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.resize(760, 420)
        self._list.scrollToBottom()  # to the newest

    def _ticked(self) -> list[int]:
        items = map(self._list.topLevelItem, range(self._list.topLevelItemCount()))
        return [item.data(0, SEQ) for item in items if item.checkState(0) == Qt.CheckState.Checked]

    def _update_button(self, *_: object) -> None:
        self._adopt.setEnabled(bool(self._ticked() and self._reason.text().strip()))

    def _write(self) -> None:
        with self._messages.reporting():
            ticked = self._ticked()
            self._workbench.session.need_survey().adopt(ticked, analyst(), self._reason.text())
            self._workbench.session.refresh()
            self._messages.show_message(tr("Changes adopted: {n}").format(n=len(ticked)))
            self.accept()


def _label(table: str, row: Row) -> str:
    """Return the name or title of a row, empty if it has none."""
    return site_name(row) if table == "sites" and row else str(row.get("name") or row.get("title") or "")

