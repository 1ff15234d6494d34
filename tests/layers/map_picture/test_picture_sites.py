from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from yalu_plugin.core.map_picture.dot import Dot
from yalu_plugin.core.map_picture.tie_points import AFFINE, TiePoint

# a SYNTHETIC picture: 0.001 degrees to a pixel, north up
POINTS = [TiePoint(column, row, 128 + column / 1000, 41.5 - row / 1000) for column, row in (
    (0.0, 0.0), (200.0, 0.0), (0.0, 200.0), (200.0, 200.0), (100.0, 100.0))]
RIVER = [{"geom": f"LineString ({', '.join(f'{127.9 + step / 100:.2f} 41.4' for step in range(51))})"}]


@pytest.fixture
def fit(qgis_app: Any) -> Any:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from yalu_plugin.layers.map_picture.picture_fit import PictureFit

    return PictureFit(POINTS, AFFINE, QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())


def placed(fit: Any, *dots: Dot, known: tuple[Any, ...] = (), river: Any = RIVER) -> list[Any]:
    from yalu_plugin.layers.map_picture.picture_sites import NearestRiver, PictureSite, place_sites

    return place_sites([PictureSite(dot) for dot in dots], fit, NearestRiver(river), known)


def dot(column: float, row: float, kind: str = "vehicle_ford") -> Dot:
    return Dot(kind, column, row, 3.0, 0.9)


def test_places_accuracy_and_river(fit: Any) -> None:
    (site,) = placed(fit, dot(50, 98))
    assert (site.place.x(), site.place.y()) == pytest.approx((128.05, 41.402), abs=1e-9)
    assert site.accuracy_m == pytest.approx(3 * (111.07 + 83.6) / 2, rel=0.01)  # the residuals are 0
    place, metres = site.on_river
    assert metres == pytest.approx(222.1, abs=1.0) and place.y() == pytest.approx(41.4, abs=1e-4)
    assert site.written_place == site.place and not site.to_river  # only a suggestion


def test_a_dot_far_from_the_river_gets_no_suggestion(fit: Any) -> None:
    assert placed(fit, dot(50, 0))[0].on_river is None
    assert placed(fit, dot(50, 98), river=[])[0].on_river is None
    assert placed(fit, dot(50, 98), river=[{"geom": None}])[0].on_river is None


def test_a_known_site_nearby_is_not_added_again_unless_the_user_wants_it(fit: Any) -> None:
    from dataclasses import replace

    from yalu_plugin.layers.map_picture.picture_sites import NearestRiver, place_sites

    known = ({"fid": 1, "name": "Ford", "kind": "vehicle_ford", "geom": "Point (128.0505 41.402)"},
             {"fid": 2, "name": None, "kind": "other", "geom": None},
             {"fid": 3, "name": None, "kind": "other", "geom": "Point EMPTY"})
    near, far = placed(fit, dot(50, 98), dot(150, 98), known=known)
    assert near.near is not None and near.near[0] == "Ford" and near.near[1] == pytest.approx(41.8, abs=0.5)
    assert (near.included, far.included, far.near) == (False, True, None)
    wanted = replace(near, included=True)
    assert place_sites([wanted], fit, NearestRiver([]), known)[0].included


def test_rows_say_what_was_done(fit: Any) -> None:
    from dataclasses import replace

    from yalu_plugin.layers.map_picture.picture_file import MapPicture
    from yalu_plugin.layers.map_picture.picture_sites import picture_rows

    picture = MapPicture(Path("map.png"), 2, 3, "ab" * 32, 200, 200, np.zeros((200, 200, 3), np.uint8))
    sites = placed(fit, dot(50, 98), dot(54, 98), dot(150, 98, "barge_dock"), dot(10, 10))
    sites[2] = replace(sites[2], to_river=True)
    sites[3] = replace(sites[3], included=False)
    rows = picture_rows(sites, picture, fit, {"title": "A report", "publisher": "P", "url": "https://x", "fid": 7})
    (source,) = rows["sources"]
    assert source["title"] == "Read off the picture map.png: A report" and source["publisher"] == "P"
    assert len(source["accessed_on"]) == 10 and "fid" not in source
    first, second, third = rows["sites"]
    assert {row["source_id"] for row in rows["sites"]} == {source["id"]} and first["id"] != second["id"]
    assert (first["confidence"], first["kind"], third["kind"]) == ("possible", "vehicle_ford", "barge_dock")
    assert first["source_ref"] == "pixel 50.0, 98.0"
    assert first["location_accuracy_m"] == pytest.approx(sites[0].accuracy_m)
    assert first["note"] == (
        "Read off the picture map.png at pixel 50.0, 98.0: Affine (shift, turn, scale), 5 tie points, RMS residual "
        f"0 m, SHA-256 {'ab' * 32}. Page 2. 2 dots touch here.")
    assert third["note"].endswith("Page 2. Moved 222 m to the river line.")
    assert third["geom"].endswith(f"{sites[2].on_river[0].y()!r})")
    assert third["location_accuracy_m"] == pytest.approx(max(sites[2].accuracy_m, sites[2].on_river[1]))


def test_no_ticked_site_gives_no_rows(fit: Any) -> None:
    from dataclasses import replace

    from yalu_plugin.layers.map_picture.picture_file import MapPicture
    from yalu_plugin.layers.map_picture.picture_sites import PictureSite, picture_rows

    picture = MapPicture(Path("map.png"), 1, 1, "", 1, 1, np.zeros((1, 1, 3), np.uint8))
    assert picture_rows([], picture, fit, {}) == {}
    assert picture_rows([replace(placed(fit, dot(1, 1))[0], included=False)], picture, fit, {}) == {}
    assert picture_rows([PictureSite(dot(1, 1))], picture, fit, {}) == {}  # without a place


def test_without_residuals_the_accuracy_is_empty_and_the_note_says_so(qgis_app: Any) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from yalu_plugin.layers.map_picture.picture_file import MapPicture
    from yalu_plugin.layers.map_picture.picture_fit import PictureFit
    from yalu_plugin.layers.map_picture.picture_sites import picture_rows

    three = PictureFit(POINTS[:3], AFFINE, QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    picture = MapPicture(Path("map.png"), 1, 1, "", 1, 1, np.zeros((1, 1, 3), np.uint8))
    (row,) = picture_rows(placed(three, dot(50, 98)), picture, three, {})["sites"]
    assert row["location_accuracy_m"] is None
    assert "The accuracy is not known" in row["note"] and "Page" not in row["note"]
