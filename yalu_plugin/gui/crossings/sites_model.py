"""The survey's sites as rows of a list, downstream first: name, kind, state on the day, chainage."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.rival_states import Rivals
from yalu_plugin.gui.kinds import kind_icon, kind_name, short_state, state_name
from yalu_plugin.gui.plain import plain_tooltip
from yalu_plugin.i18n import tr

SITE_ID = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1


class SitesModel(QAbstractTableModel):
    """Rows are sites; columns name, state and km. `set_rows` replaces all of it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sites: list[Row] = []
        self._rows: dict[str, int] = {}  # by site id
        self._states: dict[str, Row] = {}
        self._rivals: Rivals = {}
        self._chainages: dict[str, float] = {}

    def set_rows(self, sites: list[Row], states: dict[str, Row], rivals: Rivals, chainages: dict[str, float]) -> None:
        """Show these sites with their states (rows of site_states) and chainages (km), both by site id.

        `rivals` are the states that may have come after the one shown, by the id of its observation.
        """
        self.beginResetModel()
        self._sites, self._states, self._rivals, self._chainages = sites, states, rivals, chainages
        self._rows = {site["id"]: row for row, site in enumerate(sites)}
        self.endResetModel()

    def row_of(self, site_id: str) -> int:
        """The row of a site, or -1."""
        return self._rows.get(site_id, -1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102 - Qt's own
        return 0 if parent.isValid() else len(self._sites)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802, D102
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802, D102
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Site"), tr("State"), tr("km"))[section]

    def data(self, index: QModelIndex, role: int = 0) -> object:  # noqa: D102
        site = self._sites[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._text(site, index.column()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return kind_icon(site["kind"])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tooltip(site))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 2:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == SITE_ID:
            return site["id"]
        if role == SORT:
            return self._sort_key(site, index.column())
        return None

    def _text(self, site: Row, column: int) -> str:
        if column == 0:
            return site["name"] or tr("{kind}, unnamed").format(kind=kind_name(site["kind"]))
        if column == 1:
            return self._state_text(site)
        km = self._chainages.get(site["id"])
        return "" if km is None else f"{km:.2f}"

    def _tooltip(self, site: Row) -> str:
        state = self._states.get(site["id"], {})
        lines = [self._text(site, 0), kind_name(site["kind"]), state_name(self._state(site))]
        if state.get("seen_from"):
            lines[-1] += tr(", seen {seen_from} to {seen_to} (UTC)").format(**state)
        rivals = self._rivals.get(state.get("observation_id"), ())
        if rivals:
            lines.append(tr("Or: {states}; seen on days that overlap, so which came last is not known.").format(
                states=", ".join(map(state_name, rivals))))
        return "\n".join(line for line in (*lines, site["note"]) if line)

    def _state_text(self, site: Row) -> str:
        """In one word; with a question mark where another state may have come after it."""
        state = self._states.get(site["id"], {})
        if not state.get("valid_from"):
            return "–"
        return short_state(self._state(site)) + (" ?" if state["observation_id"] in self._rivals else "")

    def _state(self, site: Row) -> str:
        return str(self._states.get(site["id"], {}).get("state") or "unknown")

    def _sort_key(self, site: Row, column: int) -> object:
        return self._chainages.get(site["id"], float("inf")) if column == 2 else self._text(site, column).casefold()
