"""Cells of a sheet: a letter and a colour for each state, which are also distinct in greyscale."""

from __future__ import annotations

import pytest

from yalu_plugin.core.cartography.state_marks import BLIND_GREY, OTHER
from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.survey.matrix.matrix_cells import Cell
from yalu_plugin.core.survey.matrix.matrix_sheet import legend_sheet, matrix_sheet, styled


@pytest.mark.parametrize(("cell", "text", "fill"), [
    (Cell(("present",)), "P", "#0b6e4f"), (Cell(("absent",)), "A", "#5f5f5f"), (Cell(("washed_out",)), "W", "#c1121f"),
    (Cell(("under_construction",)), "U", "#c25e00"), (Cell(blind=True), "N", BLIND_GREY), (Cell(), None, None),
    (Cell(("present", "washed_out")), "P > W", "#c1121f"), (Cell(("absent", "present"), True), "A | P", "#ffffff"),
    (Cell(spanning=("present", "absent")), "(P | A)", "#0b6e4f"), (Cell(("paved",)), "paved", OTHER),
    (Cell(("present",), spanning=(NOT_OBSERVABLE,)), "P (N)", "#0b6e4f")])
def test_letters_and_colours(cell: Cell, text: str, fill: str) -> None:
    value, style = styled(cell)
    assert (value, style and style.fill) == (text, fill)


def test_styles_differ_in_greyscale() -> None:
    def light(colour: str) -> float:
        red, green, blue = (int(colour[at:at + 2], 16) for at in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    for state in ("present", "absent", "washed_out", "under_construction"):
        _, style = styled(Cell((state,)))
        assert style is not None and light(style.ink) - light(style.fill) > 120  # the letter is read on it
    styles = {(styled(cell)[0], styled(cell)[1] and styled(cell)[1][2:4]) for cell in (  # type: ignore[index]
        Cell(("present",)), Cell(spanning=("present",)), Cell(("absent",)), Cell(("washed_out",)), Cell(blind=True),
        Cell(("under_construction",)), Cell(), Cell(("absent", "present"), True))}
    assert len(styles) == 8


def test_sites_and_days_stay_in_view_and_no_text_is_a_formula() -> None:
    sheet = matrix_sheet("m", ["site_id", "name", "kind", "km", "2025-07-30", "record"],
                         [["1", "=down", "ford", 1.5, Cell(("present",)), "+r"]], 1)
    head, row = list(sheet.rows)
    assert sheet.frozen == (1, 4) and [value for value, _ in row] == ["1", "'=down", "ford", 1.5, "P", "'+r"]
    assert [style is not None and style.turned for _, style in head] == [False] * 4 + [True, False]
    legend = list(legend_sheet("l", [(Cell(("present",)), "=here")], ["a"]).rows)
    assert [[value for value, _ in line] for line in legend] == [["P", "'=here"], ["", "a"]]
