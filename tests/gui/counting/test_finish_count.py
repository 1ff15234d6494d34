"""A count is in progress until it is finished by key or button; it is reopened; both are recorded and undone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gui.counting.test_counting import analyst, totals  # noqa: F401
from yalu_plugin.settings import ANALYST_NAME


def box_texts(counted: Any) -> list[str]:
    box = counted.find("yalu_count")
    return [box.itemText(at).split(" · begun ", 1)[0] for at in range(box.count())]


def finished(counted: Any) -> list[Any]:
    return [row["finished_at"] for row in counted.bench.session.survey.rows("counts")]


def buttons(counted: Any) -> list[bool]:
    return [not counted.find(f"yalu_{name}_count_button").isHidden() for name in ("finish", "reopen")]


def test_a_count_is_a_figure_once_it_is_finished(begun: Any) -> None:
    from yalu_plugin.layers.survey.survey_counts import summary_of

    begun.click(50, 50)
    begun.click(60, 50)
    survey = begun.bench.session.survey
    found = summary_of(survey)
    assert (found.total, found.counts, found.in_progress) == (0, 0, 1)
    assert totals(begun) == {"This count": list("200002"), "Lot 1 (in progress)": list("200002")}
    assert box_texts(begun) == ["Kim · 2 · in progress"] and buttons(begun) == [True, False]
    begun.key("Return")
    assert begun.told() == ["Count of Lot 1 finished: 2 objects on 2025-07-30 UTC made acquired SYNTHETIC."]
    assert len(finished(begun)[0]) == 20
    found = summary_of(survey)
    assert (found.total, found.counts, found.in_progress) == (2, 1, 0)
    assert totals(begun) == {"This count": list("200002"), "Lot 1": list("200002"), "All lots": list("200002")}
    assert box_texts(begun) == ["Kim · 2"] and buttons(begun) == [False, True]
    assert begun.window.canvas.mapTool() is not begun.dock.count_tool
    assert begun.find("yalu_count_status").text() == "The image shows 100 % of the area"


def test_finishing_and_reopening_are_recorded_and_undone(begun: Any) -> None:
    begun.click(50, 50)
    begun.made["finish_count"].trigger()
    begun.made["reopen_count"].trigger()
    begun.events()
    assert finished(begun) == [None] and begun.window.canvas.mapTool() is begun.dock.count_tool
    assert begun.bench.history.done[:2] == ["Reopen count", "Finish count"]
    entries = [(row["action"], row["who"]) for row in begun.bench.session.survey.rows("audit")
               if row["table_name"] == "counts"][-2:]
    assert entries == [("finish", "Kim"), ("reopen", "Kim")]
    begun.bench.history.undo()
    assert finished(begun) != [None]
    begun.bench.history.undo()
    assert finished(begun) == [None] and begun.labels() == ["car"]


def test_a_finished_count_does_not_change_unawares(begun: Any) -> None:
    begun.click(50, 50)
    begun.key("Return")
    begun.told()
    for name in ("begin_count", "count_objects", "measure_object"):
        begun.made[name].trigger()
        assert begun.told() == ["This count is finished. Press Reopen count to go on with it."]
        assert not begun.made["count_objects"].isChecked()
    box = begun.find("yalu_count")
    box.activated.emit(0)
    assert not begun.made["count_objects"].isChecked() and begun.labels() == ["car"]
    assert not begun.made["finish_count"].isEnabled() and begun.made["reopen_count"].isEnabled()


def test_nothing_there_is_finished_once_it_is_said_that_all_was_looked_at(begun: Any) -> None:
    from yalu_plugin.layers.survey.survey_counts import summary_of

    begun.key("Return")
    assert begun.told() == ["Nothing is marked in Lot 1. Was all of it looked at, and nothing found?"]
    assert finished(begun) == [None]
    begun.key("Return")
    begun.answer("Finish with 0")
    begun.events()
    assert finished(begun) != [None]
    (row,) = summary_of(begun.bench.session.survey).rows
    assert (row.number, row.exclusion_reason) == (0, None) and totals(begun)["All lots"] == list("000000")


def test_the_question_of_nothing_goes_when_something_is_marked(begun: Any) -> None:
    begun.key("Return")
    begun.click(50, 50)
    assert begun.window.bar.items() == [] and finished(begun) == [None]


@pytest.mark.parametrize("name", ["finish_count", "reopen_count"])
def test_only_its_analyst_finishes_a_count(begun: Any, name: str) -> None:
    begun.click(50, 50)
    if name == "reopen_count":
        begun.key("Return")
    before = finished(begun)
    begun.told()
    ANALYST_NAME.setValue("Lee")
    begun.made[name].trigger()
    assert begun.told()[0].startswith("This count is by Kim.") and finished(begun) == before


def test_an_agreement_with_a_count_in_progress_says_so(begun: Any) -> None:
    begun.click(50, 50)
    begun.key("Return")
    ANALYST_NAME.setValue("Lee")
    begun.made["begin_count"].trigger()
    begun.click(50, 50)
    begun.find("yalu_count_compare").click()
    assert begun.find("yalu_count_agreement").text() == (
        "Seen in both counts: 1. Only Lee: 0. Only Kim: 0. Agreement 100 %. In progress: Lee.")


def test_enter_ends_measuring_before_it_finishes(begun: Any) -> None:
    begun.key("M")
    begun.click(50, 50)
    begun.click(62, 50)
    begun.key("Return")
    assert finished(begun) == [None] and begun.labels() == ["car"]
    begun.key("Enter")
    assert finished(begun) != [None]
