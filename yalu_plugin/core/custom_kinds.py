"""Kinds of site that the user has added to those of the schema: rows of value_lists, each with a symbol of its own.

The word of such a kind is what stands in a site's `kind`, and is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.site_name import own_name
from yalu_plugin.core.text import translatable
from yalu_plugin.core.value_labels import KIND_WORDS, LONGEST_KIND

LIST = "site_kind"  # of value_lists
# keys that have a meaning already on the map or in the list while sites are added
TAKEN = frozenset("VBPAWUNM")
# QGIS' names of shapes that no kind of the schema has: told apart in grey, too
SHAPE_WORDS = {
    "pentagon": translatable("Pentagon"), "hexagon": translatable("Hexagon"), "star": translatable("Star"),
    "cross_fill": translatable("Cross"), "half_square": translatable("Half square"),
    "semi_circle": translatable("Half circle"), "trapezoid": translatable("Trapezoid"),
    "parallelogram_right": translatable("Parallelogram"), "shield": translatable("Shield"),
    "heart": translatable("Heart"),
}
FIRST_SHAPE, FIRST_COLOUR = "pentagon", "#56b4e9"
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE | re.ASCII)


class OwnKind(NamedTuple):
    """`value`: its word, `key`: one capital letter or digit, or empty; `shape`: of SHAPE_WORDS, `colour`: #rrggbb."""

    value: str
    key: str = ""
    shape: str = FIRST_SHAPE
    colour: str = FIRST_COLOUR


def own_kinds(value_lists: Iterable[Row]) -> list[OwnKind]:
    """The user's own kinds in the order of value_lists; whatever a program has written there, none is there twice.

    A key that is taken already, or is no letter or digit, is none; a shape or colour that is none is the first one.
    """
    found: dict[str, OwnKind] = {}
    keys = set(TAKEN)
    for row in value_lists:
        value = word_of(row.get("value"))
        if row.get("list") != LIST or not value or folded(value) in found or is_built_in(value):
            continue
        key = key_of(row.get("key"))
        key = "" if key in keys else key
        keys.add(key)
        shape, colour = str(row.get("shape") or ""), str(row.get("colour") or "")
        found[folded(value)] = OwnKind(value, key, shape if shape in SHAPE_WORDS else FIRST_SHAPE,
                                       colour.lower() if _COLOUR.fullmatch(colour) else FIRST_COLOUR)
    return list(found.values())


def word_of(text: object) -> str:
    """A kind's word as it is kept: in one line, empty where it shows nothing."""
    return one_line(own_name(text), LONGEST_KIND)


def key_of(text: object) -> str:
    """One capital letter or digit, or empty."""
    key = str(text or "").strip().upper()
    return key if len(key) == 1 and key.isascii() and key.isalnum() else ""


def folded(value: str) -> str:
    """The word by which two kinds are the same."""
    return value.casefold()


def is_built_in(value: str) -> bool:
    """Whether the schema has this kind, by its value or by its English word."""
    return folded(value) in {folded(one) for pair in KIND_WORDS.items() for one in pair}
