"""Normalizes the signs and words of coordinates in several scripts to one spelling."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

_SIGNS = str.maketrans({
    **dict.fromkeys("º˚∘⁰ᵒ˙", "°"), **dict.fromkeys("″“”„ʺ＂〃❞❝״", '"'),
    **dict.fromkeys("′‘’‛ʹʼ´`＇‵❛❜׳", "'"), **dict.fromkeys("−–—‒‐‑－﹣", "-"),
    **dict.fromkeys("，、،﹐", ","), **dict.fromkeys("；؛", ";"), **dict.fromkeys("：﹕", ":"),
    "،": ",", "٫": ".", "。": ".", "\u030a": "°", **dict.fromkeys("†‡", ""),
    **dict.fromkeys("¹²³⁴⁵⁶⁷⁸⁹", " "),  # numbers of footnotes
})
# Words for each normalized sign, in upper case; the pattern has the longest first.
_WORDS = {
    "N": ("북위", "北纬", "北緯", "NORTH", "NORTHING", "NORD", "NORTE", "С.Ш.", "С. Ш.", "С.Ш", "СЕВЕРНОЙ ШИРОТЫ"),
    "S": ("남위", "南纬", "南緯", "SOUTH", "SÜD", "SUD", "SUR", "Ю.Ш.", "Ю. Ш.", "Ю.Ш", "ЮЖНОЙ ШИРОТЫ"),
    "E": ("동경", "东经", "東經", "東経", "EAST", "EASTING", "OST", "EST", "ESTE", "В.Д.", "В. Д.", "В.Д",
          "ВОСТОЧНОЙ ДОЛГОТЫ"),
    "W": ("서경", "西经", "西經", "西経", "WEST", "OUEST", "OESTE", "OVEST", "З.Д.", "З. Д.", "З.Д",
          "ЗАПАДНОЙ ДОЛГОТЫ"),
    "Φ": ("위도", "纬度", "緯度", "LATITUDE", "LAT.", "LAT", "ШИРОТА", "BREITE", "LATITUD", "LATITUDINE"),
    "Λ": ("경도", "经度", "經度", "経度", "LONGITUDE", "LONGTITUDE", "LONG.", "LONG", "LON.", "LON", "LNG", "ДОЛГОТА",
          "LÄNGE", "LONGITUD", "LONGITUDINE"),
    "°": ("도", "度", "DEGREES", "DEGREE", "DEGS", "DEG.", "DEG", "ГРАД.", "ГРАД"),
    "'": ("분", "分", "MINUTES", "MINUTE", "MINS", "MIN.", "MIN", "МИН.", "МИН"),
    '"': ("초", "秒", "SECONDS", "SECOND", "SECS", "SEC.", "SEC", "СЕК.", "СЕК"),
}
_PLAIN = {word: plain for plain, words in _WORDS.items() for word in words}
_CJK = re.compile(r"[ㄱ-힣一-鿿]")
_LONGEST_FIRST = sorted(_PLAIN, key=len, reverse=True)
_WORD = re.compile("|".join(
    re.escape(word) if _CJK.match(word) or not word[0].isalpha() else rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])"
    for word in _LONGEST_FIRST))
_ANY_WORD = re.compile(r"[^\W\d_]{2}|[^\W\d_A-Z]")  # two letters, or one that is not Latin
_DEGREE_O = re.compile(r"(?<=\d) ?[O*?\ufffd] ?(?=\d{1,2}(?:\.\d{1,9})? ?')")  # a degree sign in scans
_DMS_LETTERS = re.compile(r"(?<![\d.])(\d{1,3}) ?D ?(\d{1,2}(?:\.\d{1,9})?) ?M(?: ?(\d{1,2}(?:\.\d{1,9})?) ?S)?")


def visible(text: str) -> str:
    """Remove invisible characters (zero width, direction, byte order), and make all blanks single spaces."""
    if not text.isascii():
        text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return " ".join(text.split())


@lru_cache(maxsize=8)  # one text is tried as several notations
def folded_signs(text: str) -> str:
    """Normalize to upper case and to N S E W, ° ' " and dashes, from other signs and words; Φ and Λ for axis labels."""
    text = visible(text)
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = text.translate(_SIGNS)
        text = unicodedata.normalize("NFKC", "".join(sign for sign in text if not unicodedata.combining(sign)))
    text = text.upper().replace("''", '"')
    if _ANY_WORD.search(text):  # most coordinates have none
        text = _WORD.sub(lambda match: _PLAIN[match.group()], text)
    text = text.replace("Е", "E")  # a Cyrillic letter typed for the Latin one
    text = _DEGREE_O.sub("°", text)
    return _DMS_LETTERS.sub(lambda match: f"{match[1]}°{match[2]}'" + (f'{match[3]}"' if match[3] else ""), text)
