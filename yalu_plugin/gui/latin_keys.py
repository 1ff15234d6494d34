"""Latin letters for the jamo of a Korean keyboard: with Hangul on, the key P gives ㅔ."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAction

PLAIN = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"  # two-set, KS X 5002
SHIFTED = "ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"
LETTERS = "".join(("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"))  # rows of the keyboard
LATIN = {**dict(zip(SHIFTED, LETTERS)), **dict(zip(PLAIN, LETTERS))}


def latin_key(event: QKeyEvent) -> int:
    """Return the key pressed; for a jamo, given as Qt's key or only as text, the Latin letter on the same key."""
    key = event.key()
    jamo = chr(key) if 0 < key <= 0xFFFF else event.text()
    return ord(LATIN[jamo]) if jamo in LATIN else key


def add_hangul_shortcut(action: QAction) -> None:
    """Make the shortcut of an action work with Hangul on, also after the user changes it."""
    action.changed.connect(partial(_add_jamo, action))
    _add_jamo(action)


def _add_jamo(action: QAction) -> None:
    keys = action.shortcuts()
    wanted = [*keys[:1], *(jamo for jamo in map(_with_jamo, keys[:1]) if jamo is not None)]
    if wanted != keys:
        action.setShortcuts(wanted)


def _with_jamo(sequence: QKeySequence) -> QKeySequence | None:
    """Return the sequence with the jamo instead of its letter, None if it does not end in a letter."""
    before, plus, letter = sequence.toString(QKeySequence.SequenceFormat.PortableText).rpartition("+")
    if not plus or letter not in LETTERS:
        return None
    return QKeySequence(f"{before}+{PLAIN[LETTERS.index(letter)]}")  # Qt matches the jamo without Shift
