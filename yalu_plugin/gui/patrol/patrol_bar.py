"""The bar of a patrol in two rows: its place, what was searched, and what the keys do."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from yalu_plugin.gui.labels import ElidedLabel, plain_label
from yalu_plugin.gui.patrol.patrol_texts import covered_text, early_keys_text, hints, place_text, searched_text
from yalu_plugin.workbench import Workbench

UNCUT_HINTS = 2  # the first hints are never elided: the keys that record


class PatrolBar(QWidget):
    """Shows the workbench's patrol and its buttons; hidden without a patrol.

    `early` is the number of keys that were pressed before the map was drawn. Changes are announced to screen readers
    as its accessible name.
    """

    def __init__(self, workbench: Workbench, buttons: list[QToolButton]) -> None:
        super().__init__()
        self.setObjectName("yalu_patrol_bar")
        self._workbench, self.early = workbench, 0
        self._place = plain_label(name="yalu_patrol_place")
        self._searched = ElidedLabel("yalu_patrol_searched", bold=False)
        self._hints = ElidedLabel("yalu_patrol_hints", bold=False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (*buttons, self._place):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self._hints, 1)
        rows.addLayout(row)
        rows.addWidget(self._searched)
        workbench.imagery.day_changed.connect(self.show_patrol)

    def show_patrol(self) -> None:
        """Update all texts."""
        patrol = self._workbench.patrol
        self.setVisible(patrol.running)
        if not patrol.running:
            return
        self._place.setText(place_text(patrol))
        self._searched.show_text(searched_text(self._workbench), covered_text(patrol))
        keys = hints(self._workbench)
        uncut = " · ".join(keys.split(" · ")[:UNCUT_HINTS])
        self._hints.show_text(early_keys_text(self.early) or keys, keys, prefix=uncut)
        self.setAccessibleName(f"{self._place.text()}. {self._searched.text()}")
