from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yalu_plugin.core.importing.coordinates import (
    LATITUDE,
    LONGITUDE,
    AmbiguousCoordinate,
    CoordinateError,
    EmptyCoordinate,
    HalfCoordinate,
    UnreadableCoordinate,
    WrongAxis,
    read_angle,
    read_position,
)

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
])
def test_a_pair_is_read_however_it_is_written(text: str, expected: tuple[float, float]) -> None:
    assert degrees(text) == pytest.approx(expected, abs=1e-9)


def test_the_wonsan_filling_station_as_published() -> None:
    assert degrees("39° 8'32.42\"N 127°23'8.17\"E") == pytest.approx((39.1423389, 127.3856028), abs=1e-7)


@pytest.mark.parametrize(("text", "error"), [
    ("", EmptyCoordinate), ("  ", EmptyCoordinate),
    ("abc", UnreadableCoordinate), ("41.5°24'N 128°E", UnreadableCoordinate),
    ("41 61 0 N 128 0 0 E", UnreadableCoordinate), ("41'24° 128°11'", UnreadableCoordinate),
    ("41", HalfCoordinate), ("41.4,", HalfCoordinate), ("1 2 3", HalfCoordinate),
    ("41.41N, 128.18", WrongAxis), ("41.4N 41.5N", WrongAxis),
    ("41,41,128,18", AmbiguousCoordinate), ("41.41-128.18", AmbiguousCoordinate), ("-41.4N 128E", AmbiguousCoordinate),
    ("41.41, 128.18, 0", AmbiguousCoordinate),
])
def test_a_pair_that_is_none_says_why(text: str, error: type[CoordinateError]) -> None:
    with pytest.raises(CoordinateError) as raised:
        read_position(text)
    assert type(raised.value) is error
    assert text.strip() in str(raised.value)


def test_one_angle_tells_its_axis_where_a_letter_does() -> None:
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


@given(st.text(max_size=30))
def test_any_text_is_a_coordinate_or_a_named_error(text: str) -> None:
    try:
        read_position(text)
    except CoordinateError as error:
        assert str(error)
