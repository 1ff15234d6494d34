"""Texts about scenes: their dates, where the dates come from, and their sources."""

from __future__ import annotations

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_filter import CLOUDY, EMPTY, OUTSIDE_VIEW
from yalu_plugin.core.imagery.scene_order import AFTER, BEFORE, OVERLAPPING, order_of
from yalu_plugin.core.imagery.zone_days import day_in, offset_name, zone
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.value_labels import DATE_SOURCE_LABELS
from yalu_plugin.i18n import tr
from yalu_plugin.settings import DAY_ZONE

PART = 80  # characters; platforms and so on come from files and may be long


def date_kind_name(kind: str) -> str:
    """Return the label of a kind of date."""
    names = {"acquired": tr("acquired"), "released": tr("released"), "at_or_before": tr("at or before this date"),
             "reported": tr("reported")}
    return names.get(kind, kind)


def date_source_name(source: str) -> str:
    """Return the label of a source of dates."""
    return tr(DATE_SOURCE_LABELS[source]) if source in DATE_SOURCE_LABELS else source


def scene_days(scene: Scene) -> str:
    """Return the day ("2016-10-14 UTC"), or first and last day, in the zone of the settings; empty if undated."""
    where, begin, end = zone(DAY_ZONE.value()), scene.acquired_from, scene.acquired_to
    if begin is None or end is None:
        return ""
    first, last = day_in(where, begin), day_in(where, end)
    days = str(first) if first == last else tr("{first} to {last}").format(first=first, last=last)
    return f"{days} {offset_name(where, end)}"


def skip_reason_text(reason: str) -> str:
    """Return the text for the reason why a scene is skipped."""
    names = {OUTSIDE_VIEW: tr("outside the view"), CLOUDY: tr("cloudy"), EMPTY: tr("no data in the view")}
    return names.get(reason, reason)


def order_text(one: Scene, other: Scene) -> str:
    """Return a sentence about which of two scenes came first."""
    names = {BEFORE: tr("The compare date is before the date on screen."),
             AFTER: tr("The compare date is after the date on screen."),
             OVERLAPPING: tr("Which of the two dates came first is not known.")}
    return names[order_of(one, other)]


def scene_item(scene: Scene, named: bool = False) -> str:
    """Return the text of a dated scene in a list: date, image name if `named`, platform, kind and source of date."""
    return _joined(scene, scene_days(scene), image_name(scene) if named else "", scene.platform,
                   date_kind_name(scene.date_kind), date_source_name(scene.date_source))


def image_name(scene: Scene) -> str:
    """Return the name of the scene's file; empty for tiles and maps of a service."""
    from yalu_plugin.layers.imagery import image_name as of_image  # on first use, for a fast start

    return of_image.image_name(scene)


def compared_scene_text(scene: Scene) -> str:
    """Return the text of a dated scene in a comparison: as in a list, with the dates that contradict its own."""
    from yalu_plugin.layers.imagery.date_doubts import date_doubts  # on first use, for a fast start

    against = date_doubts(scene)
    return f"{scene_item(scene)} · {tr('but {against}').format(against=against)}" if against else scene_item(scene)


def scene_line(scene: Scene) -> str:
    """Return the text of the scene on screen: "2016-10-14 UTC · sentinel-2 · acquired (date from STAC)".

    Dates that contradict its own are added.
    """
    from yalu_plugin.layers.imagery.date_doubts import date_doubts  # on first use, for a fast start

    against = date_doubts(scene)
    text = tr("{kind} (date from {source}, but {against})") if against else tr("{kind} (date from {source})")
    text = text.format(kind=date_kind_name(scene.date_kind), source=date_source_name(scene.date_source),
                       against=against)
    return _joined(scene, scene_days(scene), scene.platform, text)


def scene_tooltip(scene: Scene) -> str:
    """Return further facts about a scene, one per line."""
    from yalu_plugin.layers.imagery.date_doubts import other_dates  # on first use, for a fast start

    cloud = "" if scene.cloud_cover is None else tr("cloud {percent:.0f} %").format(percent=scene.cloud_cover)
    ground = "" if scene.gsd_m is None else tr("{gsd:g} m ground sample distance").format(gsd=scene.gsd_m)
    lines = (image_name(scene), other_dates(scene), scene.provider, ground, cloud, scene.attribution, scene.licence,
             scene.uri)
    return "\n".join(line for line in lines if line)


def _joined(scene: Scene, *parts: str) -> str:
    return " · ".join(one_line(part, PART) for part in (*parts, tr("SYNTHETIC") if scene.synthetic else "") if part)
