"""A kind of site is declared once: with one record more, everything that deals with kinds has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from yalu_plugin.core.kinds import BUILT_IN_KINDS, CROSSING_KINDS, KIND_BY_KEY, SHAPES

ROOT = Path(__file__).resolve().parents[2]
WITH_ONE_MORE = """
from pathlib import Path

source = Path("yalu_plugin/core/kinds.py")
record = ('SiteKind("cable_ferry", translatable("Cable ferry"), "diamond", 2.5, 3.3, "#123456", INK, key="C",'
          ' is_crossing=True, evidence=Evidence(translatable("a raft"), 6.0)),\\n)\\nVEHICLE, BARGE')
code = source.read_text(encoding="utf-8").replace(")\\nVEHICLE, BARGE", record, 1)
import yalu_plugin.core.kinds as kinds
exec(compile(code, str(source), "exec"), kinds.__dict__)

from yalu_plugin.core.charts.chainage_strip import SYMBOLS
from yalu_plugin.core.custom_kinds import is_built_in
from yalu_plugin.core.resolution import unresolved_evidence
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.value_labels import COLUMN_LABELS, KIND_LABELS

column = next(column for column in TABLE["sites"].columns if column.name == "kind")
print(column.choices[-1], KIND_LABELS["cable_ferry"], COLUMN_LABELS["kind"]["cable_ferry"], is_built_in("Cable ferry"),
      SYMBOLS["cable_ferry"]["color"], unresolved_evidence("cable_ferry", 10.0).label, kinds.CROSSING_KINDS[-1],
      kinds.KIND_BY_KEY["C"], sep="|")
"""


def test_one_more_record_is_enough():
    found = subprocess.run([sys.executable, "-c", WITH_ONE_MORE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip().split("|") == ["cable_ferry", "Cable ferry", "Cable ferry", "True", "#123456", "a raft",
                                               "cable_ferry", "cable_ferry"]


def test_values_labels_and_keys_are_unique_and_shapes_known():
    assert len({kind.value for kind in BUILT_IN_KINDS}) == len({kind.label for kind in BUILT_IN_KINDS}) == 5
    assert len(KIND_BY_KEY) == sum(bool(kind.key) for kind in BUILT_IN_KINDS)
    assert {kind.shape for kind in BUILT_IN_KINDS} <= set(SHAPES)


def test_two_kinds_count_as_crossings():
    assert CROSSING_KINDS == ("vehicle_ford", "barge_dock")
    assert KIND_BY_KEY == {"V": "vehicle_ford", "B": "barge_dock"}


def test_each_kind_is_recognized_in_foreign_lists():
    from yalu_plugin.core.importing.notations.kind_words import kind_of

    assert {kind_of(kind.label).kind for kind in BUILT_IN_KINDS} == {kind.value for kind in BUILT_IN_KINDS}
