"""The survey carries its styles, so that it opens styled in a QGIS without the plugin."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from yalu_plugin.core.words import COLUMN_WORDS, KIND_WORDS, STATE_WORDS
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


def renew_words(layer: QgsVectorLayer) -> None:
    """Give a layer of a survey the words of today, for columns that still have those of the first version.

    That one took words from another column, and lacked some. A list that the user has changed stays.
    """
    for index, field in enumerate(layer.fields()):
        setup, words = layer.editorWidgetSetup(index), COLUMN_WORDS.get(field.name(), {})
        pairs = setup.config().get("map") if setup.type() == "ValueMap" else None
        if isinstance(pairs, list) and all(pair == {_first_word(value): value} for pair in pairs
                                           for value in pair.values()):
            renewed = {"map": [{word: value} for value, word in words.items()]}
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("ValueMap", renewed))


def _first_word(value: str) -> str:
    return {**KIND_WORDS, **STATE_WORDS}.get(value, value.replace("_", " ").capitalize())
