"""The card of a site in a real QGIS: it fits a small screen and corrects an observation by keys; Ctrl+Z undoes that.

Clicks copy its position and go to its neighbours; its images are drawn; a successor is added at a typed distance, and a
retired site is not on the map of a later day.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTableView,
    QToolButton,
    QTreeWidget,
)
from qgis.utils import plugins

from tests.desktop.fitting import find_misfits
from tools.desk import Desk

NAME = "yalu_plugin"
SMALL = 1366, 768  # pixels of the smallest screen
PHUNGYANG = "Phungyang fording site"
SCENES = Path(__file__).resolve().parents[1] / "data" / "s2_romania"


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with a new survey and a selected site that was observed twice."""
    desk.new_survey(tmp_path_factory.mktemp("card") / "card.gpkg")
    bench = plugins[NAME].workbench
    site = next(row["id"] for row in bench.session.survey.rows("sites") if row["name"] == PHUNGYANG)
    bench.session.change("test", {"observations": [
        {"id": day, "site_id": site, "state": state, "seen_from": day, "seen_to": day, "note": "two lanes"}
        for state, day in (("absent", "2024-04-11"), ("present", "2024-06-03"))]})
    bench.sites.select([site])
    desk.clear_messages()
    return desk


def observation(day: str) -> Any:
    return next(iter(plugins[NAME].workbench.session.survey.rows("observations", id=day)), None)


def test_1_the_card_fits_a_small_screen(desk: Desk) -> None:
    desk.press("Alt+Shift+I")
    card = desk.find("yalu_site_dialog", QDialog)
    assert card.isVisible()
    for page in (card.observations, card.place, card.fields, card.record):
        card.pages.setCurrentWidget(page)
        desk.picture(f"70-card-{card.pages.currentIndex()}")
        assert card.width() <= SMALL[0] and card.height() <= SMALL[1] and find_misfits(card) == []
    desk.wait(lambda: desk.find("yalu_site_record", QTreeWidget).topLevelItemCount(), "the record")
    card.pages.setCurrentWidget(card.observations)
    tree = desk.find("yalu_observations", QTreeWidget)
    assert tree.topLevelItem(0).text(0) == "2024-06-03"


def test_2_the_older_one_is_corrected_by_keys(desk: Desk) -> None:
    tree = desk.find("yalu_observations", QTreeWidget)
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(1))

    def answer(dialog: QDialog) -> None:
        desk.picture("71-correct")
        box = dialog.findChild(QComboBox, "yalu_correct_state")
        box.setCurrentIndex(box.findData("washed_out"))
        reason = dialog.findChild(QLineEdit, "yalu_correct_why")
        reason.setFocus()
        QTest.keyClicks(reason, "the ramp is gone")
        QTest.keyClick(reason, Qt.Key.Key_Return)

    desk.with_dialog(lambda: desk.find_action("yalu_correct_observation").trigger(), answer)
    desk.settle()
    assert observation("2024-04-11")["state"] == "washed_out" and observation("2024-06-03")["state"] == "present"
    assert desk.messages() == []


def test_3_a_note_by_m_and_both_undone(desk: Desk) -> None:
    desk.find("yalu_site_dialog", QDialog).close()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow, "the window to be active")
    desk.find("yalu_sites", QTableView).setFocus()

    def answer(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit, "yalu_note")
        assert line.text() == "two lanes"
        QTest.keyClicks(line, "one lane")  # the old text is selected
        QTest.keyClick(line, Qt.Key.Key_Return)

    desk.with_dialog(lambda: desk.press("M"), answer)
    assert observation("2024-06-03")["note"] == "one lane"
    desk.wait(desk.window.isActiveWindow, "the window to be active")
    desk.undo()
    desk.undo()
    assert (observation("2024-06-03")["note"], observation("2024-04-11")["state"]) == ("two lanes", "absent")


def site_id(name: str) -> str:
    return next(row["id"] for row in plugins[NAME].workbench.session.survey.rows("sites") if row["name"] == name)


def card_of(desk: Desk, name: str) -> QDialog:
    plugins[NAME].workbench.sites.select([site_id(name)])
    desk.find_action("yalu_site_card").trigger()
    return desk.find("yalu_site_dialog", QDialog)


