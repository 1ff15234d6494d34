"""The names of the countries on either side of the river, each where the map has room for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsGeometry,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRectangle,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.breath import aside
from yalu_plugin.layers.layouts.extents import to_crs
from yalu_plugin.layers.layouts.letters import FONTS, localised
from yalu_plugin.layers.layouts.named_layer import named_layer

ACROSS, DOWN = 24, 9  # places that are tried
EDGE = 0.12  # of the map's width and height, kept free of names
POINTS = 10.0
HALO_MM = 0.5  # so that it can be read on an image
# by characters, not by the font: in a PDF QGIS draws halos and letters at different distances then
SPACED = "regexp_replace(\"name\", '(.)(?=.)', '\\\\1\u2009')"
NEAR_M = 150_000.0  # from a place of the country: farther off, its name would say what is not so


def country_layer(places: QgsVectorLayer, river: QgsGeometry, clear: Sequence[QgsPointXY], extent: QgsRectangle,
                  crs: QgsCoordinateReferenceSystem, feedback: QgsFeedback | None = None) -> QgsVectorLayer:
    """A name for each country that has places in the layer `places` (field country, ISO 3166) and room in `extent`.

    A side of the river is that country's which has most of the places there; its name stands, near one of those, where
    the river, the places and what is to be kept `clear` are farthest away. `river` is in EPSG:4326, `clear` and
    `extent` are in `crs`. No names without a river. Raises Cancelled.
    """
    shift = to_crs(crs)
    line = QgsGeometry(river)
    line.transform(shift)
    if line.isEmpty():
        return _layer({}, crs)
    towns = [(shift.transform(row.geometry().asPoint()), row["country"]) for row in places.getFeatures()]
    return _layer(aside(lambda: _named_at(line, towns, clear, extent), feedback), crs)


def _named_at(line: QgsGeometry, towns: Sequence[tuple[QgsPointXY, str]], clear: Sequence[QgsPointXY],
              extent: QgsRectangle) -> dict[str, QgsPointXY]:
    """Where each name stands, all in one CRS; in any thread."""
    sides: dict[int, Counter[str]] = {-1: Counter(), 1: Counter()}
    for point, country in towns:
        sides[_side(line, point)][country] += 1
    taken = [*clear, *(point for point, _ in towns)]
    names = {}
    for side, countries in sides.items():
        if not countries:
            continue
        country = countries.most_common(1)[0][0]
        own = [point for point, its in towns if its == country]
        spots = [spot for spot in _spots(extent)
                 if _side(line, spot) == side and min(point.distance(spot) for point in own) <= NEAR_M]
        if spots:
            room = [min(line.distance(QgsGeometry.fromPointXY(spot)), *(point.distance(spot) for point in taken))
                    for spot in spots]
            names[_name(country)] = spots[room.index(max(room))]
    return names


def _side(line: QgsGeometry, point: QgsPointXY) -> int:
    """-1 left of the line as it was digitised, 1 right of it."""
    return 1 if line.closestSegmentWithContext(point)[3] > 0 else -1


def _name(country: str) -> str:
    return {"CN": tr("China"), "KP": tr("North Korea"), "RU": tr("Russia")}.get(country, country)


def _spots(extent: QgsRectangle) -> list[QgsPointXY]:
    inner = QgsRectangle(extent)
    inner.scale(1 - 2 * EDGE)
    return [QgsPointXY(inner.xMinimum() + inner.width() * i / (ACROSS - 1),
                       inner.yMinimum() + inner.height() * j / (DOWN - 1)) for i in range(ACROSS) for j in range(DOWN)]


def _layer(names: dict[str, QgsPointXY], crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    layer = named_layer("Point", tr("Countries"), crs, (
        (name, QgsGeometry.fromPointXY(spot)) for name, spot in names.items()))
    layer.setRenderer(QgsNullSymbolRenderer())
    font, form, settings = QFont(FONTS[0]), QgsTextFormat(), QgsPalLayerSettings()
    form.setFont(font)
    form.setCapitalization(Qgis.Capitalization.AllUppercase)  # a font's would be lost with the style
    form.setFamilies(FONTS[1:])
    form.setSize(POINTS)
    form.setColor(QColor("#9a8f7c"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(HALO_MM)
    form.setBuffer(halo)
    settings.setFormat(localised(form))
    settings.fieldName, settings.isExpression = SPACED, True
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.priority = 2
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer
