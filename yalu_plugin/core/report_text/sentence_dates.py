"""Finds the date of a sentence, and whether it is one on which the site was seen."""

from __future__ import annotations

import re
from typing import NamedTuple

from yalu_plugin.core.importing.notations.calendar_words import MONTH
from yalu_plugin.core.importing.notations.denial_words import denies_sighting
from yalu_plugin.core.importing.notations.state_words import LOSS
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.report_text.same_length import simplified
from yalu_plugin.core.text import translatable

SEVERAL_DATES = translatable("the sentence gives several dates: none is used")
NOT_THERE = translatable("“{text}” may mean that the site was not there: its date is not used")
DOUBT = " ?"  # behind a text: the importer asks before it uses the date or kind
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_ONE = (rf"(?:{_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}"
        rf"|{_YEAR} ?[年년](?: ?\d{{1,2}} ?[月월](?: ?\d{{1,2}} ?[日일号])?)?"
        rf"|(?:{MONTH})\.? {_DAY},? {_YEAR}|{_DAY} (?:of |de )?(?:{MONTH})\.?,? {_YEAR}"
        rf"|(?:{MONTH})\.?,? (?:of )?{_YEAR}|(?:spring|summer|autumn|fall|q[1-4]) (?:of )?{_YEAR})")
_BEFORE = (r"(?:(?:as early as|as of|since|before|after|by|until|around|about|circa|early|mid|late|from|early in|"
           r"late in|начиная с|после|до|с)[ -])?")
_FORM = re.compile(
    rf"(?<![\d.a-zа-я])(?:between {_ONE} and {_ONE}|{_BEFORE}{_ONE}(?:(?: ?[-~/] ?| to | until |부터 ?){_ONE})?)(?!\d)"
    r"(?: ?(?:이후|이전|부터|까지|以来|以后|之前|起))?")
_LONE_YEAR = re.compile(
    rf"(?<!\w)(?:in|since|during|by|before|after|until|early|late|mid|в|с)[ -]{_YEAR}(?![\d/-]|\.\d)")
_SEEN = re.compile(r"imag(?:e|es|ery)\b|satellite|photograph|photos?\b|captur|visible|\bseen\b|\bsaw\b|observ|taken on|"
                   r"위성|영상|촬영|사진|포착|관측|卫星|衛星|影像|图像|圖像|拍摄|照片|снимк|снимок|спутник|снят")
_WRITTEN = re.compile(r"publish|report(?:ed)? (?:on|of)|post(?:ed)?\b|updated|accessed|retrieved|wrote|written|article|"
                      r"발표|보도|게시|作者|发布|報道|报道|刊登|опублик|сообщ")
_AGAINST = re.compile(  # words that may deny the site in some way; such a date is never taken for a sighting
    r"\b(?:no(?!\.? ?\d)|not(?! (?:far|only)\b)|never|nor|neither|none|nothing|nobody|cannot|without|hardly|absent|"
    r"absence|lack(?:s|ed|ing)|fail(?:s|ed)? to|gone|vanish\w*|disappear\w*|remov\w+|abandon\w*|clos(?:ed|ure)|ceas\w+|"
    r"halt\w*|stop(?:s|ped)|destroy\w*|dismantl\w*|demolish\w*|empty|predat\w+|cloud\w*|obscur\w*|under construction|"
    r"being (?:re)?built|will be|planned)\b|n't\b|없|않|못|(?<![가-힣])안 |불가|사라[졌진]|중단|폐쇄|철거|떠내려|쓸려|"
    r"어렵|어려|구름|공사 ?중|건설 ?중|未|没|沒|[无無](?!人机|人機)|不(?![久断斷仅僅少])|消失|"
    r"停(?![车車靠泊])|[关關]闭|拆|云(?!南)|冲[毁走]|在建|施工中|\b(?:не|нет|без|исчез\w*|отсутств\w*|облак\w*|закрыт\w*|строится)\b")


class SentenceDate(NamedTuple):
    """The date of a sentence as the importer is to read it, "" for none; `others` are dates that are not used."""

    text: str = ""
    others: str = ""
    doubts: tuple[Phrase, ...] = ()


def date_of(sentence: str, places: int = 1) -> SentenceDate:
    """Return the only date or span that a sentence with so many places gives.

    It ends in a question mark unless the sentence has one place and speaks of an image or of seeing, not publishing. A
    sentence that denies the site or says that it was lost or not yet built has no date of a sighting.
    """
    plain = simplified(sentence)
    found = dict.fromkeys(sentence[match.start():match.end()].strip(" ,") for match in _FORM.finditer(plain))
    if not found:
        found = dict.fromkeys(sentence[match.start():match.end()] for match in _LONE_YEAR.finditer(plain))
    if len(found) > 1:
        return SentenceDate("", "; ".join(found), (Phrase(SEVERAL_DATES),))
    if not found:
        return SentenceDate()
    (date,) = found
    against = LOSS.search(sentence) or _AGAINST.search(plain)
    if against or denies_sighting(sentence):
        word = against.group().strip() if against else sentence[:60]
        return SentenceDate("", date, (Phrase(NOT_THERE, {"text": word}),))
    certain = places == 1 and _SEEN.search(plain) and not _WRITTEN.search(plain)
    return SentenceDate(date if certain else date + DOUBT)
