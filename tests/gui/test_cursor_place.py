"""The line in the status bar about the place of the cursor along the river."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsPointXY

from yalu_plugin.core.corridor.measured_line import MeasuredPlace

FORD, PHUNGYANG = (128.186804, 41.411114), (127.885265, 41.431189)


@pytest.fixture
def shown(window: Any, empty_bench: Any) -> Any:
    from yalu_plugin.gui.cursor_place import CursorPlace

    line = CursorPlace(window.canvas, empty_bench.river_places)
    window.statusBar().addPermanentWidget(line)
    yield line
    window.statusBar().removeWidget(line)
    line.deleteLater()


def move(window: Any, lon: float, lat: float) -> None:
    from yalu_plugin.gui.map_coordinates import from_lonlat

    window.canvas.xyCoordinates.emit(from_lonlat(window.canvas).transform(QgsPointXY(lon, lat)))


def test_km_offset_and_county_of_the_cursor(shown: Any, bench: Any, window: Any, wait_for: Any) -> None:
    wait_for(lambda: bench.river.chainages)
    assert not shown.isVisible()  # before the first move
    move(window, *PHUNGYANG)
    wait_for(shown.isVisible)
    assert shown.text() == "km 58.69 · 57 m, left of the line · Kimjongsuk"
    move(window, *FORD)
    wait_for(lambda: shown.text().startswith("km 0.00"))
    assert shown.text().endswith("· Hyesan ?")  # within 2 km of the break
    move(window, 127.0, 42.5)
    wait_for(lambda: shown.text() == "farther than 5 km from the river line")


def test_only_the_last_of_many_moves_is_measured(
        shown: Any, bench: Any, window: Any, wait_for: Any, monkeypatch: Any) -> None:
    from yalu_plugin.core.corridor.measured_line import MeasuredLine

    wait_for(lambda: bench.river.chainages)
    places, place = [], MeasuredLine.place
    monkeypatch.setattr(MeasuredLine, "place", lambda self, *at: places.append(at) or place(self, *at))
    for step in range(1_000):
        move(window, 127.5 + step / 10_000, 41.45)
    move(window, *PHUNGYANG)
    wait_for(lambda: shown.text().startswith("km 58.69"))
    assert places == [pytest.approx(PHUNGYANG)]


def test_without_a_survey_nothing_is_shown(
        shown: Any, empty_bench: Any, window: Any, wait_for: Any, new_survey: Any, tmp_path: Any) -> None:
    from qgis.core import QgsProject

    move(window, *PHUNGYANG)
    shown._show_place()
    assert not shown.isVisible()
    empty_bench.open_survey(new_survey(tmp_path / "s.gpkg", "Test survey", published=True).path)
    wait_for(shown.isVisible)
    QgsProject.instance().clear()
    wait_for(lambda: not shown.isVisible())


def test_a_line_that_cannot_be_measured_hides_it(
        shown: Any, bench: Any, window: Any, wait_for: Any) -> None:
    from qgis.core import QgsProject, QgsVectorLayer

    wait_for(lambda: bench.river.chainages)
    move(window, *PHUNGYANG)
    wait_for(shown.isVisible)
    empty = QgsVectorLayer("LineString?crs=EPSG:4326", "no line", "memory")
    QgsProject.instance().addMapLayer(empty)
    bench.river.set_line(empty.id(), "")
    wait_for(lambda: not shown.isVisible())
    bench.river.set_line("", "")
    wait_for(shown.isVisible)


def test_another_datum_is_heard(shown: Any, bench: Any, window: Any, wait_for: Any) -> None:
    wait_for(lambda: bench.river.chainages)
    move(window, *PHUNGYANG)
    wait_for(lambda: shown.text().startswith("km 58.69"))
    phungyang = next(row["id"] for row in bench.session.facts.rows("sites") if row["name"].startswith("Phungyang"))
    bench.river.set_line("", phungyang)
    wait_for(lambda: shown.text().startswith("km 0.00 · 57 m"))


def test_off_in_the_options(shown: Any, bench: Any, window: Any, wait_for: Any) -> None:
    from yalu_plugin.settings import CURSOR_PLACE

    wait_for(lambda: bench.river.chainages)
    move(window, *PHUNGYANG)
    wait_for(shown.isVisible)
    CURSOR_PLACE.setValue(False)
    try:
        move(window, *FORD)
        wait_for(lambda: not shown.isVisible())
    finally:
        CURSOR_PLACE.setValue(True)
    move(window, *FORD)
    wait_for(lambda: shown.isVisible() and shown.text().startswith("km 0.00"))


def test_its_width_does_not_shrink(shown: Any) -> None:
    shown.show_text("km 158.69 · 1.57 km, left of the line · Kimhyongjik ?")
    wide = shown.sizeHint().width()
    shown.show_text("km 1")
    assert shown.sizeHint().width() == wide and shown.minimumSizeHint().width() <= 40


@pytest.mark.parametrize(("place", "text"), [
    (None, "farther than 5 km from the river line"),
    (MeasuredPlace(-0.001, 0.0, "on_line", None, False), "km 0.00 · on the line"),
    (MeasuredPlace(12.345, 149.6, "right", "Samsu", True), "km 12.35 · 150 m, right of the line · Samsu"),
    (MeasuredPlace(12.344, 999.6, "right", "Samsu", False),
     "km 12.34 · 1.00 km, right of the line · opposite Samsu ?")])
def test_texts(qgis_app: Any, place: MeasuredPlace | None, text: str) -> None:
    from yalu_plugin.gui.cursor_place import place_text

    assert place_text(place) == text
