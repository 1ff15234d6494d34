"""A name without a suffix gets one, and the user is asked before that file would be replaced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")

KINDS = {"SVG (*.svg)": ".svg", "PNG (*.png)": ".png"}


@pytest.fixture
def typed(window: Any, tmp_path: Path, monkeypatch: Any) -> Any:
    """A function that types a name into the file dialog; returns the path and the questions asked."""
    from qgis.PyQt.QtCore import Qt, QTimer
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox

    from yalu_plugin.gui.save_file import ask_where_to_save

    def enter(name: str, kind: str = "", answer: str = "Keep it") -> tuple[Path | None, list[str]]:
        asked: list[str] = []

        def press() -> None:
            box = window.findChild(QMessageBox, "yalu_replace_file")
            if box is not None and not asked:
                asked.append(box.text())
                (button,) = [one for one in box.buttons() if one.text() == answer]
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)

        timer = QTimer()
        timer.timeout.connect(press)
        timer.start(5)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name and str(tmp_path / name), kind))
        return ask_where_to_save(window, "Save", "strip.svg", KINDS), asked
    return enter


def test_the_suffix_is_that_of_the_filter(typed: Any, tmp_path: Path) -> None:
    assert typed("strip") == (tmp_path / "strip.svg", [])
    assert typed("strip", "PNG (*.png)") == (tmp_path / "strip.png", [])
    assert typed("") == (None, [])


def test_only_a_name_with_an_added_suffix_is_asked_about(typed: Any, tmp_path: Path) -> None:
    (tmp_path / "strip.png").write_text("precious")
    question = [f"{tmp_path / 'strip.png'} already exists."]
    assert typed("strip.png") == (tmp_path / "strip.png", [])  # the dialog asked
    assert typed("strip", "SVG (*.svg)") == (tmp_path / "strip.svg", [])
    assert typed("strip", "PNG (*.png)") == (None, question)
    assert typed("strip", "PNG (*.png)", "Replace it") == (tmp_path / "strip.png", question)
