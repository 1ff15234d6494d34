"""Searches of a real STAC API: pgstac in PostgreSQL, served by stac-fastapi."""

from __future__ import annotations

import threading
from datetime import date, datetime

import pytest

from tests.stac.pgstac import api
from tests.stac.searching import search
from tests.stac.synthetic import COLLECTION, COUNT, synthetic_items

ROMANIA = (22.14, 45.19, 22.16, 45.21)


def numbers(found):
    """Return the numbers of the made-up items that were found."""
    return sorted(int(scene.uri.rpartition("?")[2]) for scene in found.scenes)


def expected(matches):
    return [number for number, item in enumerate(synthetic_items("")) if matches(item)]


def test_the_sixteen_scenes_of_a_view(service, files):
    found = search(service, ("s2-romania",), extent=ROMANIA)
    assert len(found.scenes) == 16 and not found.problems and not found.undated
    scene = found.scenes[3]
    assert scene.uri == f"{files.address}/files/S2_L2A_romania_20161014.tif"
    assert scene.item_url == f"{service}/collections/s2-romania/items/S2_L2A_romania_20161014"
    assert (str(scene.day), scene.date_kind, scene.date_source, scene.gsd_m) == ("2016-10-14", "acquired", "stac", 10)
    assert {one.licence for one in found.scenes} == {"EUPL-1.2"}  # only the collection states it


def test_all_ten_thousand_are_paged_through(service):
    found = search(service, (COLLECTION,))
    assert numbers(found) == list(range(COUNT)) and not found.problems


def test_a_collection_is_paged_through_by_get(service):
    found = search(f"{service}/collections/{COLLECTION}", (COLLECTION,), start=date(2015, 1, 1))
    matches = expected(lambda item: item["properties"]["datetime"] >= "2015")
    assert numbers(found) == matches and len(matches) > 1000


def test_days_are_inclusive(service):
    found = search(service, (COLLECTION,), start=date(2010, 3, 1), end=date(2010, 4, 30))
    assert numbers(found) == expected(lambda item: "2010-03-01" <= item["properties"]["datetime"] < "2010-05-01")
    days = [scene.day for scene in found.scenes]
    assert (days[0], days[-1]) == (date(2010, 3, 1), date(2010, 4, 30))


def test_the_view_limits_the_search(service):
    found = search(service, (COLLECTION,), extent=(124.95, 44.95, 126.05, 45.05))
    assert numbers(found) == expected(lambda item: item["bbox"][0] < 126.05 and item["bbox"][2] > 124.95
                                      and item["bbox"][1] < 45.05 and item["bbox"][3] > 44.95)
    assert len(found.scenes) == 24


def test_cloudy_items_are_skipped_and_those_without_cloud_cover_are_not(service):
    found = search(service, (COLLECTION,), max_cloud=20, start=date(2020, 1, 1))
    assert numbers(found) == expected(lambda item: item["properties"]["datetime"] >= "2020"
                                      and item["properties"].get("eo:cloud_cover", 0) <= 20)
    assert any(scene.cloud_cover is None for scene in found.scenes)


def test_no_items_are_no_error(service):
    found = search(service, ("no such collection",))
    assert not found.all_scenes and not found.problems


def test_cancelling_between_pages_keeps_the_items_received(service):
    from qgis.core import QgsFeedback

    feedback = QgsFeedback()
    threading.Timer(1, feedback.cancel).start()
    found = search(service, (COLLECTION,), feedback=feedback)
    assert 0 < len(found.scenes) < COUNT and len(found.scenes) % 100 == 0


def test_a_service_that_stops_between_pages_is_reported_and_the_items_received_are_kept(database):
    with api(database) as (address, process):
        threading.Timer(1, process.kill).start()
        found = search(address, (COLLECTION,))
    assert 0 < len(found.scenes) < COUNT
    assert [type(one.error).__name__ for one in found.problems] == ["ServiceUnreachable"]


@pytest.mark.parametrize("interval", [(date(1990, 1, 1), date(1990, 2, 1)), (date(2990, 1, 1), None)])
def test_days_without_images(service, interval):
    assert not search(service, start=interval[0], end=interval[1]).scenes


def test_the_images_found_are_read_by_range(service, files):
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    scene = search(service, ("s2-romania",), start=date(2016, 10, 14), end=date(2016, 10, 14)).scenes[0]
    before = len(files.requests)
    layer = scene_layer(scene)
    assert layer.dataProvider().block(1, layer.extent(), 10, 10).isValid()
    assert {path for _, path, _ in files.requests[before:]} == {"/files/S2_L2A_romania_20161014.tif"}


def test_the_algorithm_adds_them_to_a_survey(service, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.search_stac import SearchStac
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "survey.gpkg", "Test")
    parameters = {"URL": service, "COLLECTIONS": "s2-romania", "SURVEY": str(survey.path),
             "EXTENT": "2464600,2466900,5652800,5656000 [EPSG:3857]", "START": "2016-10-14", "END": "2017-06-06"}
    feedback = QgsProcessingFeedback(False)
    result, good = SearchStac().create().run(parameters, QgsProcessingContext(), feedback, catchExceptions=False)
    assert good and result == {"SCENES": 2}
    times = sorted(datetime.fromisoformat(row["acquired_from"].rstrip("Z")) for row in survey.rows("images"))
    assert times == [datetime(2016, 10, 14), datetime(2017, 6, 6)]
