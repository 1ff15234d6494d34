"""The list of 43 sites on a laptop's screen, by mouse and keys: filter, group, fold, help."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMenu, QTableView, QTextBrowser, QToolButton
from qgis.utils import plugins

from tools.desk import Desk

NAME = "yalu_plugin"
LAPTOP = 1366, 768 - 25  # without the title of the window
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
LIST_SETTINGS = ("list_columns", "list_group")


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A `Desk` with the published sites and 37 SYNTHETIC ones, every third of these without a name."""
    before = desk.window.size()
    desk.new_survey(tmp_path_factory.mktemp("list") / "survey.gpkg")
    generator, bench = random.Random(3), plugins[NAME].workbench
    bench.session.change("add", {"sites": [{
        "id": f"s{n}", "name": f"SYNTHETIC ford {n}" if n % 3 else None, "at_fence_gate": "no",
        "kind": "vehicle_ford" if n % 5 else "barge_dock", "confidence": "possible",
        "created_at": "2026-01-01T00:00:00Z", "geom": f"POINT ({127.3 + generator.random()} 41.43)"}
        for n in range(37)]})
    desk.clear_messages()
    desk.window.showNormal()
    desk.window.resize(*LAPTOP)
    desk.settle()
    yield desk
    desk.window.resize(before)
    for key in LIST_SETTINGS:
        QgsSettings().remove(f"plugins/{NAME}/{key}")


def view(desk: Desk) -> QTableView:
    return desk.find("yalu_sites", QTableView)


def names(desk: Desk) -> list[str]:
    model = view(desk).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def select_in_menu(desk: Desk, button: str, text: str) -> None:
    """Open the menu of a button with the mouse, and click its last item with this text."""
    def work() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = [one for one in menu.actions() if one.text() == text][-1]
        QTest.mouseClick(menu, LEFT, PLAIN, menu.actionGeometry(action).center())

    QTimer.singleShot(200, work)
    desk.click(desk.find(f"yalu_{button}", QToolButton))
    QTest.qWait(300)


def test_names_are_readable_and_nothing_scrolls_horizontally(desk: Desk) -> None:
    table = view(desk)
    metrics = table.fontMetrics()
    assert table.horizontalScrollBar().maximum() == 0
    name_width = table.columnWidth(0) - 30  # next to the symbol
    assert metrics.horizontalAdvance("SYNTHETIC ford") < name_width
    assert "Vehicle crossing #8" in names(desk) or "Barge crossing #7" in names(desk)
    widths = [table.columnWidth(column) for column in range(8)]
    table.scrollToBottom()
    assert [table.columnWidth(column) for column in range(8)] == widths
    desk.picture("list-43")


def test_filter_group_and_fold(desk: Desk) -> None:
    select_in_menu(desk, "filter_sites", "Barge crossing")
    assert desk.find("yalu_located", QLabel).text().startswith(
        "9 of 43 shown; 4 of 43 published located; 37 of your own; ")
    select_in_menu(desk, "list_options", "County")
    desk.picture("list-grouped")
    table, groups = view(desk), [name for name in names(desk) if name.endswith(")")]
    assert len(groups) > 1 and len(names(desk)) == 9 + len(groups)
    place = table.visualRect(table.model().index(0, 0)).center() + QPoint(40, 0)
    QTest.mouseClick(table.viewport(), LEFT, PLAIN, place)
    assert len(names(desk)) < 9 + len(groups) and desk.find("yalu_located", QLabel).text().startswith("9 of 43 ")
    desk.click(desk.find("yalu_chip_kind_barge_dock", QToolButton))
    select_in_menu(desk, "list_options", "No groups")
    assert len(names(desk)) == 43


def test_f1_is_the_page_about_the_list(desk: Desk) -> None:
    view(desk).setFocus()
    QTest.keyClick(view(desk), Qt.Key.Key_F1)
    page: Any = desk.find("yalu_guide", QTextBrowser)
    assert page.isVisible() and page.toPlainText().startswith("Crossings")
    desk.picture("list-help")
    page.window().close()
