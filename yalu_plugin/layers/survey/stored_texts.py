"""Texts that a survey's file keeps beside its facts, such as the words of its pages: GeoPackage's own metadata.

They are no facts: the record does not tell of them, and they are not undone.
"""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.layers.survey.geopackage import gather, must, opened, take_write_lock
from yalu_plugin.layers.survey.opened_file import OpenedFile
from yalu_plugin.layers.survey.survey_errors import WriteFailed

DOMAIN = "yalu"


def kept_text(path: Path, name: str) -> str:
    """The text kept under this name, empty where there is none. Raises what opening the survey raises."""
    with opened(path) as dataset:
        return dataset.GetMetadataItem(name, DOMAIN) or ""


def keep_text(path: Path, file: OpenedFile, name: str, text: str) -> None:
    """Keep a text under this name from now on. Raises SurveyGone, SurveyReplaced, SurveyLocked and WriteFailed."""
    file.must_be_there()
    with opened(path, update=True) as dataset:
        file.must_be(dataset)
        take_write_lock(dataset)
        must(dataset.SetMetadataItem(name, text, DOMAIN))
    del dataset  # written when it is closed, and GDAL tells nobody whether it could be
    gather(path)
    if kept_text(path, name) != text:
        raise WriteFailed(path=path)
