"""The matrix as a model of Qt: sites in order downstream by columns of time. Cells are computed on request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.columns.day_numbers import NONE
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.survey.matrix.matrix_axis import MatrixColumn, changed_run
from yalu_plugin.core.survey.matrix.matrix_cells import Cell, SiteCells
from yalu_plugin.core.survey.matrix.matrix_rows import SiteRows
from yalu_plugin.core.survey.matrix.survey_matrix import Matrix
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.kind_display import kind_icon, kind_name
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.matrix_texts import cell_text, column_lines, column_text, observation_lines
from yalu_plugin.layers.survey.survey_errors import NoSurveyOpen

VERTICAL, HORIZONTAL = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
UNDATED = MatrixColumn(NONE, NONE)


class MatrixModel(QAbstractTableModel):
    """`show` resets it; `apply` and `show_steps` update only the rows and columns that have changed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.matrix: Matrix | None = None
        self.scenes: Mapping[str, Scene] = {}
        self._rows = SiteRows((), {})
        self._chainages: Mapping[str, float] = {}
        self._columns: Sequence[MatrixColumn] = ()
        self._cached_site: tuple[str, int, Row | None] = "", -1, None  # id, entry number, row

    # content

    def show(self, facts: Facts | None, steps: Sequence[Step], scenes: Mapping[str, Scene],
             chainages: Mapping[str, float], unit: str) -> None:
        """Show the sites of these facts (None: no sites) by the steps of the timeline; chainages are in km."""
        self.beginResetModel()
        self.scenes, self._chainages, self._cached_site = scenes, chainages, ("", -1, None)
        self.matrix = Matrix(facts, steps, unit) if facts is not None else None
        self._rows = SiteRows(facts.site_fids() if facts is not None else (), chainages)
        self._columns = self.matrix.columns if self.matrix is not None else ()
        self.endResetModel()

    def need_matrix(self) -> Matrix:
        """Return the matrix that is shown. Raises NoSurveyOpen."""
        if self.matrix is None:
            raise NoSurveyOpen()
        return self.matrix

    def show_steps(self, steps: Sequence[Step], scenes: Mapping[str, Scene]) -> None:
        """Show other steps of the timeline."""
        if self.matrix is not None:
            self.scenes = scenes
            fresh = Matrix(self.matrix.facts, steps, self.matrix.unit)
            with self._changing_columns(fresh.columns):
                self.matrix = fresh
            self._all_cells_changed()

    def apply(self, delta: Delta, chainages: Mapping[str, float]) -> None:
        """Show a change after it was applied to the facts."""
        if self.matrix is None:
            return
        self._chainages = chainages
        self._apply_sites(delta)
        update = self.matrix.update(delta)
        with self._changing_columns(update.axis.columns):
            self.matrix.apply(update)
        if self._columns:
            for row in map(self.row_of, update.sites):
                if row >= 0:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def _apply_sites(self, delta: Delta) -> None:
        for before, after in delta.changes("sites"):
            if after is not None and self._rows.stays(after, self._chainages):
                row = self._rows.row_of(after["id"])
                self.headerDataChanged.emit(VERTICAL, row, row)
                continue
            row = self._rows.row_of(before["id"]) if before is not None else -1
            if row >= 0:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._rows.remove(row)
                self.endRemoveRows()
            if after is not None and after["id"] is not None:
                row = self._rows.row_for(after, self._chainages)
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.add(after, self._chainages)
                self.endInsertRows()

    @contextmanager
    def _changing_columns(self, after: Sequence[MatrixColumn]) -> Iterator[None]:
        """Remove and insert the columns that differ after the block has run."""
        before = self._columns
        at, removed, added = (0, 0, 0) if after is before else changed_run(before, after)
        if removed:
            self.beginRemoveColumns(QModelIndex(), at, at + removed - 1)
            self._columns = (*before[:at], *before[at + removed:])
            self.endRemoveColumns()
        if added:
            self.beginInsertColumns(QModelIndex(), at, at + added - 1)
        yield
        self._columns = after
        if added:
            self.endInsertColumns()

    def _all_cells_changed(self) -> None:
        if self._rows and self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))
            self.headerDataChanged.emit(HORIZONTAL, 0, len(self._columns) - 1)

    # sites, columns and cells

    def site_at(self, row: int) -> str:
        """Return the id of the site of a row; empty if there is none."""
        return self._rows.site_at(row) if 0 <= row < len(self._rows) else ""

    def row_of(self, site_id: str) -> int:
        """Return the row of a site, or -1."""
        return self._rows.row_of(site_id)

    def column_at(self, column: int) -> MatrixColumn:
        """Return a column; an undated one if there is none."""
        return self._columns[column] if 0 <= column < len(self._columns) else UNDATED

    def cells(self, row: int) -> SiteCells:
        """Return the cells of a row."""
        return self.need_matrix().cells(self._rows.site_at(row))

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell."""
        return self.cells(row).cell(column)

    def _site(self, site_id: str) -> Row | None:
        """The facts' row of a site, cached: a heading is requested in several roles in succession."""
        facts = self.need_matrix().facts
        if self._cached_site[:2] != (site_id, facts.seq):
            self._cached_site = site_id, facts.seq, facts.row("sites", site_id)
        return self._cached_site[2]

    # texts

    def site_text(self, row: int) -> str:
        """Return the name of the site of a row."""
        site = self.need_matrix().facts.row("sites", self.site_at(row))
        return one_line(site_name(site)) if site is not None else ""

    def column_text(self, column: int) -> str:
        """Return the text of a column in one line."""
        return column_text(self.column_at(column), self.need_matrix().unit, self.scenes)

    def text(self, row: int, column: int) -> str:
        """Return site, column and state of a cell in one line."""
        return f"{self.site_text(row)} · {self.column_text(column)} · {cell_text(self.cell(row, column))}"

    def whole_text(self, row: int, column: int) -> str:
        """As `text`, with a line for each observation of the cell."""
        return "\n".join((self.text(row, column), *observation_lines(self.need_matrix(), self.site_at(row), column)))

    # Qt's own

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, D102, B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, D102, B008
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        if not index.isValid() or self.matrix is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self.cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.whole_text(index.row(), index.column()))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self.whole_text(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802, D102
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.matrix is None:
            return None
        if orientation == HORIZONTAL:
            return self._column_data(section, role) if section < len(self._columns) else None
        return self._site_data(section, role) if section < len(self._rows) else None

    def _column_data(self, section: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(column_lines(self._columns[section], self.need_matrix().unit))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.column_text(section))
        return self.column_text(section) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _without_a_day(self, site_id: str) -> str:
        undated = sum(not row["seen_to"] for row in self.need_matrix().facts.observations_of(site_id))
        return tr("Observations without a day, in no column: {n}").format(n=undated) if undated else ""

    def _site_data(self, section: int, role: int) -> Any:
        site = self._site(self.site_at(section))
        if site is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return kind_icon(site["kind"])
        km = self._chainages.get(site["id"])
        place = "" if km is None else tr("km {km}").format(km=f"{km:.1f}")
        name = one_line(site_name(site))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{km:.1f}  {name}" if km is not None else name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(filter(None, (
                name, kind_name(site["kind"]), place, self._without_a_day(site["id"])))))
        return ", ".join(filter(None, (name, place))) if role == Qt.ItemDataRole.AccessibleTextRole else None
