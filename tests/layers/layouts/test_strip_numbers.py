"""The strip map of many sites: each has a legible number, on a panel or on the map of a dense reach."""

from __future__ import annotations

import math
import re
from datetime import date
from itertools import combinations

import pytest

from tests.layers.layouts.test_overview_numbers import RADIUS_MM, labels_of, maps, symbols

DAY = date(2025, 7, 30)


@pytest.fixture
def build(project_of, new_survey, tmp_path):
    """A function: the pages of the strip map of a new survey with these sites."""
    from yalu_plugin.layers.layouts.map_documents import strip_document
    from yalu_plugin.layers.survey.write import change

    def make(sites, **options):
        survey = new_survey(tmp_path / f"made{len(list(tmp_path.iterdir()))}.gpkg", "Made", False)
        change(survey.path, "test", {"sites": sites})
        return strip_document(project_of(survey), survey, DAY, **options)
    return make


@pytest.mark.parametrize(("count", "options"), [(43, {}), (120, {}), (300, {}), (300, {"pages": 1}),
                                                (43, {"scale": 500_000})])
def test_every_site_has_its_number_and_no_symbol_hides_another(build, synthetic_sites, count, options, tmp_path):
    pages, numbered = build(synthetic_sites(count), **options), set()
    for page in pages:
        for item, labels in labels_of(page, tmp_path).items():
            drawn = symbols(item)
            assert {str(number) for number in drawn} <= {text for text, _ in labels}
            assert all(math.dist(one, other) >= 2 * RADIUS_MM for one, other in combinations(drawn.values(), 2))
            numbered |= set(drawn)
            for (one, here), (other, there) in combinations(labels, 2):
                shared = here.intersection(there)
                assert shared.isEmpty() or shared.area() < 1e-6 * here.area(), (item.id(), one, other)
    assert numbered == set(range(1, count + 1))


def test_forty_three_sites_have_space_on_four_panels(build, synthetic_sites):
    *strip, key = build(synthetic_sites(43))
    panels = maps(strip)
    assert (len(strip), len(panels)) == (2, 4) and {round(item.scale()) for item in panels} == {125_000}
    assert key.itemById("key_1").isVisible() and not key.itemById("reach_1").isVisible()
    assert set().union(*(symbols(item) for item in panels)) == set(range(1, 44))


def test_more_sites_take_more_pages_and_a_larger_scale(build, synthetic_sites):
    pages = [page for page in build(synthetic_sites(120)) if page.itemById("panel_1") is not None]
    assert len(pages) > 1 and maps(pages)[0].scale() <= 150_000


@pytest.mark.parametrize("size", ["", "A3"])
def test_nothing_overlaps_or_is_cut(build, synthetic_sites, size, overlaps, unfit):
    from qgis.core import QgsLayoutExporter

    from yalu_plugin.layers.layouts.page_options import PageStyle

    for page in build(synthetic_sites(120), style=PageStyle(size, classification="RESTRICTED")):
        QgsLayoutExporter(page).renderPageToImage(0, dpi=30)  # legends find their size when they are drawn
        assert overlaps(page) == [] and unfit(page) == []


def test_an_old_template_of_three_panels_still_works(build, synthetic_sites, tmp_path):
    from yalu_plugin.paths import resource

    own = tmp_path / "own.qpt"
    own.write_text(resource("layouts", "strip_map.qpt").read_text(encoding="utf-8").replace(
        '"panel_4"', '"other"').replace('"north_4"', '"no"'), encoding="utf-8")
    pages = build(synthetic_sites(43), template=own)
    assert {number for item in maps(pages) for number in symbols(item)} == set(range(1, 44))


def test_sites_at_one_place_are_side_by_side(build, synthetic_sites):
    sites = synthetic_sites(43)
    for site in sites[1:4]:
        site["geom"] = sites[0]["geom"]
    assert {number for item in maps(build(sites)) for number in symbols(item)} == set(range(1, 44))


def test_letters_of_dense_reaches_are_none_of_those_of_match_lines(build, synthetic_sites):
    pages = build(synthetic_sites(300), pages=1)
    panel = pages[0].itemById("panel_1")
    lines, boxes = ({row["name"] for layer in panel.layers() if layer.name().startswith(name)
                     for row in layer.getFeatures()} for name in ("Match line", "Enlarged reaches"))
    assert lines and boxes and not lines & boxes


