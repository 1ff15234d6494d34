"""The check that a service has tiles or maps of the scene on screen; without them QGIS only leaves the map blank."""

from __future__ import annotations

from functools import partial

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.footprint_box import Box
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.imagery.scene_text import scene_days
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.layers.background import Background, unless_deleted
from yalu_plugin.layers.imagery.footprint import view_box
from yalu_plugin.workbench import Workbench

PAUSE_MS = 700  # so that there is no message about a scene that is no longer on screen


class SceneTileError(YaluError):
    """The tiles of a scene cannot be fetched; names the scene, because two may be on screen."""

    template = translatable("{scene}: {why}")


class TileCheck(QObject):
    """Fetches a tile, or a piece of the map, in the middle of the view.

    It does so some time after a step, a change of the compare scene, or a move of the map.
    """

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery, self._messages, self._canvas = workbench.imagery, messages, canvas
        self._tasks: dict[Scene, Background] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._check)
        self._imagery.day_changed.connect(self._restart)
        self._imagery.compare_changed.connect(self._restart)
        canvas.extentsChanged.connect(self._restart)

    @property
    def busy(self) -> bool:
        """Whether a check is scheduled or running."""
        return self._timer.isActive() or bool(self._tasks)

    def _restart(self) -> None:
        self._timer.stop()
        for task in self._tasks.values():
            task.abandon()
        self._tasks.clear()
        if self._scenes():
            self._timer.start()

    def _scenes(self) -> list[Scene]:
        """Return which of the scene on screen and the compare scene are tiles or maps of a service."""
        from yalu_plugin.core.imagery.tile_grid import is_tiles  # on first use, for a fast start
        from yalu_plugin.layers.imagery.wms_provider import is_map

        both = dict.fromkeys(scene for scene in (self._imagery.scene, self._imagery.compare_scene) if scene)
        return [scene for scene in both if is_tiles(scene.uri) or is_map(scene.uri)]

    def _check(self) -> None:
        box = view_box(self._canvas.mapSettings())
        if box is None:
            return
        for scene in self._scenes():
            self._check_scene(scene, box)

    def _check_scene(self, scene: Scene, box: Box) -> None:
        from yalu_plugin.layers.sources.tile_probe import check_tile

        address, authcfg = _middle_address(scene.uri, box)
        task = Background(tr("Checking a tile"), lambda task: check_tile(address, authcfg, task.feedback))
        task.failed.connect(unless_deleted(self._report, scene))
        task.done.connect(unless_deleted(self._finished, scene))
        task.cancelled.connect(partial(self._tasks.pop, scene, None))
        self._tasks[scene] = task
        task.start()

    def _report(self, scene: Scene, error: YaluError) -> None:
        del self._tasks[scene]
        self._messages.error(SceneTileError(error.detail, scene=scene_days(scene), why=error_text(error)))

    def _finished(self, scene: Scene, _answer: object) -> None:
        del self._tasks[scene]


def _middle_address(uri: str, box: Box) -> tuple[str, str]:
    """Return the address of the tile, or of a piece of the map, in the middle of `box`, and its authcfg."""
    from yalu_plugin.core.imagery.tile_grid import TileAddress, centre_of, screen_zoom, tile_at
    from yalu_plugin.layers.imagery.wms_provider import authcfg_of, is_map, probe_address

    if is_map(uri):
        return probe_address(uri, box), authcfg_of(uri)
    tiles = TileAddress.parse(uri)
    zoom = max(tiles.zmin, min(tiles.zmax, screen_zoom(box)))
    return tiles.of(tile_at(*centre_of(box), zoom)), tiles.authcfg
