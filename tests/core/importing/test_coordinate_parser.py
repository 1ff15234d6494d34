from __future__ import annotations

import csv
import json
import math
import struct
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yalu_plugin.core.importing.coordinate_parser import (
    LATITUDE,
    LONGITUDE,
    AmbiguousCoordinate,
    AmbiguousZone,
    CoordinateError,
    EmptyCoordinate,
    HalfCoordinate,
    ScaledCoordinate,
    SeveralPlaces,
    ShortPlusCode,
    UnreadableCoordinate,
    WrongAxis,
    from_parts,
    from_utm,
    positions_in,
    read_angle,
    read_position,
)
from yalu_plugin.core.mgrs import mgrs

DMS = (41 + 24 / 60 + 40 / 3600, 128 + 11 / 60 + 12 / 3600)


def degrees(text: str) -> tuple[float, float]:
    return read_position(text)[:2]


@pytest.mark.parametrize(("text", "expected"), [
    ("41.411114° 128.186804°", (41.411114, 128.186804)),
    ("41.41, 128.18", (41.41, 128.18)),
    ("41.41,128.18", (41.41, 128.18)),
    ("(41.41; 128.18)", (41.41, 128.18)),
    ("128.18E 41.41N", (41.41, 128.18)),
    ("E128.18 N41.41", (41.41, 128.18)),
    ("41,41 128,18", (41.41, 128.18)),
    ("41,41; 128,18", (41.41, 128.18)),
    ("41,41, 128,18", (41.41, 128.18)),
    ("41,128", (41.0, 128.0)),
    ("-41.4, -128.1", (-41.4, -128.1)),
    ("41.4S 128.1W", (-41.4, -128.1)),
    ("−41.4 −128.1", (-41.4, -128.1)),
    ("+41.41-128.18", (41.41, -128.18)),
    ("４１．４１，１２８．１８", (41.41, 128.18)),
    ("东经128.18°北纬41.41°", (41.41, 128.18)),
    ("북위 41도 24분 40초 동경 128도 11분 12초", DMS),
    ("41°24′40″N，128°11′12″E", DMS),
    ("41º24'40''N 128˚11’12’’E", DMS),
    ("N 41° 24' 40\" E 128° 11' 12\"", DMS),
    ("41-24-40N 128-11-12E", DMS),
    ("41:24:40 128:11:12", DMS),
    ("41 24 40 128 11 12", DMS),
    ("41°24,5'N 128°11,2'E", (41 + 24.5 / 60, 128 + 11.2 / 60)),
    ("41.41, 128.18, 0", (41.41, 128.18)),
    ("41.411114, 128.186804, 712 m", (41.411114, 128.186804)),
    ("41.411114 128.186804 712", (41.411114, 128.186804)),
    ("41,411114N 128,186804E", (41.411114, 128.186804)),
    ("'41.411114, 128.186804", (41.411114, 128.186804)),
    ("﻿41.411114,​128.186804‎.", (41.411114, 128.186804)),
    ("٤١٫٤١، ١٢٨٫١٨", (41.41, 128.18)),
    ("41&deg;24'40\"N 128&deg;11'12\"E", DMS),
    ("41º 24' 40'' N - 128º 11' 12'' E", DMS),
    ("Latitude 41° 24' 40\" North; Longitude 128° 11' 12\" East", DMS),
    ("41 deg 24 min 40 sec N 128 deg 11 min 12 sec E", DMS),
    ("41d24m40s 128d11m12s", DMS),
    ("41.24.40N 128.11.12E", DMS),
    ("N412440 E1281112", DMS),
    ("4124N12811E", (41.4, 128 + 11 / 60)),
    ("北緯41度24分40秒 東経128度11分12秒", DMS),
    ("경도: 128.18, 위도: 41.41", (41.41, 128.18)),
    ("经度128.18，纬度41.41", (41.41, 128.18)),
    ("Широта 41.41, долгота 128.18", (41.41, 128.18)),
    ("41.41° северной широты, 128.18° восточной долготы", (41.41, 128.18)),
    ("Breite 41,41 Länge 128,18", (41.41, 128.18)),
    ("Lat: 41.41 S, Lon: 128.18 W", (-41.41, -128.18)),
    ("$GPRMC,123519,A,4124.667,N,12811.208,E,022.4,084.4,230394,003.1,W*6A",
     (41 + 24.667 / 60, 128 + 11.208 / 60)),
    ("+412440+1281112/", DMS),
    ("+41.411114-128.186804+712CRSWGS_84/", (41.411114, -128.186804)),
    ("{{Coord|41.41|128.18|display=title}}", (41.41, 128.18)),
    ("{{좌표|41|24|40|N|128|11|12|E|type:landmark}}", DMS),
    ("{{Coordinate|NS=41/24/40/N|EW=128/11/12/E}}", DMS),
    ("WGS84: 41.411114, 128.186804 (gate)", (41.411114, 128.186804)),
    ("41°24'N 128°11'E / 41.411114, 128.186804", (41.411114, 128.186804)),
    ("41.411114, 128.186804\n41°24′40.0″N, 128°11′12.5″E\nMGRS 52T DL 32035 84715\nWGS 84, latitude first",
     (41.411114, 128.186804)),
])
def test_a_pair_is_read_however_it_is_written(text: str, expected: tuple[float, float]) -> None:
    assert degrees(text) == pytest.approx(expected, abs=1e-9)


