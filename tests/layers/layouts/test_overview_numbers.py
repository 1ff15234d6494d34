"""The overview of many sites: on its pages each has a legible number, and a line to its true place."""

from __future__ import annotations

import math
from datetime import date
from itertools import combinations

import pytest

DAY = date(2025, 7, 30)
RADIUS_MM = 2.5  # of a numbered symbol with the mark of its state
ON_PURPOSE = ("synthetic", "leader")
STATES = ("present", "washed_out", "absent", "under_construction", "not_observable", None)


@pytest.fixture
def build(project_of, new_survey, tmp_path):
    """A function: the pages of the overview of a new survey with these sites; every sixth has no state."""
    from yalu_plugin.layers.layouts.map_documents import overview_document
    from yalu_plugin.layers.survey.write import change

    def make(sites, **options):
        survey = new_survey(tmp_path / "made.gpkg", "Made", False)
        seen = [{"id": f"o{site['id']}", "site_id": site["id"], "state": STATES[number % len(STATES)],
                 "seen_from": "2025-07-01", "seen_to": "2025-07-01"} for number, site in enumerate(sites)
                if STATES[number % len(STATES)]]
        change(survey.path, "test", {"sites": sites, "observations": seen})
        return overview_document(project_of(survey), survey, DAY, **options)
    return make


def maps(pages):
    from qgis.core import QgsLayoutItemMap

    return [item for page in pages for item in page.items()
            if isinstance(item, QgsLayoutItemMap) and item.isVisible()]


def layers_of(item, field="number"):
    return [layer for layer in item.layers() if hasattr(layer, "fields") and layer.fields().lookupField(field) >= 0
            and layer.fields().lookupField("site_id") < 0]


def symbols(item):
    """Return the middle of each numbered symbol of a map, in mm on its paper, by number."""
    from yalu_plugin.layers.layouts.map_paper import Paper

    paper = Paper(item)
    found = [(row["number"], paper.spot(row.geometry().asPoint())) for layer in layers_of(item)
             for row in layer.getFeatures() if isinstance(row["number"], int)]
    assert len(dict(found)) == len(found)
    return dict(found)


def labels_of(page, folder):
    """Return the names drawn on each map (not those without space): text and box on the ground."""
    from qgis.core import QgsGeometry, QgsLayoutExporter

    exporter, settings = QgsLayoutExporter(page), QgsLayoutExporter.ImageExportSettings()
    settings.dpi, settings.generateWorldFile = 150, False
    exporter.exportToImage(str(folder / "page.png"), settings)
    found = exporter.labelingResults()
    return {item: [(label.labelText, QgsGeometry(label.labelGeometry)) for label in found[item.uuid()].allLabels()
                   if not label.isUnplaced and label.labelText != "-"]
            for item in maps([page]) if item.uuid() in found}


@pytest.mark.parametrize(("count", "size"), [(43, ""), (43, "A3"), (120, ""), (300, ""), (500, "A3")])
def test_every_site_has_its_number_on_a_map_and_no_symbol_hides_another(build, synthetic_sites, count, size):
    from yalu_plugin.layers.layouts.page_options import PageStyle

    pages = build(synthetic_sites(count), style=PageStyle(size))
    numbered = set()
    for item in maps(pages):
        drawn = symbols(item)
        numbered |= set(drawn)
        for one, other in combinations(drawn.values(), 2):
            assert math.dist(one, other) >= 2 * RADIUS_MM  # a third of a disc is hidden at 1.1 times the radius
    assert numbered == set(range(1, count + 1))


@pytest.mark.parametrize("count", [43, 120, 300])
def test_numbers_are_drawn_and_no_text_lies_on_text(build, synthetic_sites, count, tmp_path):
    pages, drawn = build(synthetic_sites(count)), set()
    for page in pages:
        for item, labels in labels_of(page, tmp_path).items():
            assert {str(number) for number in symbols(item)} <= {text for text, _ in labels}
            drawn |= {int(text) for text, _ in labels if text.isdigit()}
            for (one, here), (other, there) in combinations(labels, 2):
                shared = here.intersection(there)
                assert shared.isEmpty() or shared.area() < 1e-6 * here.area(), (item.id(), one, other)
    assert drawn == set(range(1, count + 1))


@pytest.mark.parametrize("count", [43, 300])
def test_both_countries_are_named(build, synthetic_sites, count, tmp_path):
    page = build(synthetic_sites(count))[0]
    labels = labels_of(page, tmp_path)[page.itemById("main_map")]
    texts = {"".join(filter(str.isalpha, text)).lower() for text, _ in labels}
    assert {"china", "northkorea"} <= texts


