"""Words for kinds, states, answers and confidences in lists of sites: English, Korean, Chinese and more."""

from __future__ import annotations

from yalu_plugin.core.importing.notations.kind_words import KindReading, kind_of, likely_kind
from yalu_plugin.core.importing.notations.state_words import StateReading, state_of
from yalu_plugin.core.importing.notations.word_forms import folded, parts

__all__ = [
    "FOLDERS", "ICON_COLOUR", "KindReading", "StateReading", "answer_of", "confidence_of", "folded", "kind_in_name",
    "kind_in_path", "kind_of", "likely_kind", "parts", "state_of",
]

_ANSWERS = {
    "yes": ("yes", "y", "true", "t", "1", "예", "네", "있음", "유", "是", "有"),
    "no": ("no", "n", "false", "f", "0", "아니오", "아니요", "없음", "무", "否", "无", "無", "不是"),
    "unknown": ("unknown", "", "미상", "모름", "알수없음", "不明", "未知"),
}
_TICKS = {**dict.fromkeys("✓✔☑✅", "yes"), **dict.fromkeys("✗✘☒❌", "no")}
_CONFIDENCES = {
    "confirmed": ("confirmed", "certain", "high", "확인", "확실", "확인됨", "确认", "已确认", "確認", "高"),
    "probable": ("probable", "likely", "medium", "추정", "유력", "很可能", "中"),
    "possible": ("possible", "uncertain", "low", "가능", "불확실", "可能", "有可能", "가능성있음", "低"),
}
FOLDERS, ICON_COLOUR = ("folder", "layer"), "icon colour"  # columns that the readers of KML and layers add
_PATH_SEPARATOR = " / "  # between the folders of a path
_SHORTEST_WORD = 3  # letters of an ASCII word: "Site B" and "V" name no kind


def answer_of(text: str) -> str | None:
    """Return yes, no or unknown; None for any other text."""
    return _TICKS.get(text.strip()) or _exactly(text, _ANSWERS)


def confidence_of(text: str) -> str | None:
    """Return confirmed, probable or possible; None for any other text."""
    return _exactly(text, _CONFIDENCES)


def kind_in_name(name: str) -> KindReading | None:
    """Return the kind that a name mentions, "Vehicle ford east of Hyesan"; short words are ignored."""
    words = " ".join(part for part in parts(name) if len(part) >= _SHORTEST_WORD or not part.isascii())
    return kind_of(words) if words else None


def kind_in_path(path: str) -> KindReading | None:
    """Return the kind that a folder of the path mentions, the innermost first: "Barge crossings / 2024"."""
    found = (kind_in_name(folder) for folder in reversed(path.split(_PATH_SEPARATOR)))
    return next((reading for reading in found if reading is not None), None)


def _exactly(text: str, vocabulary: dict[str, tuple[str, ...]]) -> str | None:
    return next((word for word, known in vocabulary.items() if folded(text) in known), None)
