"""The marks of cells: all different, and none for a cell without observations."""

from __future__ import annotations

import xml.dom.minidom

import pytest

from yalu_plugin.core.cartography.state_marks import COLOURS, cell_svg
from yalu_plugin.core.states import NOT_OBSERVABLE, STATES
from yalu_plugin.core.survey.matrix.matrix_cells import EMPTY_CELL, Cell

CONCLUSIVE = [state for state in STATES if state != NOT_OBSERVABLE]
CELLS = [*(Cell((state,)) for state in (*CONCLUSIVE, "flooded")), Cell(blind=True), Cell(("present", "absent")),
         Cell(("absent", "present")), Cell(("present", "absent", "present", "washed_out")),
         Cell(("absent", "present"), True), *(Cell(spanning=(state,)) for state in STATES),
         Cell(spanning=("absent", "present")), Cell(("present",), spanning=("absent",))]


def test_every_state_has_its_own_colour() -> None:
    assert set(COLOURS) == set(STATES) and len(set(COLOURS.values())) == len(STATES)


def test_no_two_cells_look_alike() -> None:
    assert len({cell_svg(cell, 30, 18) for cell in CELLS}) == len(CELLS)


def test_cells_without_observations_are_empty() -> None:
    assert cell_svg(EMPTY_CELL, 30, 18) == ""


@pytest.mark.parametrize("cell", CELLS)
def test_the_svg_has_only_elements_that_qt_draws(cell: Cell) -> None:
    drawn = xml.dom.minidom.parseString(f"<g>{cell_svg(cell, 30, 18)}</g>")  # our own text
    assert {node.tagName for node in drawn.firstChild.childNodes} <= {"rect", "path", "circle"}


def test_unknown_states_are_not_written_into_the_svg() -> None:
    assert "<b>" not in cell_svg(Cell(("<b>",)), 30, 18)
