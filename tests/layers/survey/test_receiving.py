"""The record of a survey imported as a whole is kept as it is there, and verified with the survey's own."""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core")
pytest.importorskip("geopandas")

COLUMNS = ("id", "seq", "at", "who", "action", "table_name", "row_id", "before", "after", "previous_hash", "hash",
           "origin")


@pytest.fixture
def two(new_survey: Any, tmp_path: Path) -> tuple[Any, Any]:
    """An empty survey, and a colleague's with a SYNTHETIC site."""
    mine, theirs = (new_survey(tmp_path / f"{name}.gpkg", name, False) for name in ("mine", "theirs"))
    theirs.change("add", added={"sites": [{"id": "a", "name": "SYNTHETIC 압록 'a'", "geom": "POINT (127.5 41.5)"}]})
    return mine, theirs


def received(survey: Any) -> list[tuple[Any, ...]]:
    """The entries as they are stored, to the character."""
    from yalu_plugin.layers.survey.geopackage import opened
    from yalu_plugin.layers.survey.raw_rows import rows_by_fid

    with opened(survey.path) as dataset:
        return [tuple(row[name] for name in COLUMNS) for row in rows_by_fid(dataset, "received_entries")]


def record(survey: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in COLUMNS) for row in survey.entries_after(0)]


def merge(mine: Any, theirs: Any, progress: Any = None) -> Any:
    from yalu_plugin.core.work_progress import no_progress
    from yalu_plugin.layers.survey.import_job import SurveyImport

    job = SurveyImport(theirs)
    assessment = job.assess_rows(mine, "")
    job.write(mine, "", assessment, progress or no_progress)
    return assessment


def verified(survey: Any) -> Any:
    from yalu_plugin.layers.survey.verify import verify

    return verify(survey.path)


