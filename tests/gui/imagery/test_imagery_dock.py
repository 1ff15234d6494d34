"""The Imagery panel, used as by a user, on real scenes."""

from __future__ import annotations

import time
from datetime import date
from types import SimpleNamespace

import pytest

STEMS = ["2015-08-01", "2016-04-27", "2016-08-15", "2016-10-14", "2017-06-06", "2017-07-21", "2017-10-04",
         "2018-04-27", "2018-08-15", "2018-10-09", "2019-04-07", "2019-07-11", "2019-10-14", "2020-05-11",
         "2020-08-04", "2020-09-13"]


@pytest.fixture
def dock(window, bench, messages, actions, qgis_app):
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    dock = ImageryDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    dock.show()
    qgis_app.processEvents()
    return dock


@pytest.fixture
def stocked(dock, bench, romania, wait_for):
    dock.adding.add_folder(romania)
    wait_for(lambda: bench.scenes.timeline.scenes and text(dock, "yalu_imagery_notice") != "reading images…")
    return dock


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


def text(dock, name="yalu_on_screen"):
    return child(dock, name).text()


def enabled(dock):
    return [child(dock, f"yalu_{name}_scene_button").isEnabled() for name in ("first", "previous", "next", "last")]


def undated_raster(path):
    from osgeo import gdal, osr

    raster = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4)
    place = osr.SpatialReference()
    place.ImportFromEPSG(32634)
    raster.SetProjection(place.ExportToWkt())
    raster.SetGeoTransform((500_000, 10, 0, 5_000_000, 0, -10))


def test_add_folder_by_menu(dock, bench, romania, wait_for, bar_texts, actions, monkeypatch):
    from qgis.PyQt.QtWidgets import QFileDialog

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(romania))
    entry = actions.by_name["add_folder"]
    assert entry in child(dock, "yalu_add_images").menu().actions()
    entry.trigger()
    assert not entry.isEnabled()
    wait_for(bar_texts)
    assert bar_texts() == ["16 scenes"]
    assert entry.isEnabled()
    assert [str(scene.day) for scene in bench.scenes.timeline.scenes] == STEMS
    scenes = child(dock, "yalu_scenes")
    assert [scenes.itemText(row)[:10] for row in range(scenes.count())] == STEMS
    assert scenes.itemText(3) == "2016-10-14 UTC · sentinel-2 · acquired · STAC"


def test_found_images_are_written_in_another_thread(dock, bench, romania, wait_for, bar_texts, actions, monkeypatch):
    import threading

    from yalu_plugin.gui.imagery import image_storing

    writers, add_images = [], image_storing.add_images

    def slow_write(*arguments):
        writers.append(threading.current_thread())
        assert not actions.by_name["add_folder"].isEnabled()
        return add_images(*arguments)

    monkeypatch.setattr(image_storing, "add_images", slow_write)
    dock.adding.add_folder(romania)
    wait_for(bar_texts)
    assert len(bench.scenes.timeline.scenes) == 16
    assert writers and writers[0] is not threading.main_thread()


def test_images_written_while_the_survey_changes_are_in_the_previous_file(
        dock, bench, romania, tmp_path, wait_for, bar_texts, monkeypatch):
    from yalu_plugin.gui.imagery import image_storing
    from yalu_plugin.layers.survey.images import survey_scenes

    survey, writing, add_images = bench.session.survey, [], image_storing.add_images

    def slow_write(*arguments):
        writing.append(True)
        time.sleep(0.3)
        return add_images(*arguments)

    monkeypatch.setattr(image_storing, "add_images", slow_write)
    dock.adding.add_folder(romania)
    wait_for(lambda: writing)
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    wait_for(lambda: not dock.adding.busy)
    assert len(survey_scenes(survey)) == 16 and not bench.scenes.timeline.scenes


def test_a_survey_that_cannot_be_written_is_reported(dock, bench, romania, wait_for, bar_texts, monkeypatch):
    from yalu_plugin.gui.imagery import image_storing
    from yalu_plugin.layers.survey.survey_errors import SurveyReadOnly

    def refused(survey, *_):
        raise SurveyReadOnly(path=survey.path)

    monkeypatch.setattr(image_storing, "add_images", refused)
    dock.adding.add_folder(romania)
    wait_for(bar_texts)
    assert len(bar_texts()) == 1 and bench.session.survey.path.name in bar_texts()[0]
    assert not bench.scenes.timeline.scenes and not dock.adding.busy


