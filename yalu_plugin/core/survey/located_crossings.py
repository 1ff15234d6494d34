"""Counts of the crossings in the survey by their source, for comparison with published counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from yalu_plugin.core.claims import largest_count
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.published import Row


class LocatedCrossings:
    """Crossings with a place, counted by their source."""

    def __init__(self, kinds: Iterable[str | None], sources: Iterable[str | None]) -> None:
        """Count sites with these kinds and sources."""
        self._of_source = Counter(source for kind, source in zip(kinds, sources) if kind in CROSSING_KINDS)

    def add(self, sites: Iterable[Row]) -> None:
        """Count these sites."""
        self._of_source.update(site["source_id"] for site in sites if site["kind"] in CROSSING_KINDS)

    def remove(self, sites: Iterable[Row]) -> None:
        """Remove these sites from the counts."""
        self._of_source.subtract(site["source_id"] for site in sites if site["kind"] in CROSSING_KINDS)

    def of(self, claims: Iterable[Row]) -> tuple[int, int] | None:
        """Return how many crossings of the largest published count are located, and that count; see core.claims."""
        largest = largest_count(claims)
        return None if largest is None else (self._of_source[largest["source_id"]], int(largest["value"]))
