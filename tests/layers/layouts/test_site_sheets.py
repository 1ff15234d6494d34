"""Site sheets: their texts, images and maps; nothing on them overlaps."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2025, 7, 30)
ON_PURPOSE = ("before_missing", "after_missing", "before_mark", "after_mark")
LONG = "A very long name of a crossing " * 10


@pytest.fixture
def build(project_of, new_survey, tmp_path):
    """A function that builds sheets of a new survey with these rows; its project is not deleted."""
    from yalu_plugin.layers.layouts.site_sheets import build_sheets
    from yalu_plugin.layers.survey.write import change

    built = []

    def build_one(rows, published=False, day=DAY, river=None, **options):
        survey = new_survey(tmp_path / f"made{len(built)}.gpkg", "Made", published)
        if rows:
            change(survey.path, "test", rows)
        if river:
            old = survey.rows("corridors")[0]
            change(survey.path, "test", removed={"corridors": [old]}, added={"corridors": [river]})
        project = project_of(survey)
        built.append(project)
        return build_sheets(project, survey, day, **options)
    build_one.projects = built
    return build_one


@pytest.fixture
def seen(data):
    """Return rows of a site in Romania, two images of it, and its states: no road on one, a road on the other."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.layers.survey.images import scene_row
    from yalu_plugin.layers.survey.observations import observation

    scenes = {str(scene.day): scene for scene in catalogue(data / "s2_romania", read_raster).scenes}
    absent, present = scenes["2016-10-14"], scenes["2017-06-06"]
    site = {"id": "site", "name": "Road end", "kind": "vehicle_ford", "geom": "POINT (22.152 45.2048)"}
    return {"sites": [site], "images": [scene_row(scene) for scene in scenes.values()],
            "observations": [observation("site", "absent", absent), observation("site", "present", present)]}


def pages(layout):
    """Yield the drawn texts of each page's labels, by id."""
    from qgis.core import QgsLayoutItemLabel

    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    for page in PageIterator([layout]):
        yield {item.id(): item.currentText() for item in page.items() if isinstance(item, QgsLayoutItemLabel)}


def test_published_sites_in_order_downstream(build, tmp_path, words_of, fonts_of):
    from yalu_plugin.layers.layouts.export import export

    layout = build({}, published=True)
    texts = list(pages(layout))
    assert [page["title"] for page in texts] == [
        "Hyesan sandbar ford", "Border fence gate crossing", "Phungyang fording site",
        "River barge crossing site, Kimhyongjik", "Samsu town staging area", "Wonsan filling station"]
    gate = texts[1]
    assert "41.39362, 128.05152\n" in gate["position"] and "MGRS 52T DL 20707 82887" in gate["position"]
    assert "41°23\u203237.0\u2033N, 128°3\u20325.5\u2033E" in gate["position"]
    assert "Chainage km 24.42" in gate["river"] and "County: Samsu (by river reach)" in gate["river"]
    assert "Upstream: Hyesan sandbar ford, 24.42 km along the river, 11.48 km straight" in gate["river"]
    assert "Downstream: Phungyang fording site, 34.28 km along" in gate["river"]
    assert "Upstream: no further crossing known" in texts[0]["river"]
    assert "state on 2025-07-30: Present (seen 2023-08-01 to 2023-08-31)" in texts[0]["subtitle"]
    assert "Not a crossing: no chainage." in texts[4]["river"]
    assert (gate["before_missing"], gate["after_missing"]) == (
        "Before\nNo image in the survey covers this site", "After\nNo image in the survey covers this site")
    assert "accuracy not stated" in gate["position"] and "14.51 km straight" in gate["river"]  # to their ends
    assert texts[4]["note"].startswith("Town position from GeoNames, not from the report.")
    assert texts[4]["heading_note"] == "Note"
    pdf = export(layout, tmp_path / "sheets.pdf")
    pdf_text = words_of(pdf)
    assert pdf_text.count("\f") == 6
    for words in ("혜산", "十四道沟", "No observation up to this day", "Jacob Bogle, AccessDPRK", "6/6", "ODbL"):
        assert words in pdf_text or words in pdf_text.replace(" ", "")
    assert fonts_of(pdf) and all(" yes " in line for line in fonts_of(pdf))


