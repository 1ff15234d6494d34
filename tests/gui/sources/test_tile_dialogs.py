"""Wayback, WMTS and dated tile addresses added from the Imagery panel, against a local server.

The sources of the answers' formats are named in tests/tile_server.py.
"""

from __future__ import annotations

import pytest

from tests.stac_server import hang, hang_completed, send
from tests.tile_images import noise_rows, png
from tests.tile_server import LAYER, RELEASES, colour_of, serving_tiles


@pytest.fixture
def server(qgis_app):
    with serving_tiles() as running:
        yield running


@pytest.fixture(autouse=True)
def no_saved_settings(qgis_app):
    from qgis.core import QgsSettings

    yield
    for name in ("wmts_address", "wmts_layer", "xyz_address"):
        QgsSettings().remove(f"plugins/yalu_plugin/{name}")


@pytest.fixture
def dock(window, bench, messages, actions, qgis_app):
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    made = ImageryDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, made)
    made.show()
    window.canvas.setExtent(QgsRectangle(14235600, 5072000, 14236600, 5073000))  # Phungyang
    qgis_app.processEvents()
    return made


def child(parent, name):
    from qgis.PyQt.QtWidgets import QWidget

    return parent.findChild(QWidget, name)


@pytest.fixture
def opened(dock, actions):
    """Return a function that selects an entry of the Add menu and returns the dialog it opens."""
    def choose(name):
        actions.by_name[f"add_{name}"].trigger()
        return child(dock, f"Yalu{name.capitalize()}Dialog")
    return choose


def enter(qt, widget, text):
    line = widget.lineEdit() if hasattr(widget, "lineEdit") else widget
    line.setFocus()
    line.selectAll()
    qt.QTest.keyClicks(line, text)


def days(bench):
    return [f"{scene.day} {scene.date_kind}" for scene in bench.scenes.timeline.scenes]


def test_the_menu_offers_every_source(dock):
    entries = [action.text() for action in child(dock, "yalu_add_images").menu().actions()]
    assert entries == ["Folder…", "List or ZIP…", "STAC…", "World Imagery Wayback…", "WMTS or WMS with times…",
                       "Tile address with a date…"]


