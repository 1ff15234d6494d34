"""The window processes events while site sheets are written, whose maps draw copies of layers.

The heartbeat of the window, a timer of the main thread, must tick before each page, so that no two pages are written
without processing events, and a Cancel takes effect before the next one. The copies: layers/layouts/styled_copies.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsLayoutItemMap, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLineEdit,
    QProgressDialog,
    QPushButton,
    QToolButton,
    QWidget,
)
from qgis.utils import plugins

from tools.desk import Desk
from tools.synthetic_survey import build_survey

NAME, SITES = "yalu_plugin", 12


@pytest.fixture(scope="module")
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A `Desk` with a survey of a dozen SYNTHETIC sites."""
    path = tmp_path_factory.mktemp("pages") / "pages.gpkg"
    build_survey(path, SITES, 2 * SITES)
    plugins[NAME].workbench.open_survey(path)
    desk.settle()
    return desk


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[int, bool]]]:
    """For each page written: the number of heartbeats before, and whether its maps draw copies of layers."""
    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    beats, heart, found, original_next = [0], QTimer(), [], PageIterator.next

    def beat() -> None:
        beats[0] += 1

    def recording_next(iterator: Any) -> bool:
        has_page = original_next(iterator)
        if has_page:
            maps = [item for item in iterator.layout().items() if isinstance(item, QgsLayoutItemMap)]
            copies = not any(item.layerStyleOverrides() for item in maps)
            found.append((beats[0], copies))
        return bool(has_page)

    heart.timeout.connect(beat)
    heart.start(1)
    monkeypatch.setattr(PageIterator, "next", recording_next)
    yield found
    heart.stop()
    QgsSettings().remove("plugins/yalu_plugin/export_document")


def write_sheets(desk: Desk, path: Path, meanwhile: Callable[[QDialog], None] = lambda _: None) -> bool:
    """Export the sheets of all sites as a PDF in the dialog; returns whether the dialog accepted them."""
    accepted: list[bool] = []

    def work(dialog: QDialog) -> None:
        kinds = desk.find("yalu_export_document", QComboBox, dialog)
        kinds.setCurrentIndex(kinds.findText("Site sheets"))
        desk.find("yalu_export_output", QWidget, dialog).findChild(QLineEdit).setText(str(path))
        meanwhile(dialog)
        desk.click(desk.find("yalu_export_export", QAbstractButton, dialog))
        accepted.append(dialog.result() == QDialog.DialogCode.Accepted)
        if dialog.isVisible():
            dialog.reject()

    button = next(one for one in desk.window.findChildren(QToolButton)
                  if one.defaultAction() and one.defaultAction().objectName() == "yalu_overview_map")
    desk.with_dialog(lambda: desk.click(button), work)
    return accepted[0]


def test_events_are_processed_between_any_two_sheets(
        desk: Desk, pages: list[tuple[int, bool]], tmp_path: Path) -> None:
    assert write_sheets(desk, tmp_path / "sheets.pdf")
    assert (tmp_path / "sheets.pdf").is_file()
    beats, copies = zip(*pages[-SITES:])
    assert len(pages) >= SITES and all(copies)
    assert all(before < after for before, after in zip(beats, beats[1:]))


def test_a_cancel_takes_effect_before_the_next_sheet(
        desk: Desk, pages: list[tuple[int, bool]], tmp_path: Path) -> None:
    pressed, watch = [], QTimer()

    def meanwhile(dialog: QDialog) -> None:
        def press() -> None:
            for bar in dialog.findChildren(QProgressDialog):
                if len(pages) >= 3 and bar.isVisible():
                    pressed.append(len(pages))
                    watch.stop()
                    bar.findChild(QPushButton).click()

        watch.timeout.connect(press)
        watch.start(1)

    assert not write_sheets(desk, tmp_path / "sheets.pdf", meanwhile)
    assert len(pressed) == 1 and len(pages) <= pressed[0] + 1 < SITES
    assert list(tmp_path.iterdir()) == []
