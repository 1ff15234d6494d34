"""The scene that a step in the timeline leads to."""

from __future__ import annotations

from datetime import date

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Timeline


def neighbour(timeline: Timeline, where: str, current: Scene | None, failed: Scene | None, day: date | None
              ) -> Scene | None:
    """Return the "first", "previous", "next" or "last" scene of `timeline`, or None at its end.

    `current` is the scene on screen, or pending; `failed` the one stepped to last, if it could not be shown: stepping
    continues from there, past the step on screen. Without either it continues from the UTC `day` on screen.
    """
    if where in ("first", "last"):
        return timeline.first() if where == "first" else timeline.last()
    if current is None and failed is None and day is not None:
        return timeline.before(day) if where == "previous" else timeline.after(day)
    step = timeline.previous if where == "previous" else timeline.next
    found = step(failed or current)
    is_on_screen = failed and found and timeline.step_number(found) == timeline.step_number(current)
    return step(found) if is_on_screen else found
