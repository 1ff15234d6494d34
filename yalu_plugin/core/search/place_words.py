"""Words for what a place is, which may be left out of its name: Hyesan-si, Samsu County, 삼수군, 三水郡."""

from __future__ import annotations

import re

_LATIN = (r"si|gun|kun|ri|ni|li|up|eup|ub|ŭp|dong|do|kang|gang|rodongjagu|city|county|town|township|village|province|"
          r"river|district|shi|xian|zhen|xiang|jiang|sheng|zizhixian")
_HANGUL = "자치현|로동자구|노동자구|시|군|읍|리|동|도|강|현|진|향"
_HAN = "自治县|自治縣|勞動者區|劳动者区|市|郡|邑|里|洞|道|江|县|縣|镇|鎮|乡|鄉"
_WORD = re.compile(rf"(.+?)(?:[\s\-\u2010-\u2013]+(?:{_LATIN})|(?<=[가-힣]{{2}})(?:{_HANGUL})"
                   rf"|(?<=[一-鿿]{{2}})(?:{_HAN}))", re.IGNORECASE)
_JOINED = ("rodongjagu", "county", "city", "gun", "kun", "eup", "dong", "up", "ri", "si")
_STEM = 4  # letters in front of a word that is joined to the name: Samsugun


def without_word(name: str) -> str:
    """Return the name without its last word for what it is, unchanged if it has none: "Hyesan" for "Hyesan-si"."""
    match = _WORD.fullmatch(name.strip())
    return match[1] if match else name


def without_joined_word(wanted: str) -> list[str]:
    """Return a folded text without the words that may be joined to it: "samsu" for "samsugun"."""
    return [wanted[:-len(word)] for word in _JOINED if wanted.endswith(word) and len(wanted) - len(word) >= _STEM]
