"""The model of a drop-down list of dated scenes."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QComboBox

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.imagery.scene_rows import SceneRows
from yalu_plugin.gui.imagery.scene_text import scene_days, scene_item, scene_tooltip

SAMPLE = 20  # rows whose widths set the width of the list
SCROLL_BAR = 40  # pixels, with the margins


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