def test_two_images_with_what_they_are(build, seen):
    layout = build(seen)
    (page,) = pages(layout)
    assert page["before_caption"].startswith("Before: 2016-10-14  ·  date of acquisition")
    assert page["after_caption"].startswith("After: 2017-06-06  ·  date of acquisition")
    assert "S2_L2A_romania_20170606.tif" in page["after_caption"] and "EUPL-1.2" in page["after_caption"]
    assert page["before_missing"] == page["after_missing"] == ""
    for name, day in (("before", "2016-10-14"), ("after", "2017-06-06")):
        item = layout.itemById(f"{name}_map")
        layers = item.layersToRender() if hasattr(item, "layersToRender") else None
        assert item.crs().authid() == "EPSG:32634"
        assert item.extent().width() == pytest.approx(1000 * 90.5 / 86, rel=0.01)
        assert layers is None or any(day in layer.name() for layer in layers)


@pytest.mark.parametrize("size", ["", "A3"])
def test_without_images_their_frames_close_up_and_maps_of_the_place_take_their_room(build, seen, size, overlaps, unfit):
    from yalu_plugin.layers.layouts.page_iterator import PageIterator
    from yalu_plugin.layers.layouts.page_options import PageStyle

    bare = {"id": "bare", "name": "Bare", "kind": "vehicle_ford", "geom": "POINT (128 41.4)", "note": LONG}
    layout = build({**seen, "sites": [bare, *seen["sites"]]}, style=PageStyle(size))
    times = 297 / 210 if size else 1
    places, scales = {}, {}
    for page in PageIterator([layout]):
        name = page.itemById("title").currentText()
        places[name] = {item: page.itemById(item).rect().size() / times for item in ("before_map", "locator_map")}
        scales[name] = page.itemById("before_map").scale()
        assert overlaps(page, ON_PURPOSE) == [] and unfit(page) == []
    bare, seen = places["Bare"], places["Road end"]
    assert bare["before_map"].height() == pytest.approx(11.5, abs=0.1)
    assert (bare["locator_map"].width(), bare["locator_map"].height()) == pytest.approx((90.5, 86), abs=0.1)
    assert seen["before_map"].height() == pytest.approx(86, abs=0.1)
    assert (seen["locator_map"].width(), seen["locator_map"].height()) == pytest.approx((90.5, 59), abs=0.1)
    assert scales["Road end"] == pytest.approx(1000 / (0.086 * times), rel=0.01)


@pytest.mark.parametrize("size", ["", "A3"])
def test_the_table_of_observations_is_as_wide_as_the_page_is_used(build, size):
    from yalu_plugin.layers.layouts.page_options import PageStyle

    layout = build({}, published=True, style=PageStyle(size))
    table, licences = (layout.itemById(name).sceneBoundingRect() for name in ("observations", "licences"))
    assert table.width() == pytest.approx(licences.width(), rel=0.01)
    assert layout.itemById("position").textFormat().size() == pytest.approx(7 * (297 / 210 if size else 1), rel=0.001)


def test_the_images_are_on_the_page(build, seen):
    from qgis.core import QgsLayoutExporter

    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    for page in PageIterator([build(seen)]):
        assert [page.itemById(f"{one}_missing").currentText() for one in ("before", "after")] == ["", ""]
        image = QgsLayoutExporter(page).renderPageToImage(0, dpi=50)
        dots = 50 / 25.4
        for left in (12, 107.5):
            colours = {image.pixel(int((left + x) * dots), int((28 + y) * dots)) for x in range(20, 75, 3)
                       for y in range(20, 70, 3)}
            assert len(colours) > 100


def without(data, folder, day, place, nodata):
    """Return a copy of a scene whose half around `place` (EPSG:4326) is empty: no data, or a black collar."""
    from osgeo import gdal, osr

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    (path,) = (data / "s2_romania").glob(f"*{day}*.tif")
    folder.mkdir(exist_ok=True)
    copy = gdal.Translate(str(folder / path.name), str(path), noData="none", creationOptions=["PHOTOMETRIC=RGB"])
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    wgs84.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, _, _ = osr.CoordinateTransformation(wgs84, copy.GetSpatialRef()).TransformPoint(*place)
    column = round((x - copy.GetGeoTransform()[0]) / copy.GetGeoTransform()[1]) + 20
    for number in range(1, copy.RasterCount + 1):
        band = copy.GetRasterBand(number)
        whole = band.ReadAsArray()
        whole[:, :column] = 0
        band.WriteArray(whole)
        if nodata:
            band.SetNoDataValue(0)
    copy.FlushCache()
    del band, copy
    found = catalogue(folder, read_raster).scenes
    return next(scene for scene in found if scene.uri.endswith(path.name))


