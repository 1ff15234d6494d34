"""The survey carries its styles, so that it opens styled in a QGIS without the plugin."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer

from yalu_plugin.layers.survey.errors import WriteFailed
from yalu_plugin.layers.survey.geopackage import layer_source
from yalu_plugin.layers.temporal import make_states_temporal
from yalu_plugin.paths import resource

STYLED = ("corridors", "images", "sites", "site_states")


def save_styles(path: Path) -> None:
    """Save resources/styles/<table>.qml as the default style of each styled table of the survey at `path`.

    Raises WriteFailed.
    """
    for table in STYLED:
        layer = QgsVectorLayer(layer_source(path, table), table, "ogr")
        layer.loadNamedStyle(str(resource("styles", f"{table}.qml")))
        if table == "site_states":
            make_states_temporal(layer)
        trouble = layer.saveStyleToDatabase(table, "", True, "")
        if trouble:
            raise WriteFailed(trouble, path=path)
