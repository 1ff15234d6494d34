"""Texts of the matrix's columns and cells, on screen and on pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.states import BY_BUTTON
from yalu_plugin.core.survey.columns.day_numbers import NONE, day_text
from yalu_plugin.core.survey.matrix.matrix_axis import MatrixColumn, dated_observation
from yalu_plugin.core.survey.matrix.matrix_cells import Cell
from yalu_plugin.core.value_labels import DATE_KIND_LABELS, REASON_LABELS
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import state_name

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.core.survey.matrix.survey_matrix import Matrix

PART = 60  # characters of a platform
MOST_LINES = 8  # observations of a cell that are listed


def column_lines(column: MatrixColumn, unit: str) -> tuple[str, ...]:
    """Return the heading of a column in short lines: year, month, day.

    The day has a sign if it is a bound, or the first of several days.
    """
    year, month, day = (day_text(column.first or column.last) or "").split("-")
    if unit == "quarter":
        return year, f"Q{(int(month) + 2) // 3}"
    if unit == "month":
        return year, month
    if column.first == NONE:
        return year, month, f"≤{day}"
    if column.kind == "released":
        return year, month, f"<{day}"
    return year, month, day if column.first == column.last else f"{day}…"


def column_text(column: MatrixColumn, unit: str, scenes: Mapping[str, Scene]) -> str:
    """Return a column in one line: its days (UTC), their kind of date, and the platform of the image."""
    if unit != "scene":
        return tr("{period} (UTC)").format(period="-".join(column_lines(column, unit)))
    days = days_text(column.first, column.last)
    if not column.scenes:
        return tr("{days}: recorded without a scene of those days").format(days=days)
    found = [scenes[scene_id] for scene_id in column.scenes if scene_id in scenes]
    parts = [days, tr(DATE_KIND_LABELS[column.kind]) if column.kind in DATE_KIND_LABELS else "",
             one_line(found[0].platform or found[0].name, PART) if found else "",
             tr("SYNTHETIC") if any(scene.synthetic for scene in found) else ""]
    return " · ".join(filter(None, parts))


def days_text(first: int, last: int) -> str:
    """Return the days of an observation or a column, UTC."""
    if first == NONE:
        return tr("on or before {day} UTC").format(day=day_text(last))
    if first == last:
        return tr("{day} UTC").format(day=day_text(last))
    return tr("{first} to {last} UTC").format(first=day_text(first), last=day_text(last))


def cell_text(cell: Cell) -> str:
    """Return the text of a cell."""
    states = list(map(state_name, cell.states))
    parts = []
    if cell.conflict:
        parts.append(tr("Contradictory: {states}").format(states=" / ".join(states)))
    elif states:
        parts.append(tr(", then ").join(states))
    elif cell.blind:
        parts.append(tr("Inspected, not observable"))
    if cell.spanning:
        parts.append(tr("Some day of a longer period: {states}").format(
            states=" / ".join(map(state_name, cell.spanning))))
    return "; ".join(parts) or tr("Not inspected")


def observation_lines(matrix: Matrix, site_id: str, column: int) -> list[str]:
    """Return the observations of a cell, one per line: state, days, kind of date, source, author."""
    rows = [row for row in matrix.facts.observations_of(site_id) if _is_in(matrix, row, column)]
    lines = [_observation_line(matrix, row) for row in rows[:MOST_LINES]]
    return lines + ([tr("and {n} more").format(n=len(rows) - MOST_LINES)] if len(rows) > MOST_LINES else [])


def _is_in(matrix: Matrix, row: Row, column: int) -> bool:
    observed = dated_observation(row)
    place = matrix.axis.column_span(observed, matrix.days_of_scenes) if observed is not None else None
    return place is not None and place.first <= column <= place.last


def _observation_line(matrix: Matrix, row: Row) -> str:
    observed = dated_observation(row)
    image = matrix.facts.row("images", row["image_id"]) if row["image_id"] else None
    source = matrix.facts.row("sources", row["source_id"]) if row["source_id"] else None
    kind = image["date_kind"] if image is not None else "reported"
    reason = row["reason"]
    state_label = state_name(row["state"]) + (f" ({tr(REASON_LABELS[reason])})" if reason in REASON_LABELS else "")
    parts = [state_label, days_text(observed.first, observed.last) if observed else "",
             tr(DATE_KIND_LABELS[kind]) if kind in DATE_KIND_LABELS else "",
             one_line(source["title"] or "", PART) if source else "",
             one_line(row["created_by"] or "", PART),
             tr("SYNTHETIC") if image is not None and image["synthetic"] else ""]
    return " · ".join(filter(None, parts))


def legend_cells() -> Iterator[tuple[Cell, str]]:
    """Yield the entries of the legend: an example cell and its text."""
    for state in BY_BUTTON:
        if state.is_conclusive:
            yield Cell((state.value,)), state_name(state.value)
    yield Cell(blind=True), tr("Not observable")
    yield Cell(), tr("Not inspected")
    yield Cell(("present", "washed_out")), tr("One, then the other")
    yield Cell(("absent", "present"), True), tr("Contradictory")
    yield Cell(spanning=("present",)), tr("Some day of a longer period")