def test_nothing_jumps_when_scenes_are_added(stocked, bench, window):
    before = window.canvas.extent().toString()
    assert bench.imagery.scene is None and bench.imagery.day is None
    assert text(stocked) == "no scene on screen"
    assert text(stocked, "yalu_imagery_notice") == "16 dated scenes, 2015-08-01 UTC to 2020-09-13 UTC"
    assert window.canvas.extent().toString() == before


def test_step_by_click(stocked, bench, qt):
    days = []
    for name in ("first", "next", "next", "next", "previous", "last", "previous"):
        qt.click(child(stocked, f"yalu_{name}_scene_button"))
        days.append(str(bench.imagery.day))
    assert days == ["2015-08-01", "2016-04-27", "2016-08-15", "2016-10-14", "2016-08-15", "2020-09-13", "2020-08-04"]


def test_step_by_shortcut(stocked, bench, window, qt):
    days = []
    for name in ("Home", "PageDown", "PageDown", "PageUp", "End"):
        qt.key(window.canvas, getattr(qt.Qt.Key, f"Key_{name}"), qt.Qt.KeyboardModifier.AltModifier)
        days.append(str(bench.imagery.day))
    assert days == ["2015-08-01", "2016-04-27", "2016-08-15", "2016-04-27", "2020-09-13"]


def test_buttons_know_the_ends(stocked, qt):
    assert enabled(stocked) == [True] * 4
    qt.click(child(stocked, "yalu_first_scene_button"))
    assert enabled(stocked) == [False, False, True, True]
    qt.click(child(stocked, "yalu_last_scene_button"))
    assert enabled(stocked) == [True, True, False, False]


def test_buttons_are_off_without_scenes(dock):
    assert enabled(dock) == [False] * 4
    assert not child(dock, "yalu_zoom_to_scene_button").isEnabled()
    assert text(dock) == "no dated scenes yet"


def test_says_what_is_on_screen(stocked, bench, qt):
    scenes = child(stocked, "yalu_scenes")
    scenes.setFocus()
    scenes.setCurrentIndex(2)
    qt.key(scenes, qt.Qt.Key.Key_Down)
    assert bench.imagery.scene == bench.scenes.timeline.scenes[3]
    assert text(stocked) == "2016-10-14 UTC · sentinel-2 · acquired (date from STAC)"
    assert child(stocked, "yalu_day").text() == "2016-10-14"


def enter_day(dock, qt, day):
    edit = child(dock, "yalu_day")
    edit.selectAll()
    qt.QTest.keyClicks(edit, day)
    qt.key(edit, qt.Qt.Key.Key_Return)


def test_go_to_a_day(stocked, bench, qt):
    enter_day(stocked, qt, "2018-08-15")
    assert bench.imagery.scene.day == date(2018, 8, 15)
    enter_day(stocked, qt, "2025-07-30")
    assert bench.imagery.scene is None and bench.imagery.day == date(2025, 7, 30)
    assert text(stocked) == "no scene on this day; sites as of 2025-07-30 UTC"
    assert child(stocked, "yalu_scenes").currentIndex() == -1


def test_type_a_day(stocked, bench, qt):
    edit = child(stocked, "yalu_day")
    edit.setFocus()
    edit.selectAll()
    qt.QTest.keyClicks(edit, "20161014")
    assert bench.imagery.day is None  # nothing moves while one types
    qt.key(edit, qt.Qt.Key.Key_Return)
    assert bench.imagery.scene.day == date(2016, 10, 14)


def test_click_the_day_already_written(stocked, bench):
    from qgis.PyQt.QtCore import QDate
    from qgis.PyQt.QtWidgets import QCalendarWidget

    edit = child(stocked, "yalu_day")
    edit.actions()[-1].trigger()
    calendar = edit.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2020, 9, 13)
    calendar.clicked.emit(calendar.selectedDate())
    assert bench.imagery.scene.day == date(2020, 9, 13)


