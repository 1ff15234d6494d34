"""The check of Qt names against PyQt6 finds what Qt 6 does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("PyQt6")

from tools.check_qt6 import main  # noqa: E402


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from qgis.PyQt.QtCore import Qt\nQt.ItemDataRole.UserRole + 1\n", []),
        ("from qgis.PyQt.QtWidgets import QAction, QWidget\nQWidget.show\n", []),
        ("from qgis.PyQt import sip\nsip.isdeleted\n", []),
        ("from qgis.PyQt.QtCore import Qt\n\nQt.AlignLeft\n", ["3: Qt.AlignLeft"]),
        ("from qgis.PyQt.QtCore import Qt\ndef f() -> Qt.ItemFlags: ...\n", ["2: Qt.ItemFlags"]),
        ("from qgis.PyQt.QtCore import QRegExp\n", ["1: qgis.PyQt.QtCore.QRegExp"]),
        ("from qgis.PyQt.QtGui import QFont as F\nF.Weight.Bolder\n", ["2: F.Weight.Bolder"]),
    ],
)
def test_missing_names(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, expected: list[str]) -> None:
    (tmp_path / "code.py").write_text(text)
    assert main([str(tmp_path)]) == bool(expected)
    if expected:
        assert capsys.readouterr().out.splitlines() == [f"{tmp_path}/code.py:{line}" for line in expected]
