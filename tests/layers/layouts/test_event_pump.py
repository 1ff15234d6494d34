"""Work in another thread while the window processes its events: results, errors, Cancel, progress."""

from __future__ import annotations

import threading

import pytest

pytest.importorskip("qgis")


@pytest.fixture
def feedback():
    from qgis.core import QgsFeedback

    return QgsFeedback()


def test_work_runs_in_another_thread_and_its_result_is_returned(qgis_app, feedback):
    from yalu_plugin.layers.layouts.event_pump import run_in_thread

    assert run_in_thread(threading.current_thread, feedback) is not threading.current_thread()
    assert run_in_thread(threading.current_thread, None) is threading.current_thread()  # nobody watches


def test_what_it_raises_is_raised_here(qgis_app, feedback):
    from yalu_plugin.layers.layouts.event_pump import run_in_thread

    def fail():
        raise TimeoutError("of the work, not of waiting")

    for watched in (feedback, None):
        with pytest.raises(TimeoutError, match="of the work"):
            run_in_thread(fail, watched)


def test_events_are_processed_and_a_cancel_does_not_wait(qgis_app, feedback):
    from yalu_plugin.layers.layouts.event_pump import ExportCancelled, run_in_thread

    percents, may_end, ended = [], threading.Event(), threading.Event()

    def hear(percent):
        percents.append(percent)
        if len(percents) == 3:
            feedback.cancel()

    feedback.progressChanged.connect(hear)
    with pytest.raises(ExportCancelled):
        run_in_thread(lambda: (may_end.wait(), ended.set()), feedback)
    assert len(percents) == 3 and not ended.is_set()
    may_end.set()
    assert ended.wait(10)


def test_progress_creeps_and_stays_below_its_end(qgis_app, feedback):
    from yalu_plugin.layers.layouts.event_pump import BACK_AND_FORTH, MOST, process_events

    percents = []
    feedback.progressChanged.connect(percents.append)
    for number in range(4000):
        process_events(feedback, BACK_AND_FORTH[number % 2])
    assert len(percents) == 4000 and percents[1] < percents[999] and max(percents) <= MOST + max(BACK_AND_FORTH)


def test_large_lists_are_emptied_part_by_part(qgis_app, monkeypatch):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.layouts import event_pump

    feedback, lengths, rows, others = QgsFeedback(), [], list(range(5_000)), [1]
    monkeypatch.setattr(event_pump, "signal_progress", lambda percents: lengths.append((len(rows), len(others))))
    feedback.cancel()  # what is emptied is emptied
    event_pump.clear_lists((rows, others), feedback)
    assert lengths == [(3_000, 1), (1_000, 1), (0, 1), (0, 0)]
    rows.append(1)
    event_pump.clear_lists((rows,), None)
    assert rows == []
