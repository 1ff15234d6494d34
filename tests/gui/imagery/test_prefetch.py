"""Prerendering of scenes into the map's cache, on a real map."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene_filter import SceneFilter


@pytest.fixture
def canvas(window: Any) -> Iterator[Any]:
    """The window's map at the place of the scenes, driven by the project's layer tree as in QGIS."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
    from qgis.gui import QgsLayerTreeMapCanvasBridge

    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), window.canvas, window.canvas)
    bridge.setAutoSetupOnFirstLayer(False)
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    window.canvas.setCachingEnabled(True)
    window.canvas.setParallelRenderingEnabled(True)
    window.canvas.setExtent(QgsRectangle(5_271_900, 2_531_900, 5_273_000, 2_533_300))
    yield window.canvas


@pytest.fixture
def stocked(bench: Any, romania: Path, canvas: Any) -> Any:
    """A workbench with sixteen scenes, the sixth on screen."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    bench.scenes.add(catalogue(romania, read_raster).all_scenes)
    bench.imagery.show(bench.scenes.timeline.scenes[5])
    return bench


@pytest.fixture
def prefetcher(stocked: Any, canvas: Any, window: Any) -> Iterator[Any]:
    """A running prefetcher."""
    from yalu_plugin.gui.imagery.prefetch import Prefetcher

    prefetcher = Prefetcher(canvas, stocked, list, window)
    yield prefetcher
    prefetcher.release()


@pytest.fixture
def drawn(stocked: Any, canvas: Any) -> Callable[[], set[int]]:
    """Which of the sixteen scenes are drawn in the map's cache for this view."""
    def ask() -> set[int]:
        layers = stocked.imagery.scene_layers.spares
        return {index for index, scene in enumerate(stocked.scenes.timeline.scenes)
                if scene.id in layers and canvas.cache().hasCacheImage(layers[scene.id].id())}
    return ask


def rest(app: Any, seconds: float = 0.4) -> None:
    """Process events long enough for anything that should not happen."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


def test_neighbours_are_drawn_once_the_map_rests(prefetcher, drawn, wait_for, stocked, canvas) -> None:
    wait_for(lambda: drawn() == {3, 4, 6, 7})
    layer = stocked.imagery.scene_layers.spares[stocked.scenes.timeline.scenes[6].id]
    picture = canvas.cache().cacheImage(layer.id())
    assert picture.size() == canvas.mapSettings().outputSize() and picture.pixelColor(picture.rect().center()).alpha()
    assert len([one for one in stocked.project.mapLayers().values() if one.customProperty("yalu/role") == "scene"]) == 1


def painted(canvas: Any) -> Any:
    """What is on the screen of the map."""
    from qgis.PyQt.QtGui import QImage

    return canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def seen(prefetcher: Any, stocked: Any, canvas: Any, drawn: Any, wait_for: Any) -> Any:
    """A prefetcher that has drawn everything, with a site observed on the sixth scene in the middle of the map."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    stocked.imagery._navigation.updateTemporalRange.connect(canvas.setTemporalRange)
    to_wgs = QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), QgsCoordinateReferenceSystem("EPSG:4326"),
                                    QgsProject.instance())
    stocked.annotation.add_site(to_wgs.transform(canvas.center()), "vehicle_ford")
    wait_for(lambda: drawn() == {3, 4, 6, 7} and not canvas.isDrawing() and not prefetcher.busy)
    return prefetcher


@pytest.mark.parametrize("where", ["previous", "next"])
def test_a_step_is_on_the_screen_at_once(seen, stocked, canvas, wait_for, where) -> None:
    """The prerendered map has scene, sites and states of its day, like QGIS' map that replaces it."""
    before = painted(canvas)
    stocked.imagery.step(where)
    at_once = painted(canvas)
    assert seen.shows_prerendered_map
    wait_for(lambda: not seen.shows_prerendered_map)
    assert at_once == painted(canvas) != before
    assert stocked.imagery.scene.day != stocked.scenes.timeline.scenes[5].day


def test_the_sites_of_the_day_are_on_the_map_at_once(seen, stocked, canvas, wait_for) -> None:
    from yalu_plugin.layers.project import layer_with_role

    stocked.imagery.step("previous")
    before_it_was_seen = painted(canvas)
    wait_for(lambda: not seen.shows_prerendered_map)
    layer_with_role(stocked.project, "site_states").temporalProperties().setIsActive(False)  # states of every day
    canvas.refreshAllLayers()
    wait_for(lambda: not canvas.isDrawing() and painted(canvas) != before_it_was_seen)


def test_a_map_that_is_out_of_date_is_not_shown(seen, stocked, canvas, wait_for) -> None:
    stocked.sites.layer().setOpacity(0.1)
    stocked.sites.layer().triggerRepaint()
    stocked.imagery.step("next")
    assert not seen.shows_prerendered_map
    wait_for(lambda: not canvas.isDrawing() and stocked.imagery.scene.id in seen_on(canvas))


