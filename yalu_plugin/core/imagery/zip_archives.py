"""Members of ZIP files: which are read, and why others are not.

GDAL finds a member by its name, with slashes for backslashes; of several members with one name it reads the first.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_formats import may_be_image, suffix
from yalu_plugin.core.imagery.json_values import JsonTooLarge, parse_json, read_json
from yalu_plugin.core.imagery.member_names import decoded_name
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

MAX_IMAGES_IN_ARCHIVE = 5_000  # GDAL searches the whole archive for each image
# Unpacked by packed size, for files of LARGE_BYTES and more: no picture compresses so well, and GDAL unpacks all of it
# to read one pixel.
MAX_COMPRESSION_RATIO = 100
LARGE_BYTES = 100_000_000
_SMALL = 100_000  # bytes of a JSON file whose compression ratio is not limited
_FORBIDDEN_ENDINGS = " .\t\r\n\u00a0\u3000"  # no name ends with these on Windows, and they hide the format's suffix
_ENCRYPTED = 1  # a bit of a member's flags
_READABLE_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, 9)  # 9 is Deflate64


class ArchiveUnreadable(YaluError):
    """A file that is damaged, is not a ZIP file, or may not be opened."""

    template = translatable("The ZIP file {path} cannot be read ({detail}). Copy or download it again.")


class ArchiveTooLarge(YaluError):
    """A ZIP file with more images than MAX_IMAGES_IN_ARCHIVE."""

    template = translatable("The ZIP file {path} holds {count} images; the first {most} are read. Unpack it.")


class CompressedTooTightly(YaluError):
    """A file in a ZIP that unpacks to so much more that it cannot be a picture; perhaps a ZIP bomb."""

    template = translatable("{path} would unpack to {megabytes} MB from next to nothing and was left out. Unpack it.")


class MemberSkipped(YaluError):
    """An image in a ZIP file that is ambiguous there, or cannot be read without unpacking."""

    template = translatable("{path} was left out: {reason}. Unpack the ZIP file, and add the folder.")


def members(archive: Path, problems: list[YaluError]) -> list[str]:
    """Return the uris of the files in a ZIP file, in order of name.

    Images that are left out are added to `problems`, with the reason.

    Raises:
        ArchiveUnreadable: the file is damaged, is not a ZIP file, or may not be opened.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            found = [one for one in opened.infolist() if one.filename and not one.is_dir()]  # one may have no name
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise ArchiveUnreadable(str(error), path=str(archive)) from error
    sorted_members = sorted(((_name(one), one) for one in found), key=lambda pair: pair[0])
    ambiguous = _ambiguous([name for name, _ in sorted_members])
    names: list[str] = []
    seen: set[str] = set()
    images = 0
    for name, one in sorted_members:
        images += may_be_image(name)
        if _hidden(name) or name in seen or (may_be_image(name) and images > MAX_IMAGES_IN_ARCHIVE):
            continue
        reason = _skip_reason(name, one, ambiguous)
        plain = name.rstrip(_FORBIDDEN_ENDINGS)
        if reason is not None and (may_be_image(plain) or suffix(plain) == ".json"):
            problems.append(MemberSkipped(path=f"{archive}/{decoded_name(name)}", reason=Phrase(reason)))
        elif one.file_size > LARGE_BYTES and one.file_size > MAX_COMPRESSION_RATIO * one.compress_size:
            problems.append(CompressedTooTightly(path=f"{archive}/{decoded_name(name)}",
                                             megabytes=one.file_size // 1_000_000))
        elif reason is None:
            names.append(f"/vsizip/{archive}/{name}")
        seen.add(name)
    if images > MAX_IMAGES_IN_ARCHIVE:
        problems.append(ArchiveTooLarge(path=str(archive), count=images, most=MAX_IMAGES_IN_ARCHIVE))
    return names


class MemberReader:
    """Reads JSON files, also inside the ZIP files `archives`, whose members have paths as if these were folders.

    The last ZIP file stays open until close(), because reading its directory takes long.
    """

    def __init__(self, archives: Iterable[Path]) -> None:
        self._archives = frozenset(archives)
        self._opened: tuple[Path, zipfile.ZipFile, dict[str, zipfile.ZipInfo]] | None = None

    def archive_of(self, path: Path) -> Path | None:
        """Return the ZIP file that contains the file at `path`, or None."""
        return next((above for above in path.parents if above in self._archives), None) if self._archives else None

    def read_json(self, path: Path, most_bytes: int) -> object:
        """Return the content of the JSON file. Raises the errors of json_values.read_json."""
        archive = self.archive_of(path)
        if archive is None:
            return read_json(path, most_bytes)
        try:
            opened, inside = self._open(archive)
            member = inside[path.relative_to(archive).as_posix()]
            if member.file_size > most_bytes:
                raise JsonTooLarge(most_bytes)
            if member.file_size > _SMALL and member.file_size > MAX_COMPRESSION_RATIO * member.compress_size:
                raise ValueError("packed too tightly")
            content = opened.read(member)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
            raise ValueError(str(error)) from error
        return parse_json(content)

    def close(self) -> None:
        """Close the ZIP file that is open, if any."""
        if self._opened is not None:
            self._opened[1].close()
            self._opened = None

    def _open(self, archive: Path) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
        if self._opened is None or self._opened[0] != archive:
            self.close()
            opened = zipfile.ZipFile(archive)
            self._opened = archive, opened, {_name(one): one for one in opened.infolist()}
        return self._opened[1:]


def _name(member: zipfile.ZipInfo) -> str:
    """Return the member's name as GDAL has it: some programs on Windows write backslashes."""
    return member.filename.replace("\\", "/").removeprefix("./")


def _skip_reason(name: str, member: zipfile.ZipInfo, ambiguous: set[str]) -> str | None:
    """Return why a member is not read, None if it is."""
    path = PurePosixPath(name)
    if ".." in path.parts or path.is_absolute():
        return translatable("its name leads out of the ZIP file")
    if name != name.rstrip(_FORBIDDEN_ENDINGS):
        return translatable("its name ends in a blank or dot")
    if str(path) != name or not path.name:
        return translatable("its name is not a plain path")
    if name in ambiguous or str(path.with_suffix("")) in ambiguous:
        return translatable("it, or a file that belongs to it, is there several times under one name")
    if member.flag_bits & _ENCRYPTED:
        return translatable("it has a password")
    readable = member.compress_type in _READABLE_COMPRESSION
    return None if readable else translatable("its compression method is not supported")


def _ambiguous(names: Sequence[str]) -> set[str]:
    """Return the names that several members share; for sidecar files also without their suffixes."""
    ambiguous = [name for name, count in Counter(names).items() if count > 1]
    return {*ambiguous, *(stem for name in ambiguous if not may_be_image(name) for stem in _stems(name))}


def _stems(name: str) -> Iterator[str]:
    """Yield a sidecar file's name without its last suffix, its last two, and so on: a.tif.aux.xml belongs to a.tif."""
    path = PurePosixPath(name)
    while path.suffix:
        path = path.with_suffix("")
        yield str(path)


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))