@pytest.mark.parametrize("count", [43, 300])
def test_lines_lead_from_each_displaced_symbol_to_its_true_place(build, synthetic_sites, count):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.extents import to_crs
    from yalu_plugin.layers.layouts.map_paper import Paper

    sites, lines_seen = synthetic_sites(count), 0
    for item in maps(build(sites)):
        shift, paper = to_crs(item.crs()), Paper(item)
        true = {site["name"]: shift.transform(QgsGeometry.fromWkt(site["geom"]).asPoint()) for site in sites}
        lines = [[point for point in row.geometry().asPolyline()] for layer in item.layers()
                 if layer.name().startswith("Lines to true places") for row in layer.getFeatures()]
        ends = {(round(line[0].x(), 2), round(line[0].y(), 2)): line[1] for line in lines}
        lines_seen += len(lines)
        numbered, *_ = layers_of(item)
        for row in numbered.getFeatures():
            at, place = row.geometry().asPoint(), true[row["name"]]
            end = ends.get((round(at.x(), 2), round(at.y(), 2)), at)
            assert end.distance(place) < 1.0  # metres on the ground
            assert math.dist(paper.spot(at), paper.spot(place)) < 10  # mm on the paper
    assert lines_seen > 10


@pytest.mark.parametrize("count", [43, 120, 300])
def test_the_key_has_every_site_in_order_of_its_number(build, synthetic_sites, count):
    sites = synthetic_sites(count)
    pages = build(sites)
    rows = [[cell.content() for cell in row] for page in pages[1:] for number in (1, 2, 3)
            if page.itemById(f"key_{number}").isVisible()
            for row in page.itemById(f"key_{number}").multiFrame().tableContents()]
    assert [int(row[0]) for row in rows] == list(range(1, count + 1))
    assert sorted(row[1].replace("\n", " ") for row in rows) == sorted(site["name"] for site in sites)
    km = [float(row[3]) for row in rows if row[3] != "-"]
    assert km == sorted(km) and len(km) == sum(site["kind"] != "staging_area" for site in sites)
    assert {row[4] for row in rows} >= {"Present", "Washed out", "Not known"}


@pytest.mark.parametrize("size", ["", "A3"])
def test_nothing_on_the_pages_overlaps_or_is_cut(build, synthetic_sites, size, overlaps, unfit):
    from yalu_plugin.layers.layouts.page_options import PageStyle

    pages = build(synthetic_sites(120), style=PageStyle(size, classification="RESTRICTED"))
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert overlaps(page, ON_PURPOSE) == [] and unfit(page) == []
        assert page.itemById("page_number").text() == f"{number} / {len(pages)}"


def test_the_numbers_are_those_of_the_site_sheets(build, synthetic_sites):
    from yalu_plugin.layers.layouts.site_sheets import build_sheets
    from yalu_plugin.layers.survey.open import open_survey

    pages = build(synthetic_sites(43))
    key = {row[1].content(): row[0].content() for number in (1, 2, 3)
           for row in pages[1].itemById(f"key_{number}").multiFrame().tableContents()}
    project = pages[0].project()
    (layer,) = [layer for layer in project.mapLayers().values() if layer.customProperty("yalu/role") == "sites"]
    survey = open_survey(layer.source().split("|")[0])
    sheets = build_sheets(project, survey, DAY)
    rows_by_name = {row["name"]: row for row in sheets.atlas().coverageLayer().getFeatures()}
    assert {name: str(row["number"]) for name, row in rows_by_name.items()} == key
    assert all(row["subtitle"].startswith(f"No. {row['number']}  ·  ") for row in rows_by_name.values())


def test_a_dense_reach_has_a_box_with_its_letter_and_a_map_that_shows_it_larger(build, synthetic_sites):
    first, *_ = build(synthetic_sites(43))
    main_map, second = first.itemById("main_map"), first.itemById("inset_map_2")
    _, _, boxes = [layer for layer in main_map.layers() if layer.name() == "Enlarged reaches"]
    (box,) = boxes.getFeatures()
    assert box["name"] == "A" and first.itemById("inset_map_2_caption").text().startswith("A  ·  No. ")
    assert second.scale() < 0.5 * main_map.scale()
    ground = box.geometry().boundingBox()
    assert second.extent().width() == pytest.approx(ground.width(), rel=0.001)
    assert not set(symbols(main_map)) & set(symbols(second)) and len(symbols(second)) >= 5


