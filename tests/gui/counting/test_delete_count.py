"""A count that was begun and left goes by one action; one that says something is asked about first."""

from __future__ import annotations

from typing import Any

from tests.gui.counting.test_counting import analyst  # noqa: F401
from yalu_plugin.settings import ANALYST_NAME


def counts(counted: Any) -> list[Any]:
    return counted.bench.session.survey.rows("counts")  # type: ignore[no-any-return]


def delete(counted: Any) -> None:
    counted.made["delete_count"].trigger()
    counted.events()


def test_an_empty_recount_goes_at_once_and_comes_back_by_undo(begun: Any) -> None:
    begun.click(50, 50)
    begun.key("Return")
    (first,) = counts(begun)
    begun.made["recount"].trigger()
    begun.events()
    assert len(counts(begun)) == 2 and begun.bench.blind.on
    delete(begun)
    assert counts(begun) == [first] and not begun.bench.blind.on and begun.labels() == ["car"]
    assert begun.find("yalu_count").count() == 1
    assert begun.window.canvas.mapTool() is not begun.dock.count_tool
    assert begun.bench.history.done[0] == "Delete count"
    begun.bench.history.undo()
    assert len(counts(begun)) == 2


def test_marks_are_asked_about(begun: Any) -> None:
    begun.click(50, 50)
    begun.click(60, 50)
    delete(begun)
    assert begun.told()[0] == "Delete your count of Lot 1 with 2 marks?" and len(counts(begun)) == 1
    begun.answer("Keep it")
    assert len(counts(begun)) == 1
    delete(begun)
    begun.answer("Delete count")
    assert counts(begun) == [] and begun.labels() == []
    begun.bench.history.undo()
    assert len(counts(begun)) == 1 and begun.labels() == ["car", "car"]


def test_a_true_zero_is_a_figure_and_asked_about(begun: Any) -> None:
    begun.key("Return")
    begun.answer("Finish with 0")
    delete(begun)
    assert begun.told()[0] == "Delete your count of Lot 1 with 0 marks?" and len(counts(begun)) == 1


def test_the_count_of_another_stays(begun: Any) -> None:
    ANALYST_NAME.setValue("Somebody else")
    delete(begun)
    assert "Kim" in begun.told()[0] and len(counts(begun)) == 1
    ANALYST_NAME.setValue("Kim")


def test_marks_that_another_window_made_go_too(begun: Any) -> None:
    """And a count that it finished meanwhile stays."""
    survey, (row,) = begun.bench.session.survey, counts(begun)
    survey.change("finish", replaced={"counts": [{**row, "finished_at": "2026-01-01T00:00:00Z"}]})
    delete(begun)
    assert len(counts(begun)) == 1 and begun.told() != []


def test_without_a_count_there_is_nothing_to_delete(counted: Any) -> None:
    assert not counted.made["delete_count"].isEnabled()
