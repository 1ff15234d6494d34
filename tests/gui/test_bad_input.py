"""Bad input through the window: one line in the message bar states the error and the remedy, nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import broken_files
from tests.broken_files import BAD_ROWS, CORRIDORS, CRSS, LISTS, STATUSES, SURVEYS, digest, file_lock

ROOT = Path(__file__).resolve().parents[2]
KEPT = "Kept, but not written yet: Add crossing"
BUSY = ("{path} is in use by another program or an unsaved edit: nothing was written. "
        "Save or close it there and try again.")
READ_ONLY = "{path} is read-only: nothing was written. Save a copy where you may write, and open that."


@pytest.fixture
def dock(bench: Any, messages: Any, actions: Any, window: Any) -> Any:
    """The Crossings panel on the published survey."""
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock

    dock = CrossingsDock(bench, messages, actions, window.canvas, window)
    bench.error_occurred.connect(messages.error)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    return dock


@pytest.fixture
def click(dock: Any, window: Any, qt: Any) -> Any:
    """A function that adds a crossing by one click on the map, far from known sites."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject, QgsRectangle

    qt.click(child(dock, "yalu_add_crossing_button"))
    to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"),
                                    window.canvas.mapSettings().destinationCrs(), QgsProject.instance())
    window.canvas.setExtent(QgsRectangle.fromCenterAndSize(to_map.transform(QgsPointXY(127.6, 41.45)), 2000, 2000))
    viewport = window.canvas.viewport()
    return lambda: qt.QTest.mouseClick(viewport, qt.Qt.MouseButton.LeftButton, qt.Qt.KeyboardModifier.NoModifier,
                                       viewport.rect().center())


def child(dock: Any, name: str) -> Any:
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def one_line(bar_texts: Any, words: str) -> None:
    assert len(bar_texts()) == 1 and bar_texts()[0].startswith(words) and "\n" not in bar_texts()[0], bar_texts()


# surveys


@pytest.mark.parametrize("kind", SURVEYS)
def test_opening_a_file_that_is_no_survey_keeps_the_open_one(dock, bench, bar_texts, qt, monkeypatch, tmp_path, kind):
    from qgis.PyQt.QtWidgets import QFileDialog

    make, words = SURVEYS[kind]
    path = make(bench.session.survey.path, tmp_path)
    before, layers = digest(path), set(bench.project.mapLayers())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    qt.click(child(dock, "yalu_open_survey_button"))
    one_line(bar_texts, words.format(path=path.name))
    assert digest(path) == before
    assert bench.session.survey.path.name == "survey.gpkg" and set(bench.project.mapLayers()) == layers


@pytest.mark.parametrize("kind", SURVEYS)
def test_a_project_with_a_damaged_survey_opens_and_reports_it(dock, bench, bar_texts, tmp_path, kind):
    make, words = SURVEYS[kind]
    project, path = bench.project, bench.session.survey.path
    assert project.write(str(tmp_path / "project.qgs"))
    project.clear()
    damaged = make(path, tmp_path)
    path.unlink()
    if damaged.exists():
        damaged.rename(path)
    before = digest(path)
    project.read(str(tmp_path / "project.qgs"))
    one_line(bar_texts, words.format(path=path.name))
    assert bench.session.survey is None and digest(path) == before
    assert child(dock, "yalu_survey_title").text() == "No survey open"


def test_an_existing_survey_is_not_created_again(dock, bench, bar_texts, qt, monkeypatch):
    from qgis.PyQt.QtWidgets import QFileDialog

    before = digest(bench.session.survey.path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(bench.session.survey.path), ""))
    qt.click(child(dock, "yalu_new_survey_button"))
    name = bench.session.survey.path.name
    one_line(bar_texts, f"{name} already exists and is left as it is. Open it, or choose another name.")
    assert digest(bench.session.survey.path) == before


@pytest.mark.parametrize(("how", "words"), [("read-only", READ_ONLY), ("IMMEDIATE", BUSY), ("EXCLUSIVE", BUSY)])
def test_a_click_on_a_survey_that_may_not_be_written(click, bench, bar_texts, how, words):
    """Nothing is written, and the click is kept to be written later."""
    path, before = bench.session.survey.path, digest(bench.session.survey.path)
    if how == "read-only":
        path.chmod(0o444)
        click()
        path.chmod(0o644)
    else:
        with file_lock(path, how):
            click()
    assert bar_texts() == [f"{KEPT}. {words.format(path=path.name)}"]
    assert digest(path) == before
    click()
    assert len(bench.session.survey.rows("sites")) == 7


