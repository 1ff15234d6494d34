"""Comparisons in the Imagery panel: modes, dates, dragging, holding, and switching off."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

RED, GREEN, BLUE = (220, 30, 30), (30, 200, 30), (30, 30, 220)
DAYS = {"2023-06-10": RED, "2023-09-14": GREEN, "2024-08-02": BLUE}


@pytest.fixture
def dock(window, bench, messages, actions, qgis_app, tmp_path, wait_for):
    """The panel, with a map that shows the middle of three plain scenes."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
    from qgis.PyQt.QtCore import Qt
    from synthetic_scenes import GSD_M, NORTH, SIZE, WEST, made_scene

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    dock = ImageryDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    window.addActions(list(actions.by_name.values()))
    bench.scenes.add([made_scene(tmp_path, day, colour) for day, colour in DAYS.items()])
    window.resize(1300, 800)
    canvas = window.canvas
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32652"))
    bench.imagery.day_changed.connect(lambda: canvas.setLayers([*QgsProject.instance().mapLayers().values()][::-1]))
    canvas.setExtent(QgsRectangle(WEST, NORTH - SIZE * GSD_M, WEST + SIZE * GSD_M, NORTH).scaled(0.4))
    qgis_app.processEvents()
    bench.imagery.show(bench.scenes.timeline.scenes[1])
    wait_for(lambda: colour_at(canvas, 0.9) == GREEN)
    return dock


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def choose(dock, name, row):
    box = child(dock, name)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def colour_at(canvas, x, y=0.5):
    image = canvas.viewport().grab().toImage()
    return image.pixelColor(round(x * (image.width() - 1)), round(y * (image.height() - 1))).getRgb()[:3]


def compare_item(canvas):
    from yalu_plugin.gui.compare.compare_item import CompareItem

    found = [item for item in canvas.scene().items() if isinstance(item, CompareItem)]
    return found[0] if found else None


@pytest.fixture
def swiping(dock, window, wait_for):
    choose(dock, "yalu_compare_mode", 1)
    wait_for(lambda: colour_at(window.canvas, 0.1) == RED)
    return dock


