"""The rows of the matrix: sites in order downstream, followed by those without a chainage."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from math import inf

from yalu_plugin.core.published import Row

SortKey = tuple[float, int, str]  # the sort key of sites: km, fid, id


class SiteRows:
    """The ids of the sites in order."""

    def __init__(self, sites: Iterable[tuple[int, str]], chainages: Mapping[str, float]) -> None:
        """Create the rows of sites given by fid and id, and kilometres downstream by id."""
        self._keys = sorted((chainages.get(site_id, inf), fid, site_id) for fid, site_id in sites)
        self._key_of_site = {key[2]: key for key in self._keys}

    def site_at(self, row: int) -> str:
        """Return the id of the site in a row."""
        return self._keys[row][2]

    def row_of(self, site_id: str) -> int:
        """Return the row of a site, or -1."""
        key = self._key_of_site.get(site_id)
        return -1 if key is None else bisect_left(self._keys, key)

    def row_for(self, site: Row, chainages: Mapping[str, float]) -> int:
        """Return the row at which a site would be added."""
        return bisect_left(self._keys, _sort_key(site, chainages))

    def add(self, site: Row, chainages: Mapping[str, float]) -> None:
        """Add a site that has no row yet."""
        key = self._key_of_site[site["id"]] = _sort_key(site, chainages)
        self._keys.insert(bisect_left(self._keys, key), key)

    def remove(self, row: int) -> None:
        """Remove the site in a row."""
        del self._key_of_site[self._keys.pop(row)[2]]

    def stays(self, site: Row, chainages: Mapping[str, float]) -> bool:
        """Return whether a site has a row and stays in it."""
        return self._key_of_site.get(site["id"]) == _sort_key(site, chainages)

    def __len__(self) -> int:
        return len(self._keys)


def _sort_key(site: Row, chainages: Mapping[str, float]) -> SortKey:
    return chainages.get(site["id"], inf), site["fid"], site["id"]
