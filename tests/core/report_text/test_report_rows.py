"""Coordinates in texts become rows; other numbers do not. The sentences are SYNTHETIC, as published ones are formed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.report_text.published_report import Report
from yalu_plugin.core.report_text.report_rows import COLUMN_MAP, read_rows
from yalu_plugin.core.report_text.sentence_words import known_names
from yalu_plugin.core.work_progress import Cancelled
from yalu_plugin.paths import resource

NAMES = known_names(resource("data"))
TODAY = dt.date(2026, 11, 30)
POST = """\
SYNTHETIC post, Tuesday, February 10, 2026

A review of the 400-km-long border shows that as early as August 2023, the first possible makeshift fording site
(river crossing) was built at a sandbar in Hyesan (41.400114° 128.180804°) to enable crossings. It found 43 points, 37
of them for vehicles.

Fording site at Phungyang (41.430189° 127.880265°). Click for larger view.

River barge crossing site (41.510380° 127.220360°).

Smuggling at border fence gate (41.390617° 128.050521°), detailed view. At least twenty of the points are at gates.

The tanks, located at 39° 8'30.42"N 127°23'6.17"E, are clearly visible on the Google Earth image dated Jan. 30, 2014.
They are each approx. 32 ft long. The weight of a cubic foot is 46.75 pounds, or 7,733 gallons at 6.7 pounds.

