"""A file written whole or not at all."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to. It takes its place when all inside is done, and is removed otherwise.

    Raises OSError, also at once for a name that no file can have.
    """
    with suppress(FileNotFoundError):
        path.lstat()
    part = path.with_name(f"partial-{uuid.uuid4().hex[:8]}")  # short: the name itself may be as long as names can be
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
