"""Sites found by a part of what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.site_name import numbered, own_name
from yalu_plugin.core.survey.columns.table import Table
from yalu_plugin.core.survey.names import folded

_APART = "\0"
Numbers = NDArray[np.int64]


class Names:
    """The names of a table of sites as they were read, folded, and what is shown of those that have none."""

    def __init__(self, sites: Table) -> None:
        self._sites = sites
        names = list(map(own_name, sites.column("name")))
        self._named = _Texts(map(folded, names))
        self._unnamed = np.flatnonzero(~np.fromiter(map(bool, names), bool, len(names)))
        self._numbered: tuple[Mapping[str | None, str], _Texts] | None = None  # of the unnamed, in the last language

    def find(self, text: str, unnamed: Mapping[str | None, str]) -> Numbers:
        """The numbers, in their order, of the sites called something with this text in it; all for an empty one.

        `unnamed`: see core.site_name.name_shown.
        """
        wanted = folded(text)
        if not wanted:
            return np.arange(len(self._sites.ids))
        others = self._unnamed[self._shown(unnamed).find(wanted)]
        return np.union1d(self._named.find(wanted), others)

    def equal(self, text: str, unnamed: Mapping[str | None, str]) -> Numbers:
        """The numbers, in their order, of the sites that are called just this, in whatever case."""
        wanted = folded(text)
        others = self._unnamed[self._shown(unnamed).find(wanted, whole=True)]
        return np.union1d(self._named.find(wanted, whole=True), others)

    def _shown(self, unnamed: Mapping[str | None, str]) -> _Texts:
        if self._numbered is None or self._numbered[0] != unnamed:
            kinds, fids = self._sites.column("kind"), self._sites.fids
            self._numbered = dict(unnamed), _Texts(
                folded(numbered(kinds[number], fids[number], unnamed)) for number in self._unnamed)
        return self._numbered[1]


class _Texts:
    """Texts end to end, that all are searched at once."""

    def __init__(self, texts: Iterable[str]) -> None:
        kept = list(texts)  # folded, so that none has the mark
        self._text = _APART + "".join(text + _APART for text in kept)
        self._ends = np.fromiter(accumulate(len(text) + 1 for text in kept), np.int64, len(kept))

    def find(self, wanted: str, whole: bool = False) -> Numbers:
        """The places of those with `wanted` in them, or, if `whole`, that are it."""
        if not wanted:
            return np.zeros(0, np.int64)
        sought = re.escape(wanted)
        # on to the end of a text where it was found; the texts begin after the first mark
        pattern = f"(?<={_APART}){sought}(?={_APART})" if whole else f"{sought}[^{_APART}]*"
        begins = np.fromiter((match.start() - 1 for match in re.finditer(pattern, self._text)), np.int64)
        return np.searchsorted(self._ends, begins, side="right").astype(np.int64)
