"""The rule that marks pictures which are not what they look like: no page depends on somebody's memory."""

from __future__ import annotations

from qgis.core import QgsMapLayer

from yalu_plugin.core.imagery.files import file_of
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.raster import read_raster
from yalu_plugin.layers.imagery.remote import is_remote


def watermark(scene: Scene | None, layer: QgsMapLayer) -> str:
    """What has to stand across a picture of `scene`, which `layer` draws; empty: nothing.

    Synthetic is what the survey or the file itself says to be; unsourced what tells neither who made it nor where it
    came from.
    """
    if (scene is not None and scene.synthetic) or _says_synthetic(layer):
        return tr("SYNTHETIC IMAGERY")
    if scene is None or not (scene.attribution or scene.provider or scene.item_url):
        return tr("SOURCE NOT STATED")
    return ""


def _says_synthetic(layer: QgsMapLayer) -> bool:
    source = layer.source()
    if layer.providerType() != "gdal" or is_remote(source) or not file_of(source).is_file():
        return False
    return read_raster(source).metadata.get("SYNTHETIC", "").upper() == "YES"
