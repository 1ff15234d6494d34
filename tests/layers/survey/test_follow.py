"""What others write to an open survey is returned once, in order, sealed, and at no cost where nothing was written."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal

SITE = {"id": "a", "name": "A", "kind": "barge_dock", "geom": "POINT (127.5 41.5)"}


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> Any:
    made = new_survey(tmp_path / "survey.gpkg", "Test")
    made.change("add", added={"sites": [SITE]})
    return made


def outside(survey: Any, name: str) -> None:
    dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL(f"UPDATE sites SET name = '{name}' WHERE id = 'a'")


def names(delta: Any) -> list[tuple[str, str]]:
    return [(entry.origin, entry.after["name"]) for entry in delta.entries]


def unsealed(survey: Any) -> int:
    return sum(row["hash"] is None for row in survey.rows("audit"))


def seq_of(survey: Any) -> int:
    return max(row["seq"] for row in survey.rows("audit"))


def test_all_that_was_written_after_an_entry_comes_in_order_own_or_not(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    seq = seq_of(survey)
    outside(survey, "X")
    own = survey.change("edit", replaced={"sites": [{**SITE, "name": "B"}]})
    open_survey(survey.path).change("edit", replaced={"sites": [{**SITE, "name": "another window"}]})
    outside(survey, "Y")
    found = survey.follow(seq)
    assert names(found) == [("outside", "X"), ("plugin", "B"), ("plugin", "another window"), ("outside", "Y")]
    assert found.entries[1] == own.entries[0]
    assert [entry.seq for entry in found.entries] == list(range(seq + 1, seq + 5))
    assert names(survey.follow(seq + 3)) == [("outside", "Y")]
    assert survey.follow(seq + 4).entries == ()


def test_what_others_wrote_is_sealed(survey: Any) -> None:
    seq = seq_of(survey)
    outside(survey, "X")
    outside(survey, "Y")
    assert unsealed(survey) == 2
    assert names(survey.follow(seq)) == [("outside", "X"), ("outside", "Y")]
    assert (survey.follow(seq + 2).entries, unsealed(survey)) == ((), 0)


def test_of_too_many_it_is_said_that_all_is_to_be_read_again(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import follow

    monkeypatch.setattr(follow, "PAGE", 3)
    seq = seq_of(survey)
    for number in range(4):
        outside(survey, str(number))
    assert survey.follow(seq) is None and unsealed(survey) == 0
    assert len(survey.follow(seq + 1).entries) == 3


def test_while_a_task_writes_nothing_comes_unless_one_waits(survey: Any) -> None:
    from threading import Thread

    from yalu_plugin.layers.survey.write import one_at_a_time

    seq, found = seq_of(survey), []
    outside(survey, "X")
    with one_at_a_time:
        waiting = Thread(target=lambda: found.append(survey.follow(seq)))
        looking = Thread(target=lambda: found.append(survey.follow(seq, wait=False)))
        waiting.start()
        looking.start()
        looking.join()
        assert [one.entries for one in found] == [()]
    waiting.join()
    assert names(found[1]) == [("outside", "X")]


def test_a_change_that_failed_leaves_what_is_to_be_followed(survey: Any) -> None:
    from yalu_plugin.layers.survey.errors import RowsGone

    seq = seq_of(survey)
    outside(survey, "X")
    with pytest.raises(RowsGone, match="1 rows of sites that were to be changed are not in"):
        survey.change("edit", added={"sites": [{"id": "n"}]}, replaced={"sites": [{"id": "no such"}]})
    assert names(survey.follow(seq)) == [("outside", "X")] and survey.rows("sites", id="n") == []


def test_nothing_is_read_where_nothing_was_written(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import feed

    seq, read = seq_of(survey), []
    survey.follow(seq)
    monkeypatch.setattr(feed, "entries_where", lambda _dataset, condition, _count: read.append(condition) or [])
    for _ in range(5):
        survey.follow(seq)
    assert read == []
    outside(survey, "X")
    survey.follow(seq)
    assert len(read) == 1


def test_while_another_program_holds_the_lock_it_is_followed_and_sealed_later(survey: Any) -> None:
    from yalu_plugin.layers.survey.geopackage import locked

    seq = seq_of(survey)
    outside(survey, "X")
    holder = locked(survey.path)
    assert names(survey.follow(seq)) == [("outside", "X")] and unsealed(survey) == 1
    del holder
    survey.change("edit", replaced={"sites": [{**SITE, "name": "own"}]})
    assert unsealed(survey) == 0


def test_sealing_waits_for_whoever_is_reading(survey: Any) -> None:
    seq = seq_of(survey)
    outside(survey, "X")
    reader = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR)
    held = [reader.ExecuteSQL('SELECT "seq" FROM "audit"')]
    held[0].GetNextFeature()
    ending = threading.Timer(0.1, lambda: reader.ReleaseResultSet(held.pop()))
    ending.start()
    assert names(survey.follow(seq)) == [("outside", "X")] and unsealed(survey) == 0
    ending.join()


def test_what_cannot_be_sealed_is_handed_on_first(survey: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey.errors import WriteFailed

    def full_disk(_survey: Any) -> None:
        raise WriteFailed(path=survey.path)

    seq = seq_of(survey)
    outside(survey, "X")
    monkeypatch.setattr("yalu_plugin.layers.survey.follow._seal", full_disk)
    assert names(survey.follow(seq)) == [("outside", "X")]
    with pytest.raises(WriteFailed):
        survey.follow(seq_of(survey))


def test_a_file_that_cannot_be_written_is_followed(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    seq = seq_of(survey)
    survey.path.chmod(0o444)
    reader = open_survey(survey.path)
    survey.path.chmod(0o644)
    outside(survey, "X")
    assert reader.read_only and names(reader.follow(seq)) == [("outside", "X")] and unsealed(survey) == 1


def test_a_file_that_was_taken_away_is_said(survey: Any) -> None:
    from yalu_plugin.layers.survey.errors import SurveyGone

    seq = seq_of(survey)
    survey.follow(seq)
    survey.path.unlink()
    with pytest.raises(SurveyGone):
        survey.follow(seq)
