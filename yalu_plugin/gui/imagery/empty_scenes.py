"""Looks, before one steps there, which of the next scenes hold no data in the map's view."""

from __future__ import annotations

from collections import OrderedDict

from qgis.core import QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.workbench.imagery import Imagery

AHEAD = 4  # steps looked at on either side
REMEMBERED = 20_000  # scenes in views

Seen = dict[tuple[str, Box], bool]


class EmptyScenes(QObject):
    """Reads images on this computer and tries tiles, in the background; other images of the web may well hold data.

    `found` tells that one more scene is known to be empty.
    """

    found = pyqtSignal()

    def __init__(self, imagery: Imagery, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery = imagery
        self._seen: OrderedDict[tuple[str, Box], bool] = OrderedDict()
        self._view: Box | None = None
        self._task: Background | None = None

    def known(self, view: Box) -> frozenset[str]:
        """The ids of the scenes seen to be empty in this view."""
        return frozenset(scene_id for (scene_id, seen_in), empty in self._seen.items() if empty and seen_in == view)

    def look(self, view: Box | None) -> None:
        """See to the scenes one may step to next in this view; in none (None), stop looking."""
        if self._task is not None and view != self._view:
            self._task.cancel()  # then it looks into the new view
        self._view = view
        wanted = self._wanted() if view is not None and self._task is None else []
        if not wanted:
            return
        quietly = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent | QgsTask.Flag.Hidden
        self._task = Background(tr("Looking for images without data"), lambda task: _look(task, wanted, view), quietly)
        self._task.done.connect(self._looked)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._stopped)
        self._task.start()

    def _wanted(self) -> list[Scene]:
        from yalu_plugin.layers.imagery.scene_source import is_slow  # on first use: a start has 50 ms

        timeline = self._imagery.scenes.steppable
        ends = [*timeline.steps[:1], *timeline.steps[-1:]]
        steps = timeline.around(self._imagery.scene, AHEAD) if self._imagery.scene else ends
        return [scene for step in steps for scene in step
                if (scene.id, self._view) not in self._seen and not is_slow(scene)]

    def _stopped(self) -> None:
        self._task = None
        self.look(self._view)

    def _failed(self, _error: YaluError) -> None:
        self._task = None  # the next look tries again

    def _looked(self, seen: Seen) -> None:
        self._task = None
        self._seen.update(seen)
        while len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        if any(seen.values()):
            self.found.emit()
        self.look(self._view)


def _look(task: Background, scenes: list[Scene], view: Box) -> Seen:
    from yalu_plugin.core.imagery.tiles import is_tiles
    from yalu_plugin.layers.imagery.empty_view import holds_no_data
    from yalu_plugin.layers.sources.tiles_in_view import holds_no_tiles

    seen: Seen = {}
    for scene in scenes:
        if task.isCanceled():
            break
        try:
            seen[scene.id, view] = (holds_no_tiles(scene.uri, view, task.feedback) if is_tiles(scene.uri)
                                    else holds_no_data(scene.uri, view))
        except YaluError:
            seen[scene.id, view] = False  # stepping to it says why it cannot be read
    return seen
