"""What the scene on screen shows of a known site, as a row of the survey; and the scene that a state was seen on."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from datetime import date

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.published import Row
from yalu_plugin.core.resolution import unresolved_evidence
from yalu_plugin.core.states import NOT_OBSERVABLE
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.survey.analyst import analyst, own_names
from yalu_plugin.layers.survey.images import scenes_of
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.write import utc_now


class NotOneSite(YaluError):
    """An observation is of one site."""

    template = translatable("{n} sites are selected. Select the one site that is meant, in the list or on the map.")


class NoDatedScene(YaluError):
    """Nothing on screen tells on which day the ground looked like this."""

    template = translatable("No dated scene is on screen, so nothing tells the day. Show a scene in the Imagery panel.")


class OnlyReleaseDate(YaluError):
    """The day of release bounds the age of a picture on one side only, and by years: it dates no observation."""

    template = translatable("{scene} is dated by its release: the picture is older, by how much is not known. "
                            "Show a scene that tells when it was acquired.")


class NotSeen(YaluError):
    """Nothing was seen of a place on the scene on screen, as long as it is that one."""


class SiteNotOnScene(NotSeen):
    """What is not in the picture was not seen, whatever it is: absence least of all."""

    template = translatable("{scene} does not show this site: it lies outside the image. Show a scene that covers it, "
                            "or record that it could not be observed.")


class NoImageHere(NotSeen):
    """There are no tiles or no map here, or the image holds no data: no data, masked, or its collar."""

    template = translatable("{scene} has no picture here, so nothing was seen. Show another scene, or go to a place "
                            "where it has one.")


class PlainColourHere(NotSeen):
    """The service sends a plain tile or map where it has no picture."""

    template = translatable("{scene} has only a plain colour here and no picture, so nothing was seen. Show another "
                            "scene, or go to a place where it has one.")


class TooEarly(YaluError):
    """The key came before what it was pressed for was on screen: it can be recorded a moment later."""


class NotDrawnYet(TooEarly, NotSeen):
    """Tiles and maps are seen when they have come and the map is drawn, not before."""

    template = translatable("{scene} is not drawn here yet, so nothing was seen. Wait until the map is drawn, then "
                            "record what it shows.")


class PlaceNotInView(NotSeen):
    """Of tiles and maps nothing is known beyond what the map shows."""

    template = translatable("The map view does not show this place, so nothing was seen of it on {scene}. Bring the "
                            "place into view, then record what it shows.")


class DrawingNotCached(NotSeen):
    """QGIS forgets what it has drawn of each layer, and so nobody knows what the tiles showed."""

    template = translatable("Whether {scene} shows anything here is not known: QGIS keeps no drawn layers. Turn "
                            "on render caching in QGIS' options, under Rendering.")


class SceneHidden(NotSeen):
    """The scene's layer is switched off, or was taken out."""

    template = translatable("{scene} is not drawn on the map, so nothing was seen on it. Show its layer, or step to it "
                            "again.")


class CompareDateShown(NotSeen):
    """Where the map shows the compare date, the scene on screen is not what one sees."""

    template = translatable("The map shows the compare date here, not {scene}. Move the handle, or end comparing.")


class NoImageOfState(YaluError):
    """The state shown rests on something else than an image, or on nothing."""

    template = translatable("No image of this survey shows the site's state on that day. Record what you see first.")


def seen_days(scene: Scene | None) -> tuple[str | None, str]:
    """The first and last UTC day (ISO 8601) on which what `scene` shows was there, as far as its date tells.

    Acquired and reported dates are that interval. "At or before" leaves the first day open (None): the last is the
    only one known. A release date is no day of the ground at all, and never becomes one.
    Raises NoDatedScene and OnlyReleaseDate.
    """
    if scene is None or scene.day is None or scene.last_day is None:
        raise NoDatedScene()
    if scene.date_kind == "released":
        raise OnlyReleaseDate(scene=scene.label)
    first = None if scene.date_kind == "at_or_before" else scene.day.isoformat()
    return first, scene.last_day.isoformat()


def observation(site_id: str, state: str, scene: Scene | None, reason: str = "", kind: str | None = None) -> Row:
    """The row for a site seen in `state` on `scene`; `reason` tells why nothing could be seen, where it is known. Of a
    site of this `kind` what says more than the scene's pixels can tell is marked as below resolution.

    Raises NoDatedScene and OnlyReleaseDate.
    """
    seen_from, seen_to = seen_days(scene)
    row = {"id": str(uuid.uuid4()), "site_id": site_id, "image_id": scene.id if scene else None, "state": state,
           "reason": reason or None, "seen_from": seen_from, "seen_to": seen_to,
           "created_by": analyst(), "created_at": utc_now()}
    if scene is not None and state != NOT_OBSERVABLE and unresolved_evidence(kind, scene.gsd_m):
        row["below_resolution"] = True
    return row


def own_observations(of_site: Iterable[Row], image_id: str) -> list[Row]:
    """Those of a site's observations that this analyst has recorded on the image, also under the login name before a
    name was given: one mind, which may change.
    """
    names = own_names()
    return [row for row in of_site if row["image_id"] == image_id and row["created_by"] in names]


def differs_from(before: Sequence[Row], row: Row) -> bool:
    """Whether an observation says something else than these, or they are several."""
    return [(old["state"], old["reason"]) for old in before] != [(row["state"], row["reason"])]


def scene_of_state(survey: Survey, site_id: str, day: date | None) -> Scene:
    """The scene on which the site's state of `day` (without one, the latest) was seen. Raises NoImageOfState."""
    image_ids = [row["image_id"] for row in survey.states(day, site_id=site_id) if row["image_id"]]
    found = scenes_of(survey.rows("images", id=image_ids[0])) if image_ids else []
    if not found:
        raise NoImageOfState()
    return found[0]
