"""Images stored in a survey: any content of a foreign item comes back unchanged."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stac.scenes import item_scene

WEST, EAST = [[126, 41], [127, 41], [127, 42], [126, 41]], [[128, 41], [129, 41], [129, 42], [128, 41]]


@pytest.fixture
def survey(new_survey: Any, tmp_path: Any) -> Any:
    return new_survey(tmp_path / "survey.gpkg", "Test", published=False)


def item(**fields: Any) -> dict[str, Any]:
    return {"type": "Feature", "stac_version": "1.0.0", "id": "one", "properties": {"datetime": "2020-01-01T00:00:00Z"},
            "assets": {"visual": {"href": "a.tif", "roles": ["visual"]}}, **fields}


def test_a_footprint_of_two_parts(survey: Any) -> None:
    from qgis.core import QgsPointXY, QgsVectorLayer

    from yalu_plugin.layers.imagery.footprint import covers
    from yalu_plugin.layers.survey.images import add_images, survey_scenes

    found, _ = item_scene(item(geometry={"type": "MultiPolygon", "coordinates": [[WEST], [EAST]]}), "https://a/b", {})
    add_images(survey, [found])
    stored, = survey_scenes(survey)
    assert [covers(stored, QgsPointXY(*place)) for place in ((126.9, 41.1), (128.9, 41.1), (127.5, 41.1))] == [
        True, True, False]
    layer = QgsVectorLayer(f"{survey.path}|layername=images", "images", "ogr")
    feature = next(layer.getFeatures())
    assert feature.geometry().constGet().numGeometries() == 2 and layer.extent().xMaximum() == 129


@pytest.mark.parametrize("text", ["a\ud800b", "a\x00b", "a\nb\u2028c", "x" * 5_000_000, "\u202ea"])
def test_any_text_can_be_stored(survey: Any, text: str) -> None:
    from yalu_plugin.layers.survey.images import add_images, survey_scenes

    properties = {"datetime": "2020-01-01T00:00:00Z", "platform": text, "license": text, "attribution": text,
                  "providers": [{"name": text}]}
    found, _ = item_scene(item(properties=properties, id=text), "https://a/b", {})
    add_images(survey, [found])
    stored, = survey_scenes(survey)
    assert stored == found and stored.day is not None
    assert stored.platform == stored.licence and len(stored.platform) <= 2_001 and stored.platform.isprintable()


def test_an_image_given_another_crs_is_the_same_image(survey: Any) -> None:
    from dataclasses import replace

    from yalu_plugin.core.imagery.scene import Scene, scene_id
    from yalu_plugin.layers.survey.images import add_images, survey_scenes

    def scene(uri: str, west: int) -> Scene:
        wkt = f"Polygon (({west} 41, {west + 1} 41, {west + 1} 42, {west} 41))"  # as QGIS writes it
        return Scene(scene_id(uri), uri, footprint_wkt=wkt)

    first, part = scene("/a.jpg#crs=EPSG:32652", 127), scene("/a.gpkg#part=2&crs=EPSG:32652", 127)
    assert add_images(survey, [first, part, scene("/b.tif", 127)]) == 3
    survey.change("digest", replaced={"images": [{**row, "sha256": "abc"} for row in survey.rows("images")]})
    moved = [scene("/a.jpg#crs=EPSG:32651", 121), scene("/a.gpkg#part=2&crs=EPSG:32651", 121)]
    assert add_images(survey, moved) == 0
    stored = survey_scenes(survey)
    assert stored == [replace(moved[0], id=first.id), replace(moved[1], id=part.id), scene("/b.tif", 127)]
    assert {row["sha256"] for row in survey.rows("images")} == {"abc"}
    assert add_images(survey, [scene("/a.jpg", 125)]) == 0  # which now has its own CRS
    assert [one.uri for one in survey_scenes(survey)][0] == "/a.jpg"
    assert add_images(survey, [scene("/a.gpkg#part=3&crs=EPSG:32651", 121)]) == 1
