"""The names of the countries on either side of the river, each where the map has space for it."""

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
from yalu_plugin.layers.layouts.event_pump import run_in_thread
from yalu_plugin.layers.layouts.extents import to_crs
from yalu_plugin.layers.layouts.layout_layers import shape_layer
from yalu_plugin.layers.layouts.page_fonts import FONTS, with_local_font

ACROSS, DOWN = 24, 9  # candidate positions
EDGE = 0.12  # of the map's width and height, without names
POINTS = 10.0
HALO_MM = 0.5  # so that the name is legible on an image
# spaced by characters, not by the font: in a PDF QGIS would draw halos and letters with different spacing
SPACED = "regexp_replace(\"name\", '(.)(?=.)', '\\\\1\u2009')"
NEAR_M = 150_000.0  # from a place of the country: farther off, its name might be wrong


def country_layer(places: QgsVectorLayer, river: QgsGeometry, clear: Sequence[QgsPointXY], extent: QgsRectangle,
                  crs: QgsCoordinateReferenceSystem, feedback: QgsFeedback | None = None) -> QgsVectorLayer:
    """Return a layer with the name of each country that has places in `places` and space in `extent`.

    A side of the river belongs to the country that has most of the places on it. Its name is near one of these, where
    it is farthest from the river, the places and the points to be kept `clear`. There are no names without a river.
    `places`: a layer with the field country (ISO 3166). `river`: EPSG:4326; `clear` and `extent`: in `crs`. Raises
    ExportCancelled.
    """
    shift = to_crs(crs)
    line = QgsGeometry(river)
    line.transform(shift)
    if line.isEmpty():
        return _layer({}, crs)
    towns = [(shift.transform(row.geometry().asPoint()), row["country"]) for row in places.getFeatures()]
    return _layer(run_in_thread(lambda: _name_positions(line, towns, clear, extent), feedback), crs)


def _name_positions(line: QgsGeometry, towns: Sequence[tuple[QgsPointXY, str]], clear: Sequence[QgsPointXY],
                    extent: QgsRectangle) -> dict[str, QgsPointXY]:
    """Return the position of each country's name. All arguments are in one CRS; safe in any thread."""
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
        candidates = [candidate for candidate in _candidates(extent)
                      if _side(line, candidate) == side and min(point.distance(candidate) for point in own) <= NEAR_M]
        if candidates:
            free_m = [min(line.distance(QgsGeometry.fromPointXY(candidate)),
                          *(point.distance(candidate) for point in taken)) for candidate in candidates]
            names[_name(country)] = candidates[free_m.index(max(free_m))]
    return names


def _side(line: QgsGeometry, point: QgsPointXY) -> int:
    """Return -1 left of the line as it was digitised, 1 right of it."""
    return 1 if line.closestSegmentWithContext(point)[3] > 0 else -1


def _name(country: str) -> str:
    return {"CN": tr("China"), "KP": tr("North Korea"), "RU": tr("Russia")}.get(country, country)


def _candidates(extent: QgsRectangle) -> list[QgsPointXY]:
    inner = QgsRectangle(extent)
    inner.scale(1 - 2 * EDGE)
    return [QgsPointXY(inner.xMinimum() + inner.width() * i / (ACROSS - 1),
                       inner.yMinimum() + inner.height() * j / (DOWN - 1)) for i in range(ACROSS) for j in range(DOWN)]


def _layer(names: dict[str, QgsPointXY], crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    layer = shape_layer("Point", tr("Countries"), crs, (
        (name, QgsGeometry.fromPointXY(candidate)) for name, candidate in names.items()))
    layer.setRenderer(QgsNullSymbolRenderer())
    font, text_format, settings = QFont(FONTS[0]), QgsTextFormat(), QgsPalLayerSettings()
    text_format.setFont(font)
    text_format.setCapitalization(Qgis.Capitalization.AllUppercase)  # those of a font are lost with the style
    text_format.setFamilies(FONTS[1:])
    text_format.setSize(POINTS)
    text_format.setColor(QColor("#9a8f7c"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(HALO_MM)
    text_format.setBuffer(halo)
    settings.setFormat(with_local_font(text_format))
    settings.fieldName, settings.isExpression = SPACED, True
    settings.placement = Qgis.LabelPlacement.OverPoint
    settings.priority = 2
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer
