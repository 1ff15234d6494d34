"""The searches of one image by one analyst, kept so that one more costs the same however many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from typing import NamedTuple

from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED, Interval, union


class Look(NamedTuple):
    """A stretch in metres from the upstream end, what came of it, and the id of its row."""

    from_m: float
    to_m: float
    result: str
    row_id: str


class Looks:
    """In the order of from_m. `united` are the stretches by result, those that touch as one."""

    def __init__(self, looks: Iterable[Look] = ()) -> None:
        self._looks = sorted(looks)
        self._united: dict[str, list[Interval]] | None = None

    def __len__(self) -> int:
        return len(self._looks)

    @property
    def united(self) -> dict[str, list[Interval]]:
        """What was searched, and where nothing could be told."""
        if self._united is None:
            self._united = {result: union(look[:2] for look in self._looks if look.result == result)
                            for result in (SEARCHED, NOT_OBSERVABLE)}
        return self._united

    def add(self, look: Look) -> None:
        """One more."""
        insort(self._looks, look)
        if self._united is not None:
            self._united[look.result] = union([*self._united[look.result], look[:2]])

    def take_out(self, look: Look) -> bool:
        """One less; tells whether it was there."""
        number = bisect_left(self._looks, look)
        if number == len(self._looks) or self._looks[number] != look:
            return False
        del self._looks[number]
        self._united = None
        return True

    def inside(self, stretch: Interval, within_m: float = 0.01) -> list[Look]:
        """Those that lie wholly in a stretch, up to a centimetre."""
        first = bisect_left(self._looks, (stretch[0] - within_m,))
        last = bisect_right(self._looks, (stretch[1],))
        return [look for look in self._looks[first:last] if look.to_m <= stretch[1] + within_m]
