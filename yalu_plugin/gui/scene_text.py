"""Scenes in words: the date, whose it is, and what it rests on."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr


def date_kind_name(kind: str) -> str:
    """What a scene's date is the date of, in the user's language."""
    names = {"acquired": tr("acquired"), "released": tr("released"), "at_or_before": tr("at or before this date"),
             "reported": tr("reported")}
    return names.get(kind, kind)


def date_source_name(source: str) -> str:
    """Where a scene's date was found, in the user's language."""
    names = {"stac": tr("STAC"), "gdal": tr("GDAL metadata"), "filename": tr("file name"),
             "service": tr("the service"), "address": tr("the address"), "file_list": tr("file list")}
    return names.get(source, source)


def scene_days(scene: Scene) -> str:
    """The UTC day of a dated scene, or its first and last day."""
    if scene.day == scene.last_day:
        return str(scene.day)
    return tr("{first} to {last}").format(first=scene.day, last=scene.last_day)


def scene_item(scene: Scene) -> str:
    """A dated scene in a list: date, platform, date kind, source of the date."""
    return _joined(scene, scene_days(scene), scene.platform, date_kind_name(scene.date_kind),
                   date_source_name(scene.date_source))


def scene_line(scene: Scene) -> str:
    """A dated scene on screen: "2016-10-14 · sentinel-2 · acquired (date from STAC), UTC"."""
    told = tr("{kind} (date from {source}), UTC").format(
        kind=date_kind_name(scene.date_kind), source=date_source_name(scene.date_source))
    return _joined(scene, scene_days(scene), scene.platform, told)


def scene_tooltip(scene: Scene) -> str:
    """Everything else one may want to know of a scene, a line each."""
    cloud = "" if scene.cloud_cover is None else tr("cloud {percent:.0f} %").format(percent=scene.cloud_cover)
    ground = "" if scene.gsd_m is None else tr("{gsd:g} m ground sample distance").format(gsd=scene.gsd_m)
    lines = (Path(scene.uri).name, scene.provider, ground, cloud, scene.attribution, scene.licence, scene.uri)
    return "\n".join(line for line in lines if line)


def _joined(scene: Scene, *parts: str) -> str:
    return " · ".join(part for part in (*parts, tr("SYNTHETIC") if scene.synthetic else "") if part)
