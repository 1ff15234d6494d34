"""Uris of local images, and the image files in folders and ZIP files.

An image inside a ZIP file has the uri that GDAL uses, /vsizip/ARCHIVE/MEMBER ("Network based file systems and
archives" in GDAL's documentation); any other has its path. If the file contains several images, the number and the
name of one follow; for a picture without a CRS, the CRS that the analyst assigned: a.kml#part=2&name=Hyesan,
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
_IN_ZIP = r"(?is)/vsizip/(.+?\.(?:zip|kmz))/.+"  # compiled when first used: QGIS starts the plugin within 50 ms
_ZIP = r"(?is)(?<=.)\.(?:zip|kmz)(?=/.)"  # folders, also inside a ZIP file, may have such names too
_REFERENCE = r"(?s)(.*)#((?:(?:(?:part|crs)=[\w:]+|name=[\w.~()% -]+)&?)+)"
LONGEST_NAME = 100  # characters of a name in a uri


class FolderUnreadable(YaluError):
    """The folder to catalogue, or one inside it, cannot be listed."""

    template = translatable("The folder {path} cannot be read. Choose a folder that exists and that you may open.")


class LinkOutOfFolder(YaluError):
    """A symbolic link to something outside the selected folder."""

    template = translatable("{path} is a link out of the folder and was not followed. Choose the folder it leads to.")


class ImageRef(NamedTuple):
    """A local image: the file GDAL reads, the image's number and name in it, and the CRS assigned by the analyst."""

    file: str
    part: int = 0  # counts from 1; 0 if the file is the image
    crs: str = ""
    name: str = ""

    @property
    def uri(self) -> str:
        """The reference as one text; `image_ref` parses it."""
        parts = [f"part={self.part}"] if self.part else []
        parts += [f"name={re.sub('[^.~() -]', _escaped, self.name[:LONGEST_NAME])}"] if self.part and self.name else []
        parts += [f"crs={self.crs}"] if self.crs else []
        joint = "&" if self.file.startswith("file:") and "#" in self.file else "#"
        return f"{self.file}{joint}{'&'.join(parts)}" if parts else self.file


def image_ref(uri: str) -> ImageRef:
    """Parse the uri of a local image; of an address as in band_address, only the first file."""
    if uri.startswith("file:"):
        address = urlsplit(uri)
        file, fragment = url2pathname(address.path), address.fragment
    elif (match := re.fullmatch(_REFERENCE, uri)) is not None:
        file, fragment = match[1], match[2]
    else:
        return ImageRef(uri)
    parts = dict(parse_qsl(fragment))
    part = parts.get("part", "")
    return ImageRef(file, int(part) if part.isdecimal() else 0, parts.get("crs", ""), parts.get("name", ""))


def _escaped(match: re.Match[str]) -> str:
    return match[0] if re.fullmatch(r"\w", match[0]) else quote(match[0], safe="", errors="replace")


def with_crs(uri: str, crs: str) -> str:
    """Return the uri with this CRS (empty: none) in place of any other."""
    given = image_ref(uri).crs
    bare = uri[: -len(f"#crs={given}")] if given else uri
    if not crs:
        return bare
    several = image_ref(bare).part or (bare.startswith("file:") and "#" in bare)
    return f"{bare}{'&' if several else '#'}crs={crs}"


def identity_uri(uri: str) -> str:
    """Return what identifies an image: its uri without the assigned CRS and without its name."""
    if "#" not in uri:  # nearly always; called for every image of a survey
        return uri
    name = image_ref(uri).name
    return re.sub(r"&name=[^#&]*$", "", with_crs(uri, "")) if name else with_crs(uri, "")


def image_name(uri: str) -> str:
    """Return the name to show for an image.

    "Hyesan (places.kmz)" for one of several in a file, else the name of its file; with the CRS assigned to it, if any.
    """
    _, _, crs, own = image_ref(uri)
    file = image_ref(uri).file
    name = own or PurePath(decoded_name(file) if in_archive(uri) else file).name
    more = ", ".join(part for part in (file_of(uri).name if own else "", crs) if part)
    return f"{name} ({more})" if more else name


