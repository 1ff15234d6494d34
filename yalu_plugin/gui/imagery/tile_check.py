"""Says so when tiles or maps of the scene on screen cannot be had, or there are none: QGIS leaves the map blank."""

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
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.imagery.footprint import view_box
from yalu_plugin.workbench import Workbench

PAUSE_MS = 700  # who steps on at once is not told of what is no longer on screen


class NoPicture(YaluError):
    """Where two dates are compared, which of them is blank."""

    template = translatable("{scene}: {why}")


class TileCheck(QObject):
    """Fetches a tile, or a piece of the map, in the middle of the view, some time after its scene was stepped to or
    taken to compare with, or the map moved.
    """

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery, self._messages, self._canvas = workbench.imagery, messages, canvas
        self._tasks: dict[Scene, Background] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._imagery.day_changed.connect(self._begin)
        self._imagery.compare_changed.connect(self._begin)
        canvas.extentsChanged.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether something is to be fetched, or is being fetched."""
        return self._timer.isActive() or bool(self._tasks)

    def _begin(self) -> None:
        self._timer.stop()
        for task in self._tasks.values():
            task.abandon()
        self._tasks.clear()
        if self._scenes():
            self._timer.start()

    def _scenes(self) -> list[Scene]:
        """Of the scene on screen and the one it is compared with, those whose tiles or maps QGIS fetches."""
        from yalu_plugin.core.imagery.tile_grid import is_tiles  # on first use: a start has 50 ms
        from yalu_plugin.layers.imagery.wms_provider import is_map

        both = dict.fromkeys(scene for scene in (self._imagery.scene, self._imagery.compare_scene) if scene)
        return [scene for scene in both if is_tiles(scene.uri) or is_map(scene.uri)]

    def _look(self) -> None:
        box = view_box(self._canvas.mapSettings())
        for scene in self._scenes() if box is not None else ():
            self._try(scene, box)

    def _try(self, scene: Scene, box: Box) -> None:
        from yalu_plugin.layers.sources.tile_probe import check_tile

        address, authcfg = _middle(scene.uri, box)
        task = Background(tr("Trying a tile"), lambda task: check_tile(address, authcfg, task.feedback))
        task.failed.connect(partial(self._tell, scene))
        task.done.connect(partial(self._there, scene))
        task.cancelled.connect(partial(self._tasks.pop, scene, None))
        self._tasks[scene] = task
        task.start()

    def _tell(self, scene: Scene, error: YaluError) -> None:
        del self._tasks[scene]
        self._messages.error(NoPicture(error.detail, scene=scene_days(scene), why=error_text(error)))

    def _there(self, scene: Scene, _answer: object) -> None:
        del self._tasks[scene]


def _middle(uri: str, box: Box) -> tuple[str, str]:
    """The address of the tile, or of a piece of the map, in the middle of `box`, and its authcfg."""
    from yalu_plugin.core.imagery.tile_grid import TileAddress, centre_of, screen_zoom, tile_at
    from yalu_plugin.layers.imagery.wms_provider import authcfg_of, is_map, probe_address

    if is_map(uri):
        return probe_address(uri, box), authcfg_of(uri)
    tiles = TileAddress.parse(uri)
    zoom = max(tiles.zmin, min(tiles.zmax, screen_zoom(box)))
    return tiles.of(tile_at(*centre_of(box), zoom)), tiles.authcfg