Prices were 15,000 won ($1.86) in Dec. 2018 and 11,500 won per kg. ($1.34) in April 2020. A $1.3 Million prize awaits.
"""


def rows_of(text):
    found = read_rows(Report(Path("report.txt"), text), NAMES)
    return found, assess_rows(found.source, COLUMN_MAP, today=TODAY).rows


def places(text):
    """Return (latitude, longitude) of the rows that are not refused, and the reasons of the refused ones."""
    _, rows = rows_of(text)
    return ([(round(row.site["lat"], 5), round(row.site["lon"], 5)) for row in rows if row.site],
            [row.reason for row in rows if row.status == "refused"])


def test_a_post_gives_its_five_places_and_no_other():
    found, rows = rows_of(POST)
    assert [(round(row.site["lat"], 7), round(row.site["lon"], 7)) for row in rows] == [
        (41.400114, 128.180804), (41.430189, 127.880265), (41.510380, 127.220360), (41.390617, 128.050521),
        (39.1417833, 127.3850472)]
    assert [(row.site["name"], row.site["kind"]) for row in rows] == [
        ("", "vehicle_ford"), ("Fording site at Phungyang", "vehicle_ford"),
        ("River barge crossing site", "barge_dock"), ("Smuggling at border fence gate", "vehicle_ford"), ("", "other")]
    assert [(row.status, row.site["at_fence_gate"]) for row in rows] == [
        ("check", "unknown"), ("good", "unknown"), ("good", "unknown"), ("check", "yes"), ("good", "unknown")]
    assert "kind by “fording site”" in rows[0].reason and "“smuggling at border fence gate”" in rows[3].reason
    assert [[tuple(seen.values())[2:4] for seen in row.observations] for row in rows] == [
        [], [], [], [], [("2014-01-30", "2014-01-30")]]
    first = found.source.rows[0].values
    assert (first["kind"], first["date"], first["places"]) == ("fording site", "as early as August 2023 ?", "Hyesan")
    assert first["sentence"].startswith("A review") and first["sentence"].endswith("to enable crossings.")


def test_a_row_knows_where_it_stands():
    found, _ = rows_of(POST)
    marked = [POST[passage.place.start:passage.place.end] for passage in found.passages.values()]
    assert marked == ["41.400114° 128.180804°", "41.430189° 127.880265°", "41.510380° 127.220360°",
                      "41.390617° 128.050521°", "39° 8'30.42\"N 127°23'6.17\"E"]
    assert all(passage.sentence.start <= passage.place.start < passage.place.end <= passage.sentence.end
               for passage in found.passages.values())


FORD = (41.41111, 128.1868)
WHOLE_SECONDS = (41.41111, 128.18667)


@pytest.mark.parametrize(("text", "place"), [
    ("혜산시의 한 지점(북위 41.411114도, 동경 128.186804도)에서 트럭이 보였다.", FORD),
    ("위치는 북위 41도 24분 40초 동경 128도 11분 12초이다.", WHOLE_SECONDS),
    ("위도 41.411114, 경도 128.186804 지점", FORD),
    ("长白县对岸的渡口(北纬41°24′40″,东经128°11′12″)有卡车。", WHOLE_SECONDS),
    ("渡口位于东经128°11′12″、北纬41°24′40″。", WHOLE_SECONDS),
    ("坐标：41.411114，128.186804。", FORD),
    ("Брод (41° 24′ 40″ с. ш., 128° 11′ 12″ в. д.) у Хесана.", WHOLE_SECONDS),
    ("Точка 41,411114° с.ш. и 128,186804° в.д. на реке.", FORD),
    ("The ford at 41°24’40”N, 128°11’12”E is new.", WHOLE_SECONDS),
    ("The ford at 41º24’40”N, 128º11’12”E is new.", WHOLE_SECONDS),
    ("41d24m40sN 128d11m12sE", WHOLE_SECONDS), ("41-24-40N 128-11-12E", WHOLE_SECONDS),
    ("N41.411114E128.186804", FORD), ("41.411114N/128.186804E", FORD), ("E 128 11 12 N 41 24 40", WHOLE_SECONDS),
    ("latitude of 41.411114 and a longitude of 128.186804", FORD),
    ("41.411114 N latitude, 128.186804 E longitude", FORD),
    ("41.411114 degrees North, 128.186804 degrees East", FORD),
    ("128.186804, 41.411114 (lon, lat)", FORD), ("41.411114 / 128.186804", FORD),
    ("12.05.2023 N 41.411114 E 128.186804 was noted.", FORD), ("Seen on 2025-07-30 at 41.411114, 128.186804.", FORD),
    ("The grid 52T DL 32017 84715 is a ford.", (41.41111, 128.18659)),
    ("Plus code 8QHCC56P+CP there.", (41.41106, 128.18681)),
    ("See https://www.google.com/maps?q=41.411114,128.186804 and https://goo.gl/maps/abc.", FORD),
    ("geo:41.411114,128.186804?z=15", FORD), ("POINT (128.186804 41.411114)", FORD),
    ("{{coord|41|24|40|N|128|11|12|E}}", WHOLE_SECONDS), ("at +41.411114+128.186804/ there", FORD),
    ("４１．４１１１１４，１２８．１８６８０４", FORD), ("\u202b41.411114, 128.186804\u202c", FORD),
    ("The coordinates are 41.411114°\n128.186804°, it says.", FORD), ("Lat: 41.411114\nLon: 128.186804", FORD),
    ("Latitude 41.411114\n\nLongitude 128.186804", FORD), ("41.411114, 128.186804 (41°24'40\"N 128°11'12\"E)", FORD),
    ("x" * 9_000 + " 41.411114, 128.186804 " + "y" * 9_000, FORD),
])
def test_every_notation_in_a_sentence_is_found(text, place):
    assert places(text)[0] == [pytest.approx(place, abs=2e-5)]


@pytest.mark.parametrize("text", [
    "", "No numbers.", "It sold for $1.3 Million; prices were 15,000 won ($1.86) and 11,500 won per kg. ($1.34).",
    "Call +82-2-1234-5678 or 010-1234-5678.", "ISBN 978-89-1234-567-8, ISSN 1234-5678.",
    "The score was 41.4111-128.1868, 3-2 and 21:15, 21:18.",
    "Servers at 192.168.10.15 and 10.0.0.1, version 3.40.1234.",
    "Published 12.05.2023 N. Korea, 41 east of here, 128 people.", "0x41411114 0x128186804 deadbeef 41a4b128",
    "Crossings lie between 41.4 and 41.6 degrees north.", "Temperatures were -12.5, 3.4 and 41.4 degrees; 98.6 F.",
    "Rates 45.1234, 120.5678 won and 41.4111 %, 128.1868 %.", "Rates: 1.23456 12.34567, 1445.12345; 0.12345, 0.54321.",
    "Population 41.411114 million, 128.186804 million", "The 41.411114th 128.186804th",
    "3.141592653, 2.718281828, 1.414213562", "0.000000, 0.000000", "91.1234567, 200.1234567", "41:24:40, 128:11:12",
    "The total was 1,047 in 2019 and 63 in 2021; 1,886,852 gallons; 44,925 barrels; 32 ft x 7 ft.",
    "CNN 2025.07.30 41.2 128.1 36.5 12.3", "Pages 41, 128 and 41-128.", "Tel. 041-128-1868 041.128.1868",
    "41.411114", "N 41.411114", "128.186804° E",
])
def test_other_figures_give_no_row(text):
    assert places(text) == ([], [])


@pytest.mark.parametrize(("text", "reason"), [
    ("A site 2 km west of 41.411114, 128.186804 was seen.", "point of reference"),
    ("From 41.4°N 127.1°E to 41.5°N 128.2°E it is shallow.", "point of reference"),
    ("Bounding box: 41.2345, 127.0123, 41.8765, 128.4567.", "outline"),
    ("bbox=[127.0123,41.2345,128.4567,41.8765]", "outline"), ("Extent: 41.2345, 127.0123", "outline"),
    ("The product 52TDL3201784715 costs 12 dollars.", "“product”"), ("Serial No. 41.41111 128.18680", "“no.”"),
    ("It is at 41.41, 128.19.", "two numbers"), ("At 48.85661, 12.35222 it is.", "two numbers"),
])
def test_what_only_looks_like_a_site_is_refused_with_its_reason(text, reason):
    found, refused = places(text)
    assert found == [] and refused and all(reason in each for each in refused)


@pytest.mark.parametrize(("text", "reason"), [
    ("about 41.4N, 128.2E", "only given to about 11.1 km"), ("near 41.411114, 128.186804", "“near” stands next to"),
    ("41°24'N 128°11'E", "only given to about 1.9 km"),
    ("[127.0123, 41.2345, 128.4567, 41.8765]", "corner of a box"),
    ("Lat: 41.411114\nLon: 128.186804", "in two lines"),
    ("Seen on images of July 30, 2025 and September 13, 2025 at 41.411114, 128.186804.", "several dates"),
    ("The ford (41.411114, 128.186804) was washed out on imagery of 30 July 2025.", "“washed out” may mean"),
    ("No crossing was visible at 41.411114, 128.186804 on the image of July 30, 2025.", "was not there"),
    ("At 41.411114, 128.186804 a ford was under construction on imagery of July 30, 2025.", "“under construction”"),
])
def test_doubts_are_named(text, reason):
    _, rows = rows_of(text)
    assert all(row.status == "check" and reason in row.reason and not row.observations for row in rows)


def test_the_lines_of_a_pasted_table_keep_to_themselves():
    table = ("Site\tLat\tLon\tSeen\nSYNTHETIC ford A\t41.4111\t128.1868\timage of 2025-07-30\n"
             "SYNTHETIC barge B\t41.5194\t127.2214\timage of 2025-08-01\nC\t41.4312\t127.8853\t")
    _, rows = rows_of(table)
    assert [(row.site["name"], row.site["kind"]) for row in rows] == [
        ("SYNTHETIC ford A", "vehicle_ford"), ("SYNTHETIC barge B", "barge_dock"), ("", "other")]
    assert [[seen["seen_from"] for seen in row.observations] for row in rows] == [["2025-07-30"], ["2025-08-01"], []]


def test_a_link_to_a_shifted_map_says_so():
    _, (row,) = rows_of("https://map.baidu.com/?latlng=41.4171,128.1992&coord_type=bd09ll")
    assert "BD-09" in row.reason and row.status != "good"


def test_reading_is_cancelled():
    def stop(_fraction):
        raise Cancelled()

    with pytest.raises(Cancelled):
        read_rows(Report(Path("t"), POST), NAMES, stop)


@settings(max_examples=150, deadline=None)
@given(st.floats(33, 43.9), st.floats(124, 131.9),
       st.sampled_from(["{0:.6f}, {1:.6f}", "{0:.6f}° {1:.6f}°", "N{0:.5f} E{1:.5f}", "({0:.6f}; {1:.6f})",
                        "{0:.6f}°N, {1:.6f}°E"]),
       st.sampled_from(["", "A ford at ", "한 지점 ", "At 3.5 km, 12 trucks; "]),
       st.sampled_from(["", ".", " was seen", "에서"]))
def test_what_is_written_is_what_is_read(lat, lon, form, before, behind):
    found, rows = rows_of(before + form.format(lat, lon) + behind)
    assert [(row.site["lat"], row.site["lon"]) for row in rows] == [pytest.approx((lat, lon), abs=1e-5)]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from(
    " \t\n.,;:°'\"NSEW+-()[]/|#0123456789$%가각年月°북위도경lat\U0001f600\u200b"), max_size=300))
@example("°'\"" * 60)
@example("41.4111, " * 200)
def test_any_text_is_read_without_error(text):
    found = read_rows(Report(Path("t"), text), NAMES)
    for number, passage in found.passages.items():
        (start, end), (first, last) = passage.sentence, passage.place
        assert 0 <= start <= first <= last <= end <= len(text)
        assert found.source.rows[number - 1].number == number
