"""Steps to unusual images, preloaded, prerendered or neither: the map always shows the picture of the date.

Each map is compared with a drawing of a newly created layer in the style of the one on screen.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.stac_server import hang, send, serving
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene, scene_id

FIRST, NEXT, OTHER = (f"S2_L2A_romania_{day}.tif" for day in ("20161014", "20170606", "20180427"))
Maker = Callable[[Path, Path], str]  # of a folder with the scenes and one to write to, to the uri of the image


def translated(name: str = "made.tif", **options: Any) -> Maker:
    """The next scene, written with these options of gdal_translate."""
    def make(scenes: Path, folder: Path) -> str:
        from osgeo import gdal

        gdal.Translate(str(folder / name), str(scenes / NEXT), **options)
        return str(folder / name)
    return make


def warped(**options: Any) -> Maker:
    def make(scenes: Path, folder: Path) -> str:
        from osgeo import gdal

        gdal.Warp(str(folder / "made.tif"), str(scenes / NEXT), **options)
        return str(folder / "made.tif")
    return make


def placed(*geotransform: float, pixels: int = 100) -> Maker:
    """Return a maker of a rotated or flipped image at the place of the scene."""
    def make(scenes: Path, folder: Path) -> str:
        from osgeo import gdal

        uri = translated()(scenes, folder)
        raster = gdal.Open(uri, gdal.GA_Update)
        x, width, _, y, _, height = raster.GetGeoTransform()
        a, b, c, d = geotransform
        raster.SetGeoTransform((x, a * width, b * width, y if d > 0 else y + pixels * height, c * height, d * height))
        return uri
    return make


def virtual(scenes: Path, folder: Path) -> str:
    from osgeo import gdal

    gdal.BuildVRT(str(folder / "made.vrt"), [shutil.copy(scenes / NEXT, folder)])
    return str(folder / "made.vrt")


def palette(scenes: Path, folder: Path) -> str:
    from osgeo import gdal

    uri = translated(bandList=[1], outputType=gdal.GDT_Byte, scaleParams=[[0, 4000, 0, 3]])(scenes, folder)
    raster, table = gdal.Open(uri, gdal.GA_Update), gdal.ColorTable()
    for entry, colour in enumerate(((255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 255, 255), (9, 9, 9, 255))):
        table.SetColorEntry(entry, colour)
    raster.GetRasterBand(1).SetColorTable(table)
    return uri


def zipped(scenes: Path, folder: Path) -> str:
    with zipfile.ZipFile(folder / "made.zip", "w") as archive:
        archive.write(scenes / NEXT, f"deep/er/{NEXT}")
    return f"/vsizip/{folder / 'made.zip'}/deep/er/{NEXT}"


def without_overviews(scenes: Path, folder: Path) -> str:
    return translated(width=1500, height=1500, bandList=[1, 2, 3], resampleAlg="cubic")(scenes, folder)


KINDS: dict[str, Maker] = {
    "as it is": lambda scenes, _folder: str(scenes / NEXT),
    "a virtual raster": virtual,
    "no overviews": without_overviews,
    "a COG with overviews": translated(format="COG", width=1500, height=1500),
    "bytes": translated(outputType=1, scaleParams=[[0, 4000, 0, 255]], bandList=[1, 2, 3]),
    "floats": translated(outputType=6, bandList=[1, 2, 3]),
    "a single band": translated(bandList=[2]),
    "a palette": palette,
    "nodata": translated(noData=1000, bandList=[1, 2, 3]),
    "an alpha band": warped(dstAlpha=True),
    "another CRS": warped(dstSRS="EPSG:32634"),
    "longitudes and latitudes": warped(dstSRS="EPSG:4326"),
    "turned by 30 degrees": placed(0.866, 0.5, -0.5, 0.866),
    "south up": placed(1, 0, 0, -1),
    "a part of the view": translated(srcWin=[10, 20, 30, 40]),
    "strips of a line": translated(creationOptions=["BLOCKYSIZE=1", "COMPRESS=LZW"]),
    "in a ZIP file": zipped,
    "a name with blanks and Hangul": translated("압록강 # 100 % 'x'.tif"),
    "PNG with a world file": translated("made.png", format="PNG", outputType=1, scaleParams=[[0, 4000, 0, 255]],
                                        bandList=[1, 2, 3]),
    "JPEG 2000": translated("made.jp2", format="JP2OpenJPEG", bandList=[1, 2, 3]),
}


def dated(uri: str, year: int) -> Scene:
    taken = datetime(year, 6, 6, 9, tzinfo=timezone.utc)
    return Scene(scene_id(uri), uri, taken, taken, "acquired", "stac", footprint_wkt="")


@pytest.fixture
def canvas(window: Any) -> Any:
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
    from qgis.gui import QgsLayerTreeMapCanvasBridge

    window.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), window.canvas, window.canvas)
    window.bridge.setAutoSetupOnFirstLayer(False)
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    window.canvas.setCachingEnabled(True)
    window.canvas.setParallelRenderingEnabled(True)
    window.canvas.setExtent(QgsRectangle(5_271_900, 2_531_900, 5_273_000, 2_533_300))
    return window.canvas


@pytest.fixture(autouse=True)
def ahead_as_before() -> Iterator[None]:
    """Restore the setting for the number of prerendered scenes after each test."""
    from yalu_plugin.settings import SCENES_AHEAD

    yield
    SCENES_AHEAD.setValue(SCENES_AHEAD.defaultValue())


class Map:
    """The window's map, and the kind of step: "ahead" (prerendered), "opened" (preloaded) or "leap" (neither)."""

    def __init__(self, bench: Any, canvas: Any, window: Any, wait_for: Any, step_kind: str) -> None:
        from yalu_plugin.gui.imagery.prefetch import Prefetcher
        from yalu_plugin.settings import SCENES_AHEAD

        SCENES_AHEAD.setValue(2 if step_kind == "ahead" else 0)
        self.bench, self.imagery, self.canvas, self.wait_for = bench, bench.imagery, canvas, wait_for
        self.step_kind = step_kind
        self.prefetcher = None if step_kind == "leap" else Prefetcher(canvas, bench, list, window)
        bench.imagery._navigation.updateTemporalRange.connect(canvas.setTemporalRange)
        self.reported_errors: list[YaluError] = []
        bench.imagery.error_occurred.connect(self.reported_errors.append)

    def add_and_show(self, *scenes: Scene) -> None:
        """Add these scenes, show the first, and wait until all work in advance is done."""
        self.bench.scenes.add(scenes)
        self.imagery.show(self.bench.scenes.timeline.scenes[0])
        self.wait_for(lambda: self.imagery.pending_scene is None and self.imagery.scene)
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        quiet = 0

        def still() -> bool:
            nonlocal quiet
            busy = self.canvas.isDrawing() or (self.prefetcher is not None and self.prefetcher.busy)
            quiet = 0 if busy or self.imagery.pending_scene else quiet + 1
            return quiet > 20
        self.wait_for(still)

    def screen_image(self) -> Any:
        from qgis.PyQt.QtGui import QImage

        return self.canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    def expected_image(self) -> Any:
        """Return QGIS' drawing of the scenes that are on screen according to the imagery, with new layers."""
        from qgis.core import QgsMapRendererSequentialJob
        from qgis.PyQt.QtGui import QImage

        from yalu_plugin.layers.imagery.compare_map import map_settings_for_day
        from yalu_plugin.layers.imagery.project_scenes import apply_style, scene_layer, shown_layers, style_of

        fresh = [scene_layer(scene) for scene in self.imagery.drawn]
        for layer, shown in zip(fresh, shown_layers(self.bench.project)):
            apply_style(layer, style_of(shown))
        settings = self.canvas.mapSettings()
        job = QgsMapRendererSequentialJob(map_settings_for_day(settings, settings.layers(), fresh, self.imagery.day))
        job.start()
        job.waitForFinished()
        return job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)

    def step(self) -> None:
        """Step to the next scene; the screen shows at once the previous map or already the right one."""
        before = self.screen_image()
        self.imagery.step("next")
        at_once = self.screen_image()
        ahead = self.prefetcher is not None and self.prefetcher.shows_prerendered_map
        self.wait_until_idle()
        assert at_once == (self.screen_image() if ahead else before)


