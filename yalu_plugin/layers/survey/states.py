"""The state of every site on a day, as the survey's table site_states has it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.survey import Survey


def states_on(survey: Survey, day: date | None) -> dict[str, Row]:
    """By site id, the row of site_states that holds at the end of the UTC `day`; without a day, the latest."""
    return states_at(survey.rows("site_states"), day)


def states_at(rows: Iterable[Row], day: date | None) -> dict[str, Row]:
    """As `states_on`, from all rows of site_states."""
    at = day.isoformat() if day else "9999-12-31"
    return {row["site_id"]: row for row in rows
            if (row["valid_from"] or "") <= at and (row["valid_to"] is None or at < row["valid_to"])}
