"""Correct the characters of a PDF's text as it is copied or searched.

A Chinese font draws 车 and the radical ⻋ with the same glyph, and Qt maps that glyph to the radical. The mapping is in
the tables "ToUnicode" of the PDF, four hexadecimal digits per character, which are replaced in place.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

TABLE = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
LETTERS = re.compile(rb"\[[^\]]*\]")
RADICAL = re.compile(rb"<(2[EF][0-9A-F]{2})>")
# radicals (U+2E80 to U+2EF3) and the characters of their shape, from Unicode's EquivalentUnifiedIdeograph.txt: they
# have no normal form, as the rest has (U+2F00 to U+2FD5)
CHARACTERS = dict(zip("⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
                      "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟"))


def fix_radicals(file: Path) -> None:
    """Replace radicals in the PDF's text by the characters of the same shape. Raises OSError."""
    content = file.read_bytes()
    fixed = TABLE.sub(lambda table: LETTERS.sub(lambda letters: RADICAL.sub(_fixed_character, letters[0]), table[0]),
                      content)
    if fixed != content:
        file.write_bytes(fixed)


def _fixed_character(radical: re.Match[bytes]) -> bytes:
    letter = chr(int(radical[1], 16))
    character = CHARACTERS.get(letter) or unicodedata.normalize("NFKC", letter)
    return b"<%04X>" % ord(character) if len(character) == 1 else radical[0]
