"""A click on a pixel that shows nothing is not a sighting, whatever hides the ground."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

HALF, SIZE = 50, 100
WEST, NORTH, PIXEL = 400_000, 4_590_000, 10  # EPSG:32652
DAY = "2025-07-30"


def pixels(value: int = 90, left: int | None = None, bands: int = 3) -> Any:
    """Return bands of one value, with another value in the left half."""
    import numpy as np

    values = np.full((bands, SIZE, SIZE), value, "uint16")
    if left is not None:
        values[:, :, :HALF] = left
    return values


def write(path: Path, values: Any, driver: str = "GTiff", nodata: float | None = None, kind: str = "Byte",
          placement: tuple[float, ...] = (WEST, PIXEL, 0, NORTH, 0, -PIXEL), options: tuple[str, ...] = ()) -> Any:
    """Write a raster in UTM 52 N (SYNTHETIC) and return it open."""
    from osgeo import gdal, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32652)
    bands, rows, columns = values.shape
    raster = gdal.GetDriverByName(driver).Create(
        str(path), columns, rows, bands, getattr(gdal, f"GDT_{kind}"), list(options))
    raster.SetGeoTransform(placement)
    raster.SetProjection(crs.ExportToWkt())
    for number, band in enumerate(values, 1):
        raster.GetRasterBand(number).WriteArray(band)
        if nodata is not None:
            raster.GetRasterBand(number).SetNoDataValue(nodata)
    return raster


def declared(path: Path) -> None:
    write(path, pixels(left=0), nodata=0)


def sixteen_bits(path: Path) -> None:
    write(path, pixels(900, left=65_535, bands=4), nodata=65_535, kind="UInt16")


def not_a_number(path: Path) -> None:
    values = pixels(left=0).astype("float32")
    values[values == 0] = float("nan")
    write(path, values, kind="Float32")


def masked(path: Path) -> None:
    from osgeo import gdal

    raster = write(path, pixels(), kind="UInt16")
    raster.CreateMaskBand(gdal.GMF_PER_DATASET)
    raster.GetRasterBand(1).GetMaskBand().WriteArray(pixels(255, left=0, bands=1)[0])


def masked_within(path: Path) -> None:
    from osgeo import gdal

    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    masked(path)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", None)


def transparent(path: Path) -> None:
    from osgeo import gdal

    values = pixels(bands=4)
    values[3] = pixels(255, left=0, bands=1)[0]
    raster = write(path, values)
    raster.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)


def clear_colour(path: Path) -> None:
    """Write a palette with one transparent colour, which TIFF does not store."""
    from osgeo import gdal

    colours = gdal.ColorTable()
    colours.SetColorEntry(0, (0, 0, 0, 0))
    colours.SetColorEntry(1, (90, 90, 90, 255))
    memory = write(Path(), pixels(1, left=0, bands=1), "MEM")
    memory.GetRasterBand(1).SetColorTable(colours)
    gdal.GetDriverByName("PNG").CreateCopy(str(path.with_name("source.png")), memory)
    gdal.Translate(str(path), str(path.with_name("source.png")), format="VRT")


def black_collar(path: Path) -> None:
    write(path, pixels(left=0))


def white_collar(path: Path) -> None:
    write(path, pixels(left=255))


def collar_of_scaled_numbers(path: Path) -> None:
    """Write reflectance with scale and offset, which is not 0 where 0 is stored."""
    raster = write(path, pixels(900, left=0, bands=4), kind="UInt16")
    for number in range(1, 5):
        raster.GetRasterBand(number).SetScale(0.0001)
        raster.GetRasterBand(number).SetOffset(-0.1)


def collar_of_a_jpeg(path: Path) -> None:
    write(path, pixels(left=0), options=("COMPRESS=JPEG", "PHOTOMETRIC=YCBCR"))


def noisy_collar_of_a_jpeg(path: Path) -> None:
    """Write black up to the middle of a block of 8 x 8 pixels, which JPEG makes not quite 0."""
    import numpy as np

    values = pixels(200)
    values[:, :, :HALF + 4] = 0
    values[:, 1::2, :HALF] = 2
    values[1] = np.where(values[1] > 100, 40, values[1])
    write(path, values, options=("COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "JPEG_QUALITY=60"))


def collar_with_overviews(path: Path) -> None:
    import numpy as np

    large = np.repeat(np.repeat(pixels(left=0), 20, 1), 20, 2)
    raster = write(path, large, placement=(WEST, 0.5, 0, NORTH, 0, -0.5), options=("TILED=YES",))
    raster.BuildOverviews("AVERAGE", [4])


def in_another_crs(path: Path) -> None:
    from osgeo import gdal

    source = write(Path(), pixels(left=0), "MEM", nodata=0)
    gdal.Warp(str(path), source, dstSRS="EPSG:5179")


def virtual(path: Path) -> None:
    from osgeo import gdal

    declared(path.with_name("source.tif"))
    gdal.Translate(str(path), str(path.with_name("source.tif")), format="VRT")


@pytest.fixture
def show(bench: Any, tmp_path: Path) -> Any:
    """A function that creates images of one day with `makers`, shows them, and returns the workbench."""
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    def shown(*makers: Any, suffix: str = ".tif") -> Any:
        for number, make in enumerate(makers):
            folder = tmp_path / f"images{number}"
            folder.mkdir()
            make(folder / f"{DAY}_{number}{suffix}")
            bench.scenes.add([scene for scene in catalogue(folder, read_raster).scenes if DAY in scene.uri])
        bench.imagery.step("last")
        assert len(bench.imagery.drawn) == len(makers)
        return bench
    return shown


def place(column: float, row: float = HALF) -> Any:
    """Return the centre of a pixel in EPSG:4326."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    utm, lonlat = QgsCoordinateReferenceSystem("EPSG:32652"), QgsCoordinateReferenceSystem("EPSG:4326")
    there = QgsCoordinateTransform(utm, lonlat, QgsProject.instance())
    return there.transform(QgsPointXY(WEST + (column + 0.5) * PIXEL, NORTH - (row + 0.5) * PIXEL))


