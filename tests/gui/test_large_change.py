"""A change of many rows is written while the window handles events, is still one change, and can be cancelled."""

from __future__ import annotations

from typing import Any

import pytest
from osgeo import gdal

MANY = 20


@pytest.fixture
def many(bench: Any, window: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of SYNTHETIC sites, more than are written without a task."""
    from yalu_plugin.gui.write_progress import WriteProgress
    from yalu_plugin.workbench import large_change

    WriteProgress(bench, window)
    ids = [f"site-{number}" for number in range(MANY)]
    bench.session.change("add", {"sites": [{"id": one, "kind": "vehicle_ford", "geom": "POINT (127.5 41.5)"}
                                           for one in ids]})
    monkeypatch.setattr(large_change, "LARGE", MANY - 1)
    return ids


def bar_of(window: Any) -> Any:
    from qgis.PyQt.QtWidgets import QProgressDialog

    return window.findChild(QProgressDialog, "yalu_writing")


def kinds(bench: Any, many: list[str]) -> list[str]:
    return [row["kind"] for row in bench.session.survey.rows("sites", id=many)]


def test_the_window_lives_and_it_is_one_change(bench: Any, window: Any, many: list[str], monkeypatch: pytest.MonkeyPatch
                                               ) -> None:
    from qgis.PyQt.QtCore import Qt, QTimer

    from yalu_plugin.core import work_progress
    from yalu_plugin.layers.survey.verify import verify

    monkeypatch.setattr(work_progress, "_ITEMS_PER_CHECK", 1)
    monkeypatch.setattr(work_progress, "_PAUSE_S", 0.0)
    seen, percents, beats, heart = [], [], [], QTimer(interval=1)

    def started(task: Any) -> None:
        seen.append((bar_of(window).isVisible(), bar_of(window).windowModality() == Qt.WindowModality.WindowModal))
        task.progressChanged.connect(percents.append)

    heart.timeout.connect(lambda: beats.append(bar_of(window) is not None))
    bench.session.writing.connect(started)
    before, done = bench.session.survey.head().seq, len(bench.history.done)
    heart.start()
    assert bench.editing.set_kind(many, "barge_dock")
    heart.stop()
    assert seen == [(True, True)] and any(beats)
    assert any(0 < one < 70 for one in percents) and percents[-1] == pytest.approx(100)
    assert not bar_of(window).isVisible()
    assert kinds(bench, many) == ["barge_dock"] * MANY and len(bench.history.done) == done + 1
    assert [bench.session.facts.row("sites", one)["kind"] for one in many] == ["barge_dock"] * MANY
    assert bench.session.survey.head().seq == before + MANY and verify(bench.session.survey.path).valid
    assert bench.history.undo() and kinds(bench, many) == ["vehicle_ford"] * MANY
    assert bench.history.redo() and kinds(bench, many) == ["barge_dock"] * MANY
    assert len(seen) == 3


@pytest.mark.parametrize("what", ["the task", "the bar"])
def test_cancelled_nothing_is_written(bench: Any, window: Any, many: list[str], what: str) -> None:
    from qgis.PyQt.QtWidgets import QPushButton

    from yalu_plugin.core.work_progress import Cancelled

    head, done = bench.session.survey.head(), bench.history.done
    bench.session.writing.connect(
        lambda task: task.request_stop() if what == "the task" else bar_of(window).findChild(QPushButton).click())
    with pytest.raises(Cancelled):
        bench.editing.set_kind(many, "barge_dock")
    assert (bench.session.survey.head(), bench.history.done) == (head, done) and not bar_of(window).isVisible()
    assert kinds(bench, many) == ["vehicle_ford"] * MANY
    assert bench.editing.set_kind(many[:3], "other")  # the file is free again


def test_an_undo_that_is_cancelled_can_be_done_again(bench: Any, many: list[str]) -> None:
    errors, cancelling = [], []
    bench.editing.set_kind(many, "barge_dock")
    bench.history.error_occurred.connect(lambda error: errors.append(str(error)))
    bench.session.writing.connect(lambda task: cancelling and cancelling.pop().request_stop(task))
    from yalu_plugin.layers.background import Background

    cancelling.append(Background)
    assert not bench.history.undo() and errors == ["Cancelled."] and kinds(bench, many) == ["barge_dock"] * MANY
    assert bench.history.undo() and kinds(bench, many) == ["vehicle_ford"] * MANY


def test_what_others_changed_is_refused_as_of_a_few(bench: Any, window: Any, many: list[str]) -> None:
    from yalu_plugin.layers.survey.survey_errors import ChangedSince

    bench.editing.set_kind(many, "barge_dock")
    errors: list[Any] = []
    bench.history.error_occurred.connect(errors.append)
    dataset = gdal.OpenEx(str(bench.session.survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("UPDATE sites SET note = 'theirs' WHERE id = 'site-7'")
    dataset = None
    assert not bench.history.undo() and [type(error) for error in errors] == [ChangedSince]
    assert kinds(bench, many) == ["barge_dock"] * MANY and not bar_of(window).isVisible()


def test_few_rows_are_written_at_once(bench: Any, many: list[str]) -> None:
    started: list[Any] = []
    bench.session.writing.connect(started.append)
    assert bench.editing.set_kind(many[:-1], "barge_dock") and started == []
    assert bench.editing.set_kind(many, "other") and len(started) == 1
