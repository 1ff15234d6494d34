"""Recording observations: one key writes what the scene on screen shows of the selected site."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

PHUNGYANG, BARGE = "Phungyang fording site", "River barge crossing site, Kimhyongjik"


@pytest.fixture
def dock(bench: Any, messages: Any, actions: Any, window: Any, romania: Path, yalu_in_view: None) -> Iterator[Any]:
    """The panel on the published survey with the sixteen scenes, none on screen, without footprints."""
    from qgis.core import QgsSettings
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.layers.imagery.raster import read_raster

    found = catalogue(romania, read_raster).all_scenes
    # an unknown pixel size counts as fine enough
    bench.scenes.add([replace(scene, footprint_wkt="", gsd_m=None) for scene in found])
    bench.error_occurred.connect(messages.error)
    dock = CrossingsDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    dock.show()
    yield dock
    QgsSettings().remove("plugins/yalu_plugin/after_observing")


def child(dock: Any, name: str) -> Any:
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def select(bench: Any, *names: str) -> None:
    bench.sites.select([row["id"] for row in bench.session.survey.rows("sites") if row["name"] in names])


def show(bench: Any, day: str) -> None:
    from datetime import date

    bench.imagery.show_day(date.fromisoformat(day))


def recorded(bench: Any, name: str = PHUNGYANG) -> list[tuple[str, str, str]]:
    """Return state, first and last day of a site's observations on images, ordered by day."""
    (site_id,) = [row["id"] for row in bench.session.survey.rows("sites") if row["name"] == name]
    return sorted(((row["state"], row["seen_from"], row["seen_to"]) for row in bench.session.survey.rows("observations")
                   if row["site_id"] == site_id and row["image_id"]), key=lambda row: row[2])


def state_in_list(dock: Any, name: str = PHUNGYANG) -> str:
    model = child(dock, "yalu_sites").model()
    return next(model.index(row, 2).data() for row in range(model.rowCount()) if model.index(row, 0).data() == name)


def pressed(dock: Any) -> list[str]:
    return [state for state in ("present", "absent", "washed_out", "under_construction", "not_observable")
            if child(dock, f"yalu_observe_{state}_button").isChecked()]


def press(dock: Any, qt: Any, letter: str) -> None:
    qt.key(child(dock, "yalu_sites"), getattr(qt.Qt.Key, f"Key_{letter}"))


def test_a_letter_writes_at_once_and_can_be_undone(dock: Any, bench: Any, qt: Any) -> None:
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    press(dock, qt, "A")
    show(bench, "2017-06-06")
    press(dock, qt, "P")
    assert recorded(bench) == [("absent", "2016-10-14", "2016-10-14"), ("present", "2017-06-06", "2017-06-06")]
    seen = [row for row in bench.session.survey.rows("observations") if row["state"] == "present" and row["image_id"]]
    assert [row["image_id"] for row in seen] == [bench.imagery.scene.id]
    assert (state_in_list(dock), pressed(dock)) == ("Present", ["present"])
    show(bench, "2016-10-14")
    assert (state_in_list(dock), pressed(dock)) == ("Absent", ["absent"])
    show(bench, "2015-08-01")
    assert (state_in_list(dock), pressed(dock)) == ("–", [])
    stack = bench.history
    assert stack.done[0] == "Observation (Phungyang fording site, Present, 2017-06-06)"
    stack.undo()
    assert [row[0] for row in recorded(bench)] == ["absent"]
    stack.undo()
    assert recorded(bench) == []
    assert bench.sites.selected() and not bench.sites.layer().isModified()


def test_replacing_an_earlier_record_is_reported(dock: Any, bench: Any, qt: Any, bar_texts: Any) -> None:
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    press(dock, qt, "P")
    assert bar_texts() == []
    press(dock, qt, "P")
    assert bar_texts() == []
    press(dock, qt, "A")
    assert bar_texts() == ["Phungyang fording site: Absent recorded. Replaces your earlier record: Present, "
                           "2016-10-14."]
    bench.annotation.observe("not_observable", "cloud")
    press(dock, qt, "P")
    assert bar_texts() == ["Phungyang fording site: Present recorded. Replaces your earlier record: Not observable "
                           "(cloud), 2016-10-14."]
    assert [row[0] for row in recorded(bench)] == ["present"]
    show(bench, "2015-08-01")
    press(dock, qt, "P")  # the first of this scene; the message was about another one
    assert bar_texts() == []


