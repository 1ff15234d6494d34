"""UTM, MGRS and Plus Codes: read, or refused where letters and numbers disagree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.importing.notations.coordinate_types import (
    AmbiguousZone,
    CoarseReference,
    CoordinateError,
    ShortPlusCode,
    WrongGridReference,
)
from yalu_plugin.core.importing.notations.grid_references import read_grid
from yalu_plugin.core.mgrs import utm, utm_zone

HERE = (41.411114, 128.186804)


@pytest.mark.parametrize("text", [
    "52T 432035 4584715", "52T 432035E 4584715N", "UTM 52N 432035 4584715", "WGS 84 / UTM zone 52N 432035 4584715",
    "UTM zone 52T E 432035 N 4584715", "52T 4584715 432035", "52T N 4584715 E 432035", "432035 4584715 52T",
    "52T 432,035 4,584,715", "52t 432035, 4584715", "52T 432035.4 m 4584715.2 m", "52T DL 32035 84715",
    "52TDL3203584715", "MGRS: 52T DL 32035 84715", "52t dl 32035 84715", "8QHCC56P+CP", "8qhcc56p+cp",
])
def test_references_to_one_place(text: str) -> None:
    assert read_grid(text)[:3] == (pytest.approx(HERE[0], abs=1e-4), pytest.approx(HERE[1], abs=1e-4), True)


@pytest.mark.parametrize(("text", "error"), [
    ("52S 320000 4150000", AmbiguousZone), ("51T 432035 2584715", WrongGridReference),
    ("61T 432035 4584715", WrongGridReference), ("52T 32035 4584715", WrongGridReference),
    ("52TDL", CoarseReference), ("52TDL38", CoarseReference), ("52TDL3203584", WrongGridReference),
    ("52T DL 32035 8471", WrongGridReference), ("52T AL 32035 84715", WrongGridReference),
    ("52C DL 32035 84715", WrongGridReference), ("52T NL 32035 84715", WrongGridReference),
    ("C56P+CP Hyesan", ShortPlusCode), ("8QHC0000+", CoarseReference), ("8QHCC56P+", CoarseReference),
    ("XXHCC56P+CP", WrongGridReference),
])
def test_errors_of_references_without_a_place(text: str, error: type[CoordinateError]) -> None:
    with pytest.raises(error):
        read_grid(text)


@pytest.mark.parametrize("text", ["52TIL3203584715", "617MP36", "wz3y2p8q", "41.41, 128.18", "", "A+B", "12 N 34 E"])
def test_other_texts(text: str) -> None:
    assert read_grid(text) is None


def test_the_letter_s_means_the_south_only_where_it_cannot_be_a_band() -> None:
    assert read_grid("56S 334000 6252000")[:2] == pytest.approx((-33.8593, 151.2051), abs=1e-3)  # Sydney
    assert read_grid("51R 354000 3457000")[:2] == pytest.approx((31.2384, 121.4673), abs=1e-3)  # Shanghai


@given(st.floats(0.1, 83.9) | st.floats(-79.9, -0.1), st.floats(-180, 179.99))
def test_utm_is_read_back(lat: float, lon: float) -> None:
    zone = utm_zone(lon, lat)
    easting, northing = utm(lon, lat, zone)
    letter = "N" if lat >= 0 else "S"
    try:
        found = read_grid(f"UTM {zone}{letter} {easting:.3f} {northing:.3f}")
    except AmbiguousZone:
        assert -59 < lat < -49  # where the letter of the south may be the band in the north
    else:
        assert found and found.lat == pytest.approx(lat, abs=1e-7)
        assert abs((found.lon - lon + 180) % 360 - 180) < 1e-6
