"""The list model of scenes, with texts created on demand, as a survey may have ten thousand scenes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.plain import plain_tooltip


class SceneRows(QAbstractListModel):
    """One scene per row, in the given order; `text` and `tooltip` return the texts of a scene."""

    def __init__(self, text: Callable[[Scene], str], tooltip: Callable[[Scene], str], parent: QObject) -> None:
        super().__init__(parent)
        self._text, self._tooltip = text, tooltip
        self._scenes: Sequence[Scene] = ()

    def show(self, scenes: Sequence[Scene]) -> None:
        """Replace the listed scenes; rows at the start and the end that do not change are kept.

        The caller sets the selection afterwards.
        """
        before, fewer = self._scenes, min(len(self._scenes), len(scenes))
        head = next((row for row in range(fewer) if before[row] is not scenes[row]), fewer)
        tail = next((row for row in range(fewer - head) if before[-1 - row] is not scenes[-1 - row]), fewer - head)
        if head < len(before) - tail:
            self.beginRemoveRows(QModelIndex(), head, len(before) - tail - 1)
            self._scenes = (*before[:head], *before[len(before) - tail:])
            self.endRemoveRows()
        if head < len(scenes) - tail:
            self.beginInsertRows(QModelIndex(), head, len(scenes) - tail - 1)
            self._scenes = scenes
            self.endInsertRows()

    def text_of(self, row: int) -> str:
        """Return the text of a row."""
        return self._text(self._scenes[row])

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: D102 - Qt's own
        return 0 if parent is not None and parent.isValid() else len(self._scenes)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:  # noqa: D102 - Qt's own
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tooltip(self._scenes[index.row()]))
        return None
