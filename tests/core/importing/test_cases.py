"""Lists from outside, with the right places, observations, kinds and questions for each."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.import_assessment import (
    ASKED,
    CHECK,
    GOOD,
    NO_CHOICES,
    REFUSED,
    REPAIRED,
    Choices,
    ImportAssessment,
)
from yalu_plugin.core.importing.source_reader import read_source

TODAY = dt.date(2026, 11, 29)
RIVER = Path(__file__).resolve().parents[3] / "resources" / "data" / "yalu_river.geojson"
HYESAN, OTHER = (41.411114, 128.186804), (41.42, 128.2)
VEHICLE, BARGE, STAGING, FUEL = "vehicle_ford", "barge_dock", "staging_area", "fuel_station"
DAY = "2025-07-30"


def assess(data: Path, name: str, choices: Choices = NO_CHOICES) -> ImportAssessment:
    """Assess a case with guessed columns and the river."""
    for needed in ("geopandas", "scipy"):
        pytest.importorskip(needed)
    source = read_source(data / "import" / "cases" / name)
    river = [[tuple(vertex) for vertex in json.loads(RIVER.read_text())["features"][0]["geometry"]["coordinates"]]]
    return assess_rows(source, guess_columns(source), choices, river=river, today=TODAY)


def seen(row):
    """The row's observations as state, first and last day; a single day is given once."""
    return [(each["state"], *dict.fromkeys((each["seen_from"], each["seen_to"]))) for each in row.observations]


@pytest.mark.parametrize(("name", "places"), [
    ("c02_sep_dms.csv", [(41 + 24 / 60 + 40 / 3600, 128 + 11 / 60 + 12 / 3600), (41 + 25 / 60, 128.2)]),
    ("c03_utm_cols.csv", [(41.41111, 128.18680), (41.41376, 128.19831)]),
    ("c04_mgrs_col.csv", [(41.41111, 128.18680), (41.41376, 128.19831)]),
    ("c05_wkt_col.csv", [HYESAN, OTHER]),
    ("c06_qgis_wkt_geom.csv", [HYESAN, None]),
    ("c07_geojson_col.csv", [HYESAN, OTHER]),
    ("c08_ewkb_col.csv", [(41.41099, 128.19064), (41.41531, 128.2)]),
    ("c28_preamble.csv", [HYESAN, OTHER]),
    ("c29_excel_sep.csv", [HYESAN]),
    ("c44_ru.csv", [HYESAN]),
    ("c50_pasted_list.txt", [HYESAN, (41.431189, 127.885265), (41.51938, 127.22136)]),
    ("d06_german_dates.csv", [HYESAN, OTHER]),
    ("d08_unknown_heads_dates.csv", [HYESAN, OTHER]),
    ("d15_first_seen_range_cols.csv", [HYESAN]),
    ("e05_cols_latlong_in_desc.csv", [HYESAN]),
    ("g08_geomcoll.geojson", [HYESAN]),
    ("g24_one_vertex_line.geojson", [HYESAN, None]),
    ("k21_multigeom.kml", [HYESAN]),
    ("k22_line_one_vertex.kml", [HYESAN, None]),
    ("k24_ring_not_closed.kml", [HYESAN, None]),
    ("x01_waypoints.gpx", [HYESAN]),
    ("x04.xlsx", [HYESAN, OTHER]),
])
def test_places(data: Path, name: str, places: list[tuple[float, float] | None]) -> None:
    rows = assess(data, name).rows
    assert [row.site is None for row in rows] == [place is None for place in places]
    for row, place in zip(rows, places):
        if place is not None:
            assert row.included
            assert (row.site["lat"], row.site["lon"]) == pytest.approx(place, abs=1.5e-5)
        else:
            assert row.status == REFUSED


