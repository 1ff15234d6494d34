"""The files that images are kept in: what lies in a folder, and what lies in its ZIP files.

An image inside a ZIP is named as GDAL names it, /vsizip/ARCHIVE/MEMBER ("Network based file systems and archives" of
GDAL's documentation); any other by its path. A file that holds several images has the number and the name of
one behind it, and a picture that has no CRS the one that the analyst gave it: a.kml#part=2&name=Hyesan,
a.jpg#crs=EPSG:32652.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.member_names import decoded_name
from yalu_plugin.core.text import translatable

ARCHIVES = (".zip", ".kmz")  # a KMZ is a ZIP file
_IN_ZIP = r"(?is)/vsizip/(.+?\.(?:zip|kmz))/.+"  # compiled by the first file: a start has 50 ms
_ZIP = r"(?is)(?<=.)\.(?:zip|kmz)(?=/.)"  # a folder may be called so too, and one in a ZIP file
_WHICH = r"(?s)(.*)#((?:(?:(?:part|crs)=[\w:]+|name=[\w.~()% -]+)&?)+)"
LONGEST_NAME = 100  # characters of it that are kept


class FolderUnreadable(YaluError):
    """The folder to catalogue, or one inside it, cannot be listed."""

    template = translatable("The folder {path} cannot be read. Choose a folder that exists and that you may open.")


class LinkOutOfFolder(YaluError):
    """A link in the chosen folder to somewhere else."""

    template = translatable("{path} is a link out of the folder and was not followed. Choose the folder it leads to.")


class ImageRef(NamedTuple):
    """An image of this computer: the file GDAL reads, the image's number and name in it, and the CRS it was given."""

    file: str
    part: int = 0  # counts from 1; 0 where the file is the image
    crs: str = ""
    name: str = ""

    @property
    def uri(self) -> str:
        """The same as one text."""
        told = [f"part={self.part}"] if self.part else []
        told += [f"name={re.sub('[^.~() -]', _escaped, self.name[:LONGEST_NAME])}"] if self.part and self.name else []
        told += [f"crs={self.crs}"] if self.crs else []
        joint = "&" if self.file.startswith("file:") and "#" in self.file else "#"
        return f"{self.file}{joint}{'&'.join(told)}" if told else self.file


def image_ref(uri: str) -> ImageRef:
    """What the uri of an image of this computer names: of an address as in band_address the first file."""
    if uri.startswith("file:"):
        address = urlsplit(uri)
        file, fragment = url2pathname(address.path), address.fragment
    elif (match := re.fullmatch(_WHICH, uri)) is not None:
        file, fragment = match[1], match[2]
    else:
        return ImageRef(uri)
    told = dict(parse_qsl(fragment))
    part = told.get("part", "")
    return ImageRef(file, int(part) if part.isdecimal() else 0, told.get("crs", ""), told.get("name", ""))


def _escaped(match: re.Match[str]) -> str:
    return match[0] if re.fullmatch(r"\w", match[0]) else quote(match[0], safe="", errors="replace")


def with_crs(uri: str, crs: str) -> str:
    """The uri of the image where it is given this CRS, or none (empty), whichever it was given before."""
    given = image_ref(uri).crs
    bare = uri[: -len(f"#crs={given}")] if given else uri
    if not crs:
        return bare
    several = image_ref(bare).part or (bare.startswith("file:") and "#" in bare)
    return f"{bare}{'&' if several else '#'}crs={crs}"


def identity_uri(uri: str) -> str:
    """What tells an image from all others: its uri without the CRS that it was given, and without its name."""
    if "#" not in uri:  # nearly always, and asked of every image of a survey
        return uri
    name = image_ref(uri).name
    return re.sub(r"&name=[^#&]*$", "", with_crs(uri, "")) if name else with_crs(uri, "")


