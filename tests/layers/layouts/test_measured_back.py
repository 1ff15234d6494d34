"""Scale bars, north arrows and chainage ticks, measured on exported pages."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest

DAY, DPI = date(2025, 7, 30), 600
MM = DPI / 25.4  # pixels


@pytest.fixture
def survey(synthetic_sites, tmp_path):
    """A survey of 43 SYNTHETIC sites."""
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    written = create_survey(tmp_path / "made.gpkg", "Made", False)
    change(written.path, "test", {"sites": synthetic_sites(43)})
    return written


def pixels(page, folder):
    """Return the exported page as rows of grey values."""
    from qgis.core import QgsLayoutExporter
    from qgis.PyQt.QtGui import QImage

    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi, settings.generateWorldFile = DPI, False
    QgsLayoutExporter(page).exportToImage(str(folder / "page.png"), settings)
    image = QImage(str(folder / "page.png")).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.bits().asstring(image.sizeInBytes()), np.uint8)
    return rows.reshape(image.height(), image.bytesPerLine())[:, :image.width()]


def bar_mm(picture, bar):
    """Return the length of a scale bar's segment on the page: half of the bar without its outline."""
    box = bar.mapRectToScene(bar.rect())
    part = picture[int(box.top() * MM):int(box.bottom() * MM), int(box.left() * MM):int(box.right() * MM)] < 100
    return (max(map(_run, part)) / MM - bar.lineSymbol().width()) / bar.numberOfSegments()


def _run(dark):
    """Return the longest row of dark pixels."""
    edges = np.flatnonzero(np.diff(np.r_[0, dark.astype(np.int8), 0]))
    return max((end - begin for begin, end in zip(edges[::2], edges[1::2])), default=0)


def ground_m(item, mm):
    """Return the distance on the ellipsoid of so many mm along the middle of the map."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    from yalu_plugin.core.cartography.symbol_spread import Spot
    from yalu_plugin.layers.layouts.map_paper import Paper
    from yalu_plugin.layers.survey.survey_sites import wgs84_measure

    paper, wgs84 = Paper(item), QgsCoordinateReferenceSystem("EPSG:4326")
    shift = QgsCoordinateTransform(item.crs(), wgs84, QgsProject.instance())
    begin, end = (shift.transform(paper.point(Spot(paper.width / 2 + half, paper.height / 2)))
                  for half in (-mm / 2, mm / 2))
    return wgs84_measure().measureLine(begin, end)


def bars(page):
    """Return the visible scale bars of a page, with their maps."""
    from qgis.core import QgsLayoutItemScaleBar

    return [(item, item.linkedMap()) for item in page.items()
            if isinstance(item, QgsLayoutItemScaleBar) and item.isVisible() and item.linkedMap().isVisible()]


def check_bars(page, folder):
    from qgis.core import QgsUnitTypes

    picture, seen = pixels(page, folder), 0
    for bar, item in bars(page):
        metres = bar.unitsPerSegment() * QgsUnitTypes.fromUnitToUnitFactor(
            bar.units(), QgsUnitTypes.DistanceUnit.DistanceMeters)
        length = bar_mm(picture, bar)
        assert ground_m(item, length) == pytest.approx(metres, rel=0.005), (page.name(), bar.id())
        seen += 1
    return seen


def test_scale_bars_of_the_overview_and_its_key(project_of, survey, tmp_path):
    from yalu_plugin.layers.layouts.map_documents import overview_document

    pages = overview_document(project_of(survey), survey, DAY)
    assert sum(check_bars(page, tmp_path) for page in pages) >= 3


def test_scale_bars_of_the_strip_map(project_of, survey, tmp_path):
    from yalu_plugin.layers.layouts.strip_map import build_strip_map

    for pages in (1, 2):
        for page in build_strip_map(project_of(survey), survey, DAY, pages=pages):
            assert check_bars(page, tmp_path) == 1


def test_scale_bars_of_site_sheets(project_of, survey, tmp_path):
    from yalu_plugin.layers.layouts.page_iterator import PageIterator
    from yalu_plugin.layers.layouts.site_sheets import build_sheets

    layout = build_sheets(project_of(survey), survey, DAY)
    for number, page in enumerate(PageIterator([layout])):
        picture = pixels(page, tmp_path)
        for name, map_name in (("detail_scale_bar", "detail_map"), ("locator_scale_bar", "locator_map")):
            bar, item = page.itemById(name), page.itemById(map_name)
            total = ground_m(item, bar_mm(picture, bar))
            assert total / nearest_round(total) == pytest.approx(1, abs=0.005)
        if number == 3:
            break
    layout.atlas().endRender()


def nearest_round(metres):
    """Return the nearest of 1, 2, 2.5 and 5 times a power of ten: the lengths of bars that fit a width."""
    power = 10.0 ** math.floor(math.log10(metres))
    return min((step * power for step in (1, 2, 2.5, 5, 10)), key=lambda step: abs(step - metres))


def test_north_arrows_of_turned_panels_point_north(project_of, survey, tmp_path):
    from yalu_plugin.layers.layouts.strip_map import build_strip_map

    pages, turned, lengths = build_strip_map(project_of(survey), survey, DAY, pages=2), set(), []
    for page, number in ((page, number) for page in pages for number in (1, 2)):
        picture = pixels(page, tmp_path)
        item, arrow = page.itemById(f"panel_{number}"), page.itemById(f"north_{number}")
        turned.add(round(item.mapRotation()))
        assert arrow_angle(picture, arrow) == pytest.approx(north_on(item), abs=2.0)  # of some forty pixels
        wanted = (arrow.pictureRotation() + arrow.rotation() - north_on(item) + 180) % 360 - 180
        assert abs(wanted) < 0.5
        lengths.append(arrow_length(picture, arrow))
    assert len(turned) == 4
    assert max(lengths) - min(lengths) <= 2  # pixels: QGIS draws a turned picture as large as its frame lets it


def north_on(item):
    """Return the direction of true north in the middle of the map, clockwise from up on the page, in degrees."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    from yalu_plugin.layers.layouts.map_paper import Paper

    shift = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), item.crs(), QgsProject.instance())
    middle = shift.transform(item.extent().center(), QgsCoordinateTransform.TransformDirection.ReverseTransform)
    begin, end = (Paper(item).spot(shift.transform(QgsPointXY(middle.x(), middle.y() + up))) for up in (0, 0.001))
    return math.degrees(math.atan2(end.x - begin.x, begin.y - end.y))


def arrow_line(picture, arrow):
    """Return the line through the pixels of an arrow, and the position of each pixel along it."""
    box = arrow.mapRectToScene(arrow.rect())
    part = picture[int(box.top() * MM):int(box.bottom() * MM) + 1, int(box.left() * MM):int(box.right() * MM) + 1]
    rows, columns = np.nonzero(part < 128)
    middle = np.array([columns.mean(), rows.mean()])
    points = np.column_stack([columns, rows]) - middle
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    return axes, points @ axes[0]


def arrow_length(picture, arrow):
    """Return the length of an arrow in pixels, from its tail to the letter N."""
    _, along = arrow_line(picture, arrow)
    return np.ptp(along)


def arrow_angle(picture, arrow):
    """Return the direction of an arrow's pixels: the line through them, from the middle to the letter N."""
    axes, along = arrow_line(picture, arrow)
    end = axes[0] if skewed(along) else -axes[0]
    return math.degrees(math.atan2(end[0], -end[1]))


def skewed(along):
    """Return whether the thin end, with the letter, is the positive one: the broad tail has most of the ink."""
    return along.max() > -along.min()


def test_chainage_ticks_are_where_they_say(project_of, survey, tmp_path):
    """Compare with geodesics of the river, not with the code under test."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject

    from yalu_plugin.layers.layouts.strip_map import build_strip_map
    from yalu_plugin.layers.survey.survey_sites import wgs84_measure

    (page,) = build_strip_map(project_of(survey), survey, DAY, pages=1)
    line = QgsGeometry.fromWkt(survey.rows("corridors")[0]["geom"])
    line.convertToSingleType()
    vertices = line.asPolyline()[::-1]  # downstream
    measure, ford = wgs84_measure(), QgsPointXY(128.186804, 41.411114)
    lengths = np.r_[0, np.cumsum([measure.measureLine(*pair) for pair in zip(vertices, vertices[1:])])]

    def station(point):
        _, near, after, _ = QgsGeometry.fromPolylineXY(vertices).closestSegmentWithContext(point)
        return lengths[after - 1] + measure.measureLine(vertices[after - 1], near)

    item = page.itemById("panel_1")
    back = QgsCoordinateTransform(item.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    (ticks,) = [layer for layer in item.layers() if layer.name().startswith("Chainage")]
    labels = [(float(row["name"]), back.transform(row.geometry().centroid().asPoint()))
              for row in ticks.getFeatures() if row["name"]]
    assert len(labels) > 30
    for km, place in labels:
        assert station(place) - station(ford) == pytest.approx(km * 1000, abs=50)