@pytest.mark.parametrize(("name", "expected"), [
    ("c21_two_dates.csv", [[("present", "2023-08-01", "2023-08-31"), ("present", DAY)],
                           [("present", "2024-04-01", "2024-04-30"), ("present", "2025-09-01")]]),
    ("c22_incident_log.csv", [
        [("present", "2023-08-15")], [("washed_out", "2024-07-30")], [("present", "2025-04-02")]]),
    ("c23_event_date.csv", [[("present", DAY)], [("present", "2025-08-01")]]),
    ("c27_tj_like.csv", [[], []]),
    ("c44_ru.csv", [[("present", DAY)]]),
    ("c47_state_words.csv", [[("absent", DAY)], [("under_construction", DAY)]]),
    ("d06_german_dates.csv", [[("present", DAY)], [("present", "2025-08-02")]]),
    ("d08_unknown_heads_dates.csv", [[("present", DAY)], [("present", "2025-08-02")]]),
    ("d10_us_dates.csv", [[("present", day)] for day in ("2022-02-24", "2022-03-04", "2022-03-15", "2022-04-05")]),
    ("d15_first_seen_range_cols.csv", [[("present", "2024-04-01", "2024-06-30")]]),
    ("d20_future_date.csv", [[]]),
    ("e02_snippet_only.kml", [[]]),
    ("k01_timestamp_day.kml", [[("present", DAY)]]),
    ("k03_time_year.kml", [[("present", "2025-01-01", "2025-12-31")], [("present", "2024-01-01", "2025-12-31")]]),
    ("k04_time_month.kml", [[("present", "2023-08-01", "2023-08-31")], [("present", "2024-04-01", "2024-06-30")]]),
    ("k05_time_folder.kml", [[("present", "2024-04-01", "2024-06-30")]]),
    ("k40_html.kml", [[]]),
    ("k65_simpledata_not_in_schema.kml", [[("present", "2023-08-15")]]),
    ("x01_waypoints.gpx", [[]]),
    ("x04.xlsx", [[("present", "2023-08-01", "2023-08-31")], [("present", "2024-04-15")]]),
])
def test_observations(data: Path, name: str, expected: list[list[tuple[str, ...]]]) -> None:
    assert [seen(row) for row in assess(data, name).rows] == expected


@pytest.mark.parametrize(("name", "kinds"), [
    ("c06_qgis_wkt_geom.csv", [BARGE]), ("c21_two_dates.csv", [VEHICLE, BARGE]), ("c44_ru.csv", [BARGE]),
    ("k11_folder_kind.kml", [VEHICLE, BARGE, STAGING]), ("k12_style_colour.kml", ["other", "other"]),
    ("k13_name_kind.kml", [BARGE, VEHICLE, STAGING]), ("k60_earth_web.kml", [BARGE]),
    ("k65_simpledata_not_in_schema.kml", [BARGE]), ("x01_waypoints.gpx", [VEHICLE]), ("x04.xlsx", [VEHICLE, BARGE]),
])
def test_kinds(data: Path, name: str, kinds: list[str]) -> None:
    assert [row.site["kind"] for row in assess(data, name).rows if row.site] == kinds


def test_kind_words(data: Path) -> None:
    rows = assess(data, "c46_kind_words.csv").rows
    kinds = {row.label: row.site["kind"] for row in rows if row.site}
    assert {kinds[name] for name in ("k0", "k1", "k2", "k3", "k4", "k5", "k27", "k30", "k34")} == {VEHICLE}
    assert {kinds[name] for name in ("k8", "k9", "k10", "k28", "k31")} == {BARGE}
    assert {kinds[name] for name in ("k16", "k17", "k20")} == {STAGING}
    assert {kinds[name] for name in ("k21", "k22")} == {FUEL}
    for name in ("k6", "k11", "k12", "k13", "k25", "k26", "k29", "k32"):  # other, with the word in the note
        row = next(row for row in rows if row.label == name)
        assert kinds[name] == "other" and "type: " in row.site["note"]