def test_a_click_on_a_removed_survey(click, bench, bar_texts):
    path = bench.session.survey.path
    kept = path.rename(path.with_name("kept.gpkg"))
    click()
    assert bar_texts() == [f"{KEPT}. {path.name} was removed or renamed since it was opened: nothing was written. Put "
                           "it back, or open it where it is now."]
    assert not bench.session.survey.path.exists()
    kept.rename(bench.session.survey.path)
    click()
    assert len(bench.session.survey.rows("sites")) == 7


def test_a_click_while_qgis_edits_the_same_file(click, bench, bar_texts):
    """The user has an unsaved edit: both changes are kept."""
    layer = bench.sites.layer()
    assert layer.startEditing()
    (hyesan,) = [feature for feature in layer.getFeatures() if feature["name"] == "Hyesan sandbar ford"]
    assert layer.changeAttributeValue(hyesan.id(), layer.fields().lookupField("note"), "mine")
    click()
    assert bar_texts() == ["Added without a date: no scene is on screen."]
    assert len(bench.session.survey.rows("sites")) == 7
    assert layer.commitChanges()
    rows = bench.session.survey.rows("sites")
    assert len(rows) == 7 and [row["name"] for row in rows if row["note"] == "mine"] == ["Hyesan sandbar ford"]


def test_clicks_while_qgis_edits_in_transaction_groups(click, bench, bar_texts):
    """The survey's layers are in no group: editing them locks nothing, and nothing is lost."""
    from qgis.core import Qgis

    bench.project.setTransactionMode(Qgis.TransactionMode.AutomaticGroups)
    layer = bench.sites.layer()
    assert layer.startEditing()
    (hyesan,) = [feature for feature in layer.getFeatures() if feature["name"] == "Hyesan sandbar ford"]
    assert layer.changeAttributeValue(hyesan.id(), layer.fields().lookupField("note"), "mine")
    click()
    assert bar_texts() == ["Added without a date: no scene is on screen."]
    assert layer.commitChanges()
    rows = bench.session.survey.rows("sites")
    assert len(rows) == 7 and [row["name"] for row in rows if row["note"] == "mine"] == ["Hyesan sandbar ford"]


# lists


@pytest.fixture
def importing(bench: Any, messages: Any, window: Any, wait_for: Any) -> Any:
    """A function that selects a file in the import dialog, and returns the dialog after it has assessed the rows."""
    pytest.importorskip("geopandas")
    from qgis.gui import QgsFileWidget

    from yalu_plugin.gui.importing.import_dialog import ImportDialog

    def select(path: Path) -> Any:
        dialog = ImportDialog(bench, messages, window)
        dialog.show()
        dialog.findChild(QgsFileWidget, "yalu_import_file").setFilePath(str(path))
        wait_for(lambda: not dialog._typing.isActive() and dialog._task is None)
        return dialog
    return select


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_that_cannot_be_read(importing, bench, tmp_path, kind):
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtWidgets import QPushButton

    make, words = LISTS[kind]
    path = make(tmp_path)
    before = digest(path), digest(bench.session.survey.path)
    dialog = importing(path)
    texts = [item.text() for item in dialog.findChild(QgsMessageBar).items()]
    one_line(lambda: texts, words.format(path=path.name))
    assert not dialog.findChild(QPushButton, "yalu_import_write").isEnabled()
    assert (digest(path), digest(bench.session.survey.path)) == before


def test_bad_rows_are_shown_before_anything_is_written(importing, bench, bar_texts, tmp_path, qt, wait_for):
    from qgis.PyQt.QtWidgets import QPushButton, QTableView

    path, before = tmp_path / "rows.csv", digest(bench.session.survey.path)
    path.write_text(BAD_ROWS)
    dialog = importing(path)
    model = dialog.findChild(QTableView, "yalu_import_rows").model()
    shown = {int(model.index(row, 0).data()): (model.index(row, 1).data(), model.index(row, 2).data())
             for row in range(model.rowCount())}
    assert shown.keys() == STATUSES.keys()
    assert all(shown[number][0] == status.capitalize() and words in shown[number][1]
               for number, (status, words) in STATUSES.items())
    assert digest(bench.session.survey.path) == before
    with file_lock(bench.session.survey.path):
        qt.click(dialog.findChild(QPushButton, "yalu_import_write"))
        wait_for(lambda: dialog._task is None and dialog._writer is None)
    assert dialog.isVisible() and digest(bench.session.survey.path) == before
    qt.click(dialog.findChild(QPushButton, "yalu_import_write"))
    wait_for(bar_texts)
    assert bar_texts() == ["3 sites imported, 2 refused"]
    assert len(bench.session.survey.rows("sites")) == 9


# corridors


