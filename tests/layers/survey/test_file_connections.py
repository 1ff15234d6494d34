"""A survey's connections stay open between two uses and read what any process wrote, unless it is another file."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal

from tests.layers.survey.conftest import SITE
from yalu_plugin.layers.survey.survey_errors import RowsRemoved, SurveyReplaced


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    found: list[object] = []
    really = gdal.OpenEx
    monkeypatch.setattr(gdal, "OpenEx", lambda *given, **named: found.append(given[0]) or really(*given, **named))
    return found


def rename(one_site: Any, name: str) -> Any:
    return one_site.change("edit", replaced={"sites": [{**SITE, "name": name}]})


def test_the_file_is_opened_once(one_site: Any, openings: list[object]) -> None:
    seq = one_site.head().seq
    for name in "BCD":
        rename(one_site, name)
        assert [row["name"] for row in one_site.rows("sites")] == [name]
        seq = one_site.changes_since(seq).entries[-1].seq
    assert len(openings) <= 2 + 1  # head() opens another connection


def test_nothing_is_locked_between_two_uses(one_site: Any) -> None:
    rename(one_site, "B")
    one_site.rows("sites")
    with sqlite3.connect(one_site.path, timeout=0) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute('UPDATE "survey" SET "version" = "version"')
        other.rollback()
    other.close()


def test_what_others_write_between_two_uses_is_read_and_stays(one_site: Any, openings: list[object]) -> None:
    rename(one_site, "B")
    before = len(openings)
    other = gdal.OpenEx(str(one_site.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    other.ExecuteSQL("UPDATE sites SET note = 'theirs' WHERE id = 'a'")
    del other
    found = one_site.change("add", added={"sites": [{**SITE, "id": "b"}]})
    assert len(openings) == before + 1  # only for theirs
    assert [(row["id"], row["note"]) for row in one_site.rows("sites")] == [("a", "theirs"), ("b", None)]
    assert [entry.row_id for entry in found.entries] == ["b"]


def test_a_file_copied_over_it_is_read_from_the_disk(one_site: Any, tmp_path: Path) -> None:
    rename(one_site, "B")
    one_site.rows("sites")
    copy = tmp_path / "copy.gpkg"
    copy.write_bytes(one_site.path.read_bytes())
    other = gdal.OpenEx(str(copy), gdal.OF_VECTOR | gdal.OF_UPDATE)
    other.ExecuteSQL("UPDATE sites SET note = 'in the copy' WHERE id = 'a'")
    del other
    one_site.path.write_bytes(copy.read_bytes())  # the same file on disk with other content
    one_site.change("add", added={"sites": [{**SITE, "id": "b"}]})
    assert [(row["id"], row["note"]) for row in one_site.rows("sites")] == [("a", "in the copy"), ("b", None)]
    one_site.close()
    with sqlite3.connect(one_site.path) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()


def test_an_older_state_copied_over_it_is_refused(one_site: Any) -> None:
    rename(one_site, "B")
    older = one_site.path.read_bytes()
    rename(one_site, "C")
    one_site.path.write_bytes(older)
    with pytest.raises(SurveyReplaced):
        rename(one_site, "D")
    assert one_site.path.read_bytes() == older


def test_extents_are_in_the_same_transaction(one_site: Any) -> None:
    one_site.change("add", added={"sites": [{**SITE, "id": "b", "geom": "POINT (128.5 42.5)"}]})
    state = one_site.path.stat().st_mtime_ns
    with sqlite3.connect(one_site.path) as database:
        found = database.execute("SELECT round(min_x, 6), round(max_y, 6) FROM gpkg_contents "
                                 "WHERE table_name = 'sites'")
        assert found.fetchall() == [(127.5, 42.5)]
    database.close()
    one_site.close()
    assert one_site.path.stat().st_mtime_ns == state  # closing writes nothing


def test_a_refused_change_leaves_nothing_for_the_next(one_site: Any) -> None:
    with pytest.raises(RowsRemoved):
        one_site.change("edit", added={"sources": [{"id": "half"}]}, replaced={"sites": [{**SITE, "id": "no such"}]})
    rename(one_site, "B")
    assert one_site.rows("sources") == [] and [row["name"] for row in one_site.rows("sites")] == ["B"]


def test_what_is_written_while_the_file_is_renamed_is_confirmed(one_site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import write

    checkpoint, away = write.checkpoint, one_site.path.with_name("away.gpkg")

    def rename_after_the_commit(dataset: Any) -> None:
        checkpoint(dataset)
        one_site.path.rename(away)

    monkeypatch.setattr(write, "checkpoint", rename_after_the_commit)
    assert [entry.after["name"] for entry in rename(one_site, "B").entries] == ["B"]
    monkeypatch.setattr(write, "checkpoint", checkpoint)
    away.rename(one_site.path)
    assert [row["name"] for row in one_site.rows("sites")] == ["B"]
    assert [entry.after["name"] for entry in rename(one_site, "C").entries] == ["C"]


def test_threads_write_and_read_in_turn(one_site: Any) -> None:
    def work(number: int) -> None:
        for each in range(10):
            one_site.change("add", added={"sites": [{**SITE, "id": f"{number} {each}"}]})
            assert any(row["id"] == f"{number} {each}" for row in one_site.rows("sites"))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(one_site.rows("sites")) == 41
    assert [row["seq"] for row in one_site.rows("audit")] == list(range(1, len(one_site.rows("audit")) + 1))


def last_hash(survey: Any) -> Any:
    from yalu_plugin.layers.survey.geopackage import rows_of

    with survey.file.reader.opened() as dataset:
        return rows_of(dataset, 'SELECT "hash" FROM "audit" ORDER BY "seq" DESC LIMIT 1')


def test_another_file_with_as_many_changes_copied_over_it_is_noticed(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey

    other = create_survey(tmp_path / "other.gpkg", "Other", published=True)  # SQLite counts the changes of both alike
    mine, theirs = last_hash(survey), last_hash(other)
    shutil.copyfile(other.path, survey.path)
    assert mine != theirs and last_hash(survey) == theirs


@pytest.mark.parametrize("more", [0, 1, 5])
def test_reading_changes_fails_where_a_backup_was_copied_over_the_file(survey: Any, tmp_path: Path, more: int) -> None:
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
    shutil.copyfile(newest, survey.path)  # the file that was opened is back
    assert survey.changes_since(begin + more + 1).entries == ()


def test_the_file_is_reopened_only_where_sqlite_notices_nothing(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    last_hash(survey)
    opened: list[Any] = []
    real = gdal.OpenEx
    monkeypatch.setattr(gdal, "OpenEx", lambda path, mode, *rest, **more: opened.append(mode & gdal.OF_UPDATE) or real(
        path, mode, *rest, **more))
    for number in range(5):
        survey.change("edit", added={"sites": [{"id": f"new {number}"}]})
        last_hash(survey)
    assert opened.count(0) == 0  # for reading


def test_a_survey_without_references_is_closed_at_once(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.side_files import is_open_in_process

    survey.close()
    other = open_survey(survey.path)
    other.changes_since(0)
    assert is_open_in_process(survey.path)
    del other
    assert not is_open_in_process(survey.path)  # otherwise its side file could not be inspected