def test_a_different_record_on_another_image_of_the_day_is_reported(dock: Any, bench: Any, qt: Any,
                                                                    bar_texts: Any) -> None:
    select(bench, PHUNGYANG)
    (scene,) = bench.scenes.timeline.at(date(2016, 10, 14))
    other = replace(scene, id="other", platform="another")
    bench.scenes.add([other])
    site_id, survey = bench.sites.need_one(), bench.session.survey
    bench.imagery.show(scene)
    press(dock, qt, "P")
    bench.imagery.show(other)
    assert bench.imagery.drawn == (other,)
    press(dock, qt, "A")
    assert bar_texts() == ["Phungyang fording site: Absent recorded. Your record of another image of that day differs: "
                           "Present, 2016-10-14."]
    assert sorted(one[0] for one in recorded(bench)) == ["absent", "present"]
    press(dock, qt, "N")
    assert [line for line in bar_texts() if "Replaces" in line] == bar_texts()
    press(dock, qt, "P")  # now they agree
    assert not any("stands beside" in line for line in bar_texts())
    (first,) = survey.rows("observations", site_id=site_id, image_id=scene.id)
    bench.session.change("x", replaced={"observations": [{**first, "state": "absent", "created_by": "someone else"}]})
    press(dock, qt, "P")
    assert not any("stands beside" in line for line in bar_texts())


@pytest.mark.parametrize(("letter", "state"), [
    ("P", "present"), ("A", "absent"), ("W", "washed_out"), ("U", "under_construction"), ("N", "not_observable")])
def test_each_letter_and_its_button_record_the_same(dock: Any, bench: Any, qt: Any, window: Any, letter: str,
                                                    state: str) -> None:
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    window.canvas.setFocus()
    qt.key(window.canvas, getattr(qt.Qt.Key, f"Key_{letter}"))
    select(bench, BARGE)
    qt.click(child(dock, f"yalu_observe_{state}_button"))
    assert recorded(bench) == recorded(bench, BARGE) == [(state, "2016-10-14", "2016-10-14")]
    assert pressed(dock) == [state]


def test_not_observable_changes_no_state_and_may_have_a_reason(dock: Any, bench: Any, qt: Any) -> None:
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    press(dock, qt, "A")
    show(bench, "2017-06-06")
    press(dock, qt, "N")
    assert (state_in_list(dock), pressed(dock)) == ("Absent", ["not_observable"])
    cloud = child(dock, "yalu_observe_not_observable_button").menu().actions()[0]
    assert cloud.text() == "Cloud"
    cloud.trigger()
    reasons = [row["reason"] for row in bench.session.survey.rows("observations") if row["state"] == "not_observable"]
    assert reasons == ["cloud"]


def test_a_second_look_at_the_same_scene_replaces_the_first(dock: Any, bench: Any, qt: Any) -> None:
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    for letter in "PPA":
        press(dock, qt, letter)
    assert [row[0] for row in recorded(bench)] == ["absent"]
    assert bench.history.done == [f"Observation (Phungyang fording site, {state}, 2016-10-14)"
                                  for state in ("Absent", "Present")]  # the second P had nothing to add
    bench.history.undo()
    assert [row[0] for row in recorded(bench)] == ["present"]


def test_without_a_scene_nothing_is_recorded(dock: Any, bench: Any, qt: Any, bar_texts: Any) -> None:
    select(bench, PHUNGYANG)
    show(bench, "2016-10-15")  # a day without a scene
    press(dock, qt, "P")
    assert bar_texts()[0] == ("Phungyang fording site: No dated scene is on screen, so the day is not known. Show a "
                              "scene in the Imagery panel.")
    assert recorded(bench) == [] and pressed(dock) == []


