"""The observations of a survey as they were read: a million in columns, each known by its number in order of fid."""

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
from yalu_plugin.core.survey.codec import Page, Shared, columns, flag, moment
from yalu_plugin.core.survey.columns.column import Codes, Column
from yalu_plugin.core.survey.columns.column_table import Table
from yalu_plugin.core.survey.columns.day_numbers import ALWAYS, NONE, day_number, day_text
from yalu_plugin.core.survey.columns.observation_groups import Groups, Numbers
from yalu_plugin.core.survey.columns.rivals import have_rivals
from yalu_plugin.core.survey.matrix.matrix_axis import Days

_COLUMNS = columns("observations")
_IN_ARRAYS = ("fid", "site_id", "seen_from", "seen_to", "state")
NOBODY = -1  # in place of an observation: nobody has looked


class Spans(NamedTuple):
    """For how long sites are known present: the number of the site, and the numbers of the days, NONE for still."""

    sites: Numbers
    since: Numbers
    until: Numbers


class Observed:
    """`telling` are those that tell a state, `others` the rest. Sites have the numbers of `sites`; those that are in no
    table have further ones.
    """

    def __init__(self, pages: Iterable[Page], sites: Table) -> None:
        self._sites, self._strangers = sites, Codes()
        self._columns = {name: Column() for name in _COLUMNS if name not in _IN_ARRAYS}
        self._words, self._fids = Codes(), array("q")
        kept = {name: array("i") for name in _IN_ARRAYS[1:]}
        days, moments, flags = Shared(day_number), Shared(moment), Shared(flag)
        days[None] = NONE
        for page in pages:
            values = dict(zip(_COLUMNS, page))
            self._fids.extend(values["fid"])
            kept["site_id"].extend(self._numbers_of(values["site_id"]))
            kept["state"].extend(map(self._words.__getitem__, values["state"]))
            for name in ("seen_from", "seen_to"):
                kept[name].extend(map(days.__getitem__, values[name]))
            values["created_at"] = list(map(moments.__getitem__, values["created_at"]))
            values["below_resolution"] = list(map(flags.__getitem__, values["below_resolution"]))
            for name, column in self._columns.items():
                column.extend(values[name])
        self._site, self._first, self._last, self._state = (
            np.frombuffer(values, np.int32) if values else np.zeros(0, np.int32) for values in kept.values())
        self._stranger_ids = list(self._strangers)
        self._put_in_order()

    def _numbers_of(self, site_ids: Sequence[Any]) -> list[int]:
        numbers = list(map(self._sites.numbers.get, site_ids))
        if None in numbers:
            known = len(self._sites.ids)
            numbers = [known + self._strangers[site_id] if number is None else number
                       for number, site_id in zip(numbers, site_ids)]
        return numbers  # type: ignore[return-value]

    def _put_in_order(self) -> None:
        self.words = list(self._words)  # states by their code
        silent = np.array([not is_conclusive(word) for word in self.words], bool)
        order = np.lexsort((self._first, self._last, self._site)).astype(np.int32)
        tells = ((self._last != NONE) & ~silent[self._state])[order] if self.words else np.zeros(0, bool)
        self.telling, self.others = self._grouped(order[tells]), self._grouped(order[~tells])
        self._telling_days = self._last[self.telling.order]

    def _grouped(self, order: Numbers) -> Groups:
        every = np.arange(len(self._sites.ids) + len(self._strangers) + 1)
        return Groups(order, np.searchsorted(self._site[order], every).astype(np.int32))

    def site(self, site_id: str | None) -> int | None:
        """The number of a site; None of one of which nothing is told."""
        number = self._sites.numbers.get(site_id)
        if number is None and site_id in self._strangers:
            number = len(self._sites.ids) + self._strangers[site_id]
        return number

    def site_ids(self) -> Iterator[str | None]:
        """The ids of the sites, by their number."""
        return chain(self._sites.ids, self._strangers)

    def rows_of(self, site: int) -> list[Row]:
        """The rows of a site, in no order."""
        return [self._row(int(number)) for groups in (self.telling, self.others) for number in groups.of(site)]

    def looks(self, site: int) -> Iterator[tuple[int, int, Any, Any]]:
        """The first and last day (as numbers), the state and the image of each observation of a site that has a day
        and a state.
        """
        numbers = np.concatenate([groups.of(site) for groups in (self.telling, self.others)])
        says = (self._last[numbers] != NONE) & (self._state[numbers] != self._words.get(None, NOBODY))
        numbers, images = numbers[says], self._columns["image_id"]
        return zip(self._first[numbers].tolist(), self._last[numbers].tolist(),
                   map(self.words.__getitem__, self._state[numbers].tolist()),
                   map(images.__getitem__, numbers.tolist()))

    def told(self, site: int) -> list[tuple[str, str]]:
        """The last day and the state of each observation of a site that tells one, in order."""
        numbers = self.telling.of(site)
        return [(day_text(day) or "", self.words[state])
                for day, state in zip(self._last[numbers].tolist(), self._state[numbers].tolist())]

    def at(self, site: int, day: int) -> tuple[Row | None, str | None]:
        """The row that tells a site's state at the end of a day, and the day from which another one does."""
        numbers, place = self._until(site, day)
        until = day_text(int(self._last[numbers[place]])) if place < len(numbers) else None
        return (self._row(int(numbers[place - 1])) if place else None), until

    def number_at(self, site: int, day: int) -> int:
        """The number of the observation that tells a site's state at the end of a day, or NOBODY."""
        numbers, place = self._until(site, day)
        return int(numbers[place - 1]) if place else NOBODY

    def state(self, number: int) -> Any:
        """The state of an observation."""
        return self.words[self._state[number]]

    def _until(self, site: int, day: int) -> tuple[Numbers, int]:
        """A site's observations that tell a state, and how many of them do so at the end of a day."""
        numbers = self.telling.of(site)
        return numbers, int(np.searchsorted(self._last[numbers], day, side="right"))

    def _row(self, number: int) -> Row:
        row = {name: column[number] for name, column in self._columns.items()}
        site, known = int(self._site[number]), len(self._sites.ids)
        row.update(fid=self._fids[number], seen_from=day_text(int(self._first[number])),
                   seen_to=day_text(int(self._last[number])), state=self.words[self._state[number]],
                   site_id=self._sites.ids[site] if site < known else self._stranger_ids[site - known])
        return row

    def __len__(self) -> int:
        return len(self._fids)

    def latest(self, day: int = ALWAYS) -> Numbers:
        """Of each site the observation that tells its state at the end of a day, or NOBODY."""
        begins, ends = self.telling.starts[:-1], self.telling.starts[1:]
        if day != ALWAYS:
            until = np.concatenate(([0], np.cumsum(self._telling_days <= day, dtype=np.int32)))
            ends = begins + until[ends] - until[begins]
        found = np.full(len(begins), NOBODY, np.int32)
        found[ends > begins] = self.telling.order[ends[ends > begins] - 1]
        return found

    def states(self, numbers: Numbers) -> Numbers:
        """The codes of the states of observations: places in `words`."""
        return self._state[numbers]

    def days_of(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """The first and last days of observations as numbers, NONE where open, and twice for NOBODY."""
        return np.append(self._first, np.int32(NONE))[numbers], np.append(self._last, np.int32(NONE))[numbers]

    def filled(self, name: str) -> NDArray[np.bool_]:
        """Whether a column has a value, by observation."""
        return np.fromiter(self._columns[name].filled(), bool, len(self))

    def sites_with(self, which: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which sites have one of these observations, by the number of the site."""
        return np.bincount(self._site[which], minlength=len(self.telling.starts) - 1) > 0

    @cached_property
    def is_first_of_run(self) -> NDArray[np.bool_]:
        """Whether an observation tells a state that the one before it of its site does not; False for NOBODY."""
        found = np.zeros(len(self) + 1, bool)
        found[self.telling.order] = self._changes()
        return found

    def _changes(self) -> NDArray[np.bool_]:
        """Of the observations that tell a state, in their order, which tell another one than that before."""
        site, state = self._site[self.telling.order], self._state[self.telling.order]
        return np.append(True, (site[1:] != site[:-1]) | (state[1:] != state[:-1]))[:len(site)]

    @cached_property
    def since(self) -> Numbers:
        """By the number of an observation that tells a state, the last day (as a number) of the first of those before
        it that tell the same, without another between them. A further value is that of NOBODY.
        """
        order = self.telling.order
        begins = np.maximum.accumulate(np.where(self._changes(), np.arange(len(order)), 0))
        found = np.full(len(self) + 1, NONE, np.int32)
        found[order] = self._telling_days[begins]
        return found

    def present(self) -> Spans:
        """For how long each site is known present: of the observations of one day, the last one counts."""
        order, days = self.telling.order, self._telling_days
        sites = self._site[order]
        counts = np.append((sites[1:] != sites[:-1]) | (days[1:] != days[:-1]), True)[:len(order)]
        order, sites, days = order[counts], sites[counts], days[counts]
        until = np.where(np.append(sites[1:] == sites[:-1], False)[:len(order)], np.append(days[1:], NONE)[:len(order)],
                         NONE)
        is_present = self._state[order] == self._words.get("present", -1)
        return Spans(sites[is_present], days[is_present], until[is_present])

    def looked(self) -> Iterator[tuple[str, str, int]]:
        """The first and last day (the last twice where the first is open) of observations, and of how many."""
        dated = self._last != NONE
        last = self._last[dated].astype(np.int64)
        first = np.where(self._first[dated] != NONE, self._first[dated], last)
        found, rows = np.unique(first * ALWAYS + last, return_counts=True)
        for days, count in zip(found.tolist(), rows.tolist()):
            yield day_text(days // ALWAYS) or "", day_text(days % ALWAYS) or "", count

    @cached_property
    def _images(self) -> tuple[Numbers, list[Any]]:
        """The image of each observation as a place in a list of them."""
        codes, images = self._columns["image_id"].coded()
        return np.array(codes, np.int32), images

    def days_beside(self, days_of_scenes: Mapping[str, Days], without: Iterable[int]) -> Counter[Days]:
        """The days (as numbers) of the observations that are of none of these scenes (matrix.axis.is_of_scene), have a
        day and a state, and are not of the sites of these numbers; and of how many.
        """
        codes, images = self._images
        days = [days_of_scenes.get(image, (ALWAYS, NONE)) for image in images]
        begins, ends = np.array(days, np.int32).reshape(-1, 2)[codes].T
        first, last = self._first, self._last
        of_scene = (last <= ends) & ((begins == NONE) | (begins <= first) & (first <= last))
        counted = ~of_scene & (last != NONE) & (self._state != self._words.get(None, NOBODY))
        counted &= ~np.isin(self._site, np.fromiter(without, np.int32))
        both = first[counted].astype(np.int64) * ALWAYS + last[counted]
        found, rows = np.unique(both, return_counts=True)
        return Counter({divmod(one, ALWAYS): count for one, count in zip(found.tolist(), rows.tolist())})

    def doubtful(self) -> NDArray[np.bool_]:
        """Which observations have rivals (core.rival_states), by their number."""
        order, doubts = self.telling.order, np.zeros(len(self), bool)
        doubts[order] = have_rivals(*(values[order] for values in (self._site, self._first, self._last, self._state)))
        return doubts
