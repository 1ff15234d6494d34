"""The row of the Imagery panel that sets which scenes are skipped, and shows how many are and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.gui import QgsMapCanvas, QgsSpinBox
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from yalu_plugin.core.imagery.scene_filter import CLOUDY, EMPTY, NO_CLOUD_LIMIT, OUTSIDE_VIEW, SceneFilter
from yalu_plugin.gui.labels import ElidedLabel, plain_label
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.footprint import view_box
from yalu_plugin.settings import COVERS_VIEW, MAX_CLOUD, SKIP_EMPTY
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.imagery.empty_scenes import EmptyScenes


class SceneFilterRow(QWidget):
    """Sets the scene filter of the workbench (cloud limit, view, data) whenever an input changes.

    `skipped` is a label that shows how many scenes are skipped.
    """

    def __init__(self, workbench: Workbench, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self.setObjectName("yalu_choice")
        self._imagery, self._scenes, self._canvas = workbench.imagery, workbench.scenes, canvas
        self._cloud = QgsSpinBox()
        self._cloud.setObjectName("yalu_max_cloud")
        self._cloud.setAccessibleName(tr("Most cloud (percent)"))
        self._cloud.setToolTip(tr("Skip scenes with more cloud than this; 100 % is no limit"))
        self._cloud.setRange(0, NO_CLOUD_LIMIT)
        self._cloud.setShowClearButton(False)
        self._cloud.setSuffix(tr(" %"))
        self._cloud.setValue(MAX_CLOUD.value())
        self._covers = QCheckBox(tr("Covers v&iew"))
        self._covers.setObjectName("yalu_covers_view")
        self._covers.setToolTip(tr("Skip scenes outside the map's view"))
        self._covers.setChecked(COVERS_VIEW.value())
        self._has_data = QCheckBox(tr("Has da&ta"))
        self._has_data.setObjectName("yalu_has_data")
        self._has_data.setToolTip(tr("Skip scenes without data in the map's view"))
        self._has_data.setChecked(SKIP_EMPTY.value())
        self._empty: EmptyScenes | None = None  # created with the first scenes
        self.skipped = ElidedLabel("yalu_skipped", bold=False)
        self._lay_out()
        self._cloud.valueChanged.connect(self._save_settings)
        self._covers.toggled.connect(self._save_settings)
        self._has_data.toggled.connect(self._save_settings)
        self._scenes.scenes_changed.connect(self._check_ahead)
        canvas.extentsChanged.connect(self._update_filter)
        canvas.destinationCrsChanged.connect(self._update_filter)
        for changed in (workbench.scenes.filter_changed, workbench.scenes.scenes_changed,
                        workbench.session.survey_changed):
            changed.connect(self._show)
        self._update_filter()
        self._show()

    def _save_settings(self, *_: object) -> None:
        MAX_CLOUD.setValue(self._cloud.value())
        COVERS_VIEW.setValue(self._covers.isChecked())
        SKIP_EMPTY.setValue(self._has_data.isChecked())
        self._update_filter()

    def _update_filter(self) -> None:
        view = view_box(self._canvas.mapSettings())
        empty = self._empty.empty_in(view) if self._empty and view and self._has_data.isChecked() else frozenset()
        self._scenes.set_filter(SceneFilter(view if self._covers.isChecked() else None, self._cloud.value(), empty))
        self._check_ahead()

    def _check_ahead(self) -> None:
        if self._empty is None and len(self._scenes.timeline) > 0:
            from yalu_plugin.gui.imagery.empty_scenes import EmptyScenes  # on first use, for a fast start

            self._empty = EmptyScenes(self._imagery, self._canvas, self)
            self._empty.empty_found.connect(self._update_filter)
        if self._empty is not None:
            self._empty.set_view(view_box(self._canvas.mapSettings()) if self._has_data.isChecked() else None)

    def _show(self) -> None:
        text = skipped_text(self._scenes.skipped)
        self.skipped.show_text(text)
        self.skipped.setVisible(bool(text))

    def _lay_out(self) -> None:
        label = plain_label(tr("Clo&ud ≤"))
        label.setBuddy(self._cloud)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self._cloud, self._covers, self._has_data):
            row.addWidget(widget)


def skipped_text(skipped: Mapping[str, str]) -> str:
    """Return how many scenes are skipped, and why: "3 skipped: 2 outside the view, 1 cloudy"; empty for none."""
    return tr("{n} skipped: {why}").format(n=len(skipped), why=skip_counts_text(skipped)) if skipped else ""


def skip_counts_text(skipped: Mapping[str, str]) -> str:
    """Return how many scenes are skipped for each reason: "2 outside the view, 1 cloudy"."""
    count = Counter(skipped.values())
    parts = {OUTSIDE_VIEW: tr("{n} outside the view"), CLOUDY: tr("{n} cloudy"), EMPTY: tr("{n} without data")}
    return ", ".join(text.format(n=count[reason]) for reason, text in parts.items() if count[reason])
