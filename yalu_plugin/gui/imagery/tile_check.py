"""Says so when tiles or maps of the scene on screen cannot be had, or there are none: QGIS leaves the map blank."""

from __future__ import annotations

from functools import partial

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.choice import Box
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.imagery.footprint import view_box
from yalu_plugin.workbench import Workbench

PAUSE_MS = 700  # who steps on at once is not told of what is no longer on screen


class TileCheck(QObject):
    """Fetches a tile, or a piece of the map, in the middle of the view, some time after its scene was stepped to, or
    the map moved.
    """

    def __init__(self, workbench: Workbench, messages: Messages, canvas: QgsMapCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._imagery, self._messages, self._canvas = workbench.imagery, messages, canvas
        self._task: Background | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._imagery.day_changed.connect(self._begin)
        canvas.extentsChanged.connect(self._begin)

    def _begin(self) -> None:
        from yalu_plugin.core.imagery.tiles import is_tiles  # on first use: a start has 50 ms
        from yalu_plugin.layers.imagery.wms import is_map

        self._timer.stop()
        if self._task is not None:
            self._task.give_up()
            self._task = None
        uri = self._imagery.scene.uri if self._imagery.scene is not None else ""
        if is_tiles(uri) or is_map(uri):
            self._timer.start()

    def _look(self) -> None:
        from yalu_plugin.layers.sources.picture import try_tile

        scene, box = self._imagery.scene, view_box(self._canvas.mapSettings())
        if scene is None or box is None:
            return
        address, authcfg = _middle(scene.uri, box)
        self._task = Background(tr("Trying a tile"), lambda task: try_tile(address, authcfg, task.feedback))
        self._task.failed.connect(partial(self._tell, scene))
        self._task.done.connect(partial(self._there, scene))
        self._task.start()

    def _tell(self, scene: Scene, error: YaluError) -> None:
        self._task = None
        self._imagery.found(scene, blank=True)
        self._messages.error(error)

    def _there(self, scene: Scene, _answer: object) -> None:
        self._task = None
        self._imagery.found(scene, blank=False)


def _middle(uri: str, box: Box) -> tuple[str, str]:
    """The address of the tile, or of a piece of the map, in the middle of `box`, and its authcfg."""
    from yalu_plugin.core.imagery.tiles import TileAddress, centre_of, screen_zoom, tile_at
    from yalu_plugin.layers.imagery.wms import authcfg_of, is_map, piece_of

    if is_map(uri):
        return piece_of(uri, box), authcfg_of(uri)
    tiles = TileAddress.parse(uri)
    zoom = max(tiles.zmin, min(tiles.zmax, screen_zoom(box)))
    return tiles.of(tile_at(*centre_of(box), zoom)), tiles.authcfg
