"""After a step the picture before is on screen until the map is drawn: what is seen then is not of the new date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.gui.imagery.test_ugly_steps import FIRST, NEXT, Map, canvas, dated  # noqa: F401 - a fixture
from yalu_plugin.layers.survey.observations import NotDrawnYet


@pytest.fixture
def on_map(bench: Any, canvas: Any, window: Any, wait_for: Any, romania: Path) -> Map:  # noqa: F811
    from yalu_plugin.gui.imagery.drawn_map import DrawnMap

    drawn = DrawnMap(bench.annotation, canvas, bool, window)
    assert bench.annotation.why_not_drawn == drawn.why_nothing_at
    made = Map(bench, canvas, window, wait_for, "leap")
    made.begin(dated(str(romania / FIRST), 2016), dated(str(romania / NEXT), 2017))
    return made


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
    assert isinstance(bench.annotation.why_no_sighting(place), NotDrawnYet) and days(bench) == before
    bench.imagery.step("previous")  # what is on screen still
    bench.annotation.observe("absent")
    assert days(bench)[-1] == "2016-06-06"
    bench.imagery.step("next")
    on_map.rest()
    bench.annotation.observe("washed_out")
    assert days(bench)[-1] == "2017-06-06"


def test_a_step_that_was_drawn_ahead_is_seen_at_once(bench: Any, canvas: Any, window: Any,  # noqa: F811
                                                     wait_for: Any, romania: Path) -> None:
    from yalu_plugin.gui.imagery.drawn_map import DrawnMap

    on_map = Map(bench, canvas, window, wait_for, "ahead")
    DrawnMap(bench.annotation, canvas, lambda: on_map.prefetcher.ahead_of_map, window)
    on_map.begin(dated(str(romania / FIRST), 2016), dated(str(romania / NEXT), 2017))
    bench.sites.select([bench.annotation.add_site(middle(canvas), "vehicle_ford")])
    on_map.rest()
    bench.imagery.step("next")
    assert on_map.prefetcher.ahead_of_map
    bench.annotation.observe("absent")
    assert days(bench)[-1] == "2017-06-06"
    on_map.prefetcher.release()


def test_a_view_that_is_drawn_anew_is_of_the_same_date(on_map: Map, canvas: Any) -> None:  # noqa: F811
    bench = on_map.bench
    bench.sites.select([bench.annotation.add_site(middle(canvas), "vehicle_ford")])
    canvas.zoomByFactor(0.9)
    bench.annotation.observe("absent")
    assert days(bench)[-1] == "2016-06-06"