def image_name(uri: str) -> str:
    """What an image is called where people read it: "Hyesan (places.kmz)" for one of several in a file, else the name
    of its file; and the CRS that it was given.
    """
    _, _, crs, own = image_ref(uri)
    file = image_ref(uri).file
    name = own or PurePath(decoded_name(file) if in_archive(uri) else file).name
    more = ", ".join(part for part in (file_of(uri).name if own else "", crs) if part)
    return f"{name} ({more})" if more else name


def file_of(uri: str) -> Path:
    """The file on this computer that holds the image: the ZIP file for one inside it, the red one of three bands'."""
    uri = image_ref(uri).file
    if re.fullmatch(_IN_ZIP, uri) is None:
        return Path(uri)
    path = uri[len("/vsizip/") :]
    *above, last = [path[: match.end()] for match in re.finditer(_ZIP, path)]
    return Path(next((one for one in above if not os.path.isdir(one)), last))  # noqa: PTH112 - as in is_there


def path_of(uri: str) -> Path:
    """Where the image lies on this computer, as a path; of one in a ZIP file, the ZIP file is a folder in it."""
    file = image_ref(uri).file
    return Path(file[len("/vsizip/"):]) if in_archive(uri) else Path(file)


def file_exists(uri: str) -> bool:
    """Whether the image's file is there. A name longer than any file can have is none, too."""
    return os.path.isfile(file_of(uri))  # noqa: PTH113 - Path.is_file raises for such a name


def is_inside(path: Path, folder: Path) -> bool:
    """Whether the file lies in the folder or below it, wherever links lead."""
    return Path(os.path.realpath(folder)) in Path(os.path.realpath(path)).parents


def common_folder(path: Path, others: Sequence[Path]) -> Path:
    """The lowest folder that the file and all the others lie below; where none is, the file's own."""
    return next((folder for folder in path.parents if all(folder in one.parents for one in others)), path.parent)


def in_archive(uri: str) -> bool:
    """Whether the image lies in a ZIP file."""
    return re.fullmatch(_IN_ZIP, image_ref(uri).file) is not None


def split_uri(uri: str) -> tuple[str, str]:
    """Folder, with the slash at its end, and name. (A Path would take the two slashes of /vsizip// for one.)"""
    cut = max(uri.rfind("/"), uri.rfind("\\")) + 1
    return uri[:cut], uri[cut:]


def normalized_uri(uri: str) -> str:
    """The uri of a file with each ".." in it carried out."""
    head = "/vsizip/" if uri.startswith("/vsizip/") else ""
    return head + os.path.normpath(uri[len(head) :]).replace("\\", "/" if head else os.sep)


def files_below(place: Path, problems: list[YaluError]) -> Iterator[str]:
    """Every file in a folder and below it, and in the ZIP files there; or those of one ZIP file; or the one file.

    In order of path. Hidden ones are left out: macOS puts ._NAME.tif beside NAME.tif. Links that lead out of the folder
    are not followed. They, and what cannot be read, go to `problems`. Raises FolderUnreadable for `place` itself.
    """
    from yalu_plugin.core.imagery.zip_archives import ArchiveUnreadable, members  # on first use: a start has 50 ms

    paths = [place] if place.is_file() else _walk(place, problems)
    for path in paths:
        if path.suffix.lower() not in ARCHIVES:
            yield str(path)
            continue
        try:
            yield from members(path, problems)
        except ArchiveUnreadable as error:
            problems.append(error)


def _walk(folder: Path, problems: list[YaluError]) -> Iterator[Path]:
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        raise FolderUnreadable(path=str(folder))
    root = folder.resolve()

    def refuse(error: OSError) -> None:
        problems.append(FolderUnreadable(str(error), path=str(error.filename)))

    def is_refused(path: Path) -> bool:
        """Whether the path is a link that leads out of the folder, or one that nobody may read."""
        try:
            outside = path.is_symlink() and root not in Path(os.path.realpath(path)).parents
        except OSError as error:
            refuse(error)
            return True
        if outside:
            problems.append(LinkOutOfFolder(path=str(path)))
        return outside

    for above, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            is_refused(Path(above, name))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(above, name)
            if not is_refused(path):
                yield path
