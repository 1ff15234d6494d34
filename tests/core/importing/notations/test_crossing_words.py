"""Words for crossings, and for other structures."""

from __future__ import annotations

import pytest

from yalu_plugin.core.importing.notations.kind_words import names_crossing, names_no_crossing
from yalu_plugin.core.kinds import CROSSING_KINDS, SITE_KINDS


@pytest.mark.parametrize("text", [
    "bridge", "Bridge", "railway bridge", "Vehicle bridge", "footbridge", "dam", "staging area", "Staging_Area",
    "fuel station", "parking", "storage", "gas station", "기타", "주차장", "다리", "철교",
    "압록강 철교", "압록강철교", "桥", "大桥", "鸭绿江桥", "鐵橋", "停车场", "мост",
    "Железнодорожный мост", "Brücke", "Eisenbahnbrücke", "bridge?"])
def test_what_plainly_is_no_crossing(text: str) -> None:
    assert names_no_crossing(text) and not names_crossing(text)


@pytest.mark.parametrize("text", [
    "", "?", "pontoon bridge", "浮桥", "부교", "Pontonbrücke", "bridge crossing", "ford below the bridge",
    "damaged ford", "smuggling point", "ferry", "black", "나루터", "x" * 100_000])
def test_what_may_be_a_crossing(text: str) -> None:
    assert not names_no_crossing(text) and not names_crossing(text)


@pytest.mark.parametrize("text", [
    "vehicle ford", "ford", "v", "차량 도하점", "바지선", "crossing", "river crossing", "渡河点"])
def test_what_is_a_crossing(text: str) -> None:
    assert names_crossing(text) and not names_no_crossing(text)


def test_the_words_of_the_survey() -> None:
    assert [kind for kind in SITE_KINDS if names_crossing(kind)] == list(CROSSING_KINDS)
    assert [kind for kind in SITE_KINDS if names_no_crossing(kind)] == ["staging_area", "fuel_station", "other"]
