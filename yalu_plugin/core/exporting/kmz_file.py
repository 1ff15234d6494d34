"""Writes a KMZ: the KML and all pictures that it shows. It refers to nothing outside."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from yalu_plugin.core.atomic_file import atomic_write
from yalu_plugin.core.exporting.kml_document import write_kml
from yalu_plugin.core.exporting.kml_texts import KmlTexts, RiverLine
from yalu_plugin.core.exporting.site_export import SurveyExport
from yalu_plugin.core.work_progress import Progress, no_progress

_DOCUMENT = "doc.kml"  # the name that Google Earth opens
_LEVEL = 3  # of compression: half the time of the usual one


def write_kmz_file(path: Path, export: SurveyExport, texts: KmlTexts, rivers: Sequence[RiverLine],
                   icon: Callable[[str | None, str], bytes], pictures: Mapping[str, bytes],
                   progress: Progress = no_progress) -> None:
    """Write the sites of an export as a KMZ, completely or not at all.

    Args:
        path: the file, which is replaced.
        export: the sites.
        texts: what balloons, folders and document say.
        rivers: the lines drawn with the sites.
        icon: returns the symbol of a kind of site in a state as PNG.
        pictures: the pictures of balloons, by the names that `texts` gives them.
        progress: called with the share done.

    Raises TooMuchForKmz, OSError (the file cannot be written), and what `progress` raises.
    """
    with atomic_write(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        with archive.open(_DOCUMENT, "w") as stream:
            icons = write_kml(stream, export, texts, rivers, progress)
        images = {name: icon(*symbol) for symbol, name in icons.items()}
        for name, image in {**images, **pictures}.items():
            archive.writestr(zipfile.ZipInfo(name), image)  # without the time of this computer; PNG is compressed
