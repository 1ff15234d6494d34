"""One result of a search."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from yalu_plugin.core.search.place_names import Box

SITE, PLACE, KM, COORDINATES, DAY, IMAGE, SOURCE = "site", "place", "km", "coordinates", "day", "image", "source"
KINDS = (KM, COORDINATES, DAY, SITE, PLACE, IMAGE, SOURCE)  # in the order of results that fit equally well


class Found(NamedTuple):
    """A result with its texts for the user.

    It leads to the site, image or source `id`, to a `box` on the map (EPSG:4326) or to a `day`. If all are empty it
    leads nowhere, and `detail` says why. rank: see core.search.match_rank.
    """

    kind: str
    rank: int
    title: str
    detail: str
    id: str = ""
    box: Box | None = None
    day: date | None = None

    @property
    def leads_somewhere(self) -> bool:
        """Whether there is something to go to."""
        return bool(self.id) or self.box is not None or self.day is not None


def in_order(found: list[Found]) -> list[Found]:
    """Return results, the best first; of equal ones in the order of KINDS, then as they were."""
    return sorted(found, key=lambda one: (one.rank, KINDS.index(one.kind)))
