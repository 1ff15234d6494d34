"""The marks that the map draws: of the images on it, or of all days on request."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.gui.actions import Actions
from yalu_plugin.i18n import tr
from yalu_plugin.layers.project import layer_with_role
from yalu_plugin.layers.survey.marks_style import (
    IMAGES,
    draw_by_scene,
    hollow_counts,
    set_all_days,
    set_hollow_counts,
    set_map_images,
)
from yalu_plugin.workbench import Workbench


class ShownMarks(QObject):
    """Draws a mark only with its image, as it says nothing about what other images show of the place."""

    def __init__(self, workbench: Workbench, actions: Actions, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._canvas = workbench, canvas
        self._count_id = ""
        self._all_days = actions.add("all_marks", tr("Marks of all days"), tr(
            "Draw the marks of every count, not only those made on the scene on screen"), "counting", self._update,
            checkable=True)
        session = workbench.session
        self._connections = ((canvas.layersChanged, self._update_images), (session.facts_ready, self._update),
                             (session.changed, self._counts_edited), (workbench.counts.changed, self._counts_changed))
        for signal, slot in self._connections:
            signal.connect(slot)
        self._update_images()

    def release(self) -> None:
        """Disconnect from the map, which draws all marks again (on unload)."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._canvas.expressionContextScope().removeVariable(IMAGES)

    def _update_images(self, *_: object) -> None:
        """Draw the marks of the images that the map has now."""
        self._draw(set_map_images(self._canvas.expressionContextScope(), self._canvas.layers()))

    def _update(self, *_: object) -> None:
        self._draw(False)

    def _counts_changed(self) -> None:
        if self._workbench.counts.count_id != self._count_id:  # each new mark emits the signal, too
            self._draw(False)

    def _counts_edited(self, delta: Delta) -> None:
        if "counts" in delta.tables:
            self._draw(False)

    def _draw(self, redraw: bool) -> None:
        layer, facts = layer_with_role(self._workbench.project, "marks"), self._workbench.session.facts
        self._count_id = self._workbench.counts.count_id
        if layer is None:
            return
        changed = [draw_by_scene(layer), set_all_days(layer, self._all_days.isChecked())]
        if facts is not None:
            changed.append(set_hollow_counts(layer, hollow_counts(facts.rows("counts"), self._count_id)))
        if redraw or any(changed):
            layer.triggerRepaint()