def test_4_every_notation_is_copied_by_a_click_and_a_neighbour_is_selected(desk: Desk) -> None:
    bench = plugins[NAME].workbench
    card = card_of(desk, PHUNGYANG)
    card.pages.setCurrentWidget(card.place)
    desk.wait(lambda: bench.river.chainages, "the chainages")
    copied = {}
    for key in ("dd", "ddm", "dms", "utm", "mgrs", "plus_code"):
        desk.click(desk.find(f"yalu_copy_{key}", QToolButton))
        copied[key] = QApplication.clipboard().text()
        assert copied[key] == desk.find(f"yalu_place_{key}", QLabel).text()
    assert copied["dd"] == "41.431189, 127.885265" and copied["mgrs"] == "52T DL 06861 87224"
    upstream = desk.find("yalu_neighbour_upstream", QPushButton)
    assert "34.3 km along the river" in upstream.text()
    desk.click(upstream)
    desk.settle()
    assert bench.sites.selected() == [site_id("Border fence gate crossing")]
    card.close()
    desk.clear_messages()


def test_5_observations_show_their_images(desk: Desk, tmp_path: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    bench = plugins[NAME].workbench
    bench.scenes.add(list(catalogue(Path(shutil.copytree(SCENES, tmp_path / "scenes")), read_raster).scenes))
    scenes = bench.scenes.timeline.scenes[:4]
    left, bottom, right, top = scenes[0].box
    added_site = bench.annotation.add_site(QgsPointXY((left + right) / 2, (bottom + top) / 2), "vehicle_ford")
    bench.session.change("test", {"observations": [
        {"id": scene.id, "site_id": added_site, "state": "present", "seen_from": str(scene.day),
         "seen_to": str(scene.day), "image_id": scene.id} for scene in scenes]})
    bench.editing.rename(added_site, "seen")
    card = card_of(desk, "seen")
    card.pages.setCurrentWidget(card.observations)
    tree = desk.find("yalu_observations", QTreeWidget)

    def descriptions() -> list[str]:
        items = [tree.topLevelItem(at) for at in range(3)]
        return [item.data(0, Qt.ItemDataRole.AccessibleDescriptionRole) or "" for item in items]

    desk.wait(lambda: all("sentinel-2" in text and "being drawn" not in text for text in descriptions()),
              "the pictures")
    desk.picture("72-card-images")
    assert not desk.find("yalu_web_pictures", QPushButton).isVisible() and find_misfits(card) == []
    card.close()


def test_6_a_successor_at_a_typed_distance_and_the_old_site_retired(desk: Desk) -> None:
    """The chain shows the typed distance; the old site is on the map of its last day, but not of the next one."""
    from yalu_plugin.gui.map_coordinates import from_lonlat

    bench = plugins[NAME].workbench
    bench.sites.select([site_id(PHUNGYANG)])
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow, "the window to be active")

    def answer(dialog: QDialog) -> None:
        metres = dialog.findChild(QSpinBox, "yalu_successor_metres")
        metres.setFocus()
        metres.selectAll()
        QTest.keyClicks(metres, "180")
        desk.picture("73-rebuilt-along")
        assert "180 m downstream" in dialog.findChild(QLabel, "yalu_successor_place").text()
        assert find_misfits(dialog) == []
        QTest.keyClick(metres, Qt.Key.Key_Return)

    desk.with_dialog(lambda: desk.press("Alt+Shift+L"), answer)
    (new,) = bench.sites.selected()
    card = desk.find("yalu_site_dialog", QDialog)
    card.show()
    card.pages.setCurrentWidget(card.fields)
    chain = desk.find("yalu_site_chain", QListWidget)
    assert "180 m downstream along the river" in chain.item(0).text()
    card.close()
    bench.lineage.retire([site_id(PHUNGYANG)], "2024-06-30")
    desk.clear_messages()
    places = [bench.sites.place(one) for one in (site_id(PHUNGYANG), new)]
    desk.canvas.setCenter(from_lonlat(desk.canvas).transform(places[0]))
    desk.canvas.zoomScale(10_000)
    bench.sites.select([])
    for day, drawn in ((date(2024, 6, 30), [True, True]), (date(2024, 7, 1), [False, True])):
        bench.imagery.show_day(day)
        desk.settle()
        desk.picture(f"74-on-{day}")
        assert [is_drawn(desk, place) for place in places] == drawn


def is_drawn(desk: Desk, place: QgsPointXY) -> bool:
    """Return whether the map has the black of a vehicle crossing at a place."""
    from yalu_plugin.gui.map_coordinates import from_lonlat

    to_pixel = desk.canvas.getCoordinateTransform()
    spot = to_pixel.transform(from_lonlat(desk.canvas).transform(place)).toQPointF().toPoint()
    return bool(desk.canvas.grab().toImage().pixelColor(spot).lightness() < 60)
