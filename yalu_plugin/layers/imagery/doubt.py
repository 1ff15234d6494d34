"""What stands against the date of a scene, in words, wherever that date is shown."""

from __future__ import annotations

from functools import lru_cache

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.dates import UNSIGNED, Evidence
from yalu_plugin.core.imagery.evidence import contradictions, other_evidence, unsure_zone_of
from yalu_plugin.core.imagery.files import file_of
from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.layers.imagery.raster import read_metadata
from yalu_plugin.layers.imagery.remote import is_remote


def doubt(scene: Scene) -> str:
    """What stands against the scene's date: others, as "file name: 2025-07-30", and a zone not applied; or empty."""
    against, _, zone = _evidence(scene, _changed(scene))
    unsure = [tr("its name may have a time zone, {zone}, that was not applied").format(zone=zone)] if zone else []
    return ", ".join([*(f"{phrase_text(one.place)}: {one.days}" for one in against), *unsure])


def other_dates(scene: Scene) -> str:
    """Every other date in the scene's file and name, and what it is the date of, a line each."""
    kinds = {"acquired": tr("acquired"), "at_or_before": tr("the file was written, the picture taken then or before"),
             UNSIGNED: tr("in EXIF without a camera: taken, scanned, copied or edited then")}
    _, others, _ = _evidence(scene, _changed(scene))
    return "\n".join(tr("Date in {place}: {days} ({kind})").format(
        place=phrase_text(one.place), days=one.days, kind=kinds[one.kind]) for one in others)


def _changed(scene: Scene) -> int | None:
    """When the scene's file on this computer was last changed; None where it is on the web or gone."""
    path = file_of(scene.uri)
    return None if is_remote(scene.uri) or not path.is_file() else path.stat().st_mtime_ns


@lru_cache(maxsize=256)
def _evidence(scene: Scene, changed: int | None) -> tuple[list[Evidence], list[Evidence], str]:
    """Dates against the scene's, all there are besides it, and a zone not applied.

    Where no file can be read the name alone tells.
    """
    try:
        metadata = read_metadata(scene.uri) if changed is not None else {}
    except YaluError:
        metadata = {}
    return contradictions(scene, metadata), other_evidence(scene, metadata), unsure_zone_of(scene, metadata)
