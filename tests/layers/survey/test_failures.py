"""The reason of a failure is found without copying the survey, and without reading all of a locked one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.broken_files import file_lock


@pytest.fixture
def slow_steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps taken that are slower for a larger survey: copies, and checks of all pages."""
    from yalu_plugin.layers.survey import failures

    done: list[str] = []
    copy, whole = failures._state_of_copy, failures._is_whole
    monkeypatch.setattr(failures, "_state_of_copy", lambda path: done.append("copy") or copy(path))
    monkeypatch.setattr(failures, "_is_whole", lambda dataset: done.append("pages") or whole(dataset))
    return done


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_click_refused_by_a_lock_costs_the_same_for_any_size(survey: Any, slow_steps: list[str], how: str) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked

    with file_lock(survey.path, how), pytest.raises(SurveyLocked):
        survey.change("no", added={"sites": [{"id": "x", "geom": "POINT (1 2)"}]})
    assert slow_steps == []
    assert survey.change("yes", added={"sites": [{"id": "x", "geom": "POINT (1 2)"}]}).tables == {"sites"}


def test_reading_a_locked_file_costs_the_same_for_any_size(survey: Any, slow_steps: list[str]) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked

    with file_lock(survey.path, "EXCLUSIVE"), pytest.raises(SurveyLocked):
        survey.rows("sites")
    assert slow_steps == []


def test_damage_is_found_in_the_file_itself(survey: Any, slow_steps: list[str]) -> None:
    from yalu_plugin.layers.survey import failures

    survey.change("add", added={"sources": [{"id": f"{number}", "title": 900 * "x"}
                                            for number in range(100)]})  # so that the file ends with rows
    assert type(failures.write_error(survey.path, RuntimeError("x"))).__name__ == "WriteFailed"
    with survey.path.open("r+b") as file:
        file.seek(-4096 * 5, os.SEEK_END)
        file.write(os.urandom(4096 * 5))
    before = survey.path.read_bytes()
    assert [type(reason(survey.path, RuntimeError("x"))).__name__ for reason in (
        failures.write_error, failures.read_error)] == ["SurveyDamaged"] * 2
    assert set(slow_steps) == {"pages"} and survey.path.read_bytes() == before


def test_what_gdal_cannot_open_is_copied_only_where_it_is_small(survey: Any, slow_steps: list[str], tmp_path: Path,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import failures
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import NotAGeoPackage, SurveyDamaged

    plain = tmp_path / "plain.gpkg"
    with closing(sqlite3.connect(plain)) as database, database:
        database.execute("CREATE TABLE x (a)")
    with pytest.raises(NotAGeoPackage):
        open_survey(plain)
    assert slow_steps == ["copy"]
    monkeypatch.setattr(failures, "LARGE", 0)
    monkeypatch.setattr(shutil, "copyfile", None)
    with pytest.raises(SurveyDamaged):
        open_survey(plain)


def test_a_geopackage_whose_list_of_tables_was_emptied_is_no_survey(survey: Any, slow_steps: list[str]) -> None:
    from yalu_plugin.layers.survey import failures

    with closing(sqlite3.connect(survey.path)) as database, database:
        database.execute("DELETE FROM gpkg_contents")
    assert [type(reason(survey.path, RuntimeError("x"))).__name__ for reason in (
        failures.write_error, failures.read_error)] == ["NotASurvey"] * 2
    assert set(slow_steps) == {"pages"}


def test_another_connection_of_this_process_keeps_its_lock(survey: Any) -> None:
    """POSIX: a process that closes a file gives up all its locks on it. SQLite defers closing; a copy did not."""
    from yalu_plugin.layers.survey import failures
    from yalu_plugin.layers.survey.geopackage import open_locked
    from yalu_plugin.layers.survey.survey_errors import SurveyLocked

    holder = open_locked(survey.path)
    assert isinstance(failures.write_error(survey.path, failures.LockRefused("busy")), SurveyLocked)
    code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
    other = subprocess.run([sys.executable, "-c", code, str(survey.path)], capture_output=True, text=True, check=False)
    assert "database is locked" in other.stderr and holder is not None
