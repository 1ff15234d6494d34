"""Looks, before one steps there, which of the next scenes hold no data in the map's view."""

from __future__ import annotations

from collections import OrderedDict

from qgis.core import QgsTask
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench.imagery import Imagery

AHEAD = 4  # steps looked at on either side
PAUSE_MS = 150  # longer than a step takes to begin drawing the map: that has the disk and the processor to itself
REMEMBERED = 20_000  # scenes in views


class EmptyScenes(QObject):
    """Reads images on this computer and tries tiles while the map rests, one scene after the other, the nearest first;
    other images of the web may well hold data.

    `found` tells that one more scene is known to be empty.
    """

    found = pyqtSignal()

    def __init__(self, imagery: Imagery, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery, self._canvas = imagery, canvas
        self._seen: OrderedDict[tuple[str, Box], bool] = OrderedDict()
        self._view: Box | None = None
        self._task: Background | None = None
        self._looking: tuple[str, Box] = "", (0.0, 0.0, 0.0, 0.0)  # the scene and view of the task
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._go_on)
        for changed in (imagery.day_changed, canvas.mapCanvasRefreshed):
            changed.connect(self._timer.start)

    def known(self, view: Box) -> frozenset[str]:
        """The ids of the scenes seen to be empty in this view."""
        return frozenset(scene_id for (scene_id, seen_in), empty in self._seen.items() if empty and seen_in == view)

    def look(self, view: Box | None) -> None:
        """See to the scenes one may step to next in this view, once the map rests; in none (None), stop looking."""
        if self._task is not None and view != self._view:
            self._task.cancel()
        self._view = view
        self._timer.start()

    def _go_on(self) -> None:
        """Look at the next scene, unless the map is drawing, which tells when it has done."""
        if self._task is not None or self._view is None or self._canvas.isDrawing():
            return
        scene, view = self._next(), self._view
        if scene is None:
            return
        quietly = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent | QgsTask.Flag.Hidden
        self._task = Background(tr("Looking for images without data"), lambda task: _is_empty(task, scene, view),
                                quietly)
        self._looking = scene.id, view
        self._task.done.connect(self._looked)  # methods: Qt calls none of them once this is deleted
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._stopped)
        self._task.start()

    def _next(self) -> Scene | None:
        from yalu_plugin.layers.imagery.scene_source import is_slow  # on first use: a start has 50 ms

        timeline = self._imagery.scenes.steppable
        ends = [*timeline.steps[:1], *timeline.steps[-1:]]
        steps = timeline.around(self._imagery.scene, AHEAD) if self._imagery.scene else ends
        return next((scene for step in steps for scene in step
                     if (scene.id, self._view) not in self._seen and not is_slow(scene)), None)

    def _stopped(self) -> None:
        self._task = None
        self._go_on()

    def _failed(self, _error: object) -> None:
        self._looked(False)  # stepping to it says why

    def _looked(self, empty: bool) -> None:
        self._task = None
        self._seen[self._looking] = empty
        while len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        if empty:
            self.found.emit()
        self._go_on()


def _is_empty(task: Background, scene: Scene, view: Box) -> bool:
    from yalu_plugin.core.imagery.tile_grid import is_tiles
    from yalu_plugin.layers.imagery.empty_view import is_view_empty
    from yalu_plugin.layers.sources.tiles_in_view import has_no_tiles

    if is_tiles(scene.uri):
        return has_no_tiles(scene.uri, view, task.feedback)
    return is_view_empty(scene.uri, view)
