"""Kinds of images: each is read in its place, with its date, and drawn; or it is reported with the reason."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.layers.imagery.kinds import NORTH, PIXEL, PLACED, WEST, WORLD_FILE, corners, footprint, picture, rpc, save

CRS = "EPSG:4326"


@pytest.fixture
def folder(qgis_app, tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    return tmp_path / "images"


def catalogued(place: Path, crs: str = ""):
    from qgis.core import QgsFeedback

    from yalu_plugin.core.imagery.scene_query import SceneQuery
    from yalu_plugin.layers.sources.local_source import LocalSource

    return LocalSource(place, crs).search(SceneQuery(), QgsFeedback())


def the_scene(place: Path, crs: str = ""):
    found = catalogued(place, crs)
    assert not found.problems, [one.reason for one in found.problems]
    (scene,) = found.all_scenes
    return scene


def the_reason(place: Path) -> str:
    found = catalogued(place)
    assert not found.all_scenes
    (problem,) = found.problems
    return problem.reason


def drawn(scene) -> tuple[float, ...]:
    """Return where QGIS draws the scene, checked to be drawn: west, south, east, north in its CRS."""
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    layer = scene_layer(scene)
    block = layer.dataProvider().block(1, layer.extent(), 20, 10)
    assert layer.crs().isValid() and len(set(bytes(block.data()))) > 20
    box = layer.extent()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


BOX = pytest.approx((WEST, NORTH - 20 * PIXEL, WEST + 40 * PIXEL, NORTH), abs=1e-9)

PICTURES = [  # name, driver, world file
    ("a.JPG", "JPEG", "a.JGW"), ("a.jpg", "JPEG", "a.jgw"), ("a.jpg", "JPEG", "a.jpgw"), ("a.jpeg", "JPEG", "a.jpegw"),
    ("a.JPEG", "JPEG", "a.JGW"), ("a.jpg", "JPEG", "a.wld"), ("a.jpg", "JPEG", "a.JPGW"), ("a.Jpg", "JPEG", "a.Jgw"),
    ("a.PNG", "PNG", "a.PGW"), ("a.png", "PNG", "a.pngw"), ("a.bmp", "BMP", "a.bpw"), ("a.BMP", "BMP", "a.BPW"),
    ("a.bmp", "BMP", "a.bmpw"), ("a.webp", "WEBP", "a.wpw"), ("a.webp", "WEBP", "a.webpw"), ("a.webp", "WEBP", "a.wbw"),
    ("a.gif", "GIF", "a.gfw"), ("a.tif", "GTiff", "a.TFW"), ("a.jp2", "JP2OpenJPEG", "a.j2w")]


@pytest.mark.parametrize(("name", "driver", "world"), PICTURES)
def test_a_picture_with_a_world_file_needs_a_crs(folder: Path, name, driver, world) -> None:
    save(folder / name, driver, picture(1) if driver == "GIF" else None)
    (folder / world).write_text(WORLD_FILE)
    assert "it has no CRS" in the_reason(folder)
    scene = the_scene(folder, CRS)
    assert scene.uri == f"{folder}/{name}#crs=EPSG:4326"
    assert corners(scene.footprint_wkt) == [pytest.approx(one) for one in footprint()]
    assert drawn(scene) == BOX


def test_a_picture_without_sidecar_is_reported(folder: Path) -> None:
    save(folder / "a.jpg", "JPEG")
    assert "The picture" in the_reason(folder) and "has no position" in the_reason(folder)


@pytest.mark.parametrize(("name", "driver"), [
    ("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.bmp", "BMP"), ("a.webp", "WEBP")])
def test_an_aux_xml_places_a_picture(folder: Path, name: str, driver: str) -> None:
    save(folder / name, driver, picture(placed=True), side=True)
    assert (folder / f"{name}.aux.xml").is_file()
    assert drawn(the_scene(folder)) == BOX


def test_a_prj_next_to_a_world_file_overrides_the_assigned_crs(folder: Path) -> None:
    save(folder / "a.jpg", "JPEG")
    (folder / "a.jgw").write_text("10\n0\n0\n-10\n500005\n4580005\n")
    (folder / "a.prj").write_text(
        'PROJCS["WGS_1984_UTM_Zone_52N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,'
        '298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],'
        'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",129],PARAMETER["scale_factor",0.9996],'
        'PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["Meter",1]]')
    for crs in ("", CRS):
        scene = the_scene(folder, crs)
        assert scene.uri == str(folder / "a.jpg")
        assert corners(scene.footprint_wkt)[0] == pytest.approx((129, 41.3726), abs=1e-3)
    assert drawn(scene) == (500000, 4579810, 500400, 4580010)


KINDS = [("a.img", "ENVI"), ("a.dat", "ENVI"), ("a.bsq", "ENVI"), ("a", "ENVI"), ("a.raw", "ENVI"), ("a.img", "HFA"),
         ("a.bil", "EHdr"), ("a.ntf", "NITF"), ("a.jp2", "JP2OpenJPEG"), ("a.pdf", "PDF"), ("a.gpkg", "GPKG"),
         ("a.nc", "netCDF"), ("a.tiff", "GTiff"), ("a.dat", "GTiff"), ("a", "GTiff"), ("noending.2024", "GTiff")]


@pytest.mark.parametrize(("name", "driver"), KINDS)
def test_formats_are_read_in_their_place(folder: Path, name: str, driver: str) -> None:
    one_band = driver in ("netCDF", "EHdr")
    save(folder / name, driver, picture(1 if one_band else 3, placed=True), ("ICORDS=G",) if driver == "NITF" else (),
         side=driver == "EHdr")
    left, bottom, right, top = drawn(the_scene(folder))
    slack = 1e-3 if driver in ("PDF", "NITF") else 1e-6  # of a point on paper; of a second of arc
    assert (left, top) == pytest.approx((WEST, NORTH), abs=slack)
    assert (right, bottom) == pytest.approx((WEST + 40 * PIXEL, NORTH - 20 * PIXEL), abs=slack)


def test_mbtiles_are_read(folder: Path) -> None:
    from osgeo import gdal

    gdal.Translate(str(folder / "a.mbtiles"), picture(placed=True, width=300, height=200), format="MBTILES")
    scene = the_scene(folder)
    assert corners(scene.footprint_wkt)[0] == pytest.approx((WEST, NORTH), abs=0.01)
    drawn(scene)


def test_a_geopackage_of_several_rasters_is_as_many_scenes_and_one_of_places_is_none(folder: Path) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.survey.create import create_survey

    for table in ("hyesan_2024-05-31", "hyesan_2025-05-31"):
        gdal.Translate(str(folder / "a.gpkg"), picture(placed=True), format="GPKG",
                       creationOptions=[f"RASTER_TABLE={table}", "APPEND_SUBDATASET=YES"])
    create_survey(folder / "survey.gpkg", "Test")
    found = catalogued(folder)
    assert not found.problems
    assert [(scene.uri[-29:], str(scene.day)) for scene in found.scenes] == [
        ("part=1&name=hyesan_2024-05-31", "2024-05-31"), ("part=2&name=hyesan_2025-05-31", "2025-05-31")]
    assert [scene.name for scene in found.scenes] == ["hyesan_2024-05-31 (a.gpkg)", "hyesan_2025-05-31 (a.gpkg)"]
    assert [drawn(scene) for scene in found.scenes] == [BOX, BOX]


def test_an_envi_header_states_the_time_the_sensor_and_the_clouds(folder: Path) -> None:
    save(folder / "a.dat", "ENVI", picture(placed=True))
    with (folder / "a.hdr").open("a") as header:
        header.write("acquisition time = 2025-07-30T02:16:01Z\nsensor type = WorldView-3\ncloud cover = 12.5\n")
    scene = the_scene(folder)
    assert scene.acquired_from.isoformat() == "2025-07-30T02:16:01+00:00" and scene.date_kind == "acquired"
    assert (scene.platform, scene.cloud_cover) == ("WorldView-3", 12.5)


def netcdf(path: Path, **tags: str) -> None:
    raster = picture(1, placed=True)
    raster.SetMetadata({"NETCDF_DIM_EXTRA": "{time}", "NETCDF_DIM_time_DEF": "{1,6}",
                        "NETCDF_DIM_time_VALUES": tags.pop("values", "0"), "time#standard_name": "time",
                        "time#units": tags.pop("units", "days since 1970-1-1"), **tags})
    for number in range(1, raster.RasterCount + 1):
        raster.GetRasterBand(number).SetMetadataItem("NETCDF_DIM_time", "20299")
    save(path, "netCDF", raster)


TIMES = {"days since 1970-01-01": (20299.1, "2025-07-30T02:24:00"), "seconds since 1970-1-1 0:0:0": (
    1753842240, "2025-07-30T02:24:00"), "hours since 2025-07-01 00:00:00.0": (698.4, "2025-07-30T02:24:00"),
    "minutes since 2025-07-30T00:00:00Z": (144, "2025-07-30T02:24:00"), "months since 2020-01-01": (3, None),
    "fortnights": (3, None), "days since yesterday": (3, None), "days since 1970-01-01 ": (1e300, None)}


@pytest.mark.parametrize("units", sorted(TIMES))
def test_the_time_of_a_netcdf(qgis_app, units: str) -> None:
    from yalu_plugin.layers.imagery.metadata import metadata_of

    value, right = TIMES[units]
    raster = picture(1)
    raster.SetMetadata({"time#units": units, "NETCDF_DIM_time_VALUES": f"{{{value!r}}}"})
    assert metadata_of(raster, "a.nc").get("ACQUISITION_DATETIME") == (right and f"{right}Z")
    for more in ({"time#calendar": "360_day"}, {"time#bounds": "time_bnds"}):
        raster.SetMetadata({"time#units": units, "NETCDF_DIM_time_VALUES": "20299.1", **more})
        assert "ACQUISITION_DATETIME" not in metadata_of(raster, "a.nc")


def test_a_netcdf_of_several_times_or_rasters_is_named(qgis_app, folder: Path) -> None:
    from yalu_plugin.layers.imagery.metadata import SeveralTimes, metadata_of

    raster = picture(1)
    raster.SetMetadata({"time#units": "days since 1970-01-01", "NETCDF_DIM_time_VALUES": "{1,2,3}"})
    with pytest.raises(SeveralTimes, match="images of 3 times"):
        metadata_of(raster, "a.nc")
    save(folder / "a.nc", "netCDF", picture(3, placed=True))
    assert "holds 3 rasters" in the_reason(folder)


POINTS = [(0, 0, WEST, NORTH), (40, 0, WEST + 40 * PIXEL, NORTH), (40, 20, WEST + 40 * PIXEL, NORTH - 20 * PIXEL),
          (0, 20, WEST, NORTH - 20 * PIXEL)]


@pytest.mark.parametrize("grid", [1, 4, 20])
def test_ground_control_points_place_an_image(folder: Path, grid: int) -> None:
    from osgeo import gdal, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    raster = picture()
    steps = range(grid + 1)
    raster.SetGCPs([gdal.GCP(WEST + 40 * PIXEL * x / grid, NORTH - 20 * PIXEL * y / grid, 0, 40 * x / grid,
                             20 * y / grid) for x in steps for y in steps], crs)
    save(folder / "s1a-iw-grd-vv-20250730t093000-20250730t093025-060000-077000-001.tif", "GTiff", raster)
    scene = the_scene(folder)
    assert corners(scene.footprint_wkt) == [pytest.approx(one, abs=2 * PIXEL) for one in footprint()]
    assert drawn(scene) == pytest.approx((WEST, NORTH - 20 * PIXEL, WEST + 40 * PIXEL, NORTH), abs=2 * PIXEL)


def test_control_points_without_a_crs_need_one(folder: Path) -> None:
    from osgeo import gdal

    gdal.Translate(str(folder / "a.tif"), picture(), GCPs=[gdal.GCP(x, y, 0, column, row)
                                                           for column, row, x, y in POINTS])
    assert "it has no CRS" in the_reason(folder)
    assert drawn(the_scene(folder, CRS)) == pytest.approx(BOX.expected, abs=1e-4)


def test_a_camera_model_places_an_image_with_a_warning(folder: Path) -> None:
    raster = picture()
    raster.SetMetadata(rpc(), "RPC")
    save(folder / "25JUL30021601-M1BS-500000000010_01_P001.tif", "GTiff", raster)
    found = catalogued(folder)
    (scene,), (problem,) = found.scenes, found.problems
    assert problem.image_included and "by its camera model at one height (700 m)" in problem.reason
    assert corners(scene.footprint_wkt) == [pytest.approx(one, abs=2 * PIXEL) for one in footprint()]
    assert drawn(scene) == pytest.approx((WEST, NORTH - 20 * PIXEL, WEST + 40 * PIXEL, NORTH), abs=2 * PIXEL)


@pytest.mark.parametrize("spoilt", [{"LINE_NUM_COEFF": "nan"}, {"LAT_SCALE": "0"}])
def test_an_invalid_camera_model_is_reported(folder: Path, spoilt: dict[str, str]) -> None:
    raster = picture()
    raster.SetMetadata(rpc(**spoilt), "RPC")
    save(folder / "a.tif", "GTiff", raster)
    assert "is not placed on the ground" in the_reason(folder)


@pytest.mark.parametrize("west", [WEST + 360, WEST - 360, WEST + 720])
def test_longitudes_beyond_180_are_the_same_place(folder: Path, west: float) -> None:
    raster = picture(placed=True)
    raster.SetGeoTransform((west, *PLACED[1:]))
    save(folder / "a.tif", "GTiff", raster)
    scene = the_scene(folder)
    assert corners(scene.footprint_wkt) == [pytest.approx(one) for one in footprint()]
    assert drawn(scene) == BOX


def test_an_image_over_the_180th_meridian_covers_both_sides(folder: Path) -> None:
    from qgis.core import QgsPointXY

    from yalu_plugin.layers.imagery.footprint import covers

    raster = picture(placed=True)
    raster.SetGeoTransform((179, 0.1, 0, 42, 0, -0.1))
    save(folder / "a.tif", "GTiff", raster)
    scene = the_scene(folder)
    assert [covers(scene, QgsPointXY(x, 41)) for x in (178.9, 179.5, 180, -179.5, -178, -176.9, 0)] == [
        False, True, True, True, True, False, False]


def test_quality_bands_are_no_scenes(folder: Path) -> None:
    name = "LC08_L1TP_116031_20250730_20250805_02_T1"
    for band in ("B2", "B3", "B4", "BQA", "QA_PIXEL", "QA_RADSAT", "VAA", "SZA"):
        save(folder / f"{name}_{band}.TIF", "GTiff", picture(1, placed=True))
    assert the_scene(folder).uri.endswith("_B4.TIF")
    for path in folder.glob("*_B?.TIF"):
        path.unlink()
    found = catalogued(folder)
    assert not found.all_scenes and len(found.problems) == 5
    assert all("is a quality band, not a picture" in one.reason for one in found.problems)


NAMED = {"a.ecw": "no ECW driver", "a.sid": "no MrSID driver", "a.jxl": "no JPEGXL driver", "a.tar.gz": "an archive",
         "a.tgz": "an archive", "a.7z": "an archive", "a.heic": "HEIF is not read", "a.tif": "is damaged",
         "a.pix": "is damaged", "a.h5": "HDF5 is not read", "a.kea": "no KEA driver", "a.mbtiles": "is damaged"}


@pytest.mark.parametrize("name", sorted(NAMED))
def test_unread_files_are_reported_with_the_reason(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"\x00\x01nothing")
    assert NAMED[name] in the_reason(folder)


def test_side_files_and_other_files_are_not_reported(folder: Path) -> None:
    save(folder / "2025-07-30.tif", "GTiff", picture(placed=True))
    for name in ("2025-07-30.tfw", "2025-07-30.tif.ovr.tmp", "2025-07-30.prj", "2025-07-30.txt", "readme.md", "a.csv",
                 "a.json", "MTL.xml", "style.qml", "places.shp", "places.dbf", "LC08_B4_thumb_small.jpeg", "x-ql.jpg"):
        (folder / name).write_text("" if name.endswith("tfw") else "{}")
    assert the_scene(folder).day.isoformat() == "2025-07-30"


def test_a_zip_in_a_zip_is_named(folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("inner.zip", b"PK")
        archive.writestr("a.ecw", b"x")
    found = catalogued(folder)
    assert sorted(one.path.name for one in found.problems) == ["a.ecw", "inner.zip"]


@pytest.mark.parametrize("exceptions", [True, False])
@pytest.mark.parametrize("code", ["EPSG:999999", "nonsense", "EPSG:5773", "IAU_2015:30100", "GCRS"])
def test_a_crs_not_of_the_ground_is_reported(folder: Path, code: str, exceptions: bool) -> None:
    from osgeo import gdal, osr

    from yalu_plugin.core.imagery.file_list import catalogue_list
    from yalu_plugin.layers.imagery.raster import read_raster

    save(folder / "a.jpg", "JPEG")
    (folder / "a.jgw").write_text(WORLD_FILE)
    save(folder / "good.tif", "GTiff", picture(placed=True))
    local = picture(placed=True)
    system = osr.SpatialReference()
    system.ImportFromWkt('LOCAL_CS["drawing",UNIT["metre",1]]')
    local.SetSpatialRef(system)
    save(folder / "local.tif", "GTiff", local)
    (folder / "list.csv").write_text(f"uri\na.jpg#crs={code}\nlocal.tif\ngood.tif\n")
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()
    try:
        found = catalogue_list(folder / "list.csv", read_raster)
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()
    assert [Path(scene.uri).name for scene in found.all_scenes] == ["good.tif"]
    assert [one.row for one in found.problems] == [2, 3]
    assert all("is not placed on the ground" in one.reason for one in found.problems)
