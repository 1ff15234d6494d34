"""A dialog for what the legend calls kinds, states, river and places."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.value_labels import RIVER_LABEL, STATE_LABELS
from yalu_plugin.gui.kinds import every_kind, kind_name
from yalu_plugin.i18n import tr


class LegendWords(QDialog):
    """A row for each entry: how it is called by itself, and in the user's own words; empty leaves it so."""

    def __init__(self, own: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("YaluLegendWords")
        self.setWindowTitle(tr("Words of the legend"))
        self._names = {"sites": tr("Sites"), **{name: kind_name(name) for name in every_kind()},
                       "states": tr("State on the day"), **{name: tr(STATE_LABELS[name]) for name in STATE_LABELS},
                       "river": tr(RIVER_LABEL), "place": tr("Place")}
        self._table = QTableWidget(len(self._names), 2, self)
        self._table.setObjectName("yalu_export_legend_words")
        self._table.setHorizontalHeaderLabels([tr("Entry"), tr("Your words")])
        self._table.verticalHeader().setVisible(False)
        self._table.setTabKeyNavigation(False)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        for row, (name, word) in enumerate(self._names.items()):
            entry = QTableWidgetItem(word)
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._table.setItem(row, 0, entry)
            self._table.setItem(row, 1, QTableWidgetItem(own.get(name, "")))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._table)
        layout.addWidget(buttons)
        self.resize(560, 520)

    def words(self) -> dict[str, str]:
        """The user's words, by the entry's name."""
        given = {name: self._table.item(row, 1).text().strip() for row, name in enumerate(self._names)}
        return {name: word for name, word in given.items() if word}
