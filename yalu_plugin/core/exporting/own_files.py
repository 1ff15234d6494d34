"""Files beside the one that the user named: replaced only if an earlier export wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

_MARKS = (b"exported_role", b"exp_role")  # a column of every table, in its long and its short form
_READ = 1 << 16  # bytes at the start of a file in which one of them is


class ForeignFile(YaluError):
    """A file that the user did not name would be replaced, and no export wrote it."""

    template = translatable("{name} is in this folder and not from an earlier export: it would be replaced. Choose "
                            "another name.")


def check_own_files(path: Path, names: Iterable[str]) -> None:
    """Raise ForeignFile if writing files of these names next to `path` would replace one that no export wrote.

    The parts of a shapefile are those of its table (.dbf). Raises OSError.
    """
    for other in (path.with_name(name) for name in names):
        belongs = other.stem == path.stem and path.exists()
        if other.exists() and not belongs and not _is_own(other):
            raise ForeignFile(name=other.name)


def _is_own(path: Path) -> bool:
    table = path if path.suffix in (".csv", ".geojson") else path.with_suffix(".dbf")
    if not table.is_file():
        return False
    with table.open("rb") as file:
        start = file.read(_READ)
    return any(mark in start for mark in _MARKS)
