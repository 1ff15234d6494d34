"""Undo and redo of the survey in the window: buttons, menus, and QGIS' own keys while QGIS has nothing to undo."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture
def own(bench: Any, actions: Any, window: Any) -> Iterator[Any]:
    """The actions in a window whose undo and redo actions of QGIS have the usual keys."""
    from qgis.PyQt.QtWidgets import QAction

    from yalu_plugin.gui.undo_actions import UndoActions

    for name, key in (("qgis_undo", "Ctrl+Z"), ("qgis_redo", "Ctrl+Shift+Z")):
        action = QAction(name, window)
        action.setShortcut(key)
        action.setEnabled(False)
        action.triggered.connect(lambda _on, name=name: window.pressed.append(name))
        window.addAction(action)
        setattr(window, name, action)
    window.pressed = []
    created = UndoActions(bench.history, actions, window, window.qgis_undo, window.qgis_redo)
    yield created
    created.release()


def add(bench: Any) -> None:
    from qgis.core import QgsPointXY

    bench.annotation.add_site(QgsPointXY(127.6, 41.45), "barge_dock")


def count(bench: Any) -> int:
    return len(bench.session.survey.rows("sites"))


def press(window: Any, qt: Any, shift: bool = False) -> None:
    from qgis.PyQt.QtWidgets import QApplication

    keys = qt.Qt.KeyboardModifier
    QApplication.setActiveWindow(window)  # shortcuts work in the active window, and a late dialog may have been active
    window.canvas.setFocus()
    qt.key(window.canvas, qt.Qt.Key.Key_Z, keys.ControlModifier | (keys.ShiftModifier if shift else keys.NoModifier))


def test_there_is_nothing_to_undo_at_first(own: Any) -> None:
    assert not own.undo.isEnabled() and not own.redo.isEnabled()
    assert own.undo.toolTip() == "Nothing to undo in the survey"


def test_tooltips_name_what_is_undone(own: Any, bench: Any) -> None:
    add(bench)
    assert own.undo.isEnabled() and "Undo: Add crossing" in own.undo.toolTip()
    own.undo.trigger()
    assert count(bench) == 6 and not own.undo.isEnabled()
    assert "Redo: Add crossing" in own.redo.toolTip()
    own.redo.trigger()
    assert count(bench) == 7


def test_ctrl_z_undoes_in_the_survey_while_qgis_has_nothing_to_undo(own: Any, bench: Any, window: Any, qt: Any) -> None:
    add(bench)
    press(window, qt)
    assert count(bench) == 6
    press(window, qt, shift=True)
    assert count(bench) == 7
    assert window.pressed == []


def test_ctrl_z_is_qgis_own_while_it_has_an_edit_to_undo(own: Any, bench: Any, window: Any, qt: Any) -> None:
    add(bench)
    window.qgis_undo.setEnabled(True)
    press(window, qt)
    assert window.pressed == ["qgis_undo"] and count(bench) == 7
    assert own.undo.isEnabled()  # by its button and its own shortcut
    window.qgis_undo.setEnabled(False)
    press(window, qt)
    assert window.pressed == ["qgis_undo"] and count(bench) == 6


def test_without_a_survey_there_is_nothing_left_to_undo(own: Any, bench: Any) -> None:
    add(bench)
    bench.project.clear()
    assert not own.undo.isEnabled()


def test_the_menu_of_a_button_goes_back_by_several(own: Any, bench: Any, window: Any) -> None:
    bar = window.addToolBar("Yalu")
    bar.addActions([own.undo, own.redo])
    own.add_menus(bar)
    gc.collect()
    add(bench)
    bench.history.push("a & b\n<b>", bench.session.change("note", replaced={"claims": [
        {**row, "note": "x"} for row in bench.session.survey.rows("claims")[:1]]}))
    add(bench)
    menu = bar.widgetForAction(own.undo).menu()
    menu.aboutToShow.emit()
    assert [action.text().split(" (")[0] for action in menu.actions()] == [
        "Add crossing", "a && b <b>", "Add crossing"]
    menu.actions()[1].trigger()
    assert count(bench) == 7 and [one.split(" (")[0] for one in bench.history.done] == ["Add crossing"]
    assert own.undo.menu() is None  # an action with a menu could not be clicked in the plugin's menu
    back = bar.widgetForAction(own.redo).menu()
    back.aboutToShow.emit()
    assert [action.text().split(" (")[0] for action in back.actions()] == ["a && b <b>", "Add crossing"]


def test_the_menu_lists_the_last_actions(own: Any, bench: Any, window: Any) -> None:
    bar = window.addToolBar("Yalu")
    bar.addActions([own.undo, own.redo])
    own.add_menus(bar)
    (row,) = bench.session.survey.rows("claims")[:1]
    for number in range(30):
        row = {**row, "note": str(number)}
        bench.history.push(f"{number} {'long ' * 50}", bench.session.change("note", replaced={"claims": [row]}))
    menu = bar.widgetForAction(own.undo).menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert len(texts) == 25 and texts[0].startswith("29 long") and max(map(len, texts)) == 100
