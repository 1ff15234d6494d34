"""A click where a web tile or map shows nothing is not a sighting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.stac_server import hang, send
from tests.tile_images import (
    BLACK,
    CLEAR,
    WHITE,
    Colour,
    noise_rows,
    plain_rows,
    png,
    transparent_palette_png,
    with_patch,
)
from tests.tile_server import serving_tiles
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tile_grid import TileAddress

MIDDLE = (14_236_100, 5_072_500)  # EPSG:3857, at the Phungyang ford
ZOOM = 17  # the map draws it at 1.1 m per pixel
TILE_M = 40_075_016.6856 / 2**ZOOM
BORDER = -20_037_508.3428 + TILE_M * round((MIDDLE[0] + 20_037_508.3428) / TILE_M)  # of two columns of tiles
LEFT, RIGHT = BORDER - 100, BORDER + 100
DAY = datetime(2024, 5, 1, tzinfo=timezone.utc)
Answer = Callable[[Any], None]


def tile(handler: Any) -> tuple[int, int, int]:
    zoom, column, row = handler.path.partition(".png")[0].split("/")[-3:]
    return int(zoom), int(column), int(row)


def tile_over(x: float, y: float) -> tuple[int, int, int]:
    """Return zoom, column and row of the tile drawn at a point in EPSG:3857."""
    return ZOOM, int((x + 20_037_508.3428) / TILE_M), int((20_037_508.3428 - y) / TILE_M)


def middle_of(column: float, row: float) -> tuple[float, float]:
    return -20_037_508.3428 + (column + 0.5) * TILE_M, 20_037_508.3428 - (row + 0.5) * TILE_M


def lies_left(handler: Any) -> bool:
    zoom, column, _ = tile(handler)
    return -20_037_508.3428 + (column + 0.5) * 40_075_016.6856 / 2**zoom < BORDER


@cache
def good_picture(size: int = 256) -> bytes:
    return png(noise_rows(1, size, size))


def good(handler: Any) -> None:
    send(handler, good_picture(), media="image/png")


def half(missing: Answer, size: int = 256) -> Answer:
    """Serve ground to the right of the border of two tiles, and `missing` to its left."""
    def answer(handler: Any) -> None:
        if lies_left(handler):
            missing(handler)
        else:
            send(handler, good_picture(size), media="image/png")
    return answer


def sending(content: bytes, status: int = 200, media: str = "image/png") -> Answer:
    return lambda handler: send(handler, content, status, media)


def jpeg(grey: int) -> Answer:
    from qgis.PyQt.QtCore import QBuffer
    from qgis.PyQt.QtGui import QColor, QImage

    image, buffer = QImage(256, 256, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor(grey, grey, grey))
    assert image.save(buffer, "JPEG")
    return sending(bytes(buffer.data()), media="image/jpeg")


GREY = (204, 204, 204, 255)
MISSING: dict[str, Callable[[], Answer]] = {
    "404": lambda: sending(b"", 404),
    "500": lambda: sending(b"", 500),
    "403 in words": lambda: sending(b"no", 403, "text/plain"),
    "a page": lambda: sending(b"<html>sorry</html>", media="text/html"),
    "nothing": lambda: sending(b""),
    "half a picture": lambda: sending(png(noise_rows(1))[:200]),
    "transparent": lambda: sending(png(plain_rows(CLEAR))),
    "clear palette": lambda: sending(transparent_palette_png()),
    "one pixel": lambda: sending(png(plain_rows(CLEAR, 1, 1))),
    "black": lambda: jpeg(0),
    "white": lambda: sending(png(plain_rows(WHITE))),
    "grey": lambda: jpeg(204),
    "blue": lambda: sending(png(plain_rows((170, 211, 223, 255)))),
    "grey with words": lambda: sending(png(with_patch(plain_rows(GREY), range(60, 200), range(120, 130), BLACK))),
}
PLAIN = ("black", "white", "grey", "blue", "grey with words")


@pytest.fixture
def server(window: Any) -> Iterator[Any]:
    with serving_tiles() as running:
        yield running


@pytest.fixture
def look(bench: Any, window: Any, wait_for: Any) -> Iterator[Callable[..., None]]:
    """A function that shows scenes of these addresses and one day, and waits until they are drawn."""
    from qgis.core import QgsRectangle
    from qgis.gui import QgsLayerTreeMapCanvasBridge

    from yalu_plugin.gui.imagery.visibility_check import VisibilityCheck

    bench.annotation.check_drawn = VisibilityCheck(bench.annotation, window.canvas, bool, window).visibility_error
    window.canvas.setCachingEnabled(True)
    bridge = QgsLayerTreeMapCanvasBridge(bench.project.layerTreeRoot(), window.canvas, window.canvas)
    bridge.setAutoSetupOnFirstLayer(False)

    def show(*uris: str, drawn: bool = True, middle: tuple[float, float] = MIDDLE) -> None:
        x, y = middle
        window.canvas.setExtent(QgsRectangle(x - 450, y - 350, x + 450, y + 350))
        bench.scenes.set_scenes([Scene(f"scene{number}", uri, DAY, DAY, "acquired", "service", platform="sat")
                            for number, uri in enumerate(uris)])
        bench.imagery.step("first")
        assert len(bench.imagery.drawn) == len(uris)
        if drawn:
            redraw(window, wait_for)

    yield show
    window.canvas.stopRendering()
    bridge.deleteLater()


def redraw(window: Any, wait_for: Any) -> None:
    drawn: list[bool] = []

    def finished() -> None:
        drawn.append(True)

    wait_for(lambda: not window.canvas.isDrawing())
    window.canvas.mapCanvasRefreshed.connect(finished)
    window.canvas.refresh()
    wait_for(lambda: drawn and not window.canvas.isDrawing())
    window.canvas.mapCanvasRefreshed.disconnect(finished)


def tiles(server: Any, zmin: int = 0, zmax: int = 19, name: str = "a") -> str:
    # QGIS caches tiles by address, and a server may get the port of an earlier one
    return TileAddress(f"{server.address}/xyz/{name}_{server.run}/{{z}}/{{x}}/{{y}}.png", zmin, zmax).uri


def place(x: float, y: float = MIDDLE[1]) -> Any:
    """Return a point of EPSG:3857 in EPSG:4326."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    mercator, lonlat = QgsCoordinateReferenceSystem("EPSG:3857"), QgsCoordinateReferenceSystem("EPSG:4326")
    return QgsCoordinateTransform(mercator, lonlat, QgsProject.instance()).transform(QgsPointXY(x, y))


