"""Recognizes coordinates that a text only measures from: "2 km west of 41.41, 128.18", "41.41, 128.18에서 2 km"."""

from __future__ import annotations

import re

_BEFORE_LENGTH, _BEHIND_LENGTH = 30, 60  # characters around coordinates that are examined
_WORDS_BEFORE = re.compile(
    r"(?:\b(?:OF|FROM|BETWEEN|TO|NOT|NEITHER|FR\.|ОТ|ДО|М[ЕE]ЖДУ)|[距离離从從自]) ?[(（:]? ?$")
_OWN_PLACE = re.compile(r"\b(?:COORDINATES?|COORDS?|POSITIONS?|LOCATIONS?|REFERENCES?) OF ?[(:]? ?$")
_OPEN = r"^[)）\]°도 ]{0,3}"  # what may stand between the coordinates and the words
_SOME = r"(?:ABOUT |SOME |ROUGHLY |APPROXIMATELY |APPROX\.? |약 ?|대략 ?|约|大约)?"
_DISTANCE = r"\d[\d.,]* ?(?:KM|M|킬로미터|킬로|미터|㎞|公里|千米|米|里)(?![A-Z])"
_KOREAN_SIDE = r"(?:[동서남북]{1,2}(?:쪽|방향|방|편|측)|상류|하류)"
_CHINESE_SIDE = r"(?:[东東西南北]{1,2}(?:侧|側|面|边|邊|方|方向)?|上游|下游)"
_WORDS_BEHIND = re.compile("|".join((
    rf"{_OPEN}(?:지점 ?)?(?:에서|로부터|부터|의|기준)? ?{_SOME}(?:{_KOREAN_SIDE}(?:으로|에)? ?{_SOME}\d|"
    rf"{_DISTANCE}.{{0,6}}?(?:{_KOREAN_SIDE}|떨어|거리))",
    rf"{_OPEN}(?:지점 ?)?(?:에서|부터).{{0,50}}까지", rf"{_OPEN}(?:지점 ?)?까지",
    rf"{_OPEN}(?:处|點|点)?(?:以|之|往|向|的)?{_CHINESE_SIDE}(?:约|大约)?\d",
    rf"^[) ,(]{{0,4}}{_SOME}\d[\d.,]* ?(?:KM|M|MI|KILOM\w+|MET\w+|MILES?|YARDS?|FEET)(?: TO THE)? [A-Z-]{{1,12}} "
    r"(?:OF|FROM) (?:WHICH|THIS|THAT|THERE|HERE|IT|THESE)\b",
)))


def is_reference(text: str, start: int, end: int) -> bool:
    """Whether the words around text[start:end], which is in upper case, say that its place is not the one described."""
    before = text[max(0, start - _BEFORE_LENGTH):start].upper()
    if _WORDS_BEFORE.search(before) and not _OWN_PLACE.search(before):
        return True
    return _WORDS_BEHIND.search(text[end:end + _BEHIND_LENGTH].upper()) is not None
