"""Import of a foreign list in a real window: rows checked, a site recognised, a word confirmed, and all undone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QDialog, QLineEdit, QTableView, QTabWidget, QWidget

from tools.desk import LEFT, Desk

LIST = ("place,lat,lon,type,date,state\n"
        "SYNTHETIC ford,41.4112,128.1869,ford,2025-09-01,washed out\n"
        "SYNTHETIC black dot,41.4085,128.1012,black,2025-07-30,present\n"
        "SYNTHETIC nowhere,0,0,ford,2025-08,present\n")


@pytest.fixture
def desk(desk: Desk, tmp_path: Path) -> Desk:
    """A `Desk` with the published survey."""
    desk.new_survey(tmp_path / "survey.gpkg")
    return desk


def rows(survey: Path, statement: str) -> list[Any]:
    """Return rows of a copy of the file, as another program would read it."""
    copy = survey.with_name("copy.gpkg")
    copy.write_bytes(survey.read_bytes())
    with closing(sqlite3.connect(copy)) as database:
        return database.execute(statement).fetchall()


def test_an_outsiders_list(desk: Desk, tmp_path: Path) -> None:
    path, survey = tmp_path / "list.csv", tmp_path / "survey.gpkg"
    path.write_text(LIST, encoding="utf-8")
    before = rows(survey, "SELECT count(*) FROM sites")

    def work(dialog: QDialog) -> None:
        QTest.keyClicks(desk.find("yalu_import_file", QWidget, dialog).findChild(QLineEdit), str(path))
        table, pages = (desk.find(name, kind, dialog) for name, kind in (
            ("yalu_import_rows", QTableView), ("yalu_import_pages", QTabWidget)))
        desk.wait(lambda: table.model().rowCount() == 3, "the rows")
        statuses = [table.model().index(row, 1).data() for row in range(3)]
        assert statuses == ["Asked", "To check", "Refused"]
        desk.picture("20-import-asked")
        QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(0, 2)).center())
        desk.click(desk.find("yalu_import_same", QAbstractButton, dialog))
        desk.wait(lambda: table.model().index(0, 1).data() in ("Good", "Repaired"), "the answer")
        QTest.mouseClick(pages.tabBar(), LEFT, pos=pages.tabBar().tabRect(2).center())
        words = desk.find("yalu_import_words", QTableView, dialog)
        assert words.model().index(0, 3).data() == "Vehicle crossing ?"
        box = words.visualRect(words.model().index(0, 3))
        QTest.mouseClick(words.viewport(), LEFT, pos=QPoint(box.left() + 12, box.center().y()))
        desk.wait(lambda: table.model().index(1, 4).data() == "Vehicle crossing", "the word confirmed")
        desk.picture("21-import-words")
        write = desk.find("yalu_import_write", QAbstractButton, dialog)
        desk.wait(write.isEnabled, "the preview")
        assert write.text() == "Import 1 site, change 1"  # which gets an observation
        desk.click(write)

    desk.with_dialog(lambda: desk.click(desk.find("yalu_import_sites_button")), work)
    desk.settle()
    assert rows(survey, "SELECT count(*) FROM sites") == [(before[0][0] + 1,)]
    assert rows(survey, "SELECT kind FROM sites WHERE name = 'SYNTHETIC black dot'") == [("vehicle_ford",)]
    assert rows(survey, "SELECT s.name, o.seen_to FROM observations o JOIN sites s ON s.id = o.site_id "
                        "WHERE o.state = 'washed_out'") == [("Hyesan sandbar ford", "2025-09-01")]
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: rows(survey, "SELECT count(*) FROM sites") == before, "the import to be undone")
    assert rows(survey, "SELECT count(*) FROM observations WHERE state = 'washed_out'") == [(0,)]