def test_a_number_is_in_its_symbol_and_a_distant_letter_has_a_line_to_its_box(
        build, synthetic_sites, tmp_path):
    from qgis.core import QgsGeometry

    for page in build(synthetic_sites(300)):
        for item, labels in labels_of(page, tmp_path).items():
            from yalu_plugin.layers.layouts.map_paper import Paper

            paper, at = Paper(item), symbols(item)
            for text, ground in labels:
                if text.isdigit() and int(text) in at:
                    assert math.dist(paper.spot(ground.centroid().asPoint()), at[int(text)]) < 0.4
            drawn = [layer for layer in item.layers() if layer.name() == "Enlarged reaches"]
            if not drawn:
                continue
            letters, lines, boxes = ({row["name"]: QgsGeometry(row.geometry()) for row in layer.getFeatures()}
                                     for layer in drawn)
            mm = 1000 / item.scale()
            for name, letter in letters.items():
                box = boxes[name.split("-")[0]]
                away = letter.distance(box) * mm
                assert away <= 1.01 or (lines[name].distance(box) * mm < 1 and lines[name].distance(letter) * mm < 0.2)


def test_a_number_on_an_absent_site_is_dark_with_a_wide_halo_and_others_keep_theirs(build, synthetic_sites):
    from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsPalLayerSettings

    part = QgsPalLayerSettings.Property
    sites = synthetic_sites(43)
    absent = {site["id"] for number, site in enumerate(sites) if STATES[number % len(STATES)] == "absent"}
    layer = layers_of(build(sites)[0].itemById("main_map"))[0]
    settings, found = QgsPalLayerSettings(layer.labeling().settings()), {}
    given = settings.dataDefinedProperties()
    for row in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(row)
        ink, halo = (given.valueAsColor(name, context)[0].name() for name in (part.Color, part.BufferColor))
        width = round(given.valueAsDouble(part.BufferSize, context)[0], 2)
        found.setdefault((row["kind"] == "vehicle_ford", row["id"] in absent), set()).add((ink, halo, width))
    assert found == {(True, True): {("#111111", "#ffffff", 0.5)}, (True, False): {("#ffffff", "#111111", 0.25)},
                     (False, True): {("#111111", "#ffffff", 0.5)}, (False, False): {("#111111", "#ffffff", 0.25)}}


@pytest.mark.parametrize("count", [4, 43])
def test_the_box_of_the_barges_is_drawn_below_the_sites(build, synthetic_sites, count):
    barges = [site for site in synthetic_sites(43) if site["kind"] == "barge_dock"]
    sites = synthetic_sites(43) if count == 43 else [*synthetic_sites(43)[:2], *barges[:2]]
    main_map = build(sites)[0].itemById("main_map")
    box, order = main_map.overview(), main_map.layers()
    assert box.linkedMap() is not None
    assert box.stackingPosition() == box.StackingPosition.StackBelowMapLayer
    below, names = order.index(box.stackingLayer()), [layer.name() for layer in order]
    sites_at = [at for at, layer in enumerate(order) if hasattr(layer, "fields") and
                layer.fields().lookupField("kind") >= 0 and layer.fields().lookupField("geonameid") < 0]
    assert sites_at and max(sites_at) <= below, names


def test_boxes_of_one_place_share_their_letters(build, tmp_path):
    places = [(126.0 + x / 9000, 41.2 + y / 9000) for x in range(16) for y in range(16)]
    sites = [{"id": str(number), "name": f"SYNTHETIC {number}", "kind": "vehicle_ford", "geom": f"POINT ({x} {y})"}
             for number, (x, y) in enumerate([*places, (127.5, 41.4), (124.6, 40.1)])]
    first, *_ = build(sites)
    letters, _, boxes = [layer for layer in first.itemById("main_map").layers() if layer.name() == "Enlarged reaches"]
    names = [row["name"] for row in boxes.getFeatures()]
    shared, *others = (row["name"] for row in letters.getFeatures())
    assert shared == f"A-{names[-1 - len(others)]}" and len(names) - len(others) > 3  # others: of a larger box


def test_an_older_template_has_its_numbers_and_the_reaches_on_the_next_page(build, synthetic_sites, tmp_path):
    from yalu_plugin.paths import resource

    own = tmp_path / "own.qpt"
    own.write_text(resource("layouts", "overview.qpt").read_text(encoding="utf-8").replace(
        "inset_map_2", "other"), encoding="utf-8")
    first, second, *_ = build(synthetic_sites(43), template=own)
    assert second.itemById("reach_1").isVisible() and not second.itemById("reach_2").isVisible()
    assert set(symbols(first.itemById("main_map"))) | set(symbols(second.itemById("reach_1"))) == set(range(1, 44))


def test_pages_with_layers_and_as_pictures_can_be_written(build, synthetic_sites, tmp_path):
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.page_options import GEOPDF

    pages = build(synthetic_sites(43))
    for kind in (GEOPDF, "png"):
        assert len(list(export(pages, tmp_path / f"{kind}.{kind[-3:]}", kind).iterdir())) == 2


@pytest.mark.parametrize("count", [1, 2, 12])
def test_few_sites_keep_their_names_and_need_no_key(build, synthetic_sites, count):
    (page,) = build(synthetic_sites(43)[:count])
    assert not page.itemById("inset_map_2").isVisible()