def seen(bench: Any, where: Any) -> list[str]:
    """Return the images on which a crossing added at `where` was seen, then observed, by the end of their name."""
    from yalu_plugin.core.errors import YaluError

    site = bench.annotation.add_site(where, "vehicle_ford")
    added = [row["image_id"] for row in bench.session.survey.rows("observations", site_id=site)]
    assert (bench.annotation.sighting_error(where) is None) == bool(added)
    bench.sites.select([site])
    try:
        bench.annotation.observe("absent")
    except YaluError:
        assert added == []
    else:
        assert len(added) == 1
    names = {scene.id: Path(scene.uri).stem[-1] for scene in bench.scenes.timeline.scenes}
    recorded = [row["image_id"] for row in bench.session.survey.rows("observations", site_id=site)]
    assert recorded == added  # the observation replaces the sighting
    return [names[one] for one in recorded]


@pytest.mark.parametrize("make", [
    declared, sixteen_bits, not_a_number, masked, masked_within, transparent, black_collar, white_collar,
    collar_of_a_jpeg, noisy_collar_of_a_jpeg, collar_of_scaled_numbers, collar_with_overviews, in_another_crs])
def test_nothing_is_seen_where_the_picture_has_nothing(show: Any, make: Any) -> None:
    bench = show(make)
    assert [seen(bench, place(column)) for column in (10, 30, 70, 90)] == [[], [], ["0"], ["0"]]


@pytest.mark.parametrize("make", [clear_colour, virtual])
def test_nothing_is_seen_in_a_virtual_raster_either(show: Any, make: Any) -> None:
    bench = show(make, suffix=".vrt")
    assert [seen(bench, place(column)) for column in (10, 90)] == [[], ["0"]]


def river(path: Path) -> None:
    """Write black water from one edge of the image to the other."""
    values = pixels()
    values[:, 40:60, :] = 0
    write(path, values)


def pond(path: Path) -> None:
    values = pixels()
    values[:, 40:60, 40:60] = 0
    write(path, values)


def dark_corner(path: Path) -> None:
    """Write a corner that is not quite black: one band has a value."""
    values = pixels(left=0)
    values[2, :, :HALF] = 1
    write(path, values)


