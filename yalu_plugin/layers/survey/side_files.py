"""The side files that SQLite leaves next to a survey when a program is killed while writing: a log (-wal) or a journal.

SQLite applies any side file without checking whether it belongs to the file: a backup restored after a crash is
overwritten by the log of the file that was there before. So side files are inspected before anything opens the survey,
and those of another file are set aside. Nothing here ever deletes one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

from yalu_plugin.layers.survey.side_file_ownership import BELONGS, DAMAGED, FOREIGN, find_ownership
from yalu_plugin.layers.survey.survey_errors import ForeignSideFile, SideFileUnsure, SurveyDamaged, SurveyUnreadable

WAL, JOURNAL, INDEX = "-wal", "-journal", "-shm"
WRITE_BITS = 0o222
_LOCK_BYTES = 0x40000000, 512  # where SQLite takes its locks: a lock there means that the file is in use
_LONGEST_NAME = 150  # bytes of the survey's name in a new name, which must stay below 255 bytes


def side_file(path: Path) -> Path | None:
    """Return the non-empty log or journal next to the survey at `path`, or None."""
    found = (path.with_name(path.name + ending) for ending in (WAL, JOURNAL))
    return next((file for file in found if file.is_file() and file.stat().st_size), None)


def set_aside_foreign(path: Path) -> Path | None:
    """Rename a side file that is not this survey's; return its new path, or None.

    To be called before anything opens the survey: nothing is done while this process or another one has it open.

    Raises:
        SideFileUnsure: it is not clear to which file it belongs. Nothing was changed, as with the next ones.
        ForeignSideFile: nothing may be moved in the folder.
        SurveyUnreadable: the survey's own side file cannot be applied.
        SurveyDamaged: the survey is whole neither with it nor without it.
    """
    side = side_file(path)
    if side is None or is_open_in_process(path) or _open_elsewhere(path):
        return None
    try:
        ownership = find_ownership(path, side)
    except OSError as error:  # no space for the copies on which it is tried
        raise SideFileUnsure(str(error), path=path, side=side.name) from error
    if ownership == BELONGS:
        if is_read_only(path.parent) and not path.with_name(path.name + INDEX).exists():
            raise SurveyUnreadable(path=path)  # SQLite would skip what is in the log
        return None
    if ownership == FOREIGN:
        return set_aside(path)
    if ownership == DAMAGED:
        raise SurveyDamaged(path=path)
    raise SideFileUnsure(path=path, side=side.name)


def set_aside(path: Path) -> Path | None:
    """Rename the side files of `path`, so that SQLite does not apply them; return the new path of the log or journal.

    Raises:
        ForeignSideFile: nothing may be moved in the folder.
    """
    side, moved = side_file(path), None
    for ending in (WAL, JOURNAL, INDEX):
        file = path.with_name(path.name + ending)
        if file.exists():
            if is_read_only(path.parent):
                raise ForeignSideFile(path=path, side=file.name)
            target = _new_name(path, "not-its", ending)
            try:
                file.rename(target)
            except OSError as error:
                raise ForeignSideFile(str(error), path=path, side=file.name) from error
            moved = target if file == side else moved
    return moved


def copy_with_side_file(path: Path) -> Path:
    """Copy the survey and its side file next to them, before SQLite applies it; return the copy of the survey.

    That copy opens together with the copy of its side file. Not for a survey that is open in this process.

    Raises:
        SideFileUnsure: nothing can be copied there.
    """
    side, target = side_file(path), _new_name(path, "before", ".gpkg")
    copies = {path: target}
    if side is not None:
        copies[side] = target.with_name(target.name + side.name[len(path.name):])
    try:
        for file, copy in copies.items():
            shutil.copy2(file, copy)
    except OSError as error:
        for copy in copies.values():
            copy.unlink(missing_ok=True)
        raise SideFileUnsure(str(error), path=path, side=side.name if side else path.name) from error
    return target


def is_open_in_process(path: Path) -> bool:
    """Return whether this process has the file open.

    It is not opened to find out: closing it again would drop the locks that SQLite holds on it in this process (POSIX).
    On Windows, where none are dropped, that is not known: False.
    """
    about = path.stat()
    return any(os.path.samestat(about, other) for other in _descriptors())


def is_read_only(path: Path) -> bool:
    """Return whether writing is not possible, or not permitted (an administrator could write, and must not)."""
    return not (path.stat().st_mode & WRITE_BITS) or not os.access(path, os.W_OK)


def _descriptors() -> Iterator[os.stat_result]:
    """Yield the files that this process has open, where the system lists them."""
    here = Path("/dev/fd")
    for entry in list(here.iterdir()) if here.is_dir() else ():
        try:
            yield os.fstat(int(entry.name))
        except OSError:  # noqa: PERF203 - the descriptor of the listing itself is closed by now
            continue


def _open_elsewhere(path: Path) -> bool:
    """Return whether another program holds SQLite's locks on the file: then its side file is in use."""
    try:
        import fcntl
    except ImportError:
        return False  # Windows does not let a file be moved that a program has open
    if is_read_only(path):
        return False
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_BYTES[1], _LOCK_BYTES[0])
        except OSError:
            return True
    return False


def _new_name(path: Path, what: str, ending: str) -> Path:
    """Return an unused name that says what the file is: survey.gpkg.not-its-20250730-101500-wal."""
    stamp = datetime.now(timezone.utc).strftime("%Y%m%d-%H%M%S")
    name = path.name.encode()[:_LONGEST_NAME].decode(errors="ignore")
    for number in range(1000):
        target = path.with_name(f"{name}.{what}-{stamp}{f'-{number}' if number else ''}{ending}")
        if not target.exists():
            break
    return target