def recorded(bench: Any, site: str) -> list[tuple[str, str]]:
    return [(row["state"], row["image_id"]) for row in bench.session.survey.rows("observations", site_id=site)]


def seen(bench: Any, where: Any) -> str:
    """Return the scene on which a crossing clicked at `where` is seen and observed, or the name of the error."""
    site = bench.annotation.add_site(where, "vehicle_ford")
    why = bench.annotation.sighting_error(where)
    clicked = recorded(bench, site)
    bench.sites.select([site])
    try:
        bench.annotation.observe("absent")
    except YaluError as error:
        assert clicked == recorded(bench, site) == [] and type(error) is type(why)
        return type(error).__name__
    ((state, image),) = recorded(bench, site)
    assert why is None and state == "absent" and clicked == [("present", image)]
    return image


@pytest.mark.parametrize("group", range(3))
def test_tiles_that_are_not_there(look: Any, bench: Any, server: Any, group: int) -> None:
    """Each group has one kind of failure, next to a good tile."""
    faults = list(MISSING)[group::3]
    _, column, row = tile_over(*MIDDLE)
    places = [(column + right, row + down) for down in (0, 1) for right in (-1, 0, 1)]
    answers = {tile_at: MISSING[fault]() for tile_at, fault in zip(places, faults)}
    server.faults["/xyz"] = lambda handler: answers.get(tile(handler)[1:], good)(handler)
    look(tiles(server), middle=middle_of(column, row + 0.5))
    reasons = {fault: "PlainColourHere" if fault in PLAIN else "NoImageHere" for fault in faults}
    assert {fault: seen(bench, place(*middle_of(*tile_at))) for tile_at, fault in zip(places, faults)} == reasons
    assert seen(bench, place(*middle_of(*places[-1]))) == "scene0"


def test_at_the_very_edge_of_a_tile(look: Any, bench: Any, server: Any) -> None:
    server.faults["/xyz"] = half(MISSING["404"]())
    look(tiles(server))
    assert [seen(bench, place(BORDER + metres)) for metres in (-3, 3)] == ["NoImageHere", "scene0"]


@pytest.mark.parametrize("missing_left", [True, False])
def test_the_middle_of_the_view_does_not_count_for_the_rest(look: Any, bench: Any, server: Any,
                                                            missing_left: bool) -> None:
    missing = MISSING["404"]()
    server.faults["/xyz"] = lambda handler: (missing if lies_left(handler) is missing_left else good)(handler)
    look(tiles(server))
    left, right = ("NoImageHere", "scene0") if missing_left else ("scene0", "NoImageHere")
    in_the_middle = left if MIDDLE[0] < BORDER else right
    assert [seen(bench, place(x)) for x in (LEFT, MIDDLE[0], RIGHT)] == [left, in_the_middle, right]


