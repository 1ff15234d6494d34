"""Images that have a position and no CRS: the analyst is asked for it, and none is assumed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layers.imagery.kinds import WORLD_FILE, corners, footprint, save


@pytest.fixture
def dock(window, bench, messages, actions, qgis_app):
    from yalu_plugin.gui.imagery.dock import ImageryDock

    made = ImageryDock(bench, messages, actions, window.canvas, window)
    made.show()
    qgis_app.processEvents()
    return made


@pytest.fixture
def folder(qgis_app, tmp_path: Path) -> Path:
    folder = tmp_path / "google earth"
    folder.mkdir()
    for name in ("GE_2025-07-30", "GE_2025-07-31"):
        save(folder / f"{name}.JPG", "JPEG")
        (folder / f"{name}.JGW").write_text(WORLD_FILE)
    return folder

ASKED = "2 images have no CRS and were left out, GE_2025-07-30.JPG for one. Which CRS are they in?"


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


def test_the_crs_is_asked_for_and_the_images_come_in_with_it(
        dock, window, bench, folder, wait_for, told, qt, qgis_app) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    dock.adding.add_folder(folder)
    wait_for(lambda: len(told()) == 2)
    assert ASKED in told()
    assert "0 scenes, 0 undated, 2 could not be used" in told() and not bench.imagery.timeline.scenes
    choose(window, qt, qgis_app, wait_for, QgsCoordinateReferenceSystem("EPSG:4326"))
    wait_for(lambda: bench.imagery.timeline.scenes)
    scenes = bench.imagery.timeline.scenes
    assert [(str(one.day), one.uri[-22:]) for one in scenes] == [
        ("2025-07-30", "7-30.JPG#crs=EPSG:4326"), ("2025-07-31", "7-31.JPG#crs=EPSG:4326")]
    assert corners(scenes[0].footprint_wkt) == [pytest.approx(one) for one in footprint()]
    bench.imagery.show(scenes[0])
    (layer,) = [one for one in bench.project.mapLayers().values() if one.customProperty("yalu/scene")]
    assert layer.crs().authid() == "EPSG:4326" and layer.isValid()


def test_a_crs_without_a_code_is_refused_in_one_line(
        dock, window, bench, folder, wait_for, told, qt, qgis_app) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    dock.adding.add_folder(folder)
    wait_for(lambda: len(told()) == 2)
    own = QgsCoordinateReferenceSystem.fromProj("+proj=aea +lat_1=20 +lat_2=33 +lon_0=127.123 +datum=WGS84")
    choose(window, qt, qgis_app, wait_for, own)
    wait_for(lambda: any(text.startswith("This CRS has no code") for text in told()))
    assert not bench.imagery.timeline.scenes
    assert ASKED in told()  # the question stays


def test_a_question_put_off_stays_and_one_answered_is_not_asked_again(
        dock, window, bench, folder, wait_for, told, qt, qgis_app) -> None:
    from qgis.core import QgsCoordinateReferenceSystem
    from qgis.gui import QgsProjectionSelectionDialog
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtWidgets import QPushButton

    dock.adding.add_folder(folder)
    wait_for(lambda: ASKED in told())
    qt.click(next(button for button in window.bar.findChildren(QPushButton) if button.text() == "Choose…"))
    window.findChild(QgsProjectionSelectionDialog, "yalu_crs_of_images").reject()
    qgis_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the dialog goes, or it would be found again
    qgis_app.processEvents()
    assert ASKED in told()
    choose(window, qt, qgis_app, wait_for, QgsCoordinateReferenceSystem("EPSG:4326"))
    wait_for(lambda: len(bench.imagery.timeline.scenes) == 2 and not dock.adding.busy)
    dock.adding.add_folder(folder)
    wait_for(lambda: not dock.adding.busy)
    qgis_app.processEvents()
    assert ASKED not in told()


def test_images_that_all_have_one_ask_nothing(dock, romania, wait_for, told) -> None:
    dock.adding.add_folder(romania)
    wait_for(told)
    assert told() == ["16 scenes, 0 undated, 0 could not be used"]
