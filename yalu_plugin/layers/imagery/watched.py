"""Images that come into folders while one works: found, once they are whole, and catalogued."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from yalu_plugin.core.imagery.catalogue import Catalogue, catalogue
from yalu_plugin.core.imagery.files import FolderUnreadable, file_of, which
from yalu_plugin.layers.imagery.raster import read_raster

_Mark = tuple[int, ...]  # when image and STAC item were last changed, in nanoseconds, and their sizes


@dataclass
class _Ready(Container[str]):
    """Stands for the images not to be read in this look: known, still being written, or read in vain as they are."""

    known: Container[str]
    marks: dict[str, _Mark]
    tried: dict[str, _Mark]
    reading: set[str] = field(default_factory=set)

    def __contains__(self, uri: object) -> bool:
        if not isinstance(uri, str) or uri in self.known:
            return True
        mark = _mark(file_of(uri))
        if not mark:  # gone again
            return True
        mark += _mark(file_of(uri).with_suffix(".json"))
        whole = self.marks.get(uri) == mark
        self.marks[uri] = mark
        if not whole or self.tried.get(uri) == mark:
            return True
        self.tried[uri] = mark
        self.reading.add(uri)
        return False


@dataclass
class WatchedFolders:
    """Folders looked through again and again. A file is read when it is as it was at the look before."""

    folders: list[Path] = field(default_factory=list)
    unreachable: set[Path] = field(default_factory=set)
    _marks: dict[str, _Mark] = field(default_factory=dict)
    _tried: dict[str, _Mark] = field(default_factory=dict)

    def look(self, known: Container[str], cancelled: Callable[[], bool]) -> Catalogue:
        """Read the images that are new, their uris not among `known`. May take long: to be called in a task.

        A folder that cannot be reached, on a network drive that is off, say, is in `unreachable` until it is back.
        """
        found = [one for folder in tuple(self.folders) if (one := self._look_into(folder, known, cancelled))]
        return Catalogue(*(tuple(chain.from_iterable(getattr(one, name) for one in found))
                           for name in ("scenes", "undated", "problems")))

    def _look_into(self, folder: Path, known: Container[str], cancelled: Callable[[], bool]) -> Catalogue | None:
        ready = _Ready(known, self._marks, self._tried)
        try:
            found = catalogue(folder, partial(read_raster, within=folder), cancelled=cancelled, known=ready)
        except FolderUnreadable:
            self.unreachable.add(folder)
            return None
        self.unreachable.discard(folder)
        read = {Path(which(uri).file) for uri in ready.reading}
        return Catalogue(found.scenes, found.undated, tuple(one for one in found.problems if _file(one.path) in read))


def _mark(file: Path) -> _Mark:
    """When the file was last changed, and its size; empty where there is none."""
    try:
        about = file.stat()
    except OSError:
        return ()
    return about.st_mtime_ns, about.st_size


def _file(path: Path | None) -> Path | None:
    """The file that the problem is with, whichever of its images it is."""
    return path and Path(which(str(path)).file)
