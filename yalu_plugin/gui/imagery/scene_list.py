"""The dated scenes in a drop-down list."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QComboBox

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.imagery.scene_rows import SceneRows
from yalu_plugin.gui.imagery.scene_text import scene_item, scene_tooltip

SCROLL_BAR = 40  # pixels, with the margins


class SceneList(SceneRows):
    """The items of `box`."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(scene_item, scene_tooltip, box)
        self._box = box
        box.setModel(self)
        box.view().setUniformItemSizes(True)

    def show(self, scenes: Sequence[Scene]) -> None:
        """As SceneRows.show."""
        super().show(scenes)
        if scenes:
            # else the list asks for every text before it opens: for its width, and for the height of each
            if not self._box.styleSheet():  # takes 20 ms, as much as all the rest
                self._box.setStyleSheet("QComboBox { combobox-popup: 0; }")
            widest = max((scene_item(scene) for scene in (scenes[0], scenes[-1])), key=len)
            self._box.view().setMinimumWidth(self._box.fontMetrics().horizontalAdvance(widest) + SCROLL_BAR)
