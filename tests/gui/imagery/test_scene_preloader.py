"""Opening of scenes before a step, and what the step then does not have to do."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def stocked(bench: Any, romania: Path, window: Any) -> Iterator[Any]:
    """A workbench with sixteen scenes, the sixth on a map driven by the layer tree; nothing is prerendered."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
    from qgis.gui import QgsLayerTreeMapCanvasBridge

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.settings import SCENES_AHEAD

    SCENES_AHEAD.setValue(0)
    window.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), window.canvas, window.canvas)
    window.bridge.setAutoSetupOnFirstLayer(False)
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    window.canvas.setCachingEnabled(True)
    window.canvas.setExtent(QgsRectangle(5_271_900, 2_531_900, 5_273_000, 2_533_300))
    bench.scenes.add(catalogue(romania, read_raster).all_scenes)
    bench.imagery.show(bench.scenes.timeline.scenes[5])
    yield bench
    SCENES_AHEAD.setValue(SCENES_AHEAD.defaultValue())


@pytest.fixture
def opened(stocked: Any, window: Any) -> Iterator[Callable[[], set[int]]]:
    """The numbers of the scenes that are open besides the one on screen, while the prefetcher works."""
    from yalu_plugin.gui.imagery.prefetch import Prefetcher

    prefetcher = Prefetcher(window.canvas, stocked, list, window)
    yield lambda: {number for number, scene in enumerate(stocked.scenes.timeline.scenes)
                   if scene.id in stocked.imagery.scene_layers.spares}
    prefetcher.release()


def drawn(window: Any, layer: Any) -> bool:
    return bool(window.canvas.cache().hasCacheImage(layer.id()))


def rest(app: Any, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


def files_open(path: str) -> int:
    links = list(Path("/proc/self/fd").iterdir())
    return sum(str(link.resolve()) == path for link in links if link.is_symlink())


def test_the_next_are_opened_and_not_drawn_where_none_is_to_be_drawn(stocked: Any, opened: Any, window: Any,
                                                                      wait_for: Any, qgis_app: Any) -> None:
    wait_for(lambda: opened() == {3, 4, 6, 7})
    rest(qgis_app, 0.5)
    ready = stocked.imagery.scene_layers.spares
    assert len(ready) == 4 and not any(drawn(window, layer) for layer in ready.values())


def test_a_step_opens_no_file_any_more(stocked: Any, opened: Any, wait_for: Any, monkeypatch: Any) -> None:
    """A step opens no file, neither for the layer nor for its metadata; the drawing has its file open, too."""
    from yalu_plugin.layers.imagery import raster, scene_source
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    wait_for(lambda: opened() == {3, 4, 6, 7})
    scene = stocked.scenes.timeline.scenes[6]
    layer = stocked.imagery.scene_layers.spares[scene.id]
    assert files_open(scene.uri) == 2  # the layer's own, and one to draw with
    for module, name in ((raster, "_open_file"), (scene_source, "open_raster")):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("a file was opened"))
    stocked.imagery.step("next")
    assert shown_layer(stocked.project) is layer and stocked.imagery.scene == scene
    from yalu_plugin.layers.imagery.date_doubts import date_doubts

    assert date_doubts(scene) == ""


def test_scenes_beyond_the_limit_are_not_opened(stocked: Any, opened: Any, wait_for: Any, qgis_app: Any) -> None:
    stocked.imagery.scene_layers.limit = 3
    wait_for(lambda: opened() == {4, 6, 7})
    before = list(stocked.imagery.scene_layers.spares.values())
    rest(qgis_app, 0.5)
    assert list(stocked.imagery.scene_layers.spares.values()) == before  # not one after the other, in turn


def test_the_scenes_left_behind_are_closed_first(stocked: Any, opened: Any, wait_for: Any, monkeypatch: Any) -> None:
    """Scenes near the one on screen are not closed in favour of others: each is opened once."""
    from yalu_plugin.layers.imagery import scene_layers

    created, scene_layer = [], scene_layers.scene_layer

    def counted(scene: Any, looks: Any) -> Any:
        created.append(scene.id)
        return scene_layer(scene, looks)
    monkeypatch.setattr(scene_layers, "scene_layer", counted)
    stocked.imagery.scene_layers.limit = 4
    wait_for(lambda: opened() == {3, 4, 6, 7})
    for number in range(6, 13):
        stocked.imagery.step("next")
        wait_for(lambda at=number: opened() == {at - 2, at - 1, at + 1, at + 2})
    assert len(created) == len(set(created)) == 4 + 7


def test_one_that_cannot_be_opened_is_tried_once(stocked: Any, opened: Any, wait_for: Any, qgis_app: Any,
                                                 monkeypatch: Any) -> None:
    wait_for(lambda: opened() == {3, 4, 6, 7})
    uri = stocked.scenes.timeline.scenes[8].uri
    Path(uri).write_bytes(b"II*\0")
    tried, prepare = [], stocked.imagery.scene_layers.prepare

    def counted(scene: Any) -> Any:
        tried.append(scene.uri)
        return prepare(scene)
    monkeypatch.setattr(stocked.imagery.scene_layers, "prepare", counted)
    stocked.imagery.step("next")
    wait_for(lambda: uri in tried)
    rest(qgis_app, 0.5)
    assert tried.count(uri) == 1 and 8 not in opened()


def test_data_in_the_view_is_checked_when_the_map_is_drawn(stocked: Any, window: Any, wait_for: Any,
                                                           monkeypatch: Any, qgis_app: Any) -> None:
    """Scenes are checked one after the other, the nearest first, and none while the map is drawing."""
    from yalu_plugin.gui.imagery import empty_scenes
    from yalu_plugin.layers.imagery.footprint import view_box

    checked: list[str] = []
    monkeypatch.setattr(empty_scenes, "_is_empty", lambda _task, scene, _view: (checked.append(scene.id), False)[1])
    drawing = [True]
    monkeypatch.setattr(window.canvas, "isDrawing", lambda: drawing[0])
    prefetcher = empty_scenes.EmptyScenes(stocked.imagery, window.canvas, window)
    prefetcher.set_view(view_box(window.canvas.mapSettings()))
    rest(qgis_app, 0.5)
    assert checked == []
    drawing[0] = False
    window.canvas.mapCanvasRefreshed.emit()
    scenes = stocked.scenes.timeline.scenes
    wait_for(lambda: len(checked) == 8)
    rest(qgis_app, 0.3)
    assert checked == [scenes[number].id for number in (6, 4, 7, 3, 8, 2, 9, 1)]
