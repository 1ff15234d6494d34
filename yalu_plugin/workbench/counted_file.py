"""Whether the file of the counted image is still the one that is shown."""

from __future__ import annotations

from datetime import datetime

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.layers.survey.count_errors import FileReplaced
from yalu_plugin.workbench.counts import Counts
from yalu_plugin.workbench.imagery import Imagery
from yalu_plugin.workbench.scenes import Scenes


class CountedFile:
    """Compares files by time and size: reading the whole file at each click would take too long."""

    def __init__(self, imagery: Imagery, scenes: Scenes, counts: Counts) -> None:
        self._imagery, self._scenes, self._counts = imagery, scenes, counts

    def check_shown(self, scene: Scene) -> None:
        """Raise FileReplaced if the file of a scene was replaced since it was shown; the new file is shown then."""
        if self._imagery.scene_layers.is_outdated(scene):
            self._imagery.show(scene)
            raise FileReplaced(scene=scene.label)

    @property
    def is_newer_than_count(self) -> bool:
        """Whether the image of the current count was written after the count was started, so its marks may not fit."""
        from yalu_plugin.layers.imagery.scene_source import file_mark  # on first use: a start has 50 ms

        count = self._counts.count
        scene = self._scenes.by_id.get(count["image_id"] or "") if count is not None else None
        if count is None or scene is None or not count["created_at"] or not len(self._counts.marks):
            return False
        mark = file_mark(scene)
        if mark is None:
            return False
        second = datetime.fromisoformat(count["created_at"].replace("Z", "+00:00")).timestamp()
        return bool(mark[0] / 1e9 >= second + 1)  # counts store whole seconds
