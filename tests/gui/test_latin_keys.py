"""With Hangul on, every letter key of the plugin works as the Latin letter on it."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QApplication, QWidget

from yalu_plugin.core.kinds import BARGE
from yalu_plugin.gui.latin_keys import latin_key

ROWS = {"QWERTYUIOP": "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ASDFGHJKL": "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ZXCVBNM": "ㅋㅌㅊㅍㅠㅜㅡ"}
TWIN = {"ㅃ": "Q", "ㅉ": "W", "ㄸ": "E", "ㄲ": "R", "ㅆ": "T", "ㅒ": "O", "ㅖ": "P"}
NONE = Qt.KeyboardModifier.NoModifier


def pressed(jamo: str, with_key: bool = True, modifiers: Any = NONE) -> QKeyEvent:
    """Return a key event as from Qt under X11 and macOS; without `with_key` one whose key Qt does not know."""
    return QKeyEvent(QEvent.Type.KeyPress, ord(jamo) if with_key else 0, modifiers, jamo)


@pytest.mark.parametrize("with_key", [True, False])
def test_each_letter_of_the_keyboard(with_key: bool) -> None:
    pairs = [pair for letters, jamo in ROWS.items() for pair in zip(jamo, letters)] + list(TWIN.items())
    assert len(pairs) == 33
    assert {jamo: chr(latin_key(pressed(jamo, with_key))) for jamo, _ in pairs} == dict(pairs)


@pytest.mark.parametrize(("key", "text"), [
    (Qt.Key.Key_P, "p"), (Qt.Key.Key_Delete, "\x7f"), (Qt.Key.Key_F2, ""), (0, ""), (0x3164, "ㅤ"), (0xAC00, "가"),
    (0x416, "ж"), (Qt.Key.Key_Hangul, ""), (0, "가"), (Qt.Key.Key_unknown, "ㅔㅔ"), (-1, "")])
def test_every_other_key_is_itself(key: int, text: str) -> None:
    assert latin_key(QKeyEvent(QEvent.Type.KeyPress, key, NONE, text)) == key


def test_letters_that_record_and_letters_of_a_tool(window: Any, qgis_app: Any) -> None:
    from yalu_plugin.gui.crossings.add_crossing_tool import AddCrossingTool
    from yalu_plugin.gui.crossings.letter_keys import LetterKeys
    from yalu_plugin.gui.tool_keys import ToolKeys

    handled: list[object] = []
    record, panel = QAction(window), QWidget(window)
    record.triggered.connect(lambda: handled.append("record"))
    keys = LetterKeys({Qt.Key.Key_P: record}, lambda: True, window)
    keys.listen(panel)
    QApplication.sendEvent(panel, pressed("ㅔ"))
    QApplication.sendEvent(panel, pressed("ㅔ", with_key=False))
    QApplication.sendEvent(panel, pressed("ㅖ", modifiers=Qt.KeyboardModifier.ShiftModifier))
    QApplication.sendEvent(panel, pressed("ㅁ"))
    assert handled == ["record", "record"]

    tool = QgsMapTool(window.canvas)
    tool_keys = ToolKeys(tool, window.canvas, lambda key: key == Qt.Key.Key_C, handled.append)
    window.canvas.setMapTool(tool)
    QApplication.sendEvent(window.canvas, pressed("ㅊ"))
    assert handled[2:] == [Qt.Key.Key_C] and tool_keys is not None
    window.canvas.unsetMapTool(tool)

    add = AddCrossingTool(window.canvas, lambda _place, _kind: None, None)
    add.keyPressEvent(pressed("ㅠ"))
    assert add.kind == BARGE


def test_shortcuts_of_actions_are_handled_too(actions: Any, window: Any) -> None:
    action = actions.add("x", "X", "X", "undo", lambda: None, "Alt+Shift+P")
    assert [key.toString() for key in action.shortcuts()] == ["Alt+Shift+P", "Alt+Shift+ㅔ"]
    action.setShortcut(QKeySequence("Ctrl+Alt+B"))
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl+Alt+B", "Ctrl+Alt+ㅠ"]
    for other in ("F9", "", "Ctrl+Alt+1", "Alt+PgUp"):
        action.setShortcut(QKeySequence(other))
        assert [key.toString() for key in action.shortcuts()] == [other][: bool(other)]
