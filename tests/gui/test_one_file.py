"""The survey's file while QGIS has it open: complete in one file after every action, and still the opened file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.killed_process import leave_wal
from tests.layers.survey.test_side_files import set_aside_file, side_files
from yalu_plugin.core.imagery.scene import Scene


def counts(path: Path) -> dict[str, int]:
    """Return the number of rows of each table in a plain copy of the file."""
    copy = path.with_name("copy-of-it.gpkg")
    subprocess.run(["cp", str(path), str(copy)], check=True)  # another process: see is_open_in_process in side_files.py
    with closing(sqlite3.connect(copy)) as database:
        found = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                 for table in ("sites", "observations", "images", "audit")}
    copy.unlink()
    return found


def point(lon: float) -> Any:
    from qgis.core import QgsPointXY

    return QgsPointXY(lon, 41.45)


def add_by_qgis(layer: Any, values: dict[str, str]) -> None:
    """Add a feature as QGIS' own digitising does, and save the layer's edits."""
    from qgis.core import QgsFeature, QgsGeometry

    layer.startEditing()
    feature = QgsFeature(layer.fields())
    for name, value in values.items():
        feature[name] = value
    if layer.isSpatial():
        feature.setGeometry(QgsGeometry.fromPointXY(point(127.9)))
    assert layer.addFeature(feature) and layer.commitChanges(False), layer.commitErrors()


@pytest.fixture
def scene(data: Path) -> Scene:
    moment = datetime(2024, 5, 1, tzinfo=timezone.utc)
    path = sorted((data / "s2_romania").glob("*.tif"))[0]
    return Scene("one", str(path), moment, moment, "acquired", "stac")


@pytest.fixture
def whole(bench: Any) -> Callable[..., None]:
    """A function that checks that a copy of the file has these new rows, and that it has no sidecar files."""
    known = counts(bench.session.survey.path)

    def check(**gained: int) -> None:
        assert side_files(bench.session.survey.path) == []
        for table, more in gained.items():
            known[table] += more
        assert counts(bench.session.survey.path) == known

    return check


def test_a_plain_copy_has_everything_after_every_action(bench: Any, scene: Scene, whole: Any) -> None:
    from qgis.core import QgsFeatureRequest, QgsSettings, QgsVectorLayerCache

    QgsSettings().remove("qgis/walForSqlite3")
    layer = bench.sites.layer()
    assert layer.startEditing()
    table = QgsVectorLayerCache(layer, 1000)  # as in QGIS' attribute table
    open_reading = table.getFeatures(QgsFeatureRequest())
    next(open_reading)
    for lon in (127.6, 127.7, 127.8):
        bench.annotation.add_site(point(lon), "barge_dock")
        whole(sites=1, audit=1)
    bench.scenes.add([scene])
    whole(images=1, audit=1)
    bench.imagery.step("first")
    bench.sites.select([bench.session.survey.rows("sites")[0]["id"]])
    bench.annotation.observe("present")
    whole(observations=1, audit=1)
    bench.history.undo()
    whole(observations=-1, audit=1)
    bench.history.redo()
    whole(observations=1, audit=1)
    add_by_qgis(layer, {"id": "qgis"})
    whole(sites=1, audit=1)
    layer.reload()
    assert layer.rollBack() and layer.startEditing()
    bench.annotation.add_site(point(127.95), "barge_dock")
    whole(sites=1, observations=1, audit=2)  # with its sighting
    assert not QgsSettings().contains("qgis/walForSqlite3")


def test_a_table_that_the_user_adds_keeps_the_file_whole_too(bench: Any, whole: Any) -> None:
    from qgis.core import QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(f"{bench.session.survey.path}|layername=observations", "mine", "ogr")
    QgsProject.instance().addMapLayer(layer)
    add_by_qgis(layer, {"id": "qgis", "site_id": "s", "state": "absent", "seen_to": "2025-08-01"})
    whole(observations=1, audit=1)
    bench.annotation.add_site(point(127.6), "barge_dock")
    whole(sites=1, audit=1)


def test_a_file_that_others_switched_to_a_log_is_whole_after_each_write(bench: Any) -> None:
    """As by a layer in edit mode outside the project, or by another QGIS: the log is written into the file."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{bench.session.survey.path}|layername=observations", "not in the project", "ogr")
    assert layer.startEditing()
    before = counts(bench.session.survey.path)
    bench.annotation.add_site(point(127.6), "barge_dock")
    assert bench.session.survey.path.with_name("survey.gpkg-wal").stat().st_size == 0
    assert counts(bench.session.survey.path)["sites"] == before["sites"] + 1
    add_by_qgis(bench.sites.layer(), {"id": "qgis"})
    assert counts(bench.session.survey.path)["sites"] == before["sites"] + 2
    assert bench.session.survey.path.with_name("survey.gpkg-wal").stat().st_size == 0