def test_transparent_in_half_of_a_tile(look: Any, bench: Any, server: Any) -> None:
    server.faults["/xyz"] = sending(png(with_patch(noise_rows(1), range(128), range(256), CLEAR)))
    look(tiles(server))
    assert [seen(bench, place(BORDER + TILE_M * part)) for part in (0.2, 0.8)] == ["NoImageHere", "scene0"]


@pytest.mark.parametrize(("crs", "turned"), [("EPSG:5179", 33), ("EPSG:4326", 0), ("EPSG:32652", -120)])
def test_on_a_turned_map_in_another_crs(look: Any, bench: Any, server: Any, window: Any, wait_for: Any, crs: str,
                                        turned: int) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    server.faults["/xyz"] = half(MISSING["white"]())
    look(tiles(server))
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    window.canvas.setRotation(turned)
    redraw(window, wait_for)
    assert [seen(bench, place(x)) for x in (LEFT, RIGHT)] == ["PlainColourHere", "scene0"]


@pytest.mark.parametrize(("zmin", "zmax", "metres"), [(0, 15, 900), (0, 17, 620), (0, 17, 1250), (0, 17, 90),
                                                      (18, 19, 300)])
def test_between_zoom_levels_and_beyond_them(look: Any, bench: Any, server: Any, window: Any, wait_for: Any, zmin: int,
                                             zmax: int, metres: int) -> None:
    from qgis.core import QgsRectangle

    server.faults["/xyz"] = half(MISSING["grey"]())
    look(tiles(server, zmin, zmax))
    y = MIDDLE[1]
    window.canvas.setExtent(QgsRectangle(BORDER - metres / 2, y - metres / 3, BORDER + metres / 2, y + metres / 3))
    redraw(window, wait_for)
    side = metres / 4
    if zmax == 15:  # the border lies within one of its tiles
        assert len({seen(bench, place(BORDER + x)) for x in (-side, side)}) == 1
        return
    assert [seen(bench, place(BORDER + x)) for x in (-side, side)] == ["PlainColourHere", "scene0"]


def test_large_tiles(look: Any, bench: Any, server: Any) -> None:
    server.faults["/xyz"] = half(sending(png(plain_rows(GREY, 512, 512))), size=512)
    look(tiles(server))
    assert [seen(bench, place(x)) for x in (LEFT, RIGHT)] == ["PlainColourHere", "scene0"]


def test_a_barge_on_water_of_one_colour_is_seen(look: Any, bench: Any, server: Any) -> None:
    barge = with_patch(plain_rows(BLACK), range(100, 116), range(120, 128), GREY)
    server.faults["/xyz"] = sending(png(barge))
    look(tiles(server))
    row = int((20_037_508.3428 - MIDDLE[1]) / TILE_M)
    y = 20_037_508.3428 - (row + 124 / 256) * TILE_M
    assert [seen(bench, place(BORDER + TILE_M * part, y)) for part in (108 / 256, 0.8)] == ["scene0", "PlainColourHere"]


def test_before_drawing_and_outside_the_view(look: Any, bench: Any, server: Any, window: Any, wait_for: Any) -> None:
    server.faults["/xyz"] = good
    look(tiles(server), drawn=False)
    assert seen(bench, place(RIGHT)) == "NotDrawnYet"
    redraw(window, wait_for)
    assert [seen(bench, place(x)) for x in (RIGHT, RIGHT + 5000)] == ["scene0", "PlaceNotInView"]
    window.canvas.setExtent(window.canvas.extent().buffered(-50))
    assert seen(bench, place(RIGHT)) == "NotDrawnYet"  # QGIS shows the earlier view, stretched
    redraw(window, wait_for)
    assert seen(bench, place(RIGHT)) == "scene0"


def test_while_a_service_does_not_answer(look: Any, bench: Any, server: Any, window: Any, qgis_app: Any,
                                         wait_for: Any) -> None:
    server.faults["/xyz"] = hang
    look(tiles(server), drawn=False)
    wait_for(lambda: any("/xyz/" in path for path in server.requests))
    assert seen(bench, place(RIGHT)) == "NotDrawnYet"
    window.canvas.stopRendering()
    server.http.release_hanging()
    qgis_app.processEvents()
    assert seen(bench, place(RIGHT)) == "NotDrawnYet"


