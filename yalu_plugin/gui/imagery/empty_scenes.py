"""The check, in advance, which of the next scenes have no data in the map's view."""

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

AHEAD = 4  # steps that are checked on either side
PAUSE_MS = 150  # longer than a step takes to start drawing the map, which is not to share disk and processor
MAX_RESULTS = 20_000  # pairs of scene and view


class EmptyScenes(QObject):
    """Reads local images and requests tiles while the map is idle, one scene at a time, the nearest first.

    Other images on the web are not checked and count as not empty. `empty_found` is emitted when one more scene is
    known to be empty.
    """

    empty_found = pyqtSignal()

    def __init__(self, imagery: Imagery, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery, self._canvas = imagery, canvas
        self._results: OrderedDict[tuple[str, Box], bool] = OrderedDict()
        self._view: Box | None = None
        self._task: Background | None = None
        self._checked: tuple[str, Box] = "", (0.0, 0.0, 0.0, 0.0)  # scene id and view of the task
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._check_next)
        for changed in (imagery.day_changed, canvas.mapCanvasRefreshed):
            changed.connect(self._timer.start)

    def empty_in(self, view: Box) -> frozenset[str]:
        """Return the ids of the scenes known to be empty in this view."""
        return frozenset(scene_id for (scene_id, checked_view), is_empty in self._results.items()
                         if is_empty and checked_view == view)

    def set_view(self, view: Box | None) -> None:
        """Set the view in which the next scenes are checked once the map is idle; None stops checking."""
        if self._task is not None and view != self._view:
            self._task.cancel()
        self._view = view
        self._timer.start()

    def _check_next(self) -> None:
        """Check the next scene, unless the map is drawing; its signal starts the check again."""
        if self._task is not None or self._view is None or self._canvas.isDrawing():
            return
        scene, view = self._next(), self._view
        if scene is None:
            return
        quietly = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent | QgsTask.Flag.Hidden
        self._task = Background(tr("Looking for images without data"), lambda task: _is_empty(task, scene, view),
                                quietly)
        self._checked = scene.id, view
        # bound methods, which Qt does not call after this object is deleted
        self._task.done.connect(self._store_result)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self._task.start()

    def _next(self) -> Scene | None:
        from yalu_plugin.layers.imagery.scene_source import is_slow  # on first use, for a fast start

        timeline = self._imagery.scenes.steppable
        ends = [*timeline.steps[:1], *timeline.steps[-1:]]
        steps = timeline.around(self._imagery.scene, AHEAD) if self._imagery.scene else ends
        return next((scene for step in steps for scene in step
                     if (scene.id, self._view) not in self._results and not is_slow(scene)), None)

    def _cancelled(self) -> None:
        self._task = None
        self._check_next()

    def _failed(self, _error: object) -> None:
        self._store_result(False)  # the error is shown when the user steps to it

    def _store_result(self, empty: bool) -> None:
        self._task = None
        self._results[self._checked] = empty
        while len(self._results) > MAX_RESULTS:
            self._results.popitem(last=False)
        if empty:
            self.empty_found.emit()
        self._check_next()


def _is_empty(task: Background, scene: Scene, view: Box) -> bool:
    from yalu_plugin.core.imagery.tile_grid import is_tiles
    from yalu_plugin.layers.imagery.empty_view import is_view_empty
    from yalu_plugin.layers.sources.tiles_in_view import has_no_tiles

    if is_tiles(scene.uri):
        return has_no_tiles(scene.uri, view, task.feedback)
    return is_view_empty(scene.uri, view)