def test_zoom_to_scene(stocked, bench, window, qt):
    qt.click(child(stocked, "yalu_first_scene_button"))
    assert text(stocked, "yalu_imagery_notice") == "This scene lies outside the map view."
    qt.click(child(stocked, "yalu_zoom_to_scene_button"))
    extent = window.canvas.extent()
    assert extent.center().x() == pytest.approx(2_465_973, abs=50)  # 22.15221 E
    assert min(extent.width(), extent.height()) < 5_000
    assert not child(stocked, "yalu_imagery_notice").isVisible()


def test_zoom_without_a_map_crs_says_so(stocked, window, bar_texts, qt):
    from qgis.core import QgsCoordinateReferenceSystem

    qt.click(child(stocked, "yalu_first_scene_button"))
    window.canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    qt.click(child(stocked, "yalu_zoom_to_scene_button"))
    assert "cannot be placed on the map" in bar_texts()[0]


def test_a_step_from_where_no_scene_is_goes_to_one(stocked, bench, window, bar_texts, qt):
    from qgis.core import QgsRectangle
    from qgis.PyQt.QtWidgets import QPushButton

    child(stocked, "yalu_covers_view").setChecked(True)
    window.canvas.setExtent(QgsRectangle(14_200_000, 5_000_000, 14_210_000, 5_010_000))
    qt.click(child(stocked, "yalu_last_scene_button"))
    assert bar_texts() == ["No scene to step to there: 16 outside the view."]
    qt.click(next(one for one in window.bar.findChildren(QPushButton) if one.text() == "Zoom to scene"))
    assert bench.imagery.scene == bench.scenes.timeline.scenes[-1] and not bench.scenes.skipped
    assert not bar_texts()


def test_an_undated_image_is_shown_and_nothing_is_recorded_from_it(dock, romania, wait_for, bar_texts, bench, qt):
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.imagery.project_scenes import shown_layers
    from yalu_plugin.layers.survey.observations import NoDatedScene

    undated_raster(romania / "nodate.tif")
    dock.adding.add_folder(romania)
    wait_for(bar_texts)
    bench.imagery.step("first")
    day = bench.imagery.day
    view = child(dock, "yalu_undated")
    view.activated.emit(view.model().index(0, 0))
    assert ["nodate" in layer.source() for layer in shown_layers(bench.project)] == [True]
    assert "nodate.tif is shown, but it has no date: nothing can be recorded from it." in bar_texts()[0]
    assert (bench.imagery.scene, bench.imagery.drawn, bench.imagery.day) == (None, (), day)
    bench.sites.select([bench.session.survey.rows("sites")[0]["id"]])
    with pytest.raises(NoDatedScene):
        bench.annotation.observe("present")
    known = len(bench.session.survey.rows("observations"))
    bench.annotation.add_site(QgsPointXY(127.5, 41.5), "vehicle_ford")
    assert len(bench.session.survey.rows("observations")) == known
    bench.imagery.show(bench.scenes.timeline.scenes[1])
    assert ["nodate" in layer.source() for layer in shown_layers(bench.project)] == [False]
    assert bench.imagery.scene == bench.scenes.timeline.scenes[1]


def test_undated_and_broken_files_are_listed(dock, romania, wait_for, bar_texts, bench, qt):
    scene = romania / "S2_L2A_romania_20150801.tif"
    undated_raster(romania / "nodate.tif")
    (romania / "broken_20200101.tif").write_bytes(scene.read_bytes()[:300])
    dock.adding.add_folder(romania)
    wait_for(bar_texts)
    assert bar_texts() == ["16 scenes, 1 undated, 1 could not be used"]
    assert text(dock, "yalu_undated_count") == text(dock, "yalu_undated_noted") == "Undated (1)"
    listed = child(dock, "yalu_undated").model()
    assert [listed.index(row).data() for row in range(listed.rowCount())] == ["nodate.tif"]
    told_of_it = listed.index(0).data(qt.Qt.ItemDataRole.ToolTipRole)
    assert "no date of acquisition in a STAC item" in told_of_it and str(romania / "nodate.tif") in told_of_it
    assert len(bench.scenes.timeline) == 16
    assert child(dock, "yalu_scenes").count() == 16


