"""An evening's work in a real QGIS: a copy of the survey's single file has all changes at any time while it is open."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from typing import Any

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog
from qgis.utils import plugins

from tests.broken_files import file_lock
from tools.desk import Desk

NAME = "yalu_plugin"
WAL = "qgis/walForSqlite3"


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with a published survey."""
    desk.new_survey(tmp_path_factory.mktemp("one") / "one.gpkg")
    desk.zoom_to(127.605, 41.45, 30000)
    return desk


def bench() -> Any:
    return plugins[NAME].workbench


def counts_in_copy() -> tuple[int, int]:
    """Return the numbers of sites and record entries in a copy of the single file by another program."""
    path = bench().session.survey.path
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    copy = path.parent.parent / "copy.gpkg"
    subprocess.run(["cp", str(path), str(copy)], check=True)
    with closing(sqlite3.connect(copy)) as database:
        counts = [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("sites", "audit")]
    copy.unlink()
    return counts[0], counts[1]


def click_crossing(desk: Desk, lon: float) -> None:
    if not desk.find_action("yalu_add_crossing").isChecked():
        desk.find_action("yalu_add_crossing").trigger()
    desk.click_map(lon, 41.45)


def test_every_click_is_in_the_one_file_with_table_and_edit_mode_open(desk: Desk, iface: QgisInterface) -> None:
    setting = QgsSettings().value(WAL)
    layer = bench().sites.layer()
    iface.setActiveLayer(layer)
    layer.startEditing()
    table = iface.showAttributeTable(layer)
    assert isinstance(table, QDialog)
    QTest.qWait(500)
    sites, entries = counts_in_copy()
    for number in range(1, 4):
        click_crossing(desk, 127.6 + number * 0.003)
        assert counts_in_copy() == (sites + number, entries + number)
    desk.find_action("yalu_add_crossing").trigger()
    iface.mapCanvas().refreshAllLayers()  # F5
    desk.settle()
    desk.find_action("yalu_undo").trigger()
    assert counts_in_copy() == (sites + 2, entries + 4)
    feature = QgsFeature(layer.fields())
    feature["id"] = "by QGIS"
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.65, 41.45)))
    layer.addFeature(feature)
    desk.find_action("mActionSaveLayerEdits").trigger()
    assert counts_in_copy()[0] == sites + 3
    assert layer.isEditable() and QgsSettings().value(WAL) == setting
    table.close()


def test_undo_and_redo_prevented_by_a_lock_work_when_tried_again(desk: Desk, iface: QgisInterface) -> None:
    bench().sites.layer().rollBack()
    iface.setActiveLayer(bench().river.survey_line())  # it makes no difference which layer is active
    desk.clear_messages()
    history, path = bench().history, bench().session.survey.path
    click_crossing(desk, 127.6005)
    desk.find_action("yalu_add_crossing").trigger()
    sites, _ = counts_in_copy()
    count = len(history.done)
    with file_lock(path):
        desk.find_action("yalu_undo").trigger()
        desk.wait(lambda: any("in use by another program" in text for text in desk.messages()), "the reason")
        assert len(history.done) == count and desk.find_action("yalu_undo").isEnabled()
    desk.picture("undo-refused")
    desk.find_action("yalu_undo").trigger()
    assert counts_in_copy()[0] == sites - 1 and len(history.done) == count - 1
    with file_lock(path):
        desk.find_action("yalu_redo").trigger()
        assert len(history.done) == count - 1 and desk.find_action("yalu_redo").isEnabled()
    desk.iface.mapCanvas().setFocus()
    desk.press("Ctrl+Shift+Z")
    desk.wait(lambda: len(history.done) == count, "the redo")
    assert counts_in_copy()[0] == sites
    desk.iface.mapCanvas().setFocus()
    desk.press("Ctrl+Z")
    desk.wait(lambda: counts_in_copy()[0] == sites - 1, "the undo by key")
