"""List models of scenes. Texts are created on demand, as a survey may have ten thousand scenes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtWidgets import QComboBox

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.imagery.scene_text import scene_days, scene_item, scene_tooltip

SAMPLE = 20  # rows whose widths set the width of the list
SCROLL_BAR = 40  # pixels, with the margins


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

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: D102 - Qt override
        return 0 if parent is not None and parent.isValid() else len(self._scenes)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:  # noqa: D102 - Qt override
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_of(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._tooltip(self._scenes[index.row()]))
        return None


class SceneList(SceneRows):
    """The items of `box`. Scenes of the same day have the names of their images in their texts."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(scene_item, scene_tooltip, box)
        self._box = box
        box.setModel(self)
        box.view().setUniformItemSizes(True)

    def text_of(self, row: int) -> str:
        """Return the text of a row, like SceneRows.text_of."""
        near = [self._scenes[place] for place in (row - 1, row + 1) if 0 <= place < len(self._scenes)]
        return scene_item(self._scenes[row], named=any(
            scene_days(one) == scene_days(self._scenes[row]) for one in near))

    def show(self, scenes: Sequence[Scene]) -> None:
        """List these scenes, like SceneRows.show, and set the width of the list."""
        super().show(scenes)
        if scenes:
            # otherwise the list requests every text before it opens, for its width and the heights of rows
            if not self._box.styleSheet():  # setting it takes 20 ms, as much as all the rest
                self._box.setStyleSheet("QComboBox { combobox-popup: 0; }")
            widest = max(map(self.text_of, (*range(len(scenes))[:SAMPLE], len(scenes) - 1)), key=len)
            self._box.view().setMinimumWidth(self._box.fontMetrics().horizontalAdvance(widest) + SCROLL_BAR)
