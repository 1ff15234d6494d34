"""The rule that marks pictures which are not what they look like: no page depends on somebody's memory."""

from __future__ import annotations

from qgis.core import QgsMapLayer

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.date_evidence import names_of
from yalu_plugin.core.imagery.image_files import file_of
from yalu_plugin.core.imagery.scene import NAME_IN_FILE, Scene
from yalu_plugin.core.imagery.synthetic import is_synthetic
from yalu_plugin.i18n import tr
from yalu_plugin.layers.imagery.raster import read_metadata
from yalu_plugin.layers.imagery.remote_raster import is_remote


def watermark(scene: Scene | None, layer: QgsMapLayer) -> str:
    """What has to stand across a picture of `scene`, which `layer` draws; empty: nothing.

    Synthetic is what the survey or the file itself says to be; unsourced what tells neither who made it nor where it
    came from.
    """
    if scene is not None and (scene.synthetic or is_synthetic(names_of(scene.uri), {})) or _says_synthetic(layer):
        return tr("SYNTHETIC IMAGERY")
    if scene is None or not scene.source:
        return tr("SOURCE NOT STATED")
    return ""


def _says_synthetic(layer: QgsMapLayer) -> bool:
    source = layer.source()
    if layer.providerType() != "gdal":
        return False
    if is_remote(source) or not file_of(source).is_file():
        return False
    try:
        metadata = read_metadata(source)
    except YaluError:  # none that is catalogued: a layer of a format that is not read, say. Its name tells all the same
        metadata = {}
    return is_synthetic(names_of(source, metadata.get(NAME_IN_FILE, "")), metadata)
