"""Sizes, orientations and forms: on any paper nothing overlaps, nothing is cut, and no site is missing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tests.layers.layouts.test_overview_numbers import ON_PURPOSE, maps, symbols

DAY = date(2025, 7, 30)
LONG = "SYNTHETIC " + "a very long name " * 18


@pytest.fixture
def survey_of(new_survey, tmp_path):
    """A function: a new survey with these sites."""
    from yalu_plugin.layers.survey.write import change

    def make(sites, corridors=()):
        survey = new_survey(tmp_path / f"made{len(list(tmp_path.iterdir()))}.gpkg", "Made", False)
        change(survey.path, "test", {"sites": sites, "corridors": corridors})
        return survey
    return make


@pytest.fixture
def strip(survey_of, project_of):
    """A function: the strip map of these sites as a document."""
    from yalu_plugin.layers.layouts.map_documents import strip_document

    def make(sites, **options):
        survey = survey_of(sites)
        return strip_document(project_of(survey), survey, DAY, **options)
    return make


@pytest.fixture
def overview(survey_of, project_of):
    """A function: the overview of these sites as a document."""
    from yalu_plugin.layers.layouts.map_documents import overview_document

    def make(sites, corridors=(), **options):
        survey = survey_of(sites, corridors)
        return overview_document(project_of(survey), survey, DAY, **options)
    return make


def style(**given):
    from yalu_plugin.layers.layouts.page_options import PageStyle

    return PageStyle(classification="RESTRICTED", **given)


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
@pytest.mark.parametrize("size", ["A4", "A3", "A2", "A1"])
@pytest.mark.parametrize("count", [4, 43])
def test_an_overview_of_any_size_has_room_for_all(overview, synthetic_sites, size, orientation, count, overlaps,
                                                  unfit):
    from yalu_plugin.layers.layouts.page_options import SIZES

    pages = overview(synthetic_sites(43)[:count], style=style(page=size, orientation=orientation))
    for page in pages:
        paper = page.pageCollection().page(0).pageSize()
        assert (paper.width(), paper.height()) == (SIZES[size] if orientation == "portrait" else SIZES[size][::-1])
        assert overlaps(page, ON_PURPOSE) == [] and unfit(page) == []
    if count == 43:
        assert {number for item in maps(pages) for number in symbols(item)} == set(range(1, 44))


@pytest.mark.parametrize(("size", "orientation", "form"), [
    ("A4", "portrait", "pages"), ("A1", "landscape", "pages"), ("A4", "landscape", "poster"),
    ("A3", "portrait", "poster"), ("A4", "portrait", "booklet"), ("A3", "landscape", "booklet")])
def test_a_strip_map_of_any_form_has_every_site(strip, synthetic_sites, size, orientation, form, overlaps, unfit):
    pages = strip(synthetic_sites(43), style=style(page=size, orientation=orientation), form=form)
    for number, page in enumerate(pages, 1):
        assert overlaps(page, ON_PURPOSE) == [] and unfit(page) == [], number
        assert page.itemById("page_number").text() == f"{number} / {len(pages)}"
    numbered = {number for page in pages for item in maps([page]) for number in symbols(item)}
    assert numbered == set(range(1, 44))


def test_a_poster_has_all_panels_in_their_order_on_one_page(strip, synthetic_sites):
    from yalu_plugin.layers.layouts.strip_rows import panel_maps

    paged = strip(synthetic_sites(43), scale=50_000)
    poster, key = strip(synthetic_sites(43), scale=50_000, form="poster")
    panels = panel_maps(poster)
    assert len(panels) == sum(panel_item.isVisible() for page in paged for panel_item in panel_maps(page)) > 8
    boxes = [panel.sceneBoundingRect() for panel in panels]
    assert all(above.bottom() < below.top() and above.left() == below.left() for above, below in pairwise(boxes))
    assert {round(panel.scale()) for panel in panels} == {50_000}
    caption_text = [poster.itemById(f"panel_{number}_caption").text() for number in range(1, len(panels) + 1)]
    assert all(text.startswith(f"Panel {number} of {len(panels)}") for number, text in enumerate(caption_text, 1))
    assert len({panel.uuid() for panel in panels}) == len(panels)
    assert poster.itemById(f"north_{len(panels)}").linkedMap() is panels[-1]
    assert poster.itemById("legend").sceneBoundingRect().top() > boxes[-1].bottom()
    assert key.itemById("key_1").isVisible()


def test_a_poster_can_be_written_as_one_page(strip, synthetic_sites, tmp_path):
    from osgeo import gdal

    from yalu_plugin.layers.layouts.export import export

    (poster, _) = strip(synthetic_sites(43), scale=50_000, form="poster")
    assert gdal.Open(str(export([poster], tmp_path / "poster.pdf"))) is not None
    paper = poster.pageCollection().page(0).pageSize()
    assert paper.height() > 2 * paper.width()


def test_a_poster_longer_than_a_page_can_be_is_refused(strip, synthetic_sites):
    from yalu_plugin.layers.layouts.strip_poster import PosterTooLong

    with pytest.raises(PosterTooLong):
        strip(synthetic_sites(43), scale=5_000, form="poster")


def test_a_poster_of_panels_beside_each_other_is_refused(strip, synthetic_sites, tmp_path):
    from qgis.core import QgsLayoutPoint, QgsProject, QgsReadWriteContext

    from yalu_plugin.layers.layouts.page_options import DEFAULT_STYLE
    from yalu_plugin.layers.layouts.page_template import from_template
    from yalu_plugin.layers.layouts.strip_map import ITEMS
    from yalu_plugin.layers.layouts.strip_poster import PanelsSideBySide

    layout, _ = from_template(QgsProject.instance(), None, "strip_map", ITEMS, DEFAULT_STYLE)
    layout.itemById("panel_2").attemptMove(QgsLayoutPoint(30, 30))
    own = tmp_path / "own.qpt"
    assert layout.saveAsTemplate(str(own), QgsReadWriteContext())
    with pytest.raises(PanelsSideBySide):
        strip(synthetic_sites(43), template=own, form="poster")


def test_a_booklet_begins_with_a_map_of_where_its_pages_lie(strip, synthetic_sites):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.strip_rows import panel_maps

    index, *pages = strip(synthetic_sites(43), form="booklet")
    main_map = index.itemById("main_map")
    numbers, outlines = [layer for layer in main_map.layers() if layer.name() == "Pages"]
    panels = [(str(number), panel) for number, page in enumerate(pages, 2) for panel in panel_maps(page)
              if panel.isVisible()]
    assert [row["name"] for row in numbers.getFeatures()] == [name for name, _ in panels]
    assert {round(panel_item.scale()) for _, panel_item in panels} == {50_000}
    for row, (name, panel_item) in zip(outlines.getFeatures(), panels):
        ground = QgsGeometry.fromQPolygonF(panel_item.visibleExtentPolygon())
        assert row["name"] == name and row.geometry().symDifference(ground).area() < 0.01 * ground.area()
    assert not symbols(main_map)  # numbers of sites would be taken for those of pages


def test_two_lines_frame_the_crossings_of_both(overview):
    second = {"id": "second", "name": "SYNTHETIC Tumen", "direction": "downstream",
              "geom": "LINESTRING (128.3 42.0, 129.3 42.4, 129.8 42.5, 130.6 42.4)"}
    places = [(126.9, 41.75), (127.5, 41.45), (128.1, 41.4), (129.3, 42.4), (129.8, 42.5)]
    (page,) = overview([{"id": str(number), "name": f"SYNTHETIC {number}", "kind": "vehicle_ford",
                         "geom": f"POINT ({x} {y})"} for number, (x, y) in enumerate(places)], [second])
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.layouts.extents import to_crs

    item = page.itemById("main_map")
    assert all(item.extent().contains(to_crs(item.crs()).transform(QgsPointXY(*place))) for place in places)
    assert "outside" not in page.itemById("dates").text()
    caption_text = page.itemById("licences").currentText().replace("\n", " ")
    assert "ODbL" in caption_text and "River line SYNTHETIC Tumen: source and licence not stated." in caption_text
    legend = page.itemById("legend").model()
    entries = [node.data(0) for group in legend.rootGroup().findLayers() for node in legend.layerLegendNodes(group)]
    assert "River lines (sources: see the licences)" in entries


def test_one_site_has_the_whole_river_in_its_inset(overview):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.extents import to_crs

    (page,) = overview([{"id": "a", "name": "SYNTHETIC", "kind": "vehicle_ford", "geom": "POINT (127.23 41.5)"}])
    main_map, inset = page.itemById("main_map"), page.itemById("inset_map")
    (river,) = [layer for layer in inset.layers() if layer.name().startswith("River") or "corridor" in layer.source()]
    shift = to_crs(inset.crs())
    for row in river.getFeatures():
        line = QgsGeometry(row.geometry())
        line.transform(shift)
        assert inset.extent().contains(line.boundingBox())
    assert 2 <= inset.scale() / main_map.scale() * 76 / 263 <= 8.1 * 263 / 76


@pytest.mark.parametrize("names", [[LONG], [None], ["معبر SYNTHETIC على النهر"], ["SYNTHETIC", "SYNTHETIC"]])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_ugly_names_on_an_upright_page(overview, names, orientation, overlaps, unfit):
    sites = [{"id": str(number), "name": name, "kind": "barge_dock", "geom": "POINT (127.23 41.5)"}
             for number, name in enumerate(names)]
    pages = overview(sites, style=style(orientation=orientation))
    assert len(pages) == len(names)  # two at one place are numbered: with a key
    for page in pages:
        assert overlaps(page, ON_PURPOSE) == [] and unfit(page) == []


def test_own_words_stand_on_the_page_and_the_licences_stay(overview, synthetic_sites, overlaps, unfit):
    from yalu_plugin.core.cartography.page_texts import PageTexts

    words = PageTexts("Fords", "As seen [% 1 + 1 %]", "Made by us", {"vehicle_ford": "Ford", "place": "Town"})
    page, key = overview(synthetic_sites(43), style=style(texts=words))
    assert page.itemById("title").currentText() == "Fords"
    assert page.itemById("subtitle").currentText() == "As seen [% 1 + 1 %]"
    for one in (page, key):
        caption_text = one.itemById("licences").currentText()
        assert "ODbL" in caption_text and "Made by us" in caption_text
    legend = page.itemById("legend").model()
    entries = [node.data(0) for group in legend.rootGroup().findLayers() for node in legend.layerLegendNodes(group)]
    assert "Ford (37)" in entries and "Town" in entries and "Barge crossing (6)" in entries
    assert overlaps(page, ON_PURPOSE) == [] and unfit(page) == []


@pytest.mark.parametrize("form", ["pages", "poster"])
def test_own_words_of_any_length_fit_a_strip_map(strip, synthetic_sites, form, overlaps, unfit):
    from yalu_plugin.core.cartography.page_texts import PageTexts

    words = PageTexts("w" * 300, "x" * 300, LONG[:280], {"vehicle_ford": "معبر"})
    for page in strip(synthetic_sites(43), style=style(texts=words), form=form):
        assert overlaps(page, ON_PURPOSE) == [] and unfit(page) == []


def test_a_template_of_before_says_the_subtitle_above_its_dates(overview, synthetic_sites, tmp_path):
    from yalu_plugin.core.cartography.page_texts import PageTexts
    from yalu_plugin.paths import resource

    own = tmp_path / "own.qpt"
    own.write_text(resource("layouts", "overview.qpt").read_text(encoding="utf-8").replace("subtitle", "other"),
                   encoding="utf-8")
    (page,) = overview(synthetic_sites(43)[:4], template=own, style=style(texts=PageTexts(subtitle="For readers")))
    assert page.itemById("dates").currentText().startswith("For readers\nSites as of")


def test_close_ups_have_the_image_of_the_overview_and_say_so(survey_of, project_of, synthetic_sites, tmp_path):
    from tests.layers.layouts.test_overview import made_raster, made_scene
    from yalu_plugin.layers.imagery.project_scenes import show_scene, shown_layers
    from yalu_plugin.layers.layouts.map_documents import overview_document
    from yalu_plugin.layers.survey.images import add_images

    survey = survey_of(synthetic_sites(300))
    project = project_of(survey)
    scene = made_scene("scene", made_raster(tmp_path / "made.tif", 127.3), synthetic=True)
    add_images(survey, [scene])
    show_scene(project, scene)
    (image,) = shown_layers(project)
    first, *pages = overview_document(project, survey, DAY)
    assert image in first.itemById("inset_map_2").layers()
    marked = 0
    for page in pages:
        shown = [item for item in maps([page]) if item.isVisible()]
        assert all(image in item.layers() for item in shown)
        marks = [page.itemById(f"synthetic_{row}") for row in (1, 2)]
        if any(mark.isVisible() for mark in marks):
            marked += 1
            assert {mark.text() for mark in marks if mark.isVisible()} == {"SYNTHETIC IMAGERY"}
            assert "Imagery: nobody" in page.itemById("licences").currentText()
            assert "Imagery 2025-07-28 made up" in page.itemById("dates").currentText()
    assert marked and not pages[-1].itemById("synthetic_1").isVisible()  # the key alone
