"""Frames of every step: a scene that could not be drawn is not in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsMapSettings, QgsRectangle
from qgis.PyQt.QtCore import QEventLoop, QObject, QSize, QTimer

from yalu_plugin.core.imagery.catalogue import catalogue


def test_a_scene_that_cannot_be_drawn_is_left_out(qgis_app: Any, data: Path, tmp_path: Path) -> None:
    from yalu_plugin.layers.imagery.frame_export import Frame, FrameExport, SceneNotDrawn
    from yalu_plugin.layers.imagery.raster import read_raster

    whole = (data / "s2_romania/S2_L2A_romania_20161014.tif").read_bytes()
    (tmp_path / "a_20150801.tif").write_bytes(whole)
    spoilt = whole[:2000] + bytes(len(whole) - 12_000) + whole[-10_000:]  # opens, but cannot be decompressed
    (tmp_path / "b_20161014.tif").write_bytes(spoilt)
    scenes = catalogue(tmp_path, read_raster).scenes
    out = tmp_path / "out"
    out.mkdir()
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(100, 100))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setExtent(QgsRectangle(22.13, 45.18, 22.17, 45.22))
    frames = [Frame((scene,), out / f"{Path(scene.uri).stem}.png") for scene in scenes]
    parent, loop, errors = QObject(), QEventLoop(), []
    export = FrameExport(settings, [], {}, frames, lambda step: step[0].label, parent)
    export.failed.connect(lambda error: (errors.append(error), loop.quit()))
    export.done.connect(loop.quit)
    export.start()
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    assert errors == [] and list(out.iterdir()) == [out / "a_20150801.png"]
    assert [(Path(scene.uri).stem, type(error)) for scene, error in export.left_out.items()] == [
        ("b_20161014", SceneNotDrawn)]
    (out / "a_20150801.png").unlink()
    export = FrameExport(settings, [], {}, frames[1:], lambda step: step[0].label, parent)  # nothing else to draw
    export.failed.connect(lambda error: (errors.append(error), loop.quit()))
    export.start()
    loop.exec()
    assert [type(error) for error in errors] == [SceneNotDrawn] and not list(out.iterdir())


def test_missing_tiles_are_noted_in_the_picture(qgis_app: Any, tmp_path: Path, monkeypatch: Any) -> None:
    from datetime import datetime, timezone

    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.core.imagery.tile_grid import TileAddress
    from yalu_plugin.layers.imagery import frame_export

    burnt: list[str] = []
    monkeypatch.setattr(frame_export, "burn", lambda image, text: burnt.append(text))
    moment = datetime(2024, 5, 1, tzinfo=timezone.utc)
    uri = TileAddress("http://127.0.0.1:9/{z}/{x}/{y}.png").uri  # no server listens there
    scene = Scene("a", uri, moment, moment, "acquired")
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(100, 100))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setExtent(QgsRectangle(14_200_000, 5_000_000, 14_201_000, 5_001_000))
    parent, loop = QObject(), QEventLoop()
    frames = [frame_export.Frame((scene,), tmp_path / "a.png")]
    export = frame_export.FrameExport(settings, [], {}, frames, lambda step: "day", parent)
    export.done.connect(loop.quit)
    export.start()
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    assert export.blank == [scene] and burnt == ["day\nNo picture of this date is available here"]
    assert export.written == [tmp_path / "a.png"] and export.written[0].exists()


def test_an_image_without_data_here_is_noted_in_the_picture(qgis_app: Any, data: Path, tmp_path: Path,
                                                            monkeypatch: Any) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.imagery import frame_export
    from yalu_plugin.layers.imagery.raster import read_raster

    burnt: list[str] = []
    monkeypatch.setattr(frame_export, "burn", lambda image, text: burnt.append(text))
    for day, left in (("20150801", 0), ("20161014", 500)):  # the first has no data in its western half
        raster = gdal.GetDriverByName("GTiff").CreateCopy(
            str(tmp_path / f"a_{day}.tif"), gdal.Open(str(data / "s2_romania/S2_L2A_romania_20161014.tif")))
        for number in range(1, raster.RasterCount + 1):
            pixels = raster.GetRasterBand(number).ReadAsArray()
            pixels[:, :50] = left
            raster.GetRasterBand(number).WriteArray(pixels)
        del raster
    scenes = catalogue(tmp_path, read_raster).scenes
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(100, 100))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    settings.setExtent(QgsRectangle(5_272_100, 2_532_300, 5_272_300, 2_532_500))
    parent, loop = QObject(), QEventLoop()
    export = frame_export.FrameExport(settings, [], {}, [frame_export.Frame((scene,), tmp_path / f"{scene.day}.png")
                                                         for scene in scenes], lambda step: "day", parent)
    export.done.connect(loop.quit)
    export.start()
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    assert export.blank == [scenes[0]] and burnt == ["day\nNo picture of this date is available here", "day"]
