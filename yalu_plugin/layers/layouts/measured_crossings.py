"""The measured crossings of a survey, all along the same river line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured


def measured_crossings(survey: Survey, day: date) -> Measured:
    """Measure the survey's crossings along its own river line, or along the bundled one if it has none.

    Crossings retired by the UTC `day` are left out. Raises MissingPackages and what measuring raises (CorridorInParts
    and others).
    """
    from yalu_plugin.layers.corridor.corridor_input import measure_survey

    lines = survey.layer("corridors")
    return measure_survey(survey, lines if lines.featureCount() else None, day)