def test_colours_of_icons_are_asked_about(data: Path) -> None:
    asked = assess(data, "k12_style_colour.kml")
    assert {(each.text, each.value, each.asked) for each in asked.readings} == {
        ("black", VEHICLE, True), ("yellow", BARGE, True)}
    answered = assess(data, "k12_style_colour.kml", Choices(kinds={"black": VEHICLE, "yellow": BARGE}))
    assert [(row.status, row.site["kind"]) for row in answered.rows if row.site] == [(GOOD, VEHICLE), (GOOD, BARGE)]


@pytest.mark.parametrize("name", ["d01_country_code.csv", "d02_number_of_trucks.csv", "d04_image_ref.csv"])
def test_numbers_and_codes_are_no_ids(data: Path, name: str) -> None:
    rows = assess(data, name).rows
    assert {row.status for row in rows} == {GOOD}
    assert all(row.site["source_ref"] is None and ": " in row.site["note"] for row in rows if row.site)


@pytest.mark.parametrize(("name", "row", "words"), [
    ("c27_tj_like.csv", 0, "km from the river line"), ("d10_us_dates.csv", 3, "km from the river line"),
    ("d23_lon_neg_sign.csv", 0, "the sign may be wrong: 41.411114, 128.186804 would fit"),
    ("d24_decimal_slip.csv", 0, "the decimal point may be misplaced: 41.411114, 128.186804 would fit"),
    ("c32_gcj.csv", 0, "shifted coordinates"), ("c32_gcj.csv", 1, "shifted coordinates"),
    ("e01_gcj_kml_note.kml", 0, "shifted coordinates"), ("d20_future_date.csv", 0, "“2062-08-15” is not confirmed"),
    ("c21_two_dates.csv", 0, "“washed out” has no date of its own"),
])
def test_rows_to_check(data: Path, name: str, row: int, words: str) -> None:
    found = assess(data, name).rows[row]
    assert found.status == CHECK and words in found.reason


def test_nothing_is_shifted_or_corrected(data: Path) -> None:
    assert assess(data, "c32_gcj.csv").rows[0].site["lon"] == 128.192
    assert assess(data, "d24_decimal_slip.csv").rows[0].site["lat"] == 4.1411114
    assert [row.status for row in assess(data, "d24_decimal_slip.csv").rows[1:]] == [GOOD] * 3


@pytest.mark.parametrize(("name", "row", "of"), [
    ("c27_tj_like.csv", 1, 2), ("c31_dup_rows.csv", 1, 2), ("k45_same_names.kml", 2, 1)])
def test_the_same_site_is_asked_about(data: Path, name: str, row: int, of: int) -> None:
    rows = assess(data, name).rows
    assert (rows[row].status, rows[row].of_row) == (ASKED, of)
    assert [at for at, each in enumerate(rows) if each.status == ASKED] == [row]
    number = rows[row].number
    same, separate, out = (assess(data, name, Choices(rows={number: answer})).rows[row]
                           for answer in ("same", "separate", "leave_out"))
    assert same.included and same.site is None and same.of_row == of
    assert separate.included and separate.site is not None and separate.of_row is None
    assert out.status == REFUSED


def test_a_log_is_one_site(data: Path) -> None:
    first, *others = assess(data, "c22_incident_log.csv").rows
    assert first.site and [(row.status, row.site, row.of_row) for row in others] == [(GOOD, None, 2)] * 2


@pytest.mark.parametrize(("name", "texts"), [
    ("c20_dates.csv", {"Jul-25": "2025-07-01/2025-07-31", "25.07.30": DAY, "30.07.25": DAY, "45868": DAY,
                       "1753833600": DAY, "Tue, 30 Jul 2025 00:00:00 GMT": DAY}),
    ("d20_future_date.csv", {"2062-08-15": "2062-08-15"}),
])
def test_dates_to_confirm(data: Path, name: str, texts: dict[str, str]) -> None:
    asked = assess(data, name)
    readings = {each.text: each.value for each in asked.readings if each.field == "date" and each.asked}
    assert readings.items() >= texts.items()
    for text, suggestion in texts.items():
        row = next(row for row in asked.rows if row.site and text in (row.site["note"] or ""))
        assert row.observations == () and row.status in (CHECK, ASKED)
        confirmed = assess(data, name, Choices(dates={text: suggestion})).rows[asked.rows.index(row)]
        assert seen(confirmed) == [("present", *suggestion.split("/"))]
        assert confirmed.observations[0]["note"] == text


