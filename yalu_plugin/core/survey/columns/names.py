"""Sites found by a part of their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.survey.columns.table import Table
from yalu_plugin.core.survey.names import folded

_APART = "\0"


class Names:
    """The names of a table of sites as they were read, folded, in one text that is searched at once."""

    def __init__(self, sites: Table) -> None:
        names = [folded(name) if name else "" for name in sites.column("name")]
        self._text = _APART.join(names)
        self._ends = np.fromiter(accumulate(len(name) + 1 for name in names), np.int64, len(names))
        named = np.fromiter(map(bool, names), bool, len(names))
        self._unnamed = np.flatnonzero(~named)
        kinds = sites.column("kind")
        self._kinds = [kinds[number] for number in self._unnamed]

    def find(self, text: str, unnamed: Mapping[str, str]) -> NDArray[np.int64]:
        """The numbers, in their order, of the sites with this text in their names; `unnamed` is by kind what is shown
        instead of one. All have an empty text.
        """
        wanted = folded(text)
        if not wanted:
            return np.arange(len(self._ends))
        sought = re.escape(wanted)
        # on to the end of a name where it was found; what might go over the end of one is looked for at each place
        pattern = f"(?={sought})" if _APART in wanted else f"{sought}[^{_APART}]*"
        begins = np.fromiter((match.start() for match in re.finditer(pattern, self._text)), np.int64)
        numbers = np.searchsorted(self._ends, begins, side="right")
        within = begins + len(wanted) < self._ends[numbers]
        kinds = {kind for kind, shown in unnamed.items() if wanted in folded(shown)}
        others = self._unnamed[[kind in kinds for kind in self._kinds]] if kinds else self._unnamed[:0]
        return np.union1d(numbers[within], others)