def outside(survey: Any, *statements: str) -> None:
    from osgeo import gdal

    survey.close()
    dataset = gdal.OpenEx(str(survey.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    for statement in statements:
        dataset.ExecuteSQL(statement)


def test_the_record_is_kept_as_it_is_there(two) -> None:
    mine, theirs = two
    assessment, head = merge(mine, theirs), theirs.head()
    assert assessment.notices == () and str(assessment.more[0]) == ("Its record of changes is kept as it is there: "
                          f"record 3 {head.hash[:12]}. New entries: 3.")
    assert received(mine) == record(theirs)
    assert {row["survey_id"] for row in mine.rows("received_entries")} == {theirs.id}
    last = mine.rows("audit")[-1]
    assert (last["action"], last["table_name"], last["row_id"], last["origin"]) == (
        f"receive: theirs, record 3 {head.hash[:12]}", "received_entries", theirs.id, "plugin")
    assert json.loads(last["after"]) == {"title": "theirs", "seq": 3, "hash": head.hash, "entries": 3}
    found = verified(mine)
    assert found.valid and [str(one.text) for one in found.findings] == [
        "The record received from theirs is whole. Entries: 3."]


def test_a_second_time_only_new_entries_are_added(two) -> None:
    mine, theirs = two
    merge(mine, theirs)
    before = mine.head()
    assert not merge(mine, theirs).writes and mine.head() == before
    theirs.change("edit", replaced={"sites": [{**theirs.rows("sites")[0], "note": "later"}]})
    assert str(merge(mine, theirs).more[0]).endswith("New entries: 1.")
    assert received(mine) == record(theirs) and verified(mine).valid
    assert mine.rows("sites")[0]["note"] is None  # their word counts only if that is chosen


def test_a_fork_is_named_and_both_are_kept(two, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    mine, theirs = two
    theirs.close()
    copy = open_survey(Path(shutil.copyfile(theirs.path, tmp_path / "older copy.gpkg")))
    theirs.change("edit", replaced={"sites": [{**theirs.rows("sites")[0], "note": "one way"}]})
    merge(mine, theirs)
    copy.change("edit", replaced={"sites": [{**copy.rows("sites")[0], "note": "another"}]})
    copy.change("edit", replaced={"sites": [{**copy.rows("sites")[0], "note": "and on"}]})
    notices = [str(one) for one in merge(mine, copy).notices]
    assert notices[0].startswith("Its record is not the one received before: it goes on from entry 3")
    assert received(mine) == record(theirs) + record(copy)[3:]
    assert verified(mine).valid
    assert not merge(mine, theirs).writes and not merge(mine, copy).writes


def test_a_copy_of_this_survey_brings_what_was_done_in_it(two, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    mine, _ = two
    mine.close()
    copy = open_survey(Path(shutil.copyfile(mine.path, tmp_path / "copy.gpkg")))
    assert not merge(mine, copy).writes
    copy.change("add", added={"sites": [{"id": "c", "geom": "POINT (127.6 41.5)"}]})
    merge(mine, copy)
    assert received(mine) == record(copy)[-1:] and verified(mine).valid
    assert [row["id"] for row in mine.rows("sites")] == ["c"]


@pytest.mark.parametrize(("statement", "words"), [
    ("UPDATE received_entries SET after = replace(after, 'SYNTHETIC', 'real') WHERE seq = 3", "entry 3 is the first"),
    ("UPDATE received_entries SET who = 'x' WHERE seq = 1", "entry 1 is the first"),
    ("DELETE FROM received_entries WHERE seq = 2", "entry 3 is the first"),
    ("DELETE FROM received_entries WHERE seq = 3", "entry 3 is the first"),
    ("DELETE FROM received_entries WHERE seq = 1", "entry 2 is the first"),
    ("DELETE FROM received_entries", "entry 3 is the first"),
    ("INSERT INTO received_entries (id, survey_id, seq) SELECT 'x', survey_id, 4 FROM received_entries LIMIT 1",
     "entry 4 is the first"),
    ("INSERT INTO received_entries (survey_id, seq, at, who, action, table_name, row_id, before, after, previous_hash,"
     " hash, origin) SELECT survey_id, seq, at, who, action, table_name, row_id, before, after, previous_hash, hash,"
     " origin FROM received_entries WHERE seq = 3", "has other entries than were received: 4, not 3"),
])
def test_what_was_done_to_it_here_is_found(two, statement: str, words: str) -> None:
    mine, theirs = two
    merge(mine, theirs)
    outside(mine, statement)
    found = verified(mine)
    assert not found.valid and found.different == 0
    (finding,) = found.findings
    assert finding.is_fault and "The record received from theirs" in str(finding.text) and words in str(finding.text)


def test_a_record_that_is_not_whole_is_not_kept(two) -> None:
    mine, theirs = two
    outside(theirs, "DROP TRIGGER yalu_audit_update", "UPDATE audit SET who = 'x' WHERE seq = 2")
    notices = [str(one) for one in merge(mine, theirs).notices]
    assert notices[0].startswith("Its record of changes is not whole (entry 2), so it is not kept")
    assert received(mine) == [] and [row["id"] for row in mine.rows("sites")] == ["a"]
    assert mine.rows("audit")[-1]["action"] == "receive: theirs, without its record, which is not whole"
    assert verified(mine).valid and not merge(mine, theirs).writes


def test_entries_that_are_not_sealed_yet_come_later(two) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    mine, theirs = two
    outside(theirs, "UPDATE sites SET note = 'outside' WHERE id = 'a'")
    merge(mine, theirs)
    assert len(received(mine)) == 3 and len(record(theirs)) == 4
    theirs = open_survey(theirs.path)
    theirs.change("add", added={"sites": [{"id": "b", "geom": "POINT (127.7 41.5)"}]})
    merge(mine, theirs)
    assert received(mine) == record(theirs) and verified(mine).valid


def test_a_cancelled_import_leaves_nothing(two) -> None:
    from yalu_plugin.core.work_progress import Cancelled

    mine, theirs = two
    for limit in (0.0, 0.4, 0.6):
        def progress(fraction: float, limit: float = limit) -> None:
            if fraction >= limit:
                raise Cancelled()

        with pytest.raises(Cancelled):
            merge(mine, theirs, progress)
        assert received(mine) == [] and mine.rows("sites") == [] and mine.head().seq == 2


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_surveys_of_older_versions(two, tmp_path: Path, data: Path, version: int) -> None:
    from yalu_plugin.layers.survey.merging import survey_at

    mine, path = two[0], tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / f"version{version}.gpkg.gz").read_bytes()))
    older = survey_at(path)
    merge(mine, older)
    assert received(mine) == record(older) and verified(mine).valid
    assert not merge(mine, older).writes


def test_text_of_any_kind_keeps_its_seal(two) -> None:
    mine, theirs = two
    notes = ["'; DROP TABLE sites; --", "\u202eRTL", "line\nbreak\ttab", "x" * 1_000_000, "\U0001f6a2", "\\u0000", "%s"]
    theirs.change("add", added={"sites": [{"id": f"n{at}", "note": note, "geom": f"POINT ({127 + at / 10} 41.9)"}
                                          for at, note in enumerate(notes)]})
    merge(mine, theirs)
    assert len(received(mine)) == 10 and verified(mine).valid
    assert {row["note"] for row in mine.rows("sites")} == {None, *notes}


def test_undo_removes_the_rows_and_keeps_the_record(two) -> None:
    from yalu_plugin.layers.survey.import_job import SurveyImport

    mine, theirs = two
    job = SurveyImport(theirs)
    delta = job.write(mine, "", job.assess_rows(mine, ""))
    undone = delta.reversed("undo")
    mine.change("undo", undone.added, undone.removed, undone.replaced)
    assert mine.rows("sites") == [] and received(mine) == record(theirs) and verified(mine).valid
    merge(mine, theirs)
    assert [row["id"] for row in mine.rows("sites")] == ["a"] and received(mine) == record(theirs)
