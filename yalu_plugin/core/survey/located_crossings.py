"""How many of the crossings that a source published have a place in the survey."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from yalu_plugin.core.claims import largest_count
from yalu_plugin.core.kinds import CROSSING_KINDS
from yalu_plugin.core.published import Row


class Located:
    """Crossings counted by their source."""

    def __init__(self, kinds: Iterable[str | None], sources: Iterable[str | None]) -> None:
        """Of sites with these kinds and sources."""
        self._of_source = Counter(source for kind, source in zip(kinds, sources) if kind in CROSSING_KINDS)

    def put_in(self, sites: Iterable[Row]) -> None:
        """Count these sites."""
        self._of_source.update(site["source_id"] for site in sites if site["kind"] in CROSSING_KINDS)

    def take_out(self, sites: Iterable[Row]) -> None:
        """Count these sites no longer."""
        self._of_source.subtract(site["source_id"] for site in sites if site["kind"] in CROSSING_KINDS)

    def of(self, claims: Iterable[Row]) -> tuple[int, int] | None:
        """As core.claims.located: how many crossings of the largest published count are there, and that count."""
        largest = largest_count(claims)
        return None if largest is None else (self._of_source[largest["source_id"]], int(largest["value"]))
