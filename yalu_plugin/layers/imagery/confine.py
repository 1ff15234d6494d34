"""Where a file lies that an image is made of, held against the folder that was chosen."""

from __future__ import annotations

import os
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.files import file_of, in_archive, normal
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.source_names import misread_part


class ReachesOut(YaluError):
    """A file that names something on the web or outside of its folder, or a program, to be opened with it."""

    template = translatable("The image {path} was not opened, because it reaches out of its folder: {source}.")


class RasterNameMisread(YaluError):
    """QGIS or GDAL would look for another file under this name."""

    template = translatable("The image {path} cannot be opened: QGIS reads {part} in its name as an instruction. "
                            "Rename it or its folder.")


def check_name(uri: str, within: Path | None) -> None:
    """See that the image itself lies `within`, and that QGIS takes its name for one.

    Raises ReachesOut and RasterNameMisread.
    """
    part = misread_part("gdal", uri, uri)
    if part:
        raise RasterNameMisread(path=os.fsencode(uri).decode(errors="replace"), part=part)
    check_place(uri, uri, within)


def check_place(uri: str, source: str, within: Path | None) -> None:
    """Raise ReachesOut where the file `source` that the image at `uri` is made of does not lie `within`.

    What lies in a ZIP file may only be made of what is in it too.
    """
    if in_archive(uri):
        if not normal(source).startswith(f"{normal(f'/vsizip/{file_of(uri)}')}/"):
            raise ReachesOut(path=uri, source=source)
    elif source.startswith("/vsi") and not in_archive(source):
        raise ReachesOut(path=uri, source=source)
    if within is None:
        return
    root, real = Path(os.path.realpath(within)), Path(os.path.realpath(file_of(source)))
    if root != real and root not in real.parents:
        raise ReachesOut(path=uri, source=source)