def test_what_is_not_drawn_at_all(look: Any, bench: Any, server: Any, window: Any, wait_for: Any) -> None:
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    server.faults["/xyz"] = good
    look(tiles(server))
    layer, where = shown_layer(bench.project), place(RIGHT)
    layer.setOpacity(0)
    assert seen(bench, where) == "SceneHidden"
    layer.setOpacity(0.2)
    redraw(window, wait_for)
    assert seen(bench, where) == "scene0"
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(10)
    assert seen(bench, where) == "SceneHidden"
    layer.setScaleBasedVisibility(False)
    bench.project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    assert seen(bench, where) == "SceneHidden"
    bench.project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(True)
    redraw(window, wait_for)
    assert seen(bench, where) == "scene0"
    window.canvas.setCachingEnabled(False)
    assert seen(bench, where) == "DrawingNotCached"


def test_of_two_scenes_the_one_that_shows_it(look: Any, bench: Any, server: Any) -> None:
    server.faults["/xyz/a"] = half(MISSING["404"]())
    server.faults["/xyz/b"] = good
    look(tiles(server, name="a"), tiles(server, name="b"))
    assert [seen(bench, place(x)) for x in (LEFT, RIGHT)] == ["scene1", "scene0"]


def test_a_white_tile_hides_the_image_below(look: Any, bench: Any, server: Any) -> None:
    server.faults["/xyz/a"] = half(MISSING["white"]())
    server.faults["/xyz/b"] = good
    look(tiles(server, name="a"), tiles(server, name="b"))
    assert [seen(bench, place(x)) for x in (LEFT, RIGHT)] == ["PlainColourHere", "scene0"]


def wms(server: Any) -> str:
    from yalu_plugin.layers.sources.wmts_capabilities import timed_layers

    layer = timed_layers(server.wms_capabilities().encode(), server.address)["mosaic"]
    return str(layer.uri("2024-05-01", ""))


def map_with(left: Colour, right: Colour | None = None) -> Answer:
    """Serve a map of one colour up to the border, and of ground or another colour beyond it."""
    def answer(handler: Any) -> None:
        asked = {name.upper(): values[0] for name, values in parse_qs(urlsplit(handler.path).query).items()}
        width, height = int(asked["WIDTH"]), int(asked["HEIGHT"])
        west, _, east, _ = map(float, asked["BBOX"].split(","))
        rows = plain_rows(right, width, height) if right else noise_rows(1, width, height)
        part = range(round((BORDER - west) / (east - west) * width))
        send(handler, png(with_patch(rows, part, range(height), left)), media="image/png")
    return answer


@pytest.mark.parametrize(("left", "reason"), [(CLEAR, "NoImageHere"), (WHITE, "PlainColourHere"),
                                              (BLACK, "PlainColourHere")])
def test_a_map_with_nothing_in_half_of_it(look: Any, bench: Any, server: Any, left: Colour, reason: str) -> None:
    server.faults["/wms"] = map_with(left)
    look(wms(server))
    assert [seen(bench, place(x)) for x in (LEFT - 200, RIGHT + 100)] == [reason, "scene0"]


@pytest.mark.parametrize("fault", ["500", "a page"])
def test_a_map_that_is_not_delivered(look: Any, bench: Any, server: Any, fault: str) -> None:
    server.faults["/wms"] = MISSING[fault]()
    look(wms(server))
    assert [seen(bench, place(x)) for x in (LEFT, RIGHT)] == ["NoImageHere"] * 2


def test_a_map_of_one_colour(look: Any, bench: Any, server: Any) -> None:
    server.faults["/wms"] = map_with(GREY, GREY)
    look(wms(server))
    assert [seen(bench, place(x)) for x in (LEFT, RIGHT)] == ["PlainColourHere"] * 2


def test_that_it_could_not_be_observed_can_be_recorded(look: Any, bench: Any, server: Any) -> None:
    server.faults["/xyz"] = MISSING["404"]()
    look(tiles(server))
    site = bench.annotation.add_site(place(RIGHT), "vehicle_ford")
    bench.sites.select([site])
    bench.annotation.observe("not_observable")
    assert recorded(bench, site) == [("not_observable", "scene0")]


def test_the_same_site_keeps_what_was_seen_when_it_was_clicked(look: Any, bench: Any, server: Any, window: Any) -> None:
    server.faults["/xyz"] = half(MISSING["404"]())
    look(tiles(server))
    known = bench.annotation.add_site(place(LEFT), "vehicle_ford")
    new = bench.annotation.add_site(place(RIGHT), "vehicle_ford")
    window.canvas.setExtent(window.canvas.extent().buffered(-400))  # the user zooms before answering
    bench.annotation.same_site(new, known)
    assert (recorded(bench, known), recorded(bench, new)) == ([("present", "scene0")], [])
