"""The card gives way to the map, names and retypes the site, and its dialogs show their whole texts."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QTreeWidget, QWidget

from tests.gui.crossings.test_edit_actions import click
from tests.gui.crossings.test_lineage_actions import panel, site, two  # noqa: F401
from tests.gui.crossings.test_observation_actions import OK, button, child, with_dialog


@pytest.fixture
def card(two: list[str], actions: Any, window: Any) -> Any:  # noqa: F811
    """The card of the first of two sites."""
    actions.by_name["site_card"].trigger()
    return window.findChild(QWidget, "yalu_site_dialog")


def test_it_gives_way_until_the_place_is_clicked(card: Any, two: list[str], bench: Any, actions: Any,  # noqa: F811
                                                 window: Any) -> None:
    tree = child(card, "yalu_observations", QTreeWidget)
    tree.topLevelItem(0).setSelected(True)
    actions.by_name["split_site"].trigger()
    assert not card.isVisible()
    click(window.canvas, QgsPointXY(127.61, 41.45))
    assert card.isVisible() and bench.session.facts.count("sites") == 6 + 2 + 1
    actions.by_name["successor_site"].trigger()
    assert not card.isVisible()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert card.isVisible()
    card.close()
    actions.by_name["successor_site"].trigger()
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_observations_have_their_actions_on_a_right_click(card: Any) -> None:
    tree = child(card, "yalu_observations", QTreeWidget)
    assert tree.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert [one.text() for one in tree.actions()] == [
        "Correct observation…", "Withdraw observation…", "Note…", "Report of a day or span…", "Split…"]


def test_name_and_kind_are_edited_in_place(card: Any, two: list[str], bench: Any) -> None:  # noqa: F811
    card.pages.setCurrentWidget(card.fields)
    name, kind = child(card, "yalu_site_name", QLineEdit), child(card, "yalu_site_kind", QComboBox)
    QTest.keyClicks(name, "North ")
    name.insert("\N{BLACK STAR} ford")  # as an input method does
    QTest.keyClick(name, Qt.Key.Key_Return)
    kind.setCurrentIndex(kind.findData("barge_dock"))
    kind.activated.emit(kind.currentIndex())
    assert (site(bench, two[0])["name"], site(bench, two[0])["kind"]) == ("North \N{BLACK STAR} ford", "barge_dock")
    assert bench.history.done[0] == "Kind: Vehicle crossing → Barge crossing (North \N{BLACK STAR} ford)"
    assert bench.history.done[1].startswith("Rename (Vehicle crossing #")
    bench.sites.select(two)
    assert not name.isEnabled() and kind.isEnabled() and kind.currentIndex() == -1
    assert "2 sites are selected. The page Site changes all of them" in child(card, "yalu_site_about").text()
    kind.setCurrentIndex(kind.findData("other"))
    kind.activated.emit(kind.currentIndex())
    assert [site(bench, one)["kind"] for one in two] == ["other", "other"]
    bench.sites.select([])
    assert kind.currentIndex() == -1 and kind.findText("None") == -1


def test_a_reason_in_a_dialog_is_shown_whole(two: list[str], bench: Any, actions: Any) -> None:  # noqa: F811
    """Also the texts that were there before it."""
    bench.editing.rename(two[0], "A long name of a ford, of which the reason is a text of several lines " * 3)

    def act(dialog: Any) -> None:
        child(dialog, "yalu_retire_day").setText("2024-01-10")
        QTest.mouseClick(button(dialog, OK), Qt.MouseButton.LeftButton)
        QTest.qWait(50)
        for name in ("yalu_retire_about", "yalu_retire_refused"):
            label = child(dialog, name, QLabel)
            assert label.isVisible() and label.height() >= label.heightForWidth(label.width()), name
        dialog.reject()

    with_dialog(actions.by_name["retire_site"].trigger, act)
    assert site(bench, two[0])["retired_on"] is None
