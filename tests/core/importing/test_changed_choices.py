"""A list assessed again after another choice is the same as one assessed afresh with that choice."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.importing import assess_rows
from yalu_plugin.core.importing.assess_rows import AssessedList
from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.import_assessment import Choices, KnownSite
from yalu_plugin.core.importing.import_source import Source, SourceRow

TODAY = dt.date(2026, 3, 1)
COLUMNS = ColumnMap(id="id", name="name", latitude="lat", longitude="lon", kind="kind", state="state", date="date")
MAPPED = ("id", "name", "lat", "lon", "kind", "state", "date")
LAT = ["41.4", "41.4005", "41.401", "41.402", "42", ""]  # 55 m, 111 m, 222 m, far
ROW = st.tuples(st.sampled_from(["", "1", "2", "k1"]), st.sampled_from(["A", "B", "", "No. 3"]), st.sampled_from(LAT),
                st.just("128.1"), st.sampled_from(["ford", "gelb", "dock", "barge"]),
                st.sampled_from(["", "active", "weg", "closed"]),
                st.sampled_from(["", "2025-07-01", "03/04/2025", "2025-08"]))
WORDS = ["survey", "list"]
CHOICES = st.builds(
    Choices, kinds=st.dictionaries(st.sampled_from(["gelb", "dock"]), st.sampled_from(["barge_dock", "", "other"])),
    states=st.dictionaries(st.sampled_from(["weg", "closed"]), st.sampled_from(["absent", "present", ""])),
    dates=st.dictionaries(st.just("03/04/2025"), st.sampled_from(["2025-04-03", ""])),
    rows=st.dictionaries(st.integers(2, 9), st.sampled_from(["same", "separate", "leave_out"])),
    words=st.dictionaries(st.sampled_from(["*", "name", "place", "2", "3.kind"]), st.sampled_from(WORDS)),
    gone=st.dictionaries(st.sampled_from(["*", "k2"]), st.sampled_from(["keep", "retire"])))
KNOWN = (
    KnownSite("k1", 128.1, 41.4, "A", "1", (("present", "2025-07-01", "2025-07-01"),), of_source=True, kind="other"),
    KnownSite("k2", 128.1, 41.4012, "B", of_source=True, kind="barge_dock"), KnownSite("k3", 128.1, 41.4021, "C"))


def a_list(rows: Any) -> Source:
    return Source(Path("list.csv"), MAPPED, tuple(
        SourceRow(number, dict(zip(MAPPED, row))) for number, row in enumerate(rows, 2)))


def compared(assessed: AssessedList) -> tuple[Any, ...]:
    found = assessed.assessment
    return (found.rows, sorted(found.readings), found.notices, found.datum_offer, found.gone)


@pytest.mark.parametrize("known", [(), KNOWN])
def test_as_if_assessed_afresh(known: tuple[KnownSite, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assess_rows, "_MOST", 1)  # else most of so short lists would be assessed as a whole

    @settings(max_examples=40, deadline=None)
    @given(st.lists(ROW, max_size=8), st.lists(CHOICES, min_size=2, max_size=4))
    def law(rows: Any, choices: list[Choices]) -> None:
        source = a_list(rows)
        kept = AssessedList(source, COLUMNS, choices[0], known, today=TODAY)
        for chosen in choices[1:]:
            kept.change(chosen)
            assert compared(kept) == compared(AssessedList(source, COLUMNS, chosen, known, today=TODAY))

    law()


def test_only_what_a_choice_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = [("", f"P{at}", f"{41 + at / 100}", "128.1", "gelb" if at == 7 else "ford", "", "") for at in range(40)]
    cells[21] = ("", "P20 again", "41.2005", "128.1", "ford", "", "")  # near row 22
    known = [KnownSite(f"k{at}", 128.1, 41 + at / 100, f"P{at}", of_source=True, kind="other") for at in range(30, 40)]
    kept = AssessedList(a_list(cells), COLUMNS, known=known, today=TODAY)
    again: list[int] = []
    assess = assess_rows.RowAssessor.assess
    monkeypatch.setattr(assess_rows.RowAssessor, "assess", lambda self, at: (again.append(at), assess(self, at))[1])

    def assessed_again(choices: Choices) -> list[int]:
        again.clear()
        kept.change(choices)
        return again

    kinds, rows = {"gelb": "barge_dock"}, {22: "separate"}
    assert assessed_again(Choices(kinds=kinds)) == [7]
    assert assessed_again(Choices(kinds=kinds, rows=rows)) == [20, 21]
    assert assessed_again(Choices(kinds=kinds, rows=rows, words={"35.kind": "list"})) == [33]
    assert assessed_again(Choices(kinds=kinds, rows=rows, gone={"*": "retire"})) == [33]
    assert assessed_again(Choices()) == [7, 20, 21]
    assert assessed_again(Choices(words={"kind": "list"})) == list(range(30, 40))
    assert assessed_again(Choices(rows=dict.fromkeys(range(2, 40), "separate"))) == list(range(40))  # all at once
    assert not kept.fits(Choices(datum="GCJ-02")) and kept.fits(Choices(rows={2: "same"}))
