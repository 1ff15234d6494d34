"""The files that images are kept in: what lies in a folder, and what lies in its ZIP files.

An image inside a ZIP is named as GDAL names it, /vsizip/ARCHIVE/MEMBER ("Network based file systems and archives" of
GDAL's documentation); any other by its path.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

ZIP = ".zip"
_IN_ZIP = r"(?is)/vsizip/(.+?\.zip)/.+"  # compiled by the first file: a start has 50 ms


class FolderUnreadable(YaluError):
    """The folder to catalogue, or one inside it, cannot be listed."""

    template = translatable("The folder {path} cannot be read. Choose a folder that exists and that you may open.")


class ArchiveUnreadable(YaluError):
    """A ZIP file that is damaged or none, or that may not be opened."""

    template = translatable("The ZIP file {path} cannot be read ({detail}). Copy or download it again.")


def file_of(uri: str) -> Path:
    """The file on this computer that holds the image: the ZIP file for one inside it, the red one of three bands'."""
    if uri.startswith("file:"):
        return Path(url2pathname(urlsplit(uri).path))
    match = re.fullmatch(_IN_ZIP, uri)
    return Path(match[1] if match else uri)


def is_there(uri: str) -> bool:
    """Whether the image's file is there. A name longer than any file can have is none, too."""
    return os.path.isfile(file_of(uri))  # noqa: PTH113 - Path.is_file raises for such a name


def split(uri: str) -> tuple[str, str]:
    """Folder, with the slash at its end, and name. (A Path would take the two slashes of /vsizip// for one.)"""
    cut = max(uri.rfind("/"), uri.rfind("\\")) + 1
    return uri[:cut], uri[cut:]


def files_below(place: Path, problems: list[YaluError]) -> Iterator[str]:
    """Every file in a folder and below it, and in the ZIP files there; or those of one ZIP file; or the one file.

    In order of path. Hidden ones are left out: macOS puts ._NAME.tif beside NAME.tif. What cannot be read goes to
    `problems`. Raises FolderUnreadable for `place` itself.
    """
    paths = [place] if place.is_file() else _walk(place, problems)
    for path in paths:
        if path.suffix.lower() != ZIP:
            yield str(path)
            continue
        try:
            yield from members(path)
        except ArchiveUnreadable as error:
            problems.append(error)


def members(archive: Path) -> list[str]:
    """The uris of the files in a ZIP file, in order of name. Raises ArchiveUnreadable."""
    try:
        with zipfile.ZipFile(archive) as opened:
            names = [one.filename for one in opened.infolist() if not one.is_dir()]
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise ArchiveUnreadable(str(error), path=str(archive)) from error
    return [f"/vsizip/{archive}/{name}" for name in sorted(names) if not _hidden(name)]


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _walk(folder: Path, problems: list[YaluError]) -> Iterator[Path]:
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        raise FolderUnreadable(path=str(folder))

    def refuse(error: OSError) -> None:
        problems.append(FolderUnreadable(str(error), path=str(error.filename)))

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))
