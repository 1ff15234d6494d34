"""The timeline used by mouse, by keys and through assistive technology."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_filter import SceneFilter

BEGIN = datetime(2020, 1, 1, tzinfo=timezone.utc)


def scene(number: int, cloud: float | None = None, platform: str = "s2", folder: str = "") -> Scene:
    moment = BEGIN + timedelta(days=10 * number)
    return Scene(f"{number}", f"{folder}/{number}.tif", moment, moment, "acquired", "stac", platform,
                 cloud_cover=cloud)


@pytest.fixture
def imagery(empty_bench: Any, monkeypatch: Any) -> Any:
    """Twelve scenes of two platforms; showing them is replaced, as it would need files."""
    found = empty_bench.imagery
    monkeypatch.setattr(found.scene_layers, "show", lambda *scenes: None)
    found.scenes.set_scenes(
        [scene(number, 90 if number == 5 else 10, "s2" if number % 4 else "s1") for number in range(12)])
    return found


@pytest.fixture
def strip(window: Any, imagery: Any, qgis_app: Any) -> Any:
    """The timeline in a separate window, 500 pixels wide; a requested scene is shown."""
    from yalu_plugin.gui.timeline.time_strip import TimeStrip

    strip = TimeStrip(imagery)
    strip.setParent(window, strip.windowFlags())
    strip.scene_requested.connect(imagery.show)
    strip.resize(500, strip.sizeHint().height())
    strip.show()
    strip.setFocus()
    qgis_app.processEvents()
    return strip


def spot(strip: Any, number: int, row: int) -> Any:
    """Return the position of the mark of a scene."""
    from qgis.PyQt.QtCore import QPoint

    from yalu_plugin.gui.timeline.strip_painter import PAD, ROW
    x = strip._drawing.axis.x(BEGIN.toordinal() + 10 * number)
    return QPoint(round(strip.gutter + x), PAD + row * ROW + ROW // 2)


def number(imagery: Any) -> int | None:
    return int(imagery.scene.id) if imagery.scene else None


def test_a_click_shows_the_scene(strip: Any, imagery: Any, qt: Any) -> None:
    left = qt.Qt.MouseButton.LeftButton
    qt.QTest.mouseClick(strip, left, qt.Qt.KeyboardModifier.NoModifier, spot(strip, 3, 0))
    assert number(imagery) == 3 and strip.value() == 3
    between = spot(strip, 3, 0) + (spot(strip, 5, 0) - spot(strip, 3, 0)) / 4
    qt.QTest.mouseClick(strip, left, qt.Qt.KeyboardModifier.NoModifier, between)
    assert number(imagery) == 3  # nothing is there


def test_keys_step_and_leap(strip: Any, imagery: Any, qt: Any) -> None:
    key = qt.Qt.Key
    for code, expected in ((key.Key_Right, 0), (key.Key_Right, 1), (key.Key_End, 11), (key.Key_Left, 10),
                           (key.Key_PageUp, 0), (key.Key_PageDown, 10), (key.Key_PageDown, 11), (key.Key_Right, 11),
                           (key.Key_Home, 0)):
        qt.key(strip, code)
        assert number(imagery) == expected


def test_skipped_scenes_are_hollow_and_say_why(strip: Any, imagery: Any, qt: Any) -> None:
    from yalu_plugin.gui.timeline.strip_text import tick_text

    imagery.scenes.set_filter(SceneFilter(max_cloud=50))
    tick = strip._tick_at(spot(strip, 5, 0))
    assert tick.skip_reason == "cloudy" and tick.scene.id == "5"
    assert tick_text(tick).splitlines()[1:] == [tick.scene.name, "cloud 90 %", "skipped: cloudy"]
    imagery.show(imagery.scenes.timeline.scenes[4])
    qt.key(strip, qt.Qt.Key.Key_Right)
    assert number(imagery) == 6
    imagery.show(imagery.scenes.timeline.scenes[5])
    assert strip.accessibleDescription() == "2020-02-20 UTC · s2 · acquired · STAC, skipped: cloudy"


def test_a_screen_reader_gets_names_and_values(strip: Any, imagery: Any) -> None:
    assert strip.accessibleName() == "Timeline"
    assert strip.accessibleDescription() == "no scene on screen; 12 to step through"
    imagery.show(imagery.scenes.timeline.scenes[3])
    assert strip.accessibleDescription() == "2020-01-31 UTC · s2 · acquired · STAC, 4 of 12"
    assert (strip.minimum(), strip.value(), strip.maximum()) == (0, 3, 11)
    strip.setValue(7)  # as assistive technology does
    assert number(imagery) == 7


def test_the_wheel_zooms_about_the_mouse_and_dragging_moves(strip: Any, qt: Any, qgis_app: Any) -> None:
    from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QMouseEvent, QWheelEvent

    whole, before = strip._drawing.axis, spot(strip, 6, 0)
    wheel = QWheelEvent(QPointF(before), QPointF(strip.mapToGlobal(before)), QPoint(), QPoint(0, 360),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)
    qgis_app.sendEvent(strip, wheel)
    axis = strip._drawing.axis
    assert axis.end - axis.begin == pytest.approx((whole.end - whole.begin) * 0.8 ** 3)
    assert abs(spot(strip, 6, 0).x() - before.x()) <= 1
    for kind, x in (("Press", 300), ("Move", 310), ("Move", 320), ("Release", 320)):
        name = "MouseMove" if kind == "Move" else f"MouseButton{kind}"
        qgis_app.sendEvent(strip, QMouseEvent(getattr(QEvent.Type, name), QPointF(x, 20),
                                              QPointF(strip.mapToGlobal(QPoint(x, 20))), Qt.MouseButton.LeftButton,
                                              Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    assert abs(spot(strip, 6, 0).x() - before.x() - 20) <= 1 and strip._imagery.scene is None
    for _ in range(9):
        qt.key(strip, Qt.Key.Key_Minus)
    assert (strip._drawing.axis.begin, strip._drawing.axis.end) == (whole.begin, whole.end)


def test_the_scene_stepped_to_is_in_sight(strip: Any, imagery: Any, qt: Any) -> None:
    imagery.show(imagery.scenes.timeline.scenes[0])
    for _ in range(12):
        qt.key(strip, qt.Qt.Key.Key_Plus)
    qt.key(strip, qt.Qt.Key.Key_End)
    axis = strip._drawing.axis
    assert axis.begin <= strip._day_of(imagery.scene) <= axis.end and axis.end - axis.begin < 20


def test_the_days_on_screen_are_marked(strip: Any, imagery: Any, qgis_app: Any) -> None:
    imagery.show(imagery.scenes.timeline.scenes[3])
    imagery.compare_with(imagery.scenes.timeline.scenes[8])
    strip.mark_compared(True)
    strip.clearFocus()
    qgis_app.processEvents()
    mark = strip.palette().highlight().color()

    def painted(at: Any) -> float:
        image = strip.grab().toImage()
        column = [image.pixelColor(at.x(), y) for y in range(8, image.height() - 2)]
        return sum(abs(colour.hue() - mark.hue()) < 20 and colour.saturation() > 60 for colour in column) / len(column)

    current, compared, other = (painted(spot(strip, number, 0)) for number in (3, 8, 6))
    assert current > 0.9 and 0.3 < compared < 0.9 and other < 0.1
    strip.mark_compared(False)
    assert painted(spot(strip, 3, 0)) > 0.9 and painted(spot(strip, 8, 0)) < 0.1


def test_observations_and_sites_known_present(bench: Any, messages: Any, window: Any, monkeypatch: Any,
                                              wait_for: Any) -> None:
    from yalu_plugin.gui.timeline.timeline_row import TimelineRow

    row = TimelineRow(bench, messages)
    monkeypatch.setattr(bench.imagery.scene_layers, "show", lambda *scenes: None)
    monkeypatch.setattr(bench.annotation, "visibility_error", lambda *_: None)  # though nothing is drawn
    bench.scenes.add([scene(number) for number in range(3)])
    bench.imagery.show(bench.scenes.timeline.scenes[1])
    drawing, observed = row.strip._drawing, len(row.strip._drawing.observed)
    assert drawing.curves["vehicle_ford"][-1][1] > 0
    site = next(one for one in bench.session.need_survey().rows("sites") if one["kind"] == "vehicle_ford")
    bench.sites.select([site["id"]])
    bench.annotation.observe("present")
    wait_for(lambda: len(drawing.observed) == observed + 1)  # the map comes first
    assert (BEGIN.toordinal() + 10, BEGIN.toordinal() + 11) in drawing.observed
    bench.project.clear()
    assert drawing.observed == [] and drawing.sources == []


def test_the_names_of_rows_keep_their_ends_and_have_full_tooltips(strip: Any, imagery: Any, monkeypatch: Any) -> None:
    from qgis.PyQt.QtCore import QPoint
    from qgis.PyQt.QtGui import QPainter

    from yalu_plugin.gui.timeline.strip_painter import PAD, ROW
    from yalu_plugin.gui.timeline.strip_text import row_name

    names = [f"Sentinel-2 of the constellation, {letter}" for letter in "ABC"]
    platforms = [*names * 3, "", "another"]
    imagery.scenes.set_scenes([scene(number, platform=platform) for number, platform in enumerate(platforms)])
    assert strip._drawing.sources == [*names, "others"] and row_name([""]) == "no platform named"
    drawn: list[str] = []
    monkeypatch.setattr(QPainter, "drawText", lambda painter, *arguments: drawn.append(arguments[-1]))
    strip._draw()
    for letter in "ABC":
        label = next(text for text in drawn if text.endswith(letter))
        assert label.startswith("Sen") and "…" in label
    assert strip._tooltip_at(QPoint(10, PAD + ROW // 2)) == names[0]
    assert strip._tooltip_at(QPoint(10, PAD + 3 * ROW + 2)) == "no platform named\nanother"
    assert strip._tooltip_at(spot(strip, 0, 0)).startswith("2020-01-01 UTC")


def test_long_names_have_room_and_leave_most_of_it_to_the_days(strip: Any, imagery: Any) -> None:
    from yalu_plugin.gui.timeline.time_strip import GUTTER

    assert strip.gutter == GUTTER
    imagery.scenes.set_scenes([scene(number, platform="Sentinel-2 of the constellation") for number in range(3)])
    assert strip.gutter == 500 // 4 and strip._drawing.axis.width == strip._width() < 500 * 3 / 4
    strip.resize(1500, strip.height())
    names = strip.fontMetrics().horizontalAdvance("Sentinel-2 of the constellation")
    assert names < strip.gutter < 1500 / 4 or strip.gutter == 1500 // 4


def test_a_right_click_is_for_the_menu_and_goes_nowhere(strip: Any, imagery: Any, qt: Any) -> None:
    imagery.show(imagery.scenes.timeline.scenes[2])
    qt.QTest.mouseClick(strip, qt.Qt.MouseButton.RightButton, qt.Qt.KeyboardModifier.NoModifier, spot(strip, 7, 0))
    assert number(imagery) == 2
