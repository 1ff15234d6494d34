"""A patrol by keys and clicks on a real map: what is recorded, shown and refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from yalu_plugin.core.schema import REASONS
from yalu_plugin.settings import PATROL_LENGTH_M, PATROL_OVERLAP_M, PATROL_SCALE, PATROL_TURNED

LAST, EARLIER = "2025-07-30", "2024-08-02"


@pytest.fixture
def options() -> Iterator[None]:
    """Stretches of 1 km that overlap by 100 m; the user's own options are restored."""
    stored_values = [(one, one.value()) for one in (PATROL_LENGTH_M, PATROL_OVERLAP_M, PATROL_SCALE, PATROL_TURNED)]
    PATROL_LENGTH_M.setValue(1_000)
    PATROL_OVERLAP_M.setValue(100)
    yield
    for setting, value in stored_values:
        setting.setValue(value)


@pytest.fixture
def patrol(options: None, bench: Any, messages: Any, actions: Any, window: Any, qt: Any, bar_texts: Any, wait_for: Any,
           tmp_path: Path) -> Any:
    """The panels on a map, four SYNTHETIC scenes around the Hyesan ford, and keys to press on that map."""
    from qgis.PyQt.QtWidgets import QLabel

    from tools.synthetic_scenes import make_scenes
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock
    from yalu_plugin.gui.map_coordinates import zoom_to_scenes
    from yalu_plugin.layers.imagery.raster import read_raster

    docks = [kind(bench, messages, actions, window.canvas, window) for kind in (CrossingsDock, ImageryDock)]
    for dock in docks:
        window.addDockWidget(qt.Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    make_scenes(tmp_path / "scenes")
    bench.scenes.add(catalogue(tmp_path / "scenes", read_raster).all_scenes)
    wait_for(lambda: bench.river.chainages)
    show_day(bench, LAST)
    window.canvas.setLayers(list(bench.project.mapLayers().values()))
    zoom_to_scenes(window.canvas, [bench.imagery.scene])
    window.canvas.zoomScale(50_000)

    def press(key: Any, drawn: bool = True) -> None:
        if drawn:
            wait_for(lambda: docks[1]._patrolling._view is None or docks[1]._patrolling._view.drawn)
        qt.key(window.canvas, key)

    def text(name: str) -> str:
        return str(window.findChild(QLabel, f"yalu_patrol_{name}").text())

    return SimpleNamespace(bench=bench, canvas=window.canvas, press=press, text=text, bar_texts=bar_texts, docks=docks,
                           key=qt.Qt.Key, action=actions.by_name, start=actions.by_name["patrol"].trigger, qt=qt,
                           window=window, wait_for=wait_for)


def show_day(bench: Any, day: str) -> None:
    from datetime import date

    bench.imagery.show_day(date.fromisoformat(day))


def rows(patrol: Any) -> list[tuple[str, str | None]]:
    return [(row["result"], row["reason"]) for row in patrol.bench.session.survey.rows("searches")]


def choose_reason(patrol: Any, key: Any) -> None:
    from qgis.PyQt.QtWidgets import QMenu

    menu = patrol.canvas.findChild(QMenu, "yalu_patrol_reasons")
    patrol.qt.key(menu, key)


def test_space_records_and_goes_on_and_backspace_goes_back(patrol: Any) -> None:
    patrol.start()
    assert patrol.text("place") == "km -5 to -4 · 1 of 11"
    patrol.press(patrol.key.Key_Space)
    patrol.press(patrol.key.Key_Space)
    assert rows(patrol) == [("searched", None)] * 2
    assert patrol.text("place") == "km -3.2 to -2.2 · 3 of 11"
    assert patrol.text("searched") == "Searched km -5 to -3.1 on 2025-07-30: 1.9 of 374.4 km (0.5 %); 0 new"
    patrol.press(patrol.key.Key_Backspace)
    assert patrol.text("place") == "km -4.1 to -3.1 · 2 of 11"
    assert len(rows(patrol)) == 2


@pytest.mark.parametrize("number", range(5))
def test_n_asks_why_and_a_digit_answers(patrol: Any, number: int) -> None:
    patrol.start()
    patrol.press(patrol.key.Key_N)
    assert rows(patrol) == []
    choose_reason(patrol, getattr(patrol.key, f"Key_{number + 1}"))
    assert rows(patrol) == [("not_observable", REASONS[number])]


def test_the_reason_given_last_is_given_again_by_return_and_escape_gives_none(patrol: Any, qgis_app: Any) -> None:
    patrol.start()
    patrol.press(patrol.key.Key_N)
    choose_reason(patrol, patrol.key.Key_3)
    for key in (patrol.key.Key_Escape, patrol.key.Key_Return):
        qgis_app.sendPostedEvents(None, 52)  # DeferredDelete: the previous menu is deleted
        patrol.press(patrol.key.Key_N)
        choose_reason(patrol, key)
    assert rows(patrol) == [("not_observable", "shadow")] * 2
    assert patrol.bench.patrol.running


def test_a_click_is_a_new_crossing_and_is_counted(patrol: Any) -> None:
    patrol.start()
    patrol.press(patrol.key.Key_Space)
    patrol.press(patrol.key.Key_B)
    before = len(patrol.bench.session.survey.rows("sites"))
    view = patrol.canvas.viewport()
    patrol.qt.QTest.mouseClick(view, patrol.qt.Qt.MouseButton.LeftButton, pos=view.rect().center())
    sites = patrol.bench.session.survey.rows("sites")
    assert (len(sites), sites[-1]["kind"]) == (before + 1, "barge_dock")
    assert "; 1 new" in patrol.text("searched")
    patrol.press(patrol.key.Key_Space)
    assert rows(patrol) == [("searched", None)] * 2
    for _ in range(2):
        patrol.bench.history.undo()
    assert "; 0 new" in patrol.text("searched")
    assert patrol.text("place").endswith("2 of 11")


def test_escape_ends_it_and_the_map_is_as_it_was(patrol: Any) -> None:
    patrol.canvas.setRotation(12.0)
    scale = patrol.canvas.scale()
    patrol.start()
    assert abs(patrol.canvas.rotation() - 12.0) > 1
    assert patrol.canvas.scale() < scale / 2
    patrol.press(patrol.key.Key_Escape)
    assert not patrol.bench.patrol.running and not patrol.action["patrol"].isChecked()
    assert patrol.canvas.rotation() == 12.0
    assert patrol.canvas.scale() == pytest.approx(scale)
    assert patrol.canvas.mapTool() is not patrol.docks[0].tool
    patrol.wait_for(lambda: patrol.canvas.scale() == pytest.approx(scale))
    patrol.press(patrol.key.Key_Space)
    assert rows(patrol) == []


def test_the_river_is_level_and_whole_in_the_view(patrol: Any) -> None:
    from qgis.core import QgsPointXY

    from yalu_plugin.gui.map_coordinates import from_lonlat

    patrol.start()
    for _ in range(3):
        piece = patrol.bench.patrol.piece(patrol.bench.patrol.current.interval).tolist()
        there, grid = from_lonlat(patrol.canvas), patrol.canvas.getCoordinateTransform()
        pixels = [grid.transform(there.transform(QgsPointXY(*place))) for place in piece]
        assert pixels[0].y() == pytest.approx(pixels[-1].y(), abs=1)
        assert all(0 < at.x() < patrol.canvas.width() and 0 < at.y() < patrol.canvas.height() for at in pixels)
        assert -90 <= (patrol.canvas.rotation() + 180) % 360 - 180 <= 90
        patrol.press(patrol.key.Key_Space)


def test_scale_and_north_follow_the_options(patrol: Any) -> None:
    PATROL_SCALE.setValue(20_000)
    PATROL_TURNED.setValue(False)
    patrol.start()
    assert (patrol.canvas.rotation(), round(patrol.canvas.scale())) == (0, 20_000)


def test_options_take_effect_during_a_patrol(patrol: Any) -> None:
    patrol.start()
    form = patrol.docks[1]._patrolling._options
    form.aboutToShow.emit()
    form.length.setValue(2.0)
    form.aboutToHide.emit()
    assert PATROL_LENGTH_M.value() == 2_000
    assert patrol.text("place") == "km -5 to -3 · 1 of 5"
    form.overlap.setValue(2.0)
    form.aboutToHide.emit()
    assert patrol.bar_texts()[0].startswith("Stretches of 2 km that overlap by 2 km go nowhere.")
    assert patrol.text("place") == "km -5 to -3 · 1 of 5"
    assert patrol.action["patrol"].isChecked()


def test_nothing_is_searched_before_the_map_has_drawn_it(patrol: Any) -> None:
    patrol.start()
    patrol.press(patrol.key.Key_Space, drawn=False)
    assert rows(patrol) == []
    assert "is not drawn here yet" in patrol.bar_texts()[0]
    patrol.press(patrol.key.Key_Space)
    assert rows(patrol) == [("searched", None)]
    assert patrol.bar_texts() == []  # but that a key was refused can be read still, until one comes in time
    assert patrol.text("hints") == "1 key came before the map was drawn: it recorded nothing"
    patrol.press(patrol.key.Key_Space)
    assert patrol.text("hints").startswith("Space: nothing · ")


def test_a_key_that_is_held_down_records_once(patrol: Any) -> None:
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from qgis.PyQt.QtGui import QKeyEvent

    patrol.start()
    patrol.press(patrol.key.Key_Space)
    patrol.wait_for(lambda: patrol.docks[1]._patrolling._view.drawn)
    held = QKeyEvent(QEvent.Type.KeyPress, patrol.key.Key_Space, patrol.qt.Qt.KeyboardModifier.NoModifier, " ", True)
    QCoreApplication.sendEvent(patrol.canvas, held)
    assert len(rows(patrol)) == 1


def test_the_hints_explain_the_keys(patrol: Any) -> None:
    patrol.start()
    assert patrol.text("hints") == ("Space: nothing · N: not observable · click: new (V, B) · Backspace: back · "
                                    "Esc: end")
    show_day(patrol.bench, EARLIER)
    assert patrol.text("hints").startswith("This patrol is on 2025-07-30 UTC")
    patrol.press(patrol.key.Key_Space)
    assert rows(patrol) == [] and "is not drawn on the map" in patrol.bar_texts()[0]
    show_day(patrol.bench, LAST)
    assert patrol.bar_texts() == []
    for _ in range(11):
        patrol.press(patrol.key.Key_Space)
    assert patrol.text("hints") == "All of it was walked. Backspace: back · Esc: end"
    assert patrol.text("place") == "end of the patrol"
    assert [patrol.action[f"patrol_{name}"].isEnabled() for name in ("nothing", "could_not_tell", "back")] == [
        False, False, True]


def test_a_patrol_that_cannot_start_is_reported_in_one_message(patrol: Any) -> None:
    patrol.bench.imagery.scene_layers.clear()
    patrol.bench.imagery.scene = None
    patrol.start()
    assert not patrol.action["patrol"].isChecked()
    assert patrol.bar_texts()[0].startswith("No dated scene is on screen")


def test_searches_are_drawn_along_the_river_except_on_the_current_stretch(patrol: Any) -> None:
    patrol.start()
    view = patrol.docks[1]._patrolling._view

    def length(band: Any) -> float:
        return max(band.asGeometry().length(), 0.0)  # metres of EPSG:3857; -1 of nothing

    assert (length(view._searched), length(view._blind)) == (0, 0)
    patrol.press(patrol.key.Key_Space)
    first = length(view._searched)
    assert first > 900
    patrol.press(patrol.key.Key_N)
    choose_reason(patrol, patrol.key.Key_1)
    assert length(view._searched) > first  # the overlap is behind one now
    assert length(view._blind) > 700
    patrol.press(patrol.key.Key_Backspace)
    assert length(view._blind) == 0
    bands = [view._searched, view._blind, view._ends]
    patrol.press(patrol.key.Key_Escape)
    assert not set(bands) & set(patrol.canvas.scene().items())


def test_it_is_drawn_in_the_timeline(patrol: Any) -> None:
    from yalu_plugin.core.imagery.time_axis import Axis

    strip = patrol.docks[1]._timeline.strip
    low = strip.height()
    patrol.start()
    patrol.press(patrol.key.Key_Space)
    patrol.press(patrol.key.Key_N)
    choose_reason(patrol, patrol.key.Key_1)
    patrol.wait_for(lambda: strip._drawing.searched and strip._drawing.searched[0].not_observable)
    (day,) = strip._drawing.searched
    assert isinstance(strip._drawing.axis, Axis)
    assert (day.begin, day.end) == (739_462, 739_463)  # 2025-07-30
    assert day.searched == [(pytest.approx(100_164 / 374_415, abs=1e-5), pytest.approx(101_164 / 374_415, abs=1e-5))]
    assert day.text == "2025-07-30: 1 km, 0.3 % of the river searched"
    patrol.wait_for(lambda: strip.height() == low + 18)
    for _ in range(2):
        patrol.bench.history.undo()
    patrol.wait_for(lambda: strip.height() == low)


def test_keys_of_sites_are_themselves_again_afterwards(patrol: Any) -> None:
    site = patrol.bench.session.survey.rows("sites")[0]["id"]
    patrol.start()
    patrol.bench.sites.select([site])
    patrol.press(patrol.key.Key_N)
    choose_reason(patrol, patrol.key.Key_1)
    patrol.press(patrol.key.Key_Escape)
    seen = [row["state"] for row in patrol.bench.session.survey.rows("observations", site_id=site)]
    assert "not_observable" not in seen
    for _ in range(2):  # the first one goes there
        patrol.press(patrol.key.Key_N)
    seen = [row["state"] for row in patrol.bench.session.survey.rows("observations", site_id=site)]
    assert "not_observable" in seen


def test_n_in_the_panel_is_the_patrol_s_while_it_runs_and_space_is_the_box_s(patrol: Any, bench: Any, qt: Any,
                                                                             window: Any) -> None:
    from qgis.PyQt.QtWidgets import QAction, QApplication, QWidget

    from yalu_plugin.gui.crossings.letter_keys import LetterKeys

    observed: list[str] = []
    action = QAction(window)
    action.triggered.connect(lambda: observed.append("N"))
    dock = patrol.docks[1]
    for keys in (LetterKeys({qt.Qt.Key.Key_N: action}, lambda: True, window), dock.patrol_letter_keys):
        keys.listen_within(dock)
    qt.key(dock.findChild(QWidget, "yalu_timeline"), qt.Qt.Key.Key_N)
    assert observed == ["N"]
    patrol.start()
    assert bench.patrol.running
    number = bench.patrol.number
    qt.key(dock.findChild(QWidget, "yalu_scenes"), qt.Qt.Key.Key_N)
    menu = QApplication.activePopupWidget()
    assert observed == ["N"] and menu.objectName() == "yalu_patrol_reasons"
    menu.close()
    qt.key(dock.findChild(QWidget, "yalu_timeline"), qt.Qt.Key.Key_Space)
    assert bench.patrol.number == number and bench.session.survey.rows("searches") == []


def test_error_messages_of_a_patrol_are_cleared_at_its_end(patrol: Any) -> None:
    patrol.start()
    show_day(patrol.bench, EARLIER)
    patrol.press(patrol.key.Key_Space)
    assert "is not drawn on the map" in patrol.bar_texts()[0]
    patrol.press(patrol.key.Key_Escape)
    assert patrol.bar_texts() == []
