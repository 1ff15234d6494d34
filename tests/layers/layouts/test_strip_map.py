"""The strip map: its maps match their captions, with the right rotation, north, scale and chainage."""

from __future__ import annotations

from datetime import date

import pytest

DAY = date(2025, 7, 30)


@pytest.fixture
def build(project_of, new_survey, tmp_path):
    """A function that builds strip maps of a new survey with these sites; projects and pages are not deleted."""
    from yalu_plugin.layers.layouts.strip_map import build_strip_map
    from yalu_plugin.layers.survey.write import change

    surveys = []

    def make(sites=(), published=False, river=None, states=(), **options):
        survey = new_survey(tmp_path / f"made{len(surveys)}.gpkg", "Made", published)
        if sites:
            change(survey.path, "test", {"sites": sites})
        if states:
            day = str(DAY)
            change(survey.path, "test", {"observations": [
                {"id": f"o{site['id']}", "site_id": site["id"], "state": state, "seen_from": day, "seen_to": day}
                for site, state in zip(sites, states)]})
        if river:
            old = survey.rows("corridors")[0]
            change(survey.path, "test", removed={"corridors": [old]}, added={"corridors": [river]})
        surveys.append(survey)
        return build_strip_map(project_of(survey), survey, DAY, **options)
    return make


@pytest.fixture(scope="module")
def data_river(qgis_app, tmp_path_factory):
    """The bundled river, as WKT."""
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path_factory.mktemp("river") / "river.gpkg", "River", False)
    return survey.rows("corridors")[0]["geom"]


def maps(layouts):
    return [layout.itemById(f"panel_{slot}") for layout in layouts for slot in (1, 2, 3, 4)
            if layout.itemById(f"panel_{slot}").isVisible()]


def own_layer(item, name):
    """Return the map's own layer whose name starts with this."""
    return next(layer for layer in item.layers() if layer.name().startswith(name))


def shown(item):
    """Return the area that a map shows, as a rotated polygon."""
    from qgis.core import QgsGeometry

    return QgsGeometry.fromQPolygonF(item.visibleExtentPolygon())


def crossings(item):
    from qgis.core import QgsGeometry

    from yalu_plugin.layers.layouts.extents import to_crs
    from yalu_plugin.layers.project import layer_with_role

    layer = layer_with_role(item.layout().project(), "sites")
    found = [feature for feature in layer.getFeatures() if feature["kind"] in ("vehicle_ford", "barge_dock")]
    return {feature["name"]: QgsGeometry.fromPointXY(to_crs(item.crs()).transform(feature.geometry().asPoint()))
            for feature in found}


def test_every_crossing_and_all_of_the_river_between_is_on_a_panel(build):
    layouts = build(published=True)
    assert len(layouts) == 1 and len(maps(layouts)) == 2
    grounds = [shown(item) for item in maps(layouts)]
    for name, point in crossings(maps(layouts)[0]).items():
        assert any(ground.contains(point) for ground in grounds), name
    ticks = next(layer for layer in maps(layouts)[0].layers() if layer.name().startswith("Chainage"))
    named = {feature["name"]: feature.geometry().centroid() for feature in ticks.getFeatures()}
    assert list(named) == [str(km) for km in range(0, 161, 5)]
    assert all(any(ground.contains(tick) for ground in grounds) for tick in named.values())
    hyesan = crossings(maps(layouts)[0])["Hyesan sandbar ford"]
    assert named["0"].distance(hyesan) < 200  # the datum: the ford lies beside the line


def test_neighbours_overlap_and_both_show_the_match_line(build):
    items = maps(build(published=True, pages=2))
    lines = [{row["name"]: row.geometry() for row in own_layer(item, "Match line").getFeatures()} for item in items]
    assert len(items) > 2
    for item, here, there, name in zip(items, lines, lines[1:], "ABCDEFGH"):
        assert name in here and name in there
        assert shown(item).contains(here[name]) and shown(item).contains(there[name].centroid())


def test_scale_and_north_are_right_on_turned_maps(build):
    (layout,) = build(published=True)
    turned = {round(item.mapRotation()) for item in maps([layout])}
    assert len(turned) > 1 and turned != {0}
    for slot, item in enumerate(maps([layout]), 1):
        assert item.scale() == pytest.approx(200_000, rel=0.002)
        arrow = layout.itemById(f"north_{slot}")
        arrow.refresh()
        assert arrow.linkedMap() is item
        convergence = (arrow.pictureRotation() - item.mapRotation() + 180) % 360 - 180
        assert abs(convergence) < 1.5  # of the UTM zone, no more
    assert "1:200 000" in layout.itemById("dates").text()
    bar = layout.itemById("scale_bar")
    ground = bar.unitsPerSegment() * 2 * 1000
    assert ground / bar.linkedMap().scale() * 1000 == pytest.approx(20, abs=0.1)  # mm on paper: 4 km


