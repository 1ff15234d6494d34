"""What has to live as long as a layout does, and no longer."""

from __future__ import annotations

import uuid

from qgis.core import QgsMapLayer, QgsPrintLayout, QgsProject

_kept: dict[str, tuple[object, ...]] = {}  # of the layouts there are


def keep_with(layout: QgsPrintLayout, *things: QgsProject | QgsMapLayer) -> None:
    """Keep `things` until `layout` is gone.

    QGIS crashes where a layout outlives its project, and a map forgets layers that are in no project and held by
    nobody. An attribute of the layout would not do: Python lets go of those before it destroys the layout itself.
    """
    key = uuid.uuid4().hex
    _kept[key] = things
    layout.destroyed.connect(lambda: _kept.pop(key, None))
