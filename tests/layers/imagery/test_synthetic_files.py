"""Files marked SYNTHETIC, each in another way: in the catalogue and on the pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

DAY = "2025-07-30"
WAYS = {
    "name of a TIFF": f"SYNTHETIC_{DAY}.tif", "TIFF description": f"a_{DAY}.tif", "our own key": f"b_{DAY}.tif",
    "XMP": f"c_{DAY}.tif", "JPEG comment": f"d_{DAY}.jpg", "PNG description": f"e_{DAY}.png", "EXIF": f"f_{DAY}.jpg"}
OTHERS = {"radar": f"g_{DAY}.tif", "plants": f"photosynthetic_{DAY}.tif"}
TAGS = {
    "TIFF description": {"TIFFTAG_IMAGEDESCRIPTION": "Synthetic scene, made up"}, "our own key": {"SYNTHETIC": "YES"},
    "EXIF": {"EXIF_ImageDescription": "SYNTHETIC"},
    "radar": {"TIFFTAG_IMAGEDESCRIPTION": "Synthetic Aperture Radar"}}
OPTIONS = {"JPEG comment": ["COMMENT=a synthetic image"],
           "PNG description": ["DESCRIPTION=SYNTHETIC", "WRITE_METADATA_AS_TEXT=YES"]}
DRIVERS = {".tif": "GTiff", ".jpg": "JPEG", ".png": "PNG"}


def wgs84() -> Any:
    from osgeo import osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    return system


@pytest.fixture
def folder(qgis_app, tmp_path: Path) -> Path:
    """One image for each way, and two that state something else."""
    from osgeo import gdal

    for way, name in {**WAYS, **OTHERS}.items():
        path = tmp_path / name
        source = gdal.GetDriverByName("MEM").Create("", 16, 16, 3)
        source.SetGeoTransform((127.9, 0.0001, 0, 41.43, 0, -0.0001))
        if path.suffix == ".tif":
            source.SetSpatialRef(wgs84())
        source.SetMetadata(TAGS.get(way, {}))
        raster = gdal.GetDriverByName(DRIVERS[path.suffix]).CreateCopy(str(path), source, options=OPTIONS.get(way, []))
        if way == "XMP":
            raster.SetMetadata(["<x:xmpmeta><dc:description>SYNTHETIC</dc:description></x:xmpmeta>"], "xml:XMP")
        del raster
        path.with_suffix(f"{path.suffix}.aux.xml").unlink(missing_ok=True)
        if path.suffix != ".tif":
            path.with_suffix(".wld").write_text("0.0001\n0\n0\n-0.0001\n127.9\n41.43\n", encoding="ascii")
    return tmp_path


def test_every_way_is_read(folder: Path) -> None:
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.core.imagery.image_files import image_ref
    from yalu_plugin.layers.imagery.raster import read_raster

    made = catalogue(folder, partial(read_raster, crs="EPSG:4326"))
    assert {Path(image_ref(one.uri).file).name: one.synthetic for one in made.scenes} == {
        **dict.fromkeys(WAYS.values(), True), **dict.fromkeys(OTHERS.values(), False)}


@pytest.mark.parametrize("way", [*WAYS, *OTHERS])
def test_a_page_is_labelled_whatever_the_survey_states(folder: Path, way: str) -> None:
    from qgis.core import QgsRasterLayer

    from yalu_plugin.layers.layouts.watermark import watermark

    layer = QgsRasterLayer(str(folder / {**WAYS, **OTHERS}[way]))
    assert layer.isValid()
    assert watermark(None, layer) == ("SYNTHETIC IMAGERY" if way in WAYS else "SOURCE NOT STATED")


def test_a_scene_on_the_web_is_recognized_by_its_name(qgis_app) -> None:
    from qgis.core import QgsRasterLayer

    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.layouts.watermark import watermark

    scene = Scene("a", f"https://example.org/SYNTHETIC_{DAY}.tif?x=1", provider="x")
    assert watermark(scene, QgsRasterLayer("/vsicurl?url=x")) == "SYNTHETIC IMAGERY"


def test_a_description_that_is_not_utf8_is_read(folder: Path) -> None:
    from osgeo import gdal

    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    alone = folder / "alone"
    alone.mkdir()
    path = alone / "h_2025-07-30.tif"
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 16, 16, 1)
    raster.SetGeoTransform((127.9, 0.0001, 0, 41.43, 0, -0.0001))
    raster.SetSpatialRef(wgs84())
    raster.SetMetadata({"TIFFTAG_IMAGEDESCRIPTION": "XXXX SYNTHETIC", "TIFFTAG_COPYRIGHT": "XXXX"})
    raster.SetMetadata(["<x>XXXX</x>"], "xml:XMP")
    del raster
    path.write_bytes(path.read_bytes().replace(b"XXXX", "혜산".encode("cp949")))
    scene, = catalogue(alone, read_raster).scenes
    assert scene.synthetic and str(scene.day) == "2025-07-30" and isinstance(scene.attribution, str)


def test_a_layer_of_an_uncatalogued_image_is_recognized_by_its_name(folder: Path) -> None:
    from qgis.core import QgsRasterLayer

    from yalu_plugin.layers.layouts.watermark import watermark

    for name in ("SYNTHETIC", "plain"):
        (folder / f"{name}.xyz").write_text("".join(f"{x} {y} 1\n" for y in range(3) for x in range(3)))
    layers = [QgsRasterLayer(str(folder / f"{name}.xyz")) for name in ("SYNTHETIC", "plain")]
    assert all(layer.isValid() for layer in layers)
    assert [watermark(None, layer) for layer in layers] == ["SYNTHETIC IMAGERY", "SOURCE NOT STATED"]
