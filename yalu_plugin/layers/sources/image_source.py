"""What every source of imagery can do."""

from __future__ import annotations

from abc import ABC, abstractmethod

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.catalogue import Catalogue
from yalu_plugin.core.imagery.scene_query import SceneQuery


class Source(ABC):
    """A place that has scenes."""

    @abstractmethod
    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """The scenes that `query` asks for, with what could not be had among the problems.

        Blocks, so it is called in a task. Once `feedback` is cancelled it returns what it has. Progress goes to
        `feedback`. Raises YaluError where nothing at all can be had.
        """
