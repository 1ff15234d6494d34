"""The CRS that an analyst gives to images that have none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qgis.core import QgsCoordinateReferenceSystem

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import Catalogue
from yalu_plugin.core.imagery.files import which, with_crs, without_names
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.raster import read_raster


class CrsWithoutCode(YaluError):
    """A CRS that only this computer knows: the survey could not say to others which it is."""

    template = translatable("This CRS has no code. Choose one of an authority, such as EPSG:32652.")


def code_of(crs: QgsCoordinateReferenceSystem) -> str:
    """The CRS as the survey keeps it: an authority and its code. Raises CrsWithoutCode."""
    code = str(crs.authid())
    if not crs.isValid() or not code or code.startswith("USER:"):
        raise CrsWithoutCode()
    return code


def in_other_crs(scene: Scene, crs: str) -> Scene:
    """A scene that was given a CRS, given this one ("EPSG:32651") instead: the same scene in another place.

    Raises what read_raster raises, and NotGeoreferenced where this CRS does not place it on the ground.
    """
    before, now = read_raster(scene.uri), read_raster(with_crs(scene.uri, ""), crs=crs)
    if now.problem is not None and not now.footprint_wkt:
        raise now.problem
    gsd = now.gsd_m if scene.gsd_m == before.gsd_m else scene.gsd_m  # else the catalogue it comes from told it
    return replace(scene, uri=with_crs(scene.uri, now.crs), footprint_wkt=now.footprint_wkt, gsd_m=gsd)


def not_placed_before(found: Catalogue, there: Iterable[Scene]) -> Catalogue:
    """What was found, without those of the images `there` that were given a CRS and would be given another one now."""
    placed = {without_names(scene.uri): scene.uri for scene in there if which(scene.uri).crs}

    def stays(scene: Scene) -> bool:
        return placed.get(without_names(scene.uri), scene.uri) == scene.uri

    return Catalogue(tuple(filter(stays, found.scenes)),
                     tuple(one for one in found.undated if stays(one.scene)), found.problems)
