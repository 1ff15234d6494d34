"""The rows of the matrix: sites in order downstream, those whose place along the river is not known after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from math import inf
from typing import Any, NamedTuple

from yalu_plugin.core.published import Row


class Key(NamedTuple):
    """What sites sort by."""

    km: float
    fid: int
    site_id: str


class SiteRows:
    """The keys of the sites in their order."""

    def __init__(self, sites: Iterable[Row], chainages: Mapping[str, float]) -> None:
        """Of rows with id and fid, and kilometres downstream by site id; sites without an id have no row."""
        self.keys = sorted(_key(site["id"], site["fid"], chainages) for site in sites if site["id"] is not None)
        self._of_site = {key.site_id: key for key in self.keys}

    def row_of(self, site_id: str) -> int:
        """The row of a site, or -1."""
        key = self._of_site.get(site_id)
        return -1 if key is None else bisect_left(self.keys, key)

    def place_for(self, site: Row, chainages: Mapping[str, float]) -> int:
        """Where a site that has no row comes to stand."""
        return bisect_left(self.keys, _key(site["id"], site["fid"], chainages))

    def put_in(self, site: Row, chainages: Mapping[str, float]) -> None:
        """Put in a site that has no row."""
        key = _key(site["id"], site["fid"], chainages)
        self.keys.insert(bisect_left(self.keys, key), key)
        self._of_site[key.site_id] = key

    def take_out(self, row: int) -> None:
        """Take out the site of a row."""
        del self._of_site[self.keys.pop(row).site_id]

    def stays(self, site: Row, chainages: Mapping[str, float]) -> bool:
        """Whether a site has a row, and keeps it."""
        return self._of_site.get(site["id"]) == _key(site["id"], site["fid"], chainages)

    def __len__(self) -> int:
        return len(self.keys)


def _key(site_id: Any, fid: int, chainages: Mapping[str, float]) -> Key:
    return Key(chainages.get(site_id, inf), fid, site_id)