def seen_on(canvas: Any) -> list[str]:
    return [layer.customProperty("yalu/scene") for layer in canvas.layers()]


@pytest.mark.parametrize("change", ["pan", "rotate", "hide a layer", "freeze"])
def test_a_map_of_something_else_is_not_shown(seen, stocked, canvas, wait_for, change) -> None:
    tree = stocked.project.layerTreeRoot()
    if change == "pan":
        canvas.setCenter(canvas.center() * 1.00001)
    elif change == "rotate":
        canvas.setRotation(10)
    elif change == "freeze":
        canvas.freeze(True)
    else:
        tree.findLayer(stocked.river.survey_line().id()).setItemVisibilityChecked(False)
        wait_for(lambda: stocked.river.survey_line() not in canvas.layers())
    stocked.imagery.step("next")
    assert not seen.shows_prerendered_map
    canvas.freeze(False)


def test_there_and_back_before_the_map_is_drawn(seen, stocked, canvas, wait_for) -> None:
    before = painted(canvas)
    stocked.imagery.step("next")
    stocked.imagery.step("previous")
    assert not seen.shows_prerendered_map
    assert painted(canvas) == before


def test_moving_on_hides_the_map(seen, stocked, canvas) -> None:
    stocked.imagery.step("next")
    assert seen.shows_prerendered_map
    canvas.zoomByFactor(2)
    assert not seen.shows_prerendered_map


def test_what_qgis_paints_on_every_map_is_on_it(stocked, canvas, window, wait_for, drawn) -> None:
    from qgis.core import QgsMapDecoration
    from qgis.PyQt.QtCore import QRect
    from qgis.PyQt.QtGui import QColor

    from yalu_plugin.gui.imagery.prefetch import Prefetcher

    class Patch(QgsMapDecoration):
        def render(self, settings, context):
            context.painter().fillRect(QRect(0, 0, 40, 30), QColor("magenta"))

    patch = Patch()
    prefetcher = Prefetcher(canvas, stocked, lambda: [patch], window)
    prefetcher.restart()
    wait_for(lambda: drawn() == {3, 4, 6, 7} and not canvas.isDrawing() and not prefetcher.busy)
    stocked.imagery.step("next")
    assert painted(canvas).pixelColor(20, 15) == QColor("magenta") != painted(canvas).pixelColor(60, 60)
    prefetcher.release()


