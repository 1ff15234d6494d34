"""A survey stays open for reading and writing between two uses, whoever writes, unless it is another file."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal

from tests.layers.survey.conftest import SITE


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    found: list[object] = []
    really = gdal.OpenEx
    monkeypatch.setattr(gdal, "OpenEx", lambda *given, **named: found.append(given[0]) or really(*given, **named))
    return found


def rename(one_site: Any, name: str) -> Any:
    return one_site.change("edit", replaced={"sites": [{**SITE, "name": name}]})


def test_it_is_opened_once(one_site: Any, openings: list[object]) -> None:
    seq = one_site.head().seq
    for name in "BCD":
        rename(one_site, name)
        assert [row["name"] for row in one_site.rows("sites")] == [name]
        seq = one_site.changes_since(seq).entries[-1].seq
    assert len(openings) <= 2 + 1  # head() has one of its own


def test_it_locks_nothing_between_two_uses(one_site: Any) -> None:
    rename(one_site, "B")
    one_site.rows("sites")
    with sqlite3.connect(one_site.path, timeout=0) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute('UPDATE "survey" SET "version" = "version"')
        other.rollback()
    other.close()


def test_what_others_write_between_is_in_it_and_stays(one_site: Any, openings: list[object]) -> None:
    rename(one_site, "B")
    before = len(openings)
    other = gdal.OpenEx(str(one_site.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    other.ExecuteSQL("UPDATE sites SET note = 'theirs' WHERE id = 'a'")
    del other
    found = one_site.change("add", added={"sites": [{**SITE, "id": "b"}]})
    assert len(openings) == before + 1  # theirs alone
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
    one_site.path.write_bytes(copy.read_bytes())  # the same file on the disk, other bytes in it
    one_site.change("add", added={"sites": [{**SITE, "id": "b"}]})
    assert [(row["id"], row["note"]) for row in one_site.rows("sites")] == [("a", "in the copy"), ("b", None)]
    one_site.close()
    with sqlite3.connect(one_site.path) as looked:
        assert looked.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    looked.close()


def test_an_older_state_copied_over_it_is_refused(one_site: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyReplaced

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
    with sqlite3.connect(one_site.path) as looked:
        found = looked.execute("SELECT round(min_x, 6), round(max_y, 6) FROM gpkg_contents WHERE table_name = 'sites'")
        assert found.fetchall() == [(127.5, 42.5)]
    looked.close()
    one_site.close()
    assert one_site.path.stat().st_mtime_ns == state  # closing writes nothing


def test_a_refused_change_leaves_nothing_for_the_next(one_site: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import RowsRemoved

    with pytest.raises(RowsRemoved):
        one_site.change("edit", added={"sources": [{"id": "half"}]}, replaced={"sites": [{**SITE, "id": "nobody"}]})
    rename(one_site, "B")
    assert one_site.rows("sources") == [] and [row["name"] for row in one_site.rows("sites")] == ["B"]


def test_what_is_written_while_the_file_is_renamed_is_confirmed(one_site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import write

    checkpoint_file, away = write.checkpoint, one_site.path.with_name("away.gpkg")

    def rename_after_the_commit(dataset: Any) -> None:
        checkpoint_file(dataset)
        one_site.path.rename(away)

    monkeypatch.setattr(write, "checkpoint", rename_after_the_commit)
    assert [entry.after["name"] for entry in rename(one_site, "B").entries] == ["B"]
    monkeypatch.setattr(write, "checkpoint", checkpoint_file)
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
