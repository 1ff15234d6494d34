from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.cell_text import neutralised, restored

FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "  =1",
            "\ufeff=1", "\u200b=1", "\u202e=1", "-", "=", "'=1", "''@x", "' =1", "-1-1", "+8210 1234", "-5 m", "-١")
PLAIN = ("", "A", "혜산", "a=b", "3-4", "-5", "+5.25", "-.5", "1e5", "-1.5E+7", "'", "''", "'tis", "–", "−5", "a\t=1",
         "5@x")
cells = st.text(st.sampled_from("'=+-@\t\r\n ＝－a1.\ufeff"), max_size=8) | st.text(max_size=20)


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_would_calculate_is_marked(text: str) -> None:
    assert neutralised(text) == "'" + text
    assert restored("'" + text) == text


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_and_numbers_are_left_alone(text: str) -> None:
    assert neutralised(text) == restored(text) == text


@given(cells)
def test_marked_text_is_restored(text: str) -> None:
    assert restored(neutralised(text)) == text


@given(cells)
def test_no_cell_begins_a_formula_unless_it_is_a_number(text: str) -> None:
    cell = neutralised(text)
    if cell.lstrip(" \t\r\n\ufeff")[:1] in tuple("=+-@＝＋－＠"):
        float(cell)
