"""A refused undo or redo stays in the history and succeeds when it is tried again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.broken_files import file_lock

BUSY = "is in use by another program or an unsaved edit: nothing was written"


@pytest.fixture
def three(bench: Any) -> Any:
    """The history with three added sites, and the list of reported errors."""
    from qgis.core import QgsPointXY

    bench.errors = []
    bench.error_occurred.connect(lambda error: bench.errors.append(str(error)))
    bench.added = [bench.annotation.add_site(QgsPointXY(127.6 + number / 10, 41.45), "barge_dock")
                   for number in range(3)]
    return bench.history


def exist(bench: Any) -> list[bool]:
    ids = {row["id"] for row in bench.session.survey.rows("sites")}
    return [one in ids for one in bench.added]


def test_an_undo_refused_by_a_lock_can_be_tried_again(bench: Any, three: Any) -> None:
    with file_lock(bench.session.survey.path):
        for _ in range(3):
            assert not three.undo()
            assert (len(three.done), len(three.undone)) == (3, 0)
    assert exist(bench) == [True] * 3 and len(bench.errors) == 3 and all(BUSY in error for error in bench.errors)
    assert three.undo()
    assert exist(bench) == [True, True, False] and len(three.done) == 2


def test_a_redo_refused_by_a_lock_can_be_tried_again(bench: Any, three: Any) -> None:
    three.undo()
    three.undo()
    with file_lock(bench.session.survey.path):
        for _ in range(3):
            assert not three.redo()
            assert (len(three.done), len(three.undone)) == (1, 2)
    assert exist(bench) == [True, False, False]
    assert three.redo() and three.redo()
    assert exist(bench) == [True] * 3 and len(three.done) == 3


def test_several_steps_chosen_in_the_menu_stop_at_the_one_that_is_refused(
    bench: Any, three: Any, actions: Any, window: Any
) -> None:
    from yalu_plugin.gui.undo_actions import UndoActions

    menus, bar = UndoActions(three, actions, window), window.addToolBar("Yalu")
    bar.addActions([menus.undo, menus.redo])
    menus.add_menus(bar)
    menu = bar.widgetForAction(menus.undo).menu()
    menu.aboutToShow.emit()
    assert [action.text().split(" (")[0] for action in menu.actions()] == ["Add crossing"] * 3
    with file_lock(bench.session.survey.path):
        menu.actions()[2].trigger()
    assert exist(bench) == [True] * 3 and len(bench.errors) == 1
    menu.actions()[1].trigger()
    assert exist(bench) == [True, False, False]
    menus.release()


def test_edits_with_qgis_in_between_are_unchanged(bench: Any, three: Any) -> None:
    layer = bench.sites.layer()
    layer.startEditing()
    fid, column = next(layer.getFeatures()).id(), layer.fields().lookupField("note")
    assert layer.changeAttributeValue(fid, column, "mine")
    assert three.undo()
    assert exist(bench) == [True, True, False]
    assert layer.isModified() and layer.getFeature(fid)["note"] == "mine"


def test_an_undo_refused_while_another_program_reads_is_done_when_tried_again(bench: Any, three: Any) -> None:
    with file_lock(bench.session.survey.path, "DEFERRED"):
        assert not three.undo()
    assert exist(bench) == [True] * 3 and BUSY in bench.errors[0]
    assert three.undo()
    assert exist(bench) == [True, True, False]
