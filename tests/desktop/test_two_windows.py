"""Another program changes a value that is edited in QGIS' attribute table: both values are shown, none is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtTest import QTest
from qgis.utils import plugins

from tools.desk import Desk

NAME = "yalu_plugin"


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with a published survey."""
    desk.new_survey(tmp_path_factory.mktemp("two") / "two.gpkg")
    desk.clear_messages()
    return desk


def bench() -> Any:
    return plugins[NAME].workbench


def note() -> str:
    return str(bench().session.survey.rows("sites")[0]["note"])


def write_by_another_program(text: str) -> None:
    """Write to the file from a separate process, as a script does."""
    subprocess.run(["ogrinfo", str(bench().session.survey.path), "-sql",
                    f"UPDATE sites SET note = '{text}' WHERE fid = 1"], check=True, capture_output=True)


def edit_in_table(iface: QgisInterface, text: str) -> Any:
    """Edit the note of the first site while its attribute table is open; returns the layer."""
    layer = bench().sites.layer()
    iface.setActiveLayer(layer)
    iface.showAttributeTable(layer)
    if not layer.isEditable():
        iface.actionToggleEditing().trigger()
    assert layer.changeAttributeValue(1, layer.fields().lookupField("note"), text)
    QTest.qWait(200)
    return layer


@pytest.mark.parametrize(("label", "expected"), [("Keep mine", "mine"), ("Take theirs", "theirs")])
def test_the_question_is_shown_at_once_and_saving_waits_for_the_answer(
    desk: Desk, iface: QgisInterface, picture: Callable[[str], Path], label: str, expected: str
) -> None:
    layer = edit_in_table(iface, "mine")
    write_by_another_program("theirs")
    desk.wait(lambda: any("“theirs”" in text for text in desk.messages()), "the question")
    picture(f"conflict-{expected}")
    iface.actionSaveActiveLayerEdits().trigger()
    QTest.qWait(200)
    assert note() == "theirs" and layer.isModified()
    desk.clear_messages()  # closing the question is no answer: saving asks again
    iface.actionSaveActiveLayerEdits().trigger()
    QTest.qWait(200)
    assert note() == "theirs" and ["“theirs”" in text for text in desk.messages()] == [True]  # and no message of GDAL's
    desk.answer_message(label)
    if layer.isModified():
        iface.actionSaveActiveLayerEdits().trigger()
    QTest.qWait(200)
    assert note() == expected and not layer.isModified()
    assert QgsProject.instance().mapLayer(layer.id()) is layer
    layer.rollBack()
    write_by_another_program("as it was")
    bench().session.refresh()
    desk.clear_messages()
