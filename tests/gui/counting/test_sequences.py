"""Undo and redo of random sequences of actions on areas, counts and marks restore the tables step by step."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from tests.gui.counting.conftest import lonlat
from tests.gui.counting.test_counting import analyst  # noqa: F401
from yalu_plugin.core.errors import YaluError

STEPS = 60


def tables(bench: Any) -> dict[str, Any]:
    survey = bench.session.survey
    return {table: sorted(survey.rows(table), key=lambda row: row["id"]) for table in ("areas", "counts", "marks")}


def moves(bench: Any, chance: random.Random) -> list[Callable[[], object]]:
    from qgis.core import QgsPointXY

    def place() -> Any:
        return QgsPointXY(*lonlat(chance.uniform(10, 190), chance.uniform(10, 190)))

    def corners() -> list[Any]:
        west, north, side = chance.uniform(5, 60), chance.uniform(5, 60), chance.uniform(40, 120)
        return [QgsPointXY(*lonlat(*corner)) for corner in (
            (west, north), (west + side, north), (west + side, north + side), (west, north + side))]

    def a_mark() -> Any:
        return bench.counts.mark(bench.counts.marks.last())

    def any_area() -> str:
        return chance.choice([row["id"] for row in bench.counts.areas] or [""])

    return [*[lambda: bench.areas.add(corners())] * 3, lambda: bench.areas.rename(f"Lot {chance.random()}"),
            lambda: bench.areas.reshape(corners()), lambda: bench.areas.delete(any_area()),
            lambda: bench.counting.select_area(any_area()), *[bench.counting.start] * 3,
            lambda: bench.counting.start(blind=True), bench.counting.finish, bench.counting.reopen,
            bench.counting.stop,
            *[lambda: bench.marking.mark(place())] * 6, lambda: bench.marking.remove(),
            lambda: bench.marking.move(a_mark(), place()) if a_mark() else None,
            lambda: bench.marking.measure([place(), place(), place()])]


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_undo_and_redo_go_through_the_same_tables(started: Any, seed: int) -> None:
    bench, chance = started.bench, random.Random(seed)
    while bench.history.done:
        bench.history.undo()
    seen, refused = [tables(bench)], 0
    for _ in range(STEPS):
        before = len(bench.history.done)
        try:
            chance.choice(moves(bench, chance))()
        except YaluError:
            refused += 1
            assert tables(bench) == seen[-1]  # what is refused changes nothing
        if len(bench.history.done) > before:
            seen.append(tables(bench))
    assert len(seen) > 8 and refused < STEPS
    for state in reversed(seen[:-1]):
        assert bench.history.undo() and tables(bench) == state
    for state in seen[1:]:
        assert bench.history.redo() and tables(bench) == state
    started.events()
    facts = bench.session.facts
    assert {table: sorted(facts.rows(table), key=lambda row: row["id"]) for table in seen[-1]} == seen[-1]
    for count in seen[-1]["counts"]:
        assert sum(bench.counts.tally.of(count["id"]).values()) == sum(
            mark["count_id"] == count["id"] for mark in seen[-1]["marks"])
