"""The letters on the keys of a Korean keyboard: who has Hangul on presses P and gives ㅔ, and means P."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAction

PLAIN = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"  # two-set, KS X 5002
SHIFTED = "ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
LETTERS = "QWERTYUIOPASDFGHJKLZXCVBNM"
LATIN = {**dict(zip(SHIFTED, LETTERS)), **dict(zip(PLAIN, LETTERS))}


def latin_key(event: QKeyEvent) -> int:
    """The key that was pressed; of a jamo, as Qt's key or as text alone, that of the letter beside it."""
    key = event.key()
    jamo = chr(key) if 0 < key <= 0xFFFF else event.text()
    return ord(LATIN[jamo]) if jamo in LATIN else key


def hear_hangul(action: QAction) -> None:
    """Have the shortcut of an action heard with Hangul on, too, also when the user gives it another one."""
    action.changed.connect(partial(_add_jamo, action))
    _add_jamo(action)


def _add_jamo(action: QAction) -> None:
    keys = action.shortcuts()
    wanted = [*keys[:1], *(jamo for jamo in map(_with_jamo, keys[:1]) if jamo is not None)]
    if wanted != keys:
        action.setShortcuts(wanted)


def _with_jamo(sequence: QKeySequence) -> QKeySequence | None:
    """The sequence with the jamo on the key of its letter; none where there is no such letter."""
    before, plus, letter = sequence.toString(QKeySequence.SequenceFormat.PortableText).rpartition("+")
    if not plus or letter not in LETTERS:
        return None
    return QKeySequence(f"{before}+{PLAIN[LETTERS.index(letter)]}")  # Qt looks for it as it is without Shift
