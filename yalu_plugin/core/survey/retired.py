"""Sites that are there no more, as their analyst says: kept, and counted up to the day on which they were retired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from yalu_plugin.core.published import Row


def is_retired(site: Row, day: date | str | None) -> bool:
    """Whether a site counts no more on a UTC day (ISO 8601); without one, as of the latest that is known."""
    retired_on: str | None = site.get("retired_on")
    return bool(retired_on) and (day is None or str(day) > str(retired_on))


class Retired:
    """How many sites are retired by when."""

    def __init__(self, days: Iterable[str | None]) -> None:
        """Of sites that were retired on these days, None where not."""
        self._days = Counter(day for day in days if day)

    def put_in(self, sites: Iterable[Row]) -> None:
        """Count these sites."""
        self._days.update(site["retired_on"] for site in sites if site.get("retired_on"))

    def take_out(self, sites: Iterable[Row]) -> None:
        """Count these sites no longer."""
        self._days.subtract(site["retired_on"] for site in sites if site.get("retired_on"))

    def by(self, day: date | None) -> int:
        """How many count no more on a UTC day; without one, as of the latest that is known."""
        return sum(sites for retired_on, sites in self._days.items() if day is None or str(day) > retired_on)
