"""Comparison with scenes on the web: they are opened in the background; an error ends it with one message."""

from __future__ import annotations

from datetime import datetime, timezone
from urllib.parse import urlsplit

import pytest

from tests.stac_server import send, serving
from yalu_plugin.core.imagery.scene import Scene, scene_id

DAYS = ("20161014", "20170606", "20170721")


@pytest.fixture
def server(qgis_app, data):
    with serving(data / "s2_romania") as running:
        yield running


@pytest.fixture
def comparison(window, bench, messages, server, wait_for):
    """The first scene is on screen, and no other has been opened."""
    from qgis.core import QgsRectangle

    from yalu_plugin.gui.compare.comparison import Comparison

    def scene(day):
        uri, when = f"{server.address}/files/S2_L2A_romania_{day}.tif", datetime.strptime(day, "%Y%m%d")
        when = when.replace(tzinfo=timezone.utc)
        return Scene(scene_id(uri), uri, when, when, "acquired", "stac")

    bench.scenes.add([scene(day) for day in DAYS])
    window.canvas.setExtent(QgsRectangle(2464600, 5652800, 2466900, 5656000))
    bench.imagery.step("first")
    wait_for(lambda: bench.imagery.scene)
    comparison = Comparison(bench, messages, window.canvas, window)
    bench.imagery.compare_with(bench.scenes.timeline.scenes[1])
    yield comparison
    bench.imagery.compare_with(None)


def test_the_picture_comes_when_the_scene_is_there(comparison, bench, server, wait_for):
    from yalu_plugin.gui.compare.compare_mode import CompareMode

    server.delay_s = 0.2
    comparison.set_mode(CompareMode.VERTICAL)
    assert comparison.on_map.item.picture is None
    wait_for(lambda: comparison.on_map.item.picture)
    assert comparison.on_map.item.compared.startswith("2017-06-06")
    bench.imagery.compare_with(bench.scenes.timeline.scenes[2])
    assert comparison.on_map.item.compared.startswith("2017-06-06")  # until the other is there
    wait_for(lambda: comparison.on_map.item.compared.startswith("2017-07-21"))


def test_of_quick_choices_the_last_is_shown(comparison, bench, server, wait_for, qgis_app):
    from yalu_plugin.gui.compare.compare_mode import CompareMode

    server.delay_s = 0.1
    comparison.set_mode(CompareMode.SECOND_VIEW)
    for row in (2, 1, 2):
        bench.imagery.compare_with(bench.scenes.timeline.scenes[row])
    wait_for(lambda: comparison.view._headline.text())
    assert comparison.view._headline.text().startswith("2017-07-21")


@pytest.mark.parametrize("mode", ["VERTICAL", "SECOND_VIEW"])
def test_a_missing_scene_ends_the_comparison_with_one_message(comparison, bench, server, wait_for, bar_texts, mode):
    from yalu_plugin.gui.compare.compare_mode import CompareMode

    server.faults[urlsplit(bench.scenes.timeline.scenes[1].uri).path] = lambda handler: send(handler, b"", 404)
    comparison.set_mode(CompareMode[mode])
    wait_for(bar_texts)
    assert len(bar_texts()) == 1 and "is gone" in bar_texts()[0]
    assert comparison.mode is CompareMode.OFF and bench.imagery.compare_scene is None


def test_switched_off_while_opening_nothing_follows(comparison, server, wait_for, bar_texts):
    from qgis.core import QgsApplication

    from yalu_plugin.gui.compare.compare_mode import CompareMode

    server.delay_s = 0.2
    comparison.set_mode(CompareMode.VERTICAL)
    comparison.set_mode(CompareMode.OFF)
    wait_for(lambda: not QgsApplication.taskManager().count())
    assert comparison.on_map is None and not bar_texts()