def test_captions_state_the_stretch_and_the_neighbours(build):
    (layout,) = build(published=True)
    assert layout.itemById("panel_1_caption").text().startswith("Panel 1 of 2  ·  km 162.4 to km 8")
    assert layout.itemById("panel_2_caption").text().endswith("at match line A from panel 1")
    first, *_ = build(published=True, scale=100_000)
    assert first.itemById("panel_2_caption").text().endswith(
        "at match line A from panel 1  ·  at match line B on to panel 3")


def test_more_pages_or_a_scale_give_more_panels(build):
    pages = build(published=True, pages=3)
    assert len(pages) == 3 and maps(pages)[0].scale() < 130_000
    assert [page.itemById("page_number").text() for page in pages] == ["1 / 3", "2 / 3", "3 / 3"]
    assert maps(build(published=True, scale=200_000))[0].scale() == pytest.approx(200_000, rel=0.002)


def test_every_page_counts_all_that_the_map_shows(build):
    from qgis.core import QgsLayerTreeLayer

    pages = build(published=True, pages=3)
    legends = set()
    for page in pages:
        assert "Crossings located: 4 (3 vehicle, 1 barge)" in page.itemById("dates").text()
        legend = page.itemById("legend").model()
        nodes = [node for node in legend.rootGroup().children() if isinstance(node, QgsLayerTreeLayer)]
        legends.add(tuple(page_text.data(0) for node in nodes for page_text in legend.layerLegendNodes(node)))
    assert len(legends) == 1 and "Vehicle crossing (3)" in legends.pop()


def test_without_a_crossing_there_is_no_strip(build):
    from yalu_plugin.layers.layouts.located_sites import NoCrossings

    with pytest.raises(NoCrossings):
        build([{"id": "1", "kind": "fuel_station", "geom": "POINT (127.22 41.52)"}])


def of_43(river):
    """Return SYNTHETIC crossings along the stretch of the published ones."""
    from qgis.core import QgsGeometry

    line = QgsGeometry.fromWkt(river)
    line.convertToSingleType()
    begin, end = (line.lineLocatePoint(QgsGeometry.fromWkt(f"POINT ({place})"))
                  for place in ("127.2154 41.5236", "128.1868 41.4111"))
    points = [line.interpolate(begin + (end - begin) * number / 42).asPoint() for number in range(43)]
    return [{"id": str(number), "name": f"SYNTHETIC {number}", "kind": "vehicle_ford",
             "geom": f"POINT ({point.x()} {point.y()})"} for number, point in enumerate(points)]


@pytest.mark.parametrize(("page", "pages"), [("A4", 1), ("A4", 3), ("A3", 1), ("A3", 2)])
def test_panels_share_out_the_page_and_match_lines_cut_no_symbol(build, data_river, page, pages):
    from yalu_plugin.layers.layouts.page_options import PageStyle

    layouts = build(of_43(data_river), pages=pages, style=PageStyle(page))
    for layout in layouts[:-1] or layouts:
        boxes = [item.mapRectToScene(item.rect()) for item in maps([layout])]
        space = (142 if page == "A4" else 200) - sum(box.height() for box in boxes)
        assert 0 <= space < 6 * len(boxes) * (1.42 if page == "A3" else 1)  # what captions take
    for item in maps(layouts):
        points = crossings(item).values()
        for line in own_layer(item, "Match line").getFeatures():
            apart = min(line.geometry().distance(point) for point in points)
            assert apart / item.scale() * 1000 >= 2.9  # mm: symbols are 4.9 wide


def test_a_template_with_panels_side_by_side_keeps_them(build, tmp_path):
    from yalu_plugin.paths import resource

    template = tmp_path / "own.qpt"
    text = resource("layouts", "strip_map.qpt").read_text(encoding="utf-8")
    template.write_text(text.replace('="12,70.1,mm"', '="30,34.5,mm"'), encoding="utf-8")
    assert text.count('="12,70.1,mm"') > 0
    (page,) = build(published=True, template=template)
    assert page.itemById("panel_2").positionWithUnits().x() == 30
    assert {round(item.rect().height(), 1) for item in maps([page])} == {29.6}


@pytest.mark.parametrize("page", ["", "A3"])
def test_nothing_overlaps(build, page, overlaps, unfit):
    from qgis.core import QgsLayoutExporter

    from yalu_plugin.layers.layouts.page_options import PageStyle

    for layout in build(published=True, pages=2, style=PageStyle(page, classification="RESTRICTED")):
        QgsLayoutExporter(layout).renderPageToImage(0, dpi=30)  # legends find their size when they are drawn
        assert overlaps(layout) == [] and unfit(layout) == []


