"""The dated scenes in a drop-down list."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QComboBox

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.imagery.scene_rows import SceneRows
from yalu_plugin.gui.imagery.scene_text import scene_days, scene_item, scene_tooltip

SAMPLE = 20  # rows whose width the list takes
SCROLL_BAR = 40  # pixels, with the margins


class SceneList(SceneRows):
    """The items of `box`. Scenes of one day carry the names of their images."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(scene_item, scene_tooltip, box)
        self._box = box
        box.setModel(self)
        box.view().setUniformItemSizes(True)

    def text_of(self, row: int) -> str:
        """As SceneRows.text_of."""
        near = [self._scenes[place] for place in (row - 1, row + 1) if 0 <= place < len(self._scenes)]
        return scene_item(self._scenes[row], named=any(
            scene_days(one) == scene_days(self._scenes[row]) for one in near))

    def show(self, scenes: Sequence[Scene]) -> None:
        """As SceneRows.show."""
        super().show(scenes)
        if scenes:
            # else the list asks for every text before it opens: for its width, and for the height of each
            if not self._box.styleSheet():  # takes 20 ms, as much as all the rest
                self._box.setStyleSheet("QComboBox { combobox-popup: 0; }")
            widest = max(map(self.text_of, (*range(len(scenes))[:SAMPLE], len(scenes) - 1)), key=len)
            self._box.view().setMinimumWidth(self._box.fontMetrics().horizontalAdvance(widest) + SCROLL_BAR)
