"""The bytes of a file or of a member of an archive, which all readers read, and access to its sidecar files."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from yalu_plugin.core.importing.formats.read_limits import MAX_BYTES
from yalu_plugin.core.importing.import_errors import FileTooLarge, MissingFile, ReachesOut
from yalu_plugin.core.work_progress import Progress

CHUNK = 1 << 18


@dataclass(frozen=True)
class Content:
    """Bytes that can be read several times.

    `path` is the file that the user selected, for error messages; `name` is the name of the file or member; `size` is
    in bytes. `sidecar` returns the content of the file of the same name with another suffix, or None.
    """

    path: Path
    name: str
    size: int
    open: Callable[[], IO[bytes]]
    sidecar: Callable[[str], Content | None] = lambda suffix: None

    @property
    def suffix(self) -> str:
        """The suffix in lower case: ".csv"."""
        return Path(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without folders and suffix."""
        return Path(self.name).stem

    def head(self, size: int = 4096) -> bytes:
        """Return the first `size` bytes."""
        with self.open() as stream:
            return stream.read(size)

    def open_with_progress(self, progress: Progress) -> IO[bytes]:
        """Open the content; `progress` receives the fraction read, after every chunk."""
        return io.BufferedReader(_ProgressStream(self, progress), CHUNK)


class _ProgressStream(io.RawIOBase):
    """A stream that reports the fraction of the bytes read."""

    def __init__(self, content: Content, progress: Progress) -> None:
        super().__init__()
        self._stream = content.open()
        self._size = max(content.size, 1)
        self._done = 0
        self._progress = progress

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(min(len(buffer), CHUNK))
        buffer[:len(data)] = data
        self._done += len(data)
        self._progress(min(1.0, self._done / self._size))
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def file_content(path: Path) -> Content:
    """Return the content of a file. Raises MissingFile and FileTooLarge."""
    try:
        if not path.is_file():
            raise MissingFile(path=path)
        size = path.stat().st_size
        path.open("rb").close()
    except (OSError, ValueError) as error:
        raise MissingFile(str(error), path=path) from error
    check_size(path, size)
    return Content(path, path.name, size, lambda: path.open("rb"), lambda suffix: _sidecar(path, suffix))


def check_size(path: Path, size: int) -> None:
    """Raise FileTooLarge if `size`, in bytes, exceeds the limit."""
    if size > MAX_BYTES:
        raise FileTooLarge(path=path, size=size // 1_000_000, limit=MAX_BYTES // 1_000_000)


def _sidecar(path: Path, suffix: str) -> Content | None:
    """The sidecar file with the suffix in lower or upper case. Raises ReachesOut for a link to another folder."""
    for name in (path.with_suffix(suffix), path.with_suffix(suffix.upper())):
        if name.is_symlink() and name.resolve().parent != path.resolve().parent:
            raise ReachesOut(name=name.name, path=path)
        if name.is_file():
            return file_content(name)
    return None
