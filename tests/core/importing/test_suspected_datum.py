"""Whether coordinates are suspected to be shifted, on lists of SYNTHETIC places at the river and near it."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest

pytest.importorskip("scipy")
pytest.importorskip("geopandas")

from yalu_plugin.core.importing.chinese_datums import shift  # noqa: E402
from yalu_plugin.core.importing.coordinate_parser import BD_09, GCJ_02  # noqa: E402
from yalu_plugin.core.importing.positions import NoPositions, Position  # noqa: E402
from yalu_plugin.core.importing.suspected_datum import suspected_datum  # noqa: E402

LonLat = tuple[float, float]
METRE = 1 / 111_195  # degrees of latitude


def places(chance: random.Random, river: list[list[LonLat]], count: int, nearest: float, farthest: float,
           direction: float | None = None) -> list[LonLat]:
    """Return places these metres from vertices of the river, in a direction (degrees from east) or in any."""
    found = []
    for lon, lat in chance.choices(river[0], k=count):
        away, angle = chance.uniform(nearest, farthest) * METRE, math.radians(direction or chance.uniform(0, 360))
        found.append((lon + away * math.cos(angle) / math.cos(math.radians(lat)), lat + away * math.sin(angle)))
    return found


def suspected(found: list[LonLat], river: list[list[LonLat]]) -> str:
    offer = suspected_datum([Position(lat, lon) for lon, lat in found], river)
    return offer.datum if offer else ""


@pytest.mark.parametrize("datum", [GCJ_02, BD_09])
@pytest.mark.parametrize("count", [13, 43])
def test_shifted_crossings_are_recognised(river, datum: str, count: int) -> None:
    chance = random.Random(7)
    lists = [[shift(*place, datum) for place in places(chance, river, count, 0, 80)] for _ in range(10)]
    assert [suspected(each, river) for each in lists].count(datum) >= 9


NEAR_THE_RIVER: dict[str, Callable[[random.Random, list[list[LonLat]]], list[LonLat]]] = {
    "crossings": lambda chance, river: places(chance, river, 13, 0, 100),
    "anywhere": lambda chance, river: places(chance, river, 8, 0, 1_500),
    "villages": lambda chance, river: places(chance, river, 13, 300, 800),
    "north bank": lambda chance, river: places(chance, river, 13, 200, 700, direction=90),
    "shifted by another datum": lambda chance, river: places(chance, river, 13, 400, 500, direction=250),
    "a few": lambda chance, river: places(chance, river, 5, 100, 1_500, direction=45),
}


@pytest.mark.parametrize("name", NEAR_THE_RIVER)
def test_other_lists_are_not_suspected(river, name: str) -> None:
    chance = random.Random(11)
    lists = [NEAR_THE_RIVER[name](chance, river) for _ in range(25)]
    assert [suspected(each, river) for each in lists] == [""] * 25


def test_a_few_rows_show_nothing(river) -> None:
    chance = random.Random(3)
    assert suspected([shift(*place, GCJ_02) for place in places(chance, river, 4, 0, 20)], river) == ""
    assert suspected([], river) == ""
    assert suspected_datum([NoPositions(path="list.csv")] * 9, river) is None


def test_why_it_is_suspected(river, assess) -> None:
    chance = random.Random(5)
    written = [shift(*place, GCJ_02) for place in places(chance, river, 20, 0, 50)]
    found = assess("name,lat,lon\n" + "".join(f"P{at},{lat},{lon}\n" for at, (lon, lat) in enumerate(written)),
                   river=river)
    assert found.datum_offer.datum == GCJ_02
    assert str(found.datum_offer.reason).startswith("The coordinates may be GCJ-02: the rows lie ")
    assert (found.rows[0].site["lon"], found.rows[0].site["lat"]) == written[0]  # never by itself
