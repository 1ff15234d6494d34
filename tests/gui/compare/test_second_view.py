"""The second view: a map of the compare date linked with QGIS' map."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from test_compare import BLUE, GREEN, RED, child, choose, colour_at, compare_item, dock, drag  # noqa: E402, F401

SECOND_VIEW = 4


@pytest.fixture
def view(dock, window, wait_for):  # noqa: F811 - the fixture of the panel
    from yalu_plugin.gui.compare.second_view import SecondView

    choose(dock, "yalu_compare_mode", SECOND_VIEW)
    found = window.findChild(SecondView)
    wait_for(lambda: colour_at(found.map, 0.5) == RED)
    return found


def place(canvas):
    """Return the view of a map: centre, map units per pixel, rotation, CRS."""
    return (pytest.approx(canvas.center().x()), pytest.approx(canvas.center().y()),
            pytest.approx(canvas.mapUnitsPerPixel()), canvas.rotation(), canvas.mapSettings().destinationCrs().authid())


def where(canvas):
    return (canvas.center().x(), canvas.center().y(), canvas.mapUnitsPerPixel(), canvas.rotation(),
            canvas.mapSettings().destinationCrs().authid())


def test_it_shows_the_compare_date_beside_the_map(view, window, bench):
    assert colour_at(window.canvas, 0.5) == GREEN
    assert compare_item(window.canvas) is None
    assert where(view.map) == place(window.canvas)
    assert view.findChild(type(view._headline), "yalu_second_view_headline").text().startswith("2023-06-10")
    assert "acquired" in view._headline.text() and "sites as of 2023-06-10" in view._headline.text()
    assert str(view.map.temporalRange().begin().date().toPyDate()) == "2023-06-10"


def test_the_same_layers_with_the_scene_of_the_other_date(view, window):
    ours, theirs = view.map.layers(), window.canvas.layers()
    assert len(ours) == len(theirs)
    assert [one.id() == other.id() for one, other in zip(ours, theirs)].count(False) == 1


@pytest.mark.parametrize("change", ["pan", "zoom", "rotate", "crs"])
def test_it_follows_the_map(view, window, change):
    from qgis.core import QgsCoordinateReferenceSystem

    canvas = window.canvas
    before = where(canvas)
    if change == "pan":
        canvas.setCenter(canvas.center() * 1.0001)
    elif change == "zoom":
        canvas.zoomByFactor(3)
    elif change == "rotate":
        canvas.setRotation(30)
    else:
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert where(canvas) != before
    assert where(view.map) == place(canvas)


def test_the_map_follows_it(view, window, qt):
    before = where(window.canvas)
    drag(qt, view.map, (0.5, 0.5), (0.4, 0.5), (0.3, 0.4))
    assert window.canvas.center().x() > before[0]
    assert where(window.canvas) == place(view.map)
    view.map.zoomByFactor(2)
    assert where(window.canvas) == place(view.map) and where(window.canvas)[2] == pytest.approx(2 * before[2])


def test_moving_one_moves_the_other_once(view, window, qgis_app):
    moves = []
    window.canvas.extentsChanged.connect(lambda: moves.append("main"))
    view.map.extentsChanged.connect(lambda: moves.append("view"))
    window.canvas.setCenter(window.canvas.center() * 1.0001)
    for _ in range(20):
        qgis_app.processEvents()
    assert moves.count("main") == 1 and 1 <= moves.count("view") <= 2  # rotation and extent


def test_another_size_does_not_move_the_map(view, window, wait_for):
    from qgis.PyQt.QtCore import Qt

    before, size = where(window.canvas), view.map.viewport().size()
    view.setFloating(True)
    view.resize(700, 500)
    wait_for(lambda: view.map.mapSettings().outputSize() == view.map.viewport().size() != size)
    assert where(window.canvas)[:2] == pytest.approx(before[:2])
    wait_for(lambda: where(view.map) == place(window.canvas))
    assert view.windowFlags() & Qt.WindowType.Window


def test_stepping_leaves_it_and_another_date_changes_it(view, dock, bench, window, wait_for):  # noqa: F811
    bench.imagery.step("next")
    wait_for(lambda: colour_at(window.canvas, 0.5) == BLUE)
    assert colour_at(view.map, 0.5) == RED
    choose(dock, "yalu_compare_scene", 1)
    wait_for(lambda: colour_at(view.map, 0.5) == GREEN)
    assert view._headline.text().startswith("2023-09-14")
    assert str(view.map.temporalRange().begin().date().toPyDate()) == "2023-09-14"


def test_the_style_is_copied_to_the_compare_date(view, bench, window, wait_for):
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    shown = shown_layer(bench.project)
    shown.setOpacity(0.5)
    shown.triggerRepaint()
    wait_for(lambda: colour_at(view.map, 0.5) not in (RED, GREEN) and colour_at(view.map, 0.5)[0] > 200)


@pytest.mark.parametrize("leave", ["close", "off", "swipe", "clear", "none"])
def test_leaving_it(view, dock, bench, window, wait_for, leave):  # noqa: F811
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    from yalu_plugin.gui.compare.second_view import SecondView

    canvas = window.canvas
    listeners = canvas.receivers(canvas.extentsChanged), canvas.receivers(canvas.layersChanged)
    if leave == "close":
        view.close()
    elif leave == "clear":
        bench.project.clear()
    elif leave == "none":
        bench.imagery.compare_with(None)
    else:
        choose(dock, "yalu_compare_mode", 0 if leave == "off" else 1)
    wait_for(lambda: child(dock, "yalu_compare_mode").currentIndex() == (1 if leave == "swipe" else 0))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(SecondView) is None
    assert (compare_item(canvas) is not None) == (leave == "swipe")
    if leave != "swipe":
        now = canvas.receivers(canvas.extentsChanged), canvas.receivers(canvas.layersChanged)
        assert (listeners[0] - now[0], listeners[1] - now[1]) == (1, 1)


def test_a_vanished_file_is_reported(dock, bench, window, bar_texts, wait_for):  # noqa: F811
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    from yalu_plugin.gui.compare.second_view import SecondView

    Path(bench.scenes.timeline.scenes[0].uri).unlink()
    choose(dock, "yalu_compare_mode", SECOND_VIEW)
    assert bar_texts()[0].endswith("Put it back, or catalogue its folder where it is now.")
    assert child(dock, "yalu_compare_mode").currentIndex() == 0
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # which Qt does when its main loop runs
    wait_for(lambda: window.findChild(SecondView) is None)
