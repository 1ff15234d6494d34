"""Finds the site of the survey that each row of a list is about: by id, by name and place, or by place alone.

Each site is given to the rows of one site of the list only. By place alone, as many rows as possible get a site, with
the least sum of distances: a list that is shifted as a whole is matched in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from yalu_plugin.core.importing.geodesy import distance_m
from yalu_plugin.core.importing.import_assessment import KnownSite
from yalu_plugin.core.importing.place_index import PlaceIndex
from yalu_plugin.core.importing.river_distances import can_measure_distances
from yalu_plugin.core.schema import SAME_SITE_M

MOVED_LIMIT_M = 5 * SAME_SITE_M  # a site that was moved farther is asked about, unless its id and name are the same
_SAME_PLACE_DIGITS = 6  # decimals of a degree, a tenth of a metre
Key = tuple[float, float, str]


class RowKey(NamedTuple):
    """What identifies the site of a row: its id, name (case-folded) and place, None where it has none."""

    id: str
    name: str
    lon: float | None
    lat: float | None

    @property
    def exact(self) -> Key | None:
        """Its place and name, None without a place."""
        return None if self.lon is None or self.lat is None else place_key(self.lon, self.lat, self.name)


class Identity(NamedTuple):
    """A site of the survey, by its index; `by_id` if the row has its id, `certain` if nobody has to be asked."""

    known: int
    certain: bool = True
    by_id: bool = False


class KnownSites:
    """The sites of the survey, indexed by what identifies them."""

    def __init__(self, sites: Iterable[KnownSite]) -> None:
        self.sites = tuple(sites)
        self.by_ref: dict[str, int] = {}
        self.by_id: dict[str, int] = {}
        self.by_place: dict[Key, int] = {}
        self.by_name: dict[str, int | None] = {}  # of this source; None where several have the name
        self.nearby = PlaceIndex()
        for at, site in enumerate(self.sites):
            name = folded_name(site.name)
            self.by_id[site.id] = at
            self.nearby.add(site.lon, site.lat)
            key = place_key(site.lon, site.lat, name)
            if site.of_source or key not in self.by_place:
                self.by_place[key] = at
            if site.source_ref:
                self.by_ref.setdefault(site.source_ref, at)
            if site.of_source and name:
                self.by_name[name] = None if name in self.by_name else at

    def of_id(self, row_id: str) -> int | None:
        """Return the site with an id of its source, or of the survey."""
        return self.by_ref.get(row_id, self.by_id.get(row_id)) if row_id else None


def find_sites(rows: Sequence[RowKey], known: KnownSites) -> dict[int, Identity]:
    """Return the site of the survey for each row that has one, by the row's index.

    Several rows with one id, or one name and place, are the log of one site and get the same one.
    """
    found: dict[int, Identity] = {}
    if not known.sites:
        return found
    for at, row in enumerate(rows):
        by_id = known.of_id(row.id)
        if by_id is not None:
            found[at] = Identity(by_id, _agrees(row, known.sites[by_id], row.id in known.by_id), True)
    _find_by_place_and_name(rows, known, found)
    _find_by_name(rows, known, found)
    _find_by_place(rows, known, found)
    return found


def _agrees(row: RowKey, site: KnownSite, is_own_id: bool) -> bool:
    """Whether a row with the id of a site is about it: a list of another year may count from 1 again."""
    if is_own_id or row.lon is None or row.lat is None:
        return True
    near = distance_m(row.lon, row.lat, site.lon, site.lat) <= SAME_SITE_M
    return near or bool(row.name and row.name == folded_name(site.name))


def _find_by_place_and_name(rows: Sequence[RowKey], known: KnownSites, found: dict[int, Identity]) -> None:
    taken = {each.known for each in found.values()}
    for at, row in enumerate(rows):
        exact = row.exact
        if at not in found and exact is not None:
            site = known.by_place.get(exact)
            if site is not None and site not in taken:
                found[at] = Identity(site)


def _find_by_name(rows: Sequence[RowKey], known: KnownSites, found: dict[int, Identity]) -> None:
    """Match rows with the name of a site of the same source, where the name means one site here and there."""
    taken = {each.known for each in found.values()}
    places = Counter(name for name, _, _ in {(row.name, row.lon, row.lat) for row in rows if row.lon is not None})
    for at, row in enumerate(rows):
        site = known.by_name.get(row.name) if at not in found and places[row.name] == 1 else None
        if site is not None and site not in taken and row.lon is not None and row.lat is not None:
            here = known.sites[site]
            away = distance_m(row.lon, row.lat, here.lon, here.lat)
            found[at] = Identity(site, certain=away <= MOVED_LIMIT_M)


def _find_by_place(rows: Sequence[RowKey], known: KnownSites, found: dict[int, Identity]) -> None:
    """Pair the other rows with the other sites within 150 m, one to one; certain for sites of the same source."""
    taken = {each.known for each in found.values()}
    pairs: list[tuple[int, int, float]] = []
    seen: set[Key | None] = set()
    for at, row in enumerate(rows):
        if at in found or row.lon is None or row.lat is None or row.exact in seen:
            continue
        seen.add(row.exact)  # further rows of its log follow the first
        pairs += [(at, site, metres) for metres, site in known.nearby.within(row.lon, row.lat) if site not in taken]
    for at, site in _one_to_one(pairs):
        found[at] = Identity(site, certain=known.sites[site].of_source)


def _one_to_one(pairs: Sequence[tuple[int, int, float]]) -> Iterable[tuple[int, int]]:
    """Return as many of the pairs as possible, each member once; without packages for that, the nearest ones first."""
    if pairs and can_measure_distances():
        import numpy as np

        from yalu_plugin.core.corridor.assignment import assign

        first, second, metres = zip(*pairs)
        chosen = assign(np.array(first, np.int64), np.array(second, np.int64), np.array(metres, float))
        return [pairs[at][:2] for at in chosen.tolist()]
    nearest: dict[int, int] = {}
    for at, site, _ in sorted(pairs, key=lambda pair: pair[2]):
        if at not in nearest and site not in nearest.values():
            nearest[at] = site
    return nearest.items()


def place_key(lon: float, lat: float, name: str) -> Key:
    """Return place, to about a tenth of a metre, and name as a key."""
    return round(lon, _SAME_PLACE_DIGITS), round(lat, _SAME_PLACE_DIGITS), name


def folded_name(name: str) -> str:
    """Return the name without case and outer blanks."""
    return name.strip().casefold()
