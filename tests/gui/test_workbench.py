"""The workbench: changes are written at once and undone, and the state is stored in the project."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest

PHUNGYANG = (127.885265, 41.431189)


def point(lon: float, lat: float) -> Any:
    from qgis.core import QgsPointXY

    return QgsPointXY(lon, lat)


def names(workbench: Any) -> list[str]:
    return sorted(row["name"] or "" for row in workbench.session.survey.rows("sites"))


def test_a_new_survey_is_in_the_project_styled(bench: Any) -> None:
    sites = bench.sites.layer()
    assert sites.featureCount() == 6
    assert bench.river.survey_line().featureCount() == 1
    group = bench.project.layerTreeRoot().findGroup("Test survey")
    assert [layer.name() for layer in group.findLayers()][:5] == [
        "State on the date", "Crossings and sites", "Counted objects", "Areas of counting", "River line"]


def test_states_follow_the_date(bench: Any) -> None:
    from yalu_plugin.layers.project import layer_with_role

    assert layer_with_role(bench.project, "site_states").temporalProperties().isActive()


def test_qgis_temporal_panel_gets_the_days_of_a_survey_without_reading_its_states(
        empty_bench: Any, new_survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProject
    from qgis.gui import QgsTemporalControllerWidget
    from qgis.PyQt.QtCore import QDate

    from yalu_plugin.layers.project import layer_with_role

    panel = QgsTemporalControllerWidget()  # connects to the project
    empty_bench.open_survey(new_survey(tmp_path / "survey.gpkg", "Test survey", published=True).path)
    first, last = empty_bench.session.survey.days()
    wanted = QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day)
    shown = panel.temporalController().temporalExtents()
    assert (shown.begin().date(), shown.end().date()) == wanted
    states = layer_with_role(QgsProject.instance(), "site_states").temporalProperties()
    assert states.mode() == states.mode().FeatureDateTimeStartAndEndFromFields
    assert states.isActive() and states.fixedTemporalRange().isInfinite()


def test_the_extent_of_the_latest_states_is_known(bench: Any) -> None:
    """QGIS would read all states for it."""
    from qgis.core import QgsRectangle

    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(bench.project, "site_states")
    assert layer.subsetString()
    extent = QgsRectangle(layer.extent())
    layer.updateExtents(True)
    read = QgsRectangle(layer.extent())
    assert extent.contains(read) and extent.width() == pytest.approx(read.width(), abs=1e-4)  # the index has 32 bits
    assert extent.height() == pytest.approx(read.height(), abs=1e-4)


def test_a_saved_project_keeps_the_days_of_what_was_observed(bench: Any, tmp_path: Path) -> None:
    """Otherwise QGIS searches all states for them when it reads the project."""
    assert bench.project.write(str(tmp_path / "work.qgz"))
    observed = bench.session.facts.observed_days()
    stored = [bench.project.readEntry("TemporalControllerWidget", key)[0] for key in ("/StartDateTime", "/EndDateTime")]
    assert [one[:10] for one in stored] == [min(first for first, _ in observed), max(last for _, last in observed)]


def test_an_added_site_is_in_the_file_and_undo_removes_it(bench: Any) -> None:
    reported: list[str] = []
    bench.history.reported.connect(reported.append)
    site_id = bench.annotation.add_site(point(127.6, 41.45), "barge_dock")
    assert site_id in {row["id"] for row in bench.session.survey.rows("sites")}
    assert bench.history.done == ["Add crossing (Barge crossing #7)"]
    bench.history.undo()
    assert len(names(bench)) == 6
    assert bench.sites.layer().featureCount() == 6
    bench.history.redo()
    assert site_id in {row["id"] for row in bench.session.survey.rows("sites")}
    assert reported == ["Undone: Add crossing (Barge crossing #7)", "Done again: Add crossing (Barge crossing #7)"]


def test_ending_editing_keeps_clicked_sites(bench: Any) -> None:
    """QGIS rolls back a layer when editing is switched off: this must not remove saved sites."""
    bench.sites.layer().startEditing()
    bench.annotation.add_site(point(127.6, 41.45), "barge_dock")
    bench.annotation.add_site(point(127.7, 41.45), "vehicle_ford")
    assert not bench.sites.layer().isModified()
    assert bench.sites.layer().rollBack()
    assert len(names(bench)) == 8


def test_edits_made_with_qgis_own_tools_still_count_as_unsaved(bench: Any) -> None:
    layer = bench.sites.layer()
    bench.annotation.add_site(point(127.6, 41.45), "barge_dock")
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("note"), "moved")
    bench.annotation.add_site(point(127.7, 41.45), "barge_dock")
    assert layer.isModified()
    assert layer.commitChanges()
    assert "moved" in {row["note"] for row in bench.session.survey.rows("sites")}
    assert len(names(bench)) == 8


def test_opening_another_survey_saves_edits_that_wait(bench: Any, tmp_path: Path) -> None:
    first, layer = bench.session.survey, bench.sites.layer()
    layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("note"), "waiting")
    bench.new_survey(tmp_path / "second.gpkg", "Second", published=False)
    assert "waiting" in {row["note"] for row in first.rows("sites")}
    assert bench.sites.layer().featureCount() == 0


def test_a_record_altered_by_others_is_reported_when_it_is_opened(bench: Any, wait_for: Any) -> None:
    from osgeo import gdal

    troubles: list[Any] = []
    bench.noticed.connect(troubles.append)
    path = bench.session.survey.path
    bench.open_survey(path)
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("DROP TRIGGER yalu_audit_update")
    dataset.ExecuteSQL("UPDATE audit SET who = 'somebody else' WHERE seq = 2")
    del dataset
    bench.open_survey(path)
    altered = (f"{path} does not match its record of changes. Entries altered after they were written: 1, the first is "
               "entry 2. ")
    wait_for(lambda: any(str(error).startswith(altered) for error in troubles))


def test_same_site_keeps_the_known_one(bench: Any) -> None:
    known_id, name, distance = bench.sites.nearest_known(point(PHUNGYANG[0] + 0.001, PHUNGYANG[1]))
    assert name == "Phungyang fording site"
    assert distance == pytest.approx(83.6, abs=0.2)
    new_id = bench.annotation.add_site(point(PHUNGYANG[0] + 0.001, PHUNGYANG[1]), "vehicle_ford")
    bench.annotation.same_site(new_id, known_id)
    assert len(names(bench)) == 6
    bench.history.undo()
    assert new_id in {row["id"] for row in bench.session.survey.rows("sites")}


def test_no_known_site_beyond_150_m(bench: Any) -> None:
    assert bench.sites.nearest_known(point(PHUNGYANG[0] + 0.002, PHUNGYANG[1])) is None


def test_nothing_is_observed_without_a_dated_scene(bench: Any) -> None:
    site_id = bench.annotation.add_site(point(127.6, 41.45), "barge_dock")
    assert [row for row in bench.session.survey.rows("observations") if row["site_id"] == site_id] == []


def test_the_scene_on_screen_dates_a_new_site(bench: Any, romania: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    assert bench.scenes.add(catalogue(romania, read_raster).all_scenes) == 16
    bench.imagery.step("last")
    site_id = bench.annotation.add_site(point(22.152, 45.2048), "vehicle_ford")
    (seen,) = [row for row in bench.session.survey.rows("observations") if row["site_id"] == site_id]
    assert (seen["seen_from"], seen["seen_to"], seen["state"]) == ("2020-09-13", "2020-09-13", "present")
    assert seen["image_id"] == bench.imagery.scene.id


def test_what_a_scene_of_a_month_shows_is_known_on_its_last_day(bench: Any, romania: Path) -> None:
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.survey.survey_states import states_on

    month = Scene("month", str(romania / "S2_L2A_romania_20161014.tif"), datetime(2025, 9, 1, tzinfo=timezone.utc),
                  datetime(2025, 9, 30, 23, 59, 59, tzinfo=timezone.utc), "acquired", "file_list")
    bench.scenes.add([month])
    bench.imagery.step("last")
    site_id = bench.annotation.add_site(point(22.15, 45.2), "vehicle_ford")
    assert bench.imagery.day == date(2025, 9, 30)
    assert states_on(bench.session.survey, bench.imagery.day)[site_id]["state"] == "present"


def test_an_invalid_day_in_a_project_is_ignored(bench: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.project import remember

    path = bench.session.survey.path
    remember(bench.project, "day", "2025-99-99")
    assert bench.project.write(str(tmp_path / "work.qgz"))
    bench.project.clear()
    assert bench.project.read(str(tmp_path / "work.qgz"))
    assert (bench.session.survey.path, bench.imagery.day) == (path, None)


def test_a_project_brings_everything_back(bench: Any, romania: Path, tmp_path: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    bench.scenes.add(catalogue(romania, read_raster).all_scenes)
    bench.imagery.show_day(date(2016, 10, 14))
    datum = bench.session.survey.rows("sites")[1]["id"]
    bench.river.set_line(bench.river.survey_line().id(), datum)
    project, scene, path = bench.project, bench.imagery.scene, bench.session.survey.path
    assert project.write(str(tmp_path / "work.qgz"))
    project.clear()
    assert bench.session.survey is None
    assert project.read(str(tmp_path / "work.qgz"))
    assert bench.session.survey.path == path
    assert (bench.imagery.day, bench.imagery.scene) == (date(2016, 10, 14), scene)
    assert (bench.river.layer_id, bench.river.datum_id) == (bench.river.survey_line().id(), datum)
    assert len(project.mapLayers()) == 8  # six of the survey, places, one scene


@pytest.mark.parametrize("day", [date(2016, 10, 14), None])
def test_states_of_one_day_alone_show_while_a_large_survey_is_read(
        bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait_for: Any, day: date | None) -> None:
    from yalu_plugin.layers.project import layer_with_role
    from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
    from yalu_plugin.layers.temporal import LATEST, day_range

    def shown() -> Any:
        """The states that QGIS excludes: by the day on screen, or by the layer's filter."""
        navigation = bench.imagery._navigation
        mode, layer = navigation.navigationMode(), layer_with_role(bench.project, "site_states")
        on_a_day = mode == type(mode).FixedRange and navigation.temporalExtents() == day_range(day, day)
        return on_a_day if day else layer.subsetString() == LATEST and mode == type(mode).Disabled

    monkeypatch.setattr(GeoPackageSurvey, "is_small", False)
    if day:
        bench.imagery.show_day(day)
    path = bench.session.survey.path
    assert bench.project.write(str(tmp_path / "work.qgz"))
    bench.project.clear()
    assert bench.project.read(str(tmp_path / "work.qgz"))
    assert bench.session.facts is None and shown()
    wait_for(lambda: bench.session.facts is not None)
    assert shown() and bench.imagery.day == day
    if day is None:
        bench.open_survey(path)
        assert bench.session.facts is None and shown()
        wait_for(lambda: bench.session.facts is not None)


