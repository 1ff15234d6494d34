"""Recognizes the state of a site in a word or phrase: our own words in three languages, and common ones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from yalu_plugin.core.importing.notations.word_forms import any_phrase, phrase

_PRESENT, _ABSENT, _WASHED_OUT, _UNDER_CONSTRUCTION, _NOT_OBSERVABLE = (
    "present", "absent", "washed_out", "under_construction", "not_observable")
_MAX_LENGTH = 200  # characters of a text that can name a state
_CERTAIN = {
    _PRESENT: (
        "present", "active", "in use", "operational", "operating", "in operation", "open", "exists", "existing",
        "extant", "there", "still there", "first seen", "last seen", "seen again", "visible", "seen", "observed",
        "detected", "intact", "in place", "functional", "functioning", "working", "있음", "존재", "존재함", "사용 중",
        "사용중", "운영 중", "운영중", "가동 중", "가동중", "활동 중", "存在", "有", "在用",
        "使用中", "活跃", "运行中", "可见", "開放", "开放", "есть", "действует", "действующий", "действующая",
        "используется", "существует", "присутствует", "активен", "активна", "vorhanden", "aktiv"),
    _ABSENT: (
        "absent", "removed", "gone", "dismantled", "disappeared", "vanished", "not present", "not there",
        "no longer present", "no longer there", "no longer exists", "does not exist", "nonexistent", "non existent",
        "looked for and not there", "없음", "살폈으나 없음", "철거", "철거됨", "사라짐", "없어짐", "제거됨",
        "존재하지 않음", "不存在", "已查看 不存在", "已拆除", "拆除", "消失", "已消失", "无", "無", "没有",
        "отсутствует", "нет", "убран", "убрана", "снесен", "снесён", "демонтирован", "демонтирована", "исчез",
        "исчезла", "entfernt", "nicht vorhanden", "nicht mehr vorhanden"),
    _WASHED_OUT: (
        "washed out", "washed away", "washout", "swept away", "flooded out", "carried away by flood", "유실", "유실됨",
        "떠내려감", "쓸려감", "冲毁", "已冲毁", "被冲毁", "冲走", "被冲走", "размыт", "размыта", "размыто", "смыт",
        "смыта", "смыто", "weggespült", "fortgespült", "weggeschwemmt"),
    _UNDER_CONSTRUCTION: (
        "under construction", "in construction", "being built", "being constructed", "construction ongoing", "공사 중",
        "공사중", "건설 중", "건설중", "在建", "建设中", "施工中", "修建中", "строится", "в стадии строительства",
        "im bau"),
    _NOT_OBSERVABLE: (
        "not observable", "unobservable", "looked could not see", "could not see", "no image", "no imagery",
        "obscured", "판독 불가", "살폈으나 판독 불가", "관측 불가", "无法判读", "已查看 无法判读", "无法观测",
        "не видно из за облаков"),
}
_LIKELY = {
    _PRESENT: ("presence", "existence", "new", "newly built", "rebuilt", "repaired", "restored", "reopened",
               "re opened", "likely active", "신설", "新建", "новый", "новая"),
    _ABSENT: ("absence", "closed", "none", "inactive", "abandoned", "disused", "decommissioned", "not in use",
              "no longer in use", "not active", "not seen", "not observed", "not found", "未发现", "not operational",
              "폐쇄", "폐쇄됨", "폐기", "미사용", "사용 안 함", "关闭", "已关闭", "停用", "废弃", "закрыт",
              "закрыта", "не действует", "заброшен", "не используется"),
    _WASHED_OUT: ("destroyed", "damaged", "flooded", "submerged", "under water", "underwater", "flood damaged", "파괴",
                  "파괴됨", "파손", "침수", "毁坏", "被毁", "损毁", "淹没", "разрушен", "разрушена", "затоплен",
                  "затоплена"),
    _UNDER_CONSTRUCTION: ("construction", "building", "in progress", "공사", "건설", "施工", "建设", "строительство"),
    _NOT_OBSERVABLE: ("not visible", "hidden", "unclear", "snow", "frozen", "unable to see", "안 보임", "보이지 않음",
              "不可见", "看不见", "не видно"),
}
_REASONS = {
    "cloud": ("cloud", "clouds", "cloudy", "cloud cover", "clouded", "overcast", "구름", "구름 많음", "云", "多云",
              "云遮挡", "雲", "облака", "облачность"),
    "ice": ("ice", "ice cover", "얼음", "결빙", "冰", "结冰", "лед"),
    "shadow": ("shadow", "shadows", "그림자", "阴影", "тень"),
    "resolution": ("resolution", "low resolution", "too coarse", "too coarse to tell", "해상도",
                   "해상도가 낮아 구별 불가", "分辨率", "分辨率过低 无法分辨"),
    "outside_image": ("outside image", "outside the image", "영상 범위 밖", "影像范围之外"),
}
_NO_STATE = ("no dated observation yet", "날짜 있는 관측 없음", "尚无有日期的观测")
_UNKNOWN = any_phrase(("unknown", "not known", "n a", "알 수 없음", "알수없음", "미상", "未知", "不明", "неизвестно"))
_DOUBT = re.compile(r"^(?:probably|possibly|likely|maybe|perhaps|apparently|presumably|추정"
                    r"|可能|疑似|возможно) | 추정$")
_AGAINST = any_phrase(("no", "not", "never", "without", "non", "un", "until", "before", "will", "planned", "partly",
                       "partially", "nicht", "kein", "keine", "ohne", "pas", "sans", "않음", "안", "못", "不", "未",
                       "没", "не", "нет"))


class StateReading(NamedTuple):
    """The survey's state that a text names, and the `reason` ("cloud") if not observable.

    If not `certain`, it is a suggestion that needs confirmation.
    """

    state: str
    certain: bool = True
    reason: str | None = None


_READINGS = {
    **{word: StateReading(state, False) for state, words in _LIKELY.items() for word in words},
    **{word: StateReading(state) for state, words in _CERTAIN.items() for word in (state.replace("_", " "), *words)},
    **{word: StateReading(_NOT_OBSERVABLE, reason != "ice", reason) for reason, words in _REASONS.items()
       for word in (reason.replace("_", " "), *words)}}
_BY_FOLDED = {word.replace(" ", ""): reading for word, reading in _READINGS.items()}
_WORDS = any_phrase(tuple(_READINGS))
# In a text of any length these words mean that a site was lost at some time.
LOSS = re.compile(any_phrase((*_CERTAIN[_WASHED_OUT], "dismantled", "demolished", "destroyed", "철거", "파괴", "已拆除",
                              "被拆除", "被毁", "разрушен", "разрушена", "снесен", "снесён")).pattern, re.IGNORECASE)


@lru_cache(maxsize=1024)
def state_of(text: str) -> StateReading | None:
    """Return the survey's state for a word or phrase; None if it names none or several, or that it is unknown.

    A word in a longer phrase ("washed out by the flood in August") is only a suggestion.
    """
    if len(text) > _MAX_LENGTH:
        return None
    bracket = re.fullmatch(r"\s*([^()（）]+?)\s*[(（]([^()（）]*)[)）]\s*", text)
    if bracket:
        return _with_comment(bracket[1], bracket[2])
    plain = phrase(text)
    if plain in _NO_STATE or _UNKNOWN.search(plain):  # first: the Korean word for it ends in the one for absent
        return None
    doubted = _DOUBT.sub("", plain)
    found = _READINGS.get(doubted) or _BY_FOLDED.get(doubted.replace(" ", "")) or _single_state_in(doubted)
    certain = doubted == plain and "?" not in text and "？" not in text
    return found._replace(certain=found.certain and certain) if found else None


def _with_comment(text: str, comment: str) -> StateReading | None:
    """Read a state with a comment, "not observable (cloud)"; another state in it makes the first uncertain."""
    found, other = state_of(text), state_of(comment)
    if found is None or other is None:
        plain = "?" not in comment and not _AGAINST.search(phrase(comment))
        return found and found._replace(certain=found.certain and plain)
    if found.state == _NOT_OBSERVABLE == other.state:
        return found._replace(reason=found.reason or other.reason)
    return found._replace(certain=found.certain and found.state == other.state)


def _single_state_in(plain: str) -> StateReading | None:
    """Return the only state whose words are in the phrase; None with a negation or another state.

    Certain if the phrase has no other words: "present, active".
    """
    states = {_READINGS[match] for match in _WORDS.findall(plain)}
    rest = _WORDS.sub(" ", plain)
    if len({reading.state for reading in states}) != 1 or _AGAINST.search(rest):
        return None
    found = max(states, key=lambda reading: reading.certain)
    return found._replace(certain=not rest.strip() and all(reading.certain for reading in states))
