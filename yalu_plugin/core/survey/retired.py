"""Retired sites: they stay in the survey, and count up to the day on which the analyst retired them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timezone

from yalu_plugin.core.published import Row


def as_of(day: date | None) -> date:
    """Return the UTC day to evaluate: `day`, or today without one."""
    return day if day is not None else datetime.now(timezone.utc).date()


def is_retired(site: Row, day: date | str) -> bool:
    """Return whether a site no longer counts on a UTC day (ISO 8601); on the day of its retirement it still counts."""
    retired_on: str | None = site.get("retired_on")
    return bool(retired_on) and str(day) > str(retired_on)


def retirements(sites: Iterable[Row]) -> dict[str, str]:
    """Return the last day (ISO 8601) that retired sites count, by id."""
    return {site["id"]: site["retired_on"] for site in sites if site["id"] and site.get("retired_on")}


class Retired:
    """The retired sites: `days` has the last day that they count, by id."""

    def __init__(self, days: Mapping[str, str]) -> None:
        self.days = dict(days)

    def add(self, sites: Iterable[Row]) -> None:
        """Add these sites where they are retired."""
        self.days.update(retirements(sites))

    def remove(self, sites: Iterable[Row]) -> None:
        """Remove these sites."""
        for site in sites:
            self.days.pop(site["id"], None)

    def by(self, day: date) -> int:
        """Return how many sites no longer count on a UTC day."""
        return sum(is_retired({"retired_on": retired_on}, day) for retired_on in self.days.values())
