"""Opening of the next scenes in advance, so that fast stepping does not wait for files."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.layers.imagery.project_scenes import open_for_drawing
from yalu_plugin.settings import SCENES_AHEAD
from yalu_plugin.workbench.imagery import Imagery

MIN_STEPS = 2  # steps on either side, even if the setting for prerendered maps is lower


class ScenePreloader:
    """Opens one scene per call, so that the window stays responsive between them.

    `failed` has the ids of the scenes that cannot be opened; the error is shown when the user steps to them.
    """

    def __init__(self, imagery: Imagery) -> None:
        self._imagery, self._layers = imagery, imagery.scene_layers
        self.failed: set[str] = set()

    def nearest_steps(self, count: int) -> list[Step]:
        """Return up to `count` steps on either side of the one on screen, nearest first, within the limit of layers."""
        space, found = self._layers.limit, []
        for step in self._imagery.scenes.steppable.around(self._imagery.scene, count):
            space -= len(step)
            if space < 0:
                break
            found.append(step)
        return found

    def open_next(self) -> bool:
        """Open the nearest scene that is not open (in the background if on the web); return whether there was one."""
        from yalu_plugin.layers.imagery.date_doubts import date_doubts  # on first use, for a fast start

        scenes = [scene for step in self.nearest_steps(max(MIN_STEPS, SCENES_AHEAD.value())) for scene in step]
        missing = [scene for scene in scenes if not self._layers.is_ready(scene) and scene.id not in self.failed
                   and not self._layers.is_opening(scene)]
        if not missing:
            return False
        try:
            if self._layers.is_available(missing[0]):
                open_for_drawing(self._layers.prepare(missing[0]))
                date_doubts(missing[0])  # read and cached now, because the panel shows it with the date
            else:
                self._layers.open_in_background(missing[0])
        except YaluError:
            self.failed.add(missing[0].id)
        return True