def test_a_release_date_is_refused(dock: Any, bench: Any, qt: Any, bar_texts: Any) -> None:
    from dataclasses import replace

    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    bench.imagery.scene = replace(bench.imagery.scene, date_kind="released")
    press(dock, qt, "P")
    assert "is dated by its release" in bar_texts()[0]
    assert recorded(bench) == []


def test_one_site_at_a_time(dock: Any, bench: Any, qt: Any, bar_texts: Any) -> None:
    show(bench, "2016-10-14")
    qt.click(child(dock, "yalu_observe_present_button"))
    assert bar_texts()[0].startswith("0 sites are selected. Select only the intended site")
    select(bench, PHUNGYANG, BARGE)
    press(dock, qt, "P")
    assert bar_texts()[0].startswith("2 sites are selected. Select only the intended site")
    assert recorded(bench) == recorded(bench, BARGE) == [] == pressed(dock)


def test_letters_are_left_to_text_fields(dock: Any, bench: Any, qt: Any) -> None:
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    line = child(dock, "yalu_find")
    line.setFocus()
    qt.QTest.keyClicks(line, "pawun")
    assert line.text() == "pawun"
    assert recorded(bench) == []


def test_letters_with_nothing_selected_or_held_down(dock: Any, bench: Any, qt: Any, window: Any, bar_texts: Any,
                                                    qgis_app: Any) -> None:
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtGui import QKeyEvent

    show(bench, "2016-10-14")
    qt.key(window.canvas, qt.Qt.Key.Key_P)
    assert len(bar_texts()) == 1 and bar_texts()[0].startswith("0 sites are selected. Select only the intended site")
    select(bench, PHUNGYANG)
    held = QKeyEvent(QEvent.Type.KeyPress, int(qt.Qt.Key.Key_P), qt.Qt.KeyboardModifier.NoModifier, "p", True)
    qgis_app.sendEvent(window.canvas, held)
    qt.key(window.canvas, qt.Qt.Key.Key_P, qt.Qt.KeyboardModifier.ControlModifier)
    assert recorded(bench) == []


def test_the_add_tool_keeps_its_letters_and_editing_tools_theirs(dock: Any, bench: Any, qt: Any, window: Any) -> None:
    from qgis.gui import QgsMapTool

    class EditTool(QgsMapTool):
        def flags(self) -> Any:
            return QgsMapTool.Flag.EditTool

    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    qt.click(child(dock, "yalu_add_crossing_button"))
    qt.key(window.canvas, qt.Qt.Key.Key_B)
    assert dock.tool.kind == "barge_dock"
    qt.key(window.canvas, qt.Qt.Key.Key_W)
    assert [row[0] for row in recorded(bench)] == ["washed_out"]
    editing = EditTool(window.canvas)
    window.canvas.setMapTool(editing)
    qt.key(window.canvas, qt.Qt.Key.Key_P)
    assert [row[0] for row in recorded(bench)] == ["washed_out"]
    window.canvas.unsetMapTool(editing)


def test_after_recording_the_next_site_or_scene(dock: Any, bench: Any, qt: Any, wait_for: Any) -> None:
    wait_for(lambda: bench.river.chainages)
    choices = {action.text(): action for action in child(dock, "yalu_after_observing").menu().actions()}
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    choices["After recording, next scene"].trigger()
    press(dock, qt, "A")
    assert str(bench.imagery.day) == "2017-06-06"
    choices["After recording, next site"].trigger()
    press(dock, qt, "P")
    (selected,) = bench.sites.selected()
    assert selected in [row["id"] for row in bench.session.survey.rows("sites") if row["name"] == BARGE]
    assert str(bench.imagery.day) == "2017-06-06"
    choices["After recording, stay"].trigger()
    press(dock, qt, "P")
    assert bench.sites.selected() == [selected]
    assert len(recorded(bench)) == 2 and len(recorded(bench, BARGE)) == 1