@pytest.mark.parametrize("nodata", [True, False])
def test_an_image_without_data_at_the_site_is_skipped_or_named(build, seen, data, tmp_path, nodata):
    from qgis.core import QgsVectorLayer

    from yalu_plugin.layers.survey.images import scene_row

    place = (22.152, 45.2048)
    empty = scene_row(without(data, tmp_path / "empty", "20190711", place, nodata))
    rows = {"sites": seen["sites"], "images": [
        row for row in seen["images"] if row["acquired_from"][:4] in ("2016", "2017")] + [empty]}
    layout = build(rows)
    (page,) = pages(layout)
    assert page["after_caption"].startswith("After: 2017-") and page["after_missing"] == ""
    names = [layer.name() for layer in layout.project().mapLayers().values()
             if not isinstance(layer, QgsVectorLayer)]
    assert len(names) == 2 and not [name for name in names if "2019" in name]
    (page,) = pages(build({"sites": seen["sites"], "images": [empty]}))
    assert page["after_missing"] == "After\nImage S2_L2A_romania_20190711.tif of 2019-07-11 has no data at this site"
    assert page["before_missing"] == "Before\nNo earlier image in the survey covers this site"
    assert page["after_caption"] == ""


def test_unsourced_missing_and_undated_images_are_marked(build, seen, tmp_path):
    images = {row["acquired_from"][:10]: row for row in seen["images"]}
    gone, undated = images["2017-06-06"], images["2019-07-11"]
    images["2016-10-14"].update(attribution=None, provider=None)
    gone["uri"] = str(tmp_path / "gone.tif")
    (page,) = pages(build(seen))
    assert page["before_mark"] == "SOURCE NOT STATED"
    assert "gone.tif is gone" in page["after_missing"] and page["after_mark"] == ""
    undated.update(acquired_from=None, acquired_to=None, date_kind=None, date_source=None)
    (page,) = pages(build({"sites": seen["sites"], "images": [undated]}))
    assert "undated or later" in page["after_missing"] and "No earlier image" in page["before_missing"]


@pytest.mark.parametrize("page", ["", "A3"])
def test_nothing_overlaps_or_is_cut_whatever_the_data(build, seen, page, overlaps, unfit):
    from yalu_plugin.layers.layouts.page_iterator import PageIterator
    from yalu_plugin.layers.layouts.page_options import PageStyle

    site = seen["sites"][0]
    site.update(name=LONG, note=LONG)
    rows = {**seen, "sources": [{"id": "s", "title": LONG, "author": LONG}]}
    for row in (site, *rows["observations"]):
        row.update(source_id="s", note=LONG)
    layout = build(rows, style=PageStyle(page, classification="RESTRICTED"))
    assert overlaps(layout, ON_PURPOSE) == []
    assert [unfit(page) for page in PageIterator([layout])] == [[]]
    size = layout.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == ((297, 420) if page else (210, 297))


def test_each_of_many_sites_has_its_sheet_also_off_the_river(build):
    sites = [{"id": str(n), "name": f"Site {n}", "kind": "vehicle_ford",
              "geom": f"POINT ({127 + n / 16} {41.4 + (n % 2) * 0.6})"} for n in range(16)]
    layout = build({"sites": sites})
    assert layout.atlas().count() == 16
    texts = {page["title"]: page["river"] for page in pages(layout)}
    assert len(texts) == 16 and "Farther than 5 km" in texts["Site 1"] and "Chainage" in texts["Site 14"]


def test_a_corridor_of_two_points_is_enough(build):
    river = {"id": "r", "name": "Two points", "direction": "downstream", "geom": "LINESTRING (129 41.4, 127 41.4)"}
    site = {"id": "1", "name": "Barges", "kind": "barge_dock", "geom": "POINT (128 41.4)"}
    layout = build({"sites": [site]}, river=river)
    (page,) = pages(layout)
    assert "Chainage km 15.62" in page["river"]


def test_no_site_is_named(build):
    from yalu_plugin.layers.layouts.site_sheets import NoSites

    with pytest.raises(NoSites):
        build({"sites": [{"id": "1", "kind": "vehicle_ford"}]})


