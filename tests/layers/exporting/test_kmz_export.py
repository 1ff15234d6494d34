"""The KMZ of a survey: read back by GDAL, balloons by value, symbols by pixel, and nothing of strangers run."""

from __future__ import annotations

import zipfile
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

pytest.importorskip("geopandas")

IDS = {"lake": "10000000-0000-4000-8000-000000000001", "image": "20000000-0000-4000-8000-000000000001"}
HOSTILE = "</Placemark><script>alert(1)</script>]]>\u202e"
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture
def survey(new_survey: Any, tmp_path: Any) -> Any:
    """The published survey with a SYNTHETIC site of a custom kind, seen on a SYNTHETIC image."""
    survey = new_survey(tmp_path / "s.gpkg", "T", published=True)
    survey.change("test", added={
        "value_lists": [{"id": "v", "list": "site_kind", "value": "Pier", "shape": "star", "colour": "#56b4e9"}],
        "images": [{"id": IDS["image"], "platform": "S2", "date_kind": "at_or_before", "synthetic": True,
                    "acquired_from": "2025-05-01T00:00:00.000Z", "acquired_to": "2025-05-01T00:00:00.000Z",
                    "attribution": "© Maker", "licence": "CC-BY-4.0", "uri": "/nowhere.tif"}],
        "sites": [{"id": IDS["lake"], "name": HOSTILE, "kind": "Pier", "note": "<b>SYNTHETIC</b>\nline 2",
                   "location_accuracy_m": 12.5, "confidence": "probable", "geom": "POINT (128.05 41.4)"}],
        "observations": [{"id": f"o{number}", "site_id": IDS["lake"], "image_id": image, "seen_from": day,
                          "seen_to": day, "state": state, "reason": reason}
                         for number, (day, state, image, reason) in enumerate([
                             ("2025-04-01", "absent", None, None), ("2025-05-01", "present", IDS["image"], None),
                             ("2025-06-01", "not_observable", None, "cloud")])]})
    return survey


def exported(survey: Any, path: Any, day: date | None = None, **options: Any) -> Any:
    from yalu_plugin.layers.exporting.kmz_export import write_kmz
    from yalu_plugin.layers.exporting.read_export import read_export
    from yalu_plugin.layers.survey.matrix_survey import river_corridor

    export = read_export(survey, river_corridor(survey), None, day)
    write_kmz(path, export, **options)
    return export


def document(path: Any) -> Any:
    from lxml import etree

    with zipfile.ZipFile(path) as archive:
        kml = etree.fromstring(archive.read("doc.kml"))
    etree.XMLSchema(etree.parse(str(files("fastkml") / "schema" / "ogckml22.xsd"))).assertValid(kml)
    return kml


def balloon(kml: Any, site_id: str) -> str:
    from yalu_plugin.core.importing.formats.html_text import plain_text

    found = kml.xpath(f"//*[local-name()='Placemark'][*/*[@name='site_id'][*[text()='{site_id}']]]")
    return plain_text(found[0].findtext(f"{KML}description"))


def test_gdal_reads_every_site_with_its_name_and_coordinates(survey: Any, tmp_path: Any) -> None:
    from osgeo import gdal

    export = exported(survey, tmp_path / "a.kmz")
    document(tmp_path / "a.kmz")
    read = gdal.OpenEx(str(tmp_path / "a.kmz"), gdal.OF_VECTOR, ["LIBKML"])
    rows = [(layer.GetName(), feature) for layer in map(read.GetLayer, range(read.GetLayerCount()))
            for feature in layer]
    places = {feature["site_id"]: (feature["Name"], *feature.geometry().GetPoint_2D())
              for _, feature in rows if feature.GetFieldIndex("site_id") >= 0}
    states = [(feature["Name"], feature["begin"], feature["end"]) for name, feature in rows
              if name == "States over time" and feature["state_of_site_id"] == IDS["lake"]]
    river = next(feature.geometry() for name, feature in rows if name == "River")
    assert (river.GetGeometryName(), river.GetPointCount()) == ("LINESTRING", 2617)
    assert places == {site.site_id: (site.label.replace("\u202e", ""), site.longitude, site.latitude)
                      for site in export.sites()}
    name = HOSTILE[:-1]
    assert states == [(f"{name}: Not known", None, "2025/03/31 23:59:59+00"),
                      (f"{name}: Absent", "2025/04/01 00:00:00+00", "2025/04/30 23:59:59+00"),
                      (f"{name}: Present", "2025/05/01 00:00:00+00", None)]


