"""On larger paper symbols and names on maps grow, by less than the paper, and do not overlap, as on A4."""

from __future__ import annotations

import math
from datetime import date
from itertools import combinations

import pytest

DAY = date(2025, 7, 30)
PAPERS = {"A4": 1.0, "A3": 2 ** 0.25, "A1": 8 ** 0.25}  # how many times as large symbols are


@pytest.fixture
def survey_of(qgis_app, tmp_path):
    """A function: a new survey of these sites, observed before the day."""
    from yalu_plugin.layers.survey.create import create_survey

    def make(sites):
        survey = create_survey(tmp_path / "made.gpkg", "Made")
        survey.change("test", {"sites": sites, "observations": [
            {"id": f"of {site['id']}", "site_id": site["id"], "state": "present", "seen_from": "2025-01-01",
             "seen_to": "2025-01-01"} for site in sites]})
        return survey
    return make


def styles_of(item):
    """Return the reference scale of each vector layer on a map, as a multiple of the map's scale."""
    from qgis.core import QgsMapLayerStyle, QgsVectorLayer

    for layer in item.layers():
        if isinstance(layer, QgsVectorLayer):
            copy = layer.clone()
            QgsMapLayerStyle(item.layerStyleOverrides().get(layer.id(), "")).writeToLayer(copy)
            yield layer.name(), copy.renderer().referenceScale() / item.scale()


def ring_mm(item, spot):
    """Return the width in mm of the ring of a state around a spot of a map."""
    from qgis.core import QgsLayoutExporter
    from qgis.PyQt.QtCore import QRectF

    dots = 600 / 25.4
    corner = item.mapRectToScene(item.rect()).topLeft()
    area = QRectF(corner.x() + spot.x - 10, corner.y() + spot.y - 0.2, 20, 0.4)
    image = QgsLayoutExporter(item.layout()).renderRegionToImage(area, dpi=600)
    row = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
    green = [x for x, colour in enumerate(row) if colour.green() - colour.red() > 60 and colour.green() > colour.blue()]
    middle = image.width() / 2
    return (min(x for x in green if x > middle) - max(x for x in green if x < middle)) / dots


@pytest.mark.parametrize("page", PAPERS)
def test_symbols_grow_by_half_as_much_as_the_paper_and_keep_apart(project_of, survey_of, synthetic_sites, page):
    from qgis.core import QgsLayoutItemMap

    from yalu_plugin.layers.layouts.map_documents import overview_document
    from yalu_plugin.layers.layouts.map_paper import Paper
    from yalu_plugin.layers.layouts.page_options import PageStyle

    survey, times = survey_of(synthetic_sites(43)), PAPERS[page]
    pages, alone = overview_document(project_of(survey), survey, DAY, style=PageStyle(page)), []
    for item in [item for made in pages for item in made.items()
                 if isinstance(item, QgsLayoutItemMap) and item.isVisible()]:
        if times > 1:
            assert {name: round(found, 3) for name, found in styles_of(item)} == {
                name: round(times, 3) for name, _ in styles_of(item)}
        (layer,) = [layer for layer in item.layers() if layer.fields().lookupField("number") >= 0
                    and layer.fields().lookupField("site_id") < 0 and layer.labelsEnabled()]
        spots = [Paper(item).spot(row.geometry().asPoint()) for row in layer.getFeatures()]
        assert min(math.dist(*two) for two in combinations(spots, 2)) >= 2 * 2.5 * times
        alone += [(item, spot) for spot in spots if all(
            math.dist(spot, other) > 14 * times for other in spots if other != spot)]
    item, spot = alone[0]
    assert ring_mm(item, spot) == pytest.approx(3.94 * times, rel=0.02)


def test_a_strip_map_keeps_room_for_larger_symbols(project_of, survey_of, synthetic_sites):
    from qgis.core import QgsLayoutItemMap

    from yalu_plugin.layers.layouts.map_documents import strip_document
    from yalu_plugin.layers.layouts.page_options import PageStyle

    survey = survey_of(synthetic_sites(43))
    for layout in strip_document(project_of(survey), survey, DAY, style=PageStyle("A1")):
        for item in layout.items():
            if isinstance(item, QgsLayoutItemMap) and item.isVisible():
                assert {round(times, 3) for _, times in styles_of(item)} == {round(PAPERS["A1"], 3)}


def test_the_legend_shows_symbols_as_large_as_on_the_map(project_of, survey_of, synthetic_sites):
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.page_options import PageStyle

    survey, sizes = survey_of(synthetic_sites(5)), []
    project = project_of(survey)
    for page in ("A4", "A1"):
        model = build_overview(project, survey, DAY, style=PageStyle(page)).itemById("legend").model()
        sizes.append([(node.customSymbol() or node.symbol()).size() for tree in model.rootGroup().findLayers()
                      for node in model.layerLegendNodes(tree) if hasattr(node.symbol(), "size")])
    assert sizes[1] == pytest.approx([size * PAPERS["A1"] for size in sizes[0]], rel=1e-3) and len(sizes[0]) >= 3
