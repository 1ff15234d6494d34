"""Kinds of site of the user's own, whatever stands in value_lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.custom_kinds import FIRST_COLOUR, FIRST_SHAPE, SHAPE_WORDS, TAKEN, OwnKind, own_kinds


def row(value, **others):
    return {"list": "site_kind", "value": value, **others}


@pytest.mark.parametrize(("rows", "kinds"), [
    ([], []),
    ([row("Cable car", key="c", shape="star", colour="#FF8800")], [OwnKind("Cable car", "C", "star", "#ff8800")]),
    ([row("Cable car"), row("CABLE CAR", shape="star")], [OwnKind("Cable car")]),
    ([row("vehicle_ford"), row("Vehicle Crossing"), row("other"), row("OTHER SITE")], []),
    ([row(None), row(""), row("  \n"), row("\u200b")], []),
    ([{"list": "mark_class", "value": "crane"}, {"list": None, "value": "x"}, {"value": "y"}], []),
    ([row("a", key="V"), row("b", key="R"), row("c", key="r"), row("d", key="RR"), row("e", key="é")],
     [OwnKind("a"), OwnKind("b", "R"), OwnKind("c"), OwnKind("d"), OwnKind("e")]),
    ([row("a", shape="circle", colour="red"), row("b", shape="'); --", colour="#12345"), row("c", colour=5)],
     [OwnKind("a"), OwnKind("b"), OwnKind("c")]),
    ([row("two\nlines\tand more")], [OwnKind("two lines and more")]),
    ([row("나루터"), row("渡口"), row("<b>x</b>"), row("it's \\ \"q\""), row("{kind}"), row("50 & 60")],
     [OwnKind("나루터"), OwnKind("渡口"), OwnKind("<b>x</b>"), OwnKind("it's \\ \"q\""), OwnKind("{kind}"),
      OwnKind("50 & 60")])])
def test_what_a_list_gives(rows, kinds):
    assert own_kinds(rows) == kinds


ANYTHING = st.one_of(st.none(), st.text(max_size=80), st.integers(), st.floats(), st.booleans())


@given(st.lists(st.fixed_dictionaries({"list": st.sampled_from(["site_kind", "mark_class", None]), "value": ANYTHING,
                                       "key": ANYTHING, "shape": ANYTHING, "colour": ANYTHING})))
def test_kinds_are_told_apart_whatever_a_program_wrote(rows):
    kinds = own_kinds(rows)
    assert len({kind.value.casefold() for kind in kinds}) == len(kinds)
    keys = [kind.key for kind in kinds if kind.key]
    assert len(set(keys)) == len(keys) and not TAKEN & set(keys)
    assert all(kind.shape in SHAPE_WORDS and kind.colour.startswith("#") and len(kind.colour) == 7 for kind in kinds)
    assert all(0 < len(kind.value) <= 60 for kind in kinds)
    again = [{"list": "site_kind", **kind._asdict()} for kind in kinds]
    assert own_kinds(again) == kinds and FIRST_SHAPE in SHAPE_WORDS and len(FIRST_COLOUR) == 7
