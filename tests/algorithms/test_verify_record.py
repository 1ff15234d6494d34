"""yalu:verifyrecord reports its findings in sentences and numbers."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.attack import attack


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> Any:
    return new_survey(tmp_path / "survey.gpkg", "Test", published=True)


def run(survey: Any, **more: str) -> tuple[dict[str, Any], str]:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.verify_record import VerifyRecord

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    results, good = VerifyRecord().create().run(
        {"SURVEY": str(survey.path), **more}, context, feedback, catchExceptions=False)
    assert good
    return results, feedback.textLog()


def test_a_sound_survey(survey: Any) -> None:
    from yalu_plugin.layers.survey.heads import head_text

    results, log = run(survey)
    count = len(survey.rows("audit"))
    assert results == {"VALID": True, "ENTRIES": count, "OUTSIDE": 0, "FIRST_BAD": None, "DIFFERENT": 0,
                       "RECORD": head_text(survey)}
    assert f"The survey is what its record says: {count} entries, 0 made outside the plugin." in log
    assert run(survey, HEAD=results["RECORD"])[0]["VALID"] is True


def test_what_differs_is_written_row_by_row(survey: Any, tmp_path: Path) -> None:
    row = survey.rows("sites")[0]
    attack(survey.path, f"UPDATE sites SET name = '=1+1' WHERE id = '{row['id']}'", "DELETE FROM claims")
    results, log = run(survey, DIFFERENCES=str(tmp_path / "differences.csv"))
    claims = sum(entry["table_name"] == "claims" for entry in survey.rows("audit"))
    assert (results["VALID"], results["DIFFERENT"], results["FIRST_BAD"]) == (False, 1 + claims, None)
    assert "Rows changed without an entry in the record: 1." in log
    assert f"Rows deleted without an entry in the record: {claims}." in log
    with (tmp_path / "differences.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    (changed,) = [one for one in rows if one["table"] == "sites"]
    assert (changed["row_id"], changed["column"], changed["in_record"]) == (row["id"], "name", row["name"])
    assert changed["in_file"] == "'=1+1"  # as text: a spreadsheet would calculate it
    assert len({one["row_id"] for one in rows if one["table"] == "claims"}) == claims


def test_missing_triggers_are_named_and_the_file_is_not_changed(survey: Any) -> None:
    attack(survey.path, keep_triggers=False)
    before = survey.path.read_bytes()
    results, log = run(survey)
    assert results["VALID"] is False and "Triggers missing" in log
    assert survey.path.read_bytes() == before


def test_an_entry_changed(survey: Any) -> None:
    attack(survey.path, "UPDATE audit SET who = 'somebody else' WHERE seq = 7")
    results, log = run(survey)
    assert (results["VALID"], results["FIRST_BAD"], results["DIFFERENT"]) == (False, 7, 0)
    assert "Entries altered after they were written: 1, the first is entry 7." in log


def test_a_head_from_an_export_shows_what_the_file_cannot(survey: Any) -> None:
    end = len(survey.rows("audit"))
    survey.change("observe", added={"observations": [{"id": "o"}]})
    head = run(survey)[0]["RECORD"]
    attack(survey.path, "DELETE FROM audit WHERE row_id = 'o'", "DELETE FROM observations WHERE id = 'o'")
    assert run(survey)[0]["VALID"] is True
    results, log = run(survey, HEAD=f'Survey "Test", last changed 2026-11-29, {head}')
    assert results["VALID"] is False
    assert f"Its last entries are missing: 1. The record ends at {end}, and the head given has seen {head}." in log


@pytest.mark.parametrize("head", ["123", "abc", "record 123 a1b2c3", "a1b2c3d4e5f6"])
def test_a_head_that_is_none_is_refused(survey: Any, head: str) -> None:
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="names no head of a record"):
        run(survey, HEAD=head)


def test_a_file_that_is_no_survey_is_refused(survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    other = tmp_path / "no.gpkg"
    other.write_bytes(b"nothing")
    with pytest.raises(QgsProcessingException, match="is not a GeoPackage|no GeoPackage|GeoPackage"):
        run(type("At", (), {"path": other}))
