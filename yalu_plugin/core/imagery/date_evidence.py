"""What else than the date it has is told of a scene's date: by the metadata of its file, and by its name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.bands import is_band
from yalu_plugin.core.imagery.filename_dates import date_in_name, unapplied_zone_in
from yalu_plugin.core.imagery.image_files import file_of, image_ref, in_archive
from yalu_plugin.core.imagery.member_names import decoded_name
from yalu_plugin.core.imagery.scene import NAME_IN_FILE, Scene
from yalu_plugin.core.imagery.scene_dates import Evidence, evidence, unsigned_evidence
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.text import translatable

_OF_ONE_FILE = ("stac", "gdal", "filename", "file_list")  # the date of tiles is that of their service or address


class DatesDisagree(YaluError):
    """Weaker evidence of another date than the one that the image has."""

    template = translatable("{name} is dated {date} ({evidence}), but there is another date, {other} "
                            "({other_evidence}). Correct the one that is wrong.")


class ZoneNotApplied(YaluError):
    """The date is the day as a name has it, beside what may be a time zone."""

    template = translatable("{name} is dated {date}, as its name has it. {zone} there may be a time zone; it was not "
                            "applied, so the UTC day may be the one before or after. Write the time with Z or +09:00.")


def names_of(uri: str, own: str = "") -> list[str]:
    """The names an image has: its `own` in a file with several, and that of its file.

    Also of the product's folder or ZIP where the file is only a part of it.
    """
    if urlsplit(uri).scheme in ("http", "https"):
        return [PurePath(unquote(urlsplit(uri).path)).name]  # what follows may have the dates of a signature
    file, own = image_ref(uri).file, own or image_ref(uri).name
    path = PurePath(decoded_name(file) if in_archive(file) else file)
    names = [own, path.name] if own else [path.name]
    if not in_archive(file) and not uri.startswith("file:") and not is_band(file):
        return names
    above = [folder.name for folder in path.parents][: 5 if ".SAFE" in file else 1]
    return [*names, *above, file_of(uri).name]


def dated_name(uri: str, own: str = "") -> str:
    """Of an image's names the one that tells a date, else its `own` in a file with several, else that of its file."""
    names = names_of(uri, own)
    return next((name for name in names if date_in_name(name)), names[0])


def used_evidence(scene: Scene) -> Evidence | None:
    """What a scene of one file is dated by; None for other scenes, and for an undated one."""
    if scene.acquired_from is None or scene.date_source not in _OF_ONE_FILE:
        return None
    span = TimeSpan(scene.acquired_from, scene.acquired_to or scene.acquired_from)
    return Evidence(span, scene.date_kind, scene.date_source)


def other_evidence(scene: Scene, metadata: Mapping[str, str]) -> list[Evidence]:
    """What the file's `metadata` (upper-case keys) and name tell besides the date that the scene has."""
    used = used_evidence(scene)
    if used is None:
        return []
    name = dated_name(scene.uri, metadata.get(NAME_IN_FILE, ""))
    told = [*evidence(metadata, name, datetime.now(timezone.utc)), *unsigned_evidence(metadata)]
    return [one for one in told if (one.source, one.kind, one.days) != (used.source, used.kind, used.days)]


def contradictions(scene: Scene, metadata: Mapping[str, str]) -> list[Evidence]:
    """Of `other_evidence` what cannot be true together with the scene's date."""
    used = used_evidence(scene)
    return [one for one in other_evidence(scene, metadata) if used is not None and one.contradicts(used)]


def unapplied_zone_of(scene: Scene, metadata: Mapping[str, str]) -> str:
    """What may be a time zone in the name that dates the scene, and was not applied; empty where there is none."""
    if scene.date_source != "filename":
        return ""
    return unapplied_zone_in(dated_name(scene.uri, metadata.get(NAME_IN_FILE, "")))


def disagreements(scene: Scene, metadata: Mapping[str, str]) -> list[YaluError]:
    """What stands against the scene's date, to be reported."""
    used, zone = used_evidence(scene), unapplied_zone_of(scene, metadata)
    unsure: list[YaluError] = [ZoneNotApplied(name=scene.name, date=used.days, zone=zone)] if used and zone else []
    return unsure + [DatesDisagree(name=scene.name, date=used.days, evidence=used.place, other=one.days,
                          other_evidence=one.place)
            for one in contradictions(scene, metadata) if used is not None]
