"""The dated scenes in a drop-down list. Texts are made when they are seen: a survey may have ten thousand scenes."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, Qt
from qgis.PyQt.QtWidgets import QComboBox

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.imagery.scene_text import scene_item, scene_tooltip
from yalu_plugin.gui.plain import plain_tooltip

SCROLL_BAR = 40  # pixels, with the margins


class SceneList(QAbstractListModel):
    """The items of `box`: a scene a row, in the order they are shown in."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._box = box
        self._scenes: Sequence[Scene] = ()
        box.setModel(self)
        box.view().setUniformItemSizes(True)

    def show(self, scenes: Sequence[Scene]) -> None:
        """List these scenes instead: those at the beginning and at the end that are listed already stay as they are.

        Which one is chosen then is for the caller to say.
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
        if scenes:
            # else the list asks for every text before it opens: for its width, and for the height of each
            if not self._box.styleSheet():  # takes 20 ms, as much as all the rest
                self._box.setStyleSheet("QComboBox { combobox-popup: 0; }")
            widest = max((scene_item(scene) for scene in (scenes[0], scenes[-1])), key=len)
            self._box.view().setMinimumWidth(self._box.fontMetrics().horizontalAdvance(widest) + SCROLL_BAR)

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: D102 - Qt's own
        return 0 if parent is not None and parent.isValid() else len(self._scenes)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:  # noqa: D102 - Qt's own
        if role == Qt.ItemDataRole.DisplayRole:
            return scene_item(self._scenes[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(scene_tooltip(self._scenes[index.row()]))
        return None
