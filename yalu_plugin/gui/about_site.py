"""The subject of a message: a site, and the step of the timeline in which it was observed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.workbench import Workbench


class AboutSite(NamedTuple):
    """`step` is the same for all scenes drawn together, empty without one; `show` brings site and scene on screen."""

    site_id: str
    name: str = ""
    step: str = ""
    show: Callable[[], None] | None = None


def about_site(workbench: Workbench, site_id: str, scene: Scene | None,
               go_to_site: Callable[[str], None]) -> AboutSite | None:
    """Return the site with this id as observed on `scene`, None if `site_id` is empty."""
    facts = workbench.session.facts
    site = facts.row("sites", site_id) if facts is not None and site_id else None
    if not site_id:
        return None
    name = one_line(site_name(site)) if site else ""
    if scene is None:
        return AboutSite(site_id, name)

    def show() -> None:
        go_to_site(site_id)
        workbench.imagery.show(scene)

    return AboutSite(site_id, name, min(one.id for one in workbench.scenes.steppable.step_of(scene)), show)
