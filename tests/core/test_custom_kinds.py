"""Custom kinds of site from value_lists with any content."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.custom_kinds import (
    FIRST_COLOUR,
    FIRST_SHAPE,
    RESERVED_KEYS,
    SHAPE_LABELS,
    CustomKind,
    custom_kinds,
)


def row(value, **others):
    return {"list": "site_kind", "value": value, **others}


@pytest.mark.parametrize(("rows", "kinds"), [
    ([], []),
    ([row("Cable car", key="c", shape="star", colour="#FF8800")], [CustomKind("Cable car", "C", "star", "#ff8800")]),
    ([row("Cable car"), row("CABLE CAR", shape="star")], [CustomKind("Cable car")]),
    ([row("vehicle_ford"), row("Vehicle Crossing"), row("other"), row("OTHER SITE")], []),
    ([row(None), row(""), row("  \n"), row("\u200b")], []),
    ([{"list": "mark_class", "value": "crane"}, {"list": None, "value": "x"}, {"value": "y"}], []),
    ([row("a", key="V"), row("b", key="R"), row("c", key="r"), row("d", key="RR"), row("e", key="é")],
     [CustomKind("a"), CustomKind("b", "R"), CustomKind("c"), CustomKind("d"), CustomKind("e")]),
    ([row("a", shape="circle", colour="red"), row("b", shape="'); --", colour="#12345"), row("c", colour=5)],
     [CustomKind("a"), CustomKind("b"), CustomKind("c")]),
    ([row("two\nlines\tand more")], [CustomKind("two lines and more")]),
    ([row("나루터"), row("渡口"), row("<b>x</b>"), row("it's \\ \"q\""), row("{kind}"), row("50 & 60")],
     [CustomKind("나루터"), CustomKind("渡口"), CustomKind("<b>x</b>"), CustomKind("it's \\ \"q\""),
      CustomKind("{kind}"), CustomKind("50 & 60")])])
def test_kinds_of_a_list(rows, kinds):
    assert custom_kinds(rows) == kinds


ANYTHING = st.one_of(st.none(), st.text(max_size=80), st.integers(), st.floats(), st.booleans())


@given(st.lists(st.fixed_dictionaries({"list": st.sampled_from(["site_kind", "mark_class", None]), "value": ANYTHING,
                                       "key": ANYTHING, "shape": ANYTHING, "colour": ANYTHING})))
def test_kinds_are_unique_with_any_content(rows):
    kinds = custom_kinds(rows)
    assert len({kind.value.casefold() for kind in kinds}) == len(kinds)
    keys = [kind.key for kind in kinds if kind.key]
    assert len(set(keys)) == len(keys) and not RESERVED_KEYS & set(keys)
    assert all(kind.shape in SHAPE_LABELS and kind.colour.startswith("#") and len(kind.colour) == 7 for kind in kinds)
    assert all(0 < len(kind.value) <= 60 for kind in kinds)
    again = [{"list": "site_kind", **kind._asdict()} for kind in kinds]
    assert custom_kinds(again) == kinds and FIRST_SHAPE in SHAPE_LABELS and len(FIRST_COLOUR) == 7
