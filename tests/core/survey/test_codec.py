"""Decoding of rows from the JSON of pages and entries. With real files: tests/layers/survey/test_codec.py."""

from __future__ import annotations

import json

import pytest

from yalu_plugin.core.survey.codec import columns, day, moment, row_from_entry, row_from_values

POINT = "47500001E6100000010100000000000000000050400000000000C04440"


def test_columns_are_the_schema_s_between_fid_and_geometry():
    assert columns("marks") == ("fid", "id", "site_id", "image_id", "label", "length_m", "created_by", "created_at",
                                "count_id", "width_m", "error_m", "geom")
    assert columns("survey") == ("fid", "id", "version", "title", "created_at")


def test_a_page_s_values_become_a_row():
    row = row_from_values("marks", [7, "m", "s", None, "", "1.1000000000000001", "김", "2024-08-01T10:20:30.999Z",
                                    "c", 2, None, POINT])
    assert row == {"fid": 7, "id": "m", "site_id": "s", "image_id": None, "label": "", "length_m": 1.1,
                   "created_by": "김", "created_at": "2024-08-01T10:20:30Z", "count_id": "c", "width_m": 2.0,
                   "error_m": None, "geom": "Point (64 41.5)"}
    assert "geom" not in row_from_values("marks", [7, "m", *[None] * 10])


def test_an_entry_of_version_1_has_its_values_and_wkt():
    text = json.dumps({"id": "m", "length_m": 3, "created_at": "2024/08/01 10:20:30+09",
                       "geom": "POINT (127.1 41.40)"})
    assert row_from_entry("marks", text) == {
        "id": "m", "site_id": None, "image_id": None, "label": None, "length_m": 3.0, "created_by": None,
        "created_at": "2024-08-01T01:20:30Z", "count_id": None, "width_m": None, "error_m": None,
        "geom": "Point (127.1 41.4)"}
    assert row_from_entry("images", '{"id": "i", "synthetic": 1}')["synthetic"] is True
    assert row_from_entry("images", '{"id": "i", "synthetic": false, "future": 1}')["synthetic"] is False


def test_an_entry_of_version_2_is_the_row_of_a_page():
    values = [7, "m", "s", None, "", 1.5, "o'k \"q\"", "2024-08-01T10:20:30Z", "c", 2.5, 0.5, POINT]
    text = json.dumps(dict(zip(columns("marks"), values)))
    assert row_from_entry("marks", text) == row_from_values("marks", values)
    assert row_from_entry("marks", None) is None


@pytest.mark.parametrize("text", ["[1]", "nonsense", "5", '"x"', ""])
def test_content_that_is_not_a_row_is_refused(text):
    with pytest.raises(ValueError):
        row_from_entry("marks", text)


@pytest.mark.parametrize(("text", "expected"), [
    ("2024-08-01", "2024-08-01"), ("2024/08/01", "2024-08-01"), ("2024-8-1", "2024-08-01"),
    ("2024-08-01T23:00:00-09:00", "2024-08-01"), ("2024-13-01", None), ("2024-08-32", None), ("2024-08-01x", None),
    ("20240801", None), ("", None), ("2024", None), (20240801, None), (2.5, None), ("٢٠٢٤-08-01", None),
    ("99999-01-01", None), ("2024-08", None)])
def test_days(text, expected):
    assert day(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("2024-08-01T10:20:30Z", "2024-08-01T10:20:30Z"), ("2024-08-01 10:20:30.5+09", "2024-08-01T01:20:30Z"),
    ("2024-08-01T10:20:30-0530", "2024-08-01T15:50:30Z"), ("2024-08-01T10:20Z", "2024-08-01T10:20:00Z"),
    ("2024-08-01", "2024-08-01T00:00:00Z"), ("2024-12-31T23:59:60Z", "2025-01-01T00:00:00Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("0001-01-01T00:00:00+09", None),
    ("2024-02-31T10:00:00Z", None), ("2024-08-01T24:00:00Z", None), ("abc", None), (5, None)])
def test_moments_are_utc_to_the_second(text, expected):
    assert moment(text) == expected


def test_values_without_the_type_of_the_column_are_none():
    row = row_from_values("images", [1, 2, None, None, None, None, None, None, None, "abc", "Inf", None, None, "x"])
    assert (row["id"], row["gsd_m"], row["cloud_cover"], row["synthetic"]) == ("2", None, None, False)
    assert row_from_values("survey", [1, "s", "many"])["version"] is None
    assert row_from_values("survey", [1, "s", 2**53 + 1])["version"] == 2**53 + 1
