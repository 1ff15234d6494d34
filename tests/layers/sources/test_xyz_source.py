"""Dated tile addresses as scenes."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

from tests.layers.sources.searching import cancelled_once, each_fault, fails_in_one_line, run
from tests.stac_server import hang, hang_completed, send

VIEW = (127.880, 41.427, 127.890, 41.435)


def search(template, step="monthly", feedback=None, dates="", authcfg="", **query):
    from yalu_plugin.core.imagery.tile_grid import TileAddress
    from yalu_plugin.layers.sources.xyz_source import TileCredits, XyzSource

    source = XyzSource(TileAddress(template, 0, 15, authcfg), step, dates,
                       tile_credits=TileCredits("PlanetScope", "© Planet", "NICFI"))
    return run(source, feedback, **{"extent": VIEW, **query})


def test_a_scene_for_each_month(tiles):
    found = search(tiles.monthly, start=date(2023, 12, 15), end=date(2024, 2, 1))
    assert [f"{scene.day} {scene.last_day}" for scene in found.scenes] == [
        "2023-12-01 2023-12-31", "2024-01-01 2024-01-31", "2024-02-01 2024-02-29"]
    scene = found.scenes[2]
    assert scene.uri == f"{tiles.address}/xyz/monthly_2024_02/{{z}}/{{x}}/{{y}}.png#zmin=0&zmax=15"
    assert (scene.date_kind, scene.date_source, scene.platform) == ("at_or_before", "address", "PlanetScope")
    assert (scene.attribution, scene.licence) == ("© Planet", "NICFI") and not scene.footprint_wkt


def test_the_newest_tile_in_the_middle_of_the_view_is_checked(tiles):
    search(tiles.monthly, start=date(2024, 1, 1), end=date(2024, 2, 1))
    assert tiles.requests == ["/xyz/monthly_2024_02/15/28024/12233.png"]


def test_a_list_of_dates(tiles):
    found = search(f"{tiles.address}/xyz/{{date}}/{{z}}/{{x}}/{{-y}}", "listed", dates="2024-05-31 2023-07 2024-Q1")
    assert [f"{scene.day} {scene.last_day}" for scene in found.scenes] == [
        "2023-07-01 2023-07-31", "2024-01-01 2024-03-31", "2024-05-31 2024-05-31"]
    assert "/xyz/2024-05-31/15/28024/20534" in tiles.requests  # rows from the south: 2^15 - 1 - 12233


def test_future_dates_are_left_out(tiles):
    now = datetime.now(timezone.utc).date()
    found = search(tiles.monthly, start=now, end=date(now.year + 2, 1, 1))
    assert [scene.day for scene in found.scenes] == [now.replace(day=1)]


def test_days_without_a_first_day(tiles):
    from yalu_plugin.layers.sources.xyz_source import NoFirstDay

    with pytest.raises(NoFirstDay):
        search(tiles.monthly)


def test_the_newest_may_not_be_published_yet(tiles):
    tiles.faults["/xyz/monthly_2024_02"] = lambda handler: send(handler, b"", 404)
    found = search(tiles.monthly, start=date(2024, 1, 1), end=date(2024, 2, 1))
    assert len(found.scenes) == 2 and "HTTP 404" in str(found.problems[0].error)


@each_fault(
    (lambda handler: send(handler, b"<html>", media="text/html"), "NotAPicture", "text/html"))
def test_each_fault_is_one_line(tiles, quick_timeout, fault, name, text):
    tiles.faults["/xyz"] = fault
    fails_in_one_line(lambda: search(tiles.monthly, start=date(2024, 1, 1), end=date(2024, 2, 1)), name, text)


def test_an_unknown_host(qgis_app):
    from yalu_plugin.layers.network import ServiceNotFound

    with pytest.raises(ServiceNotFound):
        search("http://nowhere.invalid/{date}/{z}/{x}/{y}", start=date(2024, 1, 1))


def test_a_search_that_is_cancelled_waits_for_nothing(tiles):
    tiles.faults["/xyz"] = hang
    search(tiles.monthly, feedback=cancelled_once(lambda: tiles.requests), start=date(2024, 1, 1))
    assert not hang_completed(tiles)
