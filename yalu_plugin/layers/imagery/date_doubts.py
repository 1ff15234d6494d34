"""Evidence against the date of a scene, as text for wherever that date is shown."""

from __future__ import annotations

from functools import lru_cache

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.date_evidence import contradictions, other_evidence, unapplied_zone_of
from yalu_plugin.core.imagery.image_files import file_of
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.imagery.scene_dates import UNSIGNED, DateEvidence
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.imagery.raster import read_metadata
from yalu_plugin.layers.imagery.remote_raster import is_remote


def date_doubts(scene: Scene) -> str:
    """Return contradicting dates, as "file name: 2025-07-30", and a time zone that was not applied; or ""."""
    against, _, zone = _evidence(scene, _modified_ns(scene))
    unsure = [tr("its name may have a time zone, {zone}, that was not applied").format(zone=zone)] if zone else []
    return ", ".join([*(f"{phrase_text(one.place)}: {one.days}" for one in against), *unsure])


def other_dates(scene: Scene) -> str:
    """Return every other date in the scene's file and name with its meaning, one per line."""
    kinds = {"acquired": tr("acquired"), "at_or_before": tr("the file was written, the picture taken then or before"),
             UNSIGNED: tr("in EXIF without a camera: taken, scanned, copied or edited then")}
    _, others, _ = _evidence(scene, _modified_ns(scene))
    return "\n".join(tr("Date in {place}: {days} ({kind})").format(
        place=phrase_text(one.place), days=one.days, kind=kinds[one.kind]) for one in others)


def _modified_ns(scene: Scene) -> int | None:
    """Return when the scene's local file was last changed; None if it is on the web or missing."""
    path = file_of(scene.uri)
    return None if is_remote(scene.uri) or not path.is_file() else path.stat().st_mtime_ns


@lru_cache(maxsize=256)
def _evidence(scene: Scene, modified_ns: int | None) -> tuple[list[DateEvidence], list[DateEvidence], str]:
    """Return the dates against the scene's, all others, and a time zone that was not applied.

    Without a readable file only the name is evidence. `modified_ns` is part of the cache's key.
    """
    try:
        metadata = read_metadata(scene.uri) if modified_ns is not None else {}
    except YaluError:
        metadata = {}
    return contradictions(scene, metadata), other_evidence(scene, metadata), unapplied_zone_of(scene, metadata)
