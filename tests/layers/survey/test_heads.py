"""The head of the record is stored in the project and in a log, and a broken profile does not block a change."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.attack import attack
from yalu_plugin.core.survey.sealed_record import Head

HASH = "a" * 64


@pytest.fixture
def log(qgis_app: Any, tmp_path: Path) -> Any:
    from yalu_plugin.layers.survey.head_log import HeadLog

    return HeadLog(tmp_path / "profile" / "heads.jsonl")


def noted(log: Any, survey: str = "s", path: Path | str = "") -> list[tuple[int, str]]:
    return [(head.seq, head.hash) for head in log.noted_heads(survey, str(path))]


def test_heads_are_noted_by_survey_and_file(log: Any, tmp_path: Path) -> None:
    here, there = tmp_path / "한 #1%.gpkg", tmp_path / "copy.gpkg"
    log.add("s", str(here), Head(1, HASH))
    log.add("s", str(here), Head(1, HASH))  # once
    log.add("s", str(there), Head(2, HASH))
    log.add("other", str(here), Head(3, HASH))
    log.add("s", str(here), Head(1, HASH))  # still once: the heads of other files are independent
    assert noted(log) == [(1, HASH), (2, HASH)]
    assert noted(log, path=here) == [(1, HASH)]
    assert str(log.noted_heads("s", str(here))[0].where).startswith("the log on this computer (20")


def test_a_long_log_keeps_the_newest_of_each_survey(log: Any, tmp_path: Path, monkeypatch: Any) -> None:
    from yalu_plugin.layers.survey import head_log

    monkeypatch.setattr(head_log, "LARGEST", 20_000)
    log.add("rare", str(tmp_path), Head(7, HASH))
    for seq in range(1, 300):
        log.add("busy", str(tmp_path), Head(seq, HASH))
    size = (tmp_path / "profile" / "heads.jsonl").stat().st_size
    assert size <= 20_000 + 300
    assert noted(log, "busy")[-1] == (299, HASH)
    assert noted(log, "rare") == [(7, HASH)]


@pytest.mark.parametrize("ugly", [
    b"", b"\n\n", b"{", b"[1]\n", b"null\n", b'{"survey": "s"}\n', b"\xff\xfe\x00" * 100, b"[" * 100_000,
    b'{"survey": "s", "path": "p", "seq": "1", "hash": "x"}\n', b'{"survey": "s", "path": 1, "seq": 1, "hash": "x"}\n'])
def test_a_damaged_log_is_read_as_far_as_possible(log: Any, tmp_path: Path, ugly: bytes) -> None:
    good = {"survey": "s", "path": str(tmp_path), "seq": 5, "hash": HASH}
    (tmp_path / "profile").mkdir()
    (tmp_path / "profile" / "heads.jsonl").write_bytes(json.dumps(good).encode() + b"\n" + ugly)
    assert noted(log) == [(5, HASH)]
    log.add("t", str(tmp_path), Head(6, HASH))


@pytest.mark.parametrize("obstacle", ["folder", "no folder", "read only"])
def test_a_profile_that_cannot_be_written_to_is_no_error(log: Any, tmp_path: Path, obstacle: str) -> None:
    profile = tmp_path / "profile"
    if obstacle == "no folder":
        profile.write_text("a file")
    else:
        (profile / "heads.jsonl").mkdir(parents=True) if obstacle == "folder" else profile.mkdir()
        profile.chmod(0o500)
    log.add("s", str(tmp_path), Head(1, HASH))
    if obstacle != "read only" or os.geteuid() != 0:  # root can always write
        assert noted(log) == []


def test_the_project_keeps_the_head_at_each_saving(survey: Any, tmp_path: Path, log: Any) -> None:
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.layers.survey.head_keeper import HeadKeeper
    from yalu_plugin.layers.survey.heads import head_of, stored_heads_of

    project, parent = QgsProject(), QObject()
    keeper = HeadKeeper(project, survey, parent)
    assert stored_heads_of(project, survey, log) == []
    assert project.write(str(tmp_path / "p.qgz"))
    survey.change("edit", added={"sites": [{"id": "new"}]})
    assert project.write(str(tmp_path / "p.qgz"))
    assert not project.isDirty()
    again = QgsProject()
    assert again.read(str(tmp_path / "p.qgz"))
    (found,) = stored_heads_of(again, survey, log)
    assert (found.seq, found.hash, str(found.where)) == (*head_of(survey.path), "this project")
    keeper.release()


def test_the_project_does_not_store_the_head_of_a_record_that_was_cut(survey: Any, log: Any) -> None:
    from qgis.core import QgsProject

    from yalu_plugin.layers.survey.heads import head_of, store_in_project, stored_heads_of

    project, head = QgsProject(), head_of(survey.path)
    store_in_project(project, survey, log)
    attack(survey.path, f"DELETE FROM audit WHERE seq = {head.seq}")
    store_in_project(project, survey, log)
    assert [(one.seq, one.hash) for one in stored_heads_of(project, survey, log)] == [tuple(head)]


@pytest.mark.parametrize("text", ["", "garbage", "{id} x", "{id} 5 zz", "other 5 " + HASH])
def test_an_entry_edited_by_hand_in_the_project_is_not_a_head(survey: Any, log: Any, text: str) -> None:
    from qgis.core import QgsProject

    from yalu_plugin.layers.survey.heads import KEY, SCOPE, stored_heads_of

    project = QgsProject()
    project.writeEntry(SCOPE, KEY, text.replace("{id}", survey.id))
    assert stored_heads_of(project, survey, log) == []


def test_a_head_is_noted_when_the_window_is_closed(survey: Any, monkeypatch: Any, log: Any) -> None:
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.layers.survey import head_keeper
    from yalu_plugin.layers.survey.heads import head_of

    monkeypatch.setattr(head_keeper, "HeadLog", lambda: log)
    parent = QObject()
    keeper = head_keeper.HeadKeeper(QgsProject(), survey, parent)
    survey.change("edit", added={"sites": [{"id": "new"}]})
    keeper.note_change()
    assert noted(log, survey.id) == []  # several changes are noted at once
    keeper.release()
    assert noted(log, survey.id) == [tuple(head_of(survey.path))]


def test_the_head_that_was_seen_is_noted_though_a_backup_is_in_its_place(
    survey: Any, monkeypatch: Any, log: Any, tmp_path: Path
) -> None:
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.layers.survey import head_keeper
    from yalu_plugin.layers.survey.heads import head_of

    monkeypatch.setattr(head_keeper, "HeadLog", lambda: log)
    backup, project, parent = shutil.copy(survey.path, tmp_path / "backup.gpkg"), QgsProject(), QObject()
    keeper = head_keeper.HeadKeeper(project, survey, parent)
    survey.change("edit", added={"sites": [{"id": "new"}]})
    head = head_of(survey.path)
    keeper.note_change()
    shutil.copyfile(backup, survey.path)
    assert project.write(str(tmp_path / "p.qgz"))
    keeper.release()
    assert noted(log, survey.id) == [tuple(head)]
    assert project.readEntry("yalu_plugin", "record")[0] == f"{survey.id} {head.seq} {head.hash}"


def test_an_older_copy_is_found_by_its_record_alone_and_at_once(survey: Any, tmp_path: Path, monkeypatch: Any) -> None:
    from yalu_plugin.layers.survey import raw_rows
    from yalu_plugin.layers.survey.heads import StoredHead, head_of
    from yalu_plugin.layers.survey.record_check import NotAsLastSeen, check_heads

    backup = shutil.copy(survey.path, tmp_path / "backup.gpkg")
    begin = head_of(survey.path)
    for number in range(12):
        survey.change("edit", added={"sites": [{"id": f"new {number}"}]})
    heads = [StoredHead(*head, "a test") for head in (begin, head_of(survey.path))]
    monkeypatch.setattr(raw_rows, "rows_by_fid", None)  # no table is read
    survey.check_heads(heads)
    text = f"missing: 12. The record ends at {begin.seq}, and a test has seen record {begin.seq + 12} .* an older copy."
    with pytest.raises(NotAsLastSeen, match=text):
        check_heads(Path(backup), heads)


def test_work_that_went_on_from_an_older_copy_is_not_called_altered(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.heads import StoredHead, head_of
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.record_check import NotAsLastSeen, check_record

    other = open_survey(Path(shutil.copy(survey.path, tmp_path / "backup.gpkg")))
    survey.change("edit", added={"sites": [{"id": "new"}]})
    for number in range(2):
        other.change("edit", added={"sites": [{"id": f"other {number}"}]})
    head = head_of(survey.path)
    with pytest.raises(NotAsLastSeen, match=f"not have record {head.seq} .*went on from an older copy, or the record"):
        other.check_heads([StoredHead(*head, "a test")])
    check_record(other.path)  # which the chain alone does not contradict


def test_a_head_accepted_as_missing_counts_again_once_it_is_seen(log: Any, survey: Any) -> None:
    from yalu_plugin.core.survey.sealed_record import Head
    from yalu_plugin.core.survey.stored_heads import StoredHead

    head, other = Head(7, "a" * 64), Head(9, "b" * 64)
    for one in (head, other, other):
        log.add("s", "/s.gpkg", one)
    log.accept_missing_heads("s", "/s.gpkg", [StoredHead(*head, "a test")])
    assert noted(log, "s") == [tuple(other)]
    assert [one.seq for one in log.accepted("s", "/s.gpkg")] == [7] and log.accepted("s", "/copy.gpkg") == []
    log.add("s", "/s.gpkg", head)
    assert noted(log, "s") == [tuple(head), tuple(other)] and log.accepted("s", "/s.gpkg") == []