def test_a_balloon_has_place_state_dates_with_their_kind_and_credits(survey: Any, tmp_path: Any) -> None:
    exported(survey, tmp_path / "a.kmz", date(2025, 7, 1))
    kml = document(tmp_path / "a.kmz")
    assert balloon(kml, IDS["lake"]).splitlines() == [
        "<b>SYNTHETIC</b>", "line 2", "Data of the survey (changes below are not read back)",
        f"Name: {HOSTILE[:-1]}", "Kind: Pier, probable",
        "State on 2025-07-01: Present: seen 2025-05-01 (UTC) At or before this date", "First seen: 2025-05-01",
        "Place: 41.400000, 128.050000 41°24′0.0″N, 128°3′0.0″E "
        "MGRS 52T DL 20588 83597 WGS 84, latitude first; accuracy 12.5 m", f"Id: {IDS['lake']}",
        "Days (UTC) | State | Image or source | Note", "2025-06-01 Reported | Not observable (cloud) | not stated",
        "2025-05-01 At or before this date | Present | S2, SYNTHETIC", "2025-04-01 Reported | Absent | not stated",
        "No source: added by the survey's own analysts.", "Imagery: © Maker, CC-BY-4.0"]
    published = next(row["id"] for row in survey.rows("sites") if row["name"].startswith("Phungyang"))
    lines = balloon(kml, published).splitlines()
    assert ("Along the river: Chainage km 58.69 (downstream of 41.411114, 128.186804) "
            "57 m from the river line, left of the line looking downstream") in lines
    assert "State on 2025-07-01: No observation yet" in lines and "County: Kimjongsuk" in lines
    assert "Source: Jacob Bogle, AccessDPRK: Sino-DPRK Smuggling Sites Suggest Kim's Approval, 2026-02-09" in lines


@pytest.mark.parametrize(("folders_by", "names"), [
    ("kind", ["Vehicle crossing", "Barge crossing", "Staging area", "Fuel station", "Pier"]),
    ("county", ["Hyesan", "Samsu", "Kimjongsuk", "Kimhyongjik", "County not known"]),
    ("quarter", ["2014-Q1", "2023-Q3", "2025-Q2", "2025-Q3", "Not seen on a dated image or report"])])
def test_folders(survey: Any, tmp_path: Any, folders_by: str, names: list[str]) -> None:
    exported(survey, tmp_path / "a.kmz", folders_by=folders_by)
    first = document(tmp_path / "a.kmz").find(f".//{KML}Folder")
    assert [folder.findtext(f"{KML}name") for folder in first.findall(f"{KML}Folder")] == names


def test_the_document_states_its_day_its_record_and_the_licence_of_the_river(survey: Any, tmp_path: Any) -> None:
    from yalu_plugin.core.importing.formats.html_text import plain_text

    export = exported(survey, tmp_path / "a.kmz", date(2025, 7, 1))
    about = plain_text(document(tmp_path / "a.kmz").findtext(f"{KML}Document/{KML}description"))
    assert "States as of 2025-07-01 (UTC)" in about and "© OpenStreetMap contributors, ODbL 1.0." in about
    assert f"Survey “T”, {export.record}, exported {export.exported_at}." in about
    assert "Pier: Present" in about


def test_a_survey_without_a_line_shows_the_bundled_one(new_survey: Any, tmp_path: Any) -> None:
    survey = new_survey(tmp_path / "s.gpkg", "T")
    lines = survey.rows("corridors")
    if lines:
        survey.change("test", removed={"corridors": lines})
    exported(survey, tmp_path / "a.kmz")
    assert len(document(tmp_path / "a.kmz").findtext(f".//{KML}coordinates").split()) == 2617