def file_of(uri: str) -> Path:
    """Return the local file that contains the image: for one in a ZIP file that ZIP file, of three bands the red."""
    uri = image_ref(uri).file
    if re.fullmatch(_IN_ZIP, uri) is None:
        return Path(uri)
    path = uri[len("/vsizip/") :]
    *above, last = [path[: match.end()] for match in re.finditer(_ZIP, path)]
    return Path(next((one for one in above if not os.path.isdir(one)), last))  # noqa: PTH112 - as in is_there


def path_of(uri: str) -> Path:
    """Return the local path of the image; a ZIP file is a folder in it."""
    file = image_ref(uri).file
    return Path(file[len("/vsizip/"):]) if in_archive(uri) else Path(file)


def file_exists(uri: str) -> bool:
    """Return whether the image's file exists; False also for a name longer than any file can have."""
    return os.path.isfile(file_of(uri))  # noqa: PTH113 - Path.is_file raises for such a name


def is_inside(path: Path, folder: Path) -> bool:
    """Return whether the file is in the folder or below it, after resolving links."""
    return Path(os.path.realpath(folder)) in Path(os.path.realpath(path)).parents


def common_folder(path: Path, others: Sequence[Path]) -> Path:
    """Return the lowest folder that contains the file and all the others; the file's own folder if there is none."""
    return next((folder for folder in path.parents if all(folder in one.parents for one in others)), path.parent)


def in_archive(uri: str) -> bool:
    """Return whether the image is in a ZIP file."""
    return re.fullmatch(_IN_ZIP, image_ref(uri).file) is not None


def split_uri(uri: str) -> tuple[str, str]:
    """Return folder, with the slash at its end, and name. (A Path would merge the two slashes of /vsizip//.)"""
    cut = max(uri.rfind("/"), uri.rfind("\\")) + 1
    return uri[:cut], uri[cut:]


def normalized_uri(uri: str) -> str:
    """Return the uri of a file with each ".." in it resolved."""
    head = "/vsizip/" if uri.startswith("/vsizip/") else ""
    return head + os.path.normpath(uri[len(head) :]).replace("\\", "/" if head else os.sep)


def files_below(path: Path, problems: list[YaluError]) -> Iterator[str]:
    """Yield the uris of all files in a folder, its subfolders and ZIP files, in order of path.

    `path` may also be a single ZIP file, or any other file. Hidden files are left out: macOS puts ._NAME.tif next to
    NAME.tif. Links that lead out of the folder are not followed. They, and everything that cannot be read, go to
    `problems`.

    Raises:
        FolderUnreadable: `path` itself cannot be listed.
    """
    from yalu_plugin.core.imagery.zip_archives import ArchiveUnreadable, members  # not at start: it has 50 ms

    paths = [path] if path.is_file() else _walk(path, problems)
    for one in paths:
        if one.suffix.lower() not in ARCHIVES:
            yield str(one)
            continue
        try:
            yield from members(one, problems)
        except ArchiveUnreadable as error:
            problems.append(error)


def _walk(folder: Path, problems: list[YaluError]) -> Iterator[Path]:
    if not folder.is_dir() or not os.access(folder, os.R_OK | os.X_OK):
        raise FolderUnreadable(path=str(folder))
    root = folder.resolve()

    def report(error: OSError) -> None:
        problems.append(FolderUnreadable(str(error), path=str(error.filename)))

    def is_refused(path: Path) -> bool:
        """Return whether the path is a link that leads out of the folder or cannot be resolved, and report it."""
        try:
            outside = path.is_symlink() and root not in Path(os.path.realpath(path)).parents
        except OSError as error:
            report(error)
            return True
        if outside:
            problems.append(LinkOutOfFolder(path=str(path)))
        return outside

    for above, folders, names in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            is_refused(Path(above, name))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = Path(above, name)
            if not is_refused(path):
                yield path
