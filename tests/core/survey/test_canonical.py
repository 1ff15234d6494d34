"""Equal values have the same canonical text, regardless of the writer."""

from __future__ import annotations

from typing import Any

import pytest

from yalu_plugin.core.survey.canonical import EntryUnreadable, canonical, names, row_of_text


def value(table: str, column: str, given: Any) -> str | None:
    return dict(zip(names(table), canonical(table, {column: given})))[column]


@pytest.mark.parametrize(("table", "column", "written", "same"), [
    ("sites", "location_accuracy_m", [0.1 + 0.2, 0.3, 0.30000000000000004], "0.3"),
    ("sites", "location_accuracy_m", [30, 30.0, "30"], "30"),
    ("sites", "location_accuracy_m", [1e300, "1e300", "1.0e+300"], "1e+300"),
    ("images", "synthetic", [True, 1], "1"), ("images", "synthetic", [False, 0], "0"),
    ("observations", "seen_to", ["2025-07-30", "2025/07/30", "2025-07-30T00:00:00Z"], "2025-07-30"),
    ("sites", "created_at", ["2025-07-30T01:02:03Z", "2025/07/30 01:02:03+00", "2025-07-30T01:02:03.999Z",
                             "2025-07-30 01:02:03", "2025-07-30T10:02:03+09:00", "2025-07-30T10:02:03+0900"],
     "2025-07-30T01:02:03Z"),
    ("sites", "geom", ["POINT (127.5 41.5)", "Point (127.50 41.5)"], "POINT(127.5 41.5)"),
    ("sites", "name", ["압록강 \\ \""], "압록강 \\ \""), ("sites", "name", [""], ""),
    ("survey", "version", [2, 2.0], "2"),
])
def test_one_value_is_one_text(table: str, column: str, written: list[Any], same: str) -> None:
    assert [value(table, column, one) for one in written] == [same] * len(written)


@pytest.mark.parametrize(("column", "one", "other"), [
    ("location_accuracy_m", -1, -2), ("location_accuracy_m", 0.3, 0.30000000000001), ("name", "", None),
    ("name", "a", "a "), ("created_at", "2025-07-30T01:02:03Z", "2025-07-30T01:02:04Z"),
    ("geom", "POINT (1 2)", "POINT (1 2.0000000001)")])
def test_values_that_differ_are_not(column: str, one: Any, other: Any) -> None:
    assert value("sites", column, one) != value("sites", column, other)


@pytest.mark.parametrize("ugly", [
    [1], {"a": 1}, "garbage", float("inf"), float("nan"), 10**400, "9999-99-99", "2025-13-45T99:99:99Z", "\ud800",
    "0001-01-01T00:00:00+09:00", "9999-12-31T23:59:59-09:00", True, -0.0])
@pytest.mark.parametrize("column", ["name", "location_accuracy_m", "created_at", "geom"])
def test_malformed_values_are_text(column: str, ugly: Any) -> None:
    found = value("sites", column, ugly)
    assert found is None or isinstance(found, str)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "1", '"a"', "[" * 100_000, '{"a": ' + "1" * 5000])
def test_content_that_is_not_a_row_is_refused(text: str) -> None:
    with pytest.raises(EntryUnreadable):
        row_of_text(text)
