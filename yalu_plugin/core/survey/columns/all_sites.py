"""All sites of a survey at once: in order by name, state or any value, and those with a text in their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.columns.fid_list import FidList, Fids
from yalu_plugin.core.survey.columns.names import Names
from yalu_plugin.core.survey.columns.observations import Observations
from yalu_plugin.core.survey.columns.table import Table
from yalu_plugin.core.survey.names import is_found


class AllSites:
    """Sites by their fids. In order are those that are as they were read; the few of `changed` are put in at their
    places by whoever shows them. Where sites are alike, their ids decide.
    """

    def __init__(self, sites: Table, observations: Observations) -> None:
        self._sites, self._observations, self._names = sites, observations, Names(sites)
        self._fids = np.array(sites.fids, np.int64)
        with_id = [number for number, site_id in enumerate(sites.ids) if site_id is not None]
        self._by_id = np.array(sorted(with_id, key=sites.ids.__getitem__), np.int32)
        names = [(name or "").casefold() for name in sites.column("name")]
        self._named = np.array(sorted(filter(names.__getitem__, with_id), key=names.__getitem__), np.int32)
        self._places = np.zeros(len(names))  # by number, the place in `named` of the first with the same name
        first = 0
        for place, number in enumerate(self._named.tolist()):
            if names[number] != names[self._named[first]]:
                first = place
            self._places[number] = first
        self._unnamed: dict[str | None, list[int]] = {}
        for number in with_id:
            if not names[number]:
                self._unnamed.setdefault(sites.column("kind")[number], []).append(number)

    def changed(self) -> list[Row]:
        """The sites that are not as they were read."""
        return [row for row in self._sites.later.values() if row is not None]

    def find(self, text: str, unnamed: Mapping[str, str]) -> Fids:
        """All with this text in their names, in whatever case; `unnamed` is by kind what is shown instead of one."""
        later = [row["fid"] for row in self.changed() if is_found(row["name"], row["kind"], text, unnamed)]
        return np.union1d(self._as_read(self._names.find(text, unnamed)), np.array(later, np.int64))

    def by_name(self, unnamed: Callable[[str | None], str]) -> FidList:
        """By name without regard to case; `unnamed` gives, by kind, what is shown of those that have none."""
        places = self._places.copy()
        texts = {kind: unnamed(kind).casefold() for kind in self._unnamed}
        in_order = sorted(set(texts.values()))
        for kind, numbers in self._unnamed.items():
            place = self._first_not_before(texts[kind])
            is_a_name = place < len(self._named) and self._name(place) == texts[kind]
            among = (1 + in_order.index(texts[kind])) / (1 + len(in_order))  # of those before the same name
            places[numbers] = place if is_a_name else place - 1 + among
        return self._sorted(places)

    def by_value(self, values: Mapping[str, float]) -> FidList:
        """By a value of each site id; those without one last."""
        ids = self._sites.ids
        return self._sorted(np.fromiter((values.get(site_id, np.inf) for site_id in ids), float, len(ids)))

    def by_state(self, day: date | None, text: Callable[[str | None, bool], str]) -> FidList:
        """By the text of each site's state on a day (None: nobody had looked yet), and whether it is in doubt."""
        observations = self._observations
        words = [None, *observations.read.words]  # NOBODY is the place before the first word
        texts = [[text(word, doubt).casefold() for doubt in (False, True)] for word in words]
        later = {number: text(*observations.state(site_id, day)).casefold() for site_id in observations.later
                 if (number := self._sites.numbers.get(site_id)) is not None}
        in_order = sorted({*(one for pair in texts for one in pair), *later.values()})
        ranks = {one: rank for rank, one in enumerate(in_order)}
        states, doubts = observations.states_read(day)
        of_word = np.array([[ranks[one] for one in pair] for pair in texts], np.uint16)
        of_site = of_word[states + 1, doubts.astype(np.int8)][:len(self._sites.ids)]
        of_site[list(later)] = [ranks[one] for one in later.values()]
        return self._sorted(of_site)

    def _sorted(self, values: NDArray[np.float64] | NDArray[np.uint16]) -> FidList:
        return FidList(self._as_read(self._by_id[np.argsort(values[self._by_id], kind="stable")]))

    def _as_read(self, numbers: NDArray[np.int32] | NDArray[np.int64]) -> Fids:
        fids = self._fids[numbers]
        return fids[~np.isin(fids, list(self._sites.later))] if self._sites.later else fids

    def _name(self, place: int) -> str:
        return str(self._sites.column("name")[self._named[place]]).casefold()

    def _first_not_before(self, text: str) -> int:
        low, high = 0, len(self._named)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._name(middle) < text else (low, middle)
        return low