def test_a_missing_survey_is_reported_when_the_project_opens(bench: Any, tmp_path: Path) -> None:
    project, errors = bench.project, []
    bench.error_occurred.connect(errors.append)
    assert project.write(str(tmp_path / "work.qgz"))
    project.clear()
    (tmp_path / "survey.gpkg").rename(tmp_path / "moved.gpkg")
    project.read(str(tmp_path / "work.qgz"))
    assert "There is no file" in str(errors[0])
    assert bench.session.survey is None


def test_a_vanished_scene_does_not_keep_the_day_from_coming_back(bench: Any, romania: Path, tmp_path: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    bench.scenes.add(catalogue(romania, read_raster).all_scenes)
    bench.imagery.show_day(date(2016, 10, 14))
    project, errors = bench.project, []
    bench.error_occurred.connect(errors.append)
    assert project.write(str(tmp_path / "work.qgz"))
    project.clear()
    (romania / "S2_L2A_romania_20161014.tif").unlink()
    project.read(str(tmp_path / "work.qgz"))
    assert "S2_L2A_romania_20161014.tif" in str(errors[0])
    assert (bench.imagery.day, bench.imagery.scene) == (date(2016, 10, 14), None)


def test_leaving_switches_the_temporal_navigation_off(bench: Any) -> None:
    from qgis.core import Qgis

    bench.imagery.show_day(date(2016, 10, 14))
    assert bench.imagery._navigation.navigationMode() == Qgis.TemporalNavigationMode.FixedRange
    bench.project.clear()
    assert bench.imagery._navigation.navigationMode() == Qgis.TemporalNavigationMode.Disabled


def test_sites_can_be_added_after_their_layer_was_removed_from_the_project(bench: Any) -> None:
    bench.project.removeMapLayer(bench.sites.layer().id())
    site_id = bench.annotation.add_site(point(127.6, 41.45), "barge_dock")
    assert site_id in {row["id"] for row in bench.session.survey.rows("sites")}


def test_after_unloading_the_plugin_nothing_can_be_undone(bench: Any) -> None:
    from qgis.core import QgsTemporalNavigationObject

    from yalu_plugin.workbench import Workbench

    reloaded = Workbench(bench.project, QgsTemporalNavigationObject())
    reloaded.restore()
    site_id = reloaded.annotation.add_site(point(127.6, 41.45), "barge_dock")
    assert reloaded.history.done
    reloaded.release()
    assert not reloaded.history.done and not reloaded.history.undo()
    assert site_id in {row["id"] for row in bench.session.survey.rows("sites")}


def test_without_a_day_the_map_shows_the_latest_state_of_each_site_alone(bench):
    from datetime import date

    from yalu_plugin.layers import project as in_project

    site = bench.session.survey.rows("sites")[0]["id"]
    bench.session.survey.change("test", added={"observations": [
        {"id": day, "site_id": site, "state": state, "seen_from": day, "seen_to": day}
        for day, state in (("2025-06-01", "washed_out"), ("2025-09-01", "present"))]})
    layer = in_project.layer_with_role(bench.project, "site_states")
    layer.reload()

    def states():
        return [row["state"] for row in layer.getFeatures() if row["site_id"] == site]

    assert states() == ["present"]
    bench.imagery.show_day(date(2025, 7, 1))
    assert {"washed_out", "present"} <= set(states())  # QGIS' temporal filter chooses among them
    bench.imagery.close()
    bench.scenes.set_scenes(())
    assert states() == ["present"]


def test_a_selected_state_selects_its_site(bench: Any) -> None:
    """QGIS' select tools and Ctrl+A select in the active layer, which may be the layer of states."""
    from yalu_plugin.layers.project import layer_with_role

    states, sites, changes = layer_with_role(bench.project, "site_states"), bench.sites.layer(), []
    of_states = {feature.id(): feature["site_id"] for feature in states.getFeatures()}
    bench.sites.selection_changed.connect(lambda: changes.append(bench.sites.selected()))
    states.selectAll()
    assert set(bench.sites.selected()) == set(of_states.values()) and len(changes) == 1
    first, second = sorted(of_states)[:2]
    states.selectByIds([first])
    assert bench.sites.selected() == [of_states[first]]
    states.select([second])  # with Shift
    assert set(bench.sites.selected()) == {of_states[first], of_states[second]}
    bench.sites.select([of_states[second]])  # in the list
    assert states.selectedFeatureCount() == 0 and bench.sites.selected() == [of_states[second]]
    states.selectByIds([first])
    sites.removeSelection()
    assert states.selectedFeatureCount() == 0
    states.selectByIds([first])
    states.removeSelection()
    assert bench.sites.selected() == []
