"""The box to choose the crossing from which chainage is counted."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt
from qgis.PyQt.QtWidgets import QComboBox

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import CROSSING_KINDS
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.corridor.crossing_columns import site_label
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

USED = (QEvent.Type.FocusIn, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class DatumBox(QComboBox):
    """Holds the chosen one until somebody turns to it: only then are all crossings listed, by name."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self.setObjectName("yalu_datum")
        self.setToolTip(tr("The crossing from which chainage is counted, growing downstream"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._workbench = workbench
        self._datums = _Datums(self)
        self._listed = False
        self.setModel(self._datums)
        for changed in (workbench.session.survey_changed, workbench.session.facts_ready):
            changed.connect(self._show_others)
        workbench.river.changed.connect(self._show_chosen)
        workbench.session.changed.connect(self._take)
        self._show_chosen()

    def list_all(self) -> None:
        """List all crossings, where that was not done since one was changed."""
        facts = self._workbench.session.facts
        if not self._listed and facts is not None:
            self._listed = True
            self._set([row for row in facts.rows("sites") if row["kind"] in CROSSING_KINDS])

    def call_default(self, name: str) -> None:
        """Give this name to the choice of none."""
        self._datums.call_default(name)

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt's own
        if event.type() in USED:
            self.list_all()
        return super().event(event)

    def showPopup(self) -> None:  # noqa: N802, D102 - Qt's own
        self.list_all()
        super().showPopup()

    def _take(self, delta: Delta) -> None:
        touched = {row["id"] for rows in delta.changes("sites") for row in rows if row}
        if touched:
            self._listed = False
        if self._workbench.river.datum_id in touched:
            self._show_chosen()

    def _show_others(self) -> None:
        self._listed = False
        self._show_chosen()

    def _show_chosen(self) -> None:
        facts, datum_id = self._workbench.session.facts, self._workbench.river.datum_id
        if self._listed:
            self.setCurrentIndex(self._datums.row_of(datum_id))
        else:
            chosen = facts.row("sites", datum_id) if facts is not None and datum_id else None
            self._set([chosen] if chosen else [])

    def _set(self, rows: list[Row]) -> None:
        self._datums.set_rows(rows)
        self.setCurrentIndex(self._datums.row_of(self._workbench.river.datum_id))


class _Datums(QAbstractListModel):
    """None, and then crossings by name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = [(tr("Default: Hyesan ford"), "")]

    def set_rows(self, rows: list[Row]) -> None:
        unnamed = {kind: site_label({"name": "", "kind": kind}) for kind in CROSSING_KINDS}
        named = [(one_line(row["name"]) if row["name"] else unnamed.get(row["kind"]) or site_label(row), row["id"])
                 for row in rows]
        self.beginResetModel()
        self._rows[1:] = sorted(named, key=lambda pair: pair[0].casefold())
        self.endResetModel()

    def call_default(self, name: str) -> None:
        self._rows[0] = name, ""
        self.dataChanged.emit(self.index(0), self.index(0))

    def row_of(self, site_id: str) -> int:
        """Where this one is listed; that of none where it is not."""
        return next((number for number, (_, listed) in enumerate(self._rows) if listed == site_id), 0)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        text, site_id = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        return site_id if role == Qt.ItemDataRole.UserRole else None
