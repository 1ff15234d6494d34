"""The styles stored in a survey, so that it opens styled in a QGIS without the plugin."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsPalLayerSettings,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtXml import QDomDocument

from yalu_plugin.core.forms.form_fields import FORM_TABLES
from yalu_plugin.core.site_name import LABEL, MAP_LABEL
from yalu_plugin.core.value_labels import STATE_LABELS
from yalu_plugin.layers.survey.forms import apply_form
from yalu_plugin.layers.survey.geopackage import layer_source
from yalu_plugin.layers.survey.survey_errors import WriteFailed
from yalu_plugin.layers.temporal import make_states_temporal
from yalu_plugin.paths import resource

_FIRST_UNKNOWN = "No dated observation yet"  # its first label: not true of a site observed later, or undated
STYLED = ("areas", "corridors", "images", "marks", "sites", "site_states")


def save_styles(path: Path) -> None:
    """Save style and form of each table of the survey at `path` as its default style. Raises WriteFailed."""
    for table in FORM_TABLES:
        layer = QgsVectorLayer(layer_source(path, table), table, "ogr")
        if table in STYLED:
            layer.loadNamedStyle(str(resource("styles", f"{table}.qml")))
        if table == "site_states":
            make_states_temporal(layer)
        apply_form(layer, table)
        error = layer.saveStyleToDatabase(table, "", True, "")
        if error:
            raise WriteFailed(error, path=path)


def styled_layer(source: str, table: str, stored: str | None) -> QgsVectorLayer:
    """Return a new layer of a survey's table in the style that the survey stores, or else in the bundled one.

    QGIS itself would open the file once more for the style of each layer, also where it is to load another one.
    """
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    layer, style = QgsVectorLayer(source, table, "ogr", options), QDomDocument()
    is_valid = bool(stored) and style.setContent(stored)[0]
    if not is_valid and table in STYLED:
        is_valid = style.setContent(resource("styles", f"{table}.qml").read_text("utf-8"))[0]
    if is_valid:
        layer.importNamedStyle(style)
    return layer


def update_labels(layer: QgsVectorLayer) -> None:
    """Replace labels of an older plugin version in a layer of a survey, which has its table's name.

    The first version took labels from another column, and lacked some. What the user has changed stays.
    """
    _update_legend(layer)
    _update_map_labels(layer)


def _update_legend(layer: QgsVectorLayer) -> None:
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        for number, category in enumerate(renderer.categories()):
            if category.label() == _FIRST_UNKNOWN:
                renderer.updateCategoryLabel(number, STATE_LABELS["unknown"])


def _update_map_labels(layer: QgsVectorLayer) -> None:
    """Shorten names next to symbols and label unnamed sites with their number, unless the user chose another label."""
    labeling = layer.labeling()
    if layer.name() == "sites" and isinstance(labeling, QgsVectorLayerSimpleLabeling):
        settings = QgsPalLayerSettings(labeling.settings())
        if (settings.fieldName, settings.isExpression) in (("name", False), (LABEL, True)):
            settings.fieldName, settings.isExpression = MAP_LABEL, True
            layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))

