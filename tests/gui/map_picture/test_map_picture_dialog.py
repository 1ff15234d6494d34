"""The window for a picture of a map: clicks on picture and map, dots, writing, and everything removed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.dot_pictures import YELLOW, as_pixels, background, with_dots

BLACK_DOTS = [(60.0, 60.0), (130.0, 90.0), (142.0, 96.0), (300.0, 150.0)]
YELLOW_DOTS = [(220.0, 60.0), (330.0, 60.0)]
TIES = [(20.0, 20.0), (380.0, 30.0), (30.0, 180.0), (350.0, 190.0)]


def place_of(column: float, row: float) -> tuple[float, float]:
    """Longitude and latitude of a pixel of a SYNTHETIC map, near enough in Mercator's projection, of Hyesan's reach."""
    return 128.16 + column * 1e-4, 41.42 - row * 0.75e-4


@pytest.fixture
def path(qgis_app: Any, tmp_path: Path) -> Path:
    from qgis.PyQt.QtGui import QImage

    pixels = as_pixels(with_dots(with_dots(background(400, 220), BLACK_DOTS, 7.0), YELLOW_DOTS, 7.0, YELLOW))
    path = tmp_path / "SYNTHETIC.png"
    QImage(pixels.tobytes(), 400, 220, 1200, QImage.Format.Format_RGB888).save(str(path))
    return path


@pytest.fixture
def action(bench: Any, messages: Any, actions: Any, window: Any) -> Iterator[Any]:
    from yalu_plugin.gui.map_picture.map_picture_action import MapPictureAction

    action = MapPictureAction(bench, messages, actions, window.canvas, window)
    yield action
    action.release()


@pytest.fixture
def dialog(action: Any, path: Path, wait_for: Callable[..., None]) -> Any:
    """The window beside the map: it has no reason to step aside."""
    from qgis.PyQt.QtCore import QPoint

    action.action.trigger()
    action.dialog.move(action.dialog._canvas.mapToGlobal(QPoint(action.dialog._canvas.width(), 0)))
    action.dialog._file.setFilePath(str(path))
    wait_for(lambda: action.dialog.tying.picture is not None)
    return action.dialog


def click_picture(dialog: Any, qt: Any, column: float, row: float) -> None:
    qt.QTest.mouseClick(dialog._view.viewport(), qt.Qt.MouseButton.LeftButton,
                        pos=dialog._view.mapFromScene(column, row))


def click_map(dialog: Any, qt: Any, lon: float, lat: float) -> None:
    """Show the place in the middle of the map, and click it."""
    from qgis.core import QgsPointXY, QgsRectangle
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtCore import QEvent

    from yalu_plugin.gui.map_coordinates import from_lonlat

    canvas = dialog._canvas
    place = from_lonlat(canvas).transform(QgsPointXY(lon, lat))
    canvas.setExtent(QgsRectangle.fromCenterAndSize(place, 100, 100))
    pixel = canvas.getCoordinateTransform().transform(place).toQPointF().toPoint()
    event = QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonRelease, pixel, qt.Qt.MouseButton.LeftButton,
                             qt.Qt.MouseButton.LeftButton, qt.Qt.KeyboardModifier.ShiftModifier)
    canvas.mapTool().canvasReleaseEvent(event)


def tie(dialog: Any, qt: Any, count: int = 4) -> None:
    for column, row in TIES[:count]:
        click_picture(dialog, qt, column, row)
        click_map(dialog, qt, *place_of(column, row))


def find(dialog: Any, qt: Any, wait_for: Callable[..., None]) -> None:
    for kind, (column, row) in (("vehicle_ford", BLACK_DOTS[0]), ("barge_dock", YELLOW_DOTS[0])):
        dialog._set_mode(1)
        dialog._dots_page._kind.setCurrentIndex(dialog._dots_page._kind.findData(kind))
        click_picture(dialog, qt, column, row)
    dialog._dots_page._find.click()
    wait_for(lambda: dialog.dots.sites and not dialog.dots.placing.is_running and not dialog.dots.finding.is_running)


def sites(dialog: Any) -> list[Any]:
    return list(dialog._workbench.session.facts.rows("sites"))


def test_the_whole_way_from_picture_to_sites_and_back(dialog: Any, bench: Any, qt: Any, bar_texts: Any,
                                                      wait_for: Callable[..., None]) -> None:
    tie(dialog, qt)
    assert len(dialog.tying.points) == 4 and dialog.tying.fit.rms_m < 20
    find(dialog, qt, wait_for)
    assert [(site.dot.kind, round(site.dot.column), round(site.dot.row)) for site in dialog.dots.sites] == [
        ("vehicle_ford", 60, 60), ("vehicle_ford", 130, 90), ("vehicle_ford", 142, 96), ("barge_dock", 220, 60),
        ("vehicle_ford", 300, 150), ("barge_dock", 330, 60)]
    assert [site.touching for site in dialog.dots.sites] == [1, 2, 2, 1, 1, 1]
    assert dialog._dots_page._counts.text() == (
        "Vehicle crossing: 4, but 37 published\nBarge crossing: 2, but 6 published\nAll crossings: 6, but 43 published")
    before = len(sites(dialog))
    dialog._dots_page._write.click()
    added = sites(dialog)[before:]
    assert len(added) == 6 and {row["confidence"] for row in added} == {"possible"}
    for row, (column, line) in zip(added, [(60, 60), (130, 90), (142, 96), (220, 60), (300, 150), (330, 60)]):
        lon, lat = map(float, row["geom"][len("Point ("):-1].split())
        assert (lon, lat) == pytest.approx(place_of(column, line), abs=1e-4)
        assert row["location_accuracy_m"] > 50
    assert bar_texts()[0].startswith("6 sites read off SYNTHETIC.png were added")
    wait_for(lambda: not dialog.dots.placing.is_running)
    assert not any(site.included for site in dialog.dots.sites)  # each is now near a known site: itself
    assert bench.history.done[0] == "Read 6 sites off SYNTHETIC.png"
    bench.history.undo()
    assert len(sites(dialog)) == before
    assert not any("Read off" in row["title"] for row in bench.session.facts.rows("sources"))


def test_nothing_is_written_before_the_button(dialog: Any, qt: Any, wait_for: Callable[..., None]) -> None:
    before = sites(dialog)
    tie(dialog, qt)
    find(dialog, qt, wait_for)
    dialog.done(0)
    assert sites(dialog) == before


def test_esc_drops_the_pixel_that_waits_for_the_map(dialog: Any, qt: Any) -> None:
    click_picture(dialog, qt, *TIES[0])
    assert dialog._canvas.mapTool() is dialog._tool and dialog._pending is not None
    qt.key(dialog._canvas, qt.Qt.Key.Key_Escape)
    assert dialog._pending is None and dialog._canvas.mapTool() is not dialog._tool
    assert dialog.tying.points == []


def test_a_second_click_on_the_picture_replaces_the_first(dialog: Any, qt: Any) -> None:
    click_picture(dialog, qt, *TIES[0])
    click_picture(dialog, qt, *TIES[1])
    click_map(dialog, qt, *place_of(*TIES[1]))
    (point,) = dialog.tying.points
    assert (point.column, point.row) == pytest.approx(TIES[1], abs=1.5)
    assert (point.lon, point.lat) == pytest.approx(place_of(*TIES[1]), abs=2e-5)


def test_three_points_place_the_picture_but_give_no_accuracy(dialog: Any, qt: Any,
                                                             wait_for: Callable[..., None]) -> None:
    tie(dialog, qt, 3)
    find(dialog, qt, wait_for)
    assert all(site.place is not None and site.accuracy_m is None for site in dialog.dots.sites)
    assert "no tie point is left over" in dialog._ties._quality.text()


def test_with_two_points_the_dots_have_no_place_and_cannot_be_written(dialog: Any, qt: Any,
                                                                     wait_for: Callable[..., None]) -> None:
    tie(dialog, qt, 2)
    find(dialog, qt, wait_for)
    assert dialog.dots.sites and all(site.place is None for site in dialog.dots.sites)
    assert not dialog._dots_page._write.isEnabled()
    assert dialog._ties._quality.text().startswith("There are 2 tie points")


def test_another_tie_point_moves_the_dots(dialog: Any, qt: Any, wait_for: Callable[..., None]) -> None:
    tie(dialog, qt)
    find(dialog, qt, wait_for)
    before = dialog.dots.sites[0].place
    dialog.tying.remove_points({3})
    dialog.tying.add_point(dialog.tying.points[0]._replace(column=350.0, row=190.0, lon=128.2, lat=41.4))
    assert dialog.dots.sites[0].place is None  # until it is placed again, it cannot be written
    wait_for(lambda: not dialog.dots.placing.is_running)
    assert dialog.dots.sites[0].place.distance(before) > 1e-4


def test_by_hand_remove_and_to_the_river(dialog: Any, qt: Any, wait_for: Callable[..., None]) -> None:
    tie(dialog, qt)
    dialog._set_mode(2)
    for place in ((100.0, 100.0), (200.0, 100.0)):
        click_picture(dialog, qt, *place)
        wait_for(lambda: not dialog.dots.placing.is_running)
    assert [round(site.dot.column) for site in dialog.dots.sites] == [100, 200]
    table, model = dialog._dots_page._table, dialog._dots_page._table.model()
    assert model.index(0, 3).data() == "clicked by hand"
    table.selectRow(0)
    dialog.activateWindow()
    table.setFocus()
    wait_for(table.hasFocus)
    qt.key(table, qt.Qt.Key.Key_Delete)
    wait_for(lambda: not dialog.dots.placing.is_running)
    assert [round(site.dot.column) for site in dialog.dots.sites] == [200]
    find(dialog, qt, wait_for)
    assert sum(site.dot.seen == 0 for site in dialog.dots.sites) == 1  # the dot by hand stays
    assert model.setData(model.index(0, 0), qt.Qt.CheckState.Unchecked, qt.Qt.ItemDataRole.CheckStateRole)
    assert [site.included for site in dialog.dots.sites].count(False) == 1


def test_the_river_is_only_a_suggestion_until_it_is_ticked(dialog: Any, bench: Any, qt: Any,
                                                           wait_for: Callable[..., None]) -> None:
    tie(dialog, qt)
    dialog.dots.add_dot("vehicle_ford", 200.0, 100.0)
    wait_for(lambda: not dialog.dots.placing.is_running)
    (site,) = dialog.dots.sites
    assert site.written_place == site.place
    dialog.dots.put_on_river(0, True)
    assert dialog.dots.sites[0].written_place == site.on_river[0]


def test_a_dot_on_a_known_site_is_not_ticked(dialog: Any, qt: Any, wait_for: Callable[..., None]) -> None:
    tie(dialog, qt)
    dialog.dots.add_dot("vehicle_ford", 268.0, 118.5)
    wait_for(lambda: not dialog.dots.placing.is_running)
    (site,) = dialog.dots.sites
    assert site.near is not None and site.near[0] == "Hyesan sandbar ford" and not site.included
    assert "m from Hyesan sandbar ford" in dialog._dots_page._table.model().index(0, 3).data()


def test_an_area_keeps_the_legend_out(dialog: Any, qt: Any, wait_for: Callable[..., None]) -> None:
    from qgis.PyQt.QtCore import QPoint

    dialog._set_mode(3)
    view, viewport = dialog._view, dialog._view.viewport()
    start, end = view.mapFromScene(250, 5), view.mapFromScene(395, 215)
    qt.QTest.mousePress(viewport, qt.Qt.MouseButton.LeftButton, pos=start)
    for step in (start + QPoint(30, 30), end):
        qt.QTest.mouseMove(viewport, step)
    qt.QTest.mouseRelease(viewport, qt.Qt.MouseButton.LeftButton, pos=end)
    assert dialog.dots.area == pytest.approx((250, 5, 395, 215), abs=8)
    find(dialog, qt, wait_for)
    assert [round(site.dot.column) for site in dialog.dots.sites] == [300, 330]
    dialog._dots_page._whole.click()
    assert dialog.dots.area is None


def test_the_overlay_comes_follows_and_goes(dialog: Any, bench: Any, qt: Any, wait_for: Callable[..., None]) -> None:
    tie(dialog, qt)
    dialog._ties._overlay.click()
    wait_for(lambda: dialog._overlay.layer is not None)
    first = dialog._overlay.layer.id()
    dialog.tying.remove_points({3})
    wait_for(lambda: dialog._overlay.layer is not None and dialog._overlay.layer.id() != first)
    dialog._ties._opacity.setOpacity(0.25)
    assert dialog._overlay.layer.opacity() == pytest.approx(0.25)
    dialog.done(0)
    assert dialog._overlay.layer is None
    dialog.show()
    wait_for(lambda: dialog._overlay.layer is not None)
    bench.project.removeMapLayer(dialog._overlay.layer.id())  # the user may remove it in QGIS
    dialog._ties._opacity.setOpacity(0.5)
    dialog.done(0)


def test_a_click_on_no_dot_and_a_missing_file_are_one_line(dialog: Any, qt: Any, tmp_path: Path,
                                                          wait_for: Callable[..., None]) -> None:
    dialog._set_mode(1)
    dialog._view.clicked.emit(-5.0, -5.0)
    assert dialog._bar.items()[0].text().startswith("There is no dot of one colour")
    dialog._file.setFilePath(str(tmp_path / "no.png"))
    wait_for(lambda: dialog._bar.items() and "is not there" in dialog._bar.items()[0].text())
    assert dialog.tying.picture is not None  # the picture before stays


def test_another_picture_starts_anew(dialog: Any, qt: Any, tmp_path: Path, path: Path,
                                     wait_for: Callable[..., None]) -> None:
    tie(dialog, qt)
    find(dialog, qt, wait_for)
    second = tmp_path / "second.png"
    second.write_bytes(path.read_bytes())
    dialog._file.setFilePath(str(second))
    wait_for(lambda: dialog.tying.picture.path == second)
    assert (dialog.tying.points, dialog.dots.looks, dialog.dots.sites, dialog.tying.fit) == ([], {}, [], None)


def test_the_action_needs_a_survey_that_can_be_changed(action: Any, bench: Any) -> None:
    assert action.action.isEnabled()
    bench.project.clear()
    assert not action.action.isEnabled()


def test_zoom_and_drag_do_not_click(dialog: Any, qt: Any) -> None:
    from qgis.PyQt.QtCore import QPoint

    view = dialog._view
    before = view.transform().m11()
    qt.key(view, qt.Qt.Key.Key_Plus)
    assert view.transform().m11() == pytest.approx(1.25 * before)
    qt.key(view, qt.Qt.Key.Key_0)
    assert view.transform().m11() == pytest.approx(before, rel=0.05)
    qt.QTest.mousePress(view.viewport(), qt.Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qt.QTest.mouseMove(view.viewport(), QPoint(160, 130))
    qt.QTest.mouseRelease(view.viewport(), qt.Qt.MouseButton.LeftButton, pos=QPoint(160, 130))
    assert dialog._pending is None


def test_a_window_that_covers_the_map_steps_aside_for_the_click_on_it(dialog: Any, qt: Any) -> None:
    from qgis.PyQt.QtCore import QPoint, QRect

    canvas = dialog._canvas
    dialog.setGeometry(QRect(canvas.mapToGlobal(QPoint(0, 0)), canvas.size()))
    click_picture(dialog, qt, *TIES[0])
    assert not dialog.isVisible()
    click_map(dialog, qt, *place_of(*TIES[0]))
    assert dialog.isVisible() and len(dialog.tying.points) == 1
    click_picture(dialog, qt, *TIES[1])
    assert not dialog.isVisible()
    qt.key(canvas, qt.Qt.Key.Key_Escape)
    assert dialog.isVisible() and len(dialog.tying.points) == 1
    click_picture(dialog, qt, *TIES[1])
    dialog.done(0)
    assert not dialog.isVisible()


def test_a_window_beside_the_map_stays(dialog: Any, qt: Any) -> None:
    click_picture(dialog, qt, *TIES[0])
    assert dialog.isVisible() and dialog._pending is not None