def test_the_wonsan_filling_station_as_published() -> None:
    assert degrees("39° 8'32.42\"N 127°23'8.17\"E") == pytest.approx((39.1423389, 127.3856028), abs=1e-7)


def test_notations_of_published_lists(data: Path) -> None:
    """One place in 88 notations is read or refused, never read as another place unless the notation is inexact."""
    elsewhere = {"DMS GE lead space": (39.142339, 127.385603), "EWKB hex": (41.410992, 128.19064),
                 "deg min only": (41.4, 128.183333), "low precision": (41.4, 128.2),
                 "neg": (-41.411114, 128.186804), "unicode minus": (41.411114, -128.186804)}
    refused = {"plus local": ShortPlusCode, "geohash": UnreadableCoordinate, "GARS": UnreadableCoordinate,
               "E7": ScaledCoordinate}
    longitude_first = {"swapped", "list", "kml order alt"}
    with (data / "import" / "notations.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["name"], row["coordinates"]) for row in csv.DictReader(file)]
    assert len(rows) == 88
    for name, text in rows:
        if name in refused:
            with pytest.raises(refused[name]):
                read_position(text)
            continue
        lat, lon, known, datum = read_position(text)
        if name in longitude_first:
            assert not known
            lat, lon = lon, lat
        tolerance = 5e-4 if name == "MGRS 6" else 2e-4
        assert (lat, lon) == pytest.approx(elsewhere.get(name, (41.411114, 128.186804)), abs=tolerance), name
        assert datum == ""


def test_whether_the_order_is_known() -> None:
    assert [read_position(text).order_known for text in (
        "41.41, 128.18", "[128.18, 41.41]", "41.41N 128.18E", "lat 41.41 lon 128.18", "52T DL 32035 84715",
        "POINT(128.18 41.41)", "geo:41.41,128.18")] == [False, False, True, True, True, True, True]


@pytest.mark.parametrize(("parts", "angle"), [
    (("41", "24", "40", "N"), (DMS[0], LATITUDE)), (("128", "11", "12", ""), (DMS[1], None)),
    (("-41", "24", "", ""), (-41.4, None)), (("41.5", "", "", "S"), (-41.5, LATITUDE)),
    (("41.0", "24.0", "40.0", "북위"), (DMS[0], LATITUDE)), (("128°", "11′", "12″", "east"), (DMS[1], LONGITUDE)),
    (("41", "24.5", "0", "n"), (41 + 24.5 / 60, LATITUDE)),
])
def test_an_angle_from_columns(parts: tuple[str, ...], angle: tuple[float, str | None]) -> None:
    degrees, axis = from_parts(*parts)
    assert (degrees, axis) == (pytest.approx(angle[0]), angle[1])


@pytest.mark.parametrize("parts", [("", "24", "40", "N"), ("41.5", "24", "40", "N"), ("41", "61", "0", "N"),
                                   ("-41", "24", "40", "S"), ("", "", "", ""), ("41", "x", "", "")])
def test_errors_of_an_angle_from_columns(parts: tuple[str, ...]) -> None:
    with pytest.raises(CoordinateError):
        from_parts(*parts)


@pytest.mark.parametrize(("zone", "easting", "northing"), [
    ("52T", "432035", "4584715"), ("52N", "432035.0", "4,584,715"), ("UTM 52 north", "432035 m", "4584715 m"),
    ("zone 52T", " 432,035", "4584715")])
def test_utm_in_columns(zone: str, easting: str, northing: str) -> None:
    assert from_utm(zone, easting, northing)[:3] == (
        pytest.approx(41.4111114, abs=1e-6), pytest.approx(128.1867993, abs=1e-6), True)


@pytest.mark.parametrize(("zone", "easting", "error"), [
    ("52", "432035", AmbiguousZone), ("T", "432035", UnreadableCoordinate), ("52T", "", UnreadableCoordinate),
    ("", "432035", UnreadableCoordinate)])
def test_errors_of_utm_in_columns(zone: str, easting: str, error: type[CoordinateError]) -> None:
    with pytest.raises(error):
        from_utm(zone, easting, "4584715")


@pytest.mark.parametrize(("text", "error"), [
    ("", EmptyCoordinate), ("  ", EmptyCoordinate),
    ("abc", UnreadableCoordinate), ("41.5°24'N 128°E", UnreadableCoordinate),
    ("41 61 0 N 128 0 0 E", UnreadableCoordinate), ("41'24° 128°11'", UnreadableCoordinate),
    ("41", HalfCoordinate), ("41.4,", HalfCoordinate), ("1 2 3", HalfCoordinate),
    ("41.41N, 128.18", WrongAxis), ("41.4N 41.5N", WrongAxis),
    ("41,41,128,18", AmbiguousCoordinate), ("41.41-128.18", AmbiguousCoordinate), ("-41.4N 128E", AmbiguousCoordinate),
    ("30.07.2025", UnreadableCoordinate), ("30/07", AmbiguousCoordinate), ("12:30", AmbiguousCoordinate),
    ("30-07-25 12:30:00", AmbiguousCoordinate), ("12:30:00 14:45:00", AmbiguousCoordinate),
    ("30-07-25 31-07-25", AmbiguousCoordinate), ("2025-07-30 12:30:00", AmbiguousCoordinate),
    ("41.41 - 128.18", AmbiguousCoordinate), ("1,234.5678 1,300.1234", AmbiguousCoordinate),
    ("41d24m40S 128d11m12E", WrongAxis), ("41°24'40\"N, 128°11'12\"", WrongAxis), ("lat 41.41", HalfCoordinate),
    ("414111140,1281868040", ScaledCoordinate), ("41.411114, 128.186804; 41.519380, 127.221360", SeveralPlaces),
    ("10°C, 20°C", UnreadableCoordinate), ("15,000 won", UnreadableCoordinate), ("010-1234-5678", HalfCoordinate),
    ("2 km west of 41.411114, 128.186804", UnreadableCoordinate), ("wz3y2p8q", UnreadableCoordinate),
    ("617MP36", UnreadableCoordinate),
])
def test_errors_of_other_texts(text: str, error: type[CoordinateError]) -> None:
    with pytest.raises(CoordinateError) as raised:
        read_position(text)
    assert type(raised.value) is error
    assert text.strip() in str(raised.value)


def test_the_axis_of_an_angle_with_a_letter() -> None:
    assert read_angle("41,411114") == (41.411114, None)
    assert read_angle("동경 128도 11.2분") == (pytest.approx(128 + 11.2 / 60), LONGITUDE)
    assert read_angle("41.4S") == (-41.4, LATITUDE)


def _decimal(size: float) -> str:
    return f"{size:.7f}°"


def _minutes(size: float) -> str:
    tenths = round(size * 60 * 10**6)
    return f"{tenths // (60 * 10**6)}°{tenths % (60 * 10**6) / 10**6:.6f}′"


def _seconds(size: float) -> str:
    hundredths = round(size * 3600 * 10**4)
    minutes, rest = divmod(hundredths, 60 * 10**4)
    return f"{minutes // 60}° {minutes % 60}' {rest / 10**4:.4f}\""


LETTERS = {"latin": "NSEW", "korean": ("북위", "남위", "동경", "서경"), "chinese": ("北纬", "南纬", "东经", "西经")}


@given(st.floats(-90, 90), st.floats(-180, 180), st.sampled_from([_decimal, _minutes, _seconds]),
       st.sampled_from(list(LETTERS)), st.booleans(), st.booleans(), st.sampled_from([" ", ", ", "; ", " / "]))
@example(-0.5, -0.5, _seconds, "latin", True, True, " ")
def test_what_is_written_with_letters_is_read_back(lat: float, lon: float, write: object, script: str, before: bool,
                                                   swapped: bool, between: str) -> None:
    north, south, east, west = LETTERS[script]
    texts = []
    for value, positive, negative in ((lat, north, south), (lon, east, west)):
        letter, size = (negative if value < 0 else positive), write(abs(value))  # type: ignore[operator]
        texts.append(letter + size if before else size + letter)
    text = between.join(reversed(texts) if swapped else texts)
    assert degrees(text) == pytest.approx((lat, lon), abs=1e-7)


@given(st.floats(-90, 90), st.floats(-180, 180), st.sampled_from([_decimal, _minutes, _seconds]),
       st.sampled_from([" ", ", ", "; "]), st.booleans())
def test_what_is_written_with_signs_is_read_back(lat: float, lon: float, write: object, between: str,
                                                 comma: bool) -> None:
    texts = [("-" if value < 0 else "") + write(abs(value)) for value in (lat, lon)]  # type: ignore[operator]
    if comma:
        texts = [text.replace(".", ",") for text in texts]
    assert degrees(between.join(texts)) == pytest.approx((lat, lon), abs=1e-7)


_WRITERS = {  # function that writes a place, and the tolerance of reading it
    "plain": (lambda lat, lon: f"{lat:.7f}, {lon:.7f}", 1e-7),
    "labels": (lambda lat, lon: f"Lon: {lon:.6f}; Lat: {lat:.6f}", 1e-6),
    "Korean labels": (lambda lat, lon: f"위도 {lat:.6f} 경도 {lon:.6f}", 1e-6),
    "WKT": (lambda lat, lon: f"SRID=4326;POINT Z ({lon!r} {lat!r} 0)", 1e-9),
    "GeoJSON": (lambda lat, lon: json.dumps({"type": "Point", "coordinates": [lon, lat]}), 1e-9),
    "WKB": (lambda lat, lon: struct.pack("<BIIdd", 1, 0x20000001, 4326, lon, lat).hex(), 1e-12),
    "geo": (lambda lat, lon: f"geo:{lat:.7f},{lon:.7f};u=10", 1e-7),
    "Google": (lambda lat, lon: f"https://www.google.com/maps/@{lat:.7f},{lon:.7f},500m/data=!3m1!1e3", 1e-7),
    "OpenStreetMap": (lambda lat, lon: f"https://www.openstreetmap.org/#map=15/{lat:.5f}/{lon:.5f}", 1e-5),
    "Yandex": (lambda lat, lon: f"https://yandex.com/maps/?ll={lon:.6f}%2C{lat:.6f}&z=15", 1e-6),
    "ISO 6709": (lambda lat, lon: f"{lat:+010.6f}{lon:+011.6f}/", 1e-6),
    "wiki": (lambda lat, lon: f"{{{{coord|{lat:.6f}|{lon:.6f}}}}}", 1e-6),
    "MGRS": (lambda lat, lon: mgrs(lon, lat), 1e-4),
    "sentence": (lambda lat, lon: f"The ford, {lat:.6f} N {lon:.6f} E, was seen", 1e-6),
}


@given(st.floats(1, 79), st.floats(1, 179), st.sampled_from(list(_WRITERS)))
def test_every_notation_is_read_back(lat: float, lon: float, notation: str) -> None:
    write, tolerance = _WRITERS[notation]
    assert degrees(write(lat, lon)) == pytest.approx((lat, lon), abs=tolerance)


@given(st.text(max_size=30) | st.text("0123456789.,-:/ °'\"NSEW°()[]{}TDLK+", max_size=40))
def test_any_text_is_a_coordinate_or_a_named_error(text: str) -> None:
    try:
        lat, lon, *_ = read_position(text)
    except CoordinateError as error:
        assert str(error)
    else:
        assert math.isfinite(lat) and math.isfinite(lon)


@pytest.mark.parametrize("unit", ["[", "(", "-", "1.", "1 ", "1.1111, ", "N", "1°", "{", "https://a/", "POINT(",
                                  "Lat: ", "{{a|", "1,", "a\u0316\u0301", "+", "&lt;", "!3d1!4d1", "북위", " "])
def test_a_very_long_text_is_no_coordinate(unit: str) -> None:
    for text in (unit * 100_000, unit * 500):
        with pytest.raises(CoordinateError) as raised:
            read_position(text)
        assert len(str(raised.value)) < 300
    assert positions_in(unit * 100_000) == []
