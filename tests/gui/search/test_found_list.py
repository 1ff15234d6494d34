"""The search box of the Crossings panel: one box for the list and for everything else."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.PyQt.QtWidgets import QLineEdit, QListWidget


@pytest.fixture
def dock(bench: Any, messages: Any, actions: Any, window: Any, wait_for: Any, yalu_in_view: None) -> Any:
    from qgis.PyQt.QtCore import Qt

    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock

    panel = CrossingsDock(bench, messages, actions, window.canvas, window)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
    wait_for(lambda: bench.river_places.line is not None)
    return panel


@pytest.fixture
def box(dock: Any) -> QLineEdit:
    return dock.findChild(QLineEdit, "yalu_find")


@pytest.fixture
def found(dock: Any) -> QListWidget:
    return dock.findChild(QListWidget, "yalu_found")


def rows(found: QListWidget) -> list[str]:
    return [found.item(row).text() for row in range(found.count())]


def names(dock: Any) -> list[str]:
    model = dock.sites.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_sites_are_in_the_list_and_the_rest_below_the_box(
        dock: Any, box: QLineEdit, found: QListWidget, qt: Any, wait_for: Any) -> None:
    assert found.isHidden()
    qt.QTest.keyClicks(box, "phungyang")
    wait_for(lambda: not found.isHidden())
    assert names(dock) == ["Phungyang fording site"]
    assert rows(found) == ["Phungyang  ·  place · Phungyang fording site"]
    box.clear()
    assert found.isHidden() and len(names(dock)) == 6


SPELLINGS = (
    ("혜산", ["Hyesan sandbar ford"]), ("惠山", ["Hyesan sandbar ford"]), ("sand-bar", ["Hyesan sandbar ford"]),
    ("huchang", ["River barge crossing site, Kimhyongjik"]), ("Hyesan City", ["Hyesan sandbar ford"]),
    ("Wŏnsan", ["Wonsan filling station"]), ("샘", []))


def test_the_list_is_filtered_by_any_spelling(dock: Any, box: QLineEdit) -> None:
    for typed, listed in SPELLINGS:
        box.setText(typed)
        assert names(dock) == listed


@pytest.mark.parametrize("typed", ["km 58.7", "2025-07-30", "41.41, 128.19"])
def test_what_is_no_text_of_a_site_leaves_the_list(
        dock: Any, box: QLineEdit, found: QListWidget, wait_for: Any, typed: str) -> None:
    box.setText(typed)
    wait_for(lambda: not found.isHidden())
    wait_for(lambda: len(names(dock)) == 6)
    box.setText("sandbar")
    wait_for(lambda: names(dock) == ["Hyesan sandbar ford"])


def test_return_goes_to_the_best(
        dock: Any, box: QLineEdit, qt: Any, window: Any, wait_for: Any, bench: Any) -> None:
    from yalu_plugin.gui.map_coordinates import lonlat_at

    box.setText("km 58.69")
    qt.key(box, qt.Qt.Key.Key_Return)  # before the search is done
    wait_for(lambda: window.canvas.scale() <= 26_000)
    middle = lonlat_at(window.canvas, window.canvas.center())
    assert (middle.x(), middle.y()) == pytest.approx((127.885, 41.431), abs=0.002)
    box.setText("phungyang fording site")
    qt.key(box, qt.Qt.Key.Key_Return)
    wait_for(bench.sites.selected)
    assert bench.session.facts.row("sites", bench.sites.selected()[0])["name"] == "Phungyang fording site"


def test_a_site_with_a_slip_is_shown_before_return_goes_there(
        dock: Any, box: QLineEdit, found: QListWidget, qt: Any, wait_for: Any, bench: Any, qgis_app: Any) -> None:
    box.setText("hyesan sanbdar")
    wait_for(lambda: not found.isHidden())
    assert names(dock) == [] and rows(found)[0].startswith("Hyesan sandbar ford  ·  Vehicle crossing · km ")
    dock.window().activateWindow()
    qt.key(box, qt.Qt.Key.Key_Return)
    assert bench.sites.selected() == [] and qgis_app.focusWidget() is found and found.currentRow() == 0
    qt.key(found, qt.Qt.Key.Key_Return)
    wait_for(bench.sites.selected)
    assert bench.session.facts.row("sites", bench.sites.selected()[0])["name"] == "Hyesan sandbar ford"


def test_a_site_that_a_chip_hides_is_below_the_box(dock: Any, box: QLineEdit, found: QListWidget) -> None:
    box.setText("sandbar")
    assert names(dock) == ["Hyesan sandbar ford"] and not [one for one in rows(found) if "sandbar" in one]
    dock._filter._toggle(("kind", "barge_dock"))
    assert names(dock) == [] and [one for one in rows(found) if one.startswith("Hyesan sandbar ford")]
    dock._filter._toggle(("kind", "barge_dock"))
    assert names(dock) == ["Hyesan sandbar ford"] and not [one for one in rows(found) if "sandbar" in one]


def test_return_without_a_result_does_nothing(dock: Any, box: QLineEdit, qt: Any, wait_for: Any, window: Any) -> None:
    before = window.canvas.center()
    box.setText("xyzzyx")
    qt.key(box, qt.Qt.Key.Key_Return)
    wait_for(lambda: dock.findChild(QListWidget, "yalu_found")._task is None)
    assert window.canvas.center() == before


def test_keys_through_the_results(
        dock: Any, box: QLineEdit, found: QListWidget, qt: Any, wait_for: Any, window: Any, qgis_app: Any) -> None:
    key, codes = qt.key, qt.Qt.Key
    window.activateWindow()
    box.setText("41.5, 127.3")
    wait_for(lambda: not found.isHidden())
    box.setFocus()
    key(box, codes.Key_Down)  # no site has it
    assert qgis_app.focusWidget() is found and found.currentRow() == 0
    key(found, codes.Key_Up)
    assert qgis_app.focusWidget() is box
    key(box, codes.Key_Down)
    key(found, codes.Key_Return)
    wait_for(lambda: window.canvas.scale() <= 26_000)
    box.setText("hyesan")
    wait_for(lambda: found.count() > 1)
    key(box, codes.Key_Down)  # sites are listed: as ever, into the list
    assert qgis_app.focusWidget() is dock.sites
    found.setFocus()
    found.setCurrentRow(found.count() - 1)
    key(found, codes.Key_Down)
    assert qgis_app.focusWidget() is dock.sites


def test_a_click_goes_there(box: QLineEdit, found: QListWidget, qt: Any, wait_for: Any, bench: Any, dock: Any) -> None:
    box.setText("2025-07-30")
    wait_for(lambda: not found.isHidden())
    qt.QTest.mouseClick(found.viewport(), qt.Qt.MouseButton.LeftButton,
                        pos=found.visualItemRect(found.item(0)).center())
    assert str(bench.imagery.day) == "2025-07-30"


def test_a_later_text_replaces_an_earlier_search(box: QLineEdit, found: QListWidget, wait_for: Any) -> None:
    for text in ("Hyesan", "Samsu", "Linjiang", "Yalu"):
        box.setText(text)
    wait_for(lambda: found._task is None)
    assert rows(found)[0] == "Yalu  ·  river · OpenStreetMap"
    box.setText("Hyesan")
    box.clear()
    wait_for(lambda: found._task is None)
    assert found.isHidden() and rows(found) == []


def test_it_is_no_higher_than_a_few_rows(box: QLineEdit, found: QListWidget, wait_for: Any) -> None:
    box.setText("an")
    wait_for(lambda: found.count() > 4)
    shown = sum(found.visualItemRect(found.item(row)).height() for row in range(4))
    wait_for(lambda: found.height() == shown + 2 * found.frameWidth())


def test_a_long_text_is_wrapped(dock: Any, box: QLineEdit, found: QListWidget, wait_for: Any) -> None:
    box.setText("kimhyongjik")
    wait_for(lambda: not found.isHidden())
    for width in (260, 700):
        dock.resize(width, dock.height())
        wait_for(lambda: found.visualItemRect(found.item(0)).right() <= found.viewport().width())
        line = found.fontMetrics().lineSpacing()
        lines = found.fontMetrics().horizontalAdvance(rows(found)[0]) / found.viewport().width()
        assert found.visualItemRect(found.item(0)).height() >= line * max(1, lines)
        wait_for(lambda: found.height() == sum(found.visualItemRect(found.item(row)).height()
                                               for row in range(min(4, found.count()))) + 2 * found.frameWidth())
