"""The dialog to rename the entries of the legend: kinds, states, river and places."""

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
from yalu_plugin.gui.kind_display import every_kind, kind_name
from yalu_plugin.i18n import tr


class LegendDialog(QDialog):
    """Has a row for each entry with its default label and the user's label; empty keeps the default."""

    def __init__(self, custom: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("YaluLegendWords")
        self.setWindowTitle(tr("Legend labels"))
        self._names = {"sites": tr("Sites"), **{name: kind_name(name) for name in every_kind()},
                       "states": tr("State on the day"), **{name: tr(STATE_LABELS[name]) for name in STATE_LABELS},
                       "river": tr(RIVER_LABEL), "place": tr("Place")}
        self._table = QTableWidget(len(self._names), 2, self)
        self._table.setObjectName("yalu_export_legend_words")
        self._table.setHorizontalHeaderLabels([tr("Entry"), tr("Your labels")])
        self._table.verticalHeader().setVisible(False)
        self._table.setTabKeyNavigation(False)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        for row, (name, label) in enumerate(self._names.items()):
            entry = QTableWidgetItem(label)
            entry.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._table.setItem(row, 0, entry)
            self._table.setItem(row, 1, QTableWidgetItem(custom.get(name, "")))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._table)
        layout.addWidget(buttons)
        self.resize(560, 520)

    def labels(self) -> dict[str, str]:
        """Return the user's labels by the entry's name."""
        entered = {name: self._table.item(row, 1).text().strip() for row, name in enumerate(self._names)}
        return {name: label for name, label in entered.items() if label}
