"""The scenes one may step to next, opened before one does: who moves on fast waits for no file."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.timeline import Step
from yalu_plugin.layers.imagery.project_scenes import open_for_drawing
from yalu_plugin.settings import SCENES_AHEAD
from yalu_plugin.workbench.imagery import Imagery

OPENED = 2  # steps on either side, however few the user has drawn ahead


class OpenedAhead:
    """Opens one scene at a time, so that the window goes on between them. `failed` has the ids of those that cannot be
    opened: stepping to them says why.
    """

    def __init__(self, imagery: Imagery) -> None:
        self._imagery, self._layers = imagery, imagery.scene_layers
        self.failed: set[str] = set()

    def steps(self, count: int) -> list[Step]:
        """Up to `count` steps on either side of the one on screen, the nearest first, as many as can be kept open."""
        room, found = self._layers.limit, []
        for step in self._imagery.scenes.steppable.around(self._imagery.scene, count):
            room -= len(step)
            if room < 0:
                break
            found.append(step)
        return found

    def open_next(self) -> bool:
        """Open the nearest scene that is not; tells whether there was one. Those of the web are opened aside."""
        from yalu_plugin.layers.imagery.date_doubts import date_doubts  # on first use: a start has 50 ms

        scenes = [scene for step in self.steps(max(OPENED, SCENES_AHEAD.value())) for scene in step]
        missing = [scene for scene in scenes if not self._layers.is_ready(scene) and scene.id not in self.failed
                   and not self._layers.is_opening(scene)]
        if not missing:
            return False
        try:
            if self._layers.is_available(missing[0]):
                open_for_drawing(self._layers.prepare(missing[0]))
                date_doubts(missing[0])  # read with it, and kept: the panel says it with the date
            else:
                self._layers.open_in_background(missing[0])
        except YaluError:
            self.failed.add(missing[0].id)
        return True
