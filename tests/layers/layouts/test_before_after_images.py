"""The selection of the images before and after, and their captions."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from yalu_plugin.core.imagery.scene import Scene

DAY = date(2025, 7, 30)


def scene(day, kind="acquired", **more):
    at = datetime.fromisoformat(day).replace(tzinfo=timezone.utc) if day else None
    return Scene(id=day or "undated", uri=f"folder/{day}.tif", acquired_from=at, acquired_to=at,
                 date_kind=kind if day else "", **more)


SCENES = [scene(day) for day in ("2016-01-01", "2017-01-01", "2018-01-01", "2019-01-01", "2026-01-01")]


def days_of(scenes=SCENES, observations=(), state=None, day=DAY, empty=()):
    from yalu_plugin.layers.layouts.before_after_images import before_after

    rows = [{"state": word, "image_id": image} for word, image in observations]
    two = before_after(scenes, rows, state and {"state": state[0], "image_id": state[1]}, day,
                       lambda one: one.id not in empty)
    return tuple(one.scene.id if one.scene else None for one in two)


def test_before_is_the_last_image_in_another_state_and_after_the_evidence(qgis_app):
    seen = [("absent", "2016-01-01"), ("absent", "2017-01-01"), ("present", "2018-01-01"), ("present", "2019-01-01")]
    assert days_of(observations=seen, state=("present", "2018-01-01")) == ("2017-01-01", "2018-01-01")


def test_not_observable_is_not_another_state(qgis_app):
    seen = [("not_observable", "2017-01-01"), ("present", "2018-01-01")]
    assert days_of(observations=seen, state=("present", "2018-01-01")) == ("2016-01-01", "2018-01-01")


def test_without_evidence_the_earliest_and_the_latest_by_the_day(qgis_app):
    assert days_of() == ("2016-01-01", "2019-01-01")
    assert days_of(day=date(2016, 6, 1)) == (None, "2016-01-01")
    assert days_of(day=date(2015, 1, 1)) == (None, None)
    assert days_of([]) == (None, None)


def test_undated_images_are_neither_and_released_ones_never_before(qgis_app):
    assert days_of([scene("")]) == (None, None)
    assert days_of([scene("2016-01-01", "released"), scene("2017-01-01")]) == (None, "2017-01-01")
    assert days_of([scene("2016-01-01"), scene("2017-01-01", "at_or_before")]) == (None, "2016-01-01")


def test_images_whose_days_overlap_have_no_order(qgis_app):
    from dataclasses import replace

    long = replace(SCENES[0], acquired_to=datetime(2019, 6, 1, tzinfo=timezone.utc))
    assert days_of([long, scene("2019-01-01")], state=("present", "2019-01-01")) == (None, "2019-01-01")


def test_an_image_without_data_is_skipped(qgis_app):
    seen = [("absent", "2016-01-01"), ("absent", "2017-01-01"), ("present", "2019-01-01")]
    present = ("present", "2019-01-01")
    assert days_of(observations=seen, state=present, empty=["2019-01-01"]) == ("2017-01-01", "2018-01-01")
    assert days_of(observations=seen, state=present, empty=["2017-01-01"]) == ("2016-01-01", "2019-01-01")
    assert days_of(empty=["2016-01-01", "2019-01-01"]) == ("2017-01-01", "2018-01-01")
    assert days_of(empty=["2016-01-01", "2017-01-01", "2018-01-01"]) == (None, "2019-01-01")


def test_if_none_shows_the_site_the_preferred_one_is_known(qgis_app):
    from yalu_plugin.layers.layouts.before_after_images import before_after

    before, after = before_after(SCENES, [], None, DAY, lambda _: False)
    assert (before.scene, before.preferred, after.scene, after.preferred) == (None, SCENES[0], None, SCENES[3])
    before, after = before_after(SCENES, [], None, DAY, lambda one: one is SCENES[3])
    assert (before.scene, before.preferred, after.scene) == (None, SCENES[0], SCENES[3])


def test_of_thousands_of_images_without_data_few_are_opened(qgis_app):
    from yalu_plugin.layers.layouts.before_after_images import TRIED, before_after

    many, opened = [scene(str(date.fromordinal(730_000 + number))) for number in range(5000)], []
    before_after(many, [], None, DAY, lambda one: bool(opened.append(one)))
    assert len(opened) == 2 * TRIED


def test_caption_has_date_kind_image_source_and_licence(qgis_app):
    from yalu_plugin.layers.layouts.before_after_images import caption

    text = caption("Before", scene("2016-01-01", "at_or_before", attribution="ESA", licence="CC BY", platform="S2"))
    for words in ("Before: 2016-01-01", "acquired on this date or before", "2016-01-01.tif", "id 2016-01-01",
                  "Source: ESA. Licence: CC BY", "S2"):
        assert words in text
    assert "Source: not stated. Licence: not stated" in caption("After", SCENES[0])
    assert caption("After", None) == ""


@pytest.mark.parametrize(("about", "mark"), [
    ({"synthetic": True, "attribution": "x"}, "SYNTHETIC IMAGERY"), ({}, "SOURCE NOT STATED"),
    ({"provider": "ESA"}, ""), ({"item_url": "https://example.org/item"}, "")])
def test_watermark_by_rule(qgis_app, data, about, mark):
    from qgis.core import QgsRasterLayer

    from yalu_plugin.layers.layouts.watermark import watermark

    layer = QgsRasterLayer(str(data / "s2_romania" / "S2_L2A_romania_20161014.tif"))
    assert watermark(scene("2016-01-01", **about), layer) == mark
    assert watermark(None, layer) == "SOURCE NOT STATED"
