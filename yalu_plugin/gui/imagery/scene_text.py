"""Scenes in words: the date, whose it is, and what it rests on."""

from __future__ import annotations

from yalu_plugin.core.imagery.choice import CLOUDY, EMPTY, OUTSIDE_VIEW
from yalu_plugin.core.imagery.days import day_in, offset_name, zone
from yalu_plugin.core.imagery.order import AFTER, BEFORE, OVERLAPPING, order
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.words import DATE_SOURCE_WORDS
from yalu_plugin.i18n import tr
from yalu_plugin.settings import DAY_ZONE

PART = 80  # characters: platforms and the like are what files say


def date_kind_name(kind: str) -> str:
    """What a scene's date is the date of, in the user's language."""
    names = {"acquired": tr("acquired"), "released": tr("released"), "at_or_before": tr("at or before this date"),
             "reported": tr("reported")}
    return names.get(kind, kind)


def date_source_name(source: str) -> str:
    """Where a scene's date was found, in the user's language."""
    return tr(DATE_SOURCE_WORDS[source]) if source in DATE_SOURCE_WORDS else source


def scene_days(scene: Scene) -> str:
    """The day of a dated scene, or its first and last day, in the zone the user counts days in: "2016-10-14 UTC"."""
    where = zone(DAY_ZONE.get())
    first, last = (day_in(where, moment) for moment in (scene.acquired_from, scene.acquired_to))
    days = str(first) if first == last else tr("{first} to {last}").format(first=first, last=last)
    return f"{days} {offset_name(where, scene.acquired_to)}"


def why_skipped(reason: str) -> str:
    """Why one steps over a scene."""
    names = {OUTSIDE_VIEW: tr("outside the view"), CLOUDY: tr("cloudy"), EMPTY: tr("no data in the view")}
    return names.get(reason, reason)


def order_text(one: Scene, other: Scene) -> str:
    """Which of two scenes came first, where that is known."""
    names = {BEFORE: tr("The compare date is before the date on screen."),
             AFTER: tr("The compare date is after the date on screen."),
             OVERLAPPING: tr("Which of the two dates came first is not known.")}
    return names[order(one, other)]


def scene_item(scene: Scene, named: bool = False) -> str:
    """A dated scene in a list: date, platform, date kind, source of the date; the image's name, if `named`."""
    return _joined(scene, scene_days(scene), image_name(scene) if named else "", scene.platform,
                   date_kind_name(scene.date_kind), date_source_name(scene.date_source))


def image_name(scene: Scene) -> str:
    """As layers.imagery.image_name."""
    from yalu_plugin.layers.imagery import image_name as of_image  # on first use: a start has 50 ms

    return of_image.image_name(scene)


def scene_compared(scene: Scene) -> str:
    """A dated scene beside another: as in a list, and the dates that stand against its own."""
    from yalu_plugin.layers.imagery.doubt import doubt  # on first use: a start has 50 ms

    against = doubt(scene)
    return f"{scene_item(scene)} · {tr('but {against}').format(against=against)}" if against else scene_item(scene)


def scene_line(scene: Scene) -> str:
    """A dated scene on screen: "2016-10-14 UTC · sentinel-2 · acquired (date from STAC)"; and other dates."""
    from yalu_plugin.layers.imagery.doubt import doubt  # on first use: a start has 50 ms

    against = doubt(scene)
    told = tr("{kind} (date from {source}, but {against})") if against else tr("{kind} (date from {source})")
    told = told.format(kind=date_kind_name(scene.date_kind), source=date_source_name(scene.date_source),
                       against=against)
    return _joined(scene, scene_days(scene), scene.platform, told)


def scene_tooltip(scene: Scene) -> str:
    """Everything else one may want to know of a scene, a line each."""
    from yalu_plugin.layers.imagery.doubt import other_dates  # on first use: a start has 50 ms

    cloud = "" if scene.cloud_cover is None else tr("cloud {percent:.0f} %").format(percent=scene.cloud_cover)
    ground = "" if scene.gsd_m is None else tr("{gsd:g} m ground sample distance").format(gsd=scene.gsd_m)
    lines = (image_name(scene), other_dates(scene), scene.provider, ground, cloud, scene.attribution, scene.licence,
             scene.uri)
    return "\n".join(line for line in lines if line)


def _joined(scene: Scene, *parts: str) -> str:
    return " · ".join(one_line(part, PART) for part in (*parts, tr("SYNTHETIC") if scene.synthetic else "") if part)
