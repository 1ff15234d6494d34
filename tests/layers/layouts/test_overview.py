"""The overview map, built from a real survey and exported."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest

DAY = date(2025, 7, 30)


@pytest.fixture(scope="module")
def layout(published):
    from yalu_plugin.layers.layouts.overview import build_overview

    overview_layout = build_overview(*published, DAY)
    published[0].layoutManager().addLayout(overview_layout)
    return overview_layout


@pytest.fixture(scope="module")
def pdf(layout, tmp_path_factory):
    from yalu_plugin.layers.layouts.export import export

    return export(layout, tmp_path_factory.mktemp("pdf") / "overview.pdf")


def make(project_of, tmp_path, sites):
    """Return a survey with these sites, and its project."""
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "made.gpkg", "Made")
    change(survey.path, "test", {"sites": sites})
    return project_of(survey), survey


@pytest.mark.parametrize("words", [
    "Irregular crossings of the Yalu", "압록강", "2025-07-30", "River barge",
    "Phungyang fording", "Hyesan sandbar", "Border fence gate", "© OpenStreetMap contributors",
    "GeoNames", "ODbL", "UTM zone 52N", "Vehicle crossing (3)", "Barge crossing (1)", "Not known (3)",
    "Jacob Bogle, AccessDPRK", "20 km", "127°30", "No imagery shown", "혜산"])
def test_pdf_says(pdf, words, words_of):
    assert words in words_of(pdf)


def test_pdf_embeds_its_fonts_and_says_nothing_of_other_kinds(pdf, words_of, fonts_of):
    fonts = fonts_of(pdf)
    assert fonts and all(" yes " in line for line in fonts)
    page_text = words_of(pdf)
    for absent in ("Fuel station", "Washed out", "SYNTHETIC", "Wonsan"):
        assert absent not in page_text


def test_pdf_is_georeferenced(pdf):
    from osgeo import gdal

    assert gdal.Open(str(pdf)).GetProjection()


def test_main_map_holds_the_crossings_and_not_wonsan(published, layout):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.extents import to_crs

    item = layout.itemById("main_map")
    assert item.crs().authid() == "EPSG:32652"
    inside = {row["name"]: item.extent().contains(to_crs(item.crs()).transform(
        QgsGeometry.fromWkt(row["geom"]).asPoint())) for row in published[1].rows("sites")}
    assert [inside[name] for name in ("Hyesan sandbar ford", "Phungyang fording site", "Border fence gate crossing",
                                      "River barge crossing site, Kimhyongjik")] == [True] * 4
    assert not inside["Wonsan filling station"]


def test_box_is_the_inset_and_the_maps_keep_their_day_and_layers(layout):
    main_map, inset = layout.itemById("main_map"), layout.itemById("inset_map")
    assert main_map.overview().linkedMap() is inset
    assert main_map.extent().contains(inset.extent())
    states = next(layer for layer in main_map.layers() if layer.customProperty("yalu/role") == "site_states")
    assert states.temporalProperties().isActive()
    for item in (main_map, inset):
        assert item.keepLayerSet() and len(item.layers()) == 6
        assert item.temporalRange().begin().date().toString("yyyy-MM-dd") == "2025-07-30"


def test_nothing_on_the_sheet_overlaps(layout, pdf, overlaps, unfit):
    assert overlaps(layout, ("synthetic", "leader")) == [] and unfit(layout) == []


def test_leaders_run_from_the_box_to_its_enlargement(layout):
    main_map, inset = layout.itemById("main_map"), layout.itemById("inset_map")
    for side, frame_x in (("left", inset.mapRectToScene(inset.rect()).left()),
                          ("right", inset.mapRectToScene(inset.rect()).right())):
        line = layout.itemById(f"leader_{side}")
        start, end = (line.mapToScene(point) for point in line.nodes())
        assert main_map.mapRectToScene(main_map.rect()).contains(start)
        assert (end.x(), end.y()) == pytest.approx((frame_x, inset.mapRectToScene(inset.rect()).top()), abs=0.01)


def test_each_country_is_named_on_its_side_of_the_river(layout, published):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.extents import to_crs

    item = layout.itemById("main_map")
    layer = next(layer for layer in item.layers() if layer.name().startswith("Countries"))
    at = {feature["name"]: feature.geometry().asPoint() for feature in layer.getFeatures()}
    assert set(at) == {"China", "North Korea"} and all(item.extent().contains(point) for point in at.values())
    river = QgsGeometry.fromWkt(published[1].rows("corridors")[0]["geom"])
    river.transform(to_crs(item.crs()))
    sides = {name: river.closestSegmentWithContext(point)[3] for name, point in at.items()}
    assert sides["China"] * sides["North Korea"] < 0
    hyesan = QgsGeometry.fromWkt("POINT (128.18 41.39)")  # the town, in North Korea
    hyesan.transform(to_crs(item.crs()))
    assert river.closestSegmentWithContext(hyesan.asPoint())[3] == sides["North Korea"]


def test_the_project_is_left_as_it_was(published):
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.strip_map import build_strip_map

    before = set(published[0].mapLayers())
    overview_layout = [build_overview(*published, DAY), *build_strip_map(*published, DAY)]
    assert set(published[0].mapLayers()) == before
    del overview_layout


def names_on(layout, folder):
    """Return the names on each map: text and box on the ground."""
    from qgis.core import QgsGeometry, QgsLayoutExporter

    exporter = QgsLayoutExporter(layout)
    exporter.exportToImage(str(folder / "map.png"), QgsLayoutExporter.ImageExportSettings())
    found = exporter.labelingResults()
    return {name: [(label.labelText, QgsGeometry(label.labelGeometry))
                   for label in found[layout.itemById(name).uuid()].allLabels() if not label.isUnplaced]
            for name in ("main_map", "inset_map")}


def test_no_two_names_collide(layout, tmp_path):
    from itertools import combinations

    for labels in names_on(layout, tmp_path).values():
        assert len(labels) > 1
        for (one, here), (other, there) in combinations(labels, 2):
            shared = here.intersection(there)
            assert shared.isEmpty() or shared.area() < 1e-6, (one, other)


def test_names_keep_off_the_river_and_the_box(layout, published, tmp_path):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.extents import to_crs

    main_map, inset = layout.itemById("main_map"), layout.itemById("inset_map")
    river = QgsGeometry.fromWkt(published[1].rows("corridors")[0]["geom"])
    river.transform(to_crs(main_map.crs()))
    box = QgsGeometry.fromPolylineXY(QgsGeometry.fromRect(inset.extent()).asPolygon()[0])
    names = names_on(layout, tmp_path)
    page_text = [text for text, _ in names["main_map"]]
    assert {"Hyesan sandbar ford", "Phungyang fording site"} <= set(page_text)
    for name, lines in (("main_map", (river, box)), ("inset_map", (river,))):
        for text, box in names[name]:
            assert not any(box.intersects(line) for line in lines), text


def along_the_corridor(count):
    """SYNTHETIC crossings from the first published one to the last, barges among them from end to end."""
    return [{"id": str(number), "name": f"SYNTHETIC {number}",
             "kind": "barge_dock" if number % 3 == 0 else "vehicle_ford",
             "geom": f"POINT ({127.2154 + 0.9714 * number / (count - 1)} {41.5236 - 0.1125 * number / (count - 1)})"}
            for number in range(count)]


@pytest.mark.parametrize(("count", "size"), [(4, 1.0), (12, 1.0), (501, 0.45)])
def test_the_more_sites_the_smaller_their_symbols(project_of, tmp_path, count, size):
    from qgis.core import QgsMapLayerStyle

    from yalu_plugin.layers.layouts.overview import build_overview

    project, survey = make(project_of, tmp_path, along_the_corridor(count))
    layout = build_overview(project, survey, DAY)
    main_map = layout.itemById("main_map")
    for role in ("sites", "site_states"):
        layer = next(layer for layer in main_map.layers() if layer.customProperty("yalu/role") == role)
        styled = layer.clone()
        if layer.id() in main_map.layerStyleOverrides():
            QgsMapLayerStyle(main_map.layerStyleOverrides()[layer.id()]).writeToLayer(styled)
        categories = [one.renderer().categories()[0] for one in (layer, styled)]  # symbols end with their category
        full, drawn = (category.symbol() for category in categories)
        assert drawn.size() == pytest.approx(full.size() * size, rel=0.01)
        stroke = [symbol.symbolLayer(symbol.symbolLayerCount() - 1).strokeWidth() for symbol in (full, drawn)]
        assert stroke[1] == pytest.approx(stroke[0] * size, rel=0.01)
    named = {text for text, _ in names_on(layout, tmp_path)["main_map"] if text.startswith("SYNTHETIC")}
    assert len(named) == count if count < 50 else 20 < len(named) < count
    del layout


def barges_at(*places):
    """Return fords along the corridor, and barges at these places."""
    fords = [{**site, "kind": "vehicle_ford"} for site in along_the_corridor(12)]
    return fords + [{"id": f"barge {number}", "name": f"Quay {number}", "kind": "barge_dock",
                     "geom": f"POINT ({x} {y})"} for number, (x, y) in enumerate(places)]


def test_barges_along_all_of_the_corridor_leave_its_map_the_page_and_some_are_enlarged(project_of, tmp_path):
    from yalu_plugin.layers.layouts.overview import build_overview

    project, survey = make(project_of, tmp_path, along_the_corridor(43))
    layout = build_overview(project, survey, DAY)
    main_map, inset = layout.itemById("main_map"), layout.itemById("inset_map")
    assert main_map.scale() < 430_000 and main_map.overview().linkedMap() is inset
    assert inset.scale() <= 0.55 * main_map.scale() and inset.extent().width() < main_map.extent().width() / 4

def test_of_barges_at_both_ends_the_reach_with_the_most_is_enlarged_and_the_page_says_how_many(project_of, tmp_path):
    from yalu_plugin.layers.layouts.numbered_symbols import places_on
    from yalu_plugin.layers.layouts.overview import build_overview

    west, east = [(127.05, 41.5)], [(128.17, 41.42), (128.18, 41.41)]
    project, survey = make(project_of, tmp_path, barges_at(*west, *east))
    layout = build_overview(project, survey, DAY)
    inset = layout.itemById("inset_map")
    barges = [row for row in survey.rows("sites") if row["kind"] == "barge_dock"]
    assert list(places_on(inset, barges)) == [row["id"] for row in barges[1:]]
    assert list(places_on(layout.itemById("main_map"), barges)) == [row["id"] for row in barges]
    assert "3 barge, of which 2 in the yellow box, enlarged below" in layout.itemById("dates").text()


def test_scale_bars_of_both_maps(layout):
    for name, of in (("scale_bar", "main_map"), ("inset_scale_bar", "inset_map")):
        bar = layout.itemById(name)
        assert bar.linkedMap() is layout.itemById(of)
        millimetres = bar.unitsPerSegment() * 2_000_000 / bar.linkedMap().scale()
        assert 10 < millimetres < 66


@pytest.mark.parametrize(("code", "name"), [("ko", "혜산"), ("zh_CN", "十四道沟"), ("en", "Shisidaogou")])
def test_places_are_named_in_the_page_s_language(published, tmp_path, words_of, code, name):
    from yalu_plugin.i18n import language
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.overview import build_overview

    with language(code):
        overview_layout = build_overview(*published, DAY)
    page_text = words_of(export(overview_layout, tmp_path / "map.pdf"))
    del overview_layout
    assert name in page_text
    assert ("Shisidaogou" in page_text) == (code != "zh_CN")


def test_fonts_match_the_page_s_language_whatever_was_drawn_before(published, compiled, tmp_path, fonts_of):
    from qgis.core import QgsFontUtils

    from yalu_plugin.i18n import language
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.overview import build_overview

    if not all(QgsFontUtils.fontFamilyOnSystem(f"Noto Sans CJK {cut}") for cut in ("SC", "KR")):
        pytest.skip("the fonts are not installed")
    cuts = {}
    for code in ("en", "ko", "zh_CN"):
        with language(code):
            overview_layout = build_overview(*published, DAY)
        fonts = [line.split()[0].lower() for line in fonts_of(export(overview_layout, tmp_path / f"{code}.pdf"))]
        cuts[code] = {font.split("cjk")[1][:2] for font in fonts if "cjk" in font}
        del overview_layout
    assert (cuts["ko"], cuts["zh_CN"]) == ({"kr"}, {"sc"})


def test_no_crossings_is_named(project_of, tmp_path):
    from yalu_plugin.layers.layouts.located_sites import NoCrossings
    from yalu_plugin.layers.layouts.overview import build_overview

    sites = [{"id": "1", "kind": "staging_area", "geom": "POINT (128 41.3)"}, {"id": "2", "kind": "vehicle_ford"}]
    project, survey = make(project_of, tmp_path, sites)
    with pytest.raises(NoCrossings):
        build_overview(project, survey, DAY)


def test_without_barges_the_inset_is_the_wider_region(project_of, tmp_path):
    from yalu_plugin.layers.layouts.overview import build_overview

    project, survey = make(project_of, tmp_path, [{"id": "1", "kind": "vehicle_ford", "geom": "POINT (128.18 41.41)"}])
    layout = build_overview(project, survey, None)
    main_map, inset = layout.itemById("main_map"), layout.itemById("inset_map")
    assert inset.extent().contains(main_map.extent())
    assert inset.overview().linkedMap() is main_map and main_map.overview().linkedMap() is None
    assert "no observation is dated" in layout.itemById("dates").text()
    del layout


ROMANIA = "POINT (22.15 45.2)"


def test_far_from_the_river_no_country_of_it_is_named_and_no_empty_inset_is_shown(project_of, tmp_path):
    from yalu_plugin.layers.layouts.overview import build_overview

    project, survey = make(project_of, tmp_path, [{"id": "1", "kind": "vehicle_ford", "geom": ROMANIA}])
    layout = build_overview(project, survey, DAY)
    main_map = layout.itemById("main_map")
    countries = next(layer for layer in main_map.layers() if layer.name().startswith("Countries"))
    assert countries.featureCount() == 0
    assert not layout.itemById("inset_map").isVisible() and not layout.itemById("inset_scale_bar").isVisible()
    assert main_map.overview().linkedMap() is None
    entries = [node.name() for node in layout.itemById("legend").model().rootGroup().findLayers()]
    assert entries == ["Sites", "State on 2025-07-30"]  # neither a river nor a place
    del layout


def test_a_site_far_from_the_others_takes_no_country_along(project_of, tmp_path):
    from yalu_plugin.layers.layouts.overview import build_overview

    project, survey = make(project_of, tmp_path, [{"id": "1", "kind": "vehicle_ford", "geom": ROMANIA},
                                                  {"id": "2", "kind": "vehicle_ford", "geom": "POINT (128.18 41.41)"}])
    layout = build_overview(project, survey, DAY)
    countries = next(layer for layer in layout.itemById("main_map").layers() if layer.name().startswith("Countries"))
    shift = to_degrees(countries.crs())
    assert all(shift.transform(row.geometry().asPoint()).x() > 115 for row in countries.getFeatures())
    del layout


def to_degrees(crs):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    return QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())


def test_template_without_items_names_them(published, tmp_path):
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.page_template import TemplateIncomplete, TemplateUnreadable
    from yalu_plugin.paths import resource

    text = resource("layouts", "overview.qpt").read_text(encoding="utf-8")
    own = tmp_path / "own.qpt"
    own.write_text(text.replace('id="legend"', 'id="key"').replace('id="licences"', 'id=""'), encoding="utf-8")
    with pytest.raises(TemplateIncomplete) as error:
        build_overview(*published, DAY, own)
    assert error.value.values["ids"] == "legend, licences"
    own.write_text("no template")
    with pytest.raises(TemplateUnreadable):
        build_overview(*published, DAY, own)
    with pytest.raises(TemplateUnreadable):
        build_overview(*published, DAY, tmp_path / "missing.qpt")


def made_raster(path, west, synthetic=False):
    """Write a synthetic picture of 0.2 by 0.3 degrees north of the crossings."""
    from osgeo import gdal, osr

    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 20, 30, 3)
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    dataset.SetProjection(wgs84.ExportToWkt())
    dataset.SetGeoTransform((west, 0.01, 0, 41.6, 0, -0.01))
    if synthetic:
        dataset.SetMetadataItem("SYNTHETIC", "YES")
    return str(path)


def made_scene(name, uri, **told):
    from yalu_plugin.core.imagery.scene import Scene

    begin = datetime(2025, 7, 28, 2, tzinfo=timezone.utc)
    return Scene(**{"id": name, "uri": uri, "acquired_from": begin, "acquired_to": begin, "date_kind": "acquired",
                    "platform": "made up", "attribution": "nobody", **told})


@pytest.mark.parametrize("marked", ["scene", "raster"])
def test_a_synthetic_scene_is_marked(published, tmp_path, marked, words_of):
    from yalu_plugin.layers.imagery.project_scenes import clear_scene, show_scene
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.survey.images import add_images

    project, survey = published
    raster = made_raster(tmp_path / f"{marked}.tif", 127.3, marked == "raster")
    scene = made_scene(f"scene-{marked}", raster, synthetic=marked == "scene")
    add_images(survey, [scene])
    show_scene(project, scene)
    try:
        layout = build_overview(project, survey, DAY)
        page_text = words_of(export(layout, tmp_path / "synthetic.pdf"))
        del layout
    finally:
        clear_scene(project)
    assert "SYNTHETIC IMAGERY" in page_text
    assert "made up (date of acquisition" in page_text and f"{marked}.tif" in page_text
    assert "Imagery: nobody" in page_text


def test_all_scenes_of_a_step_are_drawn_and_its_days_stated(published, tmp_path, words_of):
    """A mosaic of two scenes of three days; the sources of only one are stated."""
    from yalu_plugin.layers.imagery.project_scenes import clear_scene, shown_layers
    from yalu_plugin.layers.imagery.scene_layers import SceneLayers
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.survey.images import add_images

    project, survey = published
    end = datetime(2025, 7, 30, 2, tzinfo=timezone.utc)
    left = made_scene("left", made_raster(tmp_path / "left.tif", 127.3), acquired_to=end)
    right = made_scene("right", made_raster(tmp_path / "right.tif", 127.6), acquired_to=end, attribution="")
    add_images(survey, [left, right])
    SceneLayers(project, 4).show(left, right)
    try:
        layout = build_overview(project, survey, DAY)
        drawn = layout.itemById("main_map").layers()
        assert len(shown_layers(project)) == 2 and set(shown_layers(project)) <= set(drawn)
        page_text = words_of(export(layout, tmp_path / "mosaic.pdf"))
        del layout
    finally:
        clear_scene(project)
    assert "Imagery 2025-07-28 to 2025-07-30 made up (date of acquisition), left.tif" in page_text
    assert "SOURCE NOT STATED" in page_text


def test_long_text_shrinks_to_its_box(layout):
    from qgis.core import QgsLayoutItemLabel, QgsLayoutSize

    from yalu_plugin.layers.layouts.text_fit import fit_text

    label = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(label)
    label.setTextFormat(layout.itemById("sources").textFormat())
    label.attemptResize(QgsLayoutSize(81, 38))
    before = label.textFormat().size()
    label.setText("\n".join(f"A source whose title fills a whole line of the sheet, number {n}" for n in range(14)))
    fit_text(label)
    assert 4.5 <= label.textFormat().size() < before
    layout.removeLayoutItem(label)


def elsewhere(name, project_sites, kind="vehicle_ford"):
    return {"id": name, "name": name, "kind": kind, "at_fence_gate": "unknown", "confidence": "possible",
            "geom": f"POINT ({project_sites[0]} {project_sites[1]})"}


def test_a_row_mistyped_to_seoul_leaves_the_map_as_it_was(project_of, published, layout, tmp_path):
    import shutil

    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.write import change

    def extent_with(*sites):
        path = tmp_path / f"{len(sites)}.gpkg"
        shutil.copy(published[1].path, path)
        survey = open_survey(path)
        change(path, "test", {"sites": list(sites)})
        page = build_overview(project_of(survey), survey, DAY)
        return page.itemById("main_map").extent(), page.itemById("dates").text(), page.itemById("legend")

    seoul, slip = elsewhere("SYNTHETIC row in Seoul", (127, 37.5)), elsewhere("slip", (12.81, 41.4), "barge_dock")
    pole, hills = elsewhere("", (-60, -89)), elsewhere("hills", (127.9, 43.2))
    as_it_was, page_text, _ = extent_with()
    assert as_it_was == layout.itemById("main_map").extent() and "outside this map" not in page_text
    extent, page_text, _ = extent_with(seoul)
    assert extent == as_it_was
    assert "1 crossing lies outside this map: SYNTHETIC row in Seoul" in page_text and "located: 4 " in page_text
    extent, page_text, _ = extent_with(seoul, slip, {**pole, "id": "pole", "name": None}, hills)
    assert extent == as_it_was
    assert ("4 crossings lie outside this map: SYNTHETIC row in Seoul; slip; Vehicle crossing #9; and 1 more"
            in page_text)


def test_a_map_of_very_many_sites_has_no_names_states_that_and_is_a_picture(published, tmp_path, words_of, monkeypatch):
    """QGIS compares each name with all others, and a PDF of 70,000 symbols has 100 MB."""
    from yalu_plugin.layers.layouts import statements
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.overview import build_overview

    monkeypatch.setattr(statements, "NAMED_MOST", 3)
    layout = build_overview(*published, DAY)
    page_text = words_of(export(layout, tmp_path / "many.pdf"))
    assert "Without names: 4 sites lie on this map." in layout.itemById("dates").text()
    assert "Vehicle crossing (3)" in page_text
    assert "Hyesan sandbar" not in page_text and "Jacob Bogle, AccessDPRK" in page_text
    assert layout.itemById("main_map").containsAdvancedEffects()


def test_no_observation_is_read_but_those_of_the_states_shown(published, monkeypatch):
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey

    read, rows = [], GeoPackageSurvey.rows
    monkeypatch.setattr(GeoPackageSurvey, "rows", lambda survey, table, **equal: (
        read.append(table), rows(survey, table, **equal))[1])
    build_overview(*published, None)
    assert "sites" in read and "observations" not in read


def test_a_custom_kind_is_in_the_legend_and_in_the_key(new_survey, project_of, words_of, tmp_path):
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.map_documents import overview_document

    survey, word = new_survey(tmp_path / "own.gpkg", "Own", published=True), "Cable car & <b>rope</b>"
    survey.change("edit", {
        "value_lists": [{"id": "v", "list": "site_kind", "value": word, "shape": "star", "colour": "#ff8800"}],
        "sites": [{"id": f"s{number}", "kind": word, "geom": f"POINT ({127 + number / 50} 41.5)"}
                  for number in range(12)]})
    layouts = overview_document(project_of(survey), survey, DAY)
    export(layouts, tmp_path / "own.pdf")
    page_text = " ".join(words_of(tmp_path / "own.pdf").split())
    assert f"{word} (11)" in page_text and f"{word} #" in page_text  # one lies beside the map
    layer = next(one for one in layouts[0].itemById("legend").model().rootGroup().findLayers() if one.name() == "Sites")
    symbols = {category.value(): category.symbol().symbolLayers()[-1].properties()["name"]
               for category in layer.layer().renderer().categories()}
    assert symbols[word] == "star"
    del layouts, layer
