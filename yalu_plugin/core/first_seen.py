"""The first sighting of each site, by its observations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from yalu_plugin.core.states import SIGHTINGS


def first_sightings(observations: Iterable[Mapping[str, Any]]) -> dict[str, tuple[date, date]]:
    """Return by site id the first and last day of its first sighting, which is the one that ends first.

    A sighting of "August 2023" counts from the 31st, as everywhere in a survey. Sites without a dated one are left out.
    """
    sightings: dict[str, tuple[date, date]] = {}
    for row in observations:
        if row["state"] in SIGHTINGS and row["seen_to"]:
            last = date.fromisoformat(row["seen_to"])
            seen = last, date.fromisoformat(row.get("seen_from") or row["seen_to"])
            sightings[row["site_id"]] = min(seen, sightings.get(row["site_id"], seen))
    return {site_id: (first, last) for site_id, (last, first) in sightings.items()}


def quarters_first_seen(observations: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return by site id the quarter of the first sighting, as 2024-Q2; 2024-Q2/2024-Q3 where it may be either."""
    return {site_id: quarters(*days) for site_id, days in first_sightings(observations).items()}


def quarters(first: date, last: date) -> str:
    """Return the quarter of these days, as 2024-Q2, or the first and the last: 2024-Q2/2024-Q3."""
    return "/".join(dict.fromkeys(map(_quarter, (first, last))))


def period_text(first: str | None, last: str | None) -> str:
    """Return the period between two days (ISO 8601): 2024-Q2, or its days where these are no quarters; empty if open.

    A period of several quarters is 2024-Q2/2024-Q3, other days are 2024-04-03/2024-05-01.
    """
    if not (first and last):
        return ""
    text = quarters(date.fromisoformat(first), date.fromisoformat(last))
    return text if days_of_quarters(text) == (first, last) else f"{first}/{last}"


def _quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def days_of_quarters(quarters: str) -> tuple[str, str]:
    """Return the first and last day (ISO 8601) of a text of quarters_first_seen: 2024-Q2, or 2024-Q2/2024-Q3."""
    first, last = quarters.split("/")[0], quarters.split("/")[-1]
    year, quarter = int(last[:-3]), int(last[-1])
    after = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return date(int(first[:-3]), int(first[-1]) * 3 - 2, 1).isoformat(), (after - timedelta(days=1)).isoformat()
