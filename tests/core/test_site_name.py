"""A site has the same displayed name everywhere: its name, or its kind and a permanent number."""

from __future__ import annotations

from datetime import date

import pytest

from yalu_plugin.core.site_name import KIND, NUMBER, name_shown, site_name, unnamed
from yalu_plugin.core.value_labels import unknown_state_reason


@pytest.mark.parametrize(("name", "kind", "fid", "called"), [
    ("Ford", "vehicle_ford", 3, "Ford"), (" Ford ", "vehicle_ford", 3, " Ford "), (None, "vehicle_ford", 3,
                                                                                  "Vehicle crossing #3"),
    ("", "barge_dock", 12, "Barge crossing #12"), ("  \t", "other", 1, "Other site #1"),
    ("\u200b\ufeff", "other", 1, "Other site #1"), ("\x00\u202e", "other", 2, "Other site #2"), (0, "other", 1, "0"),
    (None, None, 9, "Other site #9"), (None, "bridge", 9, "bridge #9"),
    (None, " \n", 9, "Other site #9"), (None, "{kind} {x}", 9, "{kind} {x} #9"), (None, "a\nb", 9, "a b #9"),
    (None, "staging_area", None, "Staging area"), ("밀수 나루", "barge_dock", 1, "밀수 나루"),
    ("{number}", "barge_dock", 5, "{number}")])
def test_a_name_or_kind_and_number(name, kind, fid, called):
    site = {"name": name, "kind": kind, "fid": fid}
    assert str(site_name(site)) == called
    if fid is not None:
        kinds = ("vehicle_ford", "barge_dock", "staging_area", KIND, None)
        assert name_shown(site, {one: str(unnamed(one, NUMBER)) for one in kinds}) == called


def test_a_row_of_an_old_record_has_no_number():
    assert str(site_name({"name": None, "kind": "barge_dock"})) == "Barge crossing"


def seen(state, seen_to):
    return {"state": state, "seen_from": None, "seen_to": seen_to}


@pytest.mark.parametrize(("rows", "day", "reason"), [
    ([], date(2024, 1, 1), "No observation yet"),
    ([seen("not_observable", "2024-01-01")], date(2024, 5, 1), "Looked at, and nothing could be seen"),
    ([seen("present", None)], date(2024, 1, 1), "State not known: no observation that shows it has a date"),
    ([seen("present", "2024-03-01"), seen("absent", "2024-02-01"), seen("not_observable", "2024-01-15")],
     date(2024, 1, 31), "State not known on this day: first observed by 2024-02-01"),
    ([seen("present", None), seen("present", "2025-01-01")], date(2024, 1, 1),
     "State not known on this day: first observed by 2025-01-01")])
def test_unknown_state_reason(rows, day, reason):
    assert str(unknown_state_reason(rows, day)) == reason