def test_template_without_its_items_names_them(build, tmp_path):
    from yalu_plugin.layers.layouts.page_template import TemplateIncomplete
    from yalu_plugin.paths import resource

    own = tmp_path / "own.qpt"
    own.write_text(resource("layouts", "site_sheet.qpt").read_text(encoding="utf-8").replace(
        'id="after_map"', 'id="other"'), encoding="utf-8")
    with pytest.raises(TemplateIncomplete) as error:
        build({}, published=True, template=own)
    assert error.value.values["ids"] == "after_map"


def test_no_name_on_the_locator_lies_on_the_river_or_in_the_ring(build, tmp_path):
    from qgis.core import QgsGeometry, QgsLayoutExporter

    from yalu_plugin.layers.layouts.extents import to_crs
    from yalu_plugin.layers.layouts.page_iterator import PageIterator
    from yalu_plugin.layers.layouts.site_sheets import LOCATOR_SCALE
    from yalu_plugin.layers.project import layer_with_role

    layout = build([], published=True)
    locator, names = layout.itemById("locator_map"), 0
    rivers = [row.geometry() for row in layer_with_role(layout.project(), "corridors").getFeatures()]
    for page in PageIterator([layout]):
        ring = QgsGeometry.fromPointXY(locator.extent().center()).buffer(5 * LOCATOR_SCALE / 1000, 16)
        river = QgsGeometry(rivers[0])
        river.transform(to_crs(locator.crs()))
        exporter, settings = QgsLayoutExporter(page), QgsLayoutExporter.ImageExportSettings()
        settings.dpi, settings.generateWorldFile = 60, False
        exporter.exportToImage(str(tmp_path / "page.png"), settings)
        labels = exporter.labelingResults()[locator.uuid()].allLabels()
        for label in (label for label in labels if not label.isUnplaced):
            names += 1
            assert not label.labelGeometry.intersects(river), label.labelText
            assert not label.labelGeometry.intersects(ring), label.labelText
    assert names > 8


def test_the_map_of_a_site_off_the_river_reaches_to_it_unless_that_is_far(build):
    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    scales = [page.itemById("locator_map").scale() for page in PageIterator([build({}, published=True)])]
    assert scales[:4] == pytest.approx([400_000] * 4, rel=0.01)
    assert 400_000 < scales[4] < 500_000  # Samsu, 10 km from it
    assert scales[5] == pytest.approx(400_000, rel=0.01)  # Wonsan, 250 km from the Yalu


def test_decimals_follow_the_accuracy():
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.layouts.sheet_texts import position

    point = QgsPointXY(128.1868041, 41.4111139)
    for metres, pdf_text in ((3, "41.411114, 128.186804\n"), (None, "41.41111, 128.18680\n")):
        assert position({"location_accuracy_m": metres}, point).startswith(pdf_text)


def test_a_cancel_leaves_nothing_in_the_project(build, seen):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.layouts.event_pump import ExportCancelled

    sites = [{**seen["sites"][0], "id": f"site {number}"} for number in range(7)]
    feedback, moments = QgsFeedback(), []
    feedback.progressChanged.connect(moments.append)
    feedback.progressChanged.connect(lambda _done: feedback.cancel() if len(moments) == 3 else None)
    with pytest.raises(ExportCancelled):
        build({**seen, "sites": sites, "observations": []}, feedback=feedback)
    project = build.projects[-1]
    roles = {layer.customProperty("yalu/role") for layer in project.mapLayers().values()}
    assert len(moments) == 3 and "sites" in roles and "layout" not in roles


def labels_on(page, folder):
    """Return the names drawn on each map, by its id: text and box on the ground."""
    from qgis.core import QgsGeometry, QgsLayoutExporter

    exporter, settings = QgsLayoutExporter(page), QgsLayoutExporter.ImageExportSettings()
    settings.dpi, settings.generateWorldFile = 60, False
    exporter.exportToImage(str(folder / "page.png"), settings)
    found = exporter.labelingResults()
    return {name: [(label.labelText, QgsGeometry(label.labelGeometry)) for label in
                   found[page.itemById(name).uuid()].allLabels() if not label.isUnplaced]
            for name in ("detail_map", "locator_map") if found.get(page.itemById(name).uuid())}


