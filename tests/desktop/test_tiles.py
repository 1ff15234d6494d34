"""Web tiles in a real QGIS: added through the Add menu, stepped through, drawn ahead, compared, cancelled.

The server is local; tests/tile_server.py lists the services it imitates. Its pictures are made up.
"""

from __future__ import annotations

import importlib
import math
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget
from qgis.utils import plugins

from tests.stac_server import hang, hang_completed, send
from tests.tile_images import WHITE, noise_rows, plain_rows, png
from tests.tile_server import COLOURS, TileServer, colour_of, serving_tiles
from tools.desk import Desk
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tile_grid import Tile, TileAddress, tile_at
from yalu_plugin.layers.imagery.project_scenes import shown_layer

NAME = "yalu_plugin"
PHUNGYANG = (127.885265, 41.431189)
MONTHS = ("2024_04", "2024_05", "2024_06")


@pytest.fixture(scope="module")
def server() -> Iterator[TileServer]:
    with serving_tiles() as running:
        yield running


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A `Desk` with a new survey, the map zoomed to a crossing."""
    desk.new_survey(tmp_path_factory.mktemp("tiles") / "tiles.gpkg")
    desk.show_panel("imagery")
    desk.zoom_to(*PHUNGYANG, scale=8000)
    desk.clear_messages()
    yield desk
    for key in ("xyz_address", "wmts_address", "wmts_layer"):
        QgsSettings().remove(f"plugins/yalu_plugin/{key}")


def imagery() -> Any:
    return plugins[NAME].workbench.imagery


def timeline() -> Any:
    return plugins[NAME].workbench.scenes.timeline


def days() -> list[str]:
    return [f"{scene.day} {scene.date_kind}" for scene in timeline().scenes]


def open_dialog(desk: Desk, name: str) -> QDialog:
    desk.find_action(f"yalu_add_{name}").trigger()
    dialog = desk.find(f"Yalu{name.capitalize()}Dialog", QDialog)
    desk.wait(dialog.isVisible, f"the dialog {name}")
    return dialog


def search(desk: Desk, dialog: QDialog) -> None:
    """Press Search, and wait until the message bar shows the result."""
    desk.clear_messages()
    name = dialog.objectName().removeprefix("Yalu").removesuffix("Dialog").lower()
    desk.click(desk.find(f"yalu_{name}_search", inside=dialog))
    desk.wait(lambda: any(re.match(r"\d+ scene|Stopped", line) for line in desk.messages()), "the search to end")


def write(widget: QWidget, text: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)


def shown(desk: Desk) -> tuple[int, ...]:
    """Return the screen's colour in the left half of the map."""
    port = desk.canvas.viewport()
    spot = port.mapToGlobal(port.rect().center()) - port.rect().center() / 2
    return QApplication.primaryScreen().grabWindow(0, spot.x(), spot.y(), 1, 1).toImage().pixelColor(0, 0).getRgb()[:3]


def wait_for(desk: Desk, colour: tuple[int, ...]) -> None:
    desk.wait(lambda: shown(desk) == colour, f"{colour}, there is {shown(desk)}")


def test_1_months_are_added_and_stepped_through(desk: Desk, server: TileServer) -> None:
    dialog = open_dialog(desk, "xyz")
    write(desk.find("yalu_xyz_address", QLineEdit, dialog), server.monthly)
    step = desk.find("yalu_xyz_step", QComboBox, dialog)
    step.setCurrentIndex(step.findData("listed"))
    write(desk.find("yalu_xyz_dates", QPlainTextEdit, dialog), "2024-04, 2024-05, 2024-06")
    write(desk.find("yalu_xyz_name", QLineEdit, dialog), "Mosaic")
    desk.picture("60-tile-address")
    search(desk, dialog)
    assert days() == ["2024-04-01 at_or_before", "2024-05-01 at_or_before", "2024-06-01 at_or_before"]
    desk.step("first")
    for month in MONTHS:
        wait_for(desk, colour_of(f"monthly_{month}"))
        if month != MONTHS[-1]:
            desk.step("next")
    desk.picture("61-tiles-on-the-map")


def test_2_the_next_one_is_drawn_ahead(desk: Desk, server: TileServer) -> None:
    desk.step("first")
    desk.wait(lambda: any("monthly_2024_05" in path for path in server.requests), "the next month to be drawn ahead")
    desk.wait(lambda: not plugins[NAME]._prefetcher.busy, "the drawing ahead to be done")
    server.faults["/xyz/monthly_2024_05"] = hang  # tiles not loaded by now never arrive
    desk.step("next")
    wait_for(desk, colour_of("monthly_2024_05"))
    server.faults.clear()
    server.http.release_hanging()


