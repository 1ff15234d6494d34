"""An undo or redo that is refused stays where it was, and is done when it is tried again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.spoilt import held

BUSY = "is in use by another program or an unsaved edit: nothing was written"


@pytest.fixture
def three(bench: Any) -> Any:
    """The undo stack, with three sites added; and the errors that were told."""
    from qgis.core import QgsPointXY

    errors: list[str] = []
    bench.trouble.connect(lambda error: errors.append(str(error)))
    bench.added = [bench.annotation.add_site(QgsPointXY(127.6 + number / 10, 41.45), "barge_dock") for number in range(3)]
    bench.errors = errors
    return bench.sites.layer().undoStack()


def there(bench: Any) -> list[bool]:
    ids = {row["id"] for row in bench.session.survey.rows("sites")}
    return [one in ids for one in bench.added]


def test_an_undo_refused_by_a_lock_can_be_tried_again(bench: Any, three: Any) -> None:
    with held(bench.session.survey.path):
        for _ in range(3):
            three.undo()
            assert (three.index(), three.canUndo(), three.canRedo()) == (3, True, False)
    assert there(bench) == [True] * 3 and len(bench.errors) == 3 and all(BUSY in error for error in bench.errors)
    three.undo()
    assert there(bench) == [True, True, False] and three.index() == 2


def test_a_redo_refused_by_a_lock_can_be_tried_again(bench: Any, three: Any) -> None:
    three.undo()
    three.undo()
    with held(bench.session.survey.path):
        for _ in range(3):
            three.redo()
            assert (three.index(), three.canRedo()) == (1, True)
    assert there(bench) == [True, False, False]
    three.redo()
    three.redo()
    assert there(bench) == [True] * 3 and three.index() == 3


@pytest.mark.parametrize(("begin", "to"), [(3, 0), (0, 3), (3, 1), (1, 3)])
def test_several_steps_at_once_stop_at_the_one_that_is_refused(bench: Any, three: Any, begin: int, to: int) -> None:
    """As a click in QGIS' undo panel asks for."""
    three.setIndex(begin)
    with held(bench.session.survey.path):
        three.setIndex(to)
        assert three.index() == begin and len(bench.errors) == 1
    assert there(bench) == [number < begin for number in range(3)]
    three.setIndex(to)
    assert there(bench) == [number < to for number in range(3)] and three.index() == to


def test_those_before_the_refused_one_stay_done(bench: Any, three: Any, monkeypatch: Any) -> None:
    from yalu_plugin.layers.survey.errors import SurveyLocked
    from yalu_plugin.layers.survey.open import Survey

    change: Callable[..., None] = Survey.change
    calls: list[str] = []

    def locked_at_the_second(survey: Any, action: str, *rows: Any) -> None:
        calls.append(action)
        if len(calls) == 2:
            raise SurveyLocked(path=survey.path)
        change(survey, action, *rows)

    monkeypatch.setattr(Survey, "change", locked_at_the_second)
    three.setIndex(0)
    assert there(bench) == [True, True, False] and three.index() == 2 and calls == ["undo", "undo"]
    three.setIndex(0)
    assert there(bench) == [False] * 3 and three.index() == 0


def test_edits_of_qgis_own_in_between_are_where_they_were(bench: Any, three: Any) -> None:
    from qgis.core import QgsPointXY

    layer = bench.sites.layer()
    fid, column = next(layer.getFeatures()).id(), layer.fields().lookupField("note")
    layer.beginEditCommand("Note")
    assert layer.changeAttributeValue(fid, column, "mine")
    layer.endEditCommand()
    bench.added.append(bench.annotation.add_site(QgsPointXY(127.95, 41.45), "barge_dock"))
    with held(bench.session.survey.path):
        three.setIndex(0)
    assert three.index() == 5 and there(bench) == [True] * 4
    assert layer.editBuffer().changedAttributeValues()[fid] == {column: "mine"}
    three.setIndex(0)
    assert there(bench) == [False] * 4 and layer.editBuffer().changedAttributeValues() == {}


def test_what_waits_to_be_undone_is_not_unsaved(bench: Any, three: Any) -> None:
    with held(bench.session.survey.path):
        three.undo()
    assert not bench.sites.layer().isModified()
    assert bench.sites.layer().rollBack()
    assert there(bench) == [True] * 3
