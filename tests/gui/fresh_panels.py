"""Comparisons of panels after changes with newly created ones of the same survey."""

from __future__ import annotations

from typing import Any


def check_matrix(window_state: Any, fresh: Any, window: Any) -> None:
    """Compare the matrix of a window with one of facts that were just read."""
    from yalu_plugin.gui.matrix.matrix_model import MatrixModel

    bench, model, new = window_state.bench, window_state.matrix(), MatrixModel(window)
    new.show(fresh, bench.scenes.timeline.steps, bench.scenes.by_id, bench.river.chainages, model.matrix.unit)
    assert _cells(model) == _cells(new)
    new.deleteLater()


def check_counts(bench: Any, window: Any) -> None:
    """Compare areas, counts and marks, and the current count."""
    from yalu_plugin.workbench.counts import Counts

    counts, new = bench.counts, Counts(bench.session, bench.scenes, window)
    new.activate()
    new.set_area(counts.area_id)
    new.set_count(counts.count_id)
    assert (counts.areas, counts.assessed, counts.count, counts.area) == (new.areas, new.assessed, new.count, new.area)
    ids = {row["id"] for row in bench.session.facts.rows("counts")}
    assert {key: counts.tally.of(key) for key in ids} == {key: new.tally.of(key) for key in ids}
    assert (len(counts.marks), counts.marks.last()) == (len(new.marks), new.marks.last())
    new.deleteLater()


def check_searched(bench: Any, window: Any) -> None:
    """Compare what was searched on which image."""
    from yalu_plugin.workbench.searched import Searched

    searched, new = bench.searched, Searched(bench.session, bench.river, window)
    new._read()
    assert {one: searched.coverage(one) for one in searched.image_ids} == {
        one: new.coverage(one) for one in new.image_ids}
    new.deleteLater()


def _cells(model: Any) -> list[list[str]]:
    return [[model.headerData(row, 2), *(model.text(row, column) for column in range(model.columnCount()))]
            for row in range(model.rowCount())]
