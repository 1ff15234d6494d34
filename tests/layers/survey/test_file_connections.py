"""A survey that stays open for reading is read as it is now, whoever has written to it and however."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.layers.survey.survey_errors import SurveyReplaced


def last_hash(survey: Any) -> Any:
    from yalu_plugin.layers.survey.geopackage import rows_of

    with survey.file.reader.opened() as dataset:
        return rows_of(dataset, 'SELECT "hash" FROM "audit" ORDER BY "seq" DESC LIMIT 1')


def test_another_file_with_as_many_changes_put_over_it_is_seen(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey

    other = create_survey(tmp_path / "other.gpkg", "Other", published=True)  # SQLite counts the changes of both alike
    mine, theirs = last_hash(survey), last_hash(other)
    shutil.copyfile(other.path, survey.path)
    assert mine != theirs and last_hash(survey) == theirs


@pytest.mark.parametrize("more", [0, 1, 5])
def test_whoever_follows_the_file_hears_that_a_backup_was_put_over_it(survey: Any, tmp_path: Path, more: int) -> None:
    backup, newest = tmp_path / "backup.gpkg", tmp_path / "newest.gpkg"
    shutil.copyfile(survey.path, backup)
    begin = survey.last_seen().seq
    for number in range(more + 1):
        survey.change("edit", added={"sites": [{"id": f"new {number}"}]})
    assert len(survey.changes_since(begin).entries) == more + 1
    shutil.copyfile(survey.path, newest)
    shutil.copyfile(backup, survey.path)
    for _ in range(2):
        with pytest.raises(SurveyReplaced):
            survey.changes_since(begin + more + 1)
    shutil.copyfile(newest, survey.path)  # the file that was opened is there again
    assert survey.changes_since(begin + more + 1).entries == ()


def test_it_is_opened_anew_only_for_what_sqlite_does_not_see(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from osgeo import gdal

    last_hash(survey)
    opened: list[Any] = []
    real = gdal.OpenEx
    monkeypatch.setattr(gdal, "OpenEx", lambda path, mode, *rest, **more: opened.append(mode & gdal.OF_UPDATE) or real(
        path, mode, *rest, **more))
    for number in range(5):
        survey.change("edit", added={"sites": [{"id": f"new {number}"}]})
        last_hash(survey)
    assert opened.count(0) == 0  # for reading


def test_a_survey_that_nobody_refers_to_is_closed_at_once(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.side_files import is_open_in_process

    survey.close()
    other = open_survey(survey.path)
    other.changes_since(0)
    assert is_open_in_process(survey.path)
    del other
    assert not is_open_in_process(survey.path)  # what lies beside it could not be looked into
