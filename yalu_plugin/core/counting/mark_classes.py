"""The classes of marks, each with its shortcut key: built-in classes and custom classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.states import STATE_KEYS
from yalu_plugin.core.text import translatable

MARK_CLASS_LIST = "mark_class"  # the list's name in value_lists
# M measures, X moves a mark to the pointer, the others record the state of a site
RESERVED_KEYS = frozenset({*STATE_KEYS.values(), "M", "X"})


class MarkClass(NamedTuple):
    """A class of marks.

    `value` is the label stored in marks. `name` is English, translated when shown, for a built-in class, and the
    user's text for others. `key` is one capital letter or digit, or empty.
    """

    value: str
    name: str
    key: str


NO_CLASS = "?"
CLASS_LABELS = {"car": translatable("Car"), "truck": translatable("Truck"), "bus": translatable("Bus"),
               "barge": translatable("Barge"), "other": translatable("Other object")}
BUILT_IN = tuple(MarkClass(value, CLASS_LABELS[value], key) for value, key in zip(CLASS_LABELS, "CTSBO"))


def classes_of(value_lists: Iterable[Row]) -> list[MarkClass]:
    """Return the classes a mark may have: built-in ones, then custom ones in the order of value_lists.

    Custom classes that repeat a value are skipped; a key that is in use, or is not a letter or digit, is dropped.
    """
    found = {one.value: one for one in BUILT_IN}
    keys = {one.key for one in BUILT_IN} | RESERVED_KEYS
    for row in value_lists:
        value = one_line(str(row.get("value") or ""))
        if row.get("list") != MARK_CLASS_LIST or not value or value in found:
            continue
        key = str(row.get("key") or "").strip().upper()
        key = key if len(key) == 1 and key.isascii() and key.isalnum() and key not in keys else ""
        keys.add(key)
        found[value] = MarkClass(value, one_line(str(row.get("label") or "")) or value, key)
    return list(found.values())


def with_labels(classes: Sequence[MarkClass], labels: Iterable[str]) -> list[MarkClass]:
    """Return the classes, followed by one for each label that has none.

    The class of such a label was removed from value_lists, or another program wrote the label.
    """
    known = {one.value for one in classes}
    return [*classes, *(MarkClass(label, one_line(label) or NO_CLASS, "") for label in sorted({*labels} - known))]
