"""What a list changes in a site, in words: "moved 35 m", "Name: “A” in the survey, “B” in the list"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yalu_plugin.core.forms.column_labels import column_label
from yalu_plugin.core.importing.import_assessment import ImportRow
from yalu_plugin.core.importing.list_changes import CHANGED, MOVED, NEW, UNCHANGED, Difference
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import COLUMN_LABELS, kind_phrase

CHANGE_LABELS = {UNCHANGED: translatable("Same"), MOVED: translatable("Moved"), CHANGED: translatable("Changed"),
                 NEW: translatable("New"), "gone": translatable("Not in the list")}
PLACE_LABEL = translatable("Location")
_MOVED, _MOVED_FAR = translatable("moved {metres:.0f} m"), translatable("moved {km:.1f} km")
_LESS = translatable("moved less than 1 m")
_DIFFERENT = translatable("{field}: “{old}” in the survey, “{new}” in the list")
_ADDED, _CLEARED = translatable("{field}: “{new}” in the list"), translatable("{field}: “{old}”, empty in the list")
_TAKEN = translatable("{difference} (taken)")
_OBSERVED, _OBSERVED_ONE = translatable("{n} new observations"), translatable("1 new observation")
_FAR_M = 10_000.0


def field_label(field: str, of_observation: bool = False) -> str:
    """Return the label of a field of a Difference, in English, to be translated where it is shown."""
    return PLACE_LABEL if field == "place" else column_label("observations" if of_observation else "sites", field)


def change_phrases(row: ImportRow) -> Iterator[Phrase]:
    """Yield what a row changes in a site or observation of the survey, and which differences are taken."""
    for difference in row.differences:
        phrase = difference_phrase(difference, row.of_observation is not None)
        yield Phrase(_TAKEN, {"difference": phrase}) if difference.taken else phrase
    if row.of_site is not None and row.included and row.observations:
        count = len(row.observations)
        yield Phrase(_OBSERVED_ONE) if count == 1 else Phrase(_OBSERVED, {"n": count})


def difference_phrase(difference: Difference, of_observation: bool = False) -> Phrase:
    """Return a difference in words."""
    if difference.field == "place":
        if difference.metres >= _FAR_M:
            return Phrase(_MOVED_FAR, {"km": difference.metres / 1000})
        return Phrase(_MOVED, {"metres": difference.metres}) if difference.metres >= 0.5 else Phrase(_LESS)
    old, new = (_shown(difference.field, value) for value in (difference.in_survey, difference.in_list))
    template = _DIFFERENT if old and new else _ADDED if new else _CLEARED
    return Phrase(template, {"field": Phrase(field_label(difference.field, of_observation)), "old": old, "new": new})


def _shown(field: str, value: Any) -> str | Phrase:  # noqa: ANN401 - any program may have written it
    """Return a value as shown to the user; empty for none."""
    if value in (None, ""):
        return ""
    if field == "kind":
        return kind_phrase(str(value))
    label = COLUMN_LABELS.get(field, {}).get(str(value))
    return Phrase(label) if label else one_line(str(value))
