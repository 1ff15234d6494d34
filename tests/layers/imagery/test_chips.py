"""Chips of scenes around places: drawn in the background, once, with errors as results."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")


@pytest.fixture
def scenes(qgis_app: Any, data: Path) -> list[Any]:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    return list(catalogue(data / "s2_romania", read_raster).scenes)


@pytest.fixture
def new_chips(qgis_app: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Chips of an empty project; `threads` are those that scenes were opened in."""
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.layers.imagery import scene_opening
    from yalu_plugin.layers.imagery.chips import Chips

    parent, project, open_layer = QObject(), QgsProject(), scene_opening.scene_layer
    chips = Chips(project, lambda _: None, parent)
    chips.threads = []
    monkeypatch.setattr(scene_opening, "scene_layer", lambda *args: (
        chips.threads.append(threading.current_thread() is threading.main_thread()), open_layer(*args))[1])
    yield chips
    chips.reset()


def middle(scene: Any) -> tuple[float, float]:
    left, bottom, right, top = scene.box
    return (left + right) / 2, (bottom + top) / 2


def drawn(chips: Any, requested: list[Any], act: Callable[[], None] = lambda: None) -> list[Any]:
    """Return the signalled chips until all of these are known."""
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    loop, signalled = QEventLoop(), []

    def record(chip: Any) -> None:
        signalled.append(chip)
        if all(chips.result(one) is not None for one in requested):
            loop.quit()

    chips.drawn.connect(record)
    chips.request(requested)
    act()
    QTimer.singleShot(60_000, loop.quit)
    if any(chips.result(one) is None for one in requested):
        loop.exec()
    chips.drawn.disconnect(record)
    return signalled


def test_the_picture_is_the_scene_s_own_pixels_around_the_place(new_chips: Any, scenes: list[Any]) -> None:
    """Scenes of other days show other pixels; none is opened in the window's thread."""
    from qgis.PyQt.QtGui import QImage

    from yalu_plugin.layers.imagery.chips import PIXELS, Chip

    requested = [Chip(scene, *middle(scene)) for scene in scenes[:3]]
    assert drawn(new_chips, requested) == requested and new_chips.threads == [False] * 3
    pictures = [new_chips.result(chip) for chip in requested]
    assert all(isinstance(one, QImage) and one.width() == one.height() == PIXELS for one in pictures)
    content = {bytes(one.constBits().asstring(one.sizeInBytes())) for one in pictures}
    assert len(content) == 3
    assert all(one.pixelColor(PIXELS // 2, PIXELS // 2).alpha() == 255 for one in pictures)


def test_a_known_result_is_not_drawn_again(new_chips: Any, scenes: list[Any]) -> None:
    from yalu_plugin.layers.imagery.chips import Chip

    chip = Chip(scenes[0], *middle(scenes[0]))
    drawn(new_chips, [chip])
    assert drawn(new_chips, [chip]) == [] and new_chips.threads == [False]


def test_an_error_is_the_result_and_the_next_chip_is_drawn(new_chips: Any, scenes: list[Any], tmp_path: Path) -> None:
    from dataclasses import replace

    from qgis.PyQt.QtGui import QImage

    from yalu_plugin.layers.imagery.chips import Chip, NoPictureHere
    from yalu_plugin.layers.imagery.raster import RasterMissing, RasterUnreadable

    (tmp_path / "text.tif").write_text("no image")
    gone, text = (replace(scenes[0], id=name, uri=str(tmp_path / name)) for name in ("gone.tif", "text.tif"))
    requested = [Chip(gone, *middle(scenes[0])), Chip(text, *middle(scenes[0])), Chip(scenes[0], 127.9, 41.4),
                 Chip(scenes[0], *middle(scenes[0]))]
    drawn(new_chips, requested)
    kinds = [type(new_chips.result(chip)) for chip in requested]
    assert kinds == [RasterMissing, RasterUnreadable, NoPictureHere, QImage]
    new_chips.pause()
    assert [new_chips.result(chip) is None for chip in requested] == [True, True, True, False]


def test_a_new_request_does_not_wait_for_the_previous_one(new_chips: Any, scenes: list[Any]) -> None:
    from yalu_plugin.layers.imagery.chips import Chip

    chips = [Chip(scene, *middle(scene)) for scene in scenes]
    new_chips.request(chips[:10])
    drawn(new_chips, [chips[-1]])
    assert len(new_chips.threads) == 2  # the one that was started, and the requested one


def test_no_more_are_cached_than_the_limit(new_chips: Any, scenes: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.imagery import chips as module

    monkeypatch.setattr(module, "MAX_CACHED", 2)
    requested = [module.Chip(scene, *middle(scene)) for scene in scenes[:3]]
    for chip in requested:
        drawn(new_chips, [chip])
    assert [new_chips.result(chip) is not None for chip in requested] == [False, True, True]


def test_an_open_layer_is_drawn_as_it_is(qgis_app: Any, scenes: list[Any]) -> None:
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.layers.imagery.chips import Chip, Chips
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    layer, parent, asked = scene_layer(scenes[0]), QObject(), []
    chips = Chips(QgsProject(), lambda scene: asked.append(scene) or layer, parent)
    chip = Chip(scenes[0], *middle(scenes[0]))
    layer.setOpacity(0.0)  # in the user's style
    drawn(chips, [chip])
    assert asked == [scenes[0]] and type(chips.result(chip)).__name__ == "NoPictureHere"