def test_symbols_are_those_of_the_map(qgis_app: Any) -> None:
    from qgis.PyQt.QtGui import QColor, QImage

    from yalu_plugin.core.custom_kinds import CustomKind
    from yalu_plugin.layers.exporting.kml_symbols import PIXELS, SiteSymbols

    symbols = SiteSymbols([CustomKind("Pier", shape="star", colour="#56b4e9")])

    def colour(kind: str | None, state: str, x: float) -> str:
        return QImage.fromData(symbols.png(kind, state)).pixelColor(int(PIXELS * x), PIXELS // 2).name(
            QColor.NameFormat.HexArgb)

    middle, ring, corner = 0.5, 0.5 + 4.9 / 7.0 / 2, 0.02
    assert colour("vehicle_ford", "present", middle) == "#ff111111"
    assert colour("vehicle_ford", "present", ring) == "#ff0b6e4f"
    assert colour("barge_dock", "unknown", middle) == "#ffffd400"
    assert colour("Pier", "unknown", middle) == "#ff56b4e9"
    assert colour("a kind of another program", "a state of another program", middle) == "#ffffffff"
    assert colour("barge_dock", "present", corner) == "#00000000"
    assert colour("barge_dock", "absent", middle) == "#ff5f5f5f"


@pytest.fixture
def seen_on_images(new_survey: Any, tmp_path: Any, data: Any) -> Any:
    """SYNTHETIC sites seen on one image: the first in its middle, the second outside of it."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.layers.survey.images import scene_row

    survey = new_survey(tmp_path / "s.gpkg", "T")
    scene = catalogue(data / "s2_romania", read_raster).scenes[0]
    left, bottom, right, top = scene.box
    survey.change("test", added={
        "images": [{**scene_row(scene), "id": IDS["image"], "licence": None, "attribution": "© Maker"}],
        "sites": [{"id": f"site{n}", "kind": "vehicle_ford", "geom": f"POINT ({x!r} {(bottom + top) / 2!r})"}
                  for n, x in enumerate([(left + right) / 2, 127.0])],
        "observations": [{"id": f"o{n}", "site_id": f"site{n}", "image_id": IDS["image"], "state": "present",
                          "seen_from": "2020-01-01", "seen_to": "2020-01-01"} for n in range(2)]})
    return survey


def pictures(survey: Any, path: Any, **values: Any) -> tuple[list[str], list[str]]:
    """The pictures in the KMZ of a survey whose image has these values, and what was reported."""
    from yalu_plugin.layers.exporting.site_files import SiteChoice, export_sites

    image = survey.rows("images")[0]
    survey.change("test", replaced={"images": [{**image, **values}]})
    found = export_sites(survey, path, "KMZ", SiteChoice(), None)
    with zipfile.ZipFile(path) as archive:
        return [name for name in archive.namelist() if name.startswith("chips/")], [str(one) for one in found.notices]


@pytest.mark.parametrize("licence", [None, "proprietary", "CC-BY-NC-4.0"])
def test_an_image_that_may_not_be_copied_has_no_picture(seen_on_images: Any, tmp_path: Any, licence: Any) -> None:
    assert pictures(seen_on_images, tmp_path / "a.kmz", licence=licence) == ([], [])


def test_an_image_that_may_be_copied_has_a_picture_of_the_site(seen_on_images: Any, tmp_path: Any) -> None:
    from qgis.PyQt.QtGui import QImage

    assert pictures(seen_on_images, tmp_path / "a.kmz", licence="CC-BY-4.0") == (["chips/0.jpg"], [])
    with zipfile.ZipFile(tmp_path / "a.kmz") as archive:
        image = QImage.fromData(archive.read("chips/0.jpg"))
        markup = archive.read("doc.kml").decode()
    assert (image.width(), image.height()) == (240, 240)
    assert len({image.pixel(x, y) for x in range(20, 220, 10) for y in range(20, 200, 10)}) > 20
    assert markup.count('<img src="chips/0.jpg"') == 1 and "Imagery: © Maker, CC-BY-4.0" in markup


def test_an_image_that_cannot_be_drawn_is_reported(seen_on_images: Any, tmp_path: Any) -> None:
    found, notices = pictures(seen_on_images, tmp_path / "a.kmz", licence="CC-BY-4.0", uri=str(tmp_path / "no.tif"))
    assert found == [] and len(notices) == 1 and notices[0].startswith("Images without a picture in balloons: 1,")


def test_nothing_is_fetched_for_a_picture(seen_on_images: Any, tmp_path: Any) -> None:
    assert pictures(seen_on_images, tmp_path / "a.kmz", licence="CC0-1.0", uri="http://127.0.0.1:9/a.tif") == ([], [])
