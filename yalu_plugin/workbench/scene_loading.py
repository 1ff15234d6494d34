"""The loading of the last requested scene, as a state machine.

    IDLE     no scene was requested, or a day without a scene
    OPENING  scenes of the step are being opened in the background; the scene on screen stays until then
    SHOWN    the step is on screen, without those of its scenes that are in `errors`
    FAILED   no scene of the step could be shown; the scene on screen stays

A new step can start in any phase. OPENING is skipped if every scene of the step is open already.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene

NO_ERRORS: Mapping[Scene, YaluError] = MappingProxyType({})


class Phase(Enum):
    """A phase; see the docstring of this module."""

    IDLE = "idle"
    OPENING = "opening"
    SHOWN = "shown"
    FAILED = "failed"


class SceneLoading(NamedTuple):
    """One state: `scene` is the first of its step, `errors` are those of the scenes that cannot be shown."""

    phase: Phase = Phase.IDLE
    scene: Scene | None = None
    errors: Mapping[Scene, YaluError] = NO_ERRORS

    @property
    def pending(self) -> Scene | None:
        """The scene that is being opened."""
        return self.scene if self.phase is Phase.OPENING else None

    @property
    def failed(self) -> Scene | None:
        """The scene that could not be shown: stepping continues from it, not from the one on screen."""
        return self.scene if self.phase is Phase.FAILED else None
