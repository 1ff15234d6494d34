"""A lazy sequence of the rows of a data frame, which may have a million of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from yalu_plugin.gui.corridor.page_table import Row

if TYPE_CHECKING:
    import pandas
    from numpy.typing import NDArray

SITE_COLUMNS = ("site_id", "other_id")  # and site_ids, which holds a tuple of ids


class FrameRows(Sequence[Row]):
    """The rows of `frame` as mappings, and the sites they are about."""

    def __init__(self, frame: pandas.DataFrame) -> None:
        self.frame = frame
        self._values = {str(name): frame[name].to_numpy() for name in frame}

    @cached_property
    def _sites(self) -> list[pandas.Series]:
        """The columns of site ids as categories, for quick lookup; built on first use, as many rows take a while."""
        return [self.frame[name].astype("category") for name in SITE_COLUMNS if name in self.frame]

    def __len__(self) -> int:
        return len(self.frame)

    def __getitem__(self, number: int) -> dict[str, Any]:  # type: ignore[override]  # no slices
        return {name: values[number] for name, values in self._values.items()}

    def sites_of(self, spans: Iterable[tuple[int, int]]) -> list[str]:
        """Return the ids, without duplicates, of the sites that the rows in these spans (first, last) are about."""
        found: dict[str, None] = {}
        for first, last in spans:
            for sites in self._sites:
                found.update(dict.fromkeys(sites.iloc[first:last + 1].unique()))
            for several in self._values.get("site_ids", ())[first:last + 1]:
                found.update(dict.fromkeys(several))
        return list(found)

    def spans_of(self, site_ids: Iterable[str]) -> NDArray[Any]:
        """Return first and last row, shape (n, 2), of each run of rows that are only about these sites."""
        import numpy as np

        chosen = set(site_ids)
        if not chosen:
            return np.empty((0, 2), dtype=int)
        about = [sites.isin(chosen).to_numpy() for sites in self._sites]
        if "site_ids" in self._values:
            about.append(self.frame["site_ids"].map(chosen.issuperset).to_numpy(dtype=bool))
        if not about:  # stretches of the river are about no site
            return np.empty((0, 2), dtype=int)
        edges = np.flatnonzero(np.diff(np.r_[False, np.logical_and.reduce(about), False]))
        return edges.reshape(-1, 2) - [0, 1]
