"""What was searched is drawn on the map outside a patrol: by the day on screen, its quarter, or a selected period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED
from yalu_plugin.settings import SEARCHED_PERIOD, SEARCHED_SHOWN

DAYS = {"a": "2025-07-30", "b": "2025-08-02", "c": "2025-11-11"}


@pytest.fixture
def settings(qgis_app: Any) -> Iterator[None]:
    stored = [(one, one.value()) for one in (SEARCHED_SHOWN, SEARCHED_PERIOD)]
    SEARCHED_SHOWN.setValue(False)
    SEARCHED_PERIOD.setValue("quarter")
    yield
    for setting, value in stored:
        setting.setValue(value)


def image(name: str, day: str, kind: str = "acquired") -> dict[str, Any]:
    return {"id": name, "acquired_from": f"{day}T02:00:00Z", "acquired_to": f"{day}T02:00:00Z", "date_kind": kind,
            "uri": f"{name}.tif"}


def search(bench: Any, name: str, from_m: float, to_m: float, on: str, result: str = SEARCHED) -> dict[str, Any]:
    return {"id": name, "from_m": from_m, "to_m": to_m, "image_id": on, "result": result, "created_by": "Kim",
            "corridor_id": bench.session.survey.rows("corridors")[0]["id"]}


@pytest.fixture
def shown(settings: None, bench: Any, messages: Any, actions: Any, window: Any, wait_for: Any) -> Iterator[Any]:
    """The Crossings panel; km 0 to 40 searched in July, 30 to 60 in August, 60 to 70 not observable, 100 to 110 in
    November.
    """
    from qgis.PyQt.QtWidgets import QLabel, QWidget

    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock

    dock = CrossingsDock(bench, messages, actions, window.canvas, window)
    wait_for(lambda: bench.searched.ready)
    bench.session.change("test", {
        "images": [*(image(name, day) for name, day in DAYS.items()), image("r", "2025-08-05", "released")],
        "searches": [search(bench, "1", 0, 40_000, "a"), search(bench, "2", 30_000, 60_000, "b"),
                     search(bench, "3", 60_000, 70_000, "b", NOT_OBSERVABLE), search(bench, "4", 100_000, 110_000, "c"),
                     search(bench, "5", 200_000, 210_000, "r")]})

    def drawn() -> list[float]:
        """Kilometres of both lines on the map."""
        from yalu_plugin.layers.survey.survey_sites import wgs84_measure

        view = dock._searched._view
        if view is None:
            return [0, 0]
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

        back = QgsCoordinateTransform(window.canvas.mapSettings().destinationCrs(),
                                      QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
        found = []
        for band in view._bands:
            line = band.asGeometry()
            if not line.isEmpty():
                line.transform(back)
            found.append(round(wgs84_measure().measureLength(line) / 1000, 1) if band.isVisible() else 0)
        return found

    yield SimpleNamespace(bench=bench, dock=dock, row=dock._searched, drawn=drawn, window=window,
                          box=dock.findChild(QWidget, "yalu_show_searched_box"), actions=actions,
                          kinds=dock.findChild(QWidget, "yalu_searched_period"),
                          line=lambda: dock.findChild(QLabel, "yalu_located").text().split("; ")[-1])
    dock.release()


def on_day(shown: Any, day: date) -> None:
    """Show a day; the images of this survey are not files."""
    shown.bench.imagery.day = day
    shown.bench.imagery.day_changed.emit()


def choose(shown: Any, at: int) -> None:
    shown.kinds.setCurrentIndex(at)
    shown.kinds.activated.emit(at)


def test_the_text_has_the_share_of_the_quarter_that_was_searched(shown: Any) -> None:
    assert "searched" not in shown.line()  # no day is on screen
    on_day(shown, date(2025, 8, 1))
    assert shown.line() == "16 % of the corridor searched in Q3 2025"  # 60 of 374.4 km
    on_day(shown, date(2025, 12, 1))
    assert shown.line() == "2.7 % of the corridor searched in Q4 2025"
    on_day(shown, date(2024, 12, 1))
    assert shown.line() == "nothing of the corridor searched in Q4 2024"


@pytest.mark.parametrize(("kind", "drawn", "line"), [
    (0, [30, 10], "8.0 % of the corridor searched on 2025-08-02"),
    (1, [30, 10], "8.0 % of the corridor searched in 2025-08"),
    (2, [60, 10], "16 % of the corridor searched in Q3 2025"),
    (3, [70, 10], "19 % of the corridor searched in 2025"),
    (4, [70, 10], "19 % of the corridor searched so far")])
def test_it_is_drawn_by_period(shown: Any, kind: int, drawn: Any, line: str) -> None:
    on_day(shown, date(2025, 8, 2))
    choose(shown, kind)
    assert shown.drawn() == [0, 0] and shown.line() == line  # not before it is asked for
    shown.box.click()
    assert shown.drawn() == pytest.approx(drawn, abs=0.2) and shown.actions.by_name["show_searched"].isChecked()
    shown.box.click()
    assert shown.drawn() == [0, 0]


def test_a_period_from_a_day_to_another_is_stored(shown: Any) -> None:
    shown.box.click()
    choose(shown, 5)
    dialog = shown.dock.findChild(object, "yalu_period_dialog") or shown.row.findChild(object, "yalu_period_dialog")
    dialog.first.setText("2025-08-01")
    dialog.last.setText("2025-07-01")
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()  # it would end before it begins
    dialog.last.setText("2025-11-30")
    ok.click()
    assert shown.drawn() == pytest.approx([40, 10], abs=0.2)
    assert shown.line() == "11 % of the corridor searched from 2025-08-01 to 2025-11-30"
    assert SEARCHED_PERIOD.value() == "2025-08-01/2025-11-30" and shown.kinds.currentIndex() == 5
    choose(shown, 4)
    assert SEARCHED_PERIOD.value() == "all"


def test_searches_are_redrawn_after_a_change_an_undo_or_another_crs(shown: Any) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    choose(shown, 4)
    shown.box.click()
    bench = shown.bench
    delta = bench.session.change("search", {"searches": [search(bench, "6", 70_000, 80_000, "a")]})
    bench.history.push("Search", delta)
    assert shown.drawn() == pytest.approx([80, 10], abs=0.2)
    bench.history.undo()
    assert shown.drawn() == pytest.approx([70, 10], abs=0.2)
    shown.window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32652"))
    assert shown.drawn() == pytest.approx([70, 10], abs=0.2)
    (row,) = bench.session.survey.rows("images", id="c")
    bench.session.change("edit", replaced={"images": [{**row, "date_kind": "released"}]})
    assert shown.drawn() == pytest.approx([60, 10], abs=0.2)


def test_no_layer_is_added_and_nothing_is_drawn_on_patrol_or_without_a_survey(shown: Any, monkeypatch: Any) -> None:
    choose(shown, 4)
    before = set(shown.bench.project.mapLayers())
    shown.box.click()
    assert set(shown.bench.project.mapLayers()) == before
    monkeypatch.setattr(type(shown.bench.patrol), "running", True)
    shown.bench.patrol.changed.emit()
    assert shown.drawn() == [0, 0]
    monkeypatch.undo()
    shown.bench.patrol.changed.emit()
    assert shown.drawn() == pytest.approx([70, 10], abs=0.2)
    shown.bench.project.clear()
    assert shown.drawn() == [0, 0] and shown.row.text() == ""


@pytest.mark.parametrize(("from_m", "to_m"), [(-5e4, 1e9), (0.0, float("inf")), (360_000.0, 1e12), (4e5, 5e5),
                                               (-9e9, -1.0), (1.0, 1.0), (5.0, 1.0), (float("nan"), 1.0)])
def test_stretches_that_leave_the_line(shown: Any, from_m: float, to_m: float) -> None:
    choose(shown, 4)
    shown.box.click()
    shown.bench.session.change("outside", {"searches": [search(shown.bench, "x", from_m, to_m, "c")]})
    kilometres, _ = shown.drawn()
    assert 69 < kilometres < 375 and shown.line().endswith(" % of the corridor searched so far")
    assert float(shown.line().split()[0]) <= 100


def test_the_text_is_updated_only_when_it_changes(shown: Any) -> None:
    texts: list[str] = []
    shown.row.changed.connect(lambda: texts.append(shown.row.text()))
    on_day(shown, date(2025, 8, 1))
    for day in (2, 3, 4):
        on_day(shown, date(2025, 8, day))
    shown.bench.patrol.changed.emit()
    assert texts == ["16 % of the corridor searched in Q3 2025"]


@pytest.mark.parametrize("stored", ["", "week", "2025-01-01", "2025-13-01/2025-01-01", "a/b", "1/2/3"])
def test_an_invalid_setting_is_the_quarter(shown: Any, stored: str) -> None:
    SEARCHED_PERIOD.setValue(stored)
    shown.row._read_settings()
    assert shown.kinds.currentIndex() == 2


def test_ten_thousand_searches_are_as_many_lines_as_stretches(shown: Any, monkeypatch: Any) -> None:
    bench, many = shown.bench, []
    one = search(bench, "m", 0, 0, "a")
    for number in range(10_000):
        begin = 100 * (number % 500) + number / 100
        many.append({**one, "id": f"m{number}", "from_m": begin, "to_m": begin + 150})
    bench.session.change("search", {"searches": many})
    pieces: list[Any] = []
    piece = type(bench.searched).piece
    monkeypatch.setattr(type(bench.searched), "piece", lambda self, one: pieces.append(one) or piece(self, one))
    choose(shown, 4)
    shown.box.click()
    assert len(pieces) == 3  # km 0 to 60, 100 to 110 and one that was not observable
    for day in (1, 2, 3, 4):
        on_day(shown, date(2025, 8, day))
    assert len(pieces) == 3  # another day of the same period redraws nothing
