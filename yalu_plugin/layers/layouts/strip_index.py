"""The first page of a booklet: the overview with the outlines of the panels, each with the number of its page."""

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
from yalu_plugin.layers.layouts.layout_layers import named_layer
from yalu_plugin.layers.layouts.layout_lifetime import give_layers
from yalu_plugin.layers.layouts.numbered_symbols import always_drawn, paper_of
from yalu_plugin.layers.layouts.overview import first_page
from yalu_plugin.layers.layouts.page_fonts import map_letters
from yalu_plugin.layers.layouts.page_options import Look
from yalu_plugin.layers.layouts.strip_rows import slots
from yalu_plugin.layers.layouts.symbol_size import grow_maps
from yalu_plugin.layers.survey.survey import Survey

INK = "#5e3c99"
OUTLINE = {"color": "94,60,153,25", "outline_color": INK, "outline_width": "0.3"}
POINTS, AWAY_MM, APART_MM = 8.0, 2.4, 4.5  # of the numbers: size, from the edge of a panel, from each other


def index_page(project: QgsProject, survey: Survey, day: date, pages: Sequence[QgsPrintLayout], look: Look,
               feedback: QgsFeedback | None = None) -> QgsPrintLayout:
    """The page before `pages`, which are numbered from 2. Raises what first_page raises."""
    layout = first_page(project, survey, day, None, look, feedback, numbered=False).layout
    layout.setName(tr("Index of the pages"))
    main_map = layout.itemById("main_map")
    names, grounds = [], []
    for number, page in enumerate(pages, 2):
        for panel in slots(page):
            if panel.isVisible():
                names.append(str(number))
                ground = QgsGeometry.fromQPolygonF(panel.visibleExtentPolygon())
                ground.transform(QgsCoordinateTransform(panel.crs(), main_map.crs(), project.transformContext()))
                grounds.append(ground)
    outlines = named_layer("Polygon", tr("Pages"), main_map.crs(), zip(names, grounds))
    outlines.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(OUTLINE)))
    numbers = named_layer("Point", tr("Pages"), main_map.crs(),
                          zip(names, _beside(grounds, paper_of(main_map).unit)))
    numbers.setRenderer(QgsNullSymbolRenderer())
    numbers.setLabeling(QgsVectorLayerSimpleLabeling(_settings()))
    numbers.setLabelsEnabled(True)
    give_layers(layout, [numbers, outlines])
    main_map.setLayers([numbers, outlines, *main_map.layers()])
    grow_maps(layout)
    return layout


def _beside(grounds: Sequence[QgsGeometry], mm: float) -> list[QgsGeometry]:
    """For each panel a place at the middle of a side, outside of all panels and away from each other where it can be.

    mm: metres on the ground of a millimetre on the paper, as symbols are measured.
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
    settings.setFormat(map_letters(POINTS, INK, bold=True))
    settings.fieldName = "name"
    always_drawn(settings)
    return settings
