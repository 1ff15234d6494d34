"""What a killed program left beside a survey: taken in where it is its own, kept aside where it is another file's."""

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


def beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file != path and file.name.startswith(path.name))


def aside(path: Path, ending: str = "-wal") -> Path:
    (found,) = path.parent.glob(f"{path.name}.not-its-*{ending}")
    return found


def number(path: Path) -> int:
    from yalu_plugin.layers.survey.open import open_survey

    return len(open_survey(path).rows("observations"))


@pytest.fixture
def backup(survey: Any, tmp_path: Path) -> Path:
    """A copy of the survey as it was before anything else is written."""
    return Path(shutil.copy(survey.path, tmp_path / "backup.gpkg"))


def test_a_log_of_its_own_is_taken_in_and_the_survey_is_one_file_again(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.record_check import check_record

    before = number(survey.path)
    leave_wal(survey.path, 12)
    opened = open_survey(survey.path)
    assert opened.notices == () and beside(survey.path) == []
    copy = Path(shutil.copy(survey.path, tmp_path / "copy.gpkg"))
    assert number(copy) == before + 12
    check_record(copy)


@pytest.mark.parametrize("header", [None, WAL_MODE])
@pytest.mark.parametrize("index", [True, False])
def test_a_backup_put_back_after_a_crash_is_not_written_over(survey: Any, backup: Path, header: bytes | None,
                                                             index: bool) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    leave_wal(survey.path, 12)
    with closing(sqlite3.connect(survey.path)) as database:  # the log's beginning comes into the file
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
    assert len(opened.rows("observations")) == number(backup)
    assert aside(survey.path).read_bytes() == left
    assert str(*opened.notices) == (
        f"Beside {survey.path} lay changes of another file, as after a crash and a backup put back. They were not "
        f"taken in and are kept as {aside(survey.path).name}.")
    if header is None:
        assert survey.path.read_bytes() == content
    assert open_survey(survey.path).notices == ()


def test_what_was_kept_aside_still_makes_the_crashed_survey_whole(survey: Any, backup: Path, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    leave_wal(survey.path, 12)
    crashed = Path(shutil.copy(survey.path, tmp_path / "crashed.gpkg"))
    shutil.copy(backup, survey.path)
    open_survey(survey.path)
    aside(survey.path).rename(tmp_path / "crashed.gpkg-wal")
    assert number(crashed) == number(backup) + 12


def test_a_journal_of_another_file_is_kept_aside(survey: Any, backup: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    leave_wal(survey.path, 300)
    number(survey.path)
    leave_journal(survey.path, 300)
    assert survey.path.with_name("survey.gpkg-journal").stat().st_size > 10_000
    shutil.copy(backup, survey.path)
    opened = open_survey(survey.path)
    assert survey.path.read_bytes() == backup.read_bytes()
    assert aside(survey.path, "-journal").name in str(*opened.notices)


def test_a_journal_of_its_own_takes_the_half_made_change_back(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    leave_wal(survey.path, 300)
    before = number(survey.path)
    leave_journal(survey.path, 300)
    opened = open_survey(survey.path)
    assert (len(opened.rows("observations")), opened.notices, beside(survey.path)) == (before, (), [])


def test_a_journal_that_was_never_used_goes(survey: Any) -> None:
    """A program was killed between the first words of its journal and the first change of the file: SQLite writes its
    mark into the journal last, and takes one without it for none.
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
        assert (opened.notices, beside(survey.path), survey.path.read_bytes()) == ((), [], before)


def test_the_journal_of_a_program_at_work_stays(survey: Any) -> None:
    from yalu_plugin.layers.survey.geopackage import opened, remove_unused_journal

    script = ("import sqlite3, sys; d = sqlite3.connect(sys.argv[1], isolation_level=None); d.execute('BEGIN'); "
              "d.execute(\"INSERT INTO observations (id) VALUES ('q')\"); print('at work', flush=True); "
              "sys.stdin.read(); d.execute('ROLLBACK')")
    with subprocess.Popen([sys.executable, "-c", script, str(survey.path)], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "at work\n"
        with opened(survey.path, update=True) as dataset:
            remove_unused_journal(dataset)
        assert beside(survey.path) == ["survey.gpkg-journal"]
        process.communicate()


def test_a_log_of_the_same_survey_written_on_elsewhere_is_kept_aside(survey: Any, backup: Path) -> None:
    """Two copies were worked on: the log of one would fit the other, and take its last observation out."""
    leave_wal(survey.path, 1)
    log = survey.path.with_name("survey.gpkg-wal").read_bytes()
    leave_wal(backup, 2)
    expected = number(backup)
    content = bytearray(backup.read_bytes())
    content[18:20] = WAL_MODE
    survey.path.write_bytes(content)
    assert number(survey.path) == expected and aside(survey.path).read_bytes() == log


def test_a_log_that_is_none_is_kept_aside(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    survey.path.with_name("survey.gpkg-wal").write_bytes(b"precious" * 1000)
    assert open_survey(survey.path).notices != ()
    assert aside(survey.path).read_bytes() == b"precious" * 1000


@pytest.fixture
def unsure(survey: Any) -> Path:
    """A survey and a log that fit, but the survey was put there later."""
    leave_wal(survey.path, 12)
    later = survey.path.with_name("survey.gpkg-wal").stat().st_mtime + 60
    os.utime(survey.path, (later, later))
    return Path(survey.path)


def test_where_it_cannot_be_told_whose_the_log_is_one_is_asked(unsure: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SideFileUnsure

    before = unsure.read_bytes(), unsure.with_name("survey.gpkg-wal").read_bytes()
    with pytest.raises(SideFileUnsure, match="may be its own, or those of a file that was there before"):
        open_survey(unsure)
    assert (unsure.read_bytes(), unsure.with_name("survey.gpkg-wal").read_bytes()) == before


def test_the_answer_is_followed_and_what_there_was_is_kept(unsure: Path, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.side_file_handling import APPLY, SET_ASIDE

    files = unsure.read_bytes(), unsure.with_name("survey.gpkg-wal").read_bytes()
    taken = open_survey(unsure, APPLY)
    (copy,) = tmp_path.glob("survey.gpkg.before-*.gpkg")
    assert (copy.read_bytes(), copy.with_name(copy.name + "-wal").read_bytes()) == files
    assert copy.name in str(*taken.notices)
    with_log = len(taken.rows("observations"))
    unsure.write_bytes(files[0])
    unsure.with_name("survey.gpkg-wal").write_bytes(files[1])
    left_out = open_survey(unsure, SET_ASIDE)
    assert len(left_out.rows("observations")) == with_log - 12
    assert aside(unsure).read_bytes() == files[1]


def test_in_a_folder_where_nothing_can_be_moved_nothing_is_merged(survey: Any, backup: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import ForeignSideFile

    leave_wal(survey.path, 12)
    shutil.copy(backup, survey.path)
    names = beside(survey.path)
    survey.path.parent.chmod(0o555)
    try:
        with pytest.raises(ForeignSideFile, match=r"Copy .*survey.gpkg alone to a folder of your own"):
            open_survey(survey.path)
    finally:
        survey.path.parent.chmod(0o755)
    assert survey.path.read_bytes() == backup.read_bytes() and beside(survey.path) == names


def test_its_own_log_in_a_folder_where_it_cannot_be_taken_in_is_not_passed_over(survey: Any) -> None:
    """SQLite would show the survey without what is in the log."""
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyUnreadable

    leave_wal(survey.path, 12)
    survey.path.with_name("survey.gpkg-shm").unlink()
    survey.path.parent.chmod(0o555)
    try:
        with pytest.raises(SurveyUnreadable, match="with the files beside it whose names begin with its own"):
            open_survey(survey.path)
    finally:
        survey.path.parent.chmod(0o755)
    assert open_survey(survey.path).notices == ()


def test_a_survey_that_is_whole_neither_way_is_left_as_it_is(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

    leave_wal(survey.path, 12)
    survey.path.write_bytes(survey.path.read_bytes()[:100_000])
    before = survey.path.read_bytes(), survey.path.with_name("survey.gpkg-wal").read_bytes()
    with pytest.raises(SurveyDamaged):
        open_survey(survey.path)
    assert (survey.path.read_bytes(), survey.path.with_name("survey.gpkg-wal").read_bytes()) == before


def test_the_log_of_another_program_at_work_is_left_to_it(survey: Any) -> None:
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
        shutil.copy(survey.path, survey.path.with_name("copy.gpkg"))  # emptied into the file, though it is kept
        process.communicate()
    assert number(survey.path) == number(survey.path.with_name("copy.gpkg"))


def test_a_log_of_what_other_programs_changed_is_its_own(survey: Any) -> None:
    """QGIS in edit mode is killed: the triggers wrote entries that nobody has sealed yet."""
    from yalu_plugin.layers.survey.open import open_survey

    before = len(survey.rows("observations"))
    leave_wal(survey.path, 12, sealed=False)
    opened = open_survey(survey.path)
    assert (len(opened.rows("observations")), opened.notices) == (before + 12, ())


def test_a_new_survey_takes_nothing_of_one_that_was_there_before(survey: Any) -> None:
    from yalu_plugin.layers.survey.create import create_survey

    leave_wal(survey.path, 12)
    survey.path.unlink()
    made = create_survey(survey.path, "New", published=False)
    assert made.rows("sites") == [] and made.id != survey.id
    assert aside(survey.path).name in str(*made.notices)
