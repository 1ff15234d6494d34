"""Custom kinds of site that the user added to the built-in ones: rows of value_lists, each with its own symbol.

The name of such a kind is the value in a site's `kind`, and is shown unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.kinds import KIND_BY_KEY
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.site_name import visible_name
from yalu_plugin.core.states import STATE_KEYS
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import KIND_LABELS, LONGEST_KIND

LIST = "site_kind"  # of value_lists
# keys in use on the map or in the list while sites are added
RESERVED_KEYS = frozenset({*KIND_BY_KEY, *STATE_KEYS.values(), "M"})  # M writes a note
# QGIS' names of shapes that no built-in kind has: distinguishable in grey, too
SHAPE_LABELS = {
    "pentagon": translatable("Pentagon"), "hexagon": translatable("Hexagon"), "star": translatable("Star"),
    "cross_fill": translatable("Cross"), "half_square": translatable("Half square"),
    "semi_circle": translatable("Half circle"), "trapezoid": translatable("Trapezoid"),
    "parallelogram_right": translatable("Parallelogram"), "shield": translatable("Shield"),
    "heart": translatable("Heart"),
}
FIRST_SHAPE, FIRST_COLOUR = "pentagon", "#56b4e9"
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE | re.ASCII)


class CustomKind(NamedTuple):
    """A custom kind: its name, a key (capital letter, digit or ""), a shape of SHAPE_LABELS and a colour, #rrggbb."""

    value: str
    key: str = ""
    shape: str = FIRST_SHAPE
    colour: str = FIRST_COLOUR


def custom_kinds(value_lists: Iterable[Row]) -> list[CustomKind]:
    """Return the custom kinds in the order of value_lists, which any program may have written, without duplicates.

    A key that is in use or not a letter or digit is dropped; an invalid shape or colour is replaced by the first one.
    """
    found: dict[str, CustomKind] = {}
    keys = set(RESERVED_KEYS)
    for row in value_lists:
        value = normalized_kind(row.get("value"))
        if row.get("list") != LIST or not value or folded(value) in found or is_built_in(value):
            continue
        key = normalized_key(row.get("key"))
        key = "" if key in keys else key
        keys.add(key)
        shape, colour = str(row.get("shape") or ""), str(row.get("colour") or "")
        found[folded(value)] = CustomKind(value, key, shape if shape in SHAPE_LABELS else FIRST_SHAPE,
                                          colour.lower() if _COLOUR.fullmatch(colour) else FIRST_COLOUR)
    return list(found.values())


def normalized_kind(text: object) -> str:
    """Return a kind's name as it is stored: in one line, empty if nothing is visible."""
    return one_line(visible_name(text), LONGEST_KIND)


def normalized_key(text: object) -> str:
    """Return one capital letter or digit, or ""."""
    key = str(text or "").strip().upper()
    return key if len(key) == 1 and key.isascii() and key.isalnum() else ""


def folded(value: str) -> str:
    """Return the form in which the names of two kinds are compared."""
    return value.casefold()


def is_built_in(value: str) -> bool:
    """Return whether this is a built-in kind, by its value or its English label."""
    return folded(value) in {folded(one) for pair in KIND_LABELS.items() for one in pair}
