"""Grouping a list of sites under headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yalu_plugin.core.survey.columns.fid_list import FidList, Fids

_HEADING = -(1 << 62)  # stands for the first heading, the next numbers for the others: not a fid of any GeoPackage


class Heading(NamedTuple):
    """The heading of a group, and the number of its sites, also while it is folded."""

    text: str
    sites: int
    folded: bool


class Grouped(NamedTuple):
    """The grouped list: `fids` contains headings as numbers that `heading_number` recognises."""

    fids: FidList
    headings: list[Heading]


def grouped(fids: Fids, codes: NDArray[np.int32], texts: Sequence[str], folded: Collection[str]) -> Grouped:
    """Group sites: groups are in the order of their first site, one without a text last; sites keep their order.

    codes: for each site, the place in `texts` of its group's heading; equal texts are one group.
    """
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    groups = np.array([places[text] for text in texts], np.int64)[codes] if len(codes) else np.zeros(0, np.int64)
    found, first, counts = np.unique(groups, return_index=True, return_counts=True)
    order = np.lexsort((first, [not list(places)[group] for group in found]))
    rank = np.zeros(len(places), np.int64)
    rank[found[order]] = np.arange(len(found))
    in_order = fids[np.argsort(rank[groups], kind="stable")] if len(fids) else fids
    names = list(places)
    headings = [Heading(names[found[place]], int(counts[place]), names[found[place]] in folded) for place in order]
    parts, begin = [], 0
    for number, heading in enumerate(headings):
        parts.append(np.array([_HEADING + number], np.int64))
        if not heading.folded:
            parts.append(in_order[begin:begin + heading.sites])
        begin += heading.sites
    return Grouped(FidList(np.concatenate(parts) if parts else np.zeros(0, np.int64)), headings)


def heading_number(fid: int) -> int:
    """Return the number of the heading that is in place of a fid, or -1."""
    return fid - _HEADING if fid < _HEADING // 2 else -1
