"""What lies in a ZIP file: which of its members are read, and why others are not.

GDAL finds a member by its name, with slashes for backslashes, and of several of one name the first.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.image_formats import may_be_image, suffix
from yalu_plugin.core.imagery.json_values import TooLarge, parse_json, read_json
from yalu_plugin.core.imagery.member_names import decoded_name
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable

MAX_IMAGES_IN_ARCHIVE = 5_000  # images: GDAL looks through a whole archive for each
MAX_COMPRESSION_RATIO = 100  # times smaller than unpacked, from LARGE on: no picture is, and GDAL unpacks it to read one pixel
LARGE_BYTES = 100_000_000
_SMALL = 100_000  # bytes of a JSON file that may be packed as tightly as it likes
_NOT_LAST = " .\t\r\n\u00a0\u3000"  # no name ends so on Windows, and no ending of a format is known behind them
_ENCRYPTED = 1  # of the flags of a member
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, 9)  # how members are packed; 9 is Deflate64


class ArchiveUnreadable(YaluError):
    """A ZIP file that is damaged or none, or that may not be opened."""

    template = translatable("The ZIP file {path} cannot be read ({detail}). Copy or download it again.")


class ArchiveTooLarge(YaluError):
    """A ZIP file with more images than are read from one."""

    template = translatable("The ZIP file {path} holds {count} images; the first {most} are read. Unpack it.")


class CompressedTooTightly(YaluError):
    """A file in a ZIP that unpacks to so much more that it is no picture, or a trap."""

    template = translatable("{path} would unpack to {megabytes} MB from next to nothing and was left out. Unpack it.")


class MemberSkipped(YaluError):
    """An image in a ZIP file that cannot be told apart from others there, or not be read where it lies."""

    template = translatable("{path} was left out: {why}. Unpack the ZIP file, and add the folder.")


def members(archive: Path, problems: list[YaluError]) -> list[str]:
    """The uris of the files in a ZIP file, in order of name. Of those that are left out, images go to `problems`.

    Raises ArchiveUnreadable.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            found = [one for one in opened.infolist() if one.filename and not one.is_dir()]  # one may have no name
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise ArchiveUnreadable(str(error), path=str(archive)) from error
    named = sorted(((_name(one), one) for one in found), key=lambda pair: pair[0])
    several = _ambiguous([name for name, _ in named])
    names: list[str] = []
    told: set[str] = set()
    images = 0
    for name, one in named:
        images += may_be_image(name)
        if _hidden(name) or name in told or (may_be_image(name) and images > MAX_IMAGES_IN_ARCHIVE):
            continue
        why = _why_not(name, one, several)
        plain = name.rstrip(_NOT_LAST)
        if why is not None and (may_be_image(plain) or suffix(plain) == ".json"):
            problems.append(MemberSkipped(path=f"{archive}/{decoded_name(name)}", why=Phrase(why)))
        elif one.file_size > LARGE_BYTES and one.file_size > MAX_COMPRESSION_RATIO * one.compress_size:
            problems.append(CompressedTooTightly(path=f"{archive}/{decoded_name(name)}",
                                             megabytes=one.file_size // 1_000_000))
        elif why is None:
            names.append(f"/vsizip/{archive}/{name}")
        told.add(name)
    if images > MAX_IMAGES_IN_ARCHIVE:
        problems.append(ArchiveTooLarge(path=str(archive), count=images, most=MAX_IMAGES_IN_ARCHIVE))
    return names


class MemberReader:
    """Reads JSON files, also in the ZIP files `archives`, whose members have paths as if these were folders.

    The last ZIP file stays open until close(), for its directory is long.
    """

    def __init__(self, archives: Iterable[Path]) -> None:
        self._archives = frozenset(archives)
        self._opened: tuple[Path, zipfile.ZipFile, dict[str, zipfile.ZipInfo]] | None = None

    def archive_of(self, path: Path) -> Path | None:
        """The ZIP file that the file at `path` lies in, if it does."""
        return next((above for above in path.parents if above in self._archives), None) if self._archives else None

    def read_json(self, path: Path, most_bytes: int) -> object:
        """What the JSON file holds. Raises what json_values' read_json does."""
        archive = self.archive_of(path)
        if archive is None:
            return read_json(path, most_bytes)
        try:
            opened, inside = self._open(archive)
            member = inside[path.relative_to(archive).as_posix()]
            if member.file_size > most_bytes:
                raise TooLarge(most_bytes)
            if member.file_size > _SMALL and member.file_size > MAX_COMPRESSION_RATIO * member.compress_size:
                raise ValueError("packed too tightly")
            content = opened.read(member)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
            raise ValueError(str(error)) from error
        return parse_json(content)

    def close(self) -> None:
        """Close the ZIP file that was read last."""
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
    """The member's name as GDAL has it: some programs on Windows write backslashes."""
    return member.filename.replace("\\", "/").removeprefix("./")


def _why_not(name: str, member: zipfile.ZipInfo, several: set[str]) -> str | None:
    """Why a member is not read, where it is not."""
    path = PurePosixPath(name)
    if ".." in path.parts or path.is_absolute():
        return translatable("its name leads out of the ZIP file")
    if name != name.rstrip(_NOT_LAST):
        return translatable("its name ends in a blank or dot")
    if str(path) != name or not path.name:
        return translatable("its name is no plain path")
    if name in several or str(path.with_suffix("")) in several:
        return translatable("it, or a file that goes with it, is there several times under one name")
    if member.flag_bits & _ENCRYPTED:
        return translatable("it has a password")
    return None if member.compress_type in _READ else translatable("it is packed in a way that is not read here")


def _ambiguous(names: Sequence[str]) -> set[str]:
    """The names that stand for several files; those of side files without their endings, too."""
    several = [name for name, count in Counter(names).items() if count > 1]
    return {*several, *(stem for name in several if not may_be_image(name) for stem in _stems(name))}


def _stems(name: str) -> Iterator[str]:
    """A side file's name without its last ending, without its last two, and so on: a.tif.aux.xml goes with a.tif."""
    path = PurePosixPath(name)
    while path.suffix:
        path = path.with_suffix("")
        yield str(path)


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))
