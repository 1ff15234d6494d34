"""Pictures as strangers have them: each is read as it is looked at, or refused in one line."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.work_progress import Cancelled
from yalu_plugin.layers.imagery.drivers import RasterUnreadable
from yalu_plugin.layers.map_picture import picture_file
from yalu_plugin.layers.map_picture.picture_file import (
    BandsUnusual,
    FormatNoPicture,
    PageMissing,
    PictureMissing,
    read_picture,
)

RED, GREEN = (250, 10, 20), (10, 200, 30)


def write(path: Path, bands: np.ndarray, driver: str, *options: str, kind: int = gdal.GDT_Byte) -> Path:
    """Write an array of bands, rows and columns."""
    count, rows, columns = bands.shape
    memory = gdal.GetDriverByName("MEM").Create("", columns, rows, count, kind)
    for number, band in enumerate(bands, 1):
        memory.GetRasterBand(number).WriteRaster(0, 0, columns, rows, band.tobytes())
    gdal.GetDriverByName(driver).CreateCopy(str(path), memory, options=list(options))
    return path


def two_colours(rows: int = 20, columns: int = 30) -> np.ndarray:
    """Red on the left, green on the right, as bands."""
    picture = np.empty((rows, columns, 3), np.uint8)
    picture[:, : columns // 2], picture[:, columns // 2:] = RED, GREEN
    return picture.transpose(2, 0, 1).copy()


def corners(path: Path) -> list[tuple[int, ...]]:
    pixels = read_picture(path).pixels
    return [tuple(pixels[row, column].tolist()) for row in (2, -3) for column in (2, -3)]


def near(found: list[tuple[int, ...]], expected: list[tuple[int, ...]]) -> bool:
    return bool(np.abs(np.array(found) - np.array(expected)).max() <= 12)


@pytest.mark.parametrize(("name", "driver"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.tif", "GTiff"),
                                              ("한글 图 '#%20.png", "PNG"), ("x" * 200 + ".png", "PNG")])
def test_usual_pictures(qgis_app: Any, tmp_path: Path, name: str, driver: str) -> None:
    path = write(tmp_path / name, two_colours(), driver)
    picture = read_picture(path)
    assert (picture.width, picture.height, picture.reduction, picture.pages) == (30, 20, 1.0, 1)
    assert len(picture.sha256) == 64
    assert near(corners(path), [RED, GREEN, RED, GREEN])


def test_grey_alpha_palette_and_16_bits(qgis_app: Any, tmp_path: Path) -> None:
    grey = np.full((1, 9, 9), 90, np.uint8)
    assert set(corners(write(tmp_path / "grey.png", grey, "PNG"))) == {(90, 90, 90)}
    clear = np.concatenate([two_colours(), np.zeros((1, 20, 30), np.uint8)])
    assert set(corners(write(tmp_path / "clear.png", clear, "PNG"))) == {(255, 255, 255)}
    half = np.stack([np.zeros((9, 9), np.uint8), np.full((9, 9), 128, np.uint8)])
    assert set(corners(write(tmp_path / "half.png", half, "PNG"))) == {(127, 127, 127)}
    deep = np.full((1, 9, 9), 0x80FF, np.uint16)
    assert set(corners(write(tmp_path / "deep.png", deep, "PNG", kind=gdal.GDT_UInt16))) == {(128, 128, 128)}
    table, memory = gdal.ColorTable(), gdal.GetDriverByName("MEM").Create("", 9, 9, 1)
    table.SetColorEntry(1, (*RED, 255))
    memory.GetRasterBand(1).SetColorTable(table)
    memory.GetRasterBand(1).Fill(1)
    for driver in ("PNG", "GIF"):
        gdal.GetDriverByName(driver).CreateCopy(str(tmp_path / f"palette.{driver.lower()}"), memory)
        assert set(corners(tmp_path / f"palette.{driver.lower()}")) == {RED}


def test_a_cmyk_jpeg(qgis_app: Any, tmp_path: Path) -> None:
    cmyk = np.zeros((4, 40, 40), np.uint8)
    cmyk[:3] = 255  # in files of Adobe's programs 255 is no ink
    cmyk[3] = 255
    path = write(tmp_path / "cmyk.jpg", cmyk, "JPEG")
    picture = read_picture(path)
    assert picture.pixels.shape == (40, 40, 3)


def with_orientation(jpeg: bytes, orientation: int) -> bytes:
    """Insert an EXIF segment that says how the picture is to be turned."""
    tiff = b"II*\x00\x08\x00\x00\x00\x01\x00" + struct.pack("<HHIHHI", 0x0112, 3, 1, orientation, 0, 0)
    segment = b"Exif\x00\x00" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + jpeg[2:]


@pytest.mark.parametrize(("orientation", "expected"), [
    (1, "RGRG"), (2, "GRGR"), (3, "GRGR"), (4, "RGRG"), (5, "RRGG"), (6, "RRGG"), (7, "GGRR"), (8, "GGRR")])
def test_exif_orientation_is_as_qt_shows_it(qgis_app: Any, tmp_path: Path, orientation: int, expected: str) -> None:
    from qgis.PyQt.QtGui import QImageReader

    plain = write(tmp_path / "plain.jpg", two_colours(24, 40), "JPEG", "QUALITY=95")
    path = tmp_path / "turned.jpg"
    path.write_bytes(with_orientation(plain.read_bytes(), orientation))
    assert near(corners(path), [RED if letter == "R" else GREEN for letter in expected])
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    shown, picture = reader.read(), read_picture(path)
    assert (picture.width, picture.height) == (shown.width(), shown.height())
    ends = [(2, 2), (shown.width() - 3, 2), (2, shown.height() - 3), (shown.width() - 3, shown.height() - 3)]
    assert near(corners(path), [shown.pixelColor(x, y).getRgb()[:3] for x, y in ends])


def test_one_pixel_and_a_very_wide_picture(qgis_app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_picture(write(tmp_path / "1.png", np.full((3, 1, 1), 7, np.uint8), "PNG")).pixels.shape == (1, 1, 3)
    monkeypatch.setattr(picture_file, "MOST_PIXELS", 100_000)
    wide = read_picture(write(tmp_path / "wide.png", two_colours(40, 20_000), "PNG"))
    assert (wide.width, wide.height) == (20_000, 40)
    assert wide.pixels.shape[0] * wide.pixels.shape[1] <= 100_000
    assert wide.reduction == pytest.approx(20_000 / wide.pixels.shape[1]) and wide.reduction > 2


def test_pages_of_a_pdf(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.PyQt.QtGui import QColor, QPageSize, QPainter, QPdfWriter

    path = tmp_path / "pages.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    painter = QPainter(writer)
    for page, colour in enumerate((RED, GREEN)):
        if page:
            writer.newPage()
        painter.fillRect(0, 0, writer.width(), writer.height(), QColor(*colour))
    painter.end()
    for page, colour in enumerate((RED, GREEN), 1):
        picture = read_picture(path, page)
        assert (picture.page, picture.pages) == (page, 2) and picture.height > picture.width > 600
        assert near([tuple(picture.pixels[picture.height // 2, picture.width // 2].tolist())], [colour])
    for page in (0, 3, -1):
        with pytest.raises(PageMissing):
            read_picture(path, page)


def test_no_picture(qgis_app: Any, tmp_path: Path) -> None:
    for missing in (tmp_path / "no.png", tmp_path):
        with pytest.raises(PictureMissing):
            read_picture(missing)
    damaged = {"empty.png": b"", "text.jpg": b"hello", "svg.svg": b"<svg xmlns='a'/>", "a.pdf": b"%PDF-"}
    whole = write(tmp_path / "whole.png", two_colours(400, 400), "PNG").read_bytes()
    damaged["cut.png"] = whole[: len(whole) // 2]
    for name, content in damaged.items():
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(YaluError) as caught:
            read_picture(path)
        assert "\n" not in str(caught.value)


def test_measurements_and_other_rasters_are_no_pictures(qgis_app: Any, tmp_path: Path) -> None:
    with pytest.raises(BandsUnusual):
        read_picture(write(tmp_path / "f.tif", np.zeros((1, 5, 5), np.float32), "GTiff", kind=gdal.GDT_Float32))
    with pytest.raises(BandsUnusual):
        read_picture(write(tmp_path / "five.tif", np.zeros((5, 5, 5), np.uint8), "GTiff"))
    with pytest.raises(FormatNoPicture):
        read_picture(write(tmp_path / "a.img", np.zeros((3, 5, 5), np.uint8), "HFA"))


def test_a_small_file_that_claims_to_be_huge(qgis_app: Any, tmp_path: Path) -> None:
    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 200_000, 200_000, 8, 2, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b""))
    with pytest.raises(YaluError):
        read_picture(path)


def test_a_vrt_is_refused_whatever_it_refers_to(qgis_app: Any, tmp_path: Path) -> None:
    inner = write(tmp_path / "inner.png", two_colours(), "PNG")
    path = tmp_path / "a.png"
    gdal.Translate(str(tmp_path / "a.vrt"), str(inner), format="VRT")
    path.write_bytes((tmp_path / "a.vrt").read_bytes())
    with pytest.raises(YaluError):
        read_picture(path)


def test_reading_can_be_cancelled(qgis_app: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "a.png", two_colours(500, 500), "PNG")
    fractions: list[float] = []
    read_picture(path, progress=fractions.append)
    assert fractions == sorted(fractions) and fractions[-1] == 1.0

    def stop(_fraction: float) -> None:
        raise Cancelled()

    with pytest.raises(Cancelled):
        read_picture(path, progress=stop)


def test_of_an_animated_gif_the_first_picture_counts(qgis_app: Any, tmp_path: Path) -> None:
    """Bands of GDAL's raster are its frames: seven here, the first of two colours, each of one other palette index."""
    table = bytes((*RED, *GREEN, 0, 0, 0, 9, 9, 9))
    frames = [b"\x2c" + struct.pack("<HHHHB", 0, 0, 2, 1, 0) + b"\x02" + block + b"\x00"
              for block in (b"\x02\x44\x0a", *[b"\x02\x8c\x53"] * 6)]
    path = tmp_path / "moving.gif"
    path.write_bytes(b"GIF89a" + struct.pack("<HHBBB", 2, 1, 0x81, 0, 0) + table + b"".join(frames) + b"\x3b")
    assert gdal.Open(str(path)).RasterCount > 4
    assert read_picture(path).pixels.tolist() == [[list(RED), list(GREEN)]]