@pytest.fixture(params=["ahead", "opened", "leap"])
def on_map(request: Any, bench: Any, canvas: Any, window: Any, wait_for: Any) -> Iterator[Map]:
    map_ = Map(bench, canvas, window, wait_for, request.param)
    yield map_
    if map_.prefetcher is not None:
        map_.prefetcher.release()


@pytest.mark.parametrize("on_map", ["ahead", "leap"], indirect=True)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_image_is_shown_as_qgis_draws_it(on_map: Map, romania: Path, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    uri = KINDS[kind](romania, folder)
    on_map.add_and_show(dated(str(romania / FIRST), 2016), dated(uri, 2017))
    before = on_map.screen_image()
    on_map.step()
    assert on_map.imagery.scene.uri == uri and on_map.imagery.day.year == 2017 and not on_map.reported_errors
    assert on_map.screen_image() == on_map.expected_image() != before


def spoil_gone(path: Path, _other: Path) -> None:
    path.unlink()


def spoil_cut(path: Path, _other: Path) -> None:
    path.write_bytes(path.read_bytes()[:500])


@pytest.mark.parametrize("spoil", [spoil_gone, spoil_cut])
def test_what_was_spoilt_since_is_never_shown(on_map: Map, romania: Path, spoil: Callable[[Path, Path], None]) -> None:
    on_map.add_and_show(dated(str(romania / FIRST), 2016), dated(str(romania / NEXT), 2017))
    spoil(romania / NEXT, romania / OTHER)
    with pytest.raises(YaluError):
        on_map.imagery.step("next")
    on_map.wait_until_idle()
    assert on_map.imagery.scene.uri.endswith(FIRST) and on_map.imagery.day.year == 2016
    assert on_map.screen_image() == on_map.expected_image()


@pytest.mark.parametrize("way_of_writing", ["over it", "moved there"])
def test_a_rewritten_file_is_read_again(on_map: Map, romania: Path, way_of_writing: str) -> None:
    on_map.add_and_show(dated(str(romania / FIRST), 2016), dated(str(romania / NEXT), 2017))
    if way_of_writing == "over it":
        (romania / NEXT).write_bytes((romania / OTHER).read_bytes())
    else:
        shutil.copy(romania / OTHER, romania / "part")
        (romania / "part").replace(romania / NEXT)
    on_map.step()
    (romania / f"{NEXT}.aux.xml").unlink(missing_ok=True)  # statistics of the picture before, left by GDAL
    assert on_map.screen_image() == on_map.expected_image() and not on_map.reported_errors


def test_a_file_that_was_away_for_a_while_is_whole_again(on_map: Map, romania: Path, canvas: Any) -> None:
    """A file that is missing at prerendering and restored before the step: no blank map is stored."""
    on_map.add_and_show(dated(str(romania / FIRST), 2016), dated(str(romania / NEXT), 2017))
    (romania / NEXT).rename(romania / "away")
    canvas.setCenter(canvas.center() * 1.00002)
    canvas.refresh()
    on_map.wait_until_idle()
    (romania / "away").rename(romania / NEXT)
    on_map.step()
    assert on_map.screen_image() == on_map.expected_image() and on_map.imagery.day.year == 2017


def test_days_of_nine_scenes(on_map: Map, romania: Path) -> None:
    """More scenes than can be kept open: eight are one step, the ninth the next one."""
    from yalu_plugin.settings import SAME_DAY

    assert SAME_DAY.value()
    parts = []
    for number in range(9):
        part = romania.parent / f"part{number}.tif"
        translated(srcWin=[11 * number, 0, 11, 100])(romania, romania.parent)
        (romania.parent / "made.tif").rename(part)
        parts.append(dated(str(part), 2017))
    on_map.add_and_show(dated(str(romania / FIRST), 2016), *parts)
    for count in (8, 1):
        on_map.step()
        assert len(on_map.imagery.drawn) == count and on_map.screen_image() == on_map.expected_image()


def test_another_style_applies_to_open_layers(on_map: Map, romania: Path) -> None:
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    on_map.add_and_show(dated(str(romania / FIRST), 2016), dated(str(romania / NEXT), 2017))
    shown = shown_layer(on_map.bench.project)
    shown.renderer().setRedBand(3)
    shown.triggerRepaint()
    on_map.step()
    assert shown_layer(on_map.bench.project).renderer().redBand() == 3
    assert on_map.screen_image() == on_map.expected_image()


def test_there_and_back_in_no_time(on_map: Map, romania: Path) -> None:
    on_map.add_and_show(
        *(dated(str(romania / name), 2016 + number) for number, name in enumerate((FIRST, NEXT, OTHER))))
    for where in ("next", "next", "previous", "previous", "next"):
        on_map.imagery.step(where)
    on_map.wait_until_idle()
    assert on_map.imagery.day.year == 2017 and on_map.screen_image() == on_map.expected_image()


# on the web

@pytest.fixture
def server(romania: Path) -> Iterator[Any]:
    with serving(romania) as running:
        yield running


def redirect(handler: Any) -> None:
    handler.send_response(302)
    handler.send_header("Location", f"/files/{OTHER}")
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def of_the_web(server: Any) -> tuple[Scene, Scene]:
    return dated(f"{server.address}/files/{FIRST}", 2016), dated(f"{server.address}/files/{NEXT}", 2017)


@pytest.mark.parametrize("fault", [None, redirect], ids=["as it is", "led elsewhere"])
def test_images_of_the_web(on_map: Map, server: Any, fault: Any) -> None:
    first, following = of_the_web(server)
    if fault is not None:
        server.faults[urlsplit(following.uri).path] = fault
    on_map.add_and_show(first, following)
    before = on_map.screen_image()
    on_map.imagery.step("next")
    on_map.wait_for(lambda: on_map.imagery.scene.uri == following.uri)
    on_map.wait_until_idle()
    assert on_map.screen_image() == on_map.expected_image() != before and not on_map.reported_errors


@pytest.mark.parametrize("fault", [
    lambda handler: send(handler, b"", 404), lambda handler: send(handler, b"", 503),
    lambda handler: send(handler, b"<html>", 200, "text/html"), lambda handler: send(handler, b"II*\0" * 20)],
    ids=["gone", "overloaded", "a page", "no image"])
def test_what_the_web_does_not_give_leaves_the_date_as_it_was(on_map: Map, server: Any, fault: Any) -> None:
    first, following = of_the_web(server)
    server.faults[urlsplit(following.uri).path] = fault
    on_map.add_and_show(first, following)
    on_map.imagery.step("next")
    on_map.wait_for(lambda: on_map.reported_errors)
    on_map.wait_until_idle()
    assert on_map.imagery.scene.uri == first.uri and on_map.imagery.day.year == 2016
    assert on_map.screen_image() == on_map.expected_image()


def test_a_server_that_stalls_holds_neither_the_map_nor_its_date(on_map: Map, server: Any) -> None:
    first, following = of_the_web(server)
    on_map.bench.scenes.add([first])
    on_map.imagery.show(first)
    on_map.wait_for(lambda: on_map.imagery.scene)
    server.faults[urlsplit(following.uri).path] = hang
    on_map.bench.scenes.add([following])
    on_map.imagery.step("next")  # which returns, though nothing is answered before the end of this test
    assert on_map.imagery.pending_scene == following
    on_map.wait_for(lambda: not on_map.canvas.isDrawing() and on_map.screen_image() == on_map.expected_image())
    assert on_map.imagery.scene.uri == first.uri
    on_map.imagery.show(first)
    assert on_map.imagery.pending_scene is None
    server.http.release_hanging()
