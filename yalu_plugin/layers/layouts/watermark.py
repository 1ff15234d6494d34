"""The rule for watermarks on pictures that are synthetic or of unknown source, the same on all pages."""

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
    """Return the watermark of a picture of `scene`, which `layer` draws; empty if it needs none.

    An image is synthetic if the survey, its file name or its metadata says so.
    """
    if scene is not None and (scene.synthetic or is_synthetic(names_of(scene.uri), {})) or _is_marked_synthetic(layer):
        return tr("SYNTHETIC IMAGERY")
    if scene is None or not scene.source:
        return tr("SOURCE NOT STATED")
    return ""


def _is_marked_synthetic(layer: QgsMapLayer) -> bool:
    source = layer.source()
    if layer.providerType() != "gdal":
        return False
    if is_remote(source) or not file_of(source).is_file():
        return False
    try:
        metadata = read_metadata(source)
    except YaluError:  # e.g. a format that cannot be catalogued; the file name is checked all the same
        metadata = {}
    return is_synthetic(names_of(source, metadata.get(NAME_IN_FILE, "")), metadata)
