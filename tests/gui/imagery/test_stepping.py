"""Which scenes the workbench steps through, and how the Imagery panel reports the skipped ones."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_filter import SceneFilter

NEAR = "POLYGON ((22.1 45.2, 22.2 45.2, 22.2 45.3, 22.1 45.3, 22.1 45.2))"
AWAY = "POLYGON ((127 41, 128 41, 128 42, 127 42, 127 41))"
VIEW = (22.14, 45.19, 22.16, 45.21)


def scene(year: int, wkt: str, cloud: float | None) -> Scene:
    day = datetime(year, 6, 1, tzinfo=timezone.utc)
    return Scene(f"scene {year}", f"/{year}.tif", day, day, "acquired", "stac", cloud_cover=cloud, footprint_wkt=wkt)


SCENES = [scene(2016, NEAR, 0), scene(2017, AWAY, 0), scene(2018, NEAR, 80), scene(2019, NEAR, None),
          scene(2020, AWAY, 90)]


@pytest.fixture
def five_scenes(bench: Any) -> Any:
    """A workbench with five scenes: two are outside the view, two are cloudy."""
    bench.scenes.add(SCENES)
    return bench


def years(found: Any) -> list[int]:
    return [one.day.year for one in found]


def test_skipped_scenes_are_not_stepped_to(five_scenes: Any) -> None:
    imagery = five_scenes.imagery
    signals = []
    imagery.scenes.filter_changed.connect(lambda: signals.append(1))
    imagery.scenes.set_filter(SceneFilter(VIEW, 40))
    assert years(imagery.scenes.steppable.scenes) == [2016, 2019]
    assert years(imagery.scenes.timeline.scenes) == list(range(2016, 2021))
    assert imagery.scenes.skipped == {
        "scene 2017": "outside_view", "scene 2018": "cloudy", "scene 2020": "outside_view"}
    imagery.scene = imagery.scenes.timeline.scenes[0]
    assert imagery.neighbour("next").day.year == 2019
    imagery.scene = imagery.scenes.timeline.scenes[1]  # one that is itself skipped
    assert (imagery.neighbour("previous").day.year, imagery.neighbour("last").day.year) == (2016, 2019)
    imagery.scenes.set_filter(SceneFilter(VIEW, 40))
    imagery.scenes.set_filter(SceneFilter(VIEW, 45))
    assert signals == [1]


def test_scenes_added_later_are_chosen_from_too(five_scenes: Any) -> None:
    five_scenes.scenes.set_filter(SceneFilter(VIEW))
    five_scenes.scenes.add([scene(2021, AWAY, 0), scene(2022, NEAR, 0)])
    assert years(five_scenes.scenes.steppable.scenes) == [2016, 2018, 2019, 2022]


def test_the_nearest_neighbours_come_first(five_scenes: Any) -> None:
    imagery = five_scenes.imagery
    assert imagery.scenes.steppable.around(imagery.scene, 2) == []
    imagery.scene = imagery.scenes.timeline.scenes[1]
    assert years(one for one, in imagery.scenes.steppable.around(imagery.scene, 2)) == [2018, 2016, 2019]
    imagery.scenes.set_filter(SceneFilter(None, 40))
    assert years(one for one, in imagery.scenes.steppable.around(imagery.scene, 1)) == [2019, 2016]


@pytest.fixture
def settings() -> Any:
    """The user's settings for the test: `settings(SAME_DAY=False)`."""
    from yalu_plugin import settings as declared

    changed = set()

    def change(**wanted: object) -> None:
        for name, value in wanted.items():
            getattr(declared, name).setValue(value)
            changed.add(name)
    yield change
    for name in changed:
        getattr(declared, name).remove()


def test_a_day_is_one_step_or_several(bench: Any, settings: Any, romania: Any) -> None:
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.imagery.project_scenes import shown_layers

    files = sorted(romania.glob("*.tif"))[:3]
    moments = [datetime(2020, 6, 1, 14 + hour, tzinfo=timezone.utc) for hour in range(3)]
    west, east, other = (Scene(path.name, str(path), moment, moment, "acquired", "stac", platform, footprint_wkt=wkt)
                         for path, moment, platform, wkt in zip(files, moments, ("s2", "s2", "s1"), (AWAY, NEAR, NEAR)))
    bench.scenes.add([west, east, other])
    imagery = bench.imagery
    west, east, other = imagery.scenes.timeline.scenes
    imagery.step("first")
    assert len(shown_layers(bench.project)) == 2 and imagery.scene == west and imagery.neighbour("next") == other
    on_both, on_none = QgsPointXY(22.152, 45.2048), QgsPointXY(127.5, 41.5)
    assert (bench.annotation.scene_over(on_both), bench.annotation.scene_over(on_none)) == (east, west)
    assert bench.annotation.scene_over(QgsPointXY(0, 0)) == bench.annotation.scene_over(None) == west
    settings(DAY_ZONE="Asia/Pyongyang", SAME_DAY=True)
    imagery.apply_settings()
    assert imagery.neighbour("next") == east and imagery.scenes.timeline.at(date(2020, 6, 2)) == (east, other)
    settings(DAY_ZONE="UTC", SAME_DAY=False)
    imagery.apply_settings()
    assert imagery.neighbour("next") == east and len(shown_layers(bench.project)) == 1


@pytest.mark.parametrize("gone", [0, 1])
@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(b"no raster")],
                         ids=["gone", "damaged"])
def test_of_a_mosaic_what_is_there_is_shown_and_what_is_not_is_named(bench: Any, romania: Any, gone: int,
                                                                     spoil: Any) -> None:
    from qgis.core import QgsPointXY

    from yalu_plugin.core.errors import YaluError
    from yalu_plugin.layers.imagery.project_scenes import scene_id_of, shown_layers

    files = sorted(romania.glob("*.tif"))[:2]
    moments = [datetime(2020, 6, 1, 14 + hour, tzinfo=timezone.utc) for hour in range(2)]
    bench.scenes.add([Scene(path.name, str(path), moment, moment, "acquired", "stac", "s2", footprint_wkt=NEAR)
                      for path, moment in zip(files, moments)])
    errors: list[Any] = []
    bench.error_occurred.connect(errors.append)
    spoil(files[gone])
    left = bench.scenes.timeline.scenes[1 - gone]
    bench.imagery.step("first")
    assert bench.imagery.drawn == (left,)
    assert bench.imagery.scene == left and [scene_id_of(one) for one in shown_layers(bench.project)] == [left.id]
    assert bench.annotation.scene_over(QgsPointXY(22.15, 45.25)) == left  # what is not drawn is no evidence
    assert len(errors) == 1 and files[gone].name in str(errors[0]) and files[1 - gone].name not in str(errors[0])
    files[1 - gone].unlink()
    with pytest.raises(YaluError, match="is gone|is damaged"):
        bench.imagery.step("first")


