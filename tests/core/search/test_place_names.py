"""The published places, found by every spelling."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yalu_plugin.core.search.match_rank import ALIKE, EXACT, NEAR, PART, START
from yalu_plugin.core.search.place_files import read_place_names
from yalu_plugin.core.search.place_names import NamedPlace, PlaceNames
from yalu_plugin.core.survey.name_folding import folded
from yalu_plugin.paths import resource

SPELLINGS = {
    "Hyesan": "Hyesan, 혜산, 惠山, Hyesan-si, Hyesan City, HYESAN, 恵山, 惠山市, 혜산시, Hyesanjin",
    "Kimhyongjik": "Kimhyongjik, Kim Hyong Jik, Kim Hyŏng-jik, Kim-hyong-jik, 김형직, 金亨稷, Huchang, 후창, "
                   "Huch'ang, 厚昌, "
                   "Gimhyeongjik, Kimhyongjik-gun, Kimhyongjik County, 김형직군",
    "Kimjongsuk": "Kimjongsuk, Kim Jong Suk, Kimjŏngsuk, 김정숙, 金貞淑, 金贞淑, 金正淑, Sinpa, 신파, 新坡, "
                  "Kim Jong Suk County",
    "Samsu": "Samsu, 삼수, 三水, Samsu-gun, Samsu County, 삼수군, 三水郡, SAMSU COUNTY",
    "Pochon": "Pochon, Bochon, Poch'ŏn, Poch\u02bcŏn, Poch\u2019ŏn, Poch\u2018on, Poch\u00b4on, Pocho\u0306n, "
              "보천, 普天, Bocheon, Pochon-gun, Bochon County",
    "Samjiyon": "Samjiyon, Samjiyŏn, 삼지연, 三池淵, 三池渊, Samjiyeon, Samjiyon City",
    "Ryanggang": "Ryanggang, Yanggang, 량강, 양강, 两江, 兩江, 両江, Ryanggang-do, Yanggang Province, 량강도",
    "Changbai": "Changbai, 장백, 长白, 長白, Chang-pai, Changbai County",
    "Linjiang": "Linjiang, 림강, 임강, 临江, 臨江, Linjiang City, Lin jiang",
    "Junggang": "Junggang, Chunggang, 중강, 中江, Junggang-gun, Chunggang County",
    "Phungyang": "Phungyang, Pungyang, P'ungyang, 풍양, Phungyang-ri",
    "Yalu": "Yalu, Amnok, 압록강, 鸭绿江, 鴨綠江, 鴨緑江, Yalu River, Amnok River, Yālù, Amrok, Amnokgang, 압록",
    "Kumchang-ri": "Kumchang-ri, Kumchang, Kumchang ri, Kumchangri, 금창리, 금창, Kŭmch'ang-ri",
}


@pytest.fixture(scope="module")
def places() -> PlaceNames:
    return read_place_names(resource("data"))


@pytest.mark.parametrize(("name", "spelling"), [
    (name, spelling) for name, spellings in SPELLINGS.items() for spelling in spellings.split(", ")])
def test_every_spelling_is_found_first(places: PlaceNames, name: str, spelling: str) -> None:
    best = places.best(spelling, 5)[0]
    assert best.place.name == name and best.rank in (EXACT, ALIKE)


@pytest.mark.parametrize(("typed", "name"), [
    ("Hyesna", "Hyesan"), ("Hyessan", "Hyesan"), ("Kimhyonjik", "Kimhyongjik"), ("Kim Jomg Suk", "Kimjongsuk"),
    ("Ryangang", "Ryanggang"), ("Linjang", "Linjiang"), ("Phungyag", "Phungyang"), ("김형진", "Kimhyongjik"),
    ("Changbia", "Changbai"), ("Samsj", None), ("Yalo", None)])
def test_slips_of_the_keyboard(places: PlaceNames, typed: str, name: str | None) -> None:
    found = places.best(typed, 5)
    if name is None:
        assert not found or found[0].rank == NEAR
    else:
        assert (found[0].place.name, found[0].rank) == (name, NEAR)


def test_a_slip_is_never_above_an_exact_name() -> None:
    places = PlaceNames([(NamedPlace(name, "town", (0, 0, 0, 0), ""), [name]) for name in (
        "Chunggamg", "Chunggang", "Chunggangjin", "Upper Chunggang")])
    assert [(one.place.name, one.rank) for one in places.best("Chunggang", 9)] == [
        ("Chunggang", EXACT), ("Chunggangjin", START), ("Upper Chunggang", PART)]  # what fits exactly is no slip
    assert [(one.place.name, one.rank) for one in places.best("Chunggan", 9)] == [
        ("Chunggang", START), ("Chunggangjin", START), ("Upper Chunggang", PART)]
    assert [(one.place.name, one.rank) for one in places.best("Chumggang", 9)] == [("Chunggang", NEAR)]
    assert [one.place.name for one in places.best("Chunggsng", 9)] == ["Chunggamg", "Chunggang"][1:]


@pytest.mark.parametrize(("typed", "rank"), [("Hye", START), ("혜ㅅ", START), ("angbai", PART), ("hyesansi", EXACT),
                                             ("samsugun", ALIKE), ("혜산군", ALIKE)])
def test_ranks(places: PlaceNames, typed: str, rank: int) -> None:
    assert places.best(typed, 5)[0].rank == rank


def test_a_part_of_a_town_is_not_the_town(places: PlaceNames) -> None:
    found = {one.place.name: one.rank for one in places.best("Hyesan-dong", 9)}
    assert found["Hyesan-dong"] == EXACT and found["Hyesan"] == ALIKE
    assert next(one.rank for one in places.best("Hyesan", 9) if one.place.name == "Hyesan-dong") == ALIKE


def test_the_spellings_of_a_place(places: PlaceNames) -> None:
    assert {"hyesan", folded("혜산"), "惠山"} <= set(places.spellings("Hyesan City"))
    assert places.spellings("Hyesan City")[0] == "hyesancity"
    assert "hyesandong" not in places.spellings("Hyesan")
    assert places.spellings("Site 12") == ["site12"] and places.spellings("- '") == [""]


@pytest.mark.parametrize("typed", ["", " ", "-", "'", "\0", "\u200b", "ŏ" * 300, "(", "[", "\\", "%", "🛶", "שלום"])
def test_anything_may_be_typed(places: PlaceNames, typed: str) -> None:
    assert all(one.rank for one in places.best(typed, 5))


@given(st.text(max_size=12))
def test_the_spellings_begin_with_the_text(places: PlaceNames, typed: str) -> None:
    assert places.spellings(typed)[0] == folded(typed)
    assert len(places.best(typed, 3)) <= 3


def test_places_are_where_they_were_published(places: PlaceNames) -> None:
    towns = {one["properties"]["geonameid"]: one["geometry"]["coordinates"] for one in json.loads(
        resource("data", "places.geojson").read_text(encoding="utf-8"))["features"]}
    assert places.best("Linjiang", 1)[0].place.box == (*towns[2036069], *towns[2036069])
    assert places.best("Phungyang", 1)[0].place.box == (127.885265, 41.431189, 127.885265, 41.431189)
    assert places.best("Kumchang", 1)[0].place == NamedPlace(
        "Kumchang-ri", "village", (127.09333, 41.53528, 127.09333, 41.53528), "GeoNames 2043219")


def test_every_town_of_the_map_is_found_by_its_name_in_each_language(places: PlaceNames) -> None:
    features = json.loads(resource("data", "places.geojson").read_text(encoding="utf-8"))["features"]
    for properties, place in ((one["properties"], one["geometry"]["coordinates"]) for one in features):
        names = [properties["name"], *(properties["name_ko"] or "").split("|"),
                 *(properties["name_zh"] or "").split("|")]
        for name in filter(None, names):
            assert (*place, *place) in [one.place.box for one in places.best(name, 20)], name


def test_counties_are_their_reaches(places: PlaceNames) -> None:
    with resource("data", "counties.csv").open(encoding="utf-8", newline="") as file:
        breaks = list(csv.DictReader(file))
    for above, below in zip(breaks[1:], breaks):
        county = above["downstream_county"]
        assert county == below["upstream_county"]
        west, south, east, north = places.best(county, 1)[0].place.box
        for one in (above, below):
            assert west - 0.01 <= float(one["lon"]) <= east + 0.01
            assert south - 0.01 <= float(one["lat"]) <= north + 0.01
    province, whole = (places.best(name, 1)[0].place.box for name in ("Ryanggang", "Yalu"))
    assert whole[0] < province[0] and (province[2], province[3]) == (whole[2], whole[3])


def test_every_spelling_has_a_source_and_a_position() -> None:
    with resource("data", "place_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["source"] and row["spelling"] and row["position"] for row in rows)
    assert len({(row["position"], row["spelling"]) for row in rows}) == len(rows)


def test_a_place_without_a_position_is_refused(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(resource("data"), tmp_path / "data"))
    with (folder / "place_names.csv").open("a", encoding="utf-8") as file:
        file.write("Baishan,town,geonames 1,Baishan,nobody\n")
    with pytest.raises(KeyError):
        read_place_names(folder)


def test_without_names_nothing_is_found() -> None:
    assert PlaceNames([]).best("Hyesan", 5) == [] and PlaceNames([]).spellings("Hyesan") == ["hyesan"]
