"""The files that images are kept in: what lies in a folder, and what lies in its ZIP files.

An image inside a ZIP is named as GDAL names it, /vsizip/ARCHIVE/MEMBER ("Network based file systems and archives" of
GDAL's documentation); any other by its path. A file that holds several images has the number of one behind it, and a
picture that has no CRS the one that the analyst gave it: a.kmz#part=2, a.jpg#crs=EPSG:32652.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

ARCHIVES = (".zip", ".kmz")  # a KMZ is a ZIP file
MOST_IN_ARCHIVE = 5_000  # images: GDAL looks through a whole archive for each
MOST_PACKED = 100  # times smaller than unpacked, from LARGE on: no picture is, and GDAL unpacks it to read one pixel
LARGE = 100_000_000
_IN_ZIP = r"(?is)/vsizip/(.+?\.(?:zip|kmz))/.+"  # compiled by the first file: a start has 50 ms
_WHICH = r"(?s)(.*)#((?:(?:part|crs)=[\w:]+&?)+)"


class FolderUnreadable(YaluError):
    """The folder to catalogue, or one inside it, cannot be listed."""

    template = translatable("The folder {path} cannot be read. Choose a folder that exists and that you may open.")


class ArchiveUnreadable(YaluError):
    """A ZIP file that is damaged or none, or that may not be opened."""

    template = translatable("The ZIP file {path} cannot be read ({detail}). Copy or download it again.")


class ArchiveTooLarge(YaluError):
    """A ZIP file with more images than are read from one."""

    template = translatable("The ZIP file {path} holds {count} images; the first {most} are read. Unpack it.")


class PackedTooTightly(YaluError):
    """A file in a ZIP that unpacks to so much more that it is no picture, or a trap."""

    template = translatable("{path} would unpack to {megabytes} MB from next to nothing and was left out. Unpack it.")


class LeadsOutside(YaluError):
    """A link in the chosen folder to somewhere else."""

    template = translatable("{path} is a link out of the folder and was not followed. Choose the folder it leads to.")


class Which(NamedTuple):
    """An image of this computer: the file GDAL reads, the number of the image in it, and the CRS it was given."""

    file: str
    part: int = 0  # counts from 1; 0 where the file is the image
    crs: str = ""

    @property
    def uri(self) -> str:
        """The same as one text."""
        told = [f"part={self.part}"] if self.part else []
        told += [f"crs={self.crs}"] if self.crs else []
        joint = "&" if self.file.startswith("file:") and "#" in self.file else "#"
        return f"{self.file}{joint}{'&'.join(told)}" if told else self.file


def which(uri: str) -> Which:
    """What the uri of an image of this computer names: of an address as in band_address the first file."""
    if uri.startswith("file:"):
        address = urlsplit(uri)
        file, fragment = url2pathname(address.path), address.fragment
    elif (match := re.fullmatch(_WHICH, uri)) is not None:
        file, fragment = match[1], match[2]
    else:
        return Which(uri)
    told = dict(parse_qsl(fragment))
    part = told.get("part", "")
    return Which(file, int(part) if part.isdecimal() else 0, told.get("crs", ""))


def file_of(uri: str) -> Path:
    """The file on this computer that holds the image: the ZIP file for one inside it, the red one of three bands'."""
    uri = which(uri).file
    match = re.fullmatch(_IN_ZIP, uri)
    return Path(match[1] if match else uri)


def is_there(uri: str) -> bool:
    """Whether the image's file is there. A name longer than any file can have is none, too."""
    return os.path.isfile(file_of(uri))  # noqa: PTH113 - Path.is_file raises for such a name


def in_archive(uri: str) -> bool:
    """Whether the image lies in a ZIP file."""
    return re.fullmatch(_IN_ZIP, which(uri).file) is not None


def split(uri: str) -> tuple[str, str]:
    """Folder, with the slash at its end, and name. (A Path would take the two slashes of /vsizip// for one.)"""
    cut = max(uri.rfind("/"), uri.rfind("\\")) + 1
    return uri[:cut], uri[cut:]


def normal(uri: str) -> str:
    """The uri of a file with each ".." in it carried out."""
    head = "/vsizip/" if uri.startswith("/vsizip/") else ""
    return head + os.path.normpath(uri[len(head) :]).replace("\\", "/" if head else os.sep)


def files_below(place: Path, problems: list[YaluError]) -> Iterator[str]:
    """Every file in a folder and below it, and in the ZIP files there; or those of one ZIP file; or the one file.

    In order of path. Hidden ones are left out: macOS puts ._NAME.tif beside NAME.tif. Links that lead out of the folder
    are not followed. They, and what cannot be read, go to `problems`. Raises FolderUnreadable for `place` itself.
    """
    paths = [place] if place.is_file() else _walk(place, problems)
    for path in paths:
        if path.suffix.lower() not in ARCHIVES:
            yield str(path)
            continue
        try:
            yield from members(path, problems)
        except ArchiveUnreadable as error:
            problems.append(error)


def members(archive: Path, problems: list[YaluError]) -> list[str]:
    """The uris of the files in a ZIP file, in order of name, without those that would unpack beyond measure.

    Raises ArchiveUnreadable.
    """
    from yalu_plugin.core.imagery.formats import may_be_image  # on first use: a start has 50 ms

    try:
        with zipfile.ZipFile(archive) as opened:
            found = {one.filename: one for one in opened.infolist() if not one.is_dir()}
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise ArchiveUnreadable(str(error), path=str(archive)) from error
    names: list[str] = []
    images = 0
    for one in (found[name] for name in sorted(found)):
        images += may_be_image(one.filename)
        if _hidden(one.filename) or (may_be_image(one.filename) and images > MOST_IN_ARCHIVE):
            continue
        if one.file_size > LARGE and one.file_size > MOST_PACKED * one.compress_size:
            problems.append(PackedTooTightly(path=f"{archive}/{one.filename}", megabytes=one.file_size // 1_000_000))
            continue
        names.append(f"/vsizip/{archive}/{one.filename}")
    if images > MOST_IN_ARCHIVE:
        problems.append(ArchiveTooLarge(path=str(archive), count=images, most=MOST_IN_ARCHIVE))
    return names


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))


def _walk(folder: Path, problems: list[YaluError]) -> Iterator[Path]:
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        raise FolderUnreadable(path=str(folder))
    root = folder.resolve()

    def refuse(error: OSError) -> None:
        problems.append(FolderUnreadable(str(error), path=str(error.filename)))

    def leads_outside(path: Path) -> bool:
        return path.is_symlink() and root not in Path(os.path.realpath(path)).parents

    for above, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        problems += [LeadsOutside(path=str(path)) for name in folders if leads_outside(path := Path(above, name))]
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(above, name)
            if leads_outside(path):
                problems.append(LeadsOutside(path=str(path)))
            else:
                yield path
