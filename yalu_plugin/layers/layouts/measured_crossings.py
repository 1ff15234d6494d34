"""The measures that pages show, all taken along the same line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from yalu_plugin.layers.survey.survey import Survey

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.measure import Measured


def measured_crossings(survey: Survey, day: date) -> Measured:
    """The survey's crossings along its own river line, or the bundled one where it has none; without those that are
    retired by the UTC `day`.

    Raises MissingPackages and what measuring raises (CorridorInParts and others).
    """
    from yalu_plugin.layers.corridor.corridor_input import measure_survey

    lines = survey.layer("corridors")
    return measure_survey(survey, lines if lines.featureCount() else None, day)
