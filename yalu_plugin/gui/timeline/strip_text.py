"""Texts of the timeline: tooltips, and the description of the scene on screen for screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.ticks import Tick
from yalu_plugin.gui.imagery.scene_text import image_name, scene_item, skip_reason_text
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.imagery import Imagery

MAX_NAMED = 20  # sources of a row that are listed


def row_name(names: Sequence[str]) -> str:
    """Return the label of a row of these sources."""
    return tr("others") if len(names) > 1 else row_text(names)


def row_text(names: Sequence[str]) -> str:
    """Return the full names of a row's sources, one per line."""
    lines = [name or tr("no platform named") for name in names[:MAX_NAMED]]
    return "\n".join([*lines, "…"] if len(names) > MAX_NAMED else lines)


def tick_text(tick: Tick) -> str:
    """Return a mark's scene, image and cloud cover, how many more scenes it represents, and why it is skipped."""
    lines = [scene_item(tick.scene), *filter(None, [image_name(tick.scene)])]
    if tick.cloud is not None:
        lines.append(tr("cloud {percent:.0f} %").format(percent=tick.cloud))
    if tick.count > 1:
        lines.append(tr("and {n} more here: zoom in").format(n=tick.count - 1))
    if tick.skip_reason:
        lines.append(tr("skipped: {why}").format(why=skip_reason_text(tick.skip_reason)))
    return "\n".join(lines)


def accessible_description(imagery: Imagery) -> str:
    """Return the scene on screen and its number among the steps: "2016-10-14 UTC · ..., 4 of 16"."""
    if imagery.scene is None:
        return tr("no scene on screen; {n} to step through").format(n=len(imagery.scenes.steppable.steps))
    number = imagery.scenes.steppable.step_number(imagery.scene)
    if number < 0:
        reason = skip_reason_text(imagery.scenes.skipped.get(imagery.scene.id, ""))
        return tr("{scene}, skipped: {why}").format(scene=scene_item(imagery.scene), why=reason)
    return tr("{scene}, {n} of {all}").format(scene=scene_item(imagery.scene), n=number + 1,
                                              all=len(imagery.scenes.steppable.steps))


def help_text(scene: Scene | None) -> str:
    """Return the scene on screen, and how the timeline is used."""
    return "\n".join((scene_item(scene) if scene else tr("no scene on screen"), tr(
        "Click a mark to show its scene; wheel, + and - zoom, dragging moves; arrows, Home, End and the page keys "
        "step. A high mark is a clear scene, a low one cloudy, a hollow one is skipped. Below: observations "
        "and the sites known present.")))
