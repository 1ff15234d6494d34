"""The bytes of a file, or of a member of an archive: what every reader reads, and nothing beside it unasked."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from yalu_plugin.core.importing.formats.read_limits import MAX_BYTES
from yalu_plugin.core.importing.import_errors import MissingFile, ReachesOut, TooLarge
from yalu_plugin.core.importing.work_progress import Progress

CHUNK = 1 << 18


@dataclass(frozen=True)
class Content:
    """Bytes to be read once or more.

    `path` is the file that the user chose, as errors name it; `name` the file's or member's own; `size` in bytes.
    `beside` gives the content of the file of the same name with another suffix, None where there is none.
    """

    path: Path
    name: str
    size: int
    open: Callable[[], IO[bytes]]
    beside: Callable[[str], Content | None] = lambda suffix: None

    @property
    def suffix(self) -> str:
        """In small letters: ".csv"."""
        return Path(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without folders and suffix."""
        return Path(self.name).stem

    def head(self, size: int = 4096) -> bytes:
        """The first bytes."""
        with self.open() as stream:
            return stream.read(size)

    def watched(self, progress: Progress) -> IO[bytes]:
        """Open it so that `progress` hears how much of it was read, for every chunk."""
        return io.BufferedReader(_Watched(self, progress), CHUNK)


class _Watched(io.RawIOBase):
    """Passes bytes on and says how many of all have gone by."""

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
    """The content of a file. Raises MissingFile and TooLarge."""
    try:
        if not path.is_file():
            raise MissingFile(path=path)
        size = path.stat().st_size
        path.open("rb").close()
    except (OSError, ValueError) as error:
        raise MissingFile(str(error), path=path) from error
    check_size(path, size)
    return Content(path, path.name, size, lambda: path.open("rb"), lambda suffix: _beside(path, suffix))


def check_size(path: Path, size: int) -> None:
    """Raise TooLarge where so many bytes are too many."""
    if size > MAX_BYTES:
        raise TooLarge(path=path, size=size // 1_000_000, limit=MAX_BYTES // 1_000_000)


def _beside(path: Path, suffix: str) -> Content | None:
    """The side file in either case of letters. Raises ReachesOut for one that is a link to another place."""
    for name in (path.with_suffix(suffix), path.with_suffix(suffix.upper())):
        if name.is_symlink() and name.resolve().parent != path.resolve().parent:
            raise ReachesOut(name=name.name, path=path)
        if name.is_file():
            return file_content(name)
    return None
