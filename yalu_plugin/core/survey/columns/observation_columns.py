"""The observations of a survey as they were read: a million in columns, each with a number in order of fid."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import is_conclusive
from yalu_plugin.core.survey.codec import Page, ValueCache, columns, flag, moment
from yalu_plugin.core.survey.columns.column import Codes, StoredColumn
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.day_numbers import ALWAYS, NONE, day_number, day_text
from yalu_plugin.core.survey.columns.observation_groups import Numbers, ObservationGroups, have_rivals
from yalu_plugin.core.survey.matrix.matrix_axis import Days

_COLUMNS = columns("observations")
_IN_ARRAYS = ("fid", "site_id", "seen_from", "seen_to", "state")
NOT_OBSERVED = -1  # in place of an observation where there is none


class Spans(NamedTuple):
    """Periods in which sites are known present: the number of the site, and day numbers, NONE for no end."""

    sites: Numbers
    since: Numbers
    until: Numbers


class ObservationColumns:
    """All observations as columns: `conclusive` are those that determine a state, `others` the rest.

    Sites have the numbers of `sites`; sites that are not in the table have further numbers.
    """

    def __init__(self, pages: Iterable[Page], sites: ColumnTable) -> None:
        self._sites, self._unknown_sites = sites, Codes()
        self._columns = {name: StoredColumn() for name in _COLUMNS if name not in _IN_ARRAYS}
        self._state_codes, self._fids = Codes(), array("q")
        arrays = {name: array("i") for name in _IN_ARRAYS[1:]}
        days, moments, flags = ValueCache(day_number), ValueCache(moment), ValueCache(flag)
        days[None] = NONE
        for page in pages:
            values = dict(zip(_COLUMNS, page))
            self._fids.extend(values["fid"])
            arrays["site_id"].extend(self._numbers_of(values["site_id"]))
            arrays["state"].extend(map(self._state_codes.__getitem__, values["state"]))
            for name in ("seen_from", "seen_to"):
                arrays[name].extend(map(days.__getitem__, values[name]))
            values["created_at"] = list(map(moments.__getitem__, values["created_at"]))
            values["below_resolution"] = list(map(flags.__getitem__, values["below_resolution"]))
            for name, column in self._columns.items():
                column.extend(values[name])
        self._site, self._first, self._last, self._state = (
            np.frombuffer(values, np.int32) if values else np.zeros(0, np.int32) for values in arrays.values())
        self._unknown_site_ids = list(self._unknown_sites)
        self._getters = [(name, column.getter()) for name, column in self._columns.items()]
        self._sort()

    def _numbers_of(self, site_ids: Sequence[Any]) -> list[int]:
        numbers = list(map(self._sites.numbers.get, site_ids))
        if None in numbers:
            known = len(self._sites.ids)
            numbers = [known + self._unknown_sites[site_id] if number is None else number
                       for number, site_id in zip(numbers, site_ids)]
        return numbers  # type: ignore[return-value]

    def _sort(self) -> None:
        self.states_by_code = list(self._state_codes)  # states by their code
        by_code = np.array([is_conclusive(state) for state in self.states_by_code], bool)
        order = np.lexsort((self._first, self._last, self._site)).astype(np.int32)
        conclusive = ((self._last != NONE) & by_code[self._state])[order] if self.states_by_code else np.zeros(0, bool)
        self.conclusive, self.others = self._grouped(order[conclusive]), self._grouped(order[~conclusive])
        self._conclusive_days = self._last[self.conclusive.order]

    def _grouped(self, order: Numbers) -> ObservationGroups:
        every = np.arange(len(self._sites.ids) + len(self._unknown_sites) + 1)
        return ObservationGroups(order, np.searchsorted(self._site[order], every).astype(np.int32))

    def site(self, site_id: str | None) -> int | None:
        """Return the number of a site; None if it is not in the table and has no observations."""
        number = self._sites.numbers.get(site_id)
        if number is None and site_id in self._unknown_sites:
            number = len(self._sites.ids) + self._unknown_sites[site_id]
        return number

    def site_ids(self) -> Iterator[str | None]:
        """Return the ids of the sites by number."""
        return chain(self._sites.ids, self._unknown_sites)

    def rows_of(self, site: int) -> list[Row]:
        """Return the rows of a site, unordered."""
        return [self._row(number) for groups in (self.conclusive, self.others) for number in groups.of(site).tolist()]

    def day_state_images(self, site: int) -> Iterator[tuple[int, int, Any, Any]]:
        """Return first and last day (numbers), state and image of a site's observations with a day and a state."""
        numbers = np.concatenate([groups.of(site) for groups in (self.conclusive, self.others)])
        stated = (self._last[numbers] != NONE) & (self._state[numbers] != self._state_codes.get(None, NOT_OBSERVED))
        numbers, images = numbers[stated], self._columns["image_id"]
        return zip(self._first[numbers].tolist(), self._last[numbers].tolist(),
                   map(self.states_by_code.__getitem__, self._state[numbers].tolist()),
                   map(images.__getitem__, numbers.tolist()))

    def dated_states(self, site: int) -> list[tuple[str, str]]:
        """Return the last day and the state of each conclusive observation of a site, in order."""
        numbers = self.conclusive.of(site)
        return [(day_text(day) or "", self.states_by_code[state])
                for day, state in zip(self._last[numbers].tolist(), self._state[numbers].tolist())]

    def at(self, site: int, day: int) -> tuple[Row | None, str | None]:
        """Return the row that determines a site's state at the end of a day, and the day of the next one."""
        numbers, place = self._until(site, day)
        until = day_text(int(self._last[numbers[place]])) if place < len(numbers) else None
        return (self._row(int(numbers[place - 1])) if place else None), until

    def number_at(self, site: int, day: int) -> int:
        """Return the number of the observation that determines a site's state at the end of a day, or NOT_OBSERVED."""
        numbers, place = self._until(site, day)
        return int(numbers[place - 1]) if place else NOT_OBSERVED

    def state(self, number: int) -> Any:
        """Return the state of an observation."""
        return self.states_by_code[self._state[number]]

    def _until(self, site: int, day: int) -> tuple[Numbers, int]:
        """Return a site's conclusive observations, and how many of them are until the end of a day."""
        numbers = self.conclusive.of(site)
        return numbers, int(np.searchsorted(self._last[numbers], day, side="right"))

    def _row(self, number: int) -> Row:
        row = {name: value(number) for name, value in self._getters}
        site, known = int(self._site[number]), len(self._sites.ids)
        row.update(fid=self._fids[number], seen_from=day_text(int(self._first[number])),
                   seen_to=day_text(int(self._last[number])), state=self.states_by_code[self._state[number]],
                   site_id=self._sites.ids[site] if site < known else self._unknown_site_ids[site - known])
        return row

    def __len__(self) -> int:
        return len(self._fids)

    def latest(self, day: int = ALWAYS) -> Numbers:
        """Return for each site the observation that determines its state at the end of a day, or NOT_OBSERVED."""
        begins, ends = self.conclusive.starts[:-1], self.conclusive.starts[1:]
        if day != ALWAYS:
            until = np.concatenate(([0], np.cumsum(self._conclusive_days <= day, dtype=np.int32)))
            ends = begins + until[ends] - until[begins]
        found = np.full(len(begins), NOT_OBSERVED, np.int32)
        found[ends > begins] = self.conclusive.order[ends[ends > begins] - 1]
        return found

    def states(self, numbers: Numbers) -> Numbers:
        """Return the codes of the states of observations: places in `states_by_code`."""
        return self._state[numbers]

    def days_of(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """Return the first and last days of observations as numbers, NONE where open, and both for NOT_OBSERVED."""
        return np.append(self._first, np.int32(NONE))[numbers], np.append(self._last, np.int32(NONE))[numbers]

    def filled(self, name: str) -> NDArray[np.bool_]:
        """Return for each observation whether a column has a value."""
        return np.fromiter(self._columns[name].filled(), bool, len(self))

    def sites_with(self, which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return for each site, by number, whether it has one of these observations."""
        return np.bincount(self._site[which], minlength=len(self.conclusive.starts) - 1) > 0

    @cached_property
    def is_first_of_run(self) -> NDArray[np.bool_]:
        """Whether an observation has another state than the one before it of its site; False for NOT_OBSERVED."""
        found = np.zeros(len(self) + 1, bool)
        found[self.conclusive.order] = self._changes()
        return found

    def _changes(self) -> NDArray[np.bool_]:
        """Return which conclusive observations, in their order, have another state than the one before."""
        site, state = self._site[self.conclusive.order], self._state[self.conclusive.order]
        return np.append(True, (site[1:] != site[:-1]) | (state[1:] != state[:-1]))[:len(site)]

    @cached_property
    def since(self) -> Numbers:
        """The day number since which a site has the state of each conclusive observation, without another in between.

        It is the last day of the first observation of the run. The last value is for NOT_OBSERVED.
        """
        order = self.conclusive.order
        begins = np.maximum.accumulate(np.where(self._changes(), np.arange(len(order)), 0))
        found = np.full(len(self) + 1, NONE, np.int32)
        found[order] = self._conclusive_days[begins]
        return found

    def present(self) -> Spans:
        """Return the periods in which sites are known present; of several observations on one day, the last counts."""
        order, days = self.conclusive.order, self._conclusive_days
        sites = self._site[order]
        counts = np.append((sites[1:] != sites[:-1]) | (days[1:] != days[:-1]), True)[:len(order)]
        order, sites, days = order[counts], sites[counts], days[counts]
        until = np.where(np.append(sites[1:] == sites[:-1], False)[:len(order)], np.append(days[1:], NONE)[:len(order)],
                         NONE)
        is_present = self._state[order] == self._state_codes.get("present", -1)
        return Spans(sites[is_present], days[is_present], until[is_present])

    def observed_days(self) -> Iterator[tuple[str, str, int]]:
        """Yield the first and last day of observations (the last twice where the first is open), and their number."""
        dated = self._last != NONE
        last = self._last[dated].astype(np.int64)
        first = np.where(self._first[dated] != NONE, self._first[dated], last)
        found, rows = np.unique(first * ALWAYS + last, return_counts=True)
        for days, count in zip(found.tolist(), rows.tolist()):
            yield day_text(days // ALWAYS) or "", day_text(days % ALWAYS) or "", count

    @cached_property
    def _images(self) -> tuple[Numbers, list[Any]]:
        """The image of each observation as a place in a list of images, and the list."""
        codes, images = self._columns["image_id"].coded()
        return np.array(codes, np.int32), images

    def days_without_scene(self, days_of_scenes: Mapping[str, Days], without: Iterable[int]) -> Counter[Days]:
        """Count observations by their days (as numbers), leaving out the sites with the numbers `without`.

        They have a day and a state and are of none of these scenes, see matrix_axis.is_of_scene.
        """
        codes, images = self._images
        days = [days_of_scenes.get(image, (ALWAYS, NONE)) for image in images]
        begins, ends = np.array(days, np.int32).reshape(-1, 2)[codes].T
        first, last = self._first, self._last
        of_scene = (last <= ends) & ((begins == NONE) | (begins <= first) & (first <= last))
        counted = ~of_scene & (last != NONE) & (self._state != self._state_codes.get(None, NOT_OBSERVED))
        counted &= ~np.isin(self._site, np.fromiter(without, np.int32))
        both = first[counted].astype(np.int64) * ALWAYS + last[counted]
        found, rows = np.unique(both, return_counts=True)
        return Counter({divmod(one, ALWAYS): count for one, count in zip(found.tolist(), rows.tolist())})

    def contested(self) -> NDArray[np.bool_]:
        """Return which observations, by number, have rivals; see core.rival_states."""
        order, found = self.conclusive.order, np.zeros(len(self), bool)
        found[order] = have_rivals(*(values[order] for values in (self._site, self._first, self._last, self._state)))
        return found
