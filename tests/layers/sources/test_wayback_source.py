"""World Imagery Wayback, queried over a real connection to a local server in the format of Esri's services.

The formats are those of vannizhang/wayback-core (see tests/tile_server.py).
"""

from __future__ import annotations

import pytest

from tests.layers.sources.searching import cancelled_once, each_fault, fails_in_one_line, run
from tests.stac_server import hang, hang_completed, send
from tests.tile_server import RELEASES

VIEW = (127.880, 41.427, 127.890, 41.435)  # the fording site at Phungyang


def search(server, only_changed=True, feedback=None, **query):
    from yalu_plugin.layers.sources.wayback_source import WaybackSource

    return run(WaybackSource(only_changed, server.wayback), feedback, **{"extent": VIEW, **query})


def problem_texts(found):
    return [(str(scene.day), scene.date_kind, scene.platform) for scene in found.scenes]


def test_only_releases_that_changed_here(tiles):
    assert problem_texts(search(tiles)) == [
        ("2010-09-30", "acquired", "WV02 Wayback 2014-02-20"),
        ("2017-05-02", "acquired", "WV02 Wayback 2018-01-08"),
        ("2022-05-18", "released", "Wayback 2022-05-18"),
        ("2022-10-11", "acquired", "WV02 Wayback 2023-12-07")]


def test_the_tilemap_saves_requests(tiles):
    search(tiles)
    fetched = {path.split("/")[-4] for path in tiles.requests if "/tile/" in path}
    assert "1049" not in fetched and "13161" in fetched  # renewed, but the same bytes


def test_all_releases(tiles):
    found = search(tiles, only_changed=False)
    assert len(found.scenes) == len(RELEASES)
    assert [day for day, kind, _ in problem_texts(found) if kind == "released"] == ["2022-05-18"]
    assert not [path for path in tiles.requests if "/tile/" in path or "tilemap" in path]


def test_the_date_is_valid_within_the_footprint(tiles):
    from qgis.core import QgsGeometry

    scenes = search(tiles).scenes
    known = QgsGeometry.fromWkt(scenes[0].footprint_wkt).boundingBox()
    assert known.toString(3) == "127.880,41.427 : 127.890,41.435"
    assert scenes[2].footprint_wkt == "POLYGON ((127.88 41.427, 127.89 41.427, 127.89 41.435, 127.88 41.435, " \
                                      "127.88 41.427))"


def test_a_picture_that_ends_within_the_view_ends_the_footprint(tiles):
    from qgis.core import QgsGeometry

    scene = search(tiles, extent=(127.87, 41.42, 127.90, 41.44)).scenes[0]
    assert QgsGeometry.fromWkt(scene.footprint_wkt).boundingBox().toString(3) == "127.870,41.420 : 127.890,41.440"


def test_the_requested_days(tiles):
    from datetime import date

    assert [day for day, _, _ in problem_texts(search(tiles, start=date(2017, 1, 1), end=date(2022, 6, 1)))] == [
        "2017-05-02", "2022-05-18"]


def test_failing_metadata_leave_the_release_and_are_reported_once(tiles):
    tiles.faults["/metadata"] = lambda handler: send(handler, b"", 500)
    found = search(tiles, only_changed=False)
    assert {kind for _, kind, _ in problem_texts(found)} == {"released"} and len(found.scenes) == len(RELEASES)
    assert len(found.problems) == 3 and "HTTP 500" in str(found.problems[0].error)
    assert len([path for path in tiles.requests if "query" in path]) == 3


def test_a_tile_that_is_not_served_hides_no_release(tiles):
    tiles.faults["/arcgis/rest/services/World_Imagery/WMTS/1.0.0/default028mm/MapServer/tile/13161"] = (
        lambda handler: send(handler, b"", 404))
    found = search(tiles)
    assert "WV02 Wayback 2020-06-10" in [platform for _, _, platform in problem_texts(found)]
    assert {type(one.error).__name__ for one in found.problems} == {"ServiceRefused"}


@each_fault(
    (lambda handler: send(handler, b"", 403), "ServiceRefused", "HTTP 403"),
    (lambda handler: send(handler, b"<html>", media="text/html"), "AnswerNotJson", "text/html"),
    (lambda handler: send(handler, b"{}"), "NotWayback", "no releases"))
def test_each_fault_is_one_line(tiles, quick_timeout, fault, name, text):
    tiles.faults["/waybackconfig.json"] = fault
    fails_in_one_line(lambda: search(tiles), name, text)


def test_an_unknown_host(qgis_app):
    from yalu_plugin.layers.network import ServiceNotFound
    from yalu_plugin.layers.sources.wayback_source import NoView, WaybackSource

    with pytest.raises(ServiceNotFound, match=r"nowhere\.invalid cannot be found"):
        run(WaybackSource(True, "http://nowhere.invalid/waybackconfig.json"), extent=VIEW)
    with pytest.raises(NoView):
        run(WaybackSource())


@pytest.mark.parametrize("where", ["/waybackconfig.json", "/arcgis/rest/services/World_Imagery/MapServer/tilemap",
                                   "/arcgis/rest/services/World_Imagery/WMTS", "/metadata"])
def test_a_search_that_is_cancelled_waits_for_nothing(tiles, where):
    tiles.faults[where] = hang
    search(tiles, feedback=cancelled_once(lambda: any(path.startswith(where) for path in tiles.requests)))
    assert not hang_completed(tiles)
