"""The index page of a booklet: the overview with the outlines of the panels, each with the number of its page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeedback,
    QgsFillSymbol,
    QgsGeometry,
    QgsNullSymbolRenderer,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayerSimpleLabeling,
)

from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.layout_layers import shape_layer
from yalu_plugin.layers.layouts.layout_lifetime import attach_layers
from yalu_plugin.layers.layouts.numbered_symbols import always_draw, paper_of
from yalu_plugin.layers.layouts.overview import build_first_page
from yalu_plugin.layers.layouts.page_fonts import map_text_format
from yalu_plugin.layers.layouts.page_options import PageStyle
from yalu_plugin.layers.layouts.strip_rows import panel_maps
from yalu_plugin.layers.layouts.symbol_size import scale_symbols
from yalu_plugin.layers.survey.survey import Survey

INK = "#5e3c99"
OUTLINE = {"color": "94,60,153,25", "outline_color": INK, "outline_width": "0.3"}
POINTS, AWAY_MM, APART_MM = 8.0, 2.4, 4.5  # of the numbers: size, from the edge of a panel, from each other


def index_page(project: QgsProject, survey: Survey, day: date, pages: Sequence[QgsPrintLayout], style: PageStyle,
               feedback: QgsFeedback | None = None) -> QgsPrintLayout:
    """Build the page before `pages`, which are numbered from 2. Raises what build_first_page raises."""
    layout = build_first_page(project, survey, day, None, style, feedback, numbered=False).layout
    layout.setName(tr("Index of the pages"))
    main_map = layout.itemById("main_map")
    names, grounds = [], []
    for number, page in enumerate(pages, 2):
        for panel in panel_maps(page):
            if panel.isVisible():
                names.append(str(number))
                ground = QgsGeometry.fromQPolygonF(panel.visibleExtentPolygon())
                ground.transform(QgsCoordinateTransform(panel.crs(), main_map.crs(), project.transformContext()))
                grounds.append(ground)
    outlines = shape_layer("Polygon", tr("Pages"), main_map.crs(), zip(names, grounds))
    outlines.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(OUTLINE)))
    numbers = shape_layer("Point", tr("Pages"), main_map.crs(),
                          zip(names, _beside(grounds, paper_of(main_map).unit)))
    numbers.setRenderer(QgsNullSymbolRenderer())
    numbers.setLabeling(QgsVectorLayerSimpleLabeling(_settings()))
    numbers.setLabelsEnabled(True)
    attach_layers(layout, [numbers, outlines])
    main_map.setLayers([numbers, outlines, *main_map.layers()])
    scale_symbols(layout)
    return layout


def _beside(grounds: Sequence[QgsGeometry], mm: float) -> list[QgsGeometry]:
    """Return for each panel a place at the middle of a side, if possible outside of all panels and apart from others.

    mm: metres on the ground per millimetre on paper, as symbols are measured.
    """
    places: list[QgsGeometry] = []
    for ground in grounds:
        corners, middle = ground.asPolygon()[0], ground.centroid().asPoint()
        sides = [QgsPointXY((one.x() + other.x()) / 2, (one.y() + other.y()) / 2)
                 for one, other in zip(corners[:4], corners[1:])]
        beside = [QgsGeometry.fromPointXY(side.project(AWAY_MM * mm, middle.azimuth(side))) for side in sides]
        beside.sort(key=lambda place: (
            sum(place.distance(other) < AWAY_MM * mm / 2 for other in grounds)
            + sum(place.distance(other) < APART_MM * mm for other in places)))
        places.append(beside[0])
    return places


def _settings() -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.setFormat(map_text_format(POINTS, INK, bold=True))
    settings.fieldName = "name"
    always_draw(settings)
    return settings