def test_in_a_report_the_strip_s_dense_reaches_are_there_and_the_key_only_once(project_of, synthetic_sites, tmp_path):
    from yalu_plugin.layers.layouts.report import build_report
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "made.gpkg", "Made", False)
    change(survey.path, "test", {"sites": [{**site, "geom": f"POINT ({127.9 + number / 100_000} 41.437)"}
                                           for number, site in enumerate(synthetic_sites(43))]})
    layouts = build_report(project_of(survey), survey, DAY)
    strip = [page for page in layouts if page.itemById("panel_1") is not None]
    keys = [page for page in layouts if page.itemById("key_1") is not None]
    with_table = [layouts.index(page) for page in keys if page.itemById("key_1").isVisible()]
    assert with_table and max(with_table) < layouts.index(strip[0])
    end = next(number for number, page in enumerate(layouts) if page.name() == "Crossings along the river")
    after = layouts[layouts.index(strip[-1]) + 1:end]
    assert after and after[0].itemById("reach_1").isVisible()
    on_strip = {number for item in maps([*strip, *after]) for number in symbols(item)}
    assert on_strip == set(range(1, 44))


def test_a_larger_scale_with_a_stub_of_a_panel_is_not_used(build, synthetic_sites):
    for pages in (1, 2, 3):
        strip = [page for page in build(synthetic_sites(43), pages=pages) if page.itemById("panel_1") is not None]
        spans = [re.findall(r"km (-?[0-9.]+)", page.itemById(f"{item.id()}_caption").text())
                 for page in strip for item in maps([page])]
        lengths = [abs(float(first) - float(last)) for first, last in spans]
        assert len(strip) <= pages and min(lengths) >= 0.25 * max(lengths)


def test_more_pages_are_not_used_for_sites_at_one_place(build, synthetic_sites):
    sites = [{**site, "geom": synthetic_sites(43)[0]["geom"]} for site in synthetic_sites(43)[:20]]
    pages = build(sites)
    assert len([page for page in pages if page.itemById("panel_1") is not None]) == 1
    assert {number for item in maps(pages) for number in symbols(item)} == set(range(1, 21))


@pytest.mark.parametrize(("count", "options"), [(43, {}), (43, {"scale": 50_000}), (300, {}), (43, {"style": "A1"})])
def test_a_panel_has_its_own_match_lines_alone_each_with_its_name_at_an_end(build, synthetic_sites, count, options,
                                                                            tmp_path):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.numbered_symbols import paper_of
    from yalu_plugin.layers.layouts.page_options import PageStyle

    options = {**options, "style": PageStyle(options["style"])} if "style" in options else options
    pages = [page for page in build(synthetic_sites(count), **options) if page.itemById("panel_1") is not None]
    names = [[text for text in re.findall(r"match line (\w+)", page.itemById(f"{item.id()}_caption").text())]
             for page in pages for item in panel_maps(page)]
    drawn = {item: labels for page in pages for item, labels in labels_of(page, tmp_path).items()}
    both, whole = 0, 0
    for (item, labels), named in zip(((item, drawn[item]) for page in pages for item in panel_maps(page)), names):
        (layer,) = (layer for layer in item.layers() if layer.name() == "Match line")
        lines = {row["name"]: row.geometry() for row in layer.getFeatures()}
        assert sorted(lines) == sorted(named), item.id()
        for name, line in lines.items():
            inside = QgsGeometry.fromQPolygonF(item.visibleExtentPolygon()).buffer(-5 * paper_of(item).unit, 1)
            assert inside.contains(line), "no room for its names"
            ends = [QgsGeometry.fromPointXY(point) for point in line.asPolyline()]
            apart = [min(here.distance(end) for end in ends) / paper_of(item).unit
                     for text, here in labels if text == name]
            assert 1 <= len(apart) <= 2 and max(apart) < 2.0  # mm, to its nearest corner
            both, whole = both + len(apart), whole + 2
    assert both > 0.8 * whole


def panel_maps(page):
    from yalu_plugin.layers.layouts.strip_rows import panel_maps

    return [item for item in panel_maps(page) if item.isVisible()]
