"""Ground overlays of KML and KMZ: each is a scene with the place and time it states, or reported with the reason."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.counting_server import counting
from tests.layers.imagery.kinds import NORTH, PIXEL, WEST, corners, footprint, picture, save
from tests.layers.imagery.test_kinds import BOX, catalogued, drawn, the_scene

EAST, SOUTH = WEST + 40 * PIXEL, NORTH - 20 * PIXEL
BOX_KML = f"<LatLonBox><north>{NORTH}</north><south>{SOUTH}</south><east>{EAST}</east><west>{WEST}</west></LatLonBox>"
QUAD = ("<gx:LatLonQuad><coordinates>{0},{1},0 {2},{3},0 {4},{5},0 {6},{7},0</coordinates></gx:LatLonQuad>")
SPAN = "<TimeSpan><begin>2025-07</begin><end>2025-08</end></TimeSpan>"


def overlay(place: str = BOX_KML, time: str = "<TimeStamp><when>2025-07-30</when></TimeStamp>", href: str = "a.jpg",
            name: str = "Hyesan", more: str = "") -> str:
    return (f"<GroundOverlay><name>{name}</name>{time}<Icon><href>{href}</href></Icon>{place}{more}</GroundOverlay>")


def kml(*overlays: str, time: str = "") -> str:
    return ('<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.'
            f'google.com/kml/ext/2.2"><Document>{time}<Folder>{"".join(overlays)}</Folder></Document></kml>')


@pytest.fixture
def folder(qgis_app, tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    save(tmp_path / "images/a.jpg", "JPEG")
    return tmp_path / "images"


def test_an_overlay_is_a_scene_with_its_stated_place_and_time(folder: Path) -> None:
    (folder / "doc.kml").write_text(kml(overlay()))
    scene = the_scene(folder)
    assert scene.uri == f"{folder}/doc.kml#part=1&name=Hyesan" and scene.name == "Hyesan (doc.kml)"
    assert (str(scene.day), str(scene.last_day), scene.date_kind) == ("2025-07-30", "2025-07-30", "acquired")
    assert corners(scene.footprint_wkt) == [pytest.approx(one) for one in footprint()]
    assert drawn(scene) == BOX


def test_a_kmz_holds_its_pictures(folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.kmz", "w") as archive:
        archive.writestr("doc.kml", kml(overlay(href="files/a.jpg"), overlay(href="files/b%20b.jpg", time=SPAN)))
        archive.write(folder / "a.jpg", "files/a.jpg")
        archive.write(folder / "a.jpg", "files/b b.jpg")
    (folder / "a.jpg").unlink()
    found = catalogued(folder)
    assert not found.problems and [scene.uri for scene in found.scenes] == [
        f"/vsizip/{folder}/a.kmz/doc.kml#part=2&name=Hyesan", f"/vsizip/{folder}/a.kmz/doc.kml#part=1&name=Hyesan"]
    assert [drawn(scene) for scene in found.scenes] == [BOX, BOX]


@pytest.mark.parametrize("exceptions", [True, False])
@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_jpeg_in_an_archive_is_drawn_to_its_last_row(folder: Path, exceptions: bool, packed: int) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    save(folder / "b.jpg", "JPEG", picture(width=400, height=300, placed=True), side=True)
    with zipfile.ZipFile(folder / "a.kmz", "w", packed) as archive:
        archive.writestr("doc.kml", kml(overlay(href="b.jpg")))
        for name in ("b.jpg", "b.jpg.aux.xml"):
            archive.write(folder / name, f"{name}")
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        scenes = [one for one in catalogued(folder).all_scenes if "b.jpg" in one.uri or "kml" in one.uri]
        layers = [scene_layer(scene) for scene in scenes]
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()
    blocks = [layer.dataProvider().block(1, layer.extent(), 400, 300) for layer in layers]
    pixels = [bytes(block.data()) for block in blocks]
    assert len(pixels) == 3 and len(set(pixels[0])) > 200 and pixels[0] == pixels[1] == pixels[2]


TIMES = {
    "<TimeStamp><when>2025</when></TimeStamp>": ("2025-01-01", "2025-12-31"),
    "<TimeStamp><when>2024-02</when></TimeStamp>": ("2024-02-01", "2024-02-29"),
    "<gx:TimeStamp><when>2025-07-30T02:00:00Z</when></gx:TimeStamp>": ("2025-07-30", "2025-07-30"),
    "<TimeStamp><when>2025-07-30T02:00:00+09:00</when></TimeStamp>": ("2025-07-29", "2025-07-29"),
    SPAN: ("2025-07-01", "2025-08-31"),
    "<TimeSpan><begin>2025-07-01</begin></TimeSpan>": ("None", "None"),
    "<TimeStamp><when>2025-13</when></TimeStamp>": ("None", "None"),
    "<TimeStamp><when>soon</when></TimeStamp>": ("None", "None"),
    "<LookAt><gx:TimeStamp><when>2020-01-01</when></gx:TimeStamp></LookAt>": ("None", "None"),
    "": ("None", "None"),
}


@pytest.mark.parametrize("time", sorted(TIMES))
def test_times_are_as_long_as_stated(folder: Path, time: str) -> None:
    (folder / "doc.kml").write_text(kml(overlay(time=time)))
    scene = the_scene(folder)
    assert (str(scene.day), str(scene.last_day)) == TIMES[time]


def test_time_is_inherited_and_a_name_dates(folder: Path) -> None:
    (folder / "doc.kml").write_text(kml(overlay(time=""), overlay(time="", name="Hyesan 2023-08-01"), time=SPAN))
    assert {str(scene.day) for scene in catalogued(folder).scenes} == {"2025-07-01"}
    (folder / "doc.kml").write_text(kml(overlay(time=""), overlay(time="", name="Hyesan 2023-08-01")))
    found = catalogued(folder)
    assert [str(scene.day) for scene in found.scenes] == ["2023-08-01"] and len(found.undated) == 1


def test_a_quad_that_is_no_rectangle_is_drawn_as_it_is(folder: Path) -> None:
    turned = QUAD.format(WEST, SOUTH, EAST, SOUTH - 5 * PIXEL, EAST + 5 * PIXEL, NORTH - 5 * PIXEL, WEST + 5 * PIXEL,
                         NORTH)
    bent = QUAD.format(WEST, SOUTH, EAST, SOUTH, EAST - 8 * PIXEL, NORTH, WEST + 8 * PIXEL, NORTH)
    (folder / "doc.kml").write_text(kml(overlay(turned)))
    scene = the_scene(folder)
    assert corners(scene.footprint_wkt) == [pytest.approx(one) for one in (
        (WEST + 5 * PIXEL, NORTH), (EAST + 5 * PIXEL, NORTH - 5 * PIXEL), (EAST, SOUTH - 5 * PIXEL), (WEST, SOUTH))]
    (folder / "doc.kml").write_text(kml(overlay(bent)))
    assert drawn(the_scene(folder)) == pytest.approx((WEST, SOUTH, EAST, NORTH), abs=2 * PIXEL)


WRONG = {
    "rotated": (overlay(BOX_KML.replace("<north>", "<rotation>20</rotation><north>")), "it is rotated"),
    "no box": (overlay(""), "it has no LatLonBox"),
    "half a box": (overlay("<LatLonBox><north>41</north></LatLonBox>"), "it has no LatLonBox"),
    "words": (overlay(BOX_KML.replace(str(NORTH), "north")), "is not placed"),
    "upside down": (overlay(BOX_KML.replace(str(NORTH), "40")), "not places on Earth"),
    "beyond": (overlay(BOX_KML.replace(str(NORTH), "95")), "not places on Earth"),
    "nan": (overlay(BOX_KML.replace(str(NORTH), "nan")), "not places on Earth"),
    "three corners": (overlay("<gx:LatLonQuad><coordinates>1,2 3,4 5,6</coordinates></gx:LatLonQuad>"), "four corners"),
    "clockwise": (overlay(QUAD.format(WEST, NORTH, EAST, NORTH, EAST, SOUTH, WEST, SOUTH)), "not places on Earth"),
    "web": (overlay(href="{web}/a.jpg"), "reaches out of its folder"),
    "web with capitals": (overlay(href="HTTP://{web}/a.jpg"), "reaches out of its folder"),
    "vsi": (overlay(href="/vsicurl/{web}/a.jpg"), "reaches out of its folder"),
    "file": (overlay(href="file:///etc/passwd"), "reaches out of its folder"),
    "absolute": (overlay(href="/etc/passwd"), "reaches out of its folder"),
    "outside": (overlay(href="../outside.jpg"), "reaches out of its folder"),
    "outside, in percents": (overlay(href="%2e%2e/outside.jpg"), "reaches out of its folder"),
    "gone": (overlay(href="b.jpg"), "b.jpg is gone"),
    "share": (overlay(href="\\\\\\\\server\\\\a.jpg"), "reaches out of its folder"),
    "tile": (overlay(more="<Region><Lod/></Region>"), "a tile of a super-overlay"),
    "vrt": (overlay(href="a.vrt"), "reaches out of its folder"),
}


@pytest.mark.parametrize("fault", sorted(WRONG))
def test_a_failing_overlay_is_reported_and_the_next_one_is_read(folder: Path, fault: str) -> None:
    save(folder.parent / "outside.jpg", "JPEG")
    text, reason = WRONG[fault]
    with counting() as web:
        (folder / "a.vrt").write_text(f"<VRTDataset><VRTRasterBand><SimpleSource><SourceFilename>/vsicurl/{web.address}"
                                      "</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>")
        (folder / "doc.kml").write_text(kml(text.replace("{web}", web.address), overlay()))
        found = catalogued(folder)
        assert web.requests == []
    assert [scene.uri for scene in found.scenes] == [f"{folder}/doc.kml#part=2&name=Hyesan"]
    (reason_text,) = [one.reason for one in found.problems if ".kml" in str(one.path)]
    assert reason in reason_text and "\n" not in reason_text


def test_a_kml_of_places_is_no_image(folder: Path) -> None:
    (folder / "a.jpg").unlink()
    (folder / "places.kml").write_text(kml("<Placemark><name>A</name><Point><coordinates>128,41</coordinates></Point>"
                                           "</Placemark>"))
    (folder / "broken.kml").write_text("<kml><GroundOverlay>")
    found = catalogued(folder)
    assert not found.all_scenes and [one.path.name for one in found.problems] == ["broken.kml"]


def test_the_work_grows_with_the_overlays_and_no_faster(folder: Path, monkeypatch) -> None:
    from yalu_plugin.layers.imagery import kml_overlays

    parsed: list[str] = []
    monkeypatch.setattr(kml_overlays, "parse", lambda path, content, parse=kml_overlays.parse: (
        parsed.append(path), parse(path, content))[1])
    (folder / "many.kml").write_text(kml(*(overlay(name=f"n{number}") for number in range(60))))
    assert len(catalogued(folder).scenes) == 60 and len(parsed) == 1
    monkeypatch.setattr("yalu_plugin.core.imagery.catalogue.MAX_PARTS", 50)
    found = catalogued(folder)
    assert len(found.scenes) == 50 and "holds 60 images; the first 50" in found.problems[0].reason


@pytest.mark.parametrize(("name", "more", "above", "synthetic"), [
    ("Hyesan", "", "", False), ("Hyesan SYNTHETIC", "", "", True),
    ("Hyesan", "<description><![CDATA[<b>Synthetic</b> image]]></description>", "", True),
    ("Hyesan", "<description>synthetic aperture radar</description>", "", False),
    ("Hyesan", "", "<name>SYNTHETIC</name>", True), ("Hyesan", "", "<description>All synthetic</description>", True)])
def test_an_overlay_says_that_it_is_synthetic(folder: Path, name: str, more: str, above: str, synthetic: bool) -> None:
    from yalu_plugin.layers.imagery.raster import read_metadata

    (folder / "doc.kml").write_text(kml(overlay(name=name, more=more), time=above))
    scene = the_scene(folder)
    assert scene.synthetic is synthetic and str(scene.day) == "2025-07-30"
    assert read_metadata(scene.uri).get("SYNTHETIC", "") == ("YES" if synthetic else "")


def test_an_overlay_is_dated_by_its_own_name_without_doubts(folder: Path) -> None:
    from yalu_plugin.layers.imagery.date_doubts import date_doubts, other_dates

    (folder / "2025-08-31.kml").write_text(kml(overlay(time="", name="Hyesan 2025-07-30")))
    (scene,) = catalogued(folder).scenes
    assert (str(scene.day), scene.date_source) == ("2025-07-30", "filename")
    assert (date_doubts(scene), other_dates(scene)) == ("", "")
    assert not [one for one in catalogued(folder).problems if one.image_included]


def test_the_time_of_an_overlay_contradicts_its_name(folder: Path) -> None:
    from yalu_plugin.layers.imagery.date_doubts import date_doubts

    (folder / "doc.kml").write_text(kml(overlay(name="Hyesan 2025-06-30")))
    (scene,) = catalogued(folder).scenes
    assert (str(scene.day), scene.date_source, date_doubts(scene)) == ("2025-07-30", "gdal", "file name: 2025-06-30")


def test_a_list_names_a_single_overlay(folder: Path) -> None:
    from yalu_plugin.core.imagery.file_list import catalogue_list
    from yalu_plugin.layers.imagery.raster import read_raster

    (folder / "doc.kml").write_text(kml(overlay(name="first"), overlay(name="second")))
    (folder / "list.csv").write_text("uri\ndoc.kml\ndoc.kml#part=2\n")
    found = catalogue_list(folder / "list.csv", read_raster)
    assert [scene.uri for scene in found.all_scenes] == [
        f"{folder}/doc.kml#part=1&name=first", f"{folder}/doc.kml#part=2&name=second"]


@pytest.mark.parametrize(("name", "shown"), [
    ("압록강 50%, a&amp;b #1 / x|y", "압록강 50%, a&b #1 / x|y"), ("", "a.jpg"), ("  ", "a.jpg"), ("a\n  b", "a b"),
    ("&#x202e;gpj.exe", "gpj.exe"), ("x" * 300, "x" * 100), ("part=7&amp;crs=EPSG:4326", "part=7&crs=EPSG:4326")])
def test_an_overlay_is_named_by_its_name_else_by_its_picture(folder: Path, name: str, shown: str) -> None:
    from yalu_plugin.core.imagery.image_files import image_ref
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    with zipfile.ZipFile(folder / "places.kmz", "w") as archive:
        archive.writestr("doc.kml", kml(overlay(name=name, time="")))
        archive.write(folder / "a.jpg", "a.jpg")
    (found,) = catalogued(folder / "places.kmz").undated
    assert found.scene.name == f"{shown} (places.kmz)" and found.scene.label.startswith(found.scene.name)
    assert image_ref(found.scene.uri)[:3] == (f"/vsizip/{folder}/places.kmz/doc.kml", 1, "")
    assert scene_layer(found.scene).isValid()


def test_an_overlay_of_another_name_is_the_same_image(folder: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.images import add_images, survey_scenes

    survey = create_survey(folder.parent / "survey.gpkg", "Test", published=False)
    for name in ("before", "after"):
        (folder / "doc.kml").write_text(kml(overlay(name=name)))
        add_images(survey, catalogued(folder).all_scenes)
    assert [scene.name for scene in survey_scenes(survey)] == ["after (doc.kml)"]
