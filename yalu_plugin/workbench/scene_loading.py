"""How far the scene that was stepped to last has been loaded, as a state machine.

    IDLE     nothing was stepped to, or a day without a scene
    OPENING  scenes of the step are being opened in the background; what was on screen stays meanwhile
    SHOWN    the step is on screen, without those of its scenes that are in `errors`
    FAILED   no scene of the step could be shown; what was on screen stays

A new step may begin in any phase. OPENING is skipped where every scene of the step is open already.
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
    """See the head of this file."""

    IDLE = "idle"
    OPENING = "opening"
    SHOWN = "shown"
    FAILED = "failed"


class SceneLoading(NamedTuple):
    """One state. `scene` is the first of its step; `errors` say which scenes of the step cannot be shown, and why."""

    phase: Phase = Phase.IDLE
    scene: Scene | None = None
    errors: Mapping[Scene, YaluError] = NO_ERRORS

    @property
    def pending(self) -> Scene | None:
        """The scene that is being opened."""
        return self.scene if self.phase is Phase.OPENING else None

    @property
    def failed(self) -> Scene | None:
        """The scene that could not be shown: stepping goes on from there, not from the one on screen."""
        return self.scene if self.phase is Phase.FAILED else None

    def with_error(self, scene: Scene, error: YaluError) -> SceneLoading:
        """The same state, with a scene of the step that cannot be opened."""
        return self._replace(errors={**self.errors, scene: error})
