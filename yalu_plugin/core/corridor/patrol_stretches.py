"""The stretches of a patrol: the parts of a corridor that scenes cover, cut to length.

Importing this module is fast: numpy and shapely are loaded when a function is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from yalu_plugin.core.corridor.coverage import Interval
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tile_grid import is_tiles
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor


class SceneOffRiver(YaluError):
    """The scene covers no part of the river line."""

    template = translatable("{scene} does not cover the river line anywhere. Show a scene that does.")


class SceneWithoutFootprint(YaluError):
    """The scene has no footprint, so which part of the river it shows is not known."""

    template = translatable("Which part of the river {scene} shows is not known: it has no footprint. Give it a "
                            "coordinate reference system first.")


class PatrolStretch(NamedTuple):
    """Metres from the upstream end of the line, and the scene it is searched on."""

    from_m: float
    to_m: float
    scene: Scene

    @property
    def interval(self) -> Interval:
        """The stretch without the scene."""
        return self.from_m, self.to_m


def patrol_stretches(line: Corridor, scenes: Sequence[Scene], length_m: float, overlap_m: float
                     ) -> list[PatrolStretch]:
    """Cut the parts of the line that these scenes cover, topmost scene first, into stretches in order downstream.

    Raises:
        SceneWithoutFootprint: no scene has a footprint.
        SceneOffRiver: no scene covers a part of the line.
        NoStretch: length and overlap do not advance.
    """
    from yalu_plugin.core.corridor.chainage import length_m as whole_m
    from yalu_plugin.core.corridor.footprint_reach import covered_reach
    from yalu_plugin.core.corridor.stretches import assign_reaches, cut

    known = [scene for scene in scenes if scene.footprint_wkt or is_tiles(scene.uri)]
    if not known:
        raise SceneWithoutFootprint(scene=scenes[0].label)
    # tiles may cover any place: for each stretch, what the map has drawn is checked
    reaches = [covered_reach(line, scene.footprint_wkt) if scene.footprint_wkt else [(0.0, whole_m(line))]
               for scene in known]
    stretches = [PatrolStretch(*part, known[number]) for reach, number in assign_reaches(reaches)
                 for part in cut(reach, length_m, overlap_m)]
    if not stretches:
        raise SceneOffRiver(scene=scenes[0].label)
    return stretches