@pytest.fixture
def corridor(bench: Any, messages: Any, actions: Any, window: Any, qgis_app: Any, wait_for: Any) -> Any:
    """The Corridor panel on the published survey, measured."""
    pytest.importorskip("geopandas")
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.corridor.corridor_dock import CorridorDock
    from yalu_plugin.gui.packages import PackageInstaller

    bench.error_occurred.connect(messages.error)
    dock = CorridorDock(bench, messages, actions, window.canvas, PackageInstaller(messages, window), window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    wait_for(lambda: dock.widget() is not None and child(dock, "yalu_corridor_headline").text())
    return dock


def choose_river(corridor: Any, layer: Any, bench: Any) -> None:
    bench.project.addMapLayer(layer)
    bench.river.set_line(layer.id(), "")


@pytest.mark.parametrize("kind", CORRIDORS)
def test_a_line_that_is_no_corridor(corridor, bench, bar_texts, wait_for, kind):
    wkt, crs, words = CORRIDORS[kind]
    choose_river(corridor, broken_files.line_layer(wkt, crs), bench)
    wait_for(lambda: child(corridor, "yalu_corridor_why").text().startswith(words))
    one_line(bar_texts, words)
    assert child(corridor, "yalu_corridor_table").model().rowCount() == 0
    bench.river.set_line("", "")
    wait_for(lambda: child(corridor, "yalu_corridor_headline").text())


@pytest.mark.parametrize("crs", CRSS)
def test_a_corridor_in_any_crs_and_in_two_parts(corridor, bench, bar_texts, wait_for, crs):
    choose_river(corridor, broken_files.river_layer(crs), bench)
    wait_for(lambda: child(corridor, "yalu_corridor_table").model().rowCount() == 4)
    assert sorted(bench.river.chainages.values()) == pytest.approx([0, 24.42, 58.69, 160.38], rel=0.001)
    assert bar_texts() == []


def test_two_sites_with_one_id(corridor, bench, messages, bar_texts, wait_for):
    path = bench.session.survey.path
    twice = broken_files.duplicate_site_id(path)
    bench.noticed.connect(messages.notice)
    words = f"2 sites have the id {twice}. Give each site an id of its own, then measure again."
    bench.open_survey(path)  # the record has no entry of it, because its triggers were removed for this
    wait_for(lambda: child(corridor, "yalu_corridor_why").text() == words)
    one_line(bar_texts, "survey.gpkg had lost 8 of the triggers that record every change. They were restored; verify")


# images


def test_a_corrupt_geotiff(bench, messages, actions, window, qt, romania, bar_texts, wait_for):
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    dock = ImageryDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    dock.show()
    (romania / "S2_L2A_romania_20161014.tif").write_bytes(b"no raster")
    dock.adding.add_folder(romania)
    wait_for(bar_texts)
    one_line(bar_texts, "15 scenes, 1 could not be used")
    window.bar.clearWidgets()
    bench.error_occurred.connect(messages.error)
    bench.imagery.step("first")
    following = bench.imagery.neighbour("next")
    after = bench.scenes.timeline.next(following)
    Path(following.uri).write_bytes(Path(following.uri).read_bytes()[:5000])
    qt.click(child(dock, "yalu_next_scene_button"))
    one_line(bar_texts, f"The image {Path(following.uri).name} is damaged or not a raster. Copy or download it again.")
    assert bench.imagery.scene == after  # the rest of the catalogue stays usable


# a killed process


def test_kill_right_after_the_click_loses_nothing(tmp_path: Path) -> None:
    """A saved project is reopened, one site is added through the workbench, and the process is killed at once."""
    script = f"""
import os, signal, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsTemporalNavigationObject
app = QgsApplication([], True)
app.initQgis()
from yalu_plugin.workbench import Workbench
folder, project, navigation = Path(sys.argv[1]), QgsProject.instance(), QgsTemporalNavigationObject()
bench = Workbench(project, navigation)
bench.new_survey(folder / "survey.gpkg", "Survey", True)
assert project.write(str(folder / "project.qgz"))
project.clear()
assert project.read(str(folder / "project.qgz")) and len(bench.session.survey.rows("sites")) == 6


bench.sites.layer().startEditing()
print(bench.annotation.add_site(QgsPointXY(127.6, 41.45), "barge_dock"), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile")}
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], env=environment, capture_output=True,
                           text=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    from yalu_plugin.core.survey.sealed_record import first_break
    from yalu_plugin.layers.survey.open import open_survey

    survey = open_survey(tmp_path / "survey.gpkg")
    rows = {row["id"]: row for row in survey.rows("sites")}
    assert len(rows) == 7 and rows[ended.stdout.split()[-1]]["geom"] == "Point (127.6 41.45)"
    assert first_break(sorted(survey.rows("audit"), key=lambda row: row["seq"])) is None
