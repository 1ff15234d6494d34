from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.imagery.composites import composite_span


@pytest.mark.parametrize(("name", "named", "first", "last"), [
    ("MOD09A1.A2025209", date(2025, 7, 28), date(2025, 7, 28), date(2025, 8, 4)),
    ("MOD13Q1.A2014353", date(2014, 12, 19), date(2014, 12, 19), date(2015, 1, 3)),
    ("MOD17A2HGF.A2025209", date(2025, 7, 28), date(2025, 7, 28), date(2025, 8, 4)),
    ("MCD43A4.A2025211", date(2025, 7, 30), date(2025, 7, 22), date(2025, 8, 6)),
    ("VNP46A3.A2025032", date(2025, 2, 1), date(2025, 2, 1), date(2025, 2, 28)),
    ("MOD44B.A2020065", date(2020, 3, 5), date(2020, 3, 5), date(2021, 3, 4)),
    ("PROBAV_S10_TOC_X30Y03_20190721", date(2019, 7, 21), date(2019, 7, 21), date(2019, 7, 30)),
])
def test_days_of_a_composite(name: str, named: date, first: date, last: date) -> None:
    found = composite_span(name, named)
    assert found is not None and (found.begin.date(), found.end.date()) == (first, last)


@pytest.mark.parametrize("name", ["MOD09GA.A2025211", "PROBAV_S1_TOA", "XMOD13Q1", "hyesan.tif"])
def test_names_that_are_not_composites(name: str) -> None:
    assert composite_span(name, date(2025, 7, 30)) is None


@given(st.dates(date(1960, 1, 1), date(2100, 1, 1)),
       st.sampled_from(("MOD09A1", "MOD13Q1", "MCD43A4", "MOD13A3", "MOD44B")))
def test_a_composite_contains_the_day_in_its_name(day: date, product: str) -> None:
    found = composite_span(product, day)
    assert found is not None and found.begin.date() <= day <= found.end.date()
