"""Images that have a position and no CRS: the user is asked for it, and none is assumed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layers.imagery.kinds import WORLD_FILE, corners, footprint, save


@pytest.fixture
def dock(window, bench, messages, actions, qgis_app):
    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    dock = ImageryDock(bench, messages, actions, window.canvas, window)
    dock.show()
    qgis_app.processEvents()
    return dock


@pytest.fixture
def folder(qgis_app, tmp_path: Path) -> Path:
    folder = tmp_path / "google earth"
    folder.mkdir()
    for name in ("GE_2025-07-30", "GE_2025-07-31"):
        save(folder / f"{name}.JPG", "JPEG")
        (folder / f"{name}.JGW").write_text(WORLD_FILE)
    return folder

ASKED = "2 images have no CRS and were left out, GE_2025-07-30.JPG for example. Which CRS are they in?"


def choose(window, qt, qgis_app, wait_for, crs):
    """Press the question's button and choose a CRS in QGIS' own dialog."""
    from qgis.gui import QgsProjectionSelectionDialog
    from qgis.PyQt.QtWidgets import QPushButton

    qt.click(next(button for button in window.bar.findChildren(QPushButton) if button.text() == "Choose…"))
    dialog = window.findChild(QgsProjectionSelectionDialog, "yalu_crs_of_images")
    assert dialog.isVisible()
    dialog.setCrs(crs)
    dialog.accept()
    qgis_app.processEvents()


def test_the_crs_is_asked_for_and_the_images_are_added_with_it(
        dock, window, bench, folder, wait_for, bar_texts, qt, qgis_app) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    dock.adding.add_folder(folder)
    wait_for(lambda: len(bar_texts()) == 2)
    assert ASKED in bar_texts()
    assert "0 scenes, 2 could not be used" in bar_texts() and not bench.scenes.timeline.scenes
    choose(window, qt, qgis_app, wait_for, QgsCoordinateReferenceSystem("EPSG:4326"))
    wait_for(lambda: bench.scenes.timeline.scenes)
    scenes = bench.scenes.timeline.scenes
    assert [(str(one.day), one.uri[-22:]) for one in scenes] == [
        ("2025-07-30", "7-30.JPG#crs=EPSG:4326"), ("2025-07-31", "7-31.JPG#crs=EPSG:4326")]
    assert corners(scenes[0].footprint_wkt) == [pytest.approx(one) for one in footprint()]
    bench.imagery.show(scenes[0])
    (layer,) = [one for one in bench.project.mapLayers().values() if one.customProperty("yalu/scene")]
    assert layer.crs().authid() == "EPSG:4326" and layer.isValid()


def test_a_crs_without_a_code_is_refused_in_one_line(
        dock, window, bench, folder, wait_for, bar_texts, qt, qgis_app) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    dock.adding.add_folder(folder)
    wait_for(lambda: len(bar_texts()) == 2)
    own = QgsCoordinateReferenceSystem.fromProj("+proj=aea +lat_1=20 +lat_2=33 +lon_0=127.123 +datum=WGS84")
    choose(window, qt, qgis_app, wait_for, own)
    wait_for(lambda: any(text.startswith("This CRS has no code") for text in bar_texts()))
    assert not bench.scenes.timeline.scenes
    assert ASKED in bar_texts()  # the question stays


def test_a_postponed_question_stays_and_an_answered_one_is_not_asked_again(
        dock, window, bench, folder, wait_for, bar_texts, qt, qgis_app) -> None:
    from qgis.core import QgsCoordinateReferenceSystem
    from qgis.gui import QgsProjectionSelectionDialog
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtWidgets import QPushButton

    dock.adding.add_folder(folder)
    wait_for(lambda: ASKED in bar_texts())
    qt.click(next(button for button in window.bar.findChildren(QPushButton) if button.text() == "Choose…"))
    window.findChild(QgsProjectionSelectionDialog, "yalu_crs_of_images").reject()
    qgis_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # otherwise it is found again
    qgis_app.processEvents()
    assert ASKED in bar_texts()
    choose(window, qt, qgis_app, wait_for, QgsCoordinateReferenceSystem("EPSG:4326"))
    wait_for(lambda: len(bench.scenes.timeline.scenes) == 2 and not dock.adding.busy)
    dock.adding.add_folder(folder)
    wait_for(lambda: not dock.adding.busy)
    qgis_app.processEvents()
    assert ASKED not in bar_texts()


def test_images_that_all_have_one_ask_nothing(dock, romania, wait_for, bar_texts) -> None:
    dock.adding.add_folder(romania)
    wait_for(bar_texts)
    assert bar_texts() == ["16 scenes"]


# another one

SHIFTED = WORLD_FILE.replace("0.0001", "10").replace("128.18005", "400000").replace("41.41995", "4590000")


@pytest.fixture
def placed(dock, bench, tmp_path: Path, wait_for):
    """The dock with two pictures in metres, one of them undated, and one in another folder, all given EPSG:32652."""
    from qgis.core import QgsCoordinateReferenceSystem

    for name in ("here/2025-07-30", "here/undated", "there/2025-07-31"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        save(path.with_suffix(".jpg"), "JPEG")
        path.with_suffix(".jgw").write_text(SHIFTED)
    for folder in ("here", "there"):
        dock.adding.read_with_crs(tmp_path / folder, QgsCoordinateReferenceSystem("EPSG:32652"))
        wait_for(lambda: not dock.adding.busy)
    return dock


def give_other(dock, window, qgis_app, entry: str, code: str) -> list[str]:
    """Choose an entry of the button's menu and a CRS; returns all entries."""
    from qgis.core import QgsCoordinateReferenceSystem
    from qgis.gui import QgsProjectionSelectionDialog
    from qgis.PyQt.QtCore import QEvent

    button = dock._crs
    button.click()
    entries = button.menu_shown.actions()
    texts = [one.text() for one in entries]
    next(one for one in entries if one.text().startswith(entry)).trigger()
    button.menu_shown.hide()
    dialog = window.findChild(QgsProjectionSelectionDialog, "yalu_other_crs_of_images")
    assert dialog.isVisible() and dialog.windowTitle().startswith(entry) and dialog.crs().isValid()
    dialog.setCrs(QgsCoordinateReferenceSystem(code))
    dialog.accept()
    qgis_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return texts


