"""Images stay byte for byte as they are, as evidence needs checksums: GDAL writes statistics into archives and VRTs."""

from __future__ import annotations

import gc
import hashlib
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.layers.imagery.kinds import PLACED, WORLD_FILE, picture, rpc, save
from tests.layers.imagery.test_guard import GOOD, catalogued


def digests(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}


def use(layer) -> None:
    """Do with a layer what QGIS does: statistics, histogram, stretch, drawing small and large, export."""
    from qgis.core import (
        Qgis,
        QgsContrastEnhancement,
        QgsCoordinateTransformContext,
        QgsRasterFileWriter,
        QgsRasterMinMaxOrigin,
    )

    provider, extent = layer.dataProvider(), layer.extent()
    everything = Qgis.RasterBandStatistics(Qgis.RasterBandStatistic.All)
    for band in range(1, provider.bandCount() + 1):
        for size in (0, 100):
            provider.bandStatistics(band, everything, extent, size)
            provider.histogram(band, 0, float("nan"), float("nan"), extent, size)
        provider.cumulativeCut(band, 0.02, 0.98, extent, 0)
    layer.setContrastEnhancement(QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
                                 QgsRasterMinMaxOrigin.Limits.CumulativeCut)
    for size in (5, 40):
        assert layer.renderer().block(1, extent, size, size).isValid()
    QgsRasterFileWriter("/vsimem/out.tif").writeRaster(layer.pipe(), 10, 10, extent, layer.crs(),
                                                       QgsCoordinateTransformContext())


def use_all(folder: Path, count: int) -> None:
    """Add the folder, show and use each of its scenes, and close them."""
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    found = catalogued(folder)
    assert len(found.all_scenes) == count, found.problems
    for scene in found.all_scenes:
        layer = scene_layer(scene)
        assert layer.isValid()
        use(layer)
        del layer
        gc.collect()  # on closing, GDAL would write


@pytest.fixture
def folder(qgis_app, data: Path, tmp_path: Path) -> Path:
    (tmp_path / "f").mkdir()
    shutil.copy(data / "s2_romania" / GOOD, tmp_path / "good.tif")
    return tmp_path / "f"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_file(folder: Path, method: int) -> None:
    save(folder / "a.jpg", "JPEG")
    points = picture()
    points.SetMetadata(rpc(), "RPC")
    save(folder / "rpc.tif", "GTiff", points)
    save(folder / "a.png", "PNG", picture(placed=True))
    vrt = folder / "in.vrt"
    vrt.write_text('<VRTDataset rasterXSize="40" rasterYSize="20"><SRS>EPSG:4326</SRS><GeoTransform>'
                   f'{",".join(map(str, PLACED))}</GeoTransform><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
                   '<SourceFilename relativeToVRT="1">rpc.tif</SourceFilename></SimpleSource></VRTRasterBand>'
                   "</VRTDataset>")
    with zipfile.ZipFile(folder / "a.zip", "w", method) as archive:
        for path in (folder.parent / "good.tif", folder / "rpc.tif", vrt, folder / "a.jpg", folder / "a.png"):
            archive.write(path, path.name)
            path.unlink()
        archive.writestr("a.jgw", WORLD_FILE)
        archive.writestr("a.prj", 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
                                  'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]')
        archive.writestr("a.pgw", WORLD_FILE)
    before = digests(folder)
    use_all(folder, 5)
    assert digests(folder) == before and list(before) == ["a.zip"]


def test_bands_in_a_zip_file(folder: Path) -> None:
    from osgeo import gdal

    with zipfile.ZipFile(folder / "S2_20250730.zip", "w") as archive:
        for band in ("B02", "B03", "B04"):
            gdal.Translate(str(folder.parent / f"{band}.tif"), str(folder.parent / "good.tif"), bandList=[1])
            archive.write(folder.parent / f"{band}.tif", f"{band}.tif")
    before = digests(folder)
    use_all(folder, 1)
    assert digests(folder) == before


