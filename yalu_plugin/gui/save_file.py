"""The dialog that selects the file for a table or a chart, and asks before it replaces one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from yalu_plugin.i18n import tr


def ask_where_to_save(parent: QWidget, title: str, suggested: str, suffixes: Mapping[str, str]) -> Path | None:
    """Return the selected file, or None. `suffixes` maps the dialog's filters to the suffix for a name without one.

    The dialog itself asks about replacing the name as typed, but not about the name with the suffix added.
    """
    entered, selected_filter = QFileDialog.getSaveFileName(parent, title, suggested, ";;".join(suffixes))
    if not entered or Path(entered).suffix:
        return Path(entered) if entered else None
    path = Path(entered + suffixes.get(selected_filter, next(iter(suffixes.values()))))
    return path if not path.exists() or may_replace(parent, title, path) else None


def may_replace(parent: QWidget, title: str, path: Path) -> bool:
    """Ask whether an existing file may be replaced."""
    box = QMessageBox(QMessageBox.Icon.Question, title, tr("{path} already exists.").format(path=path), parent=parent)
    box.setObjectName("yalu_replace_file")
    box.setTextFormat(Qt.TextFormat.PlainText)
    replace = box.addButton(tr("Replace it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is replace
