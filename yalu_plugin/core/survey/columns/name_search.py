"""Search of sites by their displayed names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.site_name import unnamed_label, visible_name
from yalu_plugin.core.survey.columns.column_table import ColumnTable
from yalu_plugin.core.survey.name_folding import folded

_SEPARATOR = "\0"
Numbers = NDArray[np.int64]


class NameSearch:
    """The folded names of a table of sites as they were read, and the texts shown for those without a name."""

    def __init__(self, sites: ColumnTable) -> None:
        self._sites = sites
        names = list(map(visible_name, sites.column("name")))
        self._named = _Texts(map(folded, names))
        self._unnamed = np.flatnonzero(~np.fromiter(map(bool, names), bool, len(names)))
        self._numbered: tuple[Mapping[str | None, str], _Texts] | None = None  # unnamed sites in the last language

    def find(self, text: str, unnamed: Mapping[str | None, str]) -> Numbers:
        """Return the numbers, ascending, of the sites whose names contain this text; all for an empty text.

        `unnamed`: see core.site_name.name_shown.
        """
        wanted = folded(text)
        if not wanted:
            return np.arange(len(self._sites.ids))
        others = self._unnamed[self._shown(unnamed).find(wanted)]
        return np.union1d(self._named.find(wanted), others)

    def equal(self, text: str, unnamed: Mapping[str | None, str]) -> Numbers:
        """Return the numbers, ascending, of the sites whose name equals this text, ignoring case."""
        wanted = folded(text)
        others = self._unnamed[self._shown(unnamed).find(wanted, whole=True)]
        return np.union1d(self._named.find(wanted, whole=True), others)

    def _shown(self, unnamed: Mapping[str | None, str]) -> _Texts:
        if self._numbered is None or self._numbered[0] != unnamed:
            kinds, fids = self._sites.column("kind"), self._sites.fids
            self._numbered = dict(unnamed), _Texts(
                folded(unnamed_label(kinds[number], fids[number], unnamed)) for number in self._unnamed)
        return self._numbered[1]


class _Texts:
    """Concatenated texts that are searched all at once."""

    def __init__(self, texts: Iterable[str]) -> None:
        all_texts = list(texts)  # folded, so that none has the separator
        self._text = _SEPARATOR + "".join(text + _SEPARATOR for text in all_texts)
        self._ends = np.fromiter(accumulate(len(text) + 1 for text in all_texts), np.int64, len(all_texts))

    def find(self, wanted: str, whole: bool = False) -> Numbers:
        """Return the places of the texts that contain `wanted` or, if `whole`, are equal to it."""
        if not wanted:
            return np.zeros(0, np.int64)
        sought = re.escape(wanted)
        # a match extends to the end of its text, so that each text matches once; texts start after the first separator
        pattern = f"(?<={_SEPARATOR}){sought}(?={_SEPARATOR})" if whole else f"{sought}[^{_SEPARATOR}]*"
        begins = np.fromiter((match.start() - 1 for match in re.finditer(pattern, self._text)), np.int64)
        return np.searchsorted(self._ends, begins, side="right").astype(np.int64)
