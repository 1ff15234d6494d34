"""A change of very many rows: the window lives meanwhile, and what is asked for then comes after it."""

from __future__ import annotations

from typing import Any, Callable

import pytest

from yalu_plugin.layers.survey.errors import ChangedSince
from yalu_plugin.layers.survey.write import utc_now
from yalu_plugin.workbench.long_change import MANY


def some_marks(count: int) -> list[dict[str, Any]]:
    return [{"id": f"mark-{number}", "geom": f"POINT ({128 + number / 1e6!r} 41.4)", "label": "car",
             "count_id": "count", "created_by": "A", "created_at": utc_now()} for number in range(count)]


@pytest.fixture
def beats(qgis_app: Any) -> Any:
    """How often the window had a moment."""
    from qgis.PyQt.QtCore import QTimer

    heard: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: heard.append(1))
    timer.start(0)
    yield heard
    timer.stop()


def test_the_window_lives_and_the_change_is_whole(bench: Any, beats: list[int]) -> None:
    told: list[float] = []
    bench.session.writing.connect(told.append)
    rows = some_marks(MANY + 1)
    bench.history.push("Marks", bench.session.change("mark", {"marks": rows}))
    assert len(beats) > 2 and told[-1] == 1 and told == sorted(told)
    assert bench.session.facts.count("marks") == MANY + 1 == len(bench.session.survey.rows("marks"))
    beats.clear()
    assert bench.history.undo() and len(beats) > 2
    assert bench.session.survey.rows("marks") == [] == bench.session.facts.rows("marks")
    assert bench.history.redo() and bench.session.facts.count("marks") == MANY + 1


def test_a_small_one_does_not_let_the_window_do_anything(bench: Any, beats: list[int]) -> None:
    told: list[float] = []
    bench.session.writing.connect(told.append)
    bench.session.change("mark", {"marks": some_marks(10)})
    assert beats == [] == told


def test_what_is_refused_is_raised_and_nothing_is_written(bench: Any) -> None:
    bench.session.change("mark", {"marks": some_marks(2)})
    told: list[float] = []
    bench.session.writing.connect(told.append)
    seen = {"marks": [{**bench.session.facts.rows("marks")[0], "label": "truck"}]}
    added = {"marks": [{**row, "id": f"more-{row['id']}"} for row in some_marks(MANY + 1)]}
    with pytest.raises(ChangedSince):
        bench.session.change("mark", added, unchanged=seen)
    assert bench.session.facts.count("marks") == 2 == len(bench.session.survey.rows("marks")) and told[-1] == 1


def test_a_change_that_a_timer_asks_for_meanwhile_comes_after_it(bench: Any, wait_for: Callable[..., None]) -> None:
    from qgis.PyQt.QtCore import QTimer

    QTimer.singleShot(0, lambda: bench.session.change("mark", {"marks": [{**some_marks(1)[0], "id": "later"}]}))
    bench.session.change("mark", {"marks": some_marks(MANY + 1)})
    wait_for(lambda: bench.session.facts.row("marks", "later") is not None)
    assert [row["id"] for row in bench.session.facts.rows("marks")] == [
        row["id"] for row in bench.session.survey.rows("marks")]
    assert bench.session.facts.count("marks") == MANY + 2


def test_who_looks_for_what_others_wrote_does_not_wait_for_it(bench: Any, beats: list[int]) -> None:
    """A look that waits for the writer would hold the window as long as that writes."""
    from qgis.PyQt.QtCore import QTimer

    looked: list[int] = []
    QTimer.singleShot(0, lambda: looked.append(bench.session.follow() or len(beats)))
    bench.session.change("mark", {"marks": some_marks(MANY + 1)})
    assert looked and len(beats) > looked[0] + 2
    assert bench.session.facts.count("marks") == MANY + 1


def test_a_bar_is_over_the_window_while_it_takes_long(bench: Any, window: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from qgis.PyQt.QtWidgets import QProgressDialog

    from yalu_plugin.gui import writing_bar

    def bars() -> list[tuple[int, int]]:
        return [(one.maximum(), one.value()) for one in window.findChildren(QProgressDialog) if one.isVisible()]

    bar = writing_bar.WritingBar(bench, window)
    bench.session.writing.emit(0.0)
    assert bars() == []  # it may be over in a moment
    monkeypatch.setattr(writing_bar, "AFTER_MS", 0)
    bench.session.writing.emit(0.0)
    assert [top for top, _ in bars()] == [0]  # nobody knows yet
    bench.session.writing.emit(0.5)
    assert bars() == [(100, 50)]
    bench.session.writing.emit(1.0)
    assert bars() == []
    bar.deleteLater()
