"""What others write to an open survey is returned once, in order, sealed, and at no cost where nothing was written."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from osgeo import gdal

from tests.layers.survey.conftest import SITE


def outside(one_site: Any, name: str) -> None:
    dataset = gdal.OpenEx(str(one_site.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.ExecuteSQL(f"UPDATE sites SET name = '{name}' WHERE id = 'a'")


def names(delta: Any) -> list[tuple[str, str]]:
    return [(entry.origin, entry.after["name"]) for entry in delta.entries]


def unsealed(one_site: Any) -> int:
    return sum(row["hash"] is None for row in one_site.rows("audit"))


def seq_of(one_site: Any) -> int:
    return max(row["seq"] for row in one_site.rows("audit"))


def test_all_changes_after_an_entry_are_returned_in_order_own_or_not(one_site: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    seq = seq_of(one_site)
    outside(one_site, "X")
    own = one_site.change("edit", replaced={"sites": [{**SITE, "name": "B"}]})
    open_survey(one_site.path).change("edit", replaced={"sites": [{**SITE, "name": "another window"}]})
    outside(one_site, "Y")
    found = one_site.changes_since(seq)
    assert names(found) == [("outside", "X"), ("plugin", "B"), ("plugin", "another window"), ("outside", "Y")]
    assert found.entries[1] == own.entries[0]
    assert [entry.seq for entry in found.entries] == list(range(seq + 1, seq + 5))
    assert names(one_site.changes_since(seq + 3)) == [("outside", "Y")]
    assert one_site.changes_since(seq + 4).entries == ()


def test_what_others_wrote_is_sealed(one_site: Any) -> None:
    seq = seq_of(one_site)
    outside(one_site, "X")
    outside(one_site, "Y")
    assert unsealed(one_site) == 2
    assert names(one_site.changes_since(seq)) == [("outside", "X"), ("outside", "Y")]
    assert (one_site.changes_since(seq + 2).entries, unsealed(one_site)) == ((), 0)


def test_many_are_sealed_a_page_at_each_call(one_site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """All at once they blocked the window: 100,000 for eleven seconds."""
    from yalu_plugin.layers.survey import record_changes, sealing
    from yalu_plugin.layers.survey.verify import verify

    for module in (record_changes, sealing):
        monkeypatch.setattr(module, "PAGE", 4)
    seq, left = seq_of(one_site), []
    for number in range(10):
        outside(one_site, str(number))
    while unsealed(one_site):
        assert [entry.seq for entry in one_site.changes_since(seq).entries] == list(range(seq + 1, seq + 11))
        left.append(unsealed(one_site))
    assert left == [6, 2, 0] and verify(one_site.path).valid
    outside(one_site, "before")
    outside(one_site, "a click")
    one_site.change("edit", replaced={"sites": [{**SITE, "name": "B"}]})  # seals what was there before it
    assert unsealed(one_site) == 0 and verify(one_site.path).valid


def test_too_many_changes_mean_that_all_is_to_be_reloaded(one_site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import record_changes

    monkeypatch.setattr(record_changes, "MANY", 3)
    seq = seq_of(one_site)
    for number in range(4):
        outside(one_site, str(number))
    assert one_site.changes_since(seq) is None and unsealed(one_site) == 0
    assert len(one_site.changes_since(seq + 1).entries) == 3


def test_while_a_task_writes_nothing_is_returned_unless_the_caller_waits(one_site: Any) -> None:
    from threading import Thread

    from yalu_plugin.layers.survey.write import write_lock

    seq, found = seq_of(one_site), []
    outside(one_site, "X")
    with write_lock:
        waiting = Thread(target=lambda: found.append(one_site.changes_since(seq)))
        polling = Thread(target=lambda: found.append(one_site.changes_since(seq, wait=False)))
        waiting.start()
        polling.start()
        polling.join()
        assert [one.entries for one in found] == [()]
    waiting.join()
    assert names(found[1]) == [("outside", "X")]


def test_a_change_that_failed_leaves_the_changes_to_be_read(one_site: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import RowsRemoved

    seq = seq_of(one_site)
    outside(one_site, "X")
    with pytest.raises(RowsRemoved, match="1 rows of sites that were to be changed are not in"):
        one_site.change("edit", added={"sites": [{"id": "n"}]}, replaced={"sites": [{"id": "no such"}]})
    assert names(one_site.changes_since(seq)) == [("outside", "X")] and one_site.rows("sites", id="n") == []


def test_nothing_is_read_where_nothing_was_written(one_site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey import record_feed

    seq, read = seq_of(one_site), []
    one_site.changes_since(seq)
    monkeypatch.setattr(record_feed, "entries_where", lambda _dataset, condition, _count: read.append(condition) or [])
    for _ in range(5):
        one_site.changes_since(seq)
    assert read == []
    outside(one_site, "X")
    one_site.changes_since(seq)
    assert len(read) == 1


def test_while_another_program_holds_the_lock_changes_are_read_and_sealed_later(one_site: Any) -> None:
    from yalu_plugin.layers.survey.geopackage import open_locked

    seq = seq_of(one_site)
    outside(one_site, "X")
    holder = open_locked(one_site.path)
    assert names(one_site.changes_since(seq)) == [("outside", "X")] and unsealed(one_site) == 1
    del holder
    one_site.change("edit", replaced={"sites": [{**SITE, "name": "own"}]})
    assert unsealed(one_site) == 0


def test_sealing_waits_for_another_reader(one_site: Any) -> None:
    seq = seq_of(one_site)
    outside(one_site, "X")
    reader = gdal.OpenEx(str(one_site.path), gdal.OF_VECTOR)
    results = [reader.ExecuteSQL('SELECT "seq" FROM "audit"')]
    results[0].GetNextFeature()
    ending = threading.Timer(0.1, lambda: reader.ReleaseResultSet(results.pop()))
    ending.start()
    assert names(one_site.changes_since(seq)) == [("outside", "X")] and unsealed(one_site) == 0
    ending.join()


def test_changes_that_cannot_be_sealed_are_returned_first(one_site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers.survey.survey_errors import WriteFailed

    def full_disk(_one_site: Any) -> None:
        raise WriteFailed(path=one_site.path)

    seq = seq_of(one_site)
    outside(one_site, "X")
    monkeypatch.setattr("yalu_plugin.layers.survey.record_changes._seal", full_disk)
    assert names(one_site.changes_since(seq)) == [("outside", "X")]
    with pytest.raises(WriteFailed):
        one_site.changes_since(seq_of(one_site))


def test_changes_of_a_read_only_file_are_read(one_site: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    seq = seq_of(one_site)
    one_site.path.chmod(0o444)
    reader = open_survey(one_site.path)
    one_site.path.chmod(0o644)
    outside(one_site, "X")
    assert reader.read_only and names(reader.changes_since(seq)) == [("outside", "X")] and unsealed(one_site) == 1


def test_a_removed_file_is_reported(one_site: Any) -> None:
    from yalu_plugin.layers.survey.survey_errors import SurveyRemoved

    seq = seq_of(one_site)
    one_site.changes_since(seq)
    one_site.path.unlink()
    with pytest.raises(SurveyRemoved):
        one_site.changes_since(seq)
