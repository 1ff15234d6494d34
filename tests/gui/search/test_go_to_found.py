"""Going to what was found."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY

from yalu_plugin.core.search.found import COORDINATES, DAY, IMAGE, KM, PLACE, SITE, SOURCE, Found


@pytest.fixture
def go_to(bench: Any, messages: Any, window: Any, yalu_in_view: None) -> Any:
    from yalu_plugin.gui.crossings.site_zoom import SiteZoom
    from yalu_plugin.gui.search.go_to_found import GoToFound

    return GoToFound(bench, messages, window.canvas, SiteZoom(bench, window.canvas).go_to)


def centre(window: Any) -> QgsPointXY:
    from yalu_plugin.gui.map_coordinates import lonlat_at

    return lonlat_at(window.canvas, window.canvas.center())


def test_a_site_is_selected_and_shown(go_to: Any, bench: Any, window: Any) -> None:
    site = next(row for row in bench.session.facts.rows("sites") if row["name"].startswith("Phungyang"))
    go_to(Found(SITE, 0, "", "", id=site["id"]))
    assert bench.sites.selected() == [site["id"]]
    assert (centre(window).x(), centre(window).y()) == pytest.approx((127.885265, 41.431189), abs=1e-5)


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:32652"])
def test_a_point_is_the_middle_of_the_map(go_to: Any, window: Any, crs: str) -> None:
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    go_to(Found(PLACE, 0, "", "", box=(126.0, 41.0, 129.0, 42.0)))
    go_to(Found(COORDINATES, 0, "", "", box=(128.186804, 41.411114, 128.186804, 41.411114)))
    assert (centre(window).x(), centre(window).y()) == pytest.approx((128.186804, 41.411114), abs=1e-5)
    assert window.canvas.scale() <= 25_000 * 1.01


def test_a_closer_map_stays_close(go_to: Any, window: Any) -> None:
    window.canvas.zoomScale(5_000)
    go_to(Found(KM, 0, "", "", box=(128.1, 41.4, 128.1, 41.4)))
    assert window.canvas.scale() == pytest.approx(5_000, rel=0.02)


def test_a_county_is_shown_as_a_whole(go_to: Any, bench: Any, window: Any) -> None:
    found = bench.finder.snapshot().find("Kimhyongjik")[0]
    assert found.kind == PLACE and found.box is not None
    go_to(found)
    from yalu_plugin.gui.map_coordinates import is_in_view

    west, south, east, north = found.box
    assert all(is_in_view(window.canvas, QgsPointXY(*corner)) for corner in ((west, south), (east, north)))


def test_a_day_is_stepped_to(go_to: Any, bench: Any) -> None:
    go_to(Found(DAY, 0, "", "", day=date(2025, 7, 30)))
    assert bench.imagery.day == date(2025, 7, 30)


def test_an_image_is_shown(go_to: Any, bench: Any, window: Any, romania: Any, wait_for: Any) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    bench.scenes.add(catalogue(romania, read_raster).scenes[:2])
    scene = list(bench.scenes.by_id.values())[1]
    found = bench.finder.snapshot().find(scene.uri.rpartition("/")[2])
    assert (found[0].kind, found[0].id) == (IMAGE, scene.id)
    go_to(found[0])
    wait_for(lambda: bench.imagery.scene == scene)
    west, south, east, north = scene.box
    assert west < centre(window).x() < east and south < centre(window).y() < north


def test_the_sites_of_a_source_are_selected(go_to: Any, bench: Any, window: Any, bar_texts: Any) -> None:
    found = bench.finder.snapshot().find("Sino-DPRK Smuggling Sites")[0]
    assert found.kind == SOURCE
    go_to(found)
    names = {bench.session.facts.row("sites", one)["name"] for one in bench.sites.selected()}
    assert {"Hyesan sandbar ford", "Phungyang fording site", "Border fence gate crossing"} <= names
    go_to(bench.finder.snapshot().find("NK News")[0])
    assert bench.sites.selected() == [] and bar_texts()[0] == "No site with a place has this source."


def test_what_leads_nowhere_says_why(go_to: Any, bar_texts: Any) -> None:
    go_to(Found(KM, 0, "km 900.00", "The river line runs from km -105.15 to 269.27."))
    assert bar_texts() == ["km 900.00: The river line runs from km -105.15 to 269.27."]


def test_a_place_that_the_map_cannot_show_is_one_clear_line(go_to: Any, window: Any, bar_texts: Any) -> None:
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3413"))  # north of 60 degrees
    go_to(Found(COORDINATES, 0, "", "", box=(0.0, -90.0, 0.0, -90.0)))
    assert len(bar_texts()) <= 1


def test_without_a_survey_a_day_is_refused(empty_bench: Any, messages: Any, window: Any, bar_texts: Any) -> None:
    from yalu_plugin.gui.search.go_to_found import GoToFound

    GoToFound(empty_bench, messages, window.canvas, lambda _: None)(Found(DAY, 0, "", "", day=date(2025, 7, 30)))
    assert empty_bench.imagery.day is None and len(bar_texts()) == 1
