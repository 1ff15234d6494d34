from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SCENE = "S2_L2A_romania_20161014"


@pytest.fixture
def folder(qgis_app, data: Path, tmp_path: Path) -> Path:
    """A copy of the sixteen scenes, as QGIS writes statistics next to the rasters it opens."""
    return Path(shutil.copytree(data / "s2_romania", tmp_path / "s2"))


def strip(path: Path, *keep: str, **more: str) -> None:
    """Rewrite the raster at `path` with only the tags in `keep`, and `more`."""
    from osgeo import gdal

    source = gdal.Open(str(path))
    tags = {key: value for key, value in source.GetMetadata_Dict().items() if key in keep}
    bare = path.with_suffix(".bare")
    copy = gdal.GetDriverByName("GTiff").CreateCopy(str(bare), source)
    copy.SetMetadata({**tags, **more})
    del copy, source
    bare.replace(path)


def plain_raster(path: Path, epsg: int | None, transform: tuple[float, ...]) -> Path:
    from osgeo import gdal, osr

    raster = gdal.GetDriverByName("GTiff").Create(str(path), 20, 10, 1)
    raster.SetGeoTransform(transform)
    if epsg:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        raster.SetProjection(crs.ExportToWkt())
    del raster
    return path


def test_all_sixteen_scenes_are_dated_from_their_stac_items(folder: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    made = catalogue(folder, read_raster)
    assert len(made.scenes) == 16 and not made.undated and not made.problems
    assert {(one.date_source, one.date_kind, one.platform, one.gsd_m) for one in made.scenes} == {
        ("stac", "acquired", "sentinel-2", 10.0)}
    assert (str(made.scenes[0].day), str(made.scenes[-1].day)) == ("2015-08-01", "2020-09-13")


def test_without_items_the_metadata_dates_and_without_that_the_name(folder: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    days = [scene.day for scene in catalogue(folder, read_raster).scenes]
    for sidecar in folder.glob("*.json"):
        sidecar.unlink()
    by_metadata = catalogue(folder, read_raster)
    assert [scene.day for scene in by_metadata.scenes] == days
    assert {scene.date_source for scene in by_metadata.scenes} == {"gdal"}
    assert by_metadata.scenes[0].acquired_to.hour == 23
    assert by_metadata.scenes[0].footprint_wkt.startswith("POLYGON ((22.14690")
    for raster in folder.glob("*.tif"):
        strip(raster)
    (folder / f"{SCENE}.tif").rename(folder / "IMG_1234.tif")
    by_name = catalogue(folder, read_raster)
    assert {scene.date_source for scene in by_name.scenes} == {"filename"} and len(by_name.scenes) == 15
    assert [Path(one.scene.uri).name for one in by_name.undated] == ["IMG_1234.tif"]
    assert by_name.undated[0].scene.gsd_m == pytest.approx(10, rel=1e-3)


def test_the_date_of_writing_is_only_at_or_before(folder: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    only = folder / "only"
    only.mkdir()
    shutil.copy(folder / f"{SCENE}.tif", only / "a.tif")
    strip(only / "a.tif", "TIFFTAG_DATETIME", SYNTHETIC="YES")
    (scene,) = catalogue(only, read_raster).scenes
    assert (scene.label, scene.date_source) == ("2016-10-14 UTC at or before this date SYNTHETIC", "gdal")


@pytest.mark.parametrize("exceptions", [True, False])
def test_a_damaged_raster_is_a_problem_and_the_others_are_fine(folder: Path, exceptions: bool) -> None:
    from osgeo import gdal

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    whole = (folder / f"{SCENE}.tif").read_bytes()
    (folder / f"{SCENE}.tif").write_bytes(whole[:30_000])
    (folder / "S2_L2A_romania_20170606.tif").write_bytes(b"not a raster")
    (folder / "S2_L2A_romania_20170721.tif").write_bytes(b"")
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        made = catalogue(folder, read_raster)
        assert gdal.GetUseExceptions() == int(exceptions)
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()
    assert len(made.scenes) == 13
    assert [problem.path.stem[-8:] for problem in made.problems] == ["20161014", "20170606", "20170721"]
    assert all("is damaged or not a raster" in problem.reason for problem in made.problems)


@pytest.mark.parametrize(("epsg", "transform", "reason"), [
    (None, (127.0, 0.001, 0, 41.5, 0, -0.001), "it has no CRS"),
    (32652, (1e9, 10, 0, 1e12, 0, -10), ""),
])
def test_a_raster_without_a_place_is_reported(qgis_app, tmp_path: Path, epsg, transform, reason: str) -> None:
    from yalu_plugin.layers.imagery.raster import read_raster

    facts = read_raster(str(plain_raster(tmp_path / "a.tif", epsg, transform)))
    assert facts.footprint_wkt == "" and facts.gsd_m is None
    assert "is not placed on the ground" in str(facts.problem) and reason in str(facts.problem)


def test_degrees_and_web_mercator_become_metres_on_the_ground(qgis_app, tmp_path: Path) -> None:
    from yalu_plugin.layers.imagery.raster import read_raster

    degrees = read_raster(str(plain_raster(tmp_path / "a.tif", 4326, (127.0, 0.0001, 0, 41.5, 0, -0.0001))))
    assert degrees.footprint_wkt == "POLYGON ((127.0 41.5, 127.002 41.5, 127.002 41.499, 127.0 41.499, 127.0 41.5))"
    # One degree at 41.5 N is 83,506 m of longitude and 111,069 m of latitude on WGS 84.
    assert degrees.gsd_m == pytest.approx((8.3506 * 11.1069) ** 0.5, rel=1e-3)
    mercator = read_raster(str(plain_raster(tmp_path / "b.tif", 3857, (14_137_575.3, 10, 0, 5_086_374.6, 0, -10))))
    assert mercator.gsd_m == pytest.approx(7.5, rel=0.01)


def test_a_missing_file_is_named(qgis_app, tmp_path: Path) -> None:
    from yalu_plugin.layers.imagery.raster import RasterMissing, read_raster

    with pytest.raises(RasterMissing, match="gone.tif is gone"):
        read_raster(str(tmp_path / "gone.tif"))


def test_exif_of_a_tiff_is_metadata_too(qgis_app, tmp_path: Path) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.imagery.raster import read_metadata, read_raster

    path = plain_raster(tmp_path / "a.tif", 4326, (127.9, 1e-4, 0, 41.43, 0, -1e-4))
    raster = gdal.Open(str(path), gdal.GA_Update)
    raster.SetMetadata({"EXIF_DateTimeOriginal": "2025:07:30 08:16:01"}, "EXIF")
    del raster
    assert read_metadata(str(path))["EXIF_DATETIMEORIGINAL"] == "2025:07:30 08:16:01"
    assert read_raster(str(path)).metadata == read_metadata(str(path))


def test_metadata_of_a_file_that_is_no_raster(qgis_app, tmp_path: Path) -> None:
    from yalu_plugin.layers.imagery.raster import RasterUnreadable, read_metadata

    (tmp_path / "a.tif").write_bytes(b"no raster")
    with pytest.raises(RasterUnreadable, match="is damaged or not a raster"):
        read_metadata(str(tmp_path / "a.tif"))


def test_a_name_longer_than_possible_is_a_missing_image(qgis_app, tmp_path):
    from yalu_plugin.core.imagery.file_list import catalogue_list
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.layers.imagery.scene_source import is_missing

    table = tmp_path / "list.csv"
    table.write_text(f"uri,datetime\n{'a' * 5000}.tif,2020-01-01\nhttps://a.example/x.tif,2020-01-02\n")
    found = catalogue_list(table, read_raster)
    assert [str(scene.day) for scene in found.scenes] == ["2020-01-02"]
    assert [type(one.error).__name__ for one in found.problems] == ["RasterMissing"]
    assert is_missing(Scene("one", "/" + "a" * 5000))