def test_3_two_months_side_by_side(desk: Desk) -> None:
    box = desk.find("yalu_compare_mode", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    desk.settle()
    desk.wait(lambda: shown(desk) != colour_of("monthly_2024_05"), "another month in the left half")
    assert shown(desk) in [colour_of(f"monthly_{month}") for month in MONTHS]
    desk.picture("62-tiles-compared")
    QTest.keyClick(box, Qt.Key.Key_Home)
    desk.settle()
    wait_for(desk, colour_of("monthly_2024_05"))


def test_4_a_wmts_is_listed_and_added(desk: Desk, server: TileServer) -> None:
    dialog = open_dialog(desk, "wmts")
    write(desk.find("yalu_wmts_address", QComboBox, dialog).lineEdit(), server.wmts)
    desk.click(desk.find("yalu_wmts_list", inside=dialog))
    layer = desk.find("yalu_wmts_layer", QComboBox, dialog)
    desk.wait(lambda: layer.count() == 1, "the layers to be listed")
    desk.find("yalu_wmts_start", inside=dialog).clear()
    desk.picture("63-wmts")
    search(desk, dialog)
    imagery().show(timeline().at(timeline().scenes[-1].day)[0])
    assert "2024-05-06 at_or_before" in days()


def test_5_wayback_and_a_cancelled_search(desk: Desk, server: TileServer, monkeypatch: pytest.MonkeyPatch) -> None:
    # the module that the plugin uses: after a reload, packages may still refer to the previous one
    wayback_dialog = importlib.import_module("yalu_plugin.gui.sources.wayback_dialog")
    monkeypatch.setattr(wayback_dialog, "WAYBACK", server.wayback)
    server.faults["/metadata"] = hang
    desk.click(desk.find("yalu_wayback_search", inside=open_dialog(desk, "wayback")))
    desk.wait(lambda: any("/metadata" in path for path in server.requests), "the metadata to be requested")
    beats, heart = [], QTimer()
    heart.timeout.connect(lambda: beats.append("beat"))
    heart.start(10)
    desk.wait(lambda: len(beats) >= 20, "the window's events to go on")
    heart.stop()
    for task in QgsApplication.taskManager().tasks():
        task.cancel()
    desk.wait(lambda: any("Stopped" in line for line in desk.messages()), "the search to stop")
    assert not hang_completed(server)
    server.faults.clear()
    server.http.release_hanging()
    dialog = open_dialog(desk, "wayback")
    desk.picture("64-wayback-dialog")
    search(desk, dialog)
    assert [day for day in days() if day[:4] in ("2010", "2017", "2022")] == [
        "2010-09-30 acquired", "2017-05-02 acquired", "2022-05-18 released", "2022-10-11 acquired"]
    desk.step("first")
    wait_for(desk, COLOURS["red"])
    desk.step("next")
    wait_for(desk, COLOURS["green"])
    desk.picture("65-wayback")


def test_6_nothing_is_observed_where_there_is_no_tile(desk: Desk, server: TileServer) -> None:
    """Left of the crossing the tiles are missing, and further north they are white."""
    middle = tile_at(*PHUNGYANG, 16)

    def half(handler: Any) -> None:
        zoom, column, row = (int(part) for part in handler.path.partition(".png")[0].split("/")[-3:])
        size = 2.0 ** (zoom - 16)
        if column >= middle.column * size:
            send(handler, png(noise_rows((zoom, column, row))), media="image/png")
        elif row >= middle.row * size:
            send(handler, b"", 404)
        else:
            send(handler, png(plain_rows(WHITE)), media="image/png")

    server.faults["/xyz/half"] = half
    address = TileAddress(f"{server.address}/xyz/half/{{z}}/{{x}}/{{y}}.png").uri
    day = datetime(2024, 6, 9, tzinfo=timezone.utc)
    bench = plugins[NAME].workbench
    bench.scenes.add([Scene("half", address, day, day, "acquired", "service", platform="half")])
    imagery().show(next(one for one in timeline().scenes if one.id == "half"))
    desk.zoom_to(*PHUNGYANG, scale=12_000)
    desk.wait(lambda: not desk.canvas.isDrawing() and desk.canvas.cache().hasCacheImage(
        shown_layer(bench.project).id()), "the tiles to be drawn")
    desk.find_action("yalu_add_crossing").trigger()
    west, north, east, south = bounds(middle)
    for place, seen, message in (((east, (north + south) / 2), 1, ""),
                                 ((west - 0.002, (north + south) / 2), 0, "has no picture here"),
                                 ((west - 0.002, north + 0.002), 0, "only a plain colour here")):
        desk.clear_messages()
        before = {row["id"] for row in bench.session.survey.rows("sites")}
        desk.click_map(*place)
        (site,) = {row["id"] for row in bench.session.survey.rows("sites")} - before
        assert len(bench.session.survey.rows("observations", site_id=site)) == seen
        lines = desk.messages()
        assert any((message or "Added without") in line for line in lines) == bool(message)
        desk.picture(f"66-tile-clicked-{seen}-{len(message)}")
    QTest.keyClick(desk.canvas, Qt.Key.Key_A)  # the last site is selected
    desk.settle()
    assert any("only a plain colour here" in line for line in desk.messages())
    assert bench.session.survey.rows("observations", site_id=site) == []
    desk.picture("67-tile-observed")


def bounds(tile: Tile) -> tuple[float, float, float, float]:
    """Return west, north, east and south of a tile, in degrees."""
    size = 2**tile.zoom
    north, south = (math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / size))))
                    for row in (tile.row, tile.row + 1))
    return tile.column / size * 360 - 180, north, (tile.column + 1) / size * 360 - 180, south
