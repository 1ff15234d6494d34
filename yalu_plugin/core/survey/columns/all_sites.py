"""All sites of a survey at once: sorted by name, value or attribute, and searched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.published import Row
from yalu_plugin.core.search.match_rank import rank_of
from yalu_plugin.core.site_name import name_shown, unnamed_template, visible_name
from yalu_plugin.core.survey.columns.attributes import Attribute, Attributes
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.fid_list import FidList, Fids
from yalu_plugin.core.survey.columns.name_search import NameSearch
from yalu_plugin.core.survey.columns.observations_by_site import ObservationsBySite
from yalu_plugin.core.survey.columns.site_names import SiteNames
from yalu_plugin.core.survey.name_folding import folded

Unnamed = Mapping["str | None", str]  # see core.site_name.name_shown


class AllSites:
    """Sites by their fids. Ties are sorted by id.

    Sorted lists have the sites that are unchanged since they were read; the caller inserts the few of `changed`.
    """

    def __init__(self, sites: ColumnTable, observations: ObservationsBySite) -> None:
        self._sites, self._names = sites, NameSearch(sites)
        self.attributes = Attributes(sites, observations)
        self._fids = np.array(sites.fids, np.int64)
        with_id = [number for number, site_id in enumerate(sites.ids) if site_id is not None]
        self._by_id = np.array(sorted(with_id, key=sites.ids.__getitem__), np.int32)
        names = [visible_name(name).casefold() for name in sites.column("name")]
        self._named = np.array(sorted(filter(names.__getitem__, with_id), key=names.__getitem__), np.int32)
        self._places = np.zeros(len(names))  # by number, the place in `_named` of the first with the same name
        first = 0
        for place, number in enumerate(self._named.tolist()):
            if names[number] != names[self._named[first]]:
                first = place
            self._places[number] = first
        self._unnamed: dict[str | None, list[int]] = {}  # by kind, in the order of fid
        for number in with_id:
            if not names[number]:
                self._unnamed.setdefault(sites.column("kind")[number], []).append(number)

    def changed(self) -> list[Row]:
        """Return the sites that changed since they were read."""
        return [row for row in self._sites.changed.values() if row is not None]

    def unchanged_site(self, fid: int) -> tuple[int, Row]:
        """Return the number of a site that is unchanged since it was read, and its id, name and kind."""
        number = bisect_left(self._sites.fids, fid)
        return number, {"fid": fid, "id": self._sites.ids[number], "name": self._sites.column("name")[number],
                        "kind": self._sites.column("kind")[number]}

    def find(self, wanted: Collection[str], unnamed: Unnamed) -> Fids:
        """Return the sites whose displayed names contain any of these folded texts."""
        return self._with_changed(self._names.find(wanted, unnamed),
                                  lambda site: rank_of(wanted, folded(name_shown(site, unnamed))) is not None)

    def called(self, wanted: Collection[str], unnamed: Unnamed) -> Fids:
        """Return the sites whose folded displayed name is one of these texts."""
        return self._with_changed(self._names.equal(wanted, unnamed),
                                  lambda site: folded(name_shown(site, unnamed)) in wanted)

    def names(self, unnamed: Unnamed) -> SiteNames:
        """Return the names as they are now, to search in any thread."""
        return SiteNames(self._sites, self._names, unnamed)

    def with_value(self, attribute: Attribute, fits: Callable[[Any], bool]) -> Fids:
        """Return the sites whose value of the attribute fits."""
        wanted = [code for code, value in enumerate(attribute.values) if fits(value)]
        return self._with_changed(np.flatnonzero(np.isin(attribute.codes, wanted)),
                                  lambda site: fits(attribute.of(site)))

    def values(self, attribute: Attribute, fids: Fids) -> tuple[NDArray[np.int32], list[Any]]:
        """Return the values of an attribute for these sites: places in a list of values, and the list."""
        places = np.minimum(np.searchsorted(self._fids, fids), max(len(self._fids) - 1, 0))
        values = {value: code for code, value in enumerate(attribute.values)}
        codes = attribute.codes[places] if len(self._fids) else np.zeros(len(fids), np.int32)
        for fid in self._sites.changed:
            site = self._sites.changed[fid]
            if site is not None:
                codes[fids == fid] = values.setdefault(attribute.of(site), len(values))
        return codes, list(values)

    def by_name(self, unnamed: Unnamed) -> FidList:
        """Return all sites sorted by name, ignoring case; sites without a name by the text shown, then by number."""
        places = self._places.copy()
        sort_texts = {kind: unnamed_sort_text(kind, unnamed) for kind in self._unnamed}
        in_order = sorted(set(sort_texts.values()))
        for rank, text in enumerate(in_order):
            numbers = np.sort(np.array([number for kind, numbers in self._unnamed.items() if sort_texts[kind] == text
                                        for number in numbers], np.int32))
            within = (rank + np.arange(len(numbers)) / len(numbers)) / len(in_order)
            places[numbers] = self._first_after(text) - 1 + (1 + within) / 3  # after the preceding name
        return self._sorted(places)

    def by_value(self, values: Mapping[str, float], unknown: float) -> FidList:
        """Return all sites sorted by a value by site id; `unknown` is the value of sites without one."""
        ids = self._sites.ids
        return self._sorted(np.fromiter((values.get(site_id, unknown) for site_id in ids), float, len(ids)))

    def by_attribute(self, attribute: Attribute, key: Callable[[Any], Any]) -> FidList:
        """Return all sites sorted by the key of their value of an attribute."""
        keys = [key(value) for value in attribute.values]
        ranks = {one: rank for rank, one in enumerate(sorted(set(keys)))}
        return self._sorted(np.array([ranks[one] for one in keys], np.int32)[attribute.codes]
                            if keys else attribute.codes)

    def _sorted(self, values: NDArray[np.float64] | NDArray[np.int32]) -> FidList:
        return FidList(self._unchanged(self._by_id[np.argsort(values[self._by_id], kind="stable")]))

    def _with_changed(self, numbers: NDArray[np.int64], fits: Callable[[Row], bool]) -> Fids:
        changed = [row["fid"] for row in self.changed() if fits(row)]
        return np.union1d(self._unchanged(numbers), np.array(changed, np.int64))

    def _unchanged(self, numbers: NDArray[np.int32] | NDArray[np.int64]) -> Fids:
        fids = self._fids[numbers]
        return fids[~np.isin(fids, list(self._sites.changed))] if self._sites.changed else fids

    def _name(self, place: int) -> str:
        return visible_name(self._sites.column("name")[self._named[place]]).casefold()

    def _first_after(self, text: str) -> int:
        """Return the place of the first name that sorts after this text."""
        low, high = 0, len(self._named)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._name(middle) <= text else (low, middle)
        return low


def unnamed_sort_text(kind: str | None, unnamed: Unnamed) -> str:
    """Return the text by which sites without a name are sorted, before their number."""
    return unnamed_template(kind, unnamed, "").casefold()
