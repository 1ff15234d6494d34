"""A state is declared once: with one record more, everything that deals with states has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from yalu_plugin.core.states import BY_BUTTON, MARKS, OBSERVED_STATES, SIGHTINGS, is_conclusive

ROOT = Path(__file__).resolve().parents[2]
WITH_ONE_MORE = """
import re
from pathlib import Path

source = Path("yalu_plugin/core/states.py")
record = 'State("damaged", translatable("Damaged"), "D", 6, "#123456", "slash", is_sighting=True),\\n)\\nNOT_OBSERVABLE'
code = source.read_text(encoding="utf-8").replace(")\\nNOT_OBSERVABLE", record, 1)
import yalu_plugin.core.states as states
exec(compile(code, str(source), "exec"), states.__dict__)

from yalu_plugin.core.cartography.state_marks import cell_svg, fill_of
from yalu_plugin.core.first_seen import first_sightings
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.matrix.matrix_cells import Cell
from yalu_plugin.core.survey.matrix.matrix_sheet import styled
from yalu_plugin.core.value_labels import COLUMN_LABELS, STATE_LABELS

column = next(column for column in TABLE["observations"].columns if column.name == "state")
print(column.choices[-1], STATE_LABELS["damaged"], COLUMN_LABELS["state"]["damaged"], fill_of("damaged"),
      styled(Cell(("damaged",)))[0], re.search("l[^z]*-", cell_svg(Cell(("damaged",)), 10, 10)) is not None,
      first_sightings([{"site_id": "a", "state": "damaged", "seen_from": None, "seen_to": "2025-01-01"}]) != {})
"""


def test_one_more_record_is_enough():
    found = subprocess.run([sys.executable, "-c", WITH_ONE_MORE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["damaged", "Damaged", "Damaged", "#123456", "D", "True", "True"]


def test_keys_buttons_and_values_are_unique_and_marks_known():
    for column in ("value", "label", "key", "button"):
        assert len({getattr(state, column) for state in OBSERVED_STATES}) == len(OBSERVED_STATES), column
    assert {state.mark for state in OBSERVED_STATES} <= set(MARKS)
    assert [state.key for state in BY_BUTTON] == list("PAWUN")


def test_each_state_has_an_icon():
    for state in OBSERVED_STATES:
        assert (ROOT / "resources" / "icons" / f"observe_{state.value}.svg").is_file(), state.value


def test_each_state_is_recognized_in_foreign_lists():
    from yalu_plugin.core.importing.notations import state_words as notation

    assert set(notation._CERTAIN) == {state.value for state in OBSERVED_STATES}


def test_not_observable_is_inconclusive_and_a_foreign_value_is_conclusive():
    assert [is_conclusive(value) for value in ("present", "absent", "paved", "not_observable", None)] == [
        True, True, True, False, False]
    assert set(SIGHTINGS) == {"present", "under_construction"}
