"""Which two of the survey's images show a site before and after, and what is written under them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from qgis.core import QgsGeometry, QgsPointXY

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.timeline import Timeline
from yalu_plugin.core.published import Row
from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.statements import date_kind, days_of

TAKEN = ("acquired", "reported")  # dates on which the ground was seen; the others only bound it
TRIED = 20  # images, each of which is opened: where the first of them all show nothing, so will the others


class Coverage:
    """The survey's scenes and where they lie."""

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self._scenes = [(scene, QgsGeometry.fromWkt(scene.footprint_wkt)) for scene in scenes if scene.footprint_wkt]

    def at(self, point: QgsPointXY) -> list[Scene]:
        """The scenes whose footprint holds `point` (EPSG:4326), dated or not."""
        return [scene for scene, footprint in self._scenes if footprint.contains(point)]


class Picture(NamedTuple):
    """An image chosen to show a site; where none does, `wanted` is the first of those that should, or None."""

    scene: Scene | None = None
    wanted: Scene | None = None


def before_after(covering: Sequence[Scene], observations: Sequence[Row], state: Row | None, day: date,
                 shows: Callable[[Scene], bool] = lambda _: True) -> tuple[Picture, Picture]:
    """Of the scenes covering a site, one from before its state on the UTC `day` and one that shows it.

    `observations` are the site's rows, `state` its row of site_states. After: the image that the state was seen on,
    else the latest one acquired by the day. Before: the last image on which the site was seen in another state, else
    the earliest one. What `shows` nothing at the site (no data, a collar) makes way for the next.
    The two are in order only if before ended on a day earlier than the one on which after began; what is dated by its
    release is never "before".
    """
    scenes = [scene for scene in Timeline(covering).scenes if scene.last_day and scene.last_day <= day]
    seen = [scene for scene in covering if scene.dated and state is not None and scene.id == state["image_id"]]
    taken = [scene for scene in scenes if scene.date_kind in TAKEN]
    after = _first((*seen, *reversed(taken), *reversed(scenes)), shows)
    last = after.scene or after.wanted
    if last is None or last.day is None:
        return Picture(), after
    earlier = [scene for scene in scenes
               if scene.date_kind != "released" and scene.last_day and scene.last_day < last.day]
    otherwise = {row["image_id"] for row in observations
                 if row["image_id"] and row["state"] not in (NOT_OBSERVABLE, state["state"] if state else None)}
    told = [scene for scene in earlier if scene.id in otherwise]
    return _first((*reversed(told), *earlier), shows), after


def _first(candidates: Iterable[Scene], shows: Callable[[Scene], bool]) -> Picture:
    tried = list(islice(dict.fromkeys(candidates), TRIED))
    return Picture(next(filter(shows, tried), None), next(iter(tried), None))


def caption(heading: str, scene: Scene | None) -> str:
    """What stands under a picture: its date and what that is the date of, the image, its source and licence."""
    if scene is None:
        return ""
    what = "  ·  ".join(part for part in (
        f"{heading}: {days_of(scene)}", date_kind(scene), scene.platform,
        tr("{gsd:g} m a pixel").format(gsd=scene.gsd_m) if scene.gsd_m else "") if part)
    credit = tr("Source: {source}. Licence: {licence}").format(
        source=scene.source or tr("not stated"), licence=scene.licence or tr("not stated"))
    return "\n".join((what, tr("Image {name}, id {id}").format(name=scene.name, id=scene.id), credit))
