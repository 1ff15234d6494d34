"""Texts stored in the file: in one file, whatever journal mode others set, and never in another file."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

HOLD_OPEN = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("PRAGMA journal_mode = WAL")
database.execute("SELECT COUNT(*) FROM sites").fetchall()
print("open", flush=True)
sys.stdin.readline()
"""  # another program: while it has the file open, SQLite leaves the log next to it


@pytest.fixture
def survey(qgis_app, tmp_path):
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.open import open_survey

    return open_survey(create_survey(tmp_path / "survey.gpkg", "Survey", True).path)


def test_a_plain_copy_has_the_text_also_where_others_switched_to_a_log(survey, tmp_path):
    from yalu_plugin.layers.survey.open import open_survey

    other = subprocess.Popen([sys.executable, "-c", HOLD_OPEN, str(survey.path)], stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"open\n"
    for text in ("one", "two"):
        survey.store_text("page_words", text)
        copy = tmp_path / f"{text}.gpkg"
        shutil.copy(survey.path, copy)
        assert open_survey(copy).stored_text("page_words") == text
    other.communicate(b"\n")


def test_nothing_is_written_into_another_file_of_that_name(survey, tmp_path):
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyRemoved, SurveyReplaced

    other = create_survey(tmp_path / "other.gpkg", "Other", True)
    survey.path.rename(tmp_path / "moved.gpkg")
    with pytest.raises(SurveyRemoved):
        survey.store_text("page_words", "lost")
    shutil.copy(other.path, survey.path)
    with pytest.raises(SurveyReplaced):
        survey.store_text("page_words", "lost")
    assert other.stored_text("page_words") == ""


def test_a_text_is_stored_and_the_survey_matches_its_record(survey):
    from yalu_plugin.core.work_progress import no_progress

    survey.store_text("page_words", "kept")
    found = survey.verify([], no_progress)
    assert found.findings == [] and found.differences == []
