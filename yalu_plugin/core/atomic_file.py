"""Writing files atomically: completely or not at all."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