@pytest.fixture
def dock(window: Any, five_scenes: Any, messages: Any, actions: Any, monkeypatch: Any) -> Any:
    """The Imagery panel with these scenes, none skipped; the map shows the place of three of them."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock
    from yalu_plugin.settings import COVERS_VIEW, MAX_CLOUD

    COVERS_VIEW.setValue(False)
    MAX_CLOUD.setValue(100)
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    window.canvas.setExtent(QgsRectangle(22.14, 45.19, 22.16, 45.21))
    dock = ImageryDock(five_scenes, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    dock.show()
    yield dock
    COVERS_VIEW.setValue(True)
    MAX_CLOUD.setValue(100)


def child(dock: Any, name: str) -> Any:
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def test_the_panel_says_how_many_are_skipped_and_why(dock: Any, five_scenes: Any, window: Any, qt: Any) -> None:
    from qgis.core import QgsRectangle

    assert five_scenes.scenes.skipped == {} and not child(dock, "yalu_skipped").isVisible()
    box = child(dock, "yalu_covers_view")
    qt.key(box, qt.Qt.Key.Key_Space)
    assert child(dock, "yalu_skipped").text() == "2 skipped: 2 outside the view"
    child(dock, "yalu_max_cloud").setValue(40)
    assert child(dock, "yalu_skipped").text() == "3 skipped: 2 outside the view, 1 cloudy"
    window.canvas.setExtent(QgsRectangle(127.4, 41.4, 127.6, 41.6))
    assert child(dock, "yalu_skipped").text() == "4 skipped: 3 outside the view, 1 cloudy"
    assert years(five_scenes.scenes.steppable.scenes) == [2017]


def test_what_is_skipped_is_remembered(dock: Any, five_scenes: Any) -> None:
    from yalu_plugin.settings import COVERS_VIEW, MAX_CLOUD

    child(dock, "yalu_max_cloud").setValue(40)
    child(dock, "yalu_covers_view").setChecked(True)
    assert (MAX_CLOUD.value(), COVERS_VIEW.value()) == (40, True)


def test_stepping_where_all_are_elsewhere_offers_the_one_to_go_to(dock: Any, five_scenes: Any, window: Any,
                                                                  bar_texts: Any,
                                                                  qt: Any) -> None:
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtWidgets import QPushButton

    child(dock, "yalu_covers_view").setChecked(True)
    child(dock, "yalu_max_cloud").setValue(40)
    window.canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    qt.click(child(dock, "yalu_last_scene_button"))
    assert bar_texts() == ["No scene to step to there: 5 outside the view."]
    assert five_scenes.imagery.scene is None and five_scenes.imagery.day is None
    assert years(five_scenes.scenes.without_view_filter().scenes) == [2016, 2017, 2019]  # without the cloudy ones
    qt.click(next(one for one in window.bar.findChildren(QPushButton) if one.text() == "Zoom to scene"))
    assert window.canvas.extent().contains(QgsRectangle(22.1, 45.2, 22.2, 45.3))
    assert bar_texts() == ["The image 2019.tif is gone. Put it back, or catalogue its folder where it is now."]


def test_stepping_where_zooming_does_not_help_reports_what_does(dock: Any, five_scenes: Any, bar_texts: Any,
                                                                qt: Any) -> None:
    from yalu_plugin.core.imagery.scene_filter import SceneFilter

    five_scenes.scenes.set_filter(SceneFilter(None, 100, frozenset(five_scenes.scenes.by_id)))
    qt.click(child(dock, "yalu_next_scene_button"))
    assert bar_texts() == ["No scene to step to there: 5 skipped: 5 without data. Move the map, or change what is "
                           "skipped."]
    five_scenes.imagery.day_changed.emit()
    assert not bar_texts()  # what it said is over


def test_the_view_on_the_globe(window: Any) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    from yalu_plugin.layers.imagery.footprint import view_box

    settings = window.canvas.mapSettings()
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3832"))  # PDC Mercator, its middle at 150 E
    settings.setExtent(QgsRectangle(3_000_000, 5_000_000, 4_000_000, 5_500_000))
    west, south, east, north = view_box(settings)
    assert west > 170 and east < -170 and 35 < south < north < 50
    settings.setDestinationCrs(QgsCoordinateReferenceSystem())
    assert view_box(settings) is None


def test_scenes_without_data_in_the_view_are_skipped(dock: Any, five_scenes: Any, window: Any, romania: Any,
                                                     wait_for: Any) -> None:
    from osgeo import gdal

    files = sorted(romania.glob("*.tif"))[3:6]
    blank = gdal.Open(str(files[1]), gdal.GA_Update)
    for number in range(1, blank.RasterCount + 1):
        blank.GetRasterBand(number).Fill(0)  # its nodata value
    del blank
    moments = [datetime(2021, month, 1, tzinfo=timezone.utc) for month in (1, 2, 3)]
    imagery = five_scenes.imagery
    imagery.scenes.set_scenes([Scene(path.name, str(path), moment, moment, "acquired", "stac")
                  for path, moment in zip(files, moments)])
    first, empty, last = imagery.scenes.timeline.scenes
    child(dock, "yalu_has_data").setChecked(False)
    imagery.show(first)
    assert imagery.neighbour("next") == empty
    child(dock, "yalu_has_data").setChecked(True)
    wait_for(lambda: imagery.scenes.skipped)
    assert imagery.scenes.skipped == {empty.id: "empty"} and imagery.neighbour("next") == last
    assert child(dock, "yalu_skipped").text() == "1 skipped: 1 without data"
    child(dock, "yalu_has_data").setChecked(False)
    assert imagery.scenes.skipped == {}
    child(dock, "yalu_has_data").setChecked(True)
    assert imagery.scenes.skipped == {empty.id: "empty"}  # remembered


@pytest.fixture
def monthly(dock: Any, bench: Any) -> Any:
    """Three months of tiles, the second of which is missing on the service; `asked` has the requested paths."""
    from tests.stac_server import send
    from tests.tile_server import serving_tiles
    from yalu_plugin.core.imagery.tile_grid import TileAddress

    with serving_tiles() as server:
        server.faults["/xyz/monthly_2024_02"] = lambda handler: send(handler, b"", 404)
        scenes = []
        for month in (1, 2, 3):
            template = f"{server.address}/xyz/monthly_2024_{month:02}/{{z}}/{{x}}/{{y}}.png"
            moment = datetime(2024, month, 1, tzinfo=timezone.utc)
            scenes.append(Scene(f"{month}", TileAddress(template).uri, moment, moment, "acquired", "stac"))
        bench.scenes.set_scenes(scenes)
        yield server


def test_a_month_without_tiles_in_the_view_is_skipped(monthly: Any, dock: Any, bench: Any, wait_for: Any) -> None:
    imagery = bench.imagery
    first, missing, last = imagery.scenes.timeline.scenes
    imagery.show(first)
    wait_for(lambda: imagery.scenes.skipped)
    assert imagery.scenes.skipped == {missing.id: "empty"}
    assert imagery.neighbour("next") == last
    wait_for(lambda: any(path.startswith("/xyz/monthly_2024_03") for path in monthly.requests))  # one after the other
    there, gone = ([path for path in monthly.requests if path.startswith(f"/xyz/monthly_2024_0{month}")]
                   for month in (3, 2))
    assert len(there) == 1 and 4 < len(gone) == len(set(gone)) <= 80


def test_tiles_that_are_in_part_of_the_view_are_stepped_to(monthly: Any, dock: Any, bench: Any, wait_for: Any,
                                                           window: Any) -> None:
    from tests.stac_server import send
    from tests.tile_server import png

    first, partly, _ = bench.scenes.timeline.scenes
    bench.imagery.show(first)
    wait_for(lambda: bench.scenes.skipped)
    *_, corner = (path for path in monthly.requests if path.startswith("/xyz/monthly_2024_02"))
    monthly.faults = {corner: lambda handler: send(handler, png((255, 0, 0)), media="image/png"), **monthly.faults}
    asked = len(monthly.requests)
    window.canvas.zoomByFactor(1.01)  # another view
    wait_for(lambda: corner in monthly.requests[asked:])
    assert bench.imagery.neighbour("next") == partly and not bench.scenes.skipped


def test_a_date_that_was_corrected_is_that_of_the_scene_on_screen(bench, tmp_path):
    from dataclasses import replace

    from tests.gui.compare.synthetic_scenes import made_scene

    scene = made_scene(tmp_path, "2025-06-21", (10, 200, 10))
    bench.scenes.add([scene])
    bench.imagery.show(bench.scenes.timeline.scenes[0])
    right = datetime(2025, 6, 12, tzinfo=timezone.utc)
    bench.scenes.set_scenes([replace(scene, acquired_from=right, acquired_to=right)])
    assert str(bench.imagery.day) == "2025-06-12" and bench.imagery.scene.acquired_from == right
