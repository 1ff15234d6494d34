"""What is counted: the classes of marks, each with the key that chooses it, and those the user has added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.text import translatable

MARK_CLASS_LIST = "mark_class"  # of value_lists
# M measures, X brings a mark to the pointer, the others record what a site looks like
RESERVED_KEYS = frozenset("AMNPUWX")


class MarkClass(NamedTuple):
    """`value` is what stands in a mark's label; `name` is English, translated where it is shown, for those built in,
    and the user's own word for others; `key` is one capital letter or digit, or empty.
    """

    value: str
    name: str
    key: str


NO_CLASS = "?"
CLASS_LABELS = {"car": translatable("Car"), "truck": translatable("Truck"), "bus": translatable("Bus"),
               "barge": translatable("Barge"), "other": translatable("Other object")}
BUILT_IN = tuple(MarkClass(value, CLASS_LABELS[value], key) for value, key in zip(CLASS_LABELS, "CTSBO"))


def classes_of(value_lists: Iterable[Row]) -> list[MarkClass]:
    """The classes a mark may have: those built in, then the user's own in the order of value_lists.

    Own ones that repeat a value are passed over; a key that is taken already, or is no letter or digit, is none.
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
    """The classes, and after them those that marks of these labels have beside: of a class that was taken out of
    value_lists, or a word of another program.
    """
    known = {one.value for one in classes}
    return [*classes, *(MarkClass(label, one_line(label) or NO_CLASS, "") for label in sorted({*labels} - known))]
