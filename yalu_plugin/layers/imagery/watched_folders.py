"""Images that are added to folders during a session: detected, and catalogued once they are completely written."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from yalu_plugin.core.imagery.catalogue import Catalogue, catalogue
from yalu_plugin.core.imagery.image_files import FolderUnreadable, file_of, image_ref
from yalu_plugin.layers.imagery.raster import read_raster

_Mark = tuple[int, ...]  # modification times in nanoseconds and sizes of image and STAC item


@dataclass
class _Skipped(Container[str]):
    """The images not to be read in this poll: known, still being written, or unchanged since they failed."""

    known: Container[str]
    marks: dict[str, _Mark]
    tried: dict[str, _Mark]
    reading: set[str] = field(default_factory=set)

    def __contains__(self, uri: object) -> bool:
        if not isinstance(uri, str) or uri in self.known:
            return True
        mark = _mark(file_of(uri))
        if not mark:  # removed again
            return True
        mark += _mark(file_of(uri).with_suffix(".json"))
        is_complete = self.marks.get(uri) == mark
        self.marks[uri] = mark
        if not is_complete or self.tried.get(uri) == mark:
            return True
        self.tried[uri] = mark
        self.reading.add(uri)
        return False


@dataclass
class WatchedFolders:
    """Folders that are polled. A file is read when it is unchanged since the previous poll."""

    folders: list[Path] = field(default_factory=list)
    unreachable: set[Path] = field(default_factory=set)
    _marks: dict[str, _Mark] = field(default_factory=dict)
    _tried: dict[str, _Mark] = field(default_factory=dict)

    def poll(self, known: Container[str], cancelled: Callable[[], bool]) -> Catalogue:
        """Read the new images, whose uris are not in `known`. May take long: call it in a task.

        A folder that cannot be reached, such as one on a disconnected network drive, is in `unreachable` until it is
        back.
        """
        found = [one for folder in tuple(self.folders) if (one := self._poll_folder(folder, known, cancelled))]
        return Catalogue(*(tuple(chain.from_iterable(getattr(one, name) for one in found))
                           for name in ("scenes", "undated", "problems")))

    def _poll_folder(self, folder: Path, known: Container[str], cancelled: Callable[[], bool]) -> Catalogue | None:
        skipped = _Skipped(known, self._marks, self._tried)
        try:
            found = catalogue(folder, partial(read_raster, within=folder), cancelled=cancelled, known=skipped)
        except FolderUnreadable:
            self.unreachable.add(folder)
            return None
        self.unreachable.discard(folder)
        read = {Path(image_ref(uri).file) for uri in skipped.reading}
        return Catalogue(found.scenes, found.undated, tuple(one for one in found.problems if _file(one.path) in read))


def _mark(file: Path) -> _Mark:
    """Return when the file was last changed, and its size; empty if it does not exist."""
    try:
        status = file.stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_size


def _file(path: Path | None) -> Path | None:
    """Return the file of a problem's image, without the part."""
    return path and Path(image_ref(str(path)).file)
