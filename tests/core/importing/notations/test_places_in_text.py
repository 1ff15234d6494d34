"""Places in sentences: only unmistakable ones, and none where the text means another place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.importing.notations.places_in_text import positions_in

HERE = (41.411114, 128.186804)


@pytest.mark.parametrize("text", [
    "Hyesan sandbar: 41.411114° 128.186804°", "ford at 41.411114, 128.186804", "2025-07-30 41.411114, 128.186804",
    "1000 m high, 41.411114, 128.186804", "coordinates (41.411114 N; 128.186804 E).",
    "Site 3, 41.411114 N, 128.186804 E, 2 trucks", "<b>41.411114, 128.186804</b> on 30.07.2025",
    '<a href="https://maps.google.com/?q=41.411114,128.186804">map</a>', "Ford at 52T DL 32035 84715, two trucks",
    "seen at 52T 432035 4584715 in May", "the gate 8QHCC56P+CP is closed", "at 412440N 1281112E, seen twice",
    "북위 41도 24분 40초, 동경 128도 11분 12초에 있다", "位于北纬41°24′40″，东经128°11′12″的浅滩",
    "41 24 40 N 128 11 12 E is the ford", "Lat 41.411114 Long 128.186804 (WGS84), elev 712 m",
    "POINT (128.186804 41.411114) in the file", "geo:41.411114,128.186804 in the note",
    "41.411114, 128.186804, that is 41.411114N 128.186804E", "GPS: 41.411114, 128.186804, 712 m",
])
def test_one_place(text: str) -> None:
    (found,) = positions_in(text)
    assert found[:2] == pytest.approx(HERE, abs=2e-4)


@pytest.mark.parametrize("text", [
    "$1.3 Million", "15,000 won", "11,500 won per kg. ($1.34)", "4.1, 2.0", "version 3.4.1, 2.0.5",
    "30.07.2025, 31.07.2025",
    "tel +82 2-1234-5678", "2025-07-30 12:30:00", "between 2.5 and 3.5 km", "from 20°C to 35°C", "slope 20° 35°",
    "USD 1,234.5678, 1,300.1234", "$41.4111, $128.1868", "10.1234%, 20.5678%", "192.168.1.1, 10.0.0.1",
    "S2A_MSIL2A_20250730T021451_N0511_R003_T52TDL", "12 N Main Street 5 E Road", "chainage 12.3456, 15.6789",
    "0.1234, 0.5678", "3.1234 x 2.1234", "1.2345, 100.1234", "128.186804,41.411114,0 128.19,41.42,0",
    "x,128.1868, 41.4111, 40.1234", "12,112.4567 41.1234", "range 41.4111-41.5193 N, 127.2213-128.1868 E",
    "2 km west of 41.411114, 128.186804", "from 41.411114N 128.186804E to 41.519380N 127.221360E", "", "no place here",
    "Hyesan 41.411114, 128.186804 and Samsu 41.296, 128.02",
])
def test_no_place(text: str) -> None:
    assert positions_in(text) == []


def test_two_places_are_two() -> None:
    assert [place[:2] for place in positions_in("41.411114, 128.186804; Barge dock: 41.519380, 127.221360")] == [
        HERE, (41.51938, 127.22136)]
    assert len(positions_in("41.411114, 128.186804 (52T DL 42035 84715)")) == 2


def test_of_two_notations_the_more_exact_one_counts() -> None:
    assert positions_in("41°24'N 128°11'E, or 41.411114N 128.186804E")[0][:2] == HERE


@given(st.text("0123456789.,$€ ()%kmwon", max_size=60).filter(lambda text: text.count(".") < 2))
def test_amounts_are_no_places(text: str) -> None:
    assert positions_in(text) == []
