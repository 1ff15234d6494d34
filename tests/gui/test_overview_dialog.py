"""The overview dialog: exports by clicking, tells what is wrong, hands the layout to the designer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")

from qgis.gui import QgsFileWidget, QgsMessageBar  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtGui import QImage  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QPushButton  # noqa: E402


@pytest.fixture
def opened() -> list[Any]:
    """Layouts given to the designer."""
    return []


@pytest.fixture
def dialog(bench, messages, window, opened) -> Any:
    from yalu_plugin.gui.overview_dialog import OverviewDialog
    from yalu_plugin.settings import EXPORT_FOLDER, OVERVIEW_TEMPLATE

    EXPORT_FOLDER.set("")
    OVERVIEW_TEMPLATE.set("")
    dialog = OverviewDialog(bench, messages, opened.append, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    return dialog


def field(dialog: Any, name: str) -> Any:
    kinds = {"title": QLineEdit, "format": QComboBox, "export": QPushButton, "design": QPushButton}
    return dialog.findChild(kinds.get(name, QgsFileWidget), f"yalu_overview_{name}")


def press(dialog: Any, name: str) -> None:
    QTest.mouseClick(field(dialog, name), Qt.MouseButton.LeftButton)


def error(dialog: Any) -> str:
    item = dialog.findChild(QgsMessageBar).currentItem()
    return item.text() if item else ""


def test_export_writes_the_format_chosen_and_remembers_the_folder(dialog, bar, tmp_path: Path) -> None:
    from yalu_plugin.settings import EXPORT_FOLDER

    field(dialog, "output").setFilePath(str(tmp_path / "map.pdf"))
    field(dialog, "format").setCurrentIndex(field(dialog, "format").findData("png"))
    assert field(dialog, "output").filePath() == str(tmp_path / "map.png")
    press(dialog, "export")
    assert error(dialog) == ""
    assert QImage(str(tmp_path / "map.png")).width() > 1000
    assert bar.currentItem().text() == f"Overview map written to {tmp_path / 'map.png'}"
    assert EXPORT_FOLDER.get() == str(tmp_path)
    assert not dialog.isVisible()


def test_the_format_follows_the_file_and_the_title_is_on_the_map(dialog, tmp_path: Path) -> None:
    field(dialog, "title").setText("Crossings for the minister")
    field(dialog, "output").setFilePath(str(tmp_path / "map.svg"))
    assert field(dialog, "format").currentData() == "svg"
    press(dialog, "export")
    assert "Crossings for the minister" in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_what_is_wrong_is_told_in_the_dialog(dialog, tmp_path: Path) -> None:
    field(dialog, "output").setFilePath("")
    press(dialog, "export")
    assert error(dialog) == "No file is chosen. Choose where to write the map."
    field(dialog, "output").setFilePath(str(tmp_path / "nowhere" / "map.pdf"))
    press(dialog, "export")
    assert "was not written to" in error(dialog)
    (tmp_path / "bad.qpt").write_text("no template")
    field(dialog, "template").setFilePath(str(tmp_path / "bad.qpt"))
    press(dialog, "design")
    assert "is not a layout template" in error(dialog)
    assert dialog.isVisible()


def test_the_designer_gets_a_layout_that_the_project_keeps(dialog, bench, opened, tmp_path: Path) -> None:
    field(dialog, "title").setText("Draft")
    press(dialog, "design")
    dialog.show()
    press(dialog, "design")
    names = [layout.name() for layout in opened]
    assert len(set(names)) == 2
    assert [bench.project.layoutManager().layoutByName(name) for name in names] == opened
    assert opened[0].itemById("title").text() == "Draft"


def test_the_day_on_screen_is_named(bench, messages, window) -> None:
    from yalu_plugin.gui.overview_dialog import OverviewDialog

    bench.imagery.show_day(date(2025, 7, 30))
    dialog = OverviewDialog(bench, messages, print, window)
    assert dialog._day.text() == "2025-07-30, the day on screen (UTC)"
