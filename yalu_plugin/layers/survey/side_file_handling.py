"""What is done with changes that lie beside a survey, before it is opened, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.survey.side_files import copy_aside, keep_aside, keep_foreign_aside, side_file
from yalu_plugin.layers.survey.survey_errors import (
    SideFileCopied,
    SideFileNotItsOwn,
    SideFileSetAside,
    SideFileUnsure,
    SurveyDamaged,
    SurveyUnreadable,
)

ASK, TAKE_IN, KEEP_ASIDE = "ask", "take in", "keep aside"


def settle_beside(path: Path, how: str = ASK) -> YaluError | None:
    """See to it that opening the survey at `path` takes in what is its own and nothing else; returns what is to be
    told of it. Where it cannot be told whose it is, that is asked: SideFileUnsure; the answer is TAKE_IN or KEEP_ASIDE.

    Raises SideFileUnsure, SideFileNotItsOwn, SurveyUnreadable and SurveyDamaged; then nothing was changed.
    """
    side = side_file(path)
    if how == TAKE_IN and side is not None:
        return SideFileCopied(path=path, side=side.name, aside=copy_aside(path).name)
    aside = keep_aside(path) if how == KEEP_ASIDE else keep_foreign_aside(path)
    return SideFileSetAside(path=path, aside=aside.name) if aside else None


def settle_before_layers(path: Path) -> tuple[YaluError | None, YaluError | None]:
    """As `settle_beside`, when QGIS opens the survey's layers next and cannot be held up to ask: a copy is kept then.

    Returns what is to be told, and why the survey must not be worked on.
    """
    try:
        return (settle_beside(path) if path.is_file() else None), None
    except SideFileUnsure:
        try:
            return settle_beside(path, TAKE_IN), None
        except SideFileUnsure as error:
            return None, error
    except (SideFileNotItsOwn, SurveyDamaged, SurveyUnreadable) as error:
        return None, error