def ending(folder: Path) -> str:
    return str(folder) if len(str(folder)) <= 60 else f"…{str(folder)[-60:]}"


def uris(bench) -> list[str]:
    return sorted(Path(row["uri"]).name for row in bench.session.survey.rows("images"))


def test_the_image_on_screen_is_given_another_crs_and_shown_there(placed, bench, window, bar_texts, wait_for, qgis_app,
                                                                  tmp_path) -> None:
    from yalu_plugin.layers.imagery.project_scenes import shown_layers

    first = bench.scenes.timeline.scenes[0]
    bench.imagery.show(first)
    bench.session.survey.change("test", added={"observations": [{"id": "o", "image_id": first.id, "state": "present"}]})
    bench.session.survey.change("digest", replaced={"images": [
        {**row, "sha256": "abc"} for row in bench.session.survey.rows("images", id=first.id)]})
    (before,) = shown_layers(bench.project)
    texts = give_other(placed, window, qgis_app, "The image on screen", "EPSG:32651")
    assert texts == ["The image on screen, now in EPSG:32652",
                     f"All in {ending(tmp_path / 'here')} (2), now in EPSG:32652",
                     f"All in {ending(tmp_path / 'there')} (1), now in EPSG:32652"]
    wait_for(lambda: "Images placed in EPSG:32651: 1" in bar_texts())
    rows = bench.session.survey.rows("images")
    assert [row["uri"][-14:] for row in rows] == ["crs=EPSG:32651", "crs=EPSG:32652", "crs=EPSG:32652"]
    assert rows[0]["id"] == first.id and rows[0]["sha256"] == "abc" and rows[0]["acquired_from"] is not None
    assert corners(rows[0]["geom"])[0][0] == pytest.approx(corners(first.footprint_wkt)[0][0] - 6, abs=1e-6)
    (shown,) = shown_layers(bench.project)
    assert shown is not before and shown.crs().authid() == "EPSG:32651"
    assert bench.imagery.scene.id == first.id and bench.imagery.scene.uri.endswith("EPSG:32651")
    (entry,) = [row for row in bench.session.survey.rows("audit") if "EPSG:32651" in (row["after"] or "")]
    assert "EPSG:32652" in entry["before"] and "EPSG:32651" in entry["after"]
    assert bench.session.survey.rows("observations", id="o")[0]["image_id"] == first.id


def test_all_images_of_a_folder_are_given_another_crs_and_none_twice(placed, bench, window, bar_texts, wait_for,
                                                                     qgis_app,
                                                                     tmp_path) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    give_other(placed, window, qgis_app, f"All in {ending(tmp_path / 'here')}", "EPSG:32651")
    wait_for(lambda: "Images placed in EPSG:32651: 2" in bar_texts())
    now = ["2025-07-30.jpg#crs=EPSG:32651", "2025-07-31.jpg#crs=EPSG:32652", "undated.jpg#crs=EPSG:32651"]
    assert uris(bench) == now
    ids = sorted(row["id"] for row in bench.session.survey.rows("images"))
    placed.adding.read_with_crs(tmp_path, QgsCoordinateReferenceSystem("EPSG:32650"))  # the question is for others
    wait_for(lambda: not placed.adding.busy)
    assert uris(bench) == now and sorted(row["id"] for row in bench.session.survey.rows("images")) == ids


def test_a_crs_that_does_not_place_an_image_leaves_it_where_it_was(placed, bench, window, bar_texts, wait_for,
                                                                   qgis_app) -> None:
    (before, _) = bench.scenes.timeline.scenes
    bench.imagery.show(before)
    give_other(placed, window, qgis_app, "The image on screen", "EPSG:4326")  # 400,000 degrees east
    wait_for(lambda: any("cannot be placed in it: 1" in text for text in bar_texts()))
    assert bench.imagery.scene == before and {uri[-10:] for uri in uris(bench)} == {"EPSG:32652"}


def test_nothing_to_choose_where_no_image_was_given_a_crs(dock, romania, wait_for) -> None:
    dock.adding.add_folder(romania)
    wait_for(lambda: not dock.adding.busy)
    assert not dock._crs.isEnabled()


def test_a_project_saved_before_shows_the_image_where_it_is_now(placed, bench, window, bar_texts, wait_for, qgis_app,
                                                                tmp_path) -> None:
    from yalu_plugin.layers.imagery.project_scenes import shown_layers

    bench.imagery.show(bench.scenes.timeline.scenes[0])
    assert bench.project.write(str(tmp_path / "before.qgs"))
    give_other(placed, window, qgis_app, "The image on screen", "EPSG:32651")
    wait_for(lambda: "Images placed in EPSG:32651: 1" in bar_texts())
    bench.project.clear()
    assert bench.project.read(str(tmp_path / "before.qgs"))
    (shown,) = shown_layers(bench.project)
    assert bench.imagery.scene.uri.endswith("EPSG:32651") and shown.crs().authid() == "EPSG:32651"
