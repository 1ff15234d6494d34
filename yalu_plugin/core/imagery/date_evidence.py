"""Evidence of a scene's date other than the one it has: in its file's metadata, and in its name."""

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
from yalu_plugin.core.imagery.scene_dates import DateEvidence, evidence, unsigned_evidence
from yalu_plugin.core.imagery.timespan import TimeSpan
from yalu_plugin.core.text import translatable

_OF_ONE_FILE = ("stac", "gdal", "filename", "file_list")  # tiles are dated by their service or address


class DatesDisagree(YaluError):
    """An image with weaker evidence of another date."""

    template = translatable("{name} is dated {date} ({evidence}), but there is another date, {other} "
                            "({other_evidence}). Correct the one that is wrong.")


class ZoneNotApplied(YaluError):
    """An image dated by the day in its name, although the name may also have a time zone."""

    template = translatable("{name} is dated {date}, as in its name. {zone} there may be a time zone; it was not "
                            "applied, so the UTC day may be the one before or after. Write the time with Z or +09:00.")


def names_of(uri: str, own: str = "") -> list[str]:
    """Return the names of an image: its `own` if it is one of several in a file, and that of its file.

    The names of the product's folders or ZIP file follow if the file is only a part of it.
    """
    if urlsplit(uri).scheme in ("http", "https"):
        return [PurePath(unquote(urlsplit(uri).path)).name]  # the query may have the dates of a signature
    file, own = image_ref(uri).file, own or image_ref(uri).name
    path = PurePath(decoded_name(file) if in_archive(file) else file)
    names = [own, path.name] if own else [path.name]
    if not in_archive(file) and not uri.startswith("file:") and not is_band(file):
        return names
    above = [folder.name for folder in path.parents][: 5 if ".SAFE" in file else 1]
    return [*names, *above, file_of(uri).name]


def dated_name(uri: str, own: str = "") -> str:
    """Return the first of an image's names (see `names_of`) that has a date, else the first of all."""
    names = names_of(uri, own)
    return next((name for name in names if date_in_name(name)), names[0])


def used_evidence(scene: Scene) -> DateEvidence | None:
    """Return the evidence that a scene of one file is dated by; None for other scenes and for an undated one."""
    if scene.acquired_from is None or scene.date_source not in _OF_ONE_FILE:
        return None
    span = TimeSpan(scene.acquired_from, scene.acquired_to or scene.acquired_from)
    return DateEvidence(span, scene.date_kind, scene.date_source)


def other_evidence(scene: Scene, metadata: Mapping[str, str]) -> list[DateEvidence]:
    """Return the evidence in the file's `metadata` (upper-case keys) and name other than the scene's date."""
    used = used_evidence(scene)
    if used is None:
        return []
    name = dated_name(scene.uri, metadata.get(NAME_IN_FILE, ""))
    found = [*evidence(metadata, name, datetime.now(timezone.utc)), *unsigned_evidence(metadata)]
    return [one for one in found if (one.source, one.kind, one.days) != (used.source, used.kind, used.days)]


def contradictions(scene: Scene, metadata: Mapping[str, str]) -> list[DateEvidence]:
    """Return the part of `other_evidence` that contradicts the scene's date."""
    used = used_evidence(scene)
    return [one for one in other_evidence(scene, metadata) if used is not None and one.contradicts(used)]


def unapplied_zone_of(scene: Scene, metadata: Mapping[str, str]) -> str:
    """Return the possible time zone in the name that dates the scene, which was not applied; empty if none."""
    if scene.date_source != "filename":
        return ""
    return unapplied_zone_in(dated_name(scene.uri, metadata.get(NAME_IN_FILE, "")))


def disagreements(scene: Scene, metadata: Mapping[str, str]) -> list[YaluError]:
    """Return the errors to report about the scene's date."""
    used, zone = used_evidence(scene), unapplied_zone_of(scene, metadata)
    unsure: list[YaluError] = [ZoneNotApplied(name=scene.name, date=used.days, zone=zone)] if used and zone else []
    return unsure + [
        DatesDisagree(name=scene.name, date=used.days, evidence=used.place, other=one.days, other_evidence=one.place)
        for one in contradictions(scene, metadata) if used is not None]
