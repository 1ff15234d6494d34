"""The CRS that an analyst assigns to images that have none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qgis.core import QgsCoordinateReferenceSystem

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import Catalogue
from yalu_plugin.core.imagery.image_files import identity_uri, image_ref, with_crs
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.imagery.raster import read_raster


class CrsWithoutCode(YaluError):
    """A CRS known only to this computer, which the survey could not state to others."""

    template = translatable("This CRS has no code. Choose one of an authority, such as EPSG:32652.")


def crs_code(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the CRS as the survey stores it: authority and code. Raises CrsWithoutCode."""
    code = str(crs.authid())
    if not crs.isValid() or not code or code.startswith("USER:"):
        raise CrsWithoutCode()
    return code


def with_other_crs(scene: Scene, crs: str) -> Scene:
    """Return a scene with an assigned CRS moved to another CRS ("EPSG:32651"): the same scene in another place.

    Raises:
        NotGeoreferenced: the CRS does not place the image on the ground.
        YaluError: any error of read_raster.
    """
    before, moved = read_raster(scene.uri), read_raster(with_crs(scene.uri, ""), crs=crs)
    if moved.problem is not None and not moved.footprint_wkt:
        raise moved.problem
    gsd = moved.gsd_m if scene.gsd_m == before.gsd_m else scene.gsd_m  # otherwise its catalogue states it
    return replace(scene, uri=with_crs(scene.uri, moved.crs), footprint_wkt=moved.footprint_wkt, gsd_m=gsd)


def keep_assigned_crs(found: Catalogue, existing: Iterable[Scene]) -> Catalogue:
    """Return `found` without the images that `existing` scenes have with another assigned CRS."""
    assigned = {identity_uri(scene.uri): scene.uri for scene in existing if image_ref(scene.uri).crs}

    def is_unchanged(scene: Scene) -> bool:
        return assigned.get(identity_uri(scene.uri), scene.uri) == scene.uri

    return Catalogue(tuple(filter(is_unchanged, found.scenes)),
                     tuple(one for one in found.undated if is_unchanged(one.scene)), found.problems)
