"""Finishing a count by key or button and reopening it; both are recorded and undone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.gui.counting.test_counting import analyst, totals  # noqa: F401
from yalu_plugin.settings import ANALYST_NAME


def box_texts(counter: Any) -> list[str]:
    box = counter.find("yalu_count")
    return [box.itemText(at).split(" · begun ", 1)[0] for at in range(box.count())]


def finished(counter: Any) -> list[Any]:
    return [row["finished_at"] for row in counter.bench.session.survey.rows("counts")]


def buttons(counter: Any) -> list[bool]:
    return [not counter.find(f"yalu_{name}_count_button").isHidden() for name in ("finish", "reopen")]


def test_a_count_is_a_figure_once_it_is_finished(started: Any) -> None:
    from yalu_plugin.layers.survey.survey_counts import summary_of

    started.click(50, 50)
    started.click(60, 50)
    survey = started.bench.session.survey
    found = summary_of(survey)
    assert (found.total, found.counts, found.in_progress) == (0, 0, 1)
    assert totals(started) == {"This count": list("200002"), "Lot 1 (in progress)": list("200002")}
    assert box_texts(started) == ["2025-07-30 · Kim · 2 · in progress"] and buttons(started) == [True, False]
    started.key("Return")
    assert started.bar_texts() == ["Count of Lot 1 finished: 2 objects on 2025-07-30 UTC made acquired SYNTHETIC."]
    assert len(finished(started)[0]) == 20
    found = summary_of(survey)
    assert (found.total, found.counts, found.in_progress) == (2, 1, 0)
    assert totals(started) == {"This count": list("200002"), "Lot 1": list("200002"), "All lots": list("200002")}
    assert box_texts(started) == ["2025-07-30 · Kim · 2"] and buttons(started) == [False, True]
    assert started.window.canvas.mapTool() is not started.dock.count_tool
    assert started.find("yalu_count_status").text() == "The image shows 100 % of the area"


def test_finishing_and_reopening_are_recorded_and_undone(started: Any) -> None:
    started.click(50, 50)
    started.actions["finish_count"].trigger()
    started.actions["reopen_count"].trigger()
    started.events()
    assert finished(started) == [None] and started.window.canvas.mapTool() is started.dock.count_tool
    assert started.bench.history.done[:2] == ["Reopen count", "Finish count"]
    entries = [(row["action"], row["who"]) for row in started.bench.session.survey.rows("audit")
               if row["table_name"] == "counts"][-2:]
    assert entries == [("finish", "Kim"), ("reopen", "Kim")]
    started.bench.history.undo()
    assert finished(started) != [None]
    started.bench.history.undo()
    assert finished(started) == [None] and started.labels() == ["car"]


def test_a_finished_count_does_not_change_unawares(started: Any) -> None:
    started.click(50, 50)
    started.key("Return")
    started.bar_texts()
    for name in ("begin_count", "count_objects", "measure_object"):
        started.actions[name].trigger()
        assert started.bar_texts() == ["This count is finished. Press Reopen count to go on with it."]
        assert not started.actions["count_objects"].isChecked()
    box = started.find("yalu_count")
    box.activated.emit(0)
    assert not started.actions["count_objects"].isChecked() and started.labels() == ["car"]
    assert not started.actions["finish_count"].isEnabled() and started.actions["reopen_count"].isEnabled()


def test_an_empty_count_is_finished_after_confirming_that_all_was_inspected(started: Any) -> None:
    from yalu_plugin.layers.survey.survey_counts import summary_of

    started.key("Return")
    assert started.bar_texts() == ["Nothing is marked in Lot 1. Was all of it looked at, and nothing found?"]
    assert finished(started) == [None]
    started.key("Return")
    started.answer("Finish with 0")
    started.events()
    assert finished(started) != [None]
    (row,) = summary_of(started.bench.session.survey).rows
    assert (row.number, row.exclusion_reason) == (0, None) and totals(started)["All lots"] == list("000000")


def test_the_question_of_nothing_goes_when_something_is_marked(started: Any) -> None:
    started.key("Return")
    started.click(50, 50)
    assert started.window.bar.items() == [] and finished(started) == [None]


@pytest.mark.parametrize("name", ["finish_count", "reopen_count"])
def test_only_its_analyst_finishes_a_count(started: Any, name: str) -> None:
    started.click(50, 50)
    if name == "reopen_count":
        started.key("Return")
    before = finished(started)
    started.bar_texts()
    ANALYST_NAME.setValue("Lee")
    started.actions[name].trigger()
    assert started.bar_texts()[0].startswith("This count is by Kim.") and finished(started) == before


def test_an_agreement_mentions_a_count_in_progress(started: Any) -> None:
    started.click(50, 50)
    started.key("Return")
    ANALYST_NAME.setValue("Lee")
    started.actions["begin_count"].trigger()
    started.click(50, 50)
    started.find("yalu_count_compare").click()
    assert started.find("yalu_count_agreement").text() == (
        "Seen in both counts: 1. Only Lee: 0. Only Kim: 0. Agreement 100 %. In progress: Lee.")


def test_enter_ends_measuring_before_it_finishes(started: Any) -> None:
    started.key("M")
    started.click(50, 50)
    started.click(62, 50)
    started.key("Return")
    assert finished(started) == [None] and started.labels() == ["car"]
    started.key("Enter")
    assert finished(started) != [None]
