"""Decide, before a survey is opened, what to do with a side file next to it, and what to report."""

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

ASK, APPLY, SET_ASIDE = "ask", "apply", "set aside"


def handle_side_file(path: Path, action: str = ASK) -> YaluError | None:
    """Make sure that opening the survey at `path` applies its own side file and no other; return a notice, or None.

    Where it is not clear which file the side file belongs to, `action` decides: APPLY, SET_ASIDE or ASK.

    Raises:
        SideFileUnsure: the user has to be asked. Nothing was changed, as with the next ones.
        ForeignSideFile, SurveyUnreadable, SurveyDamaged: the survey cannot be opened.
    """
    side = side_file(path)
    if action == APPLY and side is not None:
        return SideFileCopied(path=path, side=side.name, aside=copy_with_side_file(path).name)
    aside = set_aside(path) if action == SET_ASIDE else set_aside_foreign(path)
    return SideFileSetAside(path=path, aside=aside.name) if aside else None


def handle_side_file_before_layers(path: Path) -> tuple[YaluError | None, YaluError | None]:
    """Do as `handle_side_file`, when QGIS opens the survey's layers next and cannot wait for an answer.

    A copy is made where the user would have to be asked. Returns a notice, and the reason why the survey must not be
    used.
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
