"""The card of a site in a real QGIS: it fits a small screen, and mends an observation by keys; Ctrl+Z takes it back."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QLineEdit, QTableView, QTreeWidget
from qgis.utils import plugins

from tools.desk import Desk

NAME = "yalu_plugin"
SMALL = 1366, 768  # pixels of the screen that everything has to fit
PHUNGYANG = "Phungyang fording site"


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A pair of hands with a survey of its own, and one site selected that was seen twice."""
    desk.new_survey(tmp_path_factory.mktemp("card") / "card.gpkg")
    bench = plugins[NAME].workbench
    site = next(row["id"] for row in bench.session.survey.rows("sites") if row["name"] == PHUNGYANG)
    bench.session.change("test", {"observations": [
        {"id": day, "site_id": site, "state": state, "seen_from": day, "seen_to": day, "note": "two lanes"}
        for state, day in (("absent", "2024-04-11"), ("present", "2024-06-03"))]})
    bench.sites.select([site])
    desk.clear_messages()
    return desk


def seen(day: str) -> Any:
    return next(iter(plugins[NAME].workbench.session.survey.rows("observations", id=day)), None)


def test_1_the_card_fits_a_small_screen(desk: Desk) -> None:
    desk.press("Alt+Shift+I")
    card = desk.find("yalu_site_dialog", QDialog)
    assert card.isVisible()
    for page in (card.observations, card.fields, card.record):
        card.pages.setCurrentWidget(page)
        desk.picture(f"70-card-{card.pages.currentIndex()}")
        assert card.width() <= SMALL[0] and card.height() <= SMALL[1]
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
        why = dialog.findChild(QLineEdit, "yalu_correct_why")
        why.setFocus()
        QTest.keyClicks(why, "the ramp is gone")
        QTest.keyClick(why, Qt.Key.Key_Return)

    desk.with_dialog(lambda: desk.find_action("yalu_correct_observation").trigger(), answer)
    desk.settle()
    assert seen("2024-04-11")["state"] == "washed_out" and seen("2024-06-03")["state"] == "present"
    assert desk.said() == []


def test_3_a_note_by_m_and_both_undone(desk: Desk) -> None:
    desk.find("yalu_site_dialog", QDialog).close()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow, "the window to be active")
    desk.find("yalu_sites", QTableView).setFocus()

    def answer(dialog: QDialog) -> None:
        line = dialog.findChild(QLineEdit, "yalu_note")
        assert line.text() == "two lanes"
        QTest.keyClicks(line, "one lane")  # what was there is selected
        QTest.keyClick(line, Qt.Key.Key_Return)

    desk.with_dialog(lambda: desk.press("M"), answer)
    assert seen("2024-06-03")["note"] == "one lane"
    desk.wait(desk.window.isActiveWindow, "the window to be active")
    desk.undo()
    desk.undo()
    assert (seen("2024-06-03")["note"], seen("2024-04-11")["state"]) == ("two lanes", "absent")
