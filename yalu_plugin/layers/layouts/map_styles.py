"""How layers look on pages and nowhere else: place names in the page's language, and long names of sites in lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qgis.core import (
    QgsLayoutItemMap,
    QgsMapLayerStyle,
    QgsPalLayerSettings,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from yalu_plugin.i18n import spoken_language

LINE_LENGTH = 18  # characters
NEVER = 10.0  # the weight of an obstacle from which on QGIS rather leaves a name out than to put it there
LOCAL_NAMES = {"ko": "name_ko", "zh": "name_zh"}  # by language; GeoNames gives several names with | between them


def dress(maps: Iterable[QgsLayoutItemMap], layers: Mapping[str, QgsVectorLayer],
          clear_river: bool = False) -> None:
    """Give `maps` their own styles of `layers` (by role); those of the project stay as they are.

    clear_river: a name that has no place but on the river is left out, for maps that need not name everything.
    """
    changed = {"places": _place_names, "sites": _names_in_lines, **({"corridors": _clear} if clear_river else {})}
    styles = {}
    for role, change in changed.items():
        if role in layers and isinstance(layers[role].labeling(), (QgsVectorLayerSimpleLabeling, type(None))):
            copy = layers[role].clone()
            change(copy)
            style = QgsMapLayerStyle()
            style.readFromLayer(copy)
            styles[layers[role].id()] = style.xmlData()
    for item in maps:
        item.setLayerStyleOverrides(styles)
        item.setKeepLayerStyles(True)


def _place_names(layer: QgsVectorLayer) -> None:
    """In Korean and Chinese the name there, where it is known; otherwise as the layer has it."""
    column = LOCAL_NAMES.get(spoken_language()[:2])
    labeling = layer.labeling()
    if column is None or labeling is None or layer.fields().lookupField(column) < 0:
        return
    settings = QgsPalLayerSettings(labeling.settings())
    settings.fieldName = f"coalesce(nullif(regexp_replace(\"{column}\", '\\\\|.*', ''), ''), \"name\")"
    settings.isExpression = True
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def _names_in_lines(layer: QgsVectorLayer) -> None:
    """Long names in several lines: they find more room beside a winding river, which names keep off."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    settings.autoWrapLength = LINE_LENGTH
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))


def keep_names_off(layer: QgsVectorLayer) -> None:
    """Give a layer without names labels that are not drawn: so no layer's names lie on what it shows."""
    settings = QgsPalLayerSettings()
    settings.fieldName, settings.isExpression, settings.drawLabels = "'-'", True, False
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    _clear(layer)


def _clear(layer: QgsVectorLayer) -> None:
    """No name on what this layer draws."""
    if layer.labeling() is None:
        return
    settings = QgsPalLayerSettings(layer.labeling().settings())
    obstacle = settings.obstacleSettings()
    obstacle.setFactor(NEVER)
    settings.setObstacleSettings(obstacle)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
