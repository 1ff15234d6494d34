"""What a patrol walks: the parts of a corridor that scenes cover, cut into stretches.

Importing it costs nothing: numpy and shapely are loaded when a function is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from yalu_plugin.core.corridor.coverage import Interval
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.tiles import is_tiles
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor


class SceneOffRiver(YaluError):
    """Nothing of the river can be searched on it."""

    template = translatable("{scene} does not cover the river line anywhere. Show a scene that does.")


class SceneWithoutFootprint(YaluError):
    """Which part of the river it shows is not known."""

    template = translatable("Which part of the river {scene} shows is not known: it has no footprint. Give it a "
                            "coordinate reference system first.")


class Stretch(NamedTuple):
    """Metres from the upstream end of the line, and the scene it is searched on."""

    from_m: float
    to_m: float
    scene: Scene

    @property
    def interval(self) -> Interval:
        """From and to alone."""
        return self.from_m, self.to_m


def walked(line: Corridor, scenes: Sequence[Scene], length_m: float, overlap_m: float) -> list[Stretch]:
    """What these scenes, the topmost first, cover of the line, in order downstream, cut into stretches of this length
    and overlap. Raises SceneWithoutFootprint, SceneOffRiver and NoStretch.
    """
    from yalu_plugin.core.corridor.chainage import length_m as whole_m
    from yalu_plugin.core.corridor.footprint_reach import covered_reach
    from yalu_plugin.core.corridor.stretches import cut, share_out

    known = [scene for scene in scenes if scene.footprint_wkt or is_tiles(scene.uri)]
    if not known:
        raise SceneWithoutFootprint(scene=scenes[0].label)
    # tiles may lie anywhere: of each stretch, what the map has drawn is asked
    reaches = [covered_reach(line, scene.footprint_wkt) if scene.footprint_wkt else [(0.0, whole_m(line))]
               for scene in known]
    stretches = [Stretch(*part, known[number]) for reach, number in share_out(reaches)
                 for part in cut(reach, length_m, overlap_m)]
    if not stretches:
        raise SceneOffRiver(scene=scenes[0].label)
    return stretches
