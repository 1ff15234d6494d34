"""The window never waits for the web: while a server is slow, broken or silent, events are still processed.

Every response of the server waits for a heartbeat of the window, a timer of its main thread. If the window waited for
the response, there would be no beat, and the response would come only after PATIENCE_S and be counted as missed. How
long the window is blocked at most is measured by `make bench` (tools/bench/heartbeat.py).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from qgis.utils import plugins

from tests.stac_server import StacServer, hang, hang_completed, send, serving
from tools.desk import Desk

DATA = Path(__file__).resolve().parents[1] / "data"
NAME = "yalu_plugin"
PATIENCE_S = 30
LARGE = b'{"links": [%s]}' % b",".join([b'{"rel": "other", "href": "https://a.example"}'] * 1_000_000)


class Heart:
    """Beats on the main thread while it is `beating`.

    `answers` counts the responses that waited for a beat, `missed` those for which none came.
    """

    def __init__(self) -> None:
        self.beats = self.answers = self.missed = 0
        self._beaten = threading.Condition()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._running = False

    def _beat(self) -> None:
        with self._beaten:
            self.beats += 1
            self._beaten.notify_all()

    def wait_for_beat(self) -> None:
        """Wait for the next beat; called in a thread of the server, before it answers."""
        if not self._running:
            return
        with self._beaten:
            before = self.beats
            in_time = self._beaten.wait_for(lambda: self.beats > before or not self._running, PATIENCE_S)
            self.answers += 1
            self.missed += not in_time

    @contextmanager
    def beating(self) -> Iterator[None]:
        """Beat during the `with` block; fails if the main thread waited for a response, or if there was none."""
        self.answers = self.missed = 0
        self._running = True
        self._timer.start(10)
        yield
        self._running = False
        self._timer.stop()
        assert (self.answers > 0, self.missed) == (True, 0)


@pytest.fixture(scope="module")
def heart(server: StacServer) -> Iterator[Heart]:
    """The heart that every response of the server waits for."""
    new_heart = Heart()
    server.before = new_heart.wait_for_beat
    yield new_heart
    server.before = lambda: None


@pytest.fixture(scope="module")
def server() -> Iterator[StacServer]:
    """A STAC API and its rasters, each response 100 ms late."""
    with serving(DATA / "s2_romania") as running:
        running.delay_s = 0.1
        yield running


@pytest.fixture(scope="module")
def desk(desk: Desk, server: StacServer, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with the scenes in a new survey, and the map zoomed to them."""
    desk.new_survey(tmp_path_factory.mktemp("heartbeat") / "slow.gpkg")
    desk.zoom_to_box(22.14, 45.19, 22.16, 45.21)
    search(desk, server.api)
    wait_for(desk.messages)
    return desk


def imagery() -> Any:
    return plugins[NAME].workbench.imagery


def timeline() -> Any:
    return plugins[NAME].workbench.scenes.timeline


def wait_for(condition: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "timed out"
        QTest.qWait(10)


def search(desk: Desk, address: str) -> None:
    """Add, STAC: search this address for all scenes."""
    desk.clear_messages()
    desk.find_action("yalu_search_stac").trigger()
    dialog = QApplication.activeModalWidget()
    desk.find("yalu_stac_address", QComboBox, dialog).setEditText(address)
    desk.find("yalu_stac_collections", QLineEdit, dialog).clear()
    desk.find("yalu_stac_start", inside=dialog).clear()
    desk.click(desk.find("yalu_stac_search", QPushButton, dialog))


def search_and_wait(desk: Desk, server: StacServer) -> None:
    search(desk, server.api)
    wait_for(desk.messages)


def test_while_a_slow_service_is_searched(desk: Desk, server: StacServer, heart: Heart) -> None:
    with heart.beating():
        search_and_wait(desk, server)
    assert heart.answers >= 5  # the landing page, and four pages of items
    assert desk.messages() == ["16 scenes (16 known already)"]
    assert len(timeline().scenes) == 16


def test_while_stepping_through_images_on_a_slow_server(desk: Desk, heart: Heart) -> None:
    with heart.beating():
        imagery().scene_layers.reset()
        for where, scene in zip(("first", *["next"] * 15), timeline().scenes):
            imagery().step(where)
            wait_for(lambda wanted=scene: imagery().scene == wanted)
            wait_for(lambda: not desk.canvas.isDrawing())


def test_while_stepping_faster_than_images_arrive(desk: Desk, heart: Heart) -> None:
    gdal.VSICurlClearCache()  # GDAL's cache of the images is empty
    with heart.beating():
        imagery().scene_layers.reset()
        for where in ("first", *["next"] * 15):
            imagery().step(where)
            QTest.qWait(50)
        wait_for(lambda: imagery().scene == timeline().last())


def test_while_a_service_hangs_and_the_search_is_cancelled(desk: Desk, server: StacServer, heart: Heart) -> None:
    server.faults["/api/search"] = hang
    with heart.beating():
        before = len(server.requests)
        search(desk, server.api)
        wait_for(lambda: any(path == "/api/search" for _, path, _ in server.requests[before:]))
        beats = heart.beats
        wait_for(lambda: heart.beats >= beats + 20)
        for task in QgsApplication.taskManager().tasks():
            task.cancel()
        wait_for(desk.messages)
    assert not hang_completed(server)
    assert desk.messages() == ["Stopped: no image was added."]
    server.faults.clear()
    server.http.release_hanging()


@pytest.mark.parametrize("fault", [
    lambda handler: send(handler, b"", 500),
    lambda handler: send(handler, b"<html>", media="text/html"),
    lambda handler: send(handler, LARGE),
], ids=["broken", "no JSON", "48 MB"])
def test_while_a_service_answers_nonsense(
        desk: Desk, server: StacServer, heart: Heart, fault: Callable[..., None]) -> None:
    server.faults["/api"] = fault
    with heart.beating():
        search_and_wait(desk, server)
    assert "127.0.0.1" in desk.messages()[0]
    server.faults.clear()
    server.http.release_hanging()


def test_while_images_are_missing_or_hang(desk: Desk, server: StacServer, heart: Heart) -> None:
    gdal.VSICurlClearCache()
    imagery().scene_layers.reset()
    imagery().step("first")
    wait_for(lambda: imagery().pending_scene is None)
    first, missing, hanging, last, *_ = timeline().scenes
    server.faults = {f"/files/{Path(missing.uri).name}": lambda handler: send(handler, b"", 404),
                     f"/files/{Path(hanging.uri).name}": hang}
    with heart.beating():
        imagery().show(missing)
        wait_for(lambda: imagery().pending_scene is None)
        imagery().show(hanging)
        QTest.qWait(300)
        imagery().show(last)
        wait_for(lambda: imagery().scene == last)
    server.faults.clear()
    server.http.release_hanging()


def test_while_comparing_with_images_on_a_slow_server(desk: Desk, heart: Heart) -> None:
    desk.clear_messages()
    modes, comparison = desk.find("yalu_compare_mode", QComboBox), desk.find("yalu_compare").comparison

    gdal.VSICurlClearCache()
    with heart.beating():
        select(modes, 1)
        for row in (5, 9):
            select(desk.find("yalu_compare_scene", QComboBox), row)
            day = str(timeline().scenes[row].day)
            wait_for(lambda wanted=day: comparison.on_map.item.compared.startswith(wanted))
        select(modes, 0)
    assert desk.messages() == []


def select(box: QComboBox, row: int) -> None:
    box.setCurrentIndex(row)
    box.activated.emit(row)
