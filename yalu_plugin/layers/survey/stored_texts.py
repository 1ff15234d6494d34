"""Texts stored in a survey's file in addition to its facts, such as texts of its pages: GeoPackage's own metadata.

They are not facts: they are neither in the record nor undone.
"""

from __future__ import annotations

from pathlib import Path

from yalu_plugin.layers.survey.geopackage import check_gdal, checkpoint_file, lock_for_writing, opened
from yalu_plugin.layers.survey.opened_file import OpenedFile
from yalu_plugin.layers.survey.survey_errors import WriteFailed

DOMAIN = "yalu"


def stored_text(path: Path, name: str) -> str:
    """Return the text stored under this name, empty where there is none. Raises what opening the survey raises."""
    with opened(path) as dataset:
        return dataset.GetMetadataItem(name, DOMAIN) or ""


def store_text(path: Path, file: OpenedFile, name: str, text: str) -> None:
    """Store a text under this name. Raises SurveyRemoved, SurveyReplaced, SurveyLocked and WriteFailed."""
    file.check_exists()
    with opened(path, update=True) as dataset:
        file.check_identity(dataset)
        lock_for_writing(dataset)
        check_gdal(dataset.SetMetadataItem(name, text, DOMAIN))
    del dataset  # written when it is closed, and GDAL does not report whether that worked
    checkpoint_file(path)
    if stored_text(path, name) != text:
        raise WriteFailed(path=path)