def test_message_details_name_every_file(dock, romania, wait_for, bar_texts, messages, monkeypatch, window, qt):
    from qgis.PyQt.QtWidgets import QPushButton

    shown = []
    monkeypatch.setattr(type(messages), "_show", lambda _self, _text, detail: shown.append(detail))
    (romania / "broken.tif").write_bytes(b"II*\0")
    dock.adding.add_folder(romania)
    wait_for(bar_texts)
    qt.click(window.bar.currentItem().findChild(QPushButton))
    assert "broken.tif" in shown[0]


def test_a_vanished_scene_is_reported_and_skipped(stocked, bench, messages, romania, bar_texts, qt):
    bench.error_occurred.connect(messages.error)
    qt.click(child(stocked, "yalu_first_scene_button"))
    (romania / "S2_L2A_romania_20160427.tif").unlink()
    qt.click(child(stocked, "yalu_next_scene_button"))
    assert "S2_L2A_romania_20160427.tif is gone" in bar_texts()[0]
    assert str(bench.imagery.day) > "2016-04-27"
    qt.click(child(stocked, "yalu_previous_scene_button"))
    assert str(bench.imagery.day) == "2015-08-01"


def test_a_vanished_scene_chosen_by_itself_leaves_the_current_one(stocked, bench, romania, bar_texts, qt):
    qt.click(child(stocked, "yalu_first_scene_button"))
    (romania / "S2_L2A_romania_20160427.tif").unlink()
    scenes = child(stocked, "yalu_scenes")
    scenes.setFocus()
    qt.key(scenes, qt.Qt.Key.Key_Down)
    assert scenes.currentIndex() == 0
    assert text(stocked).startswith("2015-08-01")


def test_synthetic_is_shown(dock, bench, qt):
    from datetime import datetime, timezone

    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.gui.imagery.scene_text import scene_item, scene_line

    day = datetime(2025, 7, 30, tzinfo=timezone.utc)
    scene = Scene("a", "/a.tif", day, day, "acquired", "gdal", "made", synthetic=True)
    bench.scenes.add([scene])
    assert child(dock, "yalu_scenes").itemText(0) == scene_item(scene) \
        == "2025-07-30 UTC · made · acquired · the image's own metadata · SYNTHETIC"
    assert scene_line(scene) == "2025-07-30 UTC · made · acquired (date from the image's own metadata) · SYNTHETIC"


def test_no_survey(window, empty_bench, messages, actions, bar_texts):
    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    dock = ImageryDock(empty_bench, messages, actions, window.canvas, window)
    actions.by_name["add_folder"].trigger()
    assert "No survey is open" in bar_texts()[0]
    assert text(dock) == "no survey is open"


def test_empty_folder(dock, tmp_path, wait_for, bar_texts):
    (tmp_path / "empty").mkdir()
    dock.adding.add_folder(tmp_path / "empty")
    wait_for(bar_texts)
    assert bar_texts()[0].startswith("No images were found")
    dock._watch.watch(tmp_path / "empty")
    wait_for(lambda: bar_texts()[0].startswith("There are no images yet."))
    dock._watch.unwatch(tmp_path / "empty")


def test_another_survey_stops_the_reading(dock, bench, romania, tmp_path, wait_for, bar_texts, qgis_app):
    dock.adding.add_folder(romania)
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    wait_for(bar_texts)
    assert bar_texts() == ["Stopped: no image was added."]
    for _ in range(30):
        qgis_app.processEvents()
        time.sleep(0.02)
    assert bar_texts() == ["Stopped: no image was added."]
    assert not bench.scenes.timeline.scenes


def test_nothing_is_left_after_unload(stocked, bench, romania, qgis_app, window):
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from qgis.PyQt.QtWidgets import QWidget

    stocked.adding.add_folder(romania)  # still reading when the panel goes
    stocked.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(30):
        qgis_app.processEvents()
        time.sleep(0.02)
    bench.imagery.step("next")
    window.canvas.zoomScale(50_000)
    qgis_app.processEvents()
    assert window.findChild(QWidget, "YaluImageryDock") is None


