"""A million observations, kept by site in the order in which they tell its state.

Each is a tuple of plain values, shared where they are equal: a dict of each would take four times the memory.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import TABLE
from yalu_plugin.core.survey.codec import Page, Shared, columns, day, moment

# a tuple's beginning is its place among those of its site; where the first day is open it is "", which comes first
_PLACE = ("seen_to", "seen_from", "fid")
_COLUMNS = columns("observations")
_NAMES = (*_PLACE, *(name for name in _COLUMNS if name not in (*_PLACE, "site_id")))
_STATE, _ID, _IMAGE = (_NAMES.index(name) for name in ("state", "id", "image_id"))
_TYPES = {column.name: column.type for column in TABLE["observations"].columns}
_OWN = ("fid", "id", "note")  # of each row another
_SILENT = (None, "not_observable")  # states that are none


def _day(value: Any) -> str:
    return day(value) or ""


_READ = {"date": _day, "datetime": moment}
Observed = tuple[Any, ...]  # in the order of _NAMES
Span = tuple[str, str, "str | None"]  # state, valid from the day, until the day before; or still


class Observations:
    """The observations of every site. What a site has is a tuple that is replaced, never changed: copies share it."""

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        telling: defaultdict[Any, list[Observed]] = defaultdict(list)
        others: defaultdict[Any, list[Observed]] = defaultdict(list)
        shared = Shared()
        for page in pages:
            values = dict(zip(_COLUMNS, page))
            sites = map(shared.__getitem__, values["site_id"])
            for site_id, observed in zip(sites, zip(*(_column(name, values[name], shared) for name in _NAMES))):
                (others if observed[_STATE] in _SILENT or not observed[0] else telling)[site_id].append(observed)
        self._telling = {site_id: tuple(sorted(found)) for site_id, found in _emptied(telling)}
        self._others = {site_id: tuple(sorted(found)) for site_id, found in _emptied(others)}

    def of(self, site_id: str | None) -> list[Row]:
        """The rows of a site's observations, in the order of their last day, then of their first, then of fid."""
        both = sorted((*self._telling.get(site_id, ()), *self._others.get(site_id, ())))
        return [_row(site_id, observed) for observed in both]

    def rows(self) -> Iterator[Row]:
        """All rows, site by site."""
        for site_id in dict.fromkeys((*self._telling, *self._others)):
            yield from self.of(site_id)

    def at(self, site_id: str, day: str | None) -> tuple[Observed | None, str | None]:
        """The observation that tells a site's state at the end of a UTC day (without one: the last), None where
        none does; and the day from which another one does, if any.
        """
        telling = self._telling.get(site_id, ())
        place = len(telling) if day is None else bisect_left(telling, (f"{day}\0",))
        until = telling[place][0] if place < len(telling) else None
        return (telling[place - 1] if place else None), until

    def spans(self, site_id: str) -> Iterator[Span]:
        """The states that a site's observations tell, one after the other."""
        telling = self._telling.get(site_id, ())
        ends = (*(observed[0] for observed in telling[1:]), None)
        return ((observed[_STATE], observed[0], end) for observed, end in zip(telling, ends) if end != observed[0])

    def looked(self) -> Iterator[tuple[str, str]]:
        """The first and last day of each observation that has one, where the first is open the last alone."""
        for kept in (self._telling, self._others):
            for found in kept.values():
                yield from ((observed[1] or observed[0], observed[0]) for observed in found if observed[0])

    def __len__(self) -> int:
        return sum(map(len, self._telling.values())) + sum(map(len, self._others.values()))

    def take_out(self, rows: Iterable[Row]) -> list[Row]:
        """Take out these rows, known by site, days and fid; returns those that were there, as they were."""
        return [row for row in rows if self._take_out(row)]

    def _take_out(self, row: Row) -> bool:
        observed, site_id = _observed_of(row), row["site_id"]
        for kept in (self._telling, self._others):
            found = kept.get(site_id, ())
            place = bisect_left(found, observed[:3])
            if place < len(found) and found[place][:3] == observed[:3]:
                left = found[:place] + found[place + 1:]
                if left:
                    kept[site_id] = left
                else:
                    del kept[site_id]
                return True
        return False

    def put_in(self, rows: Iterable[Row]) -> None:
        """Put in rows whose fid is not there yet."""
        for row in rows:
            observed = _observed_of(row)
            kept = self._telling if _tells(observed) else self._others
            found = list(kept.get(row["site_id"], ()))
            insort(found, observed)
            kept[row["site_id"]] = tuple(found)

    def snapshot(self) -> Observations:
        """The observations of now, whatever comes after."""
        copy = Observations()
        copy._telling, copy._others = dict(self._telling), dict(self._others)
        return copy


def told(observed: Observed | None) -> dict[str, Any]:
    """What an observation says of a state: its days, id and image; without one, that nobody looked."""
    if observed is None:
        return {"state": "unknown", "seen_from": None, "seen_to": None, "image_id": None, "observation_id": None,
                "valid_from": None}
    return {"state": observed[_STATE], "seen_from": observed[1] or None, "seen_to": observed[0],
            "image_id": observed[_IMAGE], "observation_id": observed[_ID], "valid_from": observed[0]}


def _column(name: str, values: Sequence[Any], shared: Shared) -> Iterable[Any]:
    """A page's values of a column as they are kept: a million, so each loop here is one that is not Python's."""
    if name in _OWN:
        return values
    read = _READ.get(_TYPES[name])
    return map(shared.__getitem__, map(read, values) if read else values)


def _emptied(found: dict[Any, list[Observed]]) -> Iterator[tuple[Any, list[Observed]]]:
    """The items of a dict, each let go of as it is passed on: a million would be there twice."""
    while found:
        yield found.popitem()


def _tells(observed: Observed) -> bool:
    return bool(observed[0]) and observed[_STATE] not in _SILENT


def _observed_of(row: Row) -> Observed:
    return row["seen_to"] or "", row["seen_from"] or "", *(row[name] for name in _NAMES[2:])


def _row(site_id: str | None, observed: Observed) -> Row:
    values = dict(zip(_NAMES, observed))
    values.update(site_id=site_id, seen_to=observed[0] or None, seen_from=observed[1] or None)
    return {name: values[name] for name in _COLUMNS}
