"""Where a table or a chart is saved: a file that is there is replaced only when asked about."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from yalu_plugin.i18n import tr


def ask_where_to_save(parent: QWidget, title: str, suggested: str, endings: Mapping[str, str]) -> Path | None:
    """The file chosen, or None. `endings` are those that a name without one gets, by the filters of the dialog.

    The dialog asks about the name as it was typed, and not about the one with the ending.
    """
    entered, chosen = QFileDialog.getSaveFileName(parent, title, suggested, ";;".join(endings))
    if not entered or Path(entered).suffix:
        return Path(entered) if entered else None
    path = Path(entered + endings.get(chosen, next(iter(endings.values()))))
    return path if not path.exists() or _may_replace(parent, title, path) else None


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    box = QMessageBox(QMessageBox.Icon.Question, title, tr("{path} is there already.").format(path=path), parent=parent)
    box.setObjectName("yalu_replace_file")
    box.setTextFormat(Qt.TextFormat.PlainText)
    replace = box.addButton(tr("Replace it"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is replace