def test_a_list_of_images(dock, actions, bench, romania, tmp_path, bar_texts, wait_for, monkeypatch):
    from qgis.PyQt.QtWidgets import QFileDialog

    table = tmp_path / "list.csv"
    table.write_text("uri,datetime\n" + "".join(f"{path},2020-01-0{day}\n" for day, path in
                                                enumerate(sorted(romania.glob("*.tif"))[:2], start=1)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    actions.by_name["add_list"].trigger()
    wait_for(bar_texts)
    assert days(bench) == ["2020-01-01 acquired", "2020-01-02 acquired"]


def test_wayback_brings_what_changed_here(opened, server, bench, qt, bar_texts, wait_for, monkeypatch):
    monkeypatch.setattr("yalu_plugin.gui.sources.wayback_dialog.WAYBACK", server.wayback)
    qt.click(child(opened("wayback"), "yalu_wayback_search"))
    wait_for(bar_texts)
    assert bar_texts() == ["4 scenes"]
    assert days(bench) == ["2010-09-30 acquired", "2017-05-02 acquired", "2022-05-18 released", "2022-10-11 acquired"]


def of_ground(handler):
    """Return a tile like ground, equal in releases that show the same: one colour would not count as seen."""
    send(handler, png(noise_rows(RELEASES[int(handler.path.split("/")[-4])][1])), media="image/png")


def show_drawn(bench, window, wait_for, scene):
    """Put a scene on the map and wait until it is drawn completely."""
    drawn = []
    bench.imagery.show(scene)
    window.canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    window.canvas.refresh()
    wait_for(lambda: drawn and not window.canvas.isDrawing())


def test_a_release_date_dates_no_observation(opened, server, bench, qt, bar_texts, wait_for, window, monkeypatch):
    from qgis.core import QgsGeometry
    from qgis.gui import QgsLayerTreeMapCanvasBridge

    from yalu_plugin.layers.survey.observations import OnlyReleaseDate

    window.canvas.setCachingEnabled(True)
    bridge = QgsLayerTreeMapCanvasBridge(bench.project.layerTreeRoot(), window.canvas, window.canvas)
    bridge.setAutoSetupOnFirstLayer(False)
    server.faults["/arcgis/rest/services/World_Imagery/WMTS/1.0.0/default028mm/MapServer/tile/"] = of_ground
    monkeypatch.setattr("yalu_plugin.gui.sources.wayback_dialog.WAYBACK", server.wayback)
    qt.click(child(opened("wayback"), "yalu_wayback_search"))
    wait_for(bar_texts)
    show_drawn(bench, window, wait_for, bench.scenes.timeline.scenes[2])
    middle = QgsGeometry.fromWkt(bench.imagery.scene.footprint_wkt).centroid().asPoint()  # where the date is valid
    bench.sites.select([bench.annotation.add_site(middle, "vehicle_ford")])
    with pytest.raises(OnlyReleaseDate):
        bench.annotation.observe("present")
    show_drawn(bench, window, wait_for, bench.scenes.timeline.scenes[1])
    bench.annotation.observe("present")
    row = bench.session.survey.rows("observations")[-1]
    assert (row["seen_from"], row["seen_to"]) == ("2017-05-02", "2017-05-02")
    bridge.deleteLater()


def test_a_wmts_is_listed_and_stepped_through(opened, server, bench, qt, bar_texts, wait_for, window):
    dialog = opened("wmts")
    enter(qt, child(dialog, "yalu_wmts_address"), server.wmts)
    assert child(dialog, "yalu_wmts_date_kind").currentData() == "at_or_before"
    assert not child(dialog, "yalu_wmts_search").isEnabled()
    qt.click(child(dialog, "yalu_wmts_list"))
    layer = child(dialog, "yalu_wmts_layer")
    wait_for(lambda: layer.count() == 1)
    assert layer.currentText() == LAYER
    assert child(dialog, "yalu_wmts_notice").text() == "1 layers with times, in web mercator"
    child(dialog, "yalu_wmts_start").clear()
    qt.click(child(dialog, "yalu_wmts_search"))
    wait_for(bar_texts)
    assert days(bench) == [f"2024-05-0{day} at_or_before" for day in (1, 2, 6)]  # no satellite passed on the 3rd


def test_gibs_is_the_first_address(opened):
    from yalu_plugin.layers.sources.service_presets import GIBS, GIBS_LAYERS

    dialog = opened("wmts")
    address, layer = child(dialog, "yalu_wmts_address"), child(dialog, "yalu_wmts_layer")
    assert (address.currentText(), address.currentData()) == ("NASA GIBS", GIBS)
    assert [layer.itemText(row) for row in range(layer.count())] == list(GIBS_LAYERS)
    assert child(dialog, "yalu_wmts_date_kind").currentData() == "acquired"
    assert child(dialog, "yalu_wmts_search").isEnabled()


def test_a_failed_list_is_shown_in_the_dialog(opened, server, qt, wait_for):
    server.faults["/wmts"] = lambda handler: send(handler, b"", 500)
    dialog = opened("wmts")
    enter(qt, child(dialog, "yalu_wmts_address"), server.wmts)
    qt.click(child(dialog, "yalu_wmts_list"))
    notice = child(dialog, "yalu_wmts_notice")
    wait_for(lambda: "HTTP 500" in notice.text())


def test_a_dialog_closed_while_it_lists_asks_no_more(opened, server, qt, wait_for):
    from qgis.core import QgsApplication

    server.faults["/wmts"] = hang
    dialog = opened("wmts")
    enter(qt, child(dialog, "yalu_wmts_address"), server.wmts)
    qt.click(child(dialog, "yalu_wmts_list"))
    wait_for(lambda: server.requests)
    dialog.reject()
    wait_for(lambda: not QgsApplication.taskManager().count())
    assert not hang_completed(server)


def test_tiles_month_by_month_are_drawn(opened, server, bench, qt, bar_texts, wait_for, window):
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    dialog = opened("xyz")
    enter(qt, child(dialog, "yalu_xyz_address"), server.monthly)
    step = child(dialog, "yalu_xyz_step")
    step.setCurrentIndex(step.findData("listed"))
    dates = child(dialog, "yalu_xyz_dates")
    assert dates.isVisible() and not child(dialog, "yalu_xyz_search").isEnabled()
    qt.QTest.keyClicks(dates, "2024-05, 2024-06")
    assert not child(dialog, "yalu_xyz_start").isEnabled()  # the list states the days
    enter(qt, child(dialog, "yalu_xyz_name"), "PlanetScope")
    qt.click(child(dialog, "yalu_xyz_search"))
    wait_for(bar_texts)
    assert days(bench) == ["2024-05-01 at_or_before", "2024-06-01 at_or_before"]
    for row, month in ((0, "2024_05"), (1, "2024_06"), (0, "2024_05")):
        bench.imagery.show(bench.scenes.timeline.scenes[row])
        window.canvas.setLayers([shown_layer(bench.project)])
        wait_for(lambda month=month: middle(window.canvas) == colour_of(f"monthly_{month}"))


def test_a_tooltip_names_provider_and_terms_and_no_file(qgis_app):
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.gui.imagery.scene_text import scene_tooltip

    uri = "https://t.example/{z}/{x}/{y}.png#zmin=0&zmax=18"
    assert scene_tooltip(Scene("a", uri, provider="Esri", licence="terms")) == f"Esri\nterms\n{uri}"


def middle(canvas):
    canvas.waitWhileRendering()
    picture = canvas.grab().toImage()
    return picture.pixelColor(picture.width() // 2 + 40, picture.height() // 2 + 40).getRgb()[:3]


@pytest.mark.parametrize(("status", "expected"), [(500, ["failed (HTTP 500)"]),
                                                  (403, ["refused the request (HTTP 403)"]),
                                                  (404, ["has no picture of this date"])])
def test_missing_tiles_are_reported_when_stepped_to(dock, server, bench, bar_texts, wait_for, status, expected):
    from datetime import datetime, timezone

    from qgis.core import QgsApplication

    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.core.imagery.tile_grid import TileAddress

    moment = datetime(2024, 5, 1, tzinfo=timezone.utc)
    scene = Scene("a", TileAddress(server.monthly.replace("{yyyy}_{mm}", "2024_05")).uri, moment, moment, "acquired")
    bench.scenes.add([scene])
    server.faults["/xyz"] = lambda handler: send(handler, b"", status)
    bench.imagery.show(scene)
    wait_for(bar_texts)
    wait_for(lambda: not QgsApplication.taskManager().count())
    assert len(bar_texts()) == len(expected)
    assert all(text in line for text, line in zip(expected, bar_texts()))


def test_a_key_stays_out_and_the_dialog_says_why(opened, bench, qt):
    dialog = opened("xyz")
    enter(qt, child(dialog, "yalu_xyz_address"), "https://t.example/{date}/{z}/{x}/{y}?api_key=hidden")
    qt.click(child(dialog, "yalu_xyz_search"))
    assert dialog.isVisible() and '"api_key" in this address looks like a key' in child(
        dialog, "yalu_xyz_notice").text()
    from yalu_plugin.settings import XYZ_ADDRESS

    assert not XYZ_ADDRESS.value() and not bench.scenes.timeline.scenes


def test_an_invalid_address_is_reported(opened, qt):
    dialog = opened("xyz")
    enter(qt, child(dialog, "yalu_xyz_address"), "https://t.example/{z}/{x}/{y}")
    qt.click(child(dialog, "yalu_xyz_search"))
    assert "not an address of dated tiles" in child(dialog, "yalu_xyz_notice").text()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["wayback", "wmts", "xyz"])
def test_it_looks_right(opened, dark, name, qgis_app):
    from pathlib import Path

    from qgis.PyQt.QtGui import QColor, QPalette

    pictures = Path("build/pics")
    pictures.mkdir(parents=True, exist_ok=True)
    dialog = opened(name)
    if dark:
        palette, roles = QPalette(), QPalette.ColorRole
        for role, colour in ((roles.Window, "#2b2b2b"), (roles.Base, "#1e1e1e"), (roles.Button, "#3a3a3a"),
                             (roles.WindowText, "#e6e6e6"), (roles.Text, "#e6e6e6"), (roles.ButtonText, "#e6e6e6")):
            palette.setColor(role, QColor(colour))
        dialog.setPalette(palette)
    dialog.show_notice("The first day is after the last one.")
    dialog.adjustSize()
    qgis_app.processEvents()
    dialog.grab().save(str(pictures / f"{name}_dialog_{'dark' if dark else 'light'}.png"))
    assert dialog.minimumSizeHint().width() < 1366 / 2
