"""What is too small to be seen of a site on a scene or on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from qgis.core import QgsPointXY

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.kinds import Evidence
from yalu_plugin.core.published import Row
from yalu_plugin.core.resolution import SITE, is_too_small_on_screen, unresolved_evidence
from yalu_plugin.core.states import is_conclusive

GroundPixel = Callable[[QgsPointXY], "float | None"]  # of the map at a place (EPSG:4326), in metres


class Unresolved(NamedTuple):
    """The evidence of a kind of site that is smaller than two pixels of the scene or of the map on screen.

    `screen_m` is the pixel size of the map in metres; None if the scene is too coarse.
    """

    scene: Scene
    kind: str
    thing: Evidence
    screen_m: float | None = None


def find_unresolved(scene: Scene | None, kind: str | None, pixel_m: float | None) -> Unresolved | None:
    """Return what is too small for the pixels of `scene`, or for those of the map (`pixel_m` on the ground)."""
    if scene is None:
        return None
    thing = unresolved_evidence(kind, scene.gsd_m)
    if thing is not None:
        return Unresolved(scene, str(kind), thing)
    return Unresolved(scene, str(kind), SITE, pixel_m) if is_too_small_on_screen(pixel_m) else None


def mark_below_resolution(rows: Iterable[Row], pixel_m: float | None) -> None:
    """Mark conclusive observations as below resolution if the map was too small to show more than the site's place."""
    for row in rows:
        if is_too_small_on_screen(pixel_m) and is_conclusive(row["state"]):
            row["below_resolution"] = True


def unknown_ground_pixel(_place: QgsPointXY) -> float | None:
    """Return None: there is no map."""
    return None
