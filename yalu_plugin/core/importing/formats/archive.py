"""The members of a ZIP as Content: streamed, never unpacked to disk; members that lead out of it are skipped."""

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
_SYSTEM_FILES = (".ds_store", "thumbs.db", "desktop.ini")
_LINK, _TYPE = 0o120000, 0o170000
_ENCRYPTED, _UTF8 = 0x1, 0x800


class Archive:
    """The members of a ZIP, without the files that macOS and Windows add."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, notices: NoticeList) -> None:
        self.path = path
        self._archive = archive
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in archive.infolist():
            name = _name(info)
            pure = PurePosixPath(name.replace("\\", "/"))
            if not pure.name or info.is_dir() or "__MACOSX" in pure.parts or pure.name.startswith("._") or (
                    pure.name.lower() in _SYSTEM_FILES):
                continue
            if pure.is_absolute() or ".." in pure.parts or ":" in pure.parts[0] or (
                    info.external_attr >> 16 & _TYPE == _LINK):
                notices.add(LEADS_OUT, name=name[:200])
            else:
                self._members.setdefault(name, info)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, with "/" between folders."""
        return tuple(self._members)

    def named(self, *suffixes: str) -> list[str]:
        """Return the names of members with one of the suffixes, in the order of the archive."""
        return [name for name in self._members if name.lower().endswith(suffixes)]

    def contents(self, names: Sequence[str]) -> list[Content]:
        """Return the contents of several members. Raises FileTooLarge (for all of them together) and PasswordNeeded."""
        check_size(self.path, sum(self._members[name].file_size for name in names))
        return [self.content(name) for name in names]

    def content(self, name: str) -> Content:
        """Return the content of a member. Raises FileTooLarge, PasswordNeeded."""
        info = self._members[name]
        check_size(self.path, info.file_size)
        if info.flag_bits & _ENCRYPTED:
            raise PasswordNeeded(path=self.path)
        return Content(self.path, name, info.file_size, lambda: self._archive.open(info),
                       lambda suffix: self._sidecar(name, suffix))

    def _sidecar(self, name: str, suffix: str) -> Content | None:
        wanted = str(PurePosixPath(name).with_suffix(suffix)).lower()
        found = next((other for other in self._members if other.lower() == wanted), None)
        return self.content(found) if found is not None else None


@contextmanager
def opened_archive(path: Path, notices: NoticeList) -> Iterator[Archive]:
    """Open the archive for reading. Raises UnreadableFile for damage found meanwhile."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield Archive(path, archive, notices)
    except DAMAGED as error:
        raise UnreadableFile(str(error), path=path) from error


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member, decoded: Windows writes Korean and Chinese names in its local encoding."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    data = info.filename.encode("cp437", "replace")
    return data.decode(find_encoding(data) or "cp437", "replace")
