"""What the letters of a PDF are when they are copied or searched.

A font for Chinese draws 车 and the radical ⻋ with one shape, and Qt names that shape after the radical. The names are
in the tables "ToUnicode" of the PDF, four hexadecimal digits a letter: they are put right where they stand.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

TABLE = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
LETTERS = re.compile(rb"\[[^\]]*\]")
RADICAL = re.compile(rb"<(2[EF][0-9A-F]{2})>")
# radicals (U+2E80 to U+2EF3) and the words of their shape: Unicode has no normal form for these, as it has for the
# rest (U+2F00 to U+2FD5); from its EquivalentUnifiedIdeograph.txt
WORDS = dict(zip("⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
                 "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"))


def name_words(file: Path) -> None:
    """Have the PDF say words where it says radicals. Raises OSError."""
    told = file.read_bytes()
    meant = TABLE.sub(lambda table: LETTERS.sub(lambda letters: RADICAL.sub(_word, letters[0]), table[0]), told)
    if meant != told:
        file.write_bytes(meant)


def _word(radical: re.Match[bytes]) -> bytes:
    letter = chr(int(radical[1], 16))
    word = WORDS.get(letter) or unicodedata.normalize("NFKC", letter)
    return b"<%04X>" % ord(word) if len(word) == 1 else radical[0]
