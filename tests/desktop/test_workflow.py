"""The steps of the workflow, one after the other, by clicks and keys in a real QGIS; a picture after each."""

from __future__ import annotations

import csv
import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import Qgis, QgsApplication, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLabel, QListView, QTableView, QWidget
from qgis.utils import plugins

from tools.desk import Desk

DATA = Path(__file__).resolve().parents[1] / "data"
PICTURES = Path(__file__).resolve().parents[2] / "build" / "desktop"
HYESAN, BARGE = (128.186804, 41.411114), (127.221360, 41.519380)
PHUNGYANG = (127.885265, 41.431189)
BLACK, YELLOW = QColor("black"), QColor("#ffd400")
ROWS = """이름,위도,경도,종류
SYNTHETIC 좋은 곳,41.45,127.60,차량
SYNTHETIC 뒤바뀐 곳,127.70,41.46,바지선
SYNTHETIC 빈 곳,0,0,차량
SYNTHETIC 불가능,95.5,241.0,차량
"""


@pytest.fixture(scope="module")
def desk(iface: QgisInterface) -> Desk:
    """A `Desk` without a survey."""
    return Desk(iface, PICTURES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the survey and its exports."""
    return tmp_path_factory.mktemp("work")


def bench() -> Any:
    return plugins["yalu_plugin"].workbench


def sites_in_the_file(path: Path) -> int:
    """Count the sites by another program, while QGIS has the file open."""
    count = ("import sqlite3, sys; "
             "print(sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM sites').fetchone()[0])")
    python = Path(sys.exec_prefix) / "bin/python3"  # inside QGIS sys.executable is any python3 on the PATH
    return int(subprocess.run([str(python), "-c", count, str(path)], check=True,
                              capture_output=True, text=True).stdout)


def colours_at(desk: Desk, lon: float, lat: float) -> set[str]:
    """Return the colours of the map around a place."""
    desk.zoom_to(lon, lat, 100_000)
    image = desk.canvas.grab().toImage()
    middle = image.rect().center()
    return {QColor(image.pixel(middle.x() + x, middle.y() + y)).name() for x in range(-3, 4) for y in range(-3, 4)}


def list_rows(desk: Desk) -> dict[str, tuple[str, str]]:
    """Return the rows of the list of sites: name to state and chainage."""
    model = desk.find("yalu_sites", QTableView).model()
    cells = [[model.index(row, column).data() for column in (0, 2, 4)] for row in range(model.rowCount())]
    return {name: (state, km) for name, state, km in cells}


def test_01_a_user_enables_the_plugin(desk: Desk) -> None:
    desk.enable_plugin()
    desk.picture("02-enabled")
    assert {"YaluCrossingsDock", "YaluImageryDock", "YaluCorridorDock"} <= {
        dock.objectName() for dock in desk.window.findChildren(QWidget)}
    assert QgsApplication.processingRegistry().providerById("yalu") is not None
    assert Path(sys.modules["yalu_plugin"].__file__ or "").parent.parent.name == "plugins"  # the installed one


def test_02_new_survey(desk: Desk, folder: Path) -> None:
    desk.new_survey(folder / "survey.gpkg")
    desk.picture("03-survey")
    assert sites_in_the_file(folder / "survey.gpkg") == 6
    assert desk.canvas.mapSettings().destinationCrs().authid() == "EPSG:32652"
    assert "4 of 43 published located" in desk.find("yalu_located", QLabel).text()


def test_03_import_shows_every_status_and_writes_the_good_rows(desk: Desk, folder: Path) -> None:
    source = folder / "sites.csv"
    source.write_bytes(ROWS.encode("cp949"))
    desk.import_file(source, "04-import")
    desk.picture("05-imported")
    rows = {row["name"]: row for row in bench().session.survey.rows("sites")}
    assert rows["SYNTHETIC 좋은 곳"]["kind"] == "vehicle_ford"
    assert rows["SYNTHETIC 뒤바뀐 곳"]["geom"] == "Point (127.7 41.46)"  # they are swapped in the file
    assert len(rows) == 8
    assert desk.messages()[0] == "2 sites imported, 2 refused"
    desk.clear_messages()
    desk.iface.setActiveLayer(bench().sites.layer())
    desk.undo()
    assert sites_in_the_file(folder / "survey.gpkg") == 6


def test_04_kinds_are_visible_on_the_map(desk: Desk) -> None:
    assert BLACK.name() in colours_at(desk, *PHUNGYANG) or "#111111" in colours_at(desk, *PHUNGYANG)
    assert YELLOW.name() in colours_at(desk, *BARGE)
    desk.picture("06-barge")


def test_05_corridor(desk: Desk, folder: Path) -> None:
    desk.show_panel("corridor")
    desk.wait_for_figures()
    desk.picture("07-corridor")
    assert desk.figures().startswith("along river 160.38 km   straight 81.54 km   ratio 1.97   4 crossings")
    QgsProject.instance().setEllipsoid("NONE")
    desk.save_corridor_csv(folder / "corridor.csv")
    with (folder / "corridor.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["chainage_km"]) for row in rows] == pytest.approx([0, 24.42, 58.69, 160.38], rel=1e-3)
    assert {row["side"] for row in rows} == {"left"}
    assert [row["county_certain"] for row in rows] == ["False", "True", "True", "True"]
    desk.clear_messages()


def test_06_step_through_dates(desk: Desk, folder: Path) -> None:
    scenes = Path(shutil.copytree(DATA / "s2_romania", folder / "scenes"))
    undated = shutil.copy(scenes / "S2_L2A_romania_20150801.tif", scenes / "IMG_1234.tif")
    gdal.Open(str(undated), gdal.GA_Update).SetMetadata({})
    desk.add_folder(scenes)
    desk.picture("08-folder")
    assert desk.messages()[0].startswith("16 scenes, 1 undated")
    desk.clear_messages()
    assert desk.find("yalu_undated", QListView).model().index(0, 0).data() == "IMG_1234.tif"
    desk.step("first")
    assert "16 outside the view" in desk.messages()[0]  # the map still shows the Yalu
    desk.clear_messages()
    desk.click(desk.find("yalu_imagery_more_button"))
    desk.click(desk.find("yalu_zoom_to_scene_button"))
    desk.click(desk.find("yalu_imagery_more_button"))
    desk.settle()
    desk.step("first")
    desk.picture("09-first")
    assert bench().imagery.day == date(2015, 8, 1)
    for _ in range(3):
        desk.press("Alt+PgDown")
    desk.picture("10-fourth-by-key")
    assert bench().imagery.day == date(2016, 10, 14)
    shown = desk.canvas.temporalRange()
    assert {end.toUTC().date().toPyDate() for end in (shown.begin(), shown.end())} == {bench().imagery.day}
    desk.step("last")
    assert bench().imagery.day == date(2020, 9, 13)
    desk.press("Alt+Home")
    assert bench().imagery.day == date(2015, 8, 1)
    desk.go_to_day("2017-06-06")
    desk.picture("11-picked-day")
    assert bench().imagery.scene.uri.endswith("20170606.tif")
    rasters = [layer for layer in desk.canvas.layers() if isinstance(layer, QgsRasterLayer)]
    assert [Path(layer.source()).name for layer in rasters] == ["S2_L2A_romania_20170606.tif"]


def test_07_sites_show_as_of_the_day(desk: Desk) -> None:
    desk.show_panel("crossings")
    desk.go_to_day("2023-08-30")
    assert list_rows(desk)["Hyesan sandbar ford"] == ("–", "0.00")
    desk.zoom_to(*HYESAN, 50_000)
    desk.picture("12-before-it-was-seen")
    before = colours_around(desk)
    desk.go_to_day("2023-08-31")
    desk.picture("13-when-it-was-seen")
    assert list_rows(desk)["Hyesan sandbar ford"] == ("Present", "0.00")
    assert "#0b6e4f" in colours_around(desk) - before


def colours_around(desk: Desk) -> set[str]:
    image = desk.canvas.grab().toImage()
    middle = image.rect().center()
    return {QColor(image.pixel(middle.x() + x, middle.y() + y)).name() for x in range(-15, 16) for y in range(-15, 16)}


def test_08_one_click_one_site(desk: Desk, folder: Path) -> None:
    desk.zoom_to(127.6, 41.45, 20_000)
    desk.click(desk.find("yalu_add_crossing_button"))
    desk.press("B")
    desk.click_map(127.6, 41.45)
    desk.picture("14-clicked")
    assert sites_in_the_file(folder / "survey.gpkg") == 7
    ((state, km),) = [row for name, row in list_rows(desk).items() if name.startswith("Barge crossing #")]
    assert 58.69 < float(km) < 160.38
    assert state == "–"  # no scene of this day on screen: nothing was observed
    desk.undo()
    desk.picture("15-undone")
    assert sites_in_the_file(folder / "survey.gpkg") == 6
    image = desk.grab_widget("yalu_sites")
    desk.find("yalu_sites", QTableView).viewport().update()
    desk.settle()
    assert desk.grab_widget("yalu_sites") == image  # the screen already showed the rows of the survey
    desk.press("Ctrl+Shift+Z")
    assert sites_in_the_file(folder / "survey.gpkg") == 7


def test_09_toggling_editing_keeps_the_clicks(desk: Desk, folder: Path) -> None:
    toggle, layer = desk.find_action("mActionToggleEditing"), bench().sites.layer()
    desk.iface.setActiveLayer(layer)
    assert not layer.isEditable()  # clicks need no edit mode
    toggle.trigger()
    assert layer.isEditable()
    desk.press("V")
    desk.click_map(127.601, 41.451)
    assert not layer.isModified() and sites_in_the_file(folder / "survey.gpkg") == 8
    toggle.trigger()
    desk.settle()
    assert not layer.isEditable()
    assert sites_in_the_file(folder / "survey.gpkg") == 8


def test_10_a_nearby_known_site_is_offered(desk: Desk, folder: Path) -> None:
    desk.zoom_to(*PHUNGYANG, 5_000)
    desk.click_map(PHUNGYANG[0] + 0.0005, PHUNGYANG[1])
    desk.picture("16-same-site")
    assert "Is this the same site?" in desk.messages()[0]
    assert sites_in_the_file(folder / "survey.gpkg") == 9
    desk.answer_message("Same site")
    assert sites_in_the_file(folder / "survey.gpkg") == 8
    desk.click(desk.find("yalu_add_crossing_button"))


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_11_overview(desk: Desk, folder: Path, ending: str) -> None:
    desk.export_overview(folder / f"overview.{ending}", f"17-overview-{ending}")
    head = (folder / f"overview.{ending}").read_bytes()[:1000]
    assert {"pdf": b"%PDF-", "png": b"\x89PNG", "svg": b"<svg"}[ending] in head
    desk.clear_messages()


def test_12_a_small_screen_and_a_dark_theme(desk: Desk) -> None:
    for show in (desk.window.showMaximized, desk.window.showNormal):  # Qt and the window manager may disagree
        show()
        QTest.qWait(500)
    desk.window.resize(1366, 768)
    desk.window.move(0, 0)
    desk.settle()
    assert (desk.window.width(), desk.window.height()) == (1366, 768)
    desk.picture("18-1366x768")
    docks = [desk.find(f"Yalu{name}Dock") for name in ("Crossings", "Imagery", "Corridor")]
    widths = [dock.minimumSizeHint().width() for dock in docks]
    assert widths[0] <= 340 and widths[1] <= 900 and widths[2] <= 340
    QgsApplication.setUITheme("Night Mapping")
    QTest.qWait(500)
    for panel in ("corridor", "crossings"):
        desk.show_panel(panel)
        desk.picture(f"19-dark-{panel}")
    QgsApplication.setUITheme("default")
    desk.window.showMaximized()
    desk.settle()


def test_13_the_project_restores_everything(desk: Desk, folder: Path) -> None:
    desk.go_to_day("2017-06-06")
    bench().river.set_line(bench().river.survey_line().id(), "")
    scene = bench().imagery.scene
    desk.find("YaluCorridorDock").close()
    desk.settle()
    assert QgsProject.instance().write(str(folder / "work.qgz"))
    desk.iface.newProject()
    desk.find("YaluCorridorDock").setUserVisible(True)
    assert bench().session.survey is None
    desk.picture("20-closed")
    desk.iface.addProject(str(folder / "work.qgz"))
    desk.settle()
    desk.picture("21-reopened")
    assert bench().session.survey.path == folder / "survey.gpkg"
    assert (bench().imagery.day, bench().imagery.scene) == (date(2017, 6, 6), scene)
    assert bench().river.layer_id == bench().river.survey_line().id()
    assert desk.find("YaluCorridorDock").isHidden()
    assert not desk.find("YaluCrossingsDock").isHidden()
    shown = desk.canvas.temporalRange()
    assert shown.begin().toUTC().date().toPyDate() == date(2017, 6, 6)


def test_14_the_survey_is_intact_in_the_end(desk: Desk, folder: Path) -> None:
    from yalu_plugin.core.survey.sealed_record import first_break

    desk.iface.newProject()
    rows = sqlite3.connect(folder / "survey.gpkg").execute("PRAGMA integrity_check").fetchall()
    assert rows == [("ok",)]
    from yalu_plugin.layers.survey.open import open_survey

    survey = open_survey(folder / "survey.gpkg")
    assert first_break(sorted(survey.rows("audit"), key=lambda row: row["seq"])) is None
    assert Qgis.versionInt() >= 34000