def test_an_animated_webp_is_refused_by_its_name(qgis_app: Any, tmp_path: Path) -> None:
    path = tmp_path / "moving.webp"
    path.write_bytes(b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<IB", 10, 2) + b"\0" * 9)
    with pytest.raises(FormatNoPicture) as caught:
        read_picture(path)
    assert "animated WebP" in str(caught.value)


def test_12_bits_of_a_scanner_are_not_dark(qgis_app: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "deep.tif", two_colours().astype(np.uint16) * 16, "GTiff", kind=gdal.GDT_UInt16)
    assert corners(path) == [RED, GREEN, RED, GREEN]


def test_a_jpeg_that_ends_too_early_is_refused(qgis_app: Any, tmp_path: Path) -> None:
    """Otherwise what is missing is grey, and its dots would be missing, too."""
    noise = np.random.default_rng(1).integers(0, 255, (3, 300, 300)).astype(np.uint8)
    path = write(tmp_path / "a.jpg", noise, "JPEG")
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(RasterUnreadable):
        read_picture(path)


def test_a_damaged_picture_is_named(qgis_app: Any, tmp_path: Path) -> None:
    path = tmp_path / "text.jpg"
    path.write_text("hello")
    with pytest.raises(RasterUnreadable) as caught:
        read_picture(path)
    assert "text.jpg" in str(caught.value)