def test_details_show_the_text_at_once(messages, window, qt):
    from qgis.gui import QgsMessageViewer
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QPushButton, QTextEdit

    seen = []

    def read_details():
        viewer = window.bar.findChild(QgsMessageViewer)
        seen.append([edit.toPlainText() for edit in viewer.findChildren(QTextEdit) if edit.isVisible()])
        viewer.reject()

    messages.warn("2 images", "one\ntwo")
    QTimer.singleShot(200, read_details)
    qt.click(window.bar.currentItem().findChild(QPushButton))
    assert seen == [["2 images\n\none\ntwo"]]


def test_a_list_says_what_was_left_out_and_what_was_known(dock, romania, wait_for, bar_texts, bench, messages,
                                                          monkeypatch,
                                                          window, qt):
    from qgis.PyQt.QtWidgets import QPushButton

    (romania / "list.csv").write_text("uri,datetime,cloud\nS2_L2A_romania_20150801.tif,2015-08-01,some\n"
                                      "S2_L2A_romania_20160427.tif,2016-04-27,5\ngone.tif,2016-05-01,5\n")
    shown = []
    monkeypatch.setattr(type(messages), "_show", lambda _self, _text, detail: shown.append(detail))
    for text in ("2 scenes, 1 could not be used, remarks on images that were added: 1",
                 "2 scenes (2 known already), 1 could not be used, remarks on images that were added: 1"):
        window.bar.clearWidgets()
        dock.adding.add_list(romania / "list.csv")
        wait_for(bar_texts)
        assert bar_texts() == [text]
    qt.click(window.bar.currentItem().findChild(QPushButton))
    assert "Row 4: The image " in shown[0]


def test_the_day_is_named_with_the_offset_it_had(stocked, bench, qt, monkeypatch):
    from qgis.PyQt.QtWidgets import QLabel

    from yalu_plugin.workbench import scenes

    monkeypatch.setattr(scenes, "DAY_ZONE", SimpleNamespace(value=lambda: "Asia/Pyongyang"))
    bench.imagery.apply_settings()
    for day, offset in (("2017-06-06", "UTC+8:30"), ("2018-08-15", "UTC+9")):
        enter_day(stocked, qt, day)
        assert f"&Go to ({offset})" in [label.text() for label in stocked.findChildren(QLabel)]


def test_without_a_survey_there_is_no_timeline(dock, bench):
    assert child(dock, "yalu_timeline").isVisible()
    bench.project.clear()
    assert bench.session.survey is None and not child(dock, "yalu_timeline").isVisible()


def test_return_on_a_day_gives_the_keys_back(dock, window, qt):
    """Otherwise a letter key that records is typed into the date."""
    from qgis.PyQt.QtWidgets import QLineEdit, QTableView

    field, table = dock.findChild(QLineEdit, "yalu_day"), QTableView(window)
    table.show()
    for home in (table, window.canvas):
        home.setFocus()
        field.setFocus()
        field.setText("2016-10")
        qt.key(field, qt.Qt.Key.Key_Return)
        assert window.focusWidget() is field  # there is no day yet
        field.setText("2016-10-14")
        qt.key(field, qt.Qt.Key.Key_Return)
        assert window.focusWidget() is home
    typed = QLineEdit(window)  # a letter must not go into another text either
    typed.show()
    typed.setFocus()
    field.setFocus()
    qt.key(field, qt.Qt.Key.Key_Return)
    assert window.focusWidget() is window.canvas


def test_letters_are_heard_in_the_panel_its_lists_and_the_timeline(dock, bench, window, qt):
    from qgis.PyQt.QtWidgets import QAction, QWidget

    from yalu_plugin.gui.crossings.letter_keys import LetterKeys

    pressed = []
    action = QAction(window)
    action.triggered.connect(lambda: pressed.append("P"))
    LetterKeys({qt.Qt.Key.Key_P: action}, lambda: True, window).listen_within(dock)
    for name in ("yalu_scenes", "yalu_timeline", "yalu_next_scene_button"):
        before, shown = len(pressed), bench.imagery.scene
        qt.key(dock.findChild(QWidget, name), qt.Qt.Key.Key_P)
        assert len(pressed) == before + 1 and bench.imagery.scene is shown, name
    qt.key(dock.findChild(QWidget, "yalu_day"), qt.Qt.Key.Key_P)
    assert len(pressed) == 3
