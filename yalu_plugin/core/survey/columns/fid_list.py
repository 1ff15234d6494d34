"""The fids of rows as a list on screen has them: 100,000 are searched, and one put in or taken out, in no time."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

Fids = NDArray[np.int64]


class FidList:
    """Fids in any order, each once."""

    def __init__(self, fids: Fids) -> None:
        self._fids = fids

    @property
    def fids(self) -> Fids:
        """All of them, not to be changed."""
        return self._fids

    def __len__(self) -> int:
        return len(self._fids)

    def __getitem__(self, place: int) -> int:
        return int(self._fids[place])

    def place(self, fid: int) -> int:
        """Where a fid stands, or -1."""
        found = np.flatnonzero(self._fids == fid)
        return int(found[0]) if len(found) else -1

    def places(self, fids: Collection[int]) -> list[int]:
        """Where these stand, in their order, as far as they are there."""
        if len(fids) == 1:
            return [place for place in map(self.place, fids) if place >= 0]
        found: list[int] = np.flatnonzero(np.isin(self._fids, list(fids))).tolist()
        return found

    def only(self, fids: Fids) -> FidList:
        """Those of them that are among others."""
        return FidList(self._fids[np.isin(self._fids, fids)])

    def joined(self, fids: Collection[int], order: FidList) -> FidList:
        """All of them and others, as they stand in `order`."""
        return order.only(np.union1d(self._fids, list(fids)))

    def parted(self, fids: Fids, last: bool) -> FidList:
        """All of them, those that are among others before the rest, or `last`."""
        there = np.isin(self._fids, fids)
        parts = self._fids[there], self._fids[~there]
        return FidList(np.concatenate(parts[::-1] if last else parts))

    def without(self, fids: Collection[int]) -> FidList:
        """Those of them that are not among others."""
        return FidList(self._fids[~np.isin(self._fids, list(fids))])

    def insert(self, place: int, fid: int) -> None:
        """Put one in."""
        self._fids = np.insert(self._fids, place, fid)

    def with_others(self, places: Sequence[int], fids: Sequence[int]) -> FidList:
        """All of them, and others before what is at these places now, those of one place in the order given."""
        return FidList(np.insert(self._fids, places, np.array(fids, np.int64)))

    def remove(self, place: int) -> None:
        """Take one out."""
        self._fids = np.delete(self._fids, place)
