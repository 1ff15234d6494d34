"""Crossings over time: published counts per quarter, and the first sightings of this survey."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.charts.chart import A4, SMALL_PT, Sheet, Statement, draw_message, drawing, legend
from yalu_plugin.core.first_seen import first_sightings
from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

QUANTITY = "new crossings"


def published_steps(claims: Iterable[Mapping[str, Any]]) -> list[tuple[date, int]]:
    """Return the end of each period with a published count of new crossings, and the sum of the counts up to it."""
    periods = sorted((date.fromisoformat(claim["to_date"]), int(claim["value"])) for claim in claims
                     if claim["quantity"] == QUANTITY and claim["to_date"] and claim["value"] is not None)
    return [(end, sum(count for _, count in periods[: number + 1])) for number, (end, _) in enumerate(periods)]


def first_seen(site_ids: Iterable[str], observations: Iterable[Mapping[str, Any]]) -> list[date]:
    """Return the days by which these sites were first seen, ascending; sites without a dated sighting are left out."""
    sightings = first_sightings(observations)
    return sorted(sightings[site_id][1] for site_id in set(site_ids) if site_id in sightings)


def crossings_over_time(
    seen: Sequence[date], located: int, claims: Sequence[Mapping[str, Any]], statement: Statement, sheet: Sheet = A4
) -> Figure:
    """Draw cumulative crossings: published per quarter, and first seen in this survey.

    seen: from first_seen, for the `located` crossings of the survey. claims: rows of the claims table; those of the
    source that counts new crossings are drawn, with its total if it states one.
    """
    translate = sheet.translate
    steps = published_steps(claims)
    days = [*seen, *(day for day, _ in steps)]
    with drawing(translatable("Crossings over time"), statement, sheet) as (figure, axes):
        if not days:
            draw_message(axes, translate(translatable("no crossing has a date")))
            return figure
        axes.set_ylabel(translate(translatable("crossings so far")))
        axes.yaxis.get_major_locator().set_params(integer=True)
        axes.grid(True, axis="y")
        _draw_published(axes, steps, _total(claims), sheet)
        label = translate(translatable("this survey, by first sighting: {seen} of {located} dated")).format(
            seen=len(seen), located=located)
        axes.step([*seen, max(days)], [*range(1, len(seen) + 1), len(seen)], where="post", color=sheet.palette.second,
                  linestyle="--", marker="s", markersize=4, label=label)
        _date_axis(axes, days)
        axes.set_ylim(bottom=0)
        legend(axes, 2 if sheet.wide else 1)
    return figure


def _draw_published(axes: Axes, steps: Sequence[tuple[date, int]], total: int | None, sheet: Sheet) -> None:
    if not steps:
        return
    colour, translate = sheet.palette.first, sheet.translate
    days, counts = zip(*steps)
    axes.step(days, counts, where="post", color=colour, marker="o", markersize=4,
              label=translate(translatable("published, by end of period")))
    for day, count in steps:
        axes.annotate(str(count), (day, count), (3, -3), textcoords="offset points", va="top", fontsize=SMALL_PT)
    if total is not None:
        axes.axhline(total, color=colour, linestyle=":", linewidth=1.2,
                     label=translate(translatable("published total {total}: {missing} undated")).format(
                         total=total, missing=total - counts[-1]))


def _total(claims: Sequence[Mapping[str, Any]]) -> int | None:
    """Return the largest count of crossings claimed by the source that counts new ones."""
    sources = {claim["source_id"] for claim in claims if claim["quantity"] == QUANTITY}
    counts = [int(claim["value"]) for claim in claims if claim["quantity"] == "crossings"
              and claim["source_id"] in sources and claim["value"] is not None]
    return max(counts, default=None)


def _date_axis(axes: Axes, days: Sequence[date]) -> None:
    """Set ticks at the starts of quarters, of half-years or of years, depending on the length."""
    from matplotlib.dates import DateFormatter, MonthLocator

    years = (max(days) - min(days)).days / 365
    months = (1, 4, 7, 10) if years <= 1.5 else (1, 7) if years < 4 else (1,)
    axes.xaxis.set_major_locator(MonthLocator(bymonth=months))
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))
