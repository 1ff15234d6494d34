"""The evidence in the table of a site sheet: the image of an observation."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis")


def image(image_id: str, day: str, uri: str) -> dict[str, str]:
    return {"id": image_id, "acquired_from": f"{day}T10:00:00Z", "platform": "sentinel-2", "uri": uri}


def test_images_of_one_day_are_distinguished_by_their_names(qgis_app: object) -> None:
    from yalu_plugin.layers.layouts.sheet_texts import days_shared, observation_line

    images = {one["id"]: one for one in (image("a", "2024-05-01", "/x/a.tif"), image("b", "2024-05-01", "/x/b.tif"),
                                         image("c", "2024-05-02", "/x/c.tif"),
                                         image("d", "2024-05-01", "https://tiles.example/{z}/{x}/{y}.png#zmin=0&zmax=9"))}
    shared = days_shared([*images.values(), {"acquired_from": None}, {"acquired_from": None}])
    assert shared == {"2024-05-01"}
    texts = [observation_line({"site_id": "s", "image_id": one, "source_id": None, "state": "present", "reason": None,
                               "seen_from": None, "seen_to": None, "note": None}, images, {}, shared)["evidence"]
             for one in "abcd"]
    assert texts == ["image sentinel-2 2024-05-01 (a.tif)", "image sentinel-2 2024-05-01 (b.tif)",
                     "image sentinel-2 2024-05-02", "image sentinel-2 2024-05-01"]


def test_below_resolution_and_likelihood_are_next_to_the_state(qgis_app: object) -> None:
    from yalu_plugin.layers.layouts.sheet_texts import observation_line, subtitle

    row = {"site_id": "s", "image_id": None, "source_id": None, "state": "present", "reason": None, "seen_from": None,
           "seen_to": None, "note": None, "below_resolution": True, "likelihood": "likely"}
    assert observation_line(row, {}, {})["state"] == "Present, below resolution, Likely (55 to 80 %)"
    site = {"kind": "barge_dock", "confidence": None, "retired_on": "2024-05-01"}
    assert subtitle(1, site, None, "2024-05-02").endswith("retired on 2024-05-01")
    assert "retired" not in subtitle(1, site, None, "2024-05-01")
