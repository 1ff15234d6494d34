"""A STAC search from the Imagery panel, clicked through against a local server."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.stac_server import hang, hang_completed, send, serving


@pytest.fixture
def server(qgis_app, data):
    with serving(data / "s2_romania") as running:
        yield running


@pytest.fixture
def dock(window, bench, messages, actions, qgis_app):
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    made = ImageryDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, made)
    made.show()
    window.canvas.setExtent(QgsRectangle(2464600, 5652800, 2466900, 5656000))
    qgis_app.processEvents()
    return made


@pytest.fixture(autouse=True)
def no_saved_settings(qgis_app):
    from qgis.core import QgsSettings

    yield
    QgsSettings().remove("plugins/yalu_plugin/stac_address")
    QgsSettings().remove("plugins/yalu_plugin/stac_collections")


def child(parent, name):
    from qgis.PyQt.QtWidgets import QWidget

    return parent.findChild(QWidget, name)


@pytest.fixture
def dialog(dock, actions):
    actions.by_name["search_stac"].trigger()
    return child(dock, "YaluStacDialog")


def enter(dialog, qt, address, **fields):
    for name, text in {"address": address, "collections": "s2-romania", **fields}.items():
        widget = child(dialog, f"yalu_stac_{name}")
        widget.setFocus()
        (widget.lineEdit() if name == "address" else widget).selectAll()
        qt.QTest.keyClicks(widget, text)
    child(dialog, "yalu_stac_start").clear()


def test_a_search_fills_the_timeline(actions, dialog, server, bench, qt, bar_texts, wait_for):
    enter(dialog, qt, server.api, cloud="20")
    qt.click(child(dialog, "yalu_stac_search"))
    assert not actions.by_name["search_stac"].isEnabled()
    wait_for(bar_texts)
    clear = [item for item in server.items if item["properties"]["eo:cloud_cover"] <= 20]
    assert bar_texts() == [f"{len(clear)} scenes"]
    assert len(bench.scenes.timeline.scenes) == len(clear) < 16
    assert actions.by_name["search_stac"].isEnabled()
    west, south, east, north = server.requests[1][2]["bbox"]
    assert 22.1 < west < 22.15 < east < 22.2 and 45.15 < south < 45.2 < north < 45.25
    bench.imagery.show(bench.scenes.timeline.scenes[0])
    wait_for(lambda: bench.imagery.scene)
    assert bench.imagery.scene.uri.startswith("http://127.0.0.1:")


def test_presets_and_what_was_entered_last(dialog, dock, server, qt):
    address = child(dialog, "yalu_stac_address")
    assert [address.itemText(row) for row in range(address.count())] == ["Earth Search", "Planetary Computer"]
    assert address.currentText() == "Earth Search"
    assert child(dialog, "yalu_stac_collections").text() == "sentinel-2-l2a"
    enter(dialog, qt, server.api)
    qt.click(child(dialog, "yalu_stac_search"))
    from yalu_plugin.gui.sources.stac_dialog import StacDialog

    again = StacDialog(dock._canvas.mapSettings(), dock)
    assert child(again, "yalu_stac_address").currentText() == server.api


def test_an_address_with_a_key_is_neither_searched_nor_saved(dialog, qt):
    from yalu_plugin.settings import STAC_ADDRESS

    enter(dialog, qt, "https://stac.example/v1?token=hidden")
    qt.click(child(dialog, "yalu_stac_search"))
    assert dialog.isVisible() and '"token" in this address looks like a key' in child(
        dialog, "yalu_stac_notice").text()
    assert not STAC_ADDRESS.value()


def test_a_preset_is_shown_for_its_address(dialog):
    asked = []
    dialog.requested.disconnect()
    dialog.requested.connect(lambda source, query: asked.append((source.address, query)))
    child(dialog, "yalu_stac_address").setCurrentIndex(1)
    child(dialog, "yalu_stac_end").set_day(child(dialog, "yalu_stac_start").day())
    dialog.accept()
    (address, query), = asked
    assert address == "https://planetarycomputer.microsoft.com/api/stac/v1"
    assert query.start == query.end and isinstance(query.start, date) and query.max_cloud is None


def test_swapped_days_are_not_searched(dialog):
    end = child(dialog, "yalu_stac_end")
    end.set_day(child(dialog, "yalu_stac_start").day() - timedelta(days=1))
    assert not child(dialog, "yalu_stac_search").isEnabled()
    assert child(dialog, "yalu_stac_notice").text() == "The first day is after the last one."
    end.clear()
    assert child(dialog, "yalu_stac_search").isEnabled()


def test_an_empty_result_is_reported(dialog, server, qt, bar_texts, wait_for):
    enter(dialog, qt, server.api, collections="another")
    qt.click(child(dialog, "yalu_stac_search"))
    wait_for(bar_texts)
    assert bar_texts() == ["No images were found. Widen the view, the days or the cloud cover, or change collections."]


def test_a_fault_is_one_line(dialog, actions, server, bench, qt, bar_texts, wait_for):
    server.faults["/api/search"] = lambda handler: send(handler, b"broken", 500)
    enter(dialog, qt, server.api)
    qt.click(child(dialog, "yalu_stac_search"))
    wait_for(bar_texts)
    assert bar_texts() == [f"{server.address[7:]} failed (HTTP 500). The fault is on its side: try again later."]
    assert actions.by_name["search_stac"].isEnabled() and not bench.scenes.timeline.scenes


def test_cancel_ends_a_search_that_hangs_and_the_window_stays_alive(dialog, server, qt, bar_texts, wait_for):
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QTimer

    server.faults["/api/search"] = hang
    enter(dialog, qt, server.api)
    qt.click(child(dialog, "yalu_stac_search"))
    wait_for(lambda: any(path == "/api/search" for _, path, _ in server.requests))
    beats, heart = [], QTimer()
    heart.timeout.connect(lambda: beats.append("beat"))
    heart.start(10)
    wait_for(lambda: len(beats) >= 20)  # the window's events run while the search waits
    heart.stop()
    for task in QgsApplication.taskManager().tasks():
        if task.description() == "Searching for images":
            task.cancel()
    wait_for(bar_texts)
    assert not hang_completed(server)
    assert bar_texts() == ["Stopped: no image was added."]


def test_a_custom_address_keeps_nothing_of_the_preset(dialog, qt):
    address, collections = child(dialog, "yalu_stac_address"), child(dialog, "yalu_stac_collections")
    assert collections.text() == "sentinel-2-l2a" and child(dialog, "yalu_stac_start").day()
    address.lineEdit().selectAll()
    qt.QTest.keyClicks(address, "catalog.json")
    assert collections.text() == "" and child(dialog, "yalu_stac_start").day() is None
    address.setCurrentIndex(1)
    assert collections.text() == "sentinel-2-l2a" and child(dialog, "yalu_stac_start").day()


def test_what_was_written_stays_with_another_address(dialog, qt):
    child(dialog, "yalu_stac_collections").setText("s2-romania")
    child(dialog, "yalu_stac_start").set_day(date(2016, 1, 1))
    child(dialog, "yalu_stac_address").setEditText("catalog.json")
    assert child(dialog, "yalu_stac_collections").text() == "s2-romania"
    assert child(dialog, "yalu_stac_start").day() == date(2016, 1, 1)
