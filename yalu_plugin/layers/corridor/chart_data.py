"""The data of the charts, read from a survey, and their drawing: the same in panel and layouts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.charts.chainage_strip import chainage_strip
from yalu_plugin.core.charts.chart import Sheet, Statement
from yalu_plugin.core.charts.crossings_over_time import QUANTITY, crossings_over_time, first_seen
from yalu_plugin.core.charts.gap_histogram import gap_histogram
from yalu_plugin.core.published import Row
from yalu_plugin.core.requirements import need_matplotlib
from yalu_plugin.i18n import tr
from yalu_plugin.layers.corridor.line_text import line_text
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.survey_states import states_on

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from yalu_plugin.core.corridor.measure import Measured


@dataclass(frozen=True)
class ChartData:
    """The rows of Measured.table, states by site id on the day, days of first sightings, and rows of the claims table.

    `statement` names line, datum, day and sources of the sites; `over_time` also the sources of the counts. `day` is
    their UTC day; None for the latest observations.
    """

    rows: list[dict[str, Any]]
    states: dict[str, str]
    seen: list[date]
    claims: list[Row]
    statement: Statement
    over_time: Statement
    day: date | None = None


def chart_data(survey: Survey, measured: Measured, day: date | None) -> ChartData:
    """Return the data for charts of these measured crossings.

    They are as of the end of the UTC `day`, or of the latest observation.
    """
    from yalu_plugin.core.corridor.line_facts import describe

    rows = measured.table.drop(columns="geometry").to_dict("records")
    ids = {row["site_id"] for row in rows}
    observations = [row for row in survey.rows("observations") if row["site_id"] in ids
                    and (day is None or (row["seen_to"] or "") <= day.isoformat())]
    site_sources = {row["source_id"] for row in survey.rows("sites") if row["id"] in ids}
    states = {site_id: row["state"] for site_id, row in states_on(survey, day).items() if site_id in ids}
    as_of = tr("{day} (UTC)").format(day=day) if day else tr("the latest observations")
    statement = Statement(line_text(describe(measured.corridor)), measured.datum_text, as_of,
                          _credits(survey, site_sources), _has_synthetic(survey, observations))
    claims = survey.rows("claims")
    count_sources = {row["source_id"] for row in claims if row["quantity"] == QUANTITY}
    over_time = replace(statement, source=_credits(survey, site_sources | count_sources))
    return ChartData(rows, states, first_seen(ids, observations), claims, statement, over_time, day)


def prepare_charts() -> None:
    """Import what drawing needs, which takes seconds the first time. Raises MissingPackages."""
    need_matplotlib()
    import matplotlib.backends.backend_agg
    import matplotlib.figure
    import matplotlib.font_manager  # noqa: F401


def draw_chart(name: str, data: ChartData, sheet: Sheet) -> Figure:
    """Return the chart of this name, one of CHARTS. Raises MissingPackages."""
    need_matplotlib()
    return CHARTS[name](data, sheet)


def _credits(survey: Survey, source_ids: set[str]) -> str:
    """Return the publishers of these sources, separated by semicolons."""
    return "; ".join(row["attribution"] or row["title"] for row in survey.rows("sources") if row["id"] in source_ids)


def _has_synthetic(survey: Survey, observations: list[Row]) -> bool:
    """Return whether an observation is from a synthetic image."""
    synthetic_ids = {row["id"] for row in survey.rows("images", synthetic=True)}
    return any(row["image_id"] in synthetic_ids for row in observations)


CHARTS: dict[str, Callable[[ChartData, Sheet], Figure]] = {
    "strip": lambda data, sheet: chainage_strip(data.rows, data.states, data.statement, sheet),
    "time": lambda data, sheet: crossings_over_time(data.seen, len(data.rows), data.claims, data.over_time, sheet),
    "gaps": lambda data, sheet: gap_histogram(data.rows, data.statement, sheet),
}
