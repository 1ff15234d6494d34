"""The collections of STAC items that are stored in files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath
from urllib.parse import unquote

from yalu_plugin.core.imagery.json_values import Json, read_error_text, read_json
from yalu_plugin.core.imagery.stac_links import links, local_file, scheme
from yalu_plugin.core.imagery.stac_versions import document_type

MAX_BYTES = 8_000_000


class Collections:
    """Finds an item's collection among `documents` or by its link.

    Each file is read once; `faults` has the reason for each that cannot be read.
    """

    def __init__(self, documents: Iterable[Json] = ()) -> None:
        self.faults: dict[Path, str] = {}
        self._linked: dict[Path, Json] = {}
        self._by_id: dict[str, Json] = {}
        for one in documents:
            if document_type(one) == "Collection":
                name = str(one.get("id"))
                self._by_id[name] = one if self._by_id.get(name, one) == one else {}  # two with one id: unknown which

    def of(self, item: Json, folder: Path) -> Json:
        """Return the collection of `item`, which is in `folder`: by its link, else by its id; empty if unknown.

        Raises:
            OSError: the link is a path that no file system can have.
        """
        path = _linked(item, folder)
        if path is None:
            return self._by_id.get(str(item.get("collection")), {})
        if path not in self._linked:
            self._linked[path] = self._read(path)
        return self._linked[path]

    def _read(self, path: Path) -> Json:
        try:
            found = read_json(path, MAX_BYTES)
        except (OSError, ValueError) as error:
            self.faults[path] = read_error_text(error)
            return {}
        return found if isinstance(found, dict) and document_type(found) == "Collection" else {}


def _linked(item: Json, folder: Path) -> Path | None:
    """Return the file that an item's link to its collection refers to, if it exists.

    Only a relative link is followed: any other could name a share of another computer. Raises OSError for a path that
    no file system can have.
    """
    for one in links(item, "collection"):
        target, href = local_file(folder, one.get("href")), str(one.get("href"))
        if target is not None and not scheme(href) and not PurePath(unquote(href)).anchor and target.is_file():
            return target
    return None
