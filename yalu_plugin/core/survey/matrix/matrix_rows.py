"""The rows of the matrix: sites in order downstream, followed by those without a chainage."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from math import inf

from yalu_plugin.core.published import Row

Place = tuple[float, int, str]  # the sort key of sites: km, fid, id


class SiteRows:
    """The ids of the sites in order."""

    def __init__(self, sites: Iterable[tuple[int, str]], chainages: Mapping[str, float]) -> None:
        """Create the rows of sites given by fid and id, and kilometres downstream by id."""
        self._places = sorted((chainages.get(site_id, inf), fid, site_id) for fid, site_id in sites)
        self._of_site = {place[2]: place for place in self._places}

    def site_at(self, row: int) -> str:
        """Return the id of the site in a row."""
        return self._places[row][2]

    def row_of(self, site_id: str) -> int:
        """Return the row of a site, or -1."""
        place = self._of_site.get(site_id)
        return -1 if place is None else bisect_left(self._places, place)

    def row_for(self, site: Row, chainages: Mapping[str, float]) -> int:
        """Return the row at which a site would be added."""
        return bisect_left(self._places, _place(site, chainages))

    def add(self, site: Row, chainages: Mapping[str, float]) -> None:
        """Add a site that has no row yet."""
        place = self._of_site[site["id"]] = _place(site, chainages)
        self._places.insert(bisect_left(self._places, place), place)

    def remove(self, row: int) -> None:
        """Remove the site in a row."""
        del self._of_site[self._places.pop(row)[2]]

    def stays(self, site: Row, chainages: Mapping[str, float]) -> bool:
        """Return whether a site has a row and stays in it."""
        return self._of_site.get(site["id"]) == _place(site, chainages)

    def __len__(self) -> int:
        return len(self._places)


def _place(site: Row, chainages: Mapping[str, float]) -> Place:
    return chainages.get(site["id"], inf), site["fid"], site["id"]
