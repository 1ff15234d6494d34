"""What the timeline tells in words: of a mark under the mouse, and of the scene on screen to a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.ticks import Tick
from yalu_plugin.gui.imagery.scene_text import image_name, scene_item, why_skipped
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.imagery import Imagery

NAMED = 20  # of the sources that share a row


def row_name(names: Sequence[str]) -> str:
    """What stands before a row of these sources."""
    return tr("others") if len(names) > 1 else row_text(names)


def row_text(names: Sequence[str]) -> str:
    """The whole names of a row's sources, a line each."""
    lines = [name or tr("no platform named") for name in names[:NAMED]]
    return "\n".join([*lines, "…"] if len(names) > NAMED else lines)


def tick_text(tick: Tick) -> str:
    """A mark's scene and its image, its cloud, how many more it stands for, and why it is stepped over."""
    lines = [scene_item(tick.scene), *filter(None, [image_name(tick.scene)])]
    if tick.cloud is not None:
        lines.append(tr("cloud {percent:.0f} %").format(percent=tick.cloud))
    if tick.count > 1:
        lines.append(tr("and {n} more here: zoom in").format(n=tick.count - 1))
    if tick.skip_reason:
        lines.append(tr("stepped over: {why}").format(why=why_skipped(tick.skip_reason)))
    return "\n".join(lines)


def described(imagery: Imagery) -> str:
    """The scene on screen and its place among those one steps through: "2016-10-14 UTC · ..., 4 of 16"."""
    if imagery.scene is None:
        return tr("no scene on screen; {n} to step through").format(n=len(imagery.scenes.steppable.steps))
    number = imagery.scenes.steppable.step_number(imagery.scene)
    if number < 0:
        why = why_skipped(imagery.scenes.skipped.get(imagery.scene.id, ""))
        return tr("{scene}, stepped over: {why}").format(scene=scene_item(imagery.scene), why=why)
    return tr("{scene}, {n} of {all}").format(scene=scene_item(imagery.scene), n=number + 1,
                                              all=len(imagery.scenes.steppable.steps))


def help_text(scene: Scene | None) -> str:
    """The scene on screen, and what can be done with the timeline."""
    return "\n".join((scene_item(scene) if scene else tr("no scene on screen"), tr(
        "Click a mark to show its scene; wheel, + and - zoom, dragging moves; arrows, Home, End and the page keys "
        "step. A high mark is a clear scene, a low one cloudy, a hollow one is stepped over. Beneath: observations "
        "and the sites known present.")))
