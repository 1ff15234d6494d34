"""Writing files atomically: completely or not at all."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Yield a temporary file next to `path` to write to; it replaces `path` on success and is removed otherwise.

    Raises:
        OSError: the file cannot be written, or its name is invalid, in which case the error is raised at once.
    """
    with suppress(FileNotFoundError):
        path.lstat()
    part = path.with_name(f"partial-{uuid.uuid4().hex[:8]}")  # short: the name of `path` may have the maximum length
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def atomic_files(folder: Path) -> Iterator[Path]:
    """Yield a temporary folder within `folder` to write files to; on success they all move to `folder`, else none.

    Raises:
        OSError: a file cannot be written, or cannot replace the one of its name, of which all are then as before.
    """
    part = folder / f"partial-{uuid.uuid4().hex[:8]}"
    part.mkdir()
    try:
        yield part
        _move_all(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _move_all(part: Path, folder: Path) -> None:
    names, former = sorted(path.name for path in part.iterdir()), part / "former"
    for name in names:
        if (folder / name).is_dir():  # it would be deleted with all that is in it
            raise IsADirectoryError(EISDIR, "There is a folder of this name", str(folder / name))
    former.mkdir()
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).rename(former / name)
            moved.append(name)
            (part / name).rename(folder / name)
    except OSError:
        for name in moved:
            if (former / name).exists():
                (former / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise
