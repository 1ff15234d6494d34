from __future__ import annotations

import pytest

from yalu_plugin.core.corridor.coverage import Search
from yalu_plugin.core.search_rows import days_of_image, searches_of

IMAGE = {"acquired_from": "2025-09-13T02:10:00Z", "acquired_to": "2025-09-14T01:00:00Z", "date_kind": "acquired"}
ROW = {"from_m": 0.0, "to_m": 3_000.0, "image_id": "a", "result": "searched", "created_by": "Kim"}


@pytest.mark.parametrize(("changed", "days"), [
    ({}, ("2025-09-13", "2025-09-14")), ({"acquired_to": None}, ("2025-09-13", "2025-09-13")),
    ({"date_kind": "reported"}, ("2025-09-13", "2025-09-14")), ({"date_kind": "at_or_before"}, (None, "2025-09-14")),
    ({"date_kind": "released"}, None), ({"date_kind": None}, None), ({"acquired_from": None}, None),
    ({"acquired_to": "2025-09-01T00:00:00Z"}, None)])
def test_the_days_of_an_image(changed, days):
    assert days_of_image({**IMAGE, **changed}) == days


def test_a_missing_image_has_no_days():
    assert days_of_image(None) is None


def test_rows_without_a_day_or_a_stretch_are_left_out():
    odd = [{"result": None}, {"result": "maybe"}, {"from_m": None}, {"to_m": None}, {"to_m": 0.0}, {"image_id": None},
           {"image_id": "gone"}, {"from_m": float("nan")}]
    found = searches_of([ROW, *({**ROW, **changed} for changed in odd), {**ROW, "created_by": None}], {"a": IMAGE})
    old = {name: value for name, value in ROW.items() if name != "result"}
    assert searches_of([old], {"a": IMAGE}) == []
    assert found == [Search(0, 3_000, "searched", "a", "2025-09-13", "2025-09-14", who) for who in ("Kim", "")]
