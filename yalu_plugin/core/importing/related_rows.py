"""Which rows of a list the assessment of a row may depend on, or may change.

Rows are compared with others that have their id, lie near them, or are about the same site of the survey. Rows that are
related in none of these ways, not even by way of others, are assessed independently of each other.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping

from yalu_plugin.core.importing.place_index import PlaceIndex
from yalu_plugin.core.importing.site_identity import Identity, KnownSites, RowKey
from yalu_plugin.core.work_progress import Progress

_ROWS_PER_REPORT = 2_000  # rows between two reports of progress


class RelatedRows:
    """The relations of `count` rows, by their indexes; `key_of` and `identities` are as in find_sites."""

    def __init__(self, count: int, key_of: Callable[[int], RowKey], identities: Mapping[int, Identity],
                 known: KnownSites, progress: Progress) -> None:
        self._key_of, self._identities, self._known = key_of, identities, known
        self._of_id: dict[str, list[int]] = {}
        self._of_known: dict[int, list[int]] = {}
        self._nearby, self._placed = PlaceIndex(per_cell=count), array("q")
        for at in range(count):
            if not at % _ROWS_PER_REPORT:
                progress(at / count)
            key = key_of(at)
            if key.id:
                self._of_id.setdefault(key.id, []).append(at)
            if key.lon is not None and key.lat is not None:
                self._nearby.add(key.lon, key.lat)
                self._placed.append(at)
        for at, identity in identities.items():
            self._of_known.setdefault(identity.known, []).append(at)

    def of(self, rows: Collection[int], most: int) -> set[int] | None:
        """Return these rows with all that are related to them, by way of others too; None if they are more."""
        found, waiting, sites = set(rows), list(rows), set[int]()
        while waiting:
            if len(found) > most:
                return None
            at = waiting.pop()
            new_sites = self._sites_of(at) - sites
            sites |= new_sites
            related = {*self._like(at), *(row for site in new_sites for row in self._about(site))} - found
            found |= related
            waiting += related
        return found

    def _like(self, at: int) -> Iterator[int]:
        """Yield the rows with the id of a row, and those near it."""
        key = self._key_of(at)
        yield from self._of_id.get(key.id, ())
        if key.lon is not None and key.lat is not None:
            yield from self._near(key.lon, key.lat)

    def _sites_of(self, at: int) -> set[int]:
        """Return the sites of the survey that a row may be about."""
        key, identity = self._key_of(at), self._identities.get(at)
        found = set() if identity is None else {identity.known}
        of_id = self._known.of_id(key.id)
        if of_id is not None:
            found.add(of_id)
        if key.lon is not None and key.lat is not None:
            found.update(site for _, site in self._known.nearby.within(key.lon, key.lat))
        return found

    def _about(self, site: int) -> Iterator[int]:
        """Yield the rows that may be about a site of the survey."""
        here = self._known.sites[site]
        yield from self._of_known.get(site, ())
        yield from self._of_id.get(here.id, ())
        yield from self._of_id.get(here.source_ref, ()) if here.source_ref else ()
        yield from self._near(here.lon, here.lat)

    def _near(self, lon: float, lat: float) -> Iterator[int]:
        return (self._placed[place] for _, place in self._nearby.within(lon, lat))
