from __future__ import annotations

import pytest

from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED, Coverage, Search, coverage
from yalu_plugin.core.corridor.coverage_phrases import (
    km_text,
    patrol_phrase,
    percent_text,
    period_phrase,
    share_phrase,
    stretches_phrase,
    then_phrase,
)

DAY = "2025-09-13"


def search(from_km, to_km, result=SEARCHED, day=DAY):
    return Search(from_km * 1000, to_km * 1000, result, "a", day, day, "Kim")


def summary(searches, new=0, datum_km=0.0, corridor_km=177.0):
    found = coverage(searches, corridor_km * 1000)
    return str(patrol_phrase(found, DAY, new, datum_km * 1000))


def test_the_sentence_of_a_patrol():
    walked = [search(0, 41), search(41, 58, NOT_OBSERVABLE), search(58, 95)]
    assert summary(walked, 3) == ("Searched km 0 to 41, 58 to 95 on 2025-09-13: 78 of 177 km (44 %); 3 new; km 41 to "
                                  "58 not observable (17 km)")
    assert summary([search(0, 95)], 3) == "Searched km 0 to 95 on 2025-09-13: 95 of 177 km (54 %); 3 new"
    assert summary([]) == "Nothing of 177 km was searched on 2025-09-13 yet; 0 new"
    assert summary([search(0, 41), search(100, 110)], datum_km=50) == (
        "Searched km -50 to -9, 50 to 60 on 2025-09-13: 51 of 177 km (29 %); 0 new")
    assert summary([search(-45.5, -29, NOT_OBSERVABLE), search(3, 9, NOT_OBSERVABLE)]) == (
        "Nothing of 177 km was searched on 2025-09-13 yet; 0 new; km 3 to 9 not observable (6 km)")


def test_a_sentence_names_six_stretches_and_counts_the_others():
    assert str(stretches_phrase([(number * 2e3, number * 2e3 + 1e3) for number in range(8)])) == (
        "0 to 1, 2 to 3, 4 to 5, 6 to 7, 8 to 9, 10 to 11 and 2 more stretches")
    assert str(stretches_phrase([])) == "none"


@pytest.mark.parametrize(("metres", "text"), [
    (0, "0"), (-40, "0"), (41_000, "41"), (41_249, "41.2"), (-5_000, "-5"), (123_456_789, "123456.8")])
def test_kilometres(metres, text):
    assert km_text(metres) == text


@pytest.mark.parametrize(("searched", "text"), [
    (0, "0"), (78_000, "44"), (79_000, "45"), (176_990, "99.9"), (176_999.5, "100"), (177_000, "100"), (999, "0.6"),
    (1, "<0.1"), (5_238, "3.0"), (2_695, "1.5"), (11_771, "6.7"), (17_610, "9.9"), (17_690, "10"),
    (17_701, "10"), (165_000, "93.2")])
def test_a_share_is_rounded_but_never_to_all_or_nothing(searched, text):
    found = Coverage([(0, searched)] if searched else [], [], 177_000)
    assert percent_text(found) == text
    assert str(share_phrase(found)).endswith(f" km, {text} %")


def test_a_corridor_without_length_has_no_share():
    assert percent_text(Coverage([], [], 0)) == "0"


@pytest.mark.parametrize(("first", "last", "text"), [
    ("2025-07-01", "2025-09-30", "Searched from 2025-07-01 to 2025-09-30: 78 of 177 km (44 %), 17 km not observable."),
    (None, "2025-09-13", "Searched up to 2025-09-13: 78 of 177 km (44 %), 17 km not observable."),
    ("2025-10-01", None, "Searched from 2025-10-01 on: 10 of 177 km (5.6 %)."),
    (None, None, "Searched so far: 88 of 177 km (50 %), 17 km not observable."),
    ("2024-01-01", "2024-03-31", "Searched from 2024-01-01 to 2024-03-31: nothing. Not counted is not absent.")])
def test_a_period(first, last, text):
    searches = [search(0, 41), search(41, 58, NOT_OBSERVABLE), search(58, 95), search(100, 110, day="2025-10-05")]
    assert str(period_phrase(searches, 177_000, first, last)) == text
    if first and last:
        short = str(then_phrase(searches, 177_000, first, last))
        assert short == "Searched then: " + text.split(": ")[1].split(". Not")[0].rstrip(".") + "."


def test_not_observable_does_not_count_as_searched():
    assert str(period_phrase([search(0, 17, NOT_OBSERVABLE)], 177_000, None, None)) == (
        "Searched so far: 0 of 177 km (0 %), 17 km not observable. Not counted is not absent.")
