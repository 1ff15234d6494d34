from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

VIEW = (22.0, 45.0, 22.1, 45.1)  # the western half of the files below
EAST = (22.1, 45.0, 22.2, 45.1)


def raster(path: Path, nodata: float | None = 0, alpha: bool = False) -> str:
    """Write a raster of 200 by 100 pixels over both views; its western half is 0, in the alpha band too."""
    from osgeo import gdal, osr

    bands = 4 if alpha else 1
    made = gdal.GetDriverByName("GTiff").Create(str(path), 200, 100, bands, gdal.GDT_Byte,
                                                ["ALPHA=YES"] if alpha else [])
    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    made.SetProjection(wgs84.ExportToWkt())
    made.SetGeoTransform((22.0, 0.001, 0, 45.1, 0, -0.001))
    for number in range(1, bands + 1):
        band = made.GetRasterBand(number)
        if nodata is not None and not alpha:
            band.SetNoDataValue(nodata)
        band.WriteRaster(0, 0, 200, 100, (bytes(100) + bytes([200]) * 100) * 100)
    made.FlushCache()
    return str(path)


@pytest.fixture
def empty(qgis_app: Any) -> Any:
    from yalu_plugin.layers.imagery.empty_view import is_view_empty

    return is_view_empty


def test_nodata_and_transparent_pixels_are_no_data(empty: Any, tmp_path: Path) -> None:
    for uri in (raster(tmp_path / "nodata.tif"), raster(tmp_path / "alpha.tif", alpha=True)):
        assert empty(uri, VIEW) and not empty(uri, EAST) and not empty(uri, (22.05, 45, 22.15, 45.1))


def test_zero_without_a_nodata_value_is_a_value(empty: Any, tmp_path: Path) -> None:
    assert not empty(raster(tmp_path / "plain.tif", nodata=None), VIEW)


def test_a_raster_elsewhere_is_not_empty(empty: Any, tmp_path: Path) -> None:
    uri = raster(tmp_path / "a.tif")
    assert not empty(uri, (10, 10, 11, 11)) and not empty(uri, (170, 45, -170, 46))


def test_real_scenes_in_another_crs(empty: Any, data: Path) -> None:
    scene = str(data / "s2_romania" / "S2_L2A_romania_20161014.tif")
    assert not empty(scene, (22.14, 45.19, 22.16, 45.21))


def test_a_missing_file_is_reported(empty: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.imagery.raster import RasterMissing

    with pytest.raises(RasterMissing):
        empty(str(tmp_path / "gone.tif"), VIEW)


def test_data_in_the_middle_is_enough(qgis_app: Any, tmp_path: Path, monkeypatch: Any) -> None:
    """Then one tile is read, not the whole view; without data in the middle, all of it is read."""
    from yalu_plugin.layers.imagery import empty_view

    read, has_data = [], empty_view._has_data

    def counted(mask: Any, window: Any) -> bool:
        read.append(window)
        return bool(has_data(mask, window))
    monkeypatch.setattr(empty_view, "_has_data", counted)
    uri = raster(tmp_path / "a.tif")
    assert not empty_view.is_view_empty(uri, EAST) and read == [(150, 50, 1, 1)]
    read.clear()
    assert not empty_view.is_view_empty(uri, (22.03, 45, 22.13, 45.1)) and len(read) == 2
    read.clear()
    assert empty_view.is_view_empty(uri, VIEW) and read[-1][2:] == (100, 100)
