"""What is done with changes that lie beside a survey, before it is opened, and what is told of it."""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.survey.side_files import copy_with_side_file, set_aside, set_aside_foreign, side_file
from yalu_plugin.layers.survey.survey_errors import (
    ForeignSideFile,
    SideFileCopied,
    SideFileSetAside,
    SideFileUnsure,
    SurveyDamaged,
    SurveyUnreadable,
)

ASK, APPLY, SET_ASIDE = "ask", "take in", "keep aside"


def handle_side_file(path: Path, how: str = ASK) -> YaluError | None:
    """See to it that opening the survey at `path` takes in what is its own and nothing else; returns what is to be
    told of it. Where it cannot be told whose it is, that is asked: SideFileUnsure; the answer is TAKE_IN or KEEP_ASIDE.

    Raises SideFileUnsure, ForeignSideFile, SurveyUnreadable and SurveyDamaged; then nothing was changed.
    """
    side = side_file(path)
    if how == APPLY and side is not None:
        return SideFileCopied(path=path, side=side.name, aside=copy_with_side_file(path).name)
    aside = set_aside(path) if how == SET_ASIDE else set_aside_foreign(path)
    return SideFileSetAside(path=path, aside=aside.name) if aside else None


def handle_side_file_before_layers(path: Path) -> tuple[YaluError | None, YaluError | None]:
    """As `handle_side_file`, when QGIS opens the survey's layers next and cannot be held up to ask: a copy is kept then.

    Returns what is to be told, and why the survey must not be worked on.
    """
    try:
        return (handle_side_file(path) if path.is_file() else None), None
    except SideFileUnsure:
        try:
            return handle_side_file(path, APPLY), None
        except SideFileUnsure as error:
            return None, error
    except (ForeignSideFile, SurveyDamaged, SurveyUnreadable) as error:
        return None, error