def test_a_refused_record_does_not_move_on(dock: Any, bench: Any, qt: Any) -> None:
    from yalu_plugin.settings import AFTER_OBSERVING

    AFTER_OBSERVING.setValue("site")
    select(bench, PHUNGYANG)
    selected = bench.sites.selected()
    press(dock, qt, "P")
    assert bench.sites.selected() == selected


def test_what_a_state_was_seen_on(dock: Any, bench: Any, qt: Any, window: Any, bar_texts: Any) -> None:
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle

    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    press(dock, qt, "A")
    scene = bench.imagery.scene
    window.canvas.setExtent(QgsRectangle(2_000_000, 5_000_000, 2_001_000, 5_001_000))
    bench.imagery.step("last")
    qt.click(child(dock, "yalu_evidence_button"))
    assert bench.imagery.scene == scene
    to_lonlat = QgsCoordinateTransform(window.canvas.mapSettings().destinationCrs(),
                                       QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    assert to_lonlat.transform(window.canvas.center()).x() == pytest.approx(127.885265, abs=1e-3)
    select(bench, "Hyesan sandbar ford")  # known from a report, not from an image
    show(bench, "2024-01-01")
    qt.click(child(dock, "yalu_evidence_button"))
    assert bar_texts()[0].startswith("No image of this survey shows the site's state on that day.")


def test_the_file_s_digest_is_stored_once(dock: Any, bench: Any, qt: Any, wait_for: Any) -> None:
    from qgis.core import QgsApplication

    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    digest = hashlib.sha256(Path(bench.imagery.scene.uri).read_bytes()).hexdigest()
    press(dock, qt, "A")
    image = {"id": bench.imagery.scene.id}
    wait_for(lambda: bench.session.survey.rows("images", **image)[0]["sha256"])
    (row,) = bench.session.survey.rows("images", **image)
    assert (row["sha256"], row["date_kind"]) == (digest, bench.imagery.scene.date_kind)
    assert row["acquired_from"].startswith("2016-10-14")
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    press(dock, qt, "P")
    assert QgsApplication.taskManager().countActiveTasks() == 0
    assert [one["sha256"] for one in bench.session.survey.rows("images") if one["sha256"]] == [digest]


def test_an_unreadable_file_is_reported_and_the_record_kept(
        dock: Any, bench: Any, qt: Any, wait_for: Any, bar_texts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import digests

    def missing(path: Path, stop: Any) -> str:
        raise digests.NoDigest(path=path)

    monkeypatch.setattr(digests, "sha256_of", missing)
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    press(dock, qt, "A")
    wait_for(bar_texts)
    assert "the observation is kept" in bar_texts()[0]
    assert [row[0] for row in recorded(bench)] == ["absent"]


def test_recording_measures_nothing_again(dock: Any, bench: Any, qt: Any, wait_for: Any, monkeypatch: Any) -> None:
    wait_for(lambda: bench.river.chainages)
    measured: list[Any] = []
    monkeypatch.setattr("yalu_plugin.workbench.river._chainages", lambda *given: measured.append(given) or {})
    monkeypatch.setattr(bench.river, "measuring", lambda *only: measured.append(only))
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    press(dock, qt, "A")
    press(dock, qt, "P")
    assert [row[0] for row in recorded(bench)] == ["present"] and not measured


def test_letters_are_hints_and_the_shortcuts_can_be_changed(dock: Any) -> None:
    from qgis.gui import QgsGui

    button = child(dock, "yalu_observe_present_button")
    assert (button.text(), button.accessibleName()) == ("P", "Record: Present")
    assert QgsGui.shortcutsManager().defaultKeySequence(button.defaultAction()) == "Alt+Shift+P"
    assert dock.minimumSizeHint().width() <= 340


def test_a_site_outside_the_image_is_not_recorded(bench: Any, dock: Any, romania: Path) -> None:
    from qgis.core import QgsPointXY

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.layers.survey.observations import SiteNotOnScene

    bench.scenes.add(catalogue(romania, read_raster).all_scenes)  # in Romania, as their footprints say
    show(bench, "2017-06-06")
    select(bench, PHUNGYANG)
    with pytest.raises(SiteNotOnScene, match="does not show this site"):
        bench.annotation.observe("absent")
    assert recorded(bench) == []
    bench.annotation.observe("not_observable", "outside_image")
    assert recorded(bench) == [("not_observable", "2017-06-06", "2017-06-06")]
    known = len(bench.session.survey.rows("observations"))
    bench.annotation.add_site(QgsPointXY(127.5, 41.5), "vehicle_ford")
    assert len(bench.session.survey.rows("observations")) == known, "a click beside the image is no sighting"
    bench.annotation.add_site(QgsPointXY(22.152, 45.2048), "vehicle_ford")
    assert len(bench.session.survey.rows("observations")) == known + 1




def test_a_site_out_of_view_is_shown_first_and_recorded_at_the_second_press(
        dock: Any, bench: Any, window: Any, qt: Any, bar_texts: Any) -> None:
    from qgis.core import QgsRectangle

    from yalu_plugin.gui.map_coordinates import is_in_view

    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    for letter, state in (("P", "present"), ("N", "not_observable")):
        window.canvas.setExtent(QgsRectangle(0, 0, 1000, 1000))
        before = recorded(bench)
        press(dock, qt, letter)
        assert recorded(bench) == before and is_in_view(window.canvas, bench.sites.place(bench.sites.need_one()))
        (line,) = bar_texts()
        assert PHUNGYANG in line and "was not in view, so nothing was recorded" in line
        press(dock, qt, letter)
        assert recorded(bench)[0][0] == state and bar_texts() != [line]


def test_letters_work_in_the_whole_panel_except_in_text_fields(dock: Any, bench: Any, qt: Any) -> None:
    select(bench, PHUNGYANG)
    show(bench, "2016-10-14")
    qt.key(child(dock, "yalu_find"), qt.Qt.Key.Key_P)
    assert recorded(bench) == [] and child(dock, "yalu_find").text() == "p"
    child(dock, "yalu_find").clear()
    select(bench, PHUNGYANG)
    qt.key(child(dock, "yalu_after_observing"), qt.Qt.Key.Key_P)
    assert recorded(bench) == [("present", "2016-10-14", "2016-10-14")]


def test_same_site_replaces_the_user_s_earlier_observation(dock: Any, bench: Any, qt: Any, bar_texts: Any) -> None:
    from qgis.core import QgsPointXY

    select(bench, PHUNGYANG)
    (known,) = bench.sites.selected()
    show(bench, "2016-10-14")
    press(dock, qt, "U")
    place = bench.sites.place(known)
    new = bench.annotation.add_site(QgsPointXY(place.x() + 0.0001, place.y()), "vehicle_ford")
    dock._same_site(new, known, PHUNGYANG)
    day = "2016-10-14"
    assert recorded(bench) == [("present", day, day)] and state_in_list(dock) == "Present"
    assert bar_texts() == [f"{PHUNGYANG}: Present recorded. Replaces your earlier record: Under construction, {day}."]
    assert bench.session.survey.rows("sites", id=new) == []
    bench.history.undo()
    assert recorded(bench) == [("under_construction", day, day)]
    assert len(bench.session.survey.rows("observations", site_id=new)) == 1
    bench.history.redo()
    again = bench.annotation.add_site(QgsPointXY(place.x() + 0.0001, place.y()), "vehicle_ford")
    assert bench.annotation.same_site(again, known) == ([], [])  # the same state
    assert recorded(bench) == [("present", day, day)]


def test_a_note_is_for_what_was_just_recorded(dock: Any, bench: Any, qt: Any) -> None:
    select(bench, PHUNGYANG)
    (site,) = bench.sites.selected()
    for day, letter in (("2017-06-06", "P"), ("2016-10-14", "A")):
        show(bench, day)
        press(dock, qt, letter)
    scene = bench.annotation.scene_over(bench.sites.place(site))
    assert bench.observing.likely_observation(site, scene.id)["seen_to"] == "2016-10-14"
