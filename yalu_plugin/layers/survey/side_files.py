"""What SQLite leaves beside a survey when a program is ended in the midst of its work: a log (-wal) or a journal.

SQLite takes in whatever lies beside a file, without asking whether it belongs to it: a backup put back after a crash
is written over by the log of the file that was there before. So side files are looked at before anything opens the
survey, and those of another file are kept aside. Nothing here ever deletes one.
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
_LOCK_BYTES = 0x40000000, 512  # where SQLite takes its locks: what another program holds there is in use
_LONGEST_NAME = 150  # of the survey's name in a name given here, which must stay below 255 bytes


def side_file(path: Path) -> Path | None:
    """The log or journal beside the survey at `path` that holds something, or None."""
    found = (path.with_name(path.name + ending) for ending in (WAL, JOURNAL))
    return next((file for file in found if file.is_file() and file.stat().st_size), None)


def set_aside_foreign(path: Path) -> Path | None:
    """Move a side file that is not this survey's out of its way; returns what it is called now, or None.

    To be called before anything opens the survey: nothing is done while this process or another one has it open.
    Raises SideFileUnsure where it cannot be told whose it is, ForeignSideFile where nothing may be moved,
    SurveyUnreadable where its own cannot be taken in, and SurveyDamaged where the survey is whole neither with it nor
    without it; then nothing was changed.
    """
    side = side_file(path)
    if side is None or is_open_in_process(path) or _open_elsewhere(path):
        return None
    try:
        verdict = find_ownership(path, side)
    except OSError as error:  # no room for the copies on which it is tried
        raise SideFileUnsure(str(error), path=path, side=side.name) from error
    if verdict == BELONGS:
        if is_read_only(path.parent) and not path.with_name(path.name + INDEX).exists():
            raise SurveyUnreadable(path=path)  # SQLite would pass over what is in the log
        return None
    if verdict == FOREIGN:
        return set_aside(path)
    if verdict == DAMAGED:
        raise SurveyDamaged(path=path)
    raise SideFileUnsure(path=path, side=side.name)


def set_aside(path: Path) -> Path | None:
    """Rename what lies beside `path`, so that SQLite does not take it in; returns what the side file is called now.

    Raises ForeignSideFile where nothing may be moved.
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
    """Copy the survey and its side file beside themselves, before the one is taken into the other; returns the copy of
    the survey, which opens together with that of its side file. Not for a survey that is open in this process.

    Raises SideFileUnsure where nothing can be copied there.
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
    """Whether this process has the file open. It is not opened to find out: closing it again would drop the locks that
    SQLite holds on it in this process (POSIX). On Windows, where none are dropped, that is not known: False.
    """
    about = path.stat()
    return any(os.path.samestat(about, other) for other in _descriptors())


def is_read_only(path: Path) -> bool:
    """Whether writing is not possible, or nobody is meant to write (an administrator could, and must not)."""
    return not (path.stat().st_mode & WRITE_BITS) or not os.access(path, os.W_OK)


def _descriptors() -> Iterator[os.stat_result]:
    """What this process has open, where the system says so."""
    here = Path("/dev/fd")
    for entry in list(here.iterdir()) if here.is_dir() else ():
        try:
            yield os.fstat(int(entry.name))
        except OSError:  # noqa: PERF203 - the one that listed them is closed by now
            continue


def _open_elsewhere(path: Path) -> bool:
    """Whether another program holds SQLite's locks on the file: then what lies beside it is at work."""
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
    """A name that says what the file is, which no file has: survey.gpkg.not-its-20250730-101500-wal."""
    stamp = datetime.now(timezone.utc).strftime("%Y%m%d-%H%M%S")
    name = path.name.encode()[:_LONGEST_NAME].decode(errors="ignore")
    for number in range(1000):
        target = path.with_name(f"{name}.{what}-{stamp}{f'-{number}' if number else ''}{ending}")
        if not target.exists():
            break
    return target
