"""The words people use for the kinds and answers of a list of sites: English, Korean, Chinese."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from yalu_plugin.core.schema import STATES

_KINDS = {
    "vehicle_ford": ("vehicle", "vehicles", "ford", "fords", "fording", "car", "cars", "truck", "trucks",
                     "차량", "차", "车", "車", "车辆", "车辆渡口"),
    "barge_dock": ("barge", "barges", "dock", "boat", "boats", "ferry", "바지선", "배", "선착장", "驳船",
                   "駁船", "船", "码头"),
    "staging_area": ("staging", "storage", "parking", "park", "lot", "주차장", "집결지", "적치장",
                     "停车场", "停車場", "堆场"),
    "fuel_station": ("fuel", "gas", "filling", "petrol", "gasoline", "연유", "주유소", "연유판매소",
                     "加油站"),
    "other": ("other", "기타", "其他", "其它"),
}
_ANSWERS = {
    "yes": ("yes", "y", "true", "t", "1", "예", "네", "있음", "유", "是", "有"),
    "no": ("no", "n", "false", "f", "0", "아니오", "아니요", "없음", "무", "否", "无", "無", "不是"),
    "unknown": ("unknown", "", "미상", "모름", "不明", "未知"),
}
_CONFIDENCES = {
    "confirmed": ("confirmed", "certain", "high", "확인", "확실", "확인됨", "确认", "確認", "高"),
    "probable": ("probable", "likely", "medium", "추정", "유력", "很可能", "中"),
    "possible": ("possible", "uncertain", "low", "가능", "불확실", "可能", "低"),
}
# A staging area or a filling station for vehicles is no ford: these words outweigh the vehicle's.
_OUTWEIGHS_VEHICLE = ("staging_area", "fuel_station")


def folded(text: str) -> str:
    """Lower case, full width narrowed, without blanks and punctuation: how words are compared."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


def parts(text: str) -> list[str]:
    """The words of a text: site_kind (old) -> site, kind, old."""
    return [part for part in re.split(r"[\W_]+", unicodedata.normalize("NFKC", text).casefold()) if part]


class KindReading(NamedTuple):
    """The survey's kind that a text names; where it is not `certain`, a suggestion to ask about."""

    kind: str
    certain: bool = True


class StateReading(NamedTuple):
    """The survey's state that a text names, and the `reason` ("cloud") for one that is not observable.

    Where it is not `certain`, a suggestion to ask about.
    """

    state: str
    certain: bool = True
    reason: str | None = None


def kind_of(text: str) -> KindReading | None:
    """The survey's kind for a word or phrase; None where it names no kind or several."""
    found = _kind_of(text)
    return KindReading(found) if found else None


def state_of(text: str) -> StateReading | None:
    """The survey's state for a word or phrase; None where it names none, or says that it is unknown."""
    word = "_".join(parts(text))
    return StateReading(word) if word in STATES else None


def _kind_of(text: str) -> str | None:
    words = {folded(text), *parts(text)}
    found = {kind for kind, known in _KINDS.items() if words & {kind.replace("_", ""), *known}}
    if len(found) == 2 and "vehicle_ford" in found and found & set(_OUTWEIGHS_VEHICLE):
        found.remove("vehicle_ford")
    return found.pop() if len(found) == 1 else None


def answer_of(text: str) -> str | None:
    """yes, no or unknown; None for a text that is neither."""
    return _exactly(text, _ANSWERS)


def confidence_of(text: str) -> str | None:
    """confirmed, probable or possible; None for a text that is none of them."""
    return _exactly(text, _CONFIDENCES)


def _exactly(text: str, vocabulary: dict[str, tuple[str, ...]]) -> str | None:
    return next((word for word, known in vocabulary.items() if folded(text) in known), None)
