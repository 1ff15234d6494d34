"""Sites that are there no more, as their analyst says: kept, and counted up to the day on which they were retired."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timezone

from yalu_plugin.core.published import Row


def as_of(day: date | None) -> date:
    """The UTC day that something is told of; where none is chosen, today."""
    return day if day is not None else datetime.now(timezone.utc).date()


def is_retired(site: Row, day: date | str) -> bool:
    """Whether a site counts no more on a UTC day (ISO 8601): it counts on the day on which it is retired."""
    retired_on: str | None = site.get("retired_on")
    return bool(retired_on) and str(day) > str(retired_on)


def retirements(sites: Iterable[Row]) -> dict[str, str]:
    """Of those of these sites that are retired on some day, the last day that they count (ISO 8601), by id."""
    return {site["id"]: site["retired_on"] for site in sites if site["id"] and site.get("retired_on")}


class Retired:
    """Which sites are retired when: `days` has the last day that they count, by id."""

    def __init__(self, days: Mapping[str, str]) -> None:
        self.days = dict(days)

    def put_in(self, sites: Iterable[Row]) -> None:
        """Count these sites."""
        self.days.update(retirements(sites))

    def take_out(self, sites: Iterable[Row]) -> None:
        """Count these sites no longer."""
        for site in sites:
            self.days.pop(site["id"], None)

    def by(self, day: date) -> int:
        """How many count no more on a UTC day."""
        return sum(is_retired({"retired_on": retired_on}, day) for retired_on in self.days.values())
