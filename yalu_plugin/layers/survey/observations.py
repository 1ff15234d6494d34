"""What the scene on screen shows of a known site, as a row of the survey; and the scene on which a state was seen."""

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

    template = translatable("{n} sites are selected. Select only the intended site, in the list or on the map.")


class SitesNotInProject(YaluError):
    """The user has removed the layer of the sites, which holds the selection."""

    template = translatable("The layer of the sites was removed from the project, so no site can be selected. Open the "
                            "survey again to bring it back.")


class NoDatedScene(YaluError):
    """Nothing on screen shows on which day the ground looked like this."""

    template = translatable("No dated scene is on screen, so the day is not known. Show a scene in the Imagery panel.")


class OnlyReleaseDate(YaluError):
    """The day of release bounds the age of a picture on one side, and by years: it does not date an observation."""

    template = translatable("{scene} is dated by its release: the picture is older, by how much is not known. Show a "
                            "scene with a date of acquisition.")


class NotSeen(YaluError):
    """The scene on screen does not show the place; the error clears with the next scene."""


class SiteNotOnScene(NotSeen):
    """A site outside the picture was not seen on it, least of all as absent."""

    template = translatable("{scene} does not show this site: it lies outside the image. Show a scene that covers it, "
                            "or record that it could not be observed.")


class NoImageHere(NotSeen):
    """There are no tiles or no map here, or the image has no data here: nodata, masked, or its collar."""

    template = translatable("{scene} has no picture here, so nothing was seen. Show another scene, or go to a place "
                            "where it has one.")


class PlainColourHere(NotSeen):
    """The service sends a plain tile or map where it has no picture."""

    template = translatable("{scene} has only a plain colour here and no picture, so nothing was seen. Show another "
                            "scene, or go to a place where it has one.")


class TooEarly(YaluError):
    """The key was pressed before the scene was on screen: the observation can be recorded a moment later."""


class NotDrawnYet(TooEarly, NotSeen):
    """Tiles and maps are seen only once they have arrived and the map is drawn."""

    template = translatable("{scene} is not drawn here yet, so nothing was seen. Wait until the map is drawn, then "
                            "record what it shows.")


class PlaceNotInView(NotSeen):
    """Tiles and maps are known only where the map shows them."""

    template = translatable("The map view does not show this place, so nothing was seen of it on {scene}. Bring the "
                            "place into view, then record what it shows.")


class DrawingNotCached(NotSeen):
    """QGIS does not keep what it has drawn of each layer, so it is not known what the tiles showed."""

    template = translatable("Whether {scene} shows anything here is not known: QGIS keeps no drawn layers. Turn "
                            "on render caching in QGIS' options, under Rendering.")


class SceneHidden(NotSeen):
    """The scene's layer is switched off, or was removed."""

    template = translatable("{scene} is not drawn on the map, so nothing was seen on it. Show its layer, or step to it "
                            "again.")


class CompareDateShown(NotSeen):
    """The map shows the compare date at this place, so the user does not see the scene on screen."""

    template = translatable("The map shows the compare date here, not {scene}. Move the handle, or end comparing.")


class NoImageOfState(YaluError):
    """The state shown is not based on an image, or on nothing."""

    template = translatable("No image of this survey shows the site's state on that day. Record what you see first.")


def seen_days(scene: Scene | None) -> tuple[str | None, str]:
    """Return the first and last UTC day (ISO 8601) on which what `scene` shows was there, as far as its date states.

    Acquired and reported dates are that interval. "At or before" leaves the first day open (None): the last is the only
    one known. A release date is not a day of the ground and is never used as one.

    Raises NoDatedScene and OnlyReleaseDate.
    """
    if scene is None or scene.day is None or scene.last_day is None:
        raise NoDatedScene()
    if scene.date_kind == "released":
        raise OnlyReleaseDate(scene=scene.label)
    first = None if scene.date_kind == "at_or_before" else scene.day.isoformat()
    return first, scene.last_day.isoformat()


def observation(site_id: str, state: str, scene: Scene | None, reason: str = "", kind: str | None = None) -> Row:
    """Return the row for a site seen in `state` on `scene`; `reason` states why nothing could be seen, where it is
    known.

    For a site of this `kind`, an observation that states more than the scene's pixels can show is marked as below
    resolution. Raises NoDatedScene and OnlyReleaseDate.
    """
    seen_from, seen_to = seen_days(scene)
    row: Row = {"id": str(uuid.uuid4()), "site_id": site_id, "image_id": scene.id if scene else None, "state": state,
           "reason": reason or None, "seen_from": seen_from, "seen_to": seen_to,
           "created_by": analyst(), "created_at": utc_now()}
    if scene is not None and state != NOT_OBSERVABLE and unresolved_evidence(kind, scene.gsd_m):
        row["below_resolution"] = True
    return row


def own_observations(of_site: Iterable[Row], image_id: str) -> list[Row]:
    """Return those of a site's observations that this analyst has recorded on the image.

    Those under the login name, from before a name was entered, are included: the same analyst may revise them.
    """
    names = own_names()
    return [row for row in of_site if row["image_id"] == image_id and row["created_by"] in names]


def differs_from(before: Sequence[Row], row: Row) -> bool:
    """Return whether an observation differs in state or reason from these, or they are several."""
    return [(old["state"], old["reason"]) for old in before] != [(row["state"], row["reason"])]


def scene_of_state(survey: Survey, site_id: str, day: date | None) -> Scene:
    """Return the scene on which the site's state of `day` (without one, the latest) was seen. Raises NoImageOfState."""
    image_ids = [row["image_id"] for row in survey.states(day, site_id=site_id) if row["image_id"]]
    found = scenes_of(survey.rows("images", id=image_ids[0])) if image_ids else []
    if not found:
        raise NoImageOfState()
    return found[0]
