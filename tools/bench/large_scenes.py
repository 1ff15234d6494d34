"""SYNTHETIC scenes of realistic size for the benches: the tests' Sentinel-2 crops, enlarged, with noise, as COGs.

Sensor noise keeps real imagery from compressing well; without it these would be read faster than any real scene.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy
from osgeo import gdal

from yalu_plugin.core.imagery.scene import Scene, scene_id

PIXELS = 5490  # per side: a Sentinel-2 tile at 20 m
GRAIN = 60  # standard deviation, of reflectances up to some thousands


def large_scenes(folder: Path, scenes: list[Scene]) -> list[Scene]:
    """Enlarge these scenes over the same place into files of `folder`; existing files are reused."""
    folder.mkdir(parents=True, exist_ok=True)
    grain = numpy.random.default_rng(1).normal(0, GRAIN, (PIXELS, PIXELS)).astype("int16")
    enlarged = []
    for number, scene in enumerate(scenes):
        path = folder / f"SYNTHETIC_{PIXELS}_{Path(scene.uri).name}"
        if not path.exists():
            _enlarge(scene.uri, path, numpy.roll(grain, 997 * number, axis=(0, 1)))
        enlarged.append(replace(scene, uri=str(path), id=scene_id(str(path)), item_url="", synthetic=True))
    return enlarged


def _enlarge(source: str, path: Path, grain: numpy.ndarray) -> None:
    """Write three bands of UInt16, DEFLATE in tiles of 512, with overviews."""
    raster = gdal.Translate("", source, format="MEM", width=PIXELS, height=PIXELS, resampleAlg="cubic",
                            bandList=[1, 2, 3])
    for number in (1, 2, 3):
        band = raster.GetRasterBand(number)
        band.WriteArray((band.ReadAsArray().astype("int32") + grain).clip(1, 65535).astype("uint16"))
    raster.SetMetadata({"SYNTHETIC": "YES"})
    partial = path.with_suffix(".part")
    gdal.Translate(str(partial), raster, format="COG",
                   creationOptions=["COMPRESS=DEFLATE", "LEVEL=1", "NUM_THREADS=2", "OVERVIEW_RESAMPLING=AVERAGE"])
    partial.rename(path)