def test_few_sites_of_which_two_are_at_one_place_are_numbered_and_both_are_seen(build, synthetic_sites):
    sites = synthetic_sites(43)[:4]
    sites[1]["geom"] = sites[0]["geom"]
    pages = build(sites)
    assert len(pages) == 2
    drawn = symbols(pages[0].itemById("main_map"))
    assert set(drawn) == {1, 2, 3, 4}
    assert all(math.dist(one, other) >= 2 * RADIUS_MM for one, other in combinations(drawn.values(), 2))


def test_names_that_are_long_or_none_or_in_other_directions_are_in_the_key(build, synthetic_sites, unfit, overlaps):
    sites = synthetic_sites(43)
    names = ["SYNTHETIC " + "a very long name " * 18, None, "معبر SYNTHETIC", "[% 1 + 1 %] SYNTHETIC", "혜산 SYNTHETIC"]
    for site, name in zip(sites, names):
        site["name"] = name
    sites[7]["geom"] = sites[8]["geom"]
    first, second = build(sites)
    rows_by_name = [row[1].content() for number in (1, 2, 3)
                    for row in second.itemById(f"key_{number}").multiFrame().tableContents()]
    assert len(rows_by_name) == 43 and {"Vehicle crossing #2", *names[2:]} <= set(rows_by_name)
    assert any(name.endswith("…") and len(name) < 70 for name in rows_by_name)
    assert overlaps(second, ON_PURPOSE) == [] and unfit(second) == []
    assert {number for item in maps([first, second]) for number in symbols(item)} == set(range(1, 44))


def test_where_nothing_can_be_measured_the_numbers_are_by_name_and_no_chainage_is_claimed(
        build, synthetic_sites, monkeypatch):
    from yalu_plugin.core.requirements import MissingPackages
    from yalu_plugin.layers.layouts import sheet_layers

    def without(_survey, _day):
        raise MissingPackages(packages="geopandas")

    monkeypatch.setattr(sheet_layers, "measured_crossings", without)
    pages = build(synthetic_sites(43))
    rows = [[cell.content() for cell in row] for page in pages[1:] for number in (1, 2, 3)
            if page.itemById(f"key_{number}").isVisible()
            for row in page.itemById(f"key_{number}").multiFrame().tableContents()]
    assert len(rows) == 43 and {row[3] for row in rows} == {"-"}
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    assert {number for item in maps(pages) for number in symbols(item)} == set(range(1, 44))


@pytest.mark.parametrize("highest", [41.85, 41.87])
def test_a_long_scale_bar_ends_before_the_next_item(build, synthetic_sites, highest, overlaps):
    """On a main map with a bar of 40 km the north arrow covered the last letters."""
    from qgis.core import QgsLayoutExporter

    upstream = {"id": "u", "name": "SYNTHETIC upstream", "kind": "vehicle_ford", "geom": f"POINT (128.09 {highest})"}
    page = build([*synthetic_sites(43), upstream])[0]
    QgsLayoutExporter(page).renderPageToImage(0, dpi=30)  # bars and legends find their size when they are drawn
    assert page.itemById("inset_map_2").isVisible() and overlaps(page, ON_PURPOSE) == []
    bar = page.itemById("scale_bar")
    assert bar.mapRectToScene(bar.rect()).right() < page.itemById("licences").sceneBoundingRect().left()


def river_mm(item):
    """Return the width of the river on a map, in the mm in which its symbols are measured."""
    from qgis.core import QgsExpressionContextScope, QgsMapLayerStyle, QgsRenderContext, QgsSymbolLayer

    (river,) = (layer for layer in item.layers() if layer.customProperty("yalu/role") == "corridors")
    drawn = river.clone()
    QgsMapLayerStyle(item.layerStyleOverrides()[river.id()]).writeToLayer(drawn)
    context, scope = item.createExpressionContext(), QgsExpressionContextScope()
    scope.setVariable("map_scale", item.scale())
    context.appendScope(scope)
    return [part.dataDefinedProperties().valueAsDouble(QgsSymbolLayer.Property.StrokeWidth, context, part.width())[0]
            for symbol in drawn.renderer().symbols(QgsRenderContext()) for part in symbol.symbolLayers()]


@pytest.mark.parametrize(("count", "size"), [(43, "A1"), (300, "")])
def test_the_river_is_as_wide_on_every_map_of_the_document(build, synthetic_sites, count, size):
    from yalu_plugin.layers.layouts.page_options import PageStyle

    drawn = maps(build(synthetic_sites(count), style=PageStyle(size)))
    scales = [item.scale() for item in drawn]
    assert min(scales) < 60_000 < max(scales)  # where the style has it thin, and wide
    assert {tuple(river_mm(item)) for item in drawn} == {(1.5, 0.8)}