def test_one_crossing_and_a_river_of_two_points(build):
    site = {"id": "1", "name": "Only", "kind": "barge_dock", "geom": "POINT (127.22 41.52)"}
    (layout,) = build([site])
    assert maps([layout])[0].scale() < 51_000
    river = {"id": "r", "name": "Two", "direction": "downstream", "geom": "LINESTRING (129 41.4, 127 41.4)"}
    (layout,) = build([{**site, "geom": "POINT (128 41.4)"}], river=river)
    assert "km" in layout.itemById("panel_1_caption").text()


def test_a_crossing_too_far_off_for_the_scale_is_named(build):
    from yalu_plugin.core.corridor.strips import PanelsTooSmall

    with pytest.raises(PanelsTooSmall) as error:
        build([{"id": "1", "kind": "barge_dock", "geom": "POINT (127.22 41.49)"}], scale=10_000)
    assert "1:10000" in str(error.value)


def test_the_page_as_pdf(build, tmp_path, words_of, fonts_of):
    from yalu_plugin.layers.layouts.export import export

    pdf = export(build(published=True), tmp_path / "strip.pdf")
    page_text = words_of(pdf)
    for words in ("Panel 2 of 2", "160", "Border fence gate", "혜산", "金华", "Vehicle crossing (3)", "ODbL"):
        assert words in page_text
    assert "Fuel station" not in page_text and all(" yes " in line for line in fonts_of(pdf))


def test_sites_far_from_the_river_are_counted_in_the_text(build):
    page = build([{"id": "1", "kind": "vehicle_ford", "geom": "POINT (22.15 45.2)"}])[0]
    page_text = page.itemById("dates").text()
    assert "Crossings located: 0" in page_text
    assert "Off this map (too far from the line or past its ends): 1" in page_text
    assert "Off this map" not in build([{"id": "1", "kind": "vehicle_ford", "geom": "POINT (128.18 41.41)"}]
                                         )[0].itemById("dates").text()


@pytest.mark.parametrize("count, numbered", [(12, False), (13, True)])
def test_if_sites_are_numbered_the_page_states_it(build, count, numbered):
    page = build([{"id": str(number), "name": str(number), "kind": "vehicle_ford",
                   "geom": f"POINT ({128.18 + number / 1000} 41.41)"} for number in range(count)])[0]
    assert ("Numbers: as in the key" in page.itemById("dates").text()) == numbered


@pytest.mark.parametrize("states, heads", [(2, ["State on 2025-07-30", "River line (border in OSM, a proxy)"]),
                                           (5, ["State on 2025-07-30", "Absent (1)"])])
def test_in_the_legend_places_are_below_the_river(build, states, heads):
    names = ["present", "under_construction", "washed_out", "absent", "not_observable"][:states]
    page = build([{"id": str(number), "kind": "vehicle_ford", "geom": f"POINT ({128.18 + number / 100} 41.41)"}
                  for number in range(states)], states=names)[0]
    assert column_heads(page.itemById("legend")) == heads


def column_heads(legend):
    """Return the first entries of the second and further columns of a legend."""
    from qgis.core import QgsMapLayerLegendUtils

    found = []
    for node in legend.model().rootGroup().findLayers():
        entries = legend.model().layerOriginalLegendNodes(node)
        if node.customProperty("legend/column-break"):
            label = node.name() if len(entries) > 1 else legend.model().layerLegendNodes(node)[0].data(0)
            found.append(label)
        found += [entry.data(0) for index, entry in enumerate(entries)
                  if QgsMapLayerLegendUtils.legendNodeColumnBreak(node, index)]
    return found


def test_what_is_off_the_map_is_named(project_of, tmp_path, qgis_app):

    from yalu_plugin.layers.layouts.strip_map import build_strip_map
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.write import change

    survey = create_survey(tmp_path / "made.gpkg", "Made", True)
    places = {"SYNTHETIC row in Seoul": "127 37.5", "pole": "-60 -89"}
    sites = [{"id": name, "name": name, "kind": "vehicle_ford", "at_fence_gate": "unknown", "confidence": "possible",
              "geom": f"POINT ({place})"} for name, place in places.items()]
    change(survey.path, "test", {"sites": sites})
    (page,) = build_strip_map(project_of(survey), survey, None)
    assert "2 crossings lie outside this map: SYNTHETIC row in Seoul; pole" in page.itemById("dates").text()
    assert "1:200 000" in page.itemById("dates").text()  # as without them
