"""Side files left by a killed program: applied where they are the survey's own, set aside where they are foreign."""

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

from tests.killed_process import leave_journal, leave_wal

WAL_MODE = b"\x02\x02"  # in the header of a file that was copied while it was in WAL mode


def side_files(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file != path and file.name.startswith(path.name))


def set_aside_file(path: Path, ending: str = "-wal") -> Path:
    (found,) = path.parent.glob(f"{path.name}.not-its-*{ending}")
    return found


def count_of(path: Path) -> int:
    from yalu_plugin.layers.survey.open import open_survey

    return len(open_survey(path).rows("observations"))


@pytest.fixture
def backup(survey: Any, tmp_path: Path) -> Path:
    """A copy of the survey as it was before anything else is written."""
    return Path(shutil.copy(survey.path, tmp_path / "backup.gpkg"))


def test_an_own_log_is_applied_and_the_survey_is_one_file_again(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.record_check import check_record

    before = count_of(survey.path)
    leave_wal(survey.path, 12)
    opened = open_survey(survey.path)
    assert opened.notices == () and side_files(survey.path) == []
    copy = Path(shutil.copy(survey.path, tmp_path / "copy.gpkg"))
    assert count_of(copy) == before + 12
    check_record(copy)


@pytest.mark.parametrize("header", [None, WAL_MODE])
@pytest.mark.parametrize("index", [True, False])
def test_a_backup_restored_after_a_crash_is_not_overwritten(survey: Any, backup: Path, header: bytes | None,
                                                             index: bool) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    leave_wal(survey.path, 12)
    with closing(sqlite3.connect(survey.path)) as database:  # the start of the log is written into the file
        database.execute("PRAGMA wal_checkpoint(PASSIVE)")
        shutil.copy(survey.path, survey.path.with_name("later.gpkg"))
    leave_wal(survey.path, 30)
    left = survey.path.with_name("survey.gpkg-wal").read_bytes()
    content = bytearray(backup.read_bytes())
    content[18:20] = header or content[18:20]
    survey.path.write_bytes(content)
    if not index:
        survey.path.with_name("survey.gpkg-shm").unlink()
    opened = open_survey(survey.path)
    assert len(opened.rows("observations")) == count_of(backup)
    assert set_aside_file(survey.path).read_bytes() == left
    assert str(*opened.notices) == (
        f"Next to {survey.path} were changes of another file, as after a crash and a restored backup. They were not "
        f"applied and are kept as {set_aside_file(survey.path).name}.")
    if header is None:
        assert survey.path.read_bytes() == content
    assert open_survey(survey.path).notices == ()


def test_a_log_that_was_set_aside_still_completes_the_survey(survey: Any, backup: Path, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    leave_wal(survey.path, 12)
    crashed = Path(shutil.copy(survey.path, tmp_path / "crashed.gpkg"))
    shutil.copy(backup, survey.path)
    open_survey(survey.path)
    set_aside_file(survey.path).rename(tmp_path / "crashed.gpkg-wal")
    assert count_of(crashed) == count_of(backup) + 12


def test_a_journal_of_another_file_is_set_aside(survey: Any, backup: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    leave_wal(survey.path, 300)
    count_of(survey.path)
    leave_journal(survey.path, 300)
    assert survey.path.with_name("survey.gpkg-journal").stat().st_size > 10_000
    shutil.copy(backup, survey.path)
    opened = open_survey(survey.path)
    assert survey.path.read_bytes() == backup.read_bytes()
    assert set_aside_file(survey.path, "-journal").name in str(*opened.notices)


def test_an_own_journal_rolls_the_unfinished_change_back(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    leave_wal(survey.path, 300)
    before = count_of(survey.path)
    leave_journal(survey.path, 300)
    opened = open_survey(survey.path)
    assert (len(opened.rows("observations")), opened.notices, side_files(survey.path)) == (before, (), [])


def test_an_unused_journal_is_removed(survey: Any) -> None:
    """A program was killed after it started its journal and before it changed the file.

    SQLite writes the mark into the journal last, and ignores a journal without it.
    """
    from yalu_plugin.layers.survey.open import open_survey

    leave_journal(survey.path, 300)
    journal = survey.path.with_name("survey.gpkg-journal")
    left = b"\0" * 12 + journal.read_bytes()[12:512]
    open_survey(survey.path)
    before = survey.path.read_bytes()
    for content in (left, b""):
        journal.write_bytes(content)
        opened = open_survey(survey.path)
        assert (opened.notices, side_files(survey.path), survey.path.read_bytes()) == ((), [], before)


def test_the_journal_of_a_running_program_stays(survey: Any) -> None:
    from yalu_plugin.layers.survey.geopackage import opened, remove_unused_journal

    script = ("import sqlite3, sys; d = sqlite3.connect(sys.argv[1], isolation_level=None); d.execute('BEGIN'); "
              "d.execute(\"INSERT INTO observations (id) VALUES ('q')\"); print('at work', flush=True); "
              "sys.stdin.read(); d.execute('ROLLBACK')")
    with subprocess.Popen([sys.executable, "-c", script, str(survey.path)], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "at work\n"
        with opened(survey.path, update=True) as dataset:
            remove_unused_journal(dataset)
        assert side_files(survey.path) == ["survey.gpkg-journal"]
        process.communicate()


def test_a_log_of_the_same_survey_continued_elsewhere_is_set_aside(survey: Any, backup: Path) -> None:
    """Two copies were worked on: the log of one would fit the other, and remove its last observation."""
    leave_wal(survey.path, 1)
    log = survey.path.with_name("survey.gpkg-wal").read_bytes()
    leave_wal(backup, 2)
    expected = count_of(backup)
    content = bytearray(backup.read_bytes())
    content[18:20] = WAL_MODE
    survey.path.write_bytes(content)
    assert count_of(survey.path) == expected and set_aside_file(survey.path).read_bytes() == log


def test_a_file_that_is_not_a_log_is_set_aside(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    survey.path.with_name("survey.gpkg-wal").write_bytes(b"precious" * 1000)
    assert open_survey(survey.path).notices != ()
    assert set_aside_file(survey.path).read_bytes() == b"precious" * 1000


@pytest.fixture
def unsure(survey: Any) -> Path:
    """A survey and a log that fit, but the survey was put there later."""
    leave_wal(survey.path, 12)
    later = survey.path.with_name("survey.gpkg-wal").stat().st_mtime + 60
    os.utime(survey.path, (later, later))
    return Path(survey.path)


def test_where_the_owner_of_the_log_is_not_clear_the_user_is_asked(unsure: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SideFileUnsure

    before = unsure.read_bytes(), unsure.with_name("survey.gpkg-wal").read_bytes()
    with pytest.raises(SideFileUnsure, match="may belong to it, or to a file that was there before"):
        open_survey(unsure)
    assert (unsure.read_bytes(), unsure.with_name("survey.gpkg-wal").read_bytes()) == before


def test_the_answer_is_applied_and_the_files_are_kept(unsure: Path, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.side_file_handling import APPLY, SET_ASIDE

    files = unsure.read_bytes(), unsure.with_name("survey.gpkg-wal").read_bytes()
    applied = open_survey(unsure, APPLY)
    (copy,) = tmp_path.glob("survey.gpkg.before-*.gpkg")
    assert (copy.read_bytes(), copy.with_name(copy.name + "-wal").read_bytes()) == files
    assert copy.name in str(*applied.notices)
    with_log = len(applied.rows("observations"))
    unsure.write_bytes(files[0])
    unsure.with_name("survey.gpkg-wal").write_bytes(files[1])
    left_out = open_survey(unsure, SET_ASIDE)
    assert len(left_out.rows("observations")) == with_log - 12
    assert set_aside_file(unsure).read_bytes() == files[1]


def test_in_a_folder_where_nothing_can_be_moved_nothing_is_applied(survey: Any, backup: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import ForeignSideFile

    leave_wal(survey.path, 12)
    shutil.copy(backup, survey.path)
    names = side_files(survey.path)
    survey.path.parent.chmod(0o555)
    try:
        with pytest.raises(ForeignSideFile, match=r"Copy .*survey.gpkg alone to a folder of your own"):
            open_survey(survey.path)
    finally:
        survey.path.parent.chmod(0o755)
    assert survey.path.read_bytes() == backup.read_bytes() and side_files(survey.path) == names


def test_an_own_log_in_a_folder_where_it_cannot_be_applied_is_not_skipped(survey: Any) -> None:
    """SQLite would show the survey without what is in the log."""
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyUnreadable

    leave_wal(survey.path, 12)
    survey.path.with_name("survey.gpkg-shm").unlink()
    survey.path.parent.chmod(0o555)
    try:
        with pytest.raises(SurveyUnreadable, match="with the files next to it whose names begin with its name"):
            open_survey(survey.path)
    finally:
        survey.path.parent.chmod(0o755)
    assert open_survey(survey.path).notices == ()


def test_a_survey_that_is_damaged_with_and_without_its_log_is_left_as_it_is(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

    leave_wal(survey.path, 12)
    survey.path.write_bytes(survey.path.read_bytes()[:100_000])
    before = survey.path.read_bytes(), survey.path.with_name("survey.gpkg-wal").read_bytes()
    with pytest.raises(SurveyDamaged):
        open_survey(survey.path)
    assert (survey.path.read_bytes(), survey.path.with_name("survey.gpkg-wal").read_bytes()) == before


def test_the_log_of_another_running_program_is_left_alone(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    script = ("import sqlite3, sys; d = sqlite3.connect(sys.argv[1], isolation_level=None); "
              "d.execute('PRAGMA journal_mode = WAL'); d.execute(\"INSERT INTO observations (id) VALUES ('q')\"); "
              "print('at work', flush=True); sys.stdin.read()")
    with subprocess.Popen([sys.executable, "-c", script, str(survey.path)], text=True, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == "at work\n"
        later = survey.path.stat().st_mtime + 60
        os.utime(survey.path, (later, later))
        opened = open_survey(survey.path)
        assert opened.notices == () and "q" in {row["id"] for row in opened.rows("observations")}
        shutil.copy(survey.path, survey.path.with_name("copy.gpkg"))  # the log is emptied into the file, and kept
        process.communicate()
    assert count_of(survey.path) == count_of(survey.path.with_name("copy.gpkg"))


def test_a_log_of_changes_by_other_programs_is_the_surveys_own(survey: Any) -> None:
    """QGIS in edit mode is killed: the triggers wrote entries that are not sealed yet."""
    from yalu_plugin.layers.survey.open import open_survey

    before = len(survey.rows("observations"))
    leave_wal(survey.path, 12, sealed=False)
    opened = open_survey(survey.path)
    assert (len(opened.rows("observations")), opened.notices) == (before + 12, ())


def test_a_new_survey_contains_nothing_of_one_that_was_there_before(survey: Any) -> None:
    from yalu_plugin.layers.survey.create import create_survey

    leave_wal(survey.path, 12)
    survey.path.unlink()
    created = create_survey(survey.path, "New", published=False)
    assert created.rows("sites") == [] and created.id != survey.id
    assert set_aside_file(survey.path).name in str(*created.notices)