@pytest.mark.parametrize("make", [river, pond, dark_corner])
def test_dark_water_is_seen(show: Any, make: Any) -> None:
    bench = show(make)
    assert [seen(bench, place(column)) for column in (45, 90)] == [["0"], ["0"]]


def test_a_triangle_at_each_corner_of_a_turned_image(show: Any) -> None:
    def turned(path: Path) -> None:
        import numpy as np

        rows, columns = np.mgrid[0:SIZE, 0:SIZE]
        write(path, np.where((abs(rows - HALF) + abs(columns - HALF)) < HALF, pixels(), 0))

    bench = show(turned)
    corners = [seen(bench, place(column, row)) for column in (5, 94) for row in (5, 94)]
    assert (corners, seen(bench, place(50, 50))) == ([[]] * 4, ["0"])


def test_outside_a_turned_grid_but_within_its_box(show: Any) -> None:
    bench = show(lambda path: write(path, pixels(), placement=(WEST, 8, 6, NORTH, 6, -8)))
    assert seen(bench, place(5, -10)) == []  # within the bounding box of the footprint, which the survey stores
    assert seen(bench, place(60, 10)) == ["0"]


def test_of_a_day_of_several_images_the_one_that_shows_it(show: Any) -> None:
    def right_half(path: Path) -> None:
        write(path, pixels(left=0)[:, :, ::-1], nodata=0)

    bench = show(declared, right_half)
    assert [seen(bench, place(column)) for column in (10, 90)] == [["1"], ["0"]]


def test_a_black_collar_hides_the_image_below(show: Any) -> None:
    bench = show(black_collar, lambda path: write(path, pixels()))
    assert [seen(bench, place(column)) for column in (10, 90)] == [[], ["0"]]


def test_no_data_set_by_the_user(show: Any) -> None:
    from qgis.core import QgsRasterRange

    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    bench = show(lambda path: write(path, pixels(left=7)))
    assert seen(bench, place(10)) == ["0"]
    for band in (1, 2, 3):
        shown_layer(bench.project).dataProvider().setUserNoDataValue(band, [QgsRasterRange(7, 7)])
    assert [seen(bench, place(column)) for column in (10, 90)] == [[], ["0"]]


def test_transparency_set_by_the_user(show: Any) -> None:
    from qgis.core import QgsRasterTransparency

    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    bench = show(lambda path: write(path, pixels(left=7)))
    clear = QgsRasterTransparency()
    clear.setTransparentThreeValuePixelList([QgsRasterTransparency.TransparentThreeValuePixel(7, 7, 7, 0)])
    shown_layer(bench.project).renderer().setRasterTransparency(clear)
    assert [seen(bench, place(column)) for column in (10, 90)] == [[], ["0"]]


def test_hidden_or_removed_layers(show: Any) -> None:
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    bench = show(lambda path: write(path, pixels()))
    tree, layer = bench.project.layerTreeRoot(), shown_layer(bench.project)
    tree.findGroup("Imagery").setItemVisibilityChecked(False)
    assert "is not drawn on the map" in str(bench.annotation.sighting_error(place(50)))
    assert seen(bench, place(50)) == []
    tree.findGroup("Imagery").setItemVisibilityChecked(True)
    assert seen(bench, place(50)) == ["0"]
    bench.project.removeMapLayer(layer.id())
    assert seen(bench, place(50)) == []


def test_where_the_map_shows_the_compare_date(show: Any) -> None:
    bench = show(lambda path: write(path, pixels()))
    bench.annotation.compared_at = lambda where: where.x() < place(50).x()
    assert "The map shows the compare date here" in str(bench.annotation.sighting_error(place(10)))
    assert [seen(bench, place(column)) for column in (10, 90)] == [[], ["0"]]


def test_that_it_was_not_seen_can_be_recorded(show: Any) -> None:
    bench = show(declared)
    bench.sites.select([bench.annotation.add_site(place(10), "vehicle_ford")])
    bench.annotation.observe("not_observable", "outside_image")
    assert [row["state"] for row in bench.session.survey.rows("observations") if row["image_id"]] == ["not_observable"]
