"""An abandoned count is deleted by one action; a question precedes deleting one with marks or a result."""

from __future__ import annotations

from typing import Any

from tests.gui.counting.test_counting import analyst  # noqa: F401
from yalu_plugin.settings import ANALYST_NAME


def counts(counter: Any) -> list[Any]:
    return counter.bench.session.survey.rows("counts")  # type: ignore[no-any-return]


def delete(counter: Any) -> None:
    counter.actions["delete_count"].trigger()
    counter.events()


def test_an_empty_recount_goes_at_once_and_comes_back_by_undo(started: Any) -> None:
    started.click(50, 50)
    started.key("Return")
    (first,) = counts(started)
    started.actions["recount"].trigger()
    started.events()
    assert len(counts(started)) == 2 and started.bench.blind.on
    delete(started)
    assert counts(started) == [first] and not started.bench.blind.on and started.labels() == ["car"]
    assert started.find("yalu_count").count() == 1
    assert started.window.canvas.mapTool() is not started.dock.count_tool
    assert started.bench.history.done[0] == "Delete count"
    started.bench.history.undo()
    assert len(counts(started)) == 2


def test_marks_are_asked_about(started: Any) -> None:
    started.click(50, 50)
    started.click(60, 50)
    delete(started)
    assert started.bar_texts()[0] == "Delete your count of Lot 1 with 2 marks?" and len(counts(started)) == 1
    started.answer("Keep it")
    assert len(counts(started)) == 1
    delete(started)
    started.answer("Delete count")
    assert counts(started) == [] and started.labels() == []
    started.bench.history.undo()
    assert len(counts(started)) == 1 and started.labels() == ["car", "car"]


def test_a_true_zero_is_a_figure_and_asked_about(started: Any) -> None:
    started.key("Return")
    started.answer("Finish with 0")
    delete(started)
    assert started.bar_texts()[0] == "Delete your count of Lot 1 with 0 marks?" and len(counts(started)) == 1


def test_the_count_of_another_stays(started: Any) -> None:
    ANALYST_NAME.setValue("Somebody else")
    delete(started)
    assert "Kim" in started.bar_texts()[0] and len(counts(started)) == 1
    ANALYST_NAME.setValue("Kim")


def test_marks_added_by_another_window_are_deleted_too(started: Any) -> None:
    """A count that it has finished in the meantime stays, too."""
    survey, (row,) = started.bench.session.survey, counts(started)
    survey.change("finish", replaced={"counts": [{**row, "finished_at": "2026-01-01T00:00:00Z"}]})
    delete(started)
    assert len(counts(started)) == 1 and started.bar_texts() != []


def test_without_a_count_there_is_nothing_to_delete(counter: Any) -> None:
    assert not counter.actions["delete_count"].isEnabled()