def test_a_hand_on_the_map_stops_the_work(prefetcher, stocked, canvas, wait_for, qt, drawn) -> None:
    from qgis.PyQt.QtCore import QPoint

    wait_for(lambda: prefetcher.busy)
    qt.QTest.mousePress(canvas.viewport(), qt.Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert not prefetcher.busy
    qt.QTest.mouseRelease(canvas.viewport(), qt.Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    wait_for(lambda: drawn() == {3, 4, 6, 7})


def test_a_step_does_not_draw_again_what_is_there(prefetcher, drawn, wait_for, stocked, canvas) -> None:
    wait_for(lambda: drawn() == {3, 4, 6, 7})
    layer = stocked.imagery.scene_layers.spares[stocked.scenes.timeline.scenes[6].id]
    before = canvas.cache().cacheImage(layer.id()).cacheKey()
    refreshed = []
    canvas.mapCanvasRefreshed.connect(lambda: refreshed.append(1))
    stocked.imagery.step("next")
    wait_for(lambda: refreshed and layer in canvas.layers())
    assert canvas.cache().cacheImage(layer.id()).cacheKey() == before
    wait_for(lambda: {4, 5, 7, 8} <= drawn())


def test_another_view_is_drawn_again(prefetcher, drawn, wait_for, canvas) -> None:
    wait_for(lambda: drawn() == {3, 4, 6, 7})
    for change in (lambda: canvas.setCenter(canvas.center() * 1.00001), lambda: canvas.zoomScale(20_000),
                   lambda: canvas.setRotation(30)):
        change()
        canvas.refresh()
        wait_for(lambda: drawn() == set())
        wait_for(lambda: drawn() == {3, 4, 6, 7})


def test_another_size_of_the_window(prefetcher, drawn, wait_for, canvas, window, stocked) -> None:
    wait_for(lambda: drawn() == {3, 4, 6, 7})
    window.resize(700, 500)
    wait_for(lambda: drawn() == set())
    wait_for(lambda: drawn() == {3, 4, 6, 7})
    layer = stocked.imagery.scene_layers.spares[stocked.scenes.timeline.scenes[6].id]
    assert canvas.cache().cacheImage(layer.id()).size() == canvas.mapSettings().outputSize()


def test_another_style_is_drawn_again(prefetcher, drawn, wait_for, stocked, canvas) -> None:
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    wait_for(lambda: drawn() == {3, 4, 6, 7})
    ahead = stocked.imagery.scene_layers.spares[stocked.scenes.timeline.scenes[6].id]
    before = canvas.cache().cacheImage(ahead.id())
    shown = shown_layer(stocked.project)
    renderer = shown.renderer().clone()
    renderer.setRedBand(4)
    shown.setRenderer(renderer)
    shown.triggerRepaint()
    wait_for(lambda: ahead.renderer().redBand() == 4 and drawn() == {3, 4, 6, 7})
    assert canvas.cache().cacheImage(ahead.id()) != before


def test_skipped_scenes_are_not_drawn(prefetcher, drawn, wait_for, stocked) -> None:
    wait_for(lambda: drawn() == {3, 4, 6, 7})
    stocked.scenes.set_filter(SceneFilter(None, 0.1))
    assert set(stocked.scenes.skipped) == {stocked.scenes.timeline.scenes[index].id for index in (0, 6, 9, 11)}
    wait_for(lambda: drawn() == {3, 4, 6, 7, 8})  # the sixth was drawn before


def test_never_more_than_the_limit(prefetcher, stocked, canvas, wait_for, drawn) -> None:
    from yalu_plugin.settings import SCENES_KEPT

    ever: set[str] = set()
    for _ in range(10):
        stocked.imagery.step("next")
        wait_for(lambda: not stocked.imagery.neighbour("next")
                 or stocked.scenes.timeline.scenes.index(stocked.imagery.neighbour("next")) in drawn())
        ever |= {layer.id() for layer in stocked.imagery.scene_layers.spares.values()}
        assert len(stocked.imagery.scene_layers.spares) <= SCENES_KEPT.value() == 8
    assert len(drawn()) <= 8
    # what was drawn of the others went with their layers
    assert len(ever) > 10 > len([one for one in ever if canvas.cache().hasCacheImage(one)])


def test_a_missing_scene_is_skipped(stocked, canvas, window, drawn, wait_for, romania) -> None:
    from yalu_plugin.gui.imagery.prefetch import Prefetcher

    Path(stocked.scenes.timeline.scenes[6].uri).unlink()
    prefetcher = Prefetcher(canvas, stocked, list, window)
    prefetcher.restart()
    wait_for(lambda: drawn() == {3, 4, 7})
    prefetcher.release()


def test_nothing_is_drawn_for_a_scene_that_is_hidden(prefetcher, stocked, canvas, drawn, wait_for, qgis_app) -> None:
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    wait_for(lambda: drawn() == {3, 4, 6, 7})
    shown = shown_layer(stocked.project)
    stocked.project.layerTreeRoot().findLayer(shown.id()).setItemVisibilityChecked(False)
    wait_for(lambda: shown not in canvas.layers())
    canvas.zoomScale(20_000)
    canvas.refresh()
    rest(qgis_app)
    assert drawn() == set()


def test_released_in_the_middle_of_its_work(stocked, canvas, window, wait_for, qgis_app) -> None:
    from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject

    from yalu_plugin.gui.imagery.prefetch import Prefetcher

    rest(qgis_app)
    listeners = canvas.receivers(canvas.mapCanvasRefreshed), canvas.receivers(canvas.renderStarting)
    prefetcher = Prefetcher(canvas, stocked, list, window)
    prefetcher.restart()
    wait_for(lambda: prefetcher.busy)
    prefetcher.release()
    prefetcher.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (canvas.receivers(canvas.mapCanvasRefreshed), canvas.receivers(canvas.renderStarting)) == listeners
    assert not [one for one in window.children() if "Prefetcher" in type(one).__name__]
    stocked.imagery.step("next")
    canvas.refresh()
    rest(qgis_app)
    assert isinstance(stocked.project, QObject)


def test_a_day_of_several_scenes_is_prerendered_as_one_map(prefetcher, stocked, window, wait_for) -> None:
    from dataclasses import replace

    from yalu_plugin.layers.imagery.project_scenes import scene_id_of, shown_layers

    imagery = stocked.imagery
    sixth = imagery.scenes.timeline.scenes[6]
    same_day = replace(imagery.scenes.timeline.scenes[7], id="same day", acquired_from=sixth.acquired_from,
                       acquired_to=sixth.acquired_to)
    ids = [sixth.id, same_day.id]
    before = imagery.scenes.timeline.scenes
    imagery.scenes.set_scenes([*before[:7], *before[8:], same_day])
    cache, layers = window.canvas.cache(), imagery.scene_layers
    wait_for(lambda: all(one in layers.spares and cache.hasCacheImage(layers.spares[one].id()) for one in ids))
    wait_for(lambda: not prefetcher.busy)
    imagery.step("next")
    assert [scene_id_of(layer) for layer in shown_layers(stocked.project)] == ids and prefetcher.shows_prerendered_map


def test_a_drawn_scene_without_a_date_is_shown(prefetcher, drawn, wait_for, stocked) -> None:
    wait_for(lambda: drawn() == {3, 4, 6, 7})
    day, scene = stocked.imagery.day, stocked.scenes.timeline.scenes[6]
    stocked.imagery.show(replace(scene, acquired_from=None, acquired_to=None, date_kind="", date_source=""))
    assert stocked.imagery.scene is None and stocked.imagery.day == day
