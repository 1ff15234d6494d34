"""Changes made outside the plugin are listed with both values, and adopted with a name and a reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from osgeo import gdal
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLineEdit, QPushButton, QTreeWidget


@pytest.fixture
def dialog(bench: Any, messages: Any, window: Any) -> Any:
    from yalu_plugin.gui.record.adopt_dialog import AdoptDialog

    dataset = gdal.OpenEx(str(bench.session.survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL("UPDATE sites SET name = '<b>other</b>' WHERE fid = 1")
    dataset.ExecuteSQL("DELETE FROM sites WHERE fid = 2")
    del dataset
    bench.session.refresh()
    return AdoptDialog(bench, messages, window)


def items(dialog: Any) -> list[Any]:
    found = dialog.findChild(QTreeWidget, "yalu_adopt_list")
    return [found.topLevelItem(row) for row in range(found.topLevelItemCount())]


def test_they_are_listed_with_both_values(dialog: Any, bench: Any) -> None:
    renamed, deleted = items(dialog)
    assert renamed.text(3) == "<b>other</b>" and renamed.text(4).endswith("→ <b>other</b>")
    assert (deleted.text(2), deleted.text(4)) == ("sites", "Deleted")
    assert dialog.count == 2


def test_those_ticked_are_adopted_once_a_reason_is_given(dialog: Any, bench: Any, bar_texts: Any) -> None:
    from yalu_plugin.layers.survey.analyst import analyst
    from yalu_plugin.layers.survey.record_entries import adoptable_entries

    button = dialog.findChild(QPushButton, "yalu_adopt")
    assert not button.isEnabled()
    dialog.findChild(QLineEdit, "yalu_adopt_reason").setText("checked on imagery")
    items(dialog)[1].setCheckState(0, Qt.CheckState.Unchecked)
    button.click()
    entry = bench.session.survey.rows("audit", origin="adoption")[0]
    assert json.loads(entry["after"]) == {"who": analyst(), "reason": "checked on imagery"}
    assert [one.action for one in adoptable_entries(bench.session.survey)] == ["delete"]
    assert bar_texts() == ["Changes adopted: 1"]
    assert len(bench.session.facts.rows("sites")) == 5  # and the window still works


def test_in_the_menu_there_is_nothing_to_adopt_at_first(bench: Any, messages: Any, actions: Any, window: Any,
                                                        bar_texts: Any) -> None:
    from yalu_plugin.gui.crossings.survey_files import SurveyFiles

    SurveyFiles(bench, messages, actions, window, list).adopt.trigger()
    assert bar_texts() == ["There are no changes made outside the plugin to adopt."]
