"""The state of every site on a day, as the survey's table site_states has it."""

from __future__ import annotations

from datetime import date

from yalu_plugin.core.published import Row
from yalu_plugin.layers.survey.survey import Survey


def states_on(survey: Survey, day: date | None, **equal: str) -> dict[str, Row]:
    """By site id, the row of site_states that holds at the end of the UTC `day`; without a day, the latest. `equal` as
    for Survey.states.
    """
    return {row["site_id"]: row for row in survey.states(day, **equal)}