def drag(qt, canvas, *spots):
    """Press at the first spot, move over the others, release at the last."""
    from qgis.PyQt.QtCore import QEvent, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent
    from qgis.PyQt.QtWidgets import QApplication

    port = canvas.viewport()
    where = [QPointF(round(x * port.width()), round(y * port.height())) for x, y in spots]

    def send(kind, spot, button, buttons):
        event = QMouseEvent(kind, spot, QPointF(port.mapToGlobal(spot.toPoint())), button, buttons,
                            Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(port, event)

    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    send(QEvent.Type.MouseMove, where[0], none, none)
    send(QEvent.Type.MouseButtonPress, where[0], left, left)
    for spot in where[1:]:
        send(QEvent.Type.MouseMove, spot, none, left)
    send(QEvent.Type.MouseButtonRelease, where[-1], left, none)
    send(QEvent.Type.MouseMove, where[-1], none, none)


def test_swipe_shows_the_scene_before_at_the_left(swiping, bench, window):
    assert str(bench.imagery.compare_scene.day) == "2023-06-10"
    assert child(swiping, "yalu_compare_scene").currentIndex() == 0
    assert [colour_at(window.canvas, x) for x in (0.1, 0.4, 0.6, 0.9)] == [RED, RED, GREEN, GREEN]


def test_the_order_of_the_dates_is_shown_where_it_is_known(swiping, bench, qgis_app):
    from dataclasses import replace

    label = child(swiping, "yalu_compare_order")
    assert label.text() == "The compare date is before the date on screen." and label.isVisibleTo(swiping)
    released = replace(bench.imagery.compare_scene, date_kind="released")
    bench.imagery.compare_scene = released
    bench.imagery.day_changed.emit()
    assert label.text() == "The compare date is before the date on screen."  # released by then, so taken before
    bench.imagery.compare_scene = replace(bench.imagery.scene, date_kind="released")
    bench.imagery.day_changed.emit()
    assert label.text() == "Which of the two dates came first is not known."
    choose(swiping, "yalu_compare_mode", 0)
    assert not label.isVisibleTo(swiping)


def test_each_side_is_named(swiping, window):
    item = compare_item(window.canvas)
    left, right = item.labels()
    assert left[1] == "2023-06-10 UTC · made-up · acquired · file name · SYNTHETIC"
    assert right[1] == "2023-09-14 UTC · made-up · acquired · file name · SYNTHETIC"
    assert left[0].right() < item.handle().left() < item.handle().right() < right[0].left()
    item.position = 0.2  # narrow: in more lines, whole
    narrow = item.labels()[0]
    assert narrow[1] == left[1] and narrow[0].height() > left[0].height()
    item.position = 0.0
    assert [text for _, text in item.labels()] == [right[1]]


@pytest.mark.parametrize("tool", ["QgsMapToolPan", "QgsMapToolZoom"])
def test_the_handle_is_dragged_with_any_tool(swiping, window, qt, tool):
    from qgis import gui

    canvas = window.canvas
    dock = getattr(gui, tool)(*([canvas, False] if tool == "QgsMapToolZoom" else [canvas]))
    canvas.setMapTool(dock)
    extent = canvas.extent()
    drag(qt, canvas, (0.5, 0.8), (0.6, 0.8), (0.75, 0.3))
    assert compare_item(canvas).position == pytest.approx(0.75, abs=0.01)
    assert canvas.extent() == extent
    assert [colour_at(canvas, x) for x in (0.6, 0.7, 0.8)] == [RED, RED, GREEN]
    assert canvas.viewport().cursor().shape() == qt.Qt.CursorShape.SplitHCursor
    drag(qt, canvas, (0.75, 0.5), (1.4, 0.5))  # out of the map
    assert compare_item(canvas).position == 1
    canvas.unsetMapTool(dock)


def test_off_the_handle_the_mouse_is_the_tools(swiping, window, qt):
    from qgis.gui import QgsMapToolPan

    canvas = window.canvas
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    centre = canvas.center()
    drag(qt, canvas, (0.2, 0.5), (0.25, 0.5), (0.3, 0.5))
    assert compare_item(canvas).position == 0.5
    assert canvas.center() != centre
    assert canvas.viewport().cursor().shape() != qt.Qt.CursorShape.SplitHCursor
    canvas.unsetMapTool(pan)


def test_up_and_down(swiping, window, qt, wait_for):
    choose(swiping, "yalu_compare_mode", 2)
    assert [colour_at(window.canvas, 0.9, y) for y in (0.1, 0.3, 0.7, 0.9)] == [RED, RED, GREEN, GREEN]
    drag(qt, window.canvas, (0.2, 0.5), (0.2, 0.25))
    assert [colour_at(window.canvas, 0.9, y) for y in (0.03, 0.6, 0.9)] == [RED, GREEN, GREEN]


def test_the_handle_moves_by_key(swiping, window, qt, actions):
    for _ in range(3):
        qt.key(window, qt.Qt.Key.Key_Period, qt.Qt.KeyboardModifier.AltModifier)
    assert compare_item(window.canvas).position == pytest.approx(0.65)
    qt.key(window, qt.Qt.Key.Key_Comma, qt.Qt.KeyboardModifier.AltModifier)
    assert compare_item(window.canvas).position == pytest.approx(0.6)


def test_blink_while_a_key_is_held(dock, window, qt, wait_for):
    choose(dock, "yalu_compare_mode", 3)
    canvas = window.canvas
    wait_for(lambda: compare_item(canvas).picture)
    canvas.setFocus()
    assert colour_at(canvas, 0.1) == GREEN
    assert compare_item(canvas).labels()[0][1].startswith("2023-09-14")
    qt.QTest.keyPress(canvas, qt.Qt.Key.Key_QuoteLeft)
    assert (colour_at(canvas, 0.1), colour_at(canvas, 0.9)) == (RED, RED)
    assert compare_item(canvas).labels()[0][1].startswith("2023-06-10")
    qt.QTest.keyRelease(canvas, qt.Qt.Key.Key_QuoteLeft)
    assert (colour_at(canvas, 0.1), colour_at(canvas, 0.9)) == (GREEN, GREEN)


def test_blink_while_the_button_is_held(dock, window, qt, wait_for):
    button = child(dock, "yalu_compare_hold")
    assert not button.isEnabled()
    choose(dock, "yalu_compare_mode", 3)
    wait_for(lambda: compare_item(window.canvas).picture)
    qt.QTest.mousePress(button, qt.Qt.MouseButton.LeftButton)
    assert colour_at(window.canvas, 0.5) == RED
    qt.QTest.mouseRelease(button, qt.Qt.MouseButton.LeftButton)
    assert colour_at(window.canvas, 0.5) == GREEN


def test_another_compare_date(swiping, bench, window, wait_for):
    choose(swiping, "yalu_compare_scene", 2)
    item = compare_item(window.canvas)
    assert item.compared.startswith("2023-06-10")  # until the other is drawn
    wait_for(lambda: colour_at(window.canvas, 0.1) == BLUE)
    assert item.compared.startswith("2024-08-02")
    assert colour_at(window.canvas, 0.9) == GREEN


def test_stepping_and_panning_go_on(swiping, bench, window, wait_for):
    canvas = window.canvas
    bench.imagery.step("next")
    wait_for(lambda: (colour_at(canvas, 0.1), colour_at(canvas, 0.9)) == (RED, BLUE))
    wait_for(lambda: compare_item(canvas).current.startswith("2024-08-02"))
    before = compare_item(canvas).picture
    canvas.zoomByFactor(1.2)
    wait_for(lambda: compare_item(canvas).picture is not before
             and compare_item(canvas).picture.settings.extent() == canvas.mapSettings().extent())
    assert (colour_at(canvas, 0.1), colour_at(canvas, 0.9)) == (RED, BLUE)


def test_until_it_is_drawn_again_the_picture_lies_where_it_belongs(swiping, window, qgis_app):
    from qgis.core import QgsRectangle

    canvas, item = window.canvas, compare_item(window.canvas)
    item.position = 1.0
    extent = canvas.extent()
    canvas.freeze(True)  # the canvas draws nothing now
    item.picture.image.fill(0xFF00FFFF)
    canvas.setExtent(QgsRectangle(extent.xMinimum() + extent.width() / 2, extent.yMinimum(),
                                  extent.xMaximum() + extent.width() / 2, extent.yMaximum()))
    assert colour_at(canvas, 0.45, 0.9) == (0, 255, 255)
    assert colour_at(canvas, 0.55, 0.9) != (0, 255, 255)
    canvas.freeze(False)


def test_the_style_is_copied_to_the_compare_date(swiping, bench, window, wait_for):
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    shown = shown_layer(bench.project)
    shown.setOpacity(0.5)
    shown.triggerRepaint()
    wait_for(lambda: colour_at(window.canvas, 0.1) not in (RED, GREEN)
             and colour_at(window.canvas, 0.9) not in (RED, GREEN))
    assert colour_at(window.canvas, 0.1)[0] > 200


def test_sites_show_as_of_the_compare_day(bench, window, wait_for):
    from qgis.core import QgsMapSettings

    from yalu_plugin.layers.imagery.compare_map import map_settings_for_day
    from yalu_plugin.layers.imagery.project_scenes import scene_layer
    from yalu_plugin.layers.temporal import day_range

    canvas = QgsMapSettings(window.canvas.mapSettings())
    layers = list(bench.project.mapLayers().values())
    assert not canvas.isTemporal()
    from synthetic_scenes import made_scene

    scene = made_scene(bench.session.survey.path.parent, "2023-06-10", RED)
    layer = scene_layer(scene)
    settings = map_settings_for_day(canvas, layers, [layer], scene.day)
    assert settings.temporalRange() == day_range(scene.day, scene.day)
    assert settings.layers() == [*layers, layer]  # under every vector layer
    assert settings.expressionContext().variable("map_start_time").date().toPyDate() == scene.day
    assert layer.id() not in bench.project.mapLayers()


def test_a_vanished_file_is_reported(dock, bench, window, bar_texts):
    Path(bench.scenes.timeline.scenes[0].uri).unlink()
    choose(dock, "yalu_compare_mode", 1)
    assert bar_texts()[0].endswith("Put it back, or catalogue its folder where it is now.")
    assert compare_item(window.canvas) is None
    assert child(dock, "yalu_compare_mode").currentIndex() == 0


def test_off_leaves_nothing(swiping, window):
    canvas = window.canvas
    choose(swiping, "yalu_compare_mode", 0)
    assert compare_item(canvas) is None
    assert colour_at(canvas, 0.1) == GREEN
    assert canvas.receivers(canvas.mapCanvasRefreshed) == 1  # the search for scenes without data, when the map rests
    assert canvas.receivers(canvas.renderStarting) == 0


@pytest.mark.parametrize("leave", ["clear", "release", "new_survey"])
def test_leaving_ends_the_mode(swiping, bench, window, tmp_path, leave):
    if leave == "clear":
        bench.project.clear()
    elif leave == "new_survey":
        bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    else:
        bench.release()
        project = bench.project  # for the fixture to let go of
        project.layerLoaded.connect(bench._before_layers_load)
        project.readProject.connect(bench.restore)
        project.cleared.connect(bench._project_cleared)
        project.layersRemoved.connect(bench.river._layers_removed)
    assert compare_item(window.canvas) is None
    assert bench.imagery.compare_scene is None
    assert child(swiping, "yalu_compare_mode").currentIndex() == 0


def test_the_project_remembers_the_compare_date_and_not_the_mode(swiping, bench, window, tmp_path):
    assert bench.project.write(str(tmp_path / "work.qgz"))
    compared = bench.imagery.compare_scene
    bench.project.clear()
    assert bench.imagery.compare_scene is None
    assert bench.project.read(str(tmp_path / "work.qgz"))
    assert bench.imagery.compare_scene == compared
    assert compare_item(window.canvas) is None
    assert child(swiping, "yalu_compare_scene").currentIndex() == 0


def test_it_leaves_room_for_the_date_on_screen(dock):
    assert child(dock, "yalu_compare").minimumSizeHint().width() <= 420


@pytest.mark.parametrize("mode", [1, 4])
def test_of_a_compare_day_what_is_there_is_shown_and_what_is_not_is_named(dock, bench, window, bar_texts, wait_for,
                                                                          mode):
    from dataclasses import replace

    from yalu_plugin.gui.compare.compare_mode import CompareMode

    whole = bench.scenes.timeline.scenes[0]
    spoilt = Path(whole.uri).with_name("spoilt.tif")
    spoilt.write_bytes(b"no raster")
    bench.scenes.add([replace(whole, id="spoilt", uri=str(spoilt))])
    bench.imagery.compare_with(whole)
    assert len(bench.scenes.steppable.step_of(whole)) == 2
    choose(dock, "yalu_compare_mode", mode)
    comparison = dock._compare.comparison
    if comparison.mode is CompareMode.SECOND_VIEW:
        wait_for(lambda: colour_at(comparison.view.map, 0.5) == RED)
    else:
        wait_for(lambda: colour_at(window.canvas, 0.1) == RED)
    assert bar_texts()[0].startswith("Left out of what is shown of this day: ") and "spoilt.tif" in bar_texts()[0]
    assert Path(whole.uri).name not in bar_texts()[0]
    bench.imagery.compare_with(None)


def test_on_the_compared_side_the_scene_on_screen_was_not_seen(swiping, bench, window):
    from qgis.core import QgsPointXY

    from yalu_plugin.gui.map_coordinates import lonlat_at

    def added_at(share):
        port = window.canvas.viewport()
        spot = QgsPointXY(share * port.width(), port.height() / 2)
        place = lonlat_at(window.canvas, window.canvas.getCoordinateTransform().toMapCoordinates(
            round(spot.x()), round(spot.y())))
        site = bench.annotation.add_site(place, "vehicle_ford")
        seen = bench.session.survey.rows("observations", site_id=site)
        return [row["seen_to"] for row in seen], bench.annotation.sighting_error(place)

    seen, why = added_at(0.2)
    assert seen == [] and "The map shows the compare date here, not 2023-09-14" in str(why)
    assert added_at(0.8) == (["2023-09-14"], None)
    choose(swiping, "yalu_compare_mode", 0)
    assert added_at(0.2) == (["2023-09-14"], None)
