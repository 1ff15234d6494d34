"""Select the two images of the survey that show a site before and after its state, and write their captions."""

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

TAKEN = ("acquired", "reported")  # kinds of dates on which the ground was seen; the others are only bounds
TRIED = 20  # images that are opened: if none of the first shows the site, the others are not tried


class SceneFootprints:
    """The survey's scenes by footprint."""

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self._scenes = [(scene, QgsGeometry.fromWkt(scene.footprint_wkt)) for scene in scenes if scene.footprint_wkt]

    def at(self, point: QgsPointXY) -> list[Scene]:
        """Return the scenes, dated or not, whose footprint contains `point` (EPSG:4326)."""
        return [scene for scene, footprint in self._scenes if footprint.contains(point)]


class SelectedImage(NamedTuple):
    """An image selected to show a site; if none does, `preferred` is the first of the candidates, or None."""

    scene: Scene | None = None
    preferred: Scene | None = None


def before_after(covering: Sequence[Scene], observations: Sequence[Row], state: Row | None, day: date,
                 shows: Callable[[Scene], bool] = lambda _: True) -> tuple[SelectedImage, SelectedImage]:
    """Select, of the scenes covering a site, one from before its state on the UTC `day` and one that shows it.

    `observations` are the site's rows, `state` its row of site_states. After: the image on which the state was seen,
    else the latest one acquired by the day. Before: the last image on which the site was seen in another state, else
    the earliest one. An image that does not show the site (`shows`: no data, a collar) is skipped. Before must end on
    a day earlier than the one on which after starts; an image dated by its release is never "before".
    """
    scenes = [scene for scene in Timeline(covering).scenes if scene.last_day and scene.last_day <= day]
    seen = [scene for scene in covering if scene.dated and state is not None and scene.id == state["image_id"]]
    taken = [scene for scene in scenes if scene.date_kind in TAKEN]
    after = _first((*seen, *reversed(taken), *reversed(scenes)), shows)
    last = after.scene or after.preferred
    if last is None or last.day is None:
        return SelectedImage(), after
    earlier = [scene for scene in scenes
               if scene.date_kind != "released" and scene.last_day and scene.last_day < last.day]
    otherwise = {row["image_id"] for row in observations
                 if row["image_id"] and row["state"] not in (NOT_OBSERVABLE, state["state"] if state else None)}
    in_another_state = [scene for scene in earlier if scene.id in otherwise]
    return _first((*reversed(in_another_state), *earlier), shows), after


def _first(candidates: Iterable[Scene], shows: Callable[[Scene], bool]) -> SelectedImage:
    tried = list(islice(dict.fromkeys(candidates), TRIED))
    return SelectedImage(next(filter(shows, tried), None), next(iter(tried), None))


def caption(heading: str, scene: Scene | None) -> str:
    """Return the caption of a picture: its date and the kind of that date, the image, its source and licence."""
    if scene is None:
        return ""
    what = "  ·  ".join(part for part in (
        f"{heading}: {days_of(scene)}", date_kind(scene), scene.platform,
        tr("{gsd:g} m a pixel").format(gsd=scene.gsd_m) if scene.gsd_m else "") if part)
    credit = tr("Source: {source}. Licence: {licence}").format(
        source=scene.source or tr("not stated"), licence=scene.licence or tr("not stated"))
    return "\n".join((what, tr("Image {name}, id {id}").format(name=scene.name, id=scene.id), credit))
