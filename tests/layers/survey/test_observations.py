"""Observations: only the days that a scene is evidence of."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("qgis_app")


def scene(kind: str = "acquired", begin: int = 14, end: int = 14, **values: Any) -> Any:
    from yalu_plugin.core.imagery.scene import Scene

    return Scene("image-1", "a.tif", datetime(2016, 10, begin, 9, 30, tzinfo=timezone.utc),
                 datetime(2016, 10, end, 23, 59, tzinfo=timezone.utc), kind, "stac", **values)


def test_an_observation_has_the_scene_its_utc_days_and_who(survey: Any) -> None:
    from yalu_plugin.layers.survey.analyst import analyst
    from yalu_plugin.layers.survey.observations import observation

    row = observation("site-1", "absent", scene())
    assert (row["site_id"], row["image_id"], row["state"]) == ("site-1", "image-1", "absent")
    assert (row["seen_from"], row["seen_to"], row["reason"]) == ("2016-10-14", "2016-10-14", None)
    assert row["created_by"] == analyst()
    assert datetime.fromisoformat(row["created_at"].replace("Z", "+00:00")).tzinfo is not None
    assert observation("site-1", "not_observable", scene(), "cloud")["reason"] == "cloud"


@pytest.mark.parametrize(("kind", "days"), [
    ("acquired", ("2016-10-03", "2016-10-14")),
    ("reported", ("2016-10-03", "2016-10-14")),
    ("at_or_before", (None, "2016-10-14")),
])
def test_the_kind_of_date_decides_which_days_are_known(kind: str, days: tuple[str | None, str]) -> None:
    from yalu_plugin.layers.survey.observations import seen_days

    assert seen_days(scene(kind, begin=3)) == days


def test_a_release_date_dates_nothing() -> None:
    from yalu_plugin.layers.survey.observations import OnlyReleaseDate, observation
    from yalu_plugin.layers.survey.survey_sites import sighting

    with pytest.raises(OnlyReleaseDate, match="2016-10-14 UTC wayback released is dated by its release"):
        observation("site-1", "present", scene("released", platform="wayback"))
    assert sighting("site-1", scene("released")) == []
    (row,) = sighting("site-1", scene("at_or_before"))
    assert (row["seen_from"], row["seen_to"]) == (None, "2016-10-14")


def test_without_a_dated_scene_there_is_no_day() -> None:
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.survey.observations import NoDatedScene, observation

    for shown in (None, Scene("image-1", "IMG_1234.tif")):
        with pytest.raises(NoDatedScene, match="Show a scene"):
            observation("site-1", "present", shown)


def test_the_state_leads_back_to_its_scene(survey: Any) -> None:
    from yalu_plugin.layers.survey.images import add_images
    from yalu_plugin.layers.survey.observations import NoImageOfState, observation, scene_of_state
    from yalu_plugin.layers.survey.write import change

    add_images(survey, [scene()])
    site_id = survey.rows("sites")[0]["id"]
    with pytest.raises(NoImageOfState):
        scene_of_state(survey, site_id, None)
    change(survey.path, "test", {"observations": [observation(site_id, "present", scene())]})
    assert scene_of_state(survey, site_id, date(2016, 12, 1)).id == "image-1"
    with pytest.raises(NoImageOfState):
        scene_of_state(survey, site_id, date(2016, 10, 13))


def test_own_observations_are_those_of_this_user_site_and_image(survey: Any) -> None:
    from yalu_plugin.layers.survey.observations import observation, own_observations
    from yalu_plugin.layers.survey.write import change

    mine = observation("it's", "present", scene())
    others = [{**mine, "id": "b", "created_by": "someone else"}, {**mine, "id": "c", "site_id": "other"},
              {**mine, "id": "d", "image_id": "image-2"}]
    change(survey.path, "test", {"observations": [mine, *others]})
    of_site = survey.rows("observations", site_id="it's")
    assert [row["id"] for row in own_observations(of_site, "image-1")] == [mine["id"]]


def test_a_refreshed_image_keeps_its_digest(survey: Any) -> None:
    from yalu_plugin.layers.survey.images import add_images
    from yalu_plugin.layers.survey.write import change

    add_images(survey, [scene()])
    (row,) = survey.rows("images")
    change(survey.path, "test", replaced={"images": [{**row, "sha256": "abc"}]})
    assert add_images(survey, [scene(cloud_cover=12.0)]) == 0
    (row,) = survey.rows("images")
    assert (row["sha256"], row["cloud_cover"]) == ("abc", 12.0)


def test_a_digest_is_that_of_sha256sum(tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.digests import NoDigest, sha256_of

    path = tmp_path / "a.tif"
    path.write_bytes(b"abc")  # FIPS 180-2, appendix B.1
    assert sha256_of(path, lambda: False) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256_of(path, lambda: True) == ""
    with pytest.raises(NoDigest, match="the observation is kept"):
        sha256_of(tmp_path / "gone.tif", lambda: False)
