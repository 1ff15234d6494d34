"""Checks that a file an image is made of is inside the selected folder."""

from __future__ import annotations

import os
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_files import file_of, in_archive, normalized_uri
from yalu_plugin.core.text import translatable
from yalu_plugin.layers.misread_names import misread_part


class ExternalReference(YaluError):
    """A file that refers to the web, to a file outside its folder, or to a program."""

    template = translatable("The image {path} was not opened, because it reaches out of its folder: {source}.")


class RasterNameMisread(YaluError):
    """QGIS or GDAL would look for another file under this name."""

    template = translatable("The image {path} cannot be opened: QGIS reads {part} in its name as an instruction. "
                            "Rename it or its folder.")


def check_name(uri: str, within: Path | None) -> None:
    """Check that the image itself is `within`, and that QGIS reads its name as a plain name.

    Raises ExternalReference and RasterNameMisread.
    """
    part = misread_part("gdal", uri, uri)
    if part:
        raise RasterNameMisread(path=os.fsencode(uri).decode(errors="replace"), part=part)
    check_location(uri, uri, within)


def check_location(uri: str, source: str, within: Path | None) -> None:
    """Check that `source`, a file that the image at `uri` is made of, is `within`.

    An image in a ZIP file may only be made of files in it. Raises ExternalReference.
    """
    if in_archive(uri):
        if not normalized_uri(source).startswith(f"{normalized_uri(f'/vsizip/{file_of(uri)}')}/"):
            raise ExternalReference(path=uri, source=source)
    elif source.startswith("/vsi") and not in_archive(source):
        raise ExternalReference(path=uri, source=source)
    if within is None:
        return
    root, real = Path(os.path.realpath(within)), Path(os.path.realpath(file_of(source)))
    if root != real and root not in real.parents:
        raise ExternalReference(path=uri, source=source)