def test_dates(data: Path) -> None:
    rows = {row.label: row for row in assess(data, "c20_dates.csv").rows}
    clear = {"Q3 2025": ("2025-07-01", "2025-09-30"), "2023": ("2023-01-01", "2023-12-31"),
             "by 2024-05": (None, "2024-05-31"), "2025-07-30T01:30:00+09:00": ("2025-07-29", "2025-07-29"),
             "since Aug 2023": ("2023-08-01", "2026-11-29")}
    for text, span in clear.items():
        (only,) = rows[text].observations
        assert (only["seen_from"], only["seen_to"]) == span
    for text in ("07/08/2025", "1/8/2023", "25-Jul", "2025-13-01", "2025-02-30", "TBD", "7월 30일"):
        assert rows[text].observations == () and f"first_seen: {text}" in rows[text].site["note"]
        assert "date “" in rows[text].reason


@pytest.mark.parametrize(("name", "label", "note"), [
    ("e02_snippet_only.kml", "A", "snippet: washed out on 30 Jul 2025"),
    ("k10_folder_nested.kml", "Ryanggang / Hyesan / A", "folder: Ryanggang / Hyesan"),
    ("k40_html.kml", "A", "First seen: Aug 2023\nStatus: washed out\nKind: barge"),
    ("c50_pasted_list.txt", "", "column 1: Hyesan sandbar: 41.411114° 128.186804°"),
    ("c21_two_dates.csv", "A", "status: washed out"),
])
def test_labels_and_notes(data: Path, name: str, label: str, note: str) -> None:
    row = assess(data, name).rows[0]
    assert row.label == label and note in row.site["note"]


def test_korean_in_other_encodings(data: Path) -> None:
    assert assess(data, "g20_utf16.geojson").rows[0].label == "혜산"
    assert assess(data, "k46_euckr.kml").rows[0].site["kind"] == VEHICLE
    assert [row.label for row in assess(data, "x04.xlsx").rows] == ["혜산", "A"]


def test_notices_of_what_is_not_read(data: Path) -> None:
    assert "more.kml" in str(assess(data, "k59_nl_plus_pts.kml").notices[0])
    with pytest.raises(YaluError, match="features"):
        assess(data, "g16_features_not_feature.geojson")
    archives = ("z02_macosx.kmz", "z03_two_kml.kmz", "z06_two_docs.kmz")
    assert [len(assess(data, name).rows) for name in archives] == [1, 2, 2]


@pytest.mark.parametrize(("text", "place"), [
    ("DMS GE lead space", (39.142, 127.386)), ("EWKB hex", (41.41099, 128.19064)), ("deg min only", (41.4, 128.1833)),
    ("low precision", (41.4, 128.2)), ("UTM", HYESAN), ("MGRS", HYESAN), ("WKT", HYESAN), ("gmaps !3d", HYESAN)])
def test_notations(data: Path, text: str, place: tuple[float, float]) -> None:
    rows = {row.label: row for row in assess(data, "c01_notations.csv").rows}
    assert (rows[text].site["lat"], rows[text].site["lon"]) == pytest.approx(place, abs=1e-3)


def test_no_notation_is_read_wrongly(data: Path) -> None:
    elsewhere = {"DMS GE lead space", "EWKB hex", "deg min only", "low precision", "neg", "unicode minus"}
    for row in assess(data, "c01_notations.csv").rows:
        if row.site and row.label not in elsewhere and row.status in (GOOD, REPAIRED, ASKED):
            assert (row.site["lat"], row.site["lon"]) == pytest.approx(HYESAN, abs=1e-3), row.label
        if row.label in ("neg", "unicode minus"):
            assert row.status == CHECK and "the sign may be wrong" in row.reason
