"""Search of sites by their displayed names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.search.match_rank import NEAR
from yalu_plugin.core.site_name import unnamed_label, visible_name
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.columns.text_index import TextIndex
from yalu_plugin.core.survey.name_folding import folded

Numbers = NDArray[np.int64]


class NameSearch:
    """The folded names of a table of sites as they were read, and the texts shown for those without a name."""

    def __init__(self, sites: ColumnTable) -> None:
        self._sites = sites
        names = list(map(visible_name, sites.column("name")))
        self._named = TextIndex(map(folded, names))
        self._unnamed = np.flatnonzero(~np.fromiter(map(bool, names), bool, len(names)))
        self._numbered: tuple[Mapping[str | None, str], TextIndex] | None = None  # unnamed sites in the last language

    def find(self, wanted: Collection[str], unnamed: Mapping[str | None, str]) -> Numbers:
        """Return the numbers, ascending, of the sites whose names contain any of these folded texts; all for "".

        `unnamed`: see core.site_name.name_shown.
        """
        if "" in wanted:
            return np.arange(len(self._sites.ids))
        return self._any(wanted, unnamed, whole=False)

    def equal(self, wanted: Collection[str], unnamed: Mapping[str | None, str]) -> Numbers:
        """Return the numbers, ascending, of the sites whose folded name is one of these texts."""
        return self._any(wanted, unnamed, whole=True)

    def best(self, wanted: Collection[str], unnamed: Mapping[str | None, str], limit: int) -> dict[int, int]:
        """Return the ranks (core.search.match_rank) of the best sites by number, up to `limit` for each text.

        The first text is what was typed: of it names with a slip are found, too.
        """
        found: dict[int, int] = {}
        for index, numbers in self._indexes(unnamed):
            for text in wanted:
                for place, rank in index.best(text, limit).items():
                    number = int(numbers[place])
                    found[number] = min(rank, found.get(number, rank))
        typed = next(iter(wanted), "")  # the others are other spellings
        for index, numbers in self._indexes(unnamed) if len(found) < limit else ():
            for place in index.near(typed, limit - len(found)):
                found.setdefault(int(numbers[place]), NEAR)
        return found

    def _any(self, wanted: Collection[str], unnamed: Mapping[str | None, str], whole: bool) -> Numbers:
        found = [numbers[index.find(text, whole)] for index, numbers in self._indexes(unnamed) for text in wanted]
        return reduce(np.union1d, found, np.zeros(0, np.int64))

    def _indexes(self, unnamed: Mapping[str | None, str]) -> list[tuple[TextIndex, Numbers]]:
        """The names, and the texts shown for sites without one, each with the numbers of their sites."""
        return [(self._named, np.arange(len(self._sites.ids))), (self._shown(unnamed), self._unnamed)]

    def _shown(self, unnamed: Mapping[str | None, str]) -> TextIndex:
        if self._numbered is None or self._numbered[0] != unnamed:
            kinds, fids = self._sites.column("kind"), self._sites.fids
            self._numbered = dict(unnamed), TextIndex(
                folded(unnamed_label(kinds[number], fids[number], unnamed)) for number in self._unnamed)
        return self._numbered[1]
