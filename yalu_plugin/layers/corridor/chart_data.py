"""What the charts are drawn from, read from a survey: panel and layouts draw the same."""

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
from yalu_plugin.layers.survey.states import states_on
from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from yalu_plugin.core.corridor.measure import Measured


@dataclass(frozen=True)
class ChartData:
    """rows: of Measured.table; states: by site id, on the day; seen: days of first sightings; claims: the table's rows.

    The statement names line, datum, day and sources of the sites; `over_time` those of the counts beside them as well.
    `day`: the UTC day they are of; None: the latest observation's.
    """

    rows: list[dict[str, Any]]
    states: dict[str, str]
    seen: list[date]
    claims: list[Row]
    statement: Statement
    over_time: Statement
    day: date | None = None


def chart_data(survey: Survey, measured: Measured, day: date | None) -> ChartData:
    """What the charts of these measured crossings show as of the end of the UTC `day`, or the latest observation."""
    from yalu_plugin.core.corridor.line_facts import describe

    rows = measured.table.drop(columns="geometry").to_dict("records")
    ids = {row["site_id"] for row in rows}
    observations = [row for row in survey.rows("observations") if row["site_id"] in ids
                    and (day is None or (row["seen_to"] or "") <= day.isoformat())]
    located = {row["source_id"] for row in survey.rows("sites") if row["id"] in ids}
    states = {site_id: row["state"] for site_id, row in states_on(survey, day).items() if site_id in ids}
    as_of = tr("{day} (UTC)").format(day=day) if day else tr("the latest observations")
    statement = Statement(line_text(describe(measured.corridor)), measured.datum_text, as_of,
                          _credits(survey, located), _synthetic(survey, observations))
    claims = survey.rows("claims")
    counted = {row["source_id"] for row in claims if row["quantity"] == QUANTITY}
    over_time = replace(statement, source=_credits(survey, located | counted))
    return ChartData(rows, states, first_seen(ids, observations), claims, statement, over_time, day)


def prepare_charts() -> None:
    """Import what drawing needs, which takes seconds the first time. Raises MissingPackages."""
    need_matplotlib()
    import matplotlib.backends.backend_agg
    import matplotlib.figure
    import matplotlib.font_manager  # noqa: F401


def draw_chart(which: str, data: ChartData, sheet: Sheet) -> Figure:
    """The chart of this name, one of CHARTS. Raises MissingPackages."""
    need_matplotlib()
    return CHARTS[which](data, sheet)


def _credits(survey: Survey, source_ids: set[str]) -> str:
    """Who published, one after the other."""
    return "; ".join(row["attribution"] or row["title"] for row in survey.rows("sources") if row["id"] in source_ids)


def _synthetic(survey: Survey, observations: list[Row]) -> bool:
    """Whether anything was seen on a made-up image."""
    made_up = {row["id"] for row in survey.rows("images", synthetic=True)}
    return any(row["image_id"] in made_up for row in observations)


CHARTS: dict[str, Callable[[ChartData, Sheet], Figure]] = {
    "strip": lambda data, sheet: chainage_strip(data.rows, data.states, data.statement, sheet),
    "time": lambda data, sheet: crossings_over_time(data.seen, len(data.rows), data.claims, data.over_time, sheet),
    "gaps": lambda data, sheet: gap_histogram(data.rows, data.statement, sheet),
}
