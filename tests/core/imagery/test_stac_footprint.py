from __future__ import annotations

import math

import pytest

from yalu_plugin.core.imagery.footprint_box import footprint_box
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_filter import SceneFilter
from yalu_plugin.core.imagery.stac_footprint import MOST_POINTS, footprint_wkt

WEST, EAST = [[126, 41], [127, 41], [127, 42], [126, 41]], [[128, 41], [129, 41], [129, 42], [128, 41]]


@pytest.mark.parametrize(("kind", "coordinates", "wkt"), [
    ("Polygon", [WEST], "POLYGON ((126.0 41.0, 127.0 41.0, 127.0 42.0, 126.0 41.0))"),
    ("MultiPolygon", [[WEST]], "POLYGON ((126.0 41.0, 127.0 41.0, 127.0 42.0, 126.0 41.0))"),
    ("MultiPolygon", [[WEST], [EAST]], "MULTIPOLYGON (((126.0 41.0, 127.0 41.0, 127.0 42.0, 126.0 41.0)), "
                                       "((128.0 41.0, 129.0 41.0, 129.0 42.0, 128.0 41.0)))"),
    ("MultiPolygon", [[WEST], [EAST[:3]]], ""),  # an open ring
    ("MultiPolygon", [], ""), ("MultiPolygon", [[]], ""), ("MultiPolygon", [WEST], ""),
    ("Polygon", [[*WEST[:3], [126, math.nan]]], ""), ("Polygon", 5, ""), ("Point", [1, 2], ""), (None, None, ""),
])
def test_the_wkt_of_an_outline(kind: object, coordinates: object, wkt: str) -> None:
    assert footprint_wkt({"type": kind, "coordinates": coordinates}) == wkt


def test_a_scene_of_two_parts_counts_in_the_view() -> None:
    wkt = footprint_wkt({"type": "MultiPolygon", "coordinates": [[WEST], [EAST]]})
    scene = Scene("one", "one.tif", footprint_wkt=wkt)
    assert footprint_box(wkt) == (126, 41, 129, 42)
    assert SceneFilter(view=(128.1, 41.1, 128.2, 41.2)).skip_reason(scene) == ""
    assert SceneFilter(view=(130, 41, 131, 42)).skip_reason(scene) == "outside_view"


def test_an_outline_with_too_many_points_is_unknown() -> None:
    def ring(count: int) -> list[list[float]]:
        around = [[math.cos(2 * math.pi * n / count), math.sin(2 * math.pi * n / count)] for n in range(count)]
        return [*around, around[0]]

    assert footprint_wkt({"type": "Polygon", "coordinates": [ring(MOST_POINTS - 1)]})
    assert not footprint_wkt({"type": "Polygon", "coordinates": [ring(MOST_POINTS)]})
