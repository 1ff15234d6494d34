"""The states of a survey's sites on a day, from the table site_states."""

from __future__ import annotations

from datetime import date

from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.survey import Survey


def states_on(survey: Survey, day: date | None, **equal: str) -> dict[str, Row]:
    """Return, by site id, the row of site_states that is valid at the end of the UTC `day`; without a day, the latest.

    `equal` as for Survey.states.
    """
    return {row["site_id"]: row for row in survey.states(day, **equal)}