def test_a_sheet_without_images_has_its_site_close_up_and_named_on_both_maps(build, synthetic_sites, tmp_path):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.extents import to_crs
    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    sites = {site["name"]: site for site in synthetic_sites(43)}
    layout = build({"sites": list(sites.values())})
    detail = layout.itemById("detail_map")
    for number, page in enumerate(PageIterator([layout]), 1):
        name = page.itemById("title").currentText()
        place = to_crs(detail.crs()).transform(QgsGeometry.fromWkt(sites[name]["geom"]).asPoint())
        assert detail.scale() == pytest.approx(10_000, rel=0.005)
        assert detail.extent().center().distance(place) < 1
        names = labels_on(page, tmp_path)
        for item in ("detail_map", "locator_map"):
            own = [ground for text, ground in names[item] if text.replace("\n", " ") == name]
            assert len(own) == 1  # once, not also as one of the others
            assert not any(own[0].intersection(ground).area() > 1e-6 * ground.area()
                           for text, ground in names[item] if text.replace("\n", " ") != name), (name, item)
        if number == 12:
            break
    layout.atlas().endRender()


def test_with_an_image_there_is_no_close_up(build, seen, tmp_path):
    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    for page in PageIterator([build(seen)]):
        assert "detail_map" not in labels_on(page, tmp_path)


def test_an_older_template_has_no_close_up_and_still_works(build, tmp_path):
    from yalu_plugin.paths import resource

    own = tmp_path / "own.qpt"
    own.write_text(resource("layouts", "site_sheet.qpt").read_text(encoding="utf-8").replace(
        '"detail_map"', '"other"'), encoding="utf-8")
    layout = build({}, published=True, template=own)
    assert layout.itemById("detail_map") is None and len(list(pages(layout))) == 6


@pytest.mark.parametrize("name", ["SYNTHETIC " + "very long " * 30, "معبر SYNTHETIC", "혜산 SYNTHETIC",
                                  "[% 1 + 1 %] '\"\\"])
def test_any_name_is_on_both_maps(build, tmp_path, name):
    layout = build({"sites": [{"id": "1", "name": name, "kind": "vehicle_ford", "geom": "POINT (128.18 41.41)"}]})
    labels = labels_on(layout, tmp_path)
    assert set(labels) == {"detail_map", "locator_map"}
    for drawn in labels.values():
        (texts,) = [" ".join(text.split()) for text, _ in drawn if text.startswith(name[:5])]
        assert texts == name if len(name) < 60 else texts.endswith("…") and name.startswith(texts[:-1])


def test_the_sheet_of_one_site_is_that_among_all_and_reads_only_its_observations(build, synthetic_sites, monkeypatch):
    from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey

    sites = synthetic_sites(5)
    rows = {"sites": sites, "observations": [
        {"id": f"{site['id']} {day}", "site_id": site["id"], "state": state, "seen_from": day, "seen_to": day}
        for site in sites for state, day in (("absent", "2024-01-01"), ("present", "2025-01-01"))]}
    queries, really = [], GeoPackageSurvey.rows
    monkeypatch.setattr(GeoPackageSurvey, "rows", lambda self, table, **equal: queries.append((table, equal))
                        or really(self, table, **equal))
    everyone = {page["position"]: page for page in pages(build(rows))}
    queries.clear()
    alone = build(rows, only=sites[3]["id"])
    (page,) = pages(alone)
    assert page == {**everyone[page["position"]], "page_number": "1 / 1", "survey": page["survey"]}
    assert [equal for table, equal in queries if table == "observations"] == [{"site_id": sites[3]["id"]}]
    lines = alone.itemById("observations").multiFrame().vectorLayer().getFeatures()
    assert [(line["site_id"], line["state"]) for line in lines] == [("site 3", "Present"), ("site 3", "Absent")]


def test_scale_bars_are_those_of_the_atlas_of_qgis(build):
    from qgis.core import QgsLayoutItemScaleBar

    from yalu_plugin.layers.layouts.page_iterator import PageIterator

    def bars():
        return {item.id(): (item.linkedMap().id(), item.linkedMap().scale(), item.rect().width())
                for item in layout.items() if isinstance(item, QgsLayoutItemScaleBar)}

    layout = build({"sites": [{"id": str(number), "kind": "vehicle_ford", "geom": f"POINT (128.2 {lat})"}
                              for number, lat in enumerate((41.4, 41.25, 41.1))]})
    atlas, of_qgis = layout.atlas(), []
    atlas.beginRender()
    while atlas.next():
        of_qgis.append(bars())
    atlas.endRender()
    assert [bars() for _ in PageIterator([layout])] == of_qgis
    assert len({widths["locator_scale_bar"] for widths in of_qgis}) > 1
