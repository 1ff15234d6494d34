"""Keep QGIS from drawing its maps again while the survey's layers are reloaded after a change that the maps show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from qgis.gui import QgsMapCanvas

from yalu_plugin.layers.refresh import LayerRefresh


def freeze_while_reloading(layers: LayerRefresh, maps: Callable[[], Sequence[QgsMapCanvas]]) -> None:
    """Have the reload of layers wait for those maps of the window that are being drawn, and not redraw any."""
    layers.is_drawing = lambda: any(canvas.isDrawing() for canvas in maps())
    layers.frozen_maps = lambda: _frozen(maps())


@contextmanager
def _frozen(maps: Sequence[QgsMapCanvas]) -> Iterator[None]:
    thawed = [canvas for canvas in maps if not canvas.isFrozen()]
    for canvas in thawed:
        canvas.freeze()
    try:
        yield
    finally:
        for canvas in thawed:
            canvas.freeze(False)
