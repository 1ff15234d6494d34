"""The interface of every source of imagery."""

from __future__ import annotations

from abc import ABC, abstractmethod

from qgis.core import QgsFeedback

from yalu_plugin.core.imagery.catalogue import Catalogue
from yalu_plugin.core.imagery.scene_query import SceneQuery


class ImageSource(ABC):
    """A source of scenes."""

    @abstractmethod
    def search(self, query: SceneQuery, feedback: QgsFeedback) -> Catalogue:
        """Return the scenes that `query` asks for, and what could not be read as problems.

        Blocks, so it is called in a task. Once `feedback` is cancelled it returns what it has so far. Progress is
        reported to `feedback`. Raises YaluError if nothing can be read at all.
        """