def test_ground_overlays(folder: Path) -> None:
    save(folder / "a.jpg", "JPEG")
    box = "<LatLonBox><north>42</north><south>41</south><east>128</east><west>127</west></LatLonBox>"
    quad = ("<gx:LatLonQuad><coordinates>127,41 128,41.1 128.1,42 127,42</coordinates></gx:LatLonQuad>")
    overlay = "<GroundOverlay><Icon><href>a.jpg</href></Icon>{}</GroundOverlay>"
    with zipfile.ZipFile(folder / "a.kmz", "w") as archive:
        archive.writestr("doc.kml", f"<kml>{overlay.format(box)}{overlay.format(quad)}</kml>")
        archive.write(folder / "a.jpg", "a.jpg")
    (folder / "a.jpg").unlink()
    before = digests(folder)
    use_all(folder, 2)
    assert digests(folder) == before


def test_a_vrt_and_its_sources(folder: Path) -> None:
    from osgeo import gdal

    shutil.copy(folder.parent / "good.tif", folder / "good.tif")
    gdal.Translate(str(folder / "inner.vrt"), str(folder / "good.tif"), format="VRT")
    gdal.Translate(str(folder / "outer.vrt"), str(folder / "inner.vrt"), format="VRT")
    gdal.Warp(str(folder / "warped.vrt"), str(folder / "inner.vrt"), format="VRT", dstSRS="EPSG:4326")
    before = digests(folder)
    use_all(folder, 4)
    after = digests(folder)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) <= {"good.tif.aux.xml"}  # only a sidecar: the image's bytes stay


def test_the_pixels_are_those_of_the_file(folder: Path) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.write(folder.parent / "good.tif", "good.tif")
    (scene,) = catalogued(folder).all_scenes
    shown = gdal.Open(scene_layer(scene).source())
    whole = gdal.Open(str(folder.parent / "good.tif"))
    for size in (100, 7):
        assert shown.ReadRaster(0, 0, 100, 100, size, size) == whole.ReadRaster(0, 0, 100, 100, size, size)
    assert [shown.GetRasterBand(number).GetNoDataValue() for number in (1, 4)] == [
        whole.GetRasterBand(number).GetNoDataValue() for number in (1, 4)]
    assert shown.GetMetadata() == whole.GetMetadata() and shown.GetGeoTransform() == whole.GetGeoTransform()


@pytest.mark.parametrize("how", ["mask", "resampled", "colours"])
def test_a_vrt_is_shown_as_it_is(folder: Path, how: str) -> None:
    from osgeo import gdal

    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    shutil.copy(folder.parent / "good.tif", folder / "good.tif")
    made = gdal.Translate(str(folder / "a.vrt"), str(folder / "good.tif"), format="VRT", bandList=[1],
                          maskBand="2" if how == "mask" else "auto")
    if how == "colours":
        made.GetRasterBand(1).SetColorTable(gdal.ColorTable())
    del made
    if how == "resampled":
        text = (folder / "a.vrt").read_text()
        (folder / "a.vrt").write_text(text.replace("<SimpleSource>", '<SimpleSource resampling="cubic">').replace(
            '<DstRect xOff="0" yOff="0" xSize="100" ySize="100"', '<DstRect xOff="0" yOff="0" xSize="50" ySize="50"'))
    scene = next(one for one in catalogued(folder).all_scenes if one.uri.endswith("a.vrt"))
    rasters = [gdal.Open(path) for path in (scene_layer(scene).source(), scene.uri)]  # alive while their bands are
    shown, own = (raster.GetRasterBand(1) for raster in rasters)
    assert shown.ReadRaster() == own.ReadRaster() and shown.GetMaskFlags() == own.GetMaskFlags()
    assert shown.GetMaskBand().ReadRaster() == own.GetMaskBand().ReadRaster()
    assert (shown.GetColorTable() is None) == (how != "colours")
    assert rasters[0].GetSpatialRef().IsSame(rasters[1].GetSpatialRef())


def test_the_shown_layer_has_the_metadata_of_the_file(folder: Path) -> None:
    from yalu_plugin.layers.imagery.project_scenes import scene_layer
    from yalu_plugin.layers.imagery.raster import read_metadata

    made = picture(placed=True)
    made.SetMetadata(["<x>SYNTHETIC</x>"], "xml:XMP")
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.write(save(folder.parent / "a.tif", "GTiff", made), "a.tif")
    (scene,) = catalogued(folder).all_scenes
    metadata = read_metadata(scene_layer(scene).source())
    assert {key: text.strip() for key, text in metadata.items()} == read_metadata(scene.uri)
    assert metadata["XMP"].strip() == "<x>SYNTHETIC</x>"
