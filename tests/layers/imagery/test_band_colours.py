"""Red, green and blue are the bands with these names or wavelengths; else the first three."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layers.imagery.kinds import picture, save

NAMES = {
    "blue, green, red, nir": ((3, 2, 1), ""), "Blue, Green, Red, Red Edge": ((3, 2, 1), ""),
    "a, b, c, d": ((1, 2, 3), ""), "red, green, nir, swir": ((1, 2, 3), ""),
    "B1, B2, B3, B4": ((3, 2, 1), "wavelength units = Nanometers\nwavelength = {490, 560, 665, 842}\n"),
    "B1, B2, B3, B5": ((3, 2, 1), "wavelength units = Micrometers\nwavelength = {0.48, 0.55, 0.66, 0.70}\n"),
    "B5, B6, B7, B8": ((1, 2, 3), "wavelength units = Nanometers\nwavelength = {705, 740, 783, 842}\n"),
}


@pytest.mark.parametrize("names", sorted(NAMES))
@pytest.mark.parametrize("kind", ["Byte", "UInt16"])
def test_bands_of_an_envi_image(qgis_app, tmp_path: Path, names: str, kind: str) -> None:
    from osgeo import gdal
    from qgis.core import QgsMultiBandColorRenderer

    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    raster = gdal.Translate("", picture(4, placed=True), format="MEM",
                            outputType=gdal.GDT_Byte if kind == "Byte" else gdal.GDT_UInt16)
    save(tmp_path / "a.dat", "ENVI", raster)
    right, header = NAMES[names]
    text = (tmp_path / "a.hdr").read_text()
    (tmp_path / "a.hdr").write_text(text[: text.index("band names")] + f"band names = {{{names}}}\n{header}")
    layer = scene_layer(Scene("1", str(tmp_path / "a.dat")))  # keeps the renderer alive
    renderer = layer.renderer()
    assert isinstance(renderer, QgsMultiBandColorRenderer)
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == right