def test_a_project_of_an_older_plugin_keeps_the_file_whole(bench: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.geopackage import OPTIONS

    project = tmp_path / "old.qgs"
    assert bench.project.write(str(project))
    text = project.read_text(encoding="utf-8")
    for option in OPTIONS:
        assert f"|option:{option}" in text
        text = text.replace(f"|option:{option}", "")
    project.write_text(text, encoding="utf-8")
    assert bench.project.read(str(project)) and bench.session.survey is not None
    bench.sites.select([bench.session.survey.rows("sites")[0]["id"]])
    assert len(bench.sites.selected()) == 1
    bench.annotation.add_site(point(127.6), "barge_dock")
    assert side_files(bench.session.survey.path) == []
    assert all(f"|option:{option}" in bench.sites.layer().source() for option in OPTIONS)
    assert bench.sites.layer().renderer().type() == "RuleRenderer" or bench.sites.layer().renderer() is not None


# another file with the same name


@pytest.fixture
def errors(bench: Any) -> list[str]:
    reported: list[str] = []
    bench.error_occurred.connect(lambda error: reported.append(type(error).__name__))
    return reported


def put_back(path: Path, how: str) -> Path:
    """Replace the survey by an older copy."""
    backup = path.with_name("backup.gpkg")
    if how == "written over":
        shutil.copyfile(backup, path)
    else:
        Path(shutil.copy(backup, path.with_name("on-its-way.gpkg"))).replace(path)
    return backup


@pytest.mark.parametrize("how", ["written over", "moved over"])
def test_nothing_is_written_into_a_copy_that_was_put_back(bench: Any, errors: list[str], how: str) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyReplaced

    path = bench.session.survey.path
    shutil.copy(path, path.with_name("backup.gpkg"))
    bench.annotation.add_site(point(127.6), "barge_dock")
    backup = put_back(path, how)
    with pytest.raises(SurveyReplaced, match="was replaced since it was opened: nothing was written. Open it again"):
        bench.annotation.add_site(point(127.7), "barge_dock")
    bench.history.undo()
    assert errors == ["SurveyReplaced"] and [one.split(" (")[0] for one in bench.history.done] == ["Add crossing"]
    assert path.read_bytes() == backup.read_bytes()
    bench.open_survey(path)
    bench.annotation.add_site(point(127.7), "barge_dock")
    assert len(bench.session.survey.rows("sites")) == 7 == bench.sites.layer().featureCount()


def test_the_same_content_in_another_file_is_another_file(bench: Any) -> None:
    """QGIS still has the previous file open, and would show and save that one."""
    from yalu_plugin.layers.survey.survey_errors import SurveyReplaced

    path = bench.session.survey.path
    Path(shutil.copy(path, path.with_name("on-its-way.gpkg"))).replace(path)
    with pytest.raises(SurveyReplaced):
        bench.annotation.add_site(point(127.7), "barge_dock")


def test_nothing_is_written_into_another_survey_of_that_name(bench: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyReplaced

    other = create_survey(tmp_path / "other.gpkg", "Other", published=True)
    shutil.copyfile(other.path, bench.session.survey.path)
    with pytest.raises(SurveyReplaced):
        bench.annotation.add_site(point(127.7), "barge_dock")
    assert bench.session.survey.path.read_bytes() == other.path.read_bytes()


def test_a_click_on_a_removed_survey_waits_for_it(bench: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyRemoved

    away = bench.session.survey.path.rename(bench.session.survey.path.with_name("away.gpkg"))
    with pytest.raises(SurveyRemoved, match="removed or renamed since it was opened: nothing was written"):
        bench.annotation.add_site(point(127.7), "barge_dock")
    away.rename(bench.session.survey.path)
    bench.annotation.add_site(point(127.7), "barge_dock")
    assert len(bench.session.survey.rows("sites")) == 7


@pytest.mark.parametrize("how", ["written over", "moved over", "removed"])
def test_qgis_own_tools_save_nothing_when_the_file_was_replaced(bench: Any, errors: list[str], how: str,
                                                                qgis_app: Any) -> None:
    path, layer = bench.session.survey.path, bench.sites.layer()
    shutil.copy(path, path.with_name("backup.gpkg"))
    bench.annotation.add_site(point(127.6), "barge_dock")
    assert layer.startEditing()
    fid, column = next(layer.getFeatures()).id(), layer.fields().lookupField("note")
    assert layer.changeAttributeValue(fid, column, "mine")
    edited_copy = Path(shutil.copy(path, path.with_name("edited.gpkg")))
    if how == "removed":
        path.unlink()
    else:
        put_back(path, how)
    before = path.read_bytes() if path.exists() else None
    assert not layer.commitChanges(False)
    assert errors == ["SurveyRemoved" if how == "removed" else "SurveyReplaced"]
    assert layer.editBuffer().changedAttributeValues() == {fid: {column: "mine"}}
    assert (path.read_bytes() if path.exists() else None) == before
    qgis_app.processEvents()
    if how == "written over":  # the opened file is restored
        shutil.copyfile(edited_copy, path)
        assert layer.commitChanges(False), layer.commitErrors()
        assert "mine" in {row["note"] for row in bench.session.survey.rows("sites")}


def test_edits_that_cannot_be_saved_keep_the_layers(bench: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import EditsNotSaved

    layer = bench.sites.layer()
    layer.startEditing()
    assert layer.changeAttributeValue(next(layer.getFeatures()).id(), layer.fields().lookupField("note"), "mine")
    other = create_survey(tmp_path / "other.gpkg", "Other", published=True)
    shutil.copyfile(other.path, bench.session.survey.path)
    with pytest.raises(EditsNotSaved, match="Copy them to another layer or discard them first"):
        bench.open_survey(other.path)
    assert bench.sites.layer() is layer and layer.isModified()
    layer.rollBack()
    bench.open_survey(other.path)


def test_two_surveys_of_one_id_are_not_mixed_up(bench: Any, tmp_path: Path) -> None:
    copy = Path(shutil.copy(bench.session.survey.path, tmp_path / "copy.gpkg"))
    bench.annotation.add_site(point(127.6), "barge_dock")
    bench.open_survey(copy)
    bench.annotation.add_site(point(127.7), "barge_dock")
    bench.annotation.add_site(point(127.8), "barge_dock")
    assert (counts(copy)["sites"], counts(tmp_path / "survey.gpkg")["sites"]) == (8, 7)


def test_a_survey_behind_a_link_is_written_where_it_was_opened(bench: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey

    real, other, link = tmp_path / "survey.gpkg", tmp_path / "other.gpkg", tmp_path / "link.gpkg"
    create_survey(other, "Other", published=True)
    link.symlink_to(real)
    bench.open_survey(link)
    link.unlink()
    link.symlink_to(other)
    bench.annotation.add_site(point(127.6), "barge_dock")
    assert (counts(real)["sites"], counts(other)["sites"]) == (7, 6)


# a project is opened after a crash


@pytest.fixture
def crashed(bench: Any, tmp_path: Path) -> Callable[[], tuple[Path, Path]]:
    """A function that returns project and survey after QGIS was killed with the project open: the survey has a log."""
    def crash() -> tuple[Path, Path]:
        project, survey = tmp_path / "project.qgz", bench.session.survey.path
        shutil.copy(survey, tmp_path / "backup.gpkg")
        assert bench.project.write(str(project))
        bench.project.clear()
        leave_wal(survey, 12)
        return project, survey

    return crash


def test_a_project_whose_survey_was_put_back_after_a_crash(bench: Any, crashed: Any, tmp_path: Path) -> None:
    """QGIS opens the layers for writing before the plugin is notified of the project."""
    project, survey = crashed()
    shutil.copy(tmp_path / "backup.gpkg", survey)
    reported: list[str] = []
    bench.noticed.connect(lambda error: reported.append(str(error)))
    assert bench.project.read(str(project))
    assert survey.read_bytes() == (tmp_path / "backup.gpkg").read_bytes()
    assert bench.sites.layer().isValid() and len(reported) == 1 and set_aside_file(survey).name in reported[0]


def test_a_project_whose_survey_has_its_own_log(bench: Any, crashed: Any, tmp_path: Path) -> None:
    project, survey = crashed()
    reported: list[str] = []
    bench.noticed.connect(lambda error: reported.append(str(error)))
    before = counts(tmp_path / "backup.gpkg")["observations"]
    assert bench.project.read(str(project))
    assert (len(bench.session.survey.rows("observations")), reported) == (before + 12, [])


def test_a_project_whose_survey_may_have_another_files_log(bench: Any, crashed: Any, tmp_path: Path) -> None:
    project, survey = crashed()
    later = survey.with_name("survey.gpkg-wal").stat().st_mtime + 60
    os.utime(survey, (later, later))
    log = survey.with_name("survey.gpkg-wal").read_bytes()
    reported: list[str] = []
    bench.noticed.connect(lambda error: reported.append(str(error)))
    assert bench.project.read(str(project)) and bench.session.survey is not None
    (copy,) = tmp_path.glob("survey.gpkg.before-*.gpkg")
    assert copy.with_name(copy.name + "-wal").read_bytes() == log and copy.name in reported[0]


def test_a_survey_is_polled_again_once_it_is_back(bench: Any, wait_for: Any) -> None:
    from osgeo import gdal

    errors: list[str] = []
    bench.error_occurred.connect(lambda error: errors.append(type(error).__name__))
    path = bench.session.survey.path
    away = path.rename(path.with_name("away.gpkg"))
    wait_for(lambda: errors)
    away.rename(path)
    bench.annotation.add_site(point(127.6), "barge_dock")
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("UPDATE sites SET name = 'from outside' WHERE fid = 1")
    del dataset
    wait_for(lambda: "from outside" in {site["name"] for site in bench.session.facts.rows("sites")}, 20)
    assert errors == ["SurveyRemoved"]
