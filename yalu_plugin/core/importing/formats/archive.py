"""The members of a ZIP as contents: streamed, never unpacked to disk, and none that leads out of it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from yalu_plugin.core.importing.formats.content import Content, check_size
from yalu_plugin.core.importing.formats.encodings import find_encoding
from yalu_plugin.core.importing.formats.notice_list import NoticeList
from yalu_plugin.core.importing.import_errors import PasswordNeeded, UnreadableFile
from yalu_plugin.core.text import translatable

LEADS_OUT = translatable("“{name}” in the archive leads out of it and was not read.")
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, UnicodeDecodeError)
_MADE_BY_SYSTEMS = (".ds_store", "thumbs.db", "desktop.ini")
_LINK, _TYPE = 0o120000, 0o170000
_ENCRYPTED, _UTF8 = 0x1, 0x800


class Archive:
    """What a ZIP holds; what macOS and Windows add to it is left out."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, notices: NoticeList) -> None:
        self.path = path
        self._archive = archive
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in archive.infolist():
            name = _name(info)
            pure = PurePosixPath(name.replace("\\", "/"))
            if not pure.name or info.is_dir() or "__MACOSX" in pure.parts or pure.name.startswith("._") or (
                    pure.name.lower() in _MADE_BY_SYSTEMS):
                continue
            if pure.is_absolute() or ".." in pure.parts or ":" in pure.parts[0] or (
                    info.external_attr >> 16 & _TYPE == _LINK):
                notices.add(LEADS_OUT, name=name[:200])
            else:
                self._members.setdefault(name, info)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, folders in them with "/"."""
        return tuple(self._members)

    def named(self, *suffixes: str) -> list[str]:
        """The members with one of the suffixes, in the order of the archive."""
        return [name for name in self._members if name.lower().endswith(suffixes)]

    def contents(self, names: Sequence[str]) -> list[Content]:
        """The contents of several members. Raises TooLarge for all of them together, PasswordNeeded."""
        check_size(self.path, sum(self._members[name].file_size for name in names))
        return [self.content(name) for name in names]

    def content(self, name: str) -> Content:
        """The content of a member. Raises TooLarge, PasswordNeeded."""
        info = self._members[name]
        check_size(self.path, info.file_size)
        if info.flag_bits & _ENCRYPTED:
            raise PasswordNeeded(path=self.path)
        return Content(self.path, name, info.file_size, lambda: self._archive.open(info),
                       lambda suffix: self._beside(name, suffix))

    def _beside(self, name: str, suffix: str) -> Content | None:
        wanted = str(PurePosixPath(name).with_suffix(suffix)).lower()
        found = next((other for other in self._members if other.lower() == wanted), None)
        return self.content(found) if found is not None else None


@contextmanager
def opened_archive(path: Path, notices: NoticeList) -> Iterator[Archive]:
    """The archive while it is read. Raises UnreadableFile for damage found then."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield Archive(path, archive, notices)
    except DAMAGED as error:
        raise UnreadableFile(str(error), path=path) from error


def _name(info: zipfile.ZipInfo) -> str:
    """The name in the encoding it was written in: Windows writes Korean and Chinese ones in its own."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    data = info.filename.encode("cp437", "replace")
    return data.decode(find_encoding(data) or "cp437", "replace")
