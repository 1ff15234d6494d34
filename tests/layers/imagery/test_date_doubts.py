"""Evidence against a scene's date, read from real files and shown wherever the date is shown."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest


@pytest.fixture
def folder(qgis_app, data: Path, tmp_path: Path) -> Path:
    """A copy of three images whose metadata and names state their dates."""
    return Path(shutil.copytree(data / "imagery_dates", tmp_path / "dates"))


def catalogued(folder: Path):
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    return catalogue(folder, read_raster)


def tagged(path: Path, **tags: str) -> None:
    from osgeo import gdal

    raster = gdal.Open(str(path), gdal.GA_Update)
    raster.SetMetadata(tags)
    del raster


def write_item(raster: Path, day: str, **properties: object) -> None:
    raster.with_suffix(".json").write_text(json.dumps({
        "type": "Feature", "stac_version": "1.0.0", "id": raster.stem, "geometry": None, "assets": {}, "links": [],
        "properties": {"datetime": f"{day}T02:16:01Z", **properties}}), encoding="utf-8")


def test_a_name_ranks_above_the_date_of_writing(folder: Path) -> None:
    made = catalogued(folder)
    assert [(Path(one.uri).name, str(one.day), one.date_source, one.date_kind) for one in made.scenes] == [
        ("CBERS_4_MUX_20160416_217_063_L2_BAND5.tif", "2016-04-16", "gdal", "acquired"),
        ("hyesan_2025-07-30_epoch0.tif", "2025-07-30", "filename", "acquired"),
        ("신의주 2025년 7월 30일.tif", "2025-07-30", "filename", "acquired")]
    assert made.scenes[0].platform == "cbers-4" and not made.undated and not made.problems


def test_the_date_of_writing_is_shown_too_and_contradicts_nothing(folder: Path) -> None:
    from yalu_plugin.layers.imagery.date_doubts import date_doubts, other_dates

    scene = catalogued(folder).scenes[0]
    assert other_dates(scene) == (
        "Date in file name: 2016-04-16 (acquired)\n"
        "Date in the image's own metadata: 2016-05-23 (the file was written, the picture taken then or before)")
    assert date_doubts(scene) == ""


@pytest.mark.parametrize(("name", "day", "against"), [
    ("hyesan 2024-07-19 23.59 CST.tif", "2024-07-19", "its name may have a time zone, CST, that was not applied"),
    ("hyesan 2024-07-19 07.30 KST.tif", "2024-07-18", "")])
def test_a_zone_in_the_name_that_is_not_applied_is_shown(folder: Path, name: str, day: str, against: str) -> None:
    from yalu_plugin.layers.imagery.date_doubts import date_doubts
    from yalu_plugin.layers.layouts.before_after_images import caption

    (folder / "hyesan_2025-07-30_epoch0.tif").rename(folder / name)
    made = catalogued(folder)
    scene = next(one for one in made.scenes if "ST.tif" in one.uri)
    assert (str(scene.day), date_doubts(scene)) == (day, against)
    assert [one.path.name for one in made.problems if one.image_included] == ([name] if against else [])
    assert (f"date of acquisition, but {against}" in caption("After", scene)) is bool(against)


def test_a_windows_name_in_a_zip_is_decoded(folder: Path) -> None:
    picture = (folder / "hyesan_2025-07-30_epoch0.tif").read_bytes()
    meant = "혜산 2024년 7월 19일.tif"
    name = meant.encode("cp949")
    plain = b"x" * len(name)
    with ZipFile(folder / "pack.zip", "w") as archive:
        archive.writestr(plain.decode(), picture)
    (folder / "pack.zip").write_bytes((folder / "pack.zip").read_bytes().replace(plain, name))
    scene = next(one for one in catalogued(folder).scenes if "pack.zip" in one.uri)
    assert (scene.name, str(scene.day), scene.date_source) == (meant, "2024-07-19", "filename")
    assert scene.uri.endswith(name.decode("cp437")) and scene.gsd_m


@pytest.mark.parametrize(("tags", "day", "source", "against"), [
    ({"ACQUISITION_DATE": "2025-08-02"}, "2025-08-02", "gdal", "file name: 2025-07-30"),
    ({"TIFFTAG_DATETIME": "2024:01:01 00:00:00"}, "2025-07-30", "filename", "the image's own metadata: 2024-01-01"),
    ({"TIFFTAG_DATETIME": "2026:01:01 00:00:00", "TIFFTAG_SOFTWARE": "Adobe Photoshop 26"},
     "2025-07-30", "filename", ""),
])
def test_two_dates_are_shown_in_the_catalogue_and_on_pages(folder: Path, tags, day, source, against) -> None:
    from yalu_plugin.layers.imagery.date_doubts import date_doubts
    from yalu_plugin.layers.layouts.before_after_images import caption

    tagged(folder / "hyesan_2025-07-30_epoch0.tif", **tags)
    made = catalogued(folder)
    scene = next(one for one in made.scenes if "epoch0" in one.uri)
    assert (str(scene.day), scene.date_source, date_doubts(scene)) == (day, source, against)
    assert [one.path for one in made.problems if one.image_included] == ([Path(scene.uri)] if against else [])
    assert (f"date of acquisition, but {against}" in caption("After", scene)) is bool(against)


def test_a_time_in_exif_without_a_camera_is_shown_too(folder: Path) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.imagery.date_doubts import date_doubts, other_dates

    for number, moment in enumerate(("2025:08:02 10:00:00", "2025:07:01 10:00:00")):
        raster = gdal.Open(str(folder / "hyesan_2025-07-30_epoch0.tif"))
        gdal.GetDriverByName("GTiff").CreateCopy(str(folder / f"scan{number}_2025-07-30.tif"), raster).SetMetadata(
            {"EXIF_DateTimeOriginal": moment}, "EXIF")
    scans = [scene for scene in catalogued(folder).scenes if "scan" in scene.uri]
    assert [(str(scene.day), scene.date_source) for scene in scans] == [("2025-07-30", "filename")] * 2
    assert [other_dates(scene) for scene in scans] == [
        f"Date in the image's own metadata: {day} (in EXIF without a camera: taken, scanned, copied or edited then)"
        for day in ("2025-08-02", "2025-07-01")]
    # later than the scan?
    assert [date_doubts(scene) for scene in scans] == ["", "the image's own metadata: 2025-07-01"]


def test_a_stac_item_against_the_name_counts_and_both_are_shown(folder: Path) -> None:
    from yalu_plugin.layers.imagery.date_doubts import date_doubts

    write_item(folder / "hyesan_2025-07-30_epoch0.tif", "2025-08-01")
    scene = next(one for one in catalogued(folder).scenes if "epoch0" in one.uri)
    assert (str(scene.day), scene.date_source, date_doubts(scene)) == ("2025-08-01", "stac", "file name: 2025-07-30")


def test_a_stac_item_against_the_metadata_leaves_it_undated(folder: Path) -> None:
    write_item(folder / "CBERS_4_MUX_20160416_217_063_L2_BAND5.tif", "2016-05-12")
    made = catalogued(folder)
    assert [str(one.error) for one in made.undated] == [
        "CBERS_4_MUX_20160416_217_063_L2_BAND5.tif is undated: acquired 2016-05-12 (STAC), or 2016-04-16 (the "
        "image's own metadata). Correct the one that is wrong."]
    assert len(made.scenes) == 2


def test_a_missing_or_changed_file_shows_what_is_known(folder: Path) -> None:
    from yalu_plugin.layers.imagery.date_doubts import date_doubts, other_dates

    path = folder / "hyesan_2025-07-30_epoch0.tif"
    write_item(path, "2025-08-01")
    scene = next(one for one in catalogued(folder).scenes if "epoch0" in one.uri)
    tagged(path, ACQUISITION_DATE="2025-08-03")
    assert date_doubts(scene) == "the image's own metadata: 2025-08-03, file name: 2025-07-30"
    path.write_bytes(b"no raster")
    assert date_doubts(scene) == "file name: 2025-07-30"
    path.unlink()
    assert date_doubts(scene) == "file name: 2025-07-30"
    assert other_dates(scene) == "Date in file name: 2025-07-30 (acquired)"


def test_the_panel_says_both(folder: Path) -> None:
    from yalu_plugin.gui.imagery.scene_text import compared_scene_text, scene_item, scene_line, scene_tooltip

    tagged(folder / "hyesan_2025-07-30_epoch0.tif", ACQUISITION_DATE="2025-08-02")
    scene = next(one for one in catalogued(folder).scenes if "epoch0" in one.uri)
    assert scene_line(scene) == (
        "2025-08-02 UTC · acquired (date from the image's own metadata, but file name: 2025-07-30)")
    assert "Date in file name: 2025-07-30 (acquired)" in scene_tooltip(scene).splitlines()
    assert compared_scene_text(scene) == f"{scene_item(scene)} · but file name: 2025-07-30"
    clear = catalogued(folder).scenes[0]
    assert compared_scene_text(clear) == scene_item(clear)


def test_the_time_in_an_envi_header_contradicts_the_name(qgis_app, tmp_path: Path) -> None:
    from tests.layers.imagery.kinds import picture, save
    from yalu_plugin.layers.imagery.date_doubts import date_doubts

    path = tmp_path / "2025-06-30.img"
    save(path, "ENVI", picture(placed=True))
    header = path.with_suffix(".hdr")
    header.write_text(header.read_text() + "acquisition time = 2025-07-30T02:00:00Z\n")
    (scene,) = catalogued(tmp_path).scenes
    assert (str(scene.day), scene.date_source, date_doubts(scene)) == ("2025-07-30", "gdal", "file name: 2025-06-30")
