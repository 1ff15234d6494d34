"""Map layers of two compared lists: a line from A's place to B's for a pair, a point for a crossing of one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProject,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from yalu_plugin.core.corridor.table_records import records
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers.corridor.line_text import line_text
from yalu_plugin.layers.map_tips import show_plain_tips
from yalu_plugin.layers.project import COMPARED, GROUP, ROLE

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from yalu_plugin.core.corridor.list_comparison import Compared

# Okabe and Ito's colours; each status also has a distinct shape
STATUS_STYLES = {
    "same": (translatable("Same"), "#009e73", "circle"),
    "split": (translatable("Split"), "#0072b2", "pentagon"),
    "moved": (translatable("Moved"), "#d55e00", "triangle"),
    "only_in_a": (translatable("Only in A"), "#cc79a7", "square"),
    "only_in_b": (translatable("Only in B"), "#56b4e9", "diamond"),
}
TEXT, NUMBER = QMetaType.Type.QString, QMetaType.Type.Double
FIELDS = (("status", TEXT), ("a_id", TEXT), ("a_name", TEXT), ("b_id", TEXT), ("b_name", TEXT),
          ("a_chainage_km", NUMBER), ("b_chainage_km", NUMBER), ("distance_m", NUMBER), ("along_m", NUMBER),
          ("line", TEXT))


def show_compared(compared: Compared, title: str, project: QgsProject, of_survey: bool) -> list[QgsVectorLayer]:
    """Add the comparison to the project as two memory layers in a group of this title, styled by status.

    Each row names the line of its kilometres. Layers `of_survey` are removed from the project with the survey.
    """
    from yalu_plugin.core.corridor.line_facts import describe

    table = compared.table.assign(line=line_text(describe(compared.a.corridor)))
    points = _memory_layer("Point", tr("Crossings compared"), _points(table))
    pairs = _memory_layer("LineString", tr("From A to B"), _pairs(table))
    points.setRenderer(_by_status(points, status_marker))
    pairs.setRenderer(_by_status(pairs, _status_line))
    group = project.layerTreeRoot().insertGroup(0, one_line(title))
    for layer in (points, pairs):
        project.addMapLayer(layer, False)
        group.addLayer(layer)
        if of_survey:
            layer.setCustomProperty(ROLE, COMPARED)
    if of_survey:
        group.setCustomProperty(GROUP, "survey")
    return [points, pairs]


def status_marker(status: str) -> QgsMarkerSymbol:
    """Return the symbol of a status, for map and list."""
    _, colour, shape = STATUS_STYLES[status]
    return QgsMarkerSymbol.createSimple(
        {"name": shape, "color": colour, "outline_color": "white", "outline_width": "0.4", "size": "3.6"})


def _status_line(status: str) -> QgsLineSymbol:
    _, colour, _ = STATUS_STYLES[status]
    return QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.8", "capstyle": "round"})


def _by_status(layer: QgsVectorLayer, symbol: Callable[[str], QgsSymbol]) -> QgsCategorizedSymbolRenderer:
    present = layer.uniqueValues(layer.fields().lookupField("status"))
    return QgsCategorizedSymbolRenderer("status", [
        QgsRendererCategory(status, symbol(status), tr(label)) for status, (label, _, _) in STATUS_STYLES.items()
        if status in present])


def _memory_layer(geometry: str, name: str, rows: Iterable[tuple[dict[str, Any], str]]) -> QgsVectorLayer:
    """Return a memory layer in EPSG:4326 of rows with their geometries in WKT."""
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:4326", name, "memory")
    layer.dataProvider().addAttributes([QgsField(column, kind) for column, kind in FIELDS])
    layer.updateFields()
    features = []
    for row, wkt in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes([_attribute(row[column]) for column, _ in FIELDS])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    show_plain_tips(layer, "a_name", "b_name")
    return layer


def _attribute(value: Any) -> Any:
    """Return a value of a data frame for QGIS: None for NaN."""
    return None if value is None or value != value else value


def _points(table: GeoDataFrame) -> Iterable[tuple[dict[str, Any], str]]:
    """Yield every row at A's place, or at B's if it is in B only."""
    from shapely import Point

    for row in records(table):
        yield row, Point(row["geometry"].coords[0]).wkt


def _pairs(table: GeoDataFrame) -> Iterable[tuple[dict[str, Any], str]]:
    for row in records(table):
        if row["geometry"].geom_type == "LineString":
            yield row, row["geometry"].wkt
