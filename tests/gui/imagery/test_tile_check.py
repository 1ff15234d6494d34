"""The message about a scene on the web that QGIS leaves blank."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from tests.stac_server import send
from tests.tile_server import serving_tiles
from yalu_plugin.core.imagery.scene import Scene


def one_colour(name: str) -> bytes:
    """Return a tile of one colour."""
    from qgis.PyQt.QtCore import QBuffer
    from qgis.PyQt.QtGui import QColor, QImage

    image, buffer = QImage(64, 64, QImage.Format.Format_ARGB32), QBuffer()
    image.fill(QColor(name))
    assert image.save(buffer, "PNG")
    return bytes(buffer.data())


@pytest.fixture
def server(window: Any) -> Any:
    with serving_tiles() as running:
        yield running


@pytest.fixture
def maps(bench: Any, messages: Any, window: Any, server: Any) -> Any:
    """The map of a WMS on one day, with a TileCheck; the view is around the Phungyang ford."""
    from qgis.core import QgsRectangle

    from yalu_plugin.gui.imagery.tile_check import TileCheck
    from yalu_plugin.layers.sources.wmts_capabilities import timed_layers

    window.canvas.setExtent(QgsRectangle(14_235_600, 5_072_000, 14_236_600, 5_073_000))
    layer = timed_layers(server.wms_capabilities().encode(), server.address)["mosaic"]
    moment = datetime(2024, 5, 1, tzinfo=timezone.utc)
    bench.scenes.set_scenes([Scene("one", layer.uri("2024-05-01", ""), moment, moment, "acquired", "service")])
    return TileCheck(bench, messages, window.canvas, window)


@pytest.mark.parametrize(("fault", "text"), [
    (lambda handler: send(handler, b"", 404), "has no picture of this date"),
    (lambda handler: send(handler, b"<ServiceExceptionReport/>", media="text/xml"), "does not answer with a picture"),
    (lambda handler: send(handler, b"", 500), "HTTP 500"),
    (lambda handler: send(handler, one_colour("transparent"), media="image/png"), "has no picture of this date"),
    (lambda handler: send(handler, one_colour("black"), media="image/png"), "has no picture of this date"),
], ids=["no such time", "a message", "broken", "beside the track", "black"])
def test_a_map_that_cannot_be_fetched_is_reported(maps: Any, bench: Any, server: Any, wait_for: Any, bar_texts: Any,
                                                  fault: Any, text: str) -> None:
    server.faults["/wms"] = fault
    bench.imagery.step("first")
    wait_for(bar_texts)
    assert text in bar_texts()[0]


def test_an_available_map_is_not_reported(maps: Any, bench: Any, server: Any, wait_for: Any, bar_texts: Any) -> None:
    bench.imagery.step("first")
    wait_for(lambda: any("WIDTH=64" in path for path in server.requests))
    wait_for(lambda: not maps.busy)
    assert not bar_texts()
    x1, y1, x2, y2 = map(float, next(path for path in server.requests if "WIDTH=64" in path)
                         .partition("BBOX=")[2].partition("&")[0].split(","))
    assert (x1 + x2) / 2 == pytest.approx(14_236_100, abs=1) and (y1 + y2) / 2 == pytest.approx(5_072_500, abs=1)
    assert 0 < x2 - x1 == pytest.approx(y2 - y1) and x2 - x1 < 1000


def test_the_compare_date_is_checked_too(maps: Any, bench: Any, server: Any, wait_for: Any, bar_texts: Any) -> None:
    server.faults["/wms"] = lambda handler: send(handler, b"", 404)
    bench.imagery.compare_with(bench.scenes.timeline.first())
    wait_for(bar_texts)
    assert "has no picture of this date" in bar_texts()[0]
    bench.imagery.compare_with(None)
    assert not maps.busy
