"""Small files that declare huge sizes: refused in one line, with bounded memory and work."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from tests.layers.imagery.kinds import PLACED, picture, save
from tests.layers.imagery.test_kinds import catalogued, the_reason

HUGE = 2**31 - 1


@pytest.fixture
def folder(qgis_app, tmp_path: Path) -> Path:
    (tmp_path / "images").mkdir()
    return tmp_path / "images"


def tiff(width: int, height: int, rows_per_strip: int, bands: int = 1) -> bytes:
    """Write a little-endian TIFF of one deflated strip that declares any size, placed on the ground."""
    strip = zlib.compress(bytes(1_000))
    tags = [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 8), (262, 3, 1, 1), (273, 4, 1, 0),
            (277, 3, 1, bands), (278, 4, 1, rows_per_strip), (279, 4, 1, len(strip)), (284, 3, 1, 1)]
    start = 8 + 2 + 12 * len(tags) + 4
    body = b"".join(struct.pack("<HHII", tag, kind, count, start if tag == 273 else value)
                    for tag, kind, count, value in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + body + struct.pack("<I", 0) + strip


SIZES = {"wide": (HUGE, 1, 1), "wide and high": (HUGE, HUGE, 1), "rows": (2**29, 9, 3), "tall": (2**16, HUGE, 2**14),
         "bands": (1 << 20, 1, 1, 1_000), "many bands": (10, 10, 10, 60_000)}


@pytest.mark.parametrize("size", sorted(SIZES))
def test_a_tiff_that_declares_too_much_is_refused_before_a_pixel_is_read(folder: Path, monkeypatch, size: str) -> None:
    from osgeo import gdal

    read: list[object] = []
    monkeypatch.setattr(gdal.Band, "ReadRaster", lambda *of: read.append(of))
    (folder / "2025-07-30.tif").write_bytes(tiff(*SIZES[size]))
    reason = the_reason(folder)
    assert "too much to read in pieces" in reason and "\n" not in reason and not read


def test_a_tiff_of_one_huge_strip_is_read_in_rows(folder: Path) -> None:
    (folder / "2025-07-30.tif").write_bytes(tiff(100_000, 100_000, 100_000))
    assert "is damaged" in the_reason(folder)  # after the first row: no more data follow


def test_a_huge_sparse_tiff_in_tiles_is_an_image(folder: Path) -> None:
    from osgeo import gdal, osr

    made = gdal.GetDriverByName("GTiff").Create(str(folder / "2025-07-30.tif"), 2**20, 2**20, 1, options=[
        "TILED=YES", "SPARSE_OK=YES", "BLOCKXSIZE=4096", "BLOCKYSIZE=4096"])
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32652)
    made.SetSpatialRef(crs)
    made.SetGeoTransform((500_000, 0.1, 0, 4_580_000, 0, -0.1))
    del made
    found = catalogued(folder)
    assert [str(scene.day) for scene in found.scenes] == ["2025-07-30"] and not found.problems


@pytest.mark.parametrize(("name", "driver", "at"), [("a.png", "PNG", 16), ("a.bmp", "BMP", 18)])
def test_pictures_that_declare_too_much_are_refused(folder: Path, name: str, driver: str, at: int) -> None:
    path = save(folder / name, driver, picture(placed=True), side=True)
    content = bytearray(path.read_bytes())
    content[at : at + 8] = struct.pack(">II" if driver == "PNG" else "<ii", 900_000, 900_000)
    if driver == "PNG":
        content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    path.write_bytes(content)
    assert "too much to read" in the_reason(folder) or "is damaged" in the_reason(folder)


@pytest.mark.parametrize("header", [
    "samples = 2000000000\nlines = 1\nbands = 1\ndata type = 1\ninterleave = bsq\n",
    "samples = 20\nlines = 20\nbands = 60000\ndata type = 1\ninterleave = bsq\n",
    "samples = 20\nlines = 20\nbands = 1\ndata type = 1\ninterleave = bsq\nheader offset = -5\n"])
def test_an_envi_header_that_declares_too_much_is_refused(folder: Path, header: str) -> None:
    (folder / "a.dat").write_bytes(b"\1" * 400)
    (folder / "a.hdr").write_text(f"ENVI\n{header}map info = {{Geographic Lat/Lon, 1, 1, 127.9, 41.4, 0.001, 0.001, "
                                  "WGS-84}\n")
    found = catalogued(folder)
    assert len(found.problems) + len(found.all_scenes) == 1 and all("\n" not in one.reason for one in found.problems)


@pytest.mark.parametrize("size", [10**5, 2**31 - 1])
def test_virtual_rasters_may_declare_any_size_and_no_large_block(folder: Path, size: int) -> None:
    save(folder / "2025-07-30.tif", "GTiff", picture(1, placed=True))
    place = f"<SRS>EPSG:4326</SRS><GeoTransform>{','.join(map(str, PLACED))}</GeoTransform>"
    block = f'<BlockXSize>{size}</BlockXSize><BlockYSize>{size}</BlockYSize>'
    (folder / "2025-07-31.vrt").write_text(
        f'<VRTDataset rasterXSize="{size}" rasterYSize="{size}">{place}{block}<VRTRasterBand dataType="Byte" band="1" '
        f'blockXSize="{size}" blockYSize="{size}"><SimpleSource><SourceFilename relativeToVRT="1">2025-07-30.tif'
        "</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>")
    found = catalogued(folder)
    reasons = [one.reason for one in found.problems]
    assert len(found.all_scenes) + len(reasons) == 2 and all("too much to read" in one or "place" in one
                                                             for one in reasons)


def test_a_zip_of_many_unreadable_files_is_reported_in_few_lines_and_read_once(folder: Path, monkeypatch) -> None:
    from yalu_plugin.core.imagery import zip_archives
    from yalu_plugin.core.imagery.problem_summary import summarize_problems

    opened: list[object] = []
    real = zipfile.ZipFile
    monkeypatch.setattr(zip_archives.zipfile, "ZipFile", lambda *of: (opened.append(of), real(*of))[1])
    monkeypatch.setattr(zip_archives, "MAX_IMAGES_IN_ARCHIVE", 300)
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        for number in range(500):
            archive.writestr(f"{number:04}.tif", b"no")
    opened.clear()
    found = catalogued(folder)
    assert len(opened) == 1 and len(found.problems) == 301
    lines = [str(one.error) for one in summarize_problems(found.problems)]
    assert len(lines) == 22
    assert lines[-1] == f"280 more in {folder}/a.zip, like /vsizip/{folder}/a.zip/0299.tif."
    assert lines[0] == f"The ZIP file {folder}/a.zip holds 500 images; the first 300 are read. Unpack it."


def test_a_zip_bomb_is_left_out_and_the_rest_is_read(folder: Path) -> None:
    image = save(folder / "2025-07-30.tif", "GTiff", picture(placed=True))
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("2025-07-31.tif", "w") as member:
            for _ in range(120):
                member.write(bytes(1_000_000))
        archive.write(image, "2025-08-01.tif")
    found = catalogued(folder / "a.zip")
    assert [str(scene.day) for scene in found.scenes] == ["2025-08-01"]
    assert [one.reason for one in found.problems] == [
        f"{folder}/a.zip/2025-07-31.tif would unpack to 120 MB from next to nothing and was left out. Unpack it."]


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\5\6" + bytes(18), b"PK\3\4" + bytes(100)])
def test_a_file_that_is_no_zip_is_reported_or_empty(folder: Path, content: bytes) -> None:
    for name in ("a.zip", "a.kmz"):
        (folder / name).write_bytes(content)
    found = catalogued(folder)
    assert not found.all_scenes and all("cannot be read" in one.reason for one in found.problems)


def test_reading_stops_between_images_and_overlays(folder: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    box = "<LatLonBox><north>42</north><south>41</south><east>128</east><west>127</west></LatLonBox>"
    save(folder / "a.jpg", "JPEG")
    (folder / "a.kml").write_text("<kml>" + f"<GroundOverlay><Icon><href>a.jpg</href></Icon>{box}</GroundOverlay>" * 50
                                  + "</kml>")
    read: list[str] = []
    catalogue(folder, lambda uri: (read.append(uri), read_raster(uri))[1], cancelled=lambda: len(read) >= 3)
    assert len(read) == 3
