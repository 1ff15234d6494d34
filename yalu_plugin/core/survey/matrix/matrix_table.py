"""The matrix as a table of text for other programs: a row for each site, a column for each column of the matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.survey.columns.day_numbers import NONE, day_text
from yalu_plugin.core.survey.matrix.matrix_axis import MatrixColumn
from yalu_plugin.core.survey.matrix.matrix_cells import Cell
from yalu_plugin.core.survey.matrix.matrix_rows import SiteRows
from yalu_plugin.core.survey.matrix.survey_matrix import Matrix

SITE = ("site_id", "name", "kind", "km")
THEN, OR = " > ", " | "


def headings(matrix: Matrix, scenes: Mapping[str, Scene]) -> list[str]:
    """Return a unique heading for each column: its days in UTC, platform and kind of date."""
    found = [_heading(column, matrix.unit, scenes) for column in matrix.columns]
    several, seen = Counter(found), Counter[str]()
    for at, heading in enumerate(found):
        seen[heading] += 1
        found[at] = f"{heading} ({seen[heading]})" if several[heading] > 1 else heading
    return found


def cell_values_text(cell: Cell) -> str:
    """Return a cell with the values of the survey, empty without observations.

    "a > b": one, then the other; "a | b": they are in conflict, or their order is not known; "(a)": on some day of a
    longer period.
    """
    return cell_label(cell, lambda state: state)


def cell_label(cell: Cell, label: Callable[[str], str]) -> str:
    """Return a cell in the form of cell_values_text, with a label for each state."""
    blind = label(NOT_OBSERVABLE) if cell.blind else ""
    seen = (OR if cell.conflict else THEN).join(map(label, cell.states)) or blind
    return " ".join(filter(None, (seen, f"({OR.join(map(label, cell.spanning))})" if cell.spanning else "")))


def table_rows(matrix: Matrix, rows: SiteRows, chainages: Mapping[str, float],
               shown: Callable[[Cell], object] = cell_values_text) -> Iterator[list[Any]]:
    """Yield for each site its id, name, kind, kilometre (3 decimals, None if not known), and its cells by `shown`."""
    count = len(matrix.columns)
    for site_id in map(rows.site_at, range(len(rows))):
        site = matrix.facts.row("sites", site_id) or {}
        km, cells = chainages.get(site_id), matrix.cells(site_id)
        yield [site_id, site.get("name"), site.get("kind"), None if km is None else round(km, 3),
               *(shown(cells.cell(at)) for at in range(count))]


def _heading(column: MatrixColumn, unit: str, scenes: Mapping[str, Scene]) -> str:
    first, last = day_text(column.first or column.last) or "", day_text(column.last) or ""
    if unit == "month":
        return first[:7]
    if unit == "quarter":
        return f"{first[:4]}-Q{(int(first[5:7]) + 2) // 3}"
    days = f"<={last}" if column.first == NONE else last if first == last else f"{first}/{last}"
    scene = scenes.get(column.scenes[0]) if column.scenes else None
    parts = [days, scene.platform if scene else "no scene", column.kind,
             "SYNTHETIC" if any(scenes[one].synthetic for one in column.scenes if one in scenes) else ""]
    return " ".join(filter(None, parts))
