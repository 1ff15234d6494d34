"""After a step the previous map is on screen until the new one is drawn: it shows nothing of the new date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gui.imagery.test_unusual_images import FIRST, NEXT, Map, canvas, dated, translated  # noqa: F401 - a fixture
from tests.stac_server import StacServer, send, serving
from yalu_plugin.layers.survey.observations import NoImageHere, NotDrawnYet


@pytest.fixture
def on_map(bench: Any, canvas: Any, window: Any, wait_for: Any, romania: Path) -> Map:  # noqa: F811
    from yalu_plugin.gui.imagery.visibility_check import VisibilityCheck

    drawn = VisibilityCheck(bench.annotation, canvas, bool, window)
    assert bench.annotation.check_drawn == drawn.visibility_error
    map_ = Map(bench, canvas, window, wait_for, "leap")
    map_.add_and_show(dated(str(romania / FIRST), 2016), dated(str(romania / NEXT), 2017))
    return map_


def middle(canvas: Any) -> Any:  # noqa: F811
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    to_lonlat = QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), QgsCoordinateReferenceSystem("EPSG:4326"),
                                       QgsProject.instance())
    return to_lonlat.transform(canvas.center())


def days(bench: Any) -> list[str]:
    return [row["seen_to"] for row in bench.session.survey.rows("observations")]


def test_a_key_or_click_before_the_map_is_drawn_sees_nothing(on_map: Map, canvas: Any) -> None:  # noqa: F811
    bench, place = on_map.bench, middle(canvas)
    site = bench.annotation.add_site(place, "vehicle_ford")
    assert days(bench)[-1:] == ["2016-06-06"]
    before = days(bench)
    bench.sites.select([site])
    bench.imagery.step("next")
    assert bench.imagery.day.year == 2017
    with pytest.raises(NotDrawnYet):
        bench.annotation.observe("absent")
    assert isinstance(bench.annotation.sighting_error(place), NotDrawnYet) and days(bench) == before
    bench.imagery.step("previous")  # what is on screen still
    bench.annotation.observe("absent")
    assert days(bench)[-1] == "2016-06-06"
    bench.imagery.step("next")
    on_map.wait_until_idle()
    bench.annotation.observe("washed_out")
    assert days(bench)[-1] == "2017-06-06"


def test_a_prerendered_step_is_shown_at_once(bench: Any, canvas: Any, window: Any,  # noqa: F811
                                             wait_for: Any, romania: Path) -> None:
    from yalu_plugin.gui.imagery.visibility_check import VisibilityCheck

    on_map = Map(bench, canvas, window, wait_for, "ahead")
    VisibilityCheck(bench.annotation, canvas, lambda: on_map.prefetcher.shows_prerendered_map, window)
    on_map.add_and_show(dated(str(romania / FIRST), 2016), dated(str(romania / NEXT), 2017))
    bench.sites.select([bench.annotation.add_site(middle(canvas), "vehicle_ford")])
    on_map.wait_until_idle()
    bench.imagery.step("next")
    assert on_map.prefetcher.shows_prerendered_map
    bench.annotation.observe("absent")
    assert days(bench)[-1] == "2017-06-06"
    on_map.prefetcher.release()


def test_a_redrawn_view_is_of_the_same_date(on_map: Map, canvas: Any) -> None:  # noqa: F811
    bench = on_map.bench
    bench.sites.select([bench.annotation.add_site(middle(canvas), "vehicle_ford")])
    canvas.zoomByFactor(0.9)
    bench.annotation.observe("absent")
    assert days(bench)[-1] == "2016-06-06"


@pytest.fixture
def server(qgis_app: Any, romania: Path, tmp_path: Path) -> Iterator[StacServer]:
    translated("web.tif", format="COG", width=3000, height=3000)(romania, tmp_path)
    with serving(tmp_path) as running:
        yield running


def test_what_the_server_did_not_send_was_not_seen(on_map: Map, canvas: Any, server: StacServer,  # noqa: F811
                                                   wait_for: Any) -> None:
    """The pixel was read before and is still in a cache, but the map, drawn again, has nothing at this place."""
    from osgeo import gdal

    bench, place = on_map.bench, middle(canvas)
    scene = dated(f"{server.address}/files/web.tif", 2018)
    bench.scenes.add([scene])
    bench.imagery.show(scene)
    wait_for(lambda: bench.imagery.scene == scene)
    on_map.wait_until_idle()
    site = bench.annotation.add_site(place, "vehicle_ford")
    bench.sites.select([site])
    assert days(bench)[-1] == "2018-06-06"
    server.faults["/files/web.tif"] = lambda handler: send(handler, b"", 503, "text/plain")
    gdal.VSICurlClearCache()
    canvas.zoomByFactor(0.2)
    on_map.wait_until_idle()
    with pytest.raises(NoImageHere):
        bench.annotation.observe("absent")
    assert isinstance(bench.annotation.sighting_error(place), NoImageHere)
    del server.faults["/files/web.tif"]
    gdal.VSICurlClearCache()
    canvas.refreshAllLayers()
    on_map.wait_until_idle()
    bench.sites.select([site])
    bench.annotation.observe("absent")
