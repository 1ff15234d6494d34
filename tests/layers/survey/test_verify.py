"""A survey attacked by plain SQL: each attack is found, named, and shown row by row."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from tests.attack import attack
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.survey.stored_heads import StoredHead

HERE = Phrase("a test")
OLD = Path(__file__).parents[2] / "data" / "surveys" / "version_1_edited.gpkg.gz"


def kinds(found: Any) -> list[str]:
    """Return the kinds of findings except states, which differ where rows were changed without triggers."""
    return [finding.kind for finding in found.findings if finding.kind != "states"]


@pytest.fixture
def site(survey: Any) -> dict[str, Any]:
    """A published site, which the plugin changed once."""
    row = next(row for row in survey.rows("sites") if row["name"].startswith("Phungyang"))
    survey.change("edit", replaced={"sites": [{**row, "note": "looked at", "location_accuracy_m": 0.1 + 0.2}]})
    return row


def verify_survey(survey: Any, stored: list[StoredHead] | None = None) -> Any:
    from yalu_plugin.layers.survey.verify import verify

    return verify(survey.path, stored or [])


def test_a_survey_written_by_the_plugin_matches_its_record(survey: Any, site: Any) -> None:
    from yalu_plugin.layers.survey.heads import head_of

    survey.change("images", added={"images": [
        {"id": "i", "acquired_from": "2024-01-01T00:00:00Z", "synthetic": True, "cloud_cover": 1 / 3,
         "geom": "POLYGON ((127 41, 128 41, 128 42.123456789012, 127 41))"}]})
    survey.change("lines", added={"searches": [{"id": "l", "from_m": 1e9, "geom": "LINESTRING (1 2, 3 4)"}]})
    survey.change("gone", removed={"sites": [{"id": survey.rows("sites")[-1]["id"]}]})
    found = verify_survey(survey)
    assert (kinds(found), found.valid, found.different, found.first_bad, found.outside) == ([], True, 0, None, 0)
    assert found.entries == len(survey.rows("audit"))
    assert found.head == head_of(survey.path)


def test_a_changed_row(survey: Any, site: Any) -> None:
    attack(survey.path, f"UPDATE sites SET name = 'other', note = NULL WHERE id = '{site['id']}'")
    found = verify_survey(survey)
    assert (kinds(found), found.valid, found.different) == (["changed"], False, 1)
    assert str(found.findings[0].text) == "Rows changed without an entry in the record: 1."
    assert {tuple(one) for one in found.differences} == {
        ("sites", site["id"], "name", site["name"], "other"), ("sites", site["id"], "note", "looked at", None)}


def test_a_moved_site(survey: Any, site: Any) -> None:
    attack(survey.path, f"UPDATE sites SET geom = (SELECT geom FROM sites WHERE id <> '{site['id']}') "
                        f"WHERE id = '{site['id']}'")
    found = verify_survey(survey)
    (one,) = found.differences
    assert (kinds(found), one.column) == (["changed"], "geom")
    assert one.in_record.startswith("POINT(127.885") and one.in_file != one.in_record


def test_a_deleted_row(survey: Any, site: Any) -> None:
    attack(survey.path, f"DELETE FROM sites WHERE id = '{site['id']}'")
    found = verify_survey(survey)
    assert (kinds(found), found.valid, found.different) == (["deleted"], False, 1)
    assert {(one.column, one.in_record, one.in_file) for one in found.differences} >= {
        ("id", site["id"], None), ("note", "looked at", None), ("location_accuracy_m", "0.3", None)}


def test_an_added_row(survey: Any) -> None:
    attack(survey.path, "INSERT INTO observations (id, state, seen_to) VALUES ('o', 'absent', '2025-01-01')")
    found = verify_survey(survey)
    assert (kinds(found), found.valid, found.different) == (["added"], False, 1)
    assert {(one.column, one.in_record, one.in_file) for one in found.differences} == {
        ("id", None, "o"), ("state", None, "absent"), ("seen_to", None, "2025-01-01")}


def test_the_last_entries_deleted_with_the_rows_they_made(survey: Any) -> None:
    from yalu_plugin.layers.survey.heads import head_of

    survey.change("observe", added={"observations": [{"id": "o", "state": "absent"}]})
    head = head_of(survey.path)
    attack(survey.path, f"DELETE FROM audit WHERE seq = {head.seq}", "DELETE FROM observations WHERE id = 'o'")
    assert kinds(verify_survey(survey)) == []  # the file alone cannot show it
    found = verify_survey(survey, [StoredHead(head.seq, head.hash[:12], HERE)])
    assert (kinds(found), found.valid) == (["shortened"], False)
    assert str(found.findings[0].text) == (
        f"Its last entries are missing: 1. The record ends at {head.seq - 1}, and a test has seen record {head.seq} "
        f"{head.hash[:12]}. It may be an older copy.")


def test_all_entries_deleted(survey: Any) -> None:
    from yalu_plugin.core.schema import FACTS

    rows = sum(len(survey.rows(table)) for table in FACTS)
    attack(survey.path, "DELETE FROM audit")
    found = verify_survey(survey)
    assert (kinds(found)[0], found.valid, found.entries, found.different) == ("emptied", False, 0, rows)


@pytest.mark.parametrize(("change", "kind"), [
    ("who = 'somebody else'", "altered"), ("after = replace(after, 'looked', 'stared')", "altered"),
    ("hash = 'g' || substr(hash, 2)", "altered")])
def test_one_entry_changed(survey: Any, site: Any, change: str, kind: str) -> None:
    seq = survey.rows("audit")[-1]["seq"]
    attack(survey.path, f"UPDATE audit SET {change} WHERE seq = {seq}")
    found = verify_survey(survey)
    assert (kinds(found)[0], found.valid, found.first_bad) == (kind, False, seq)


def test_a_record_rewritten_after_a_change_of_facts(survey: Any, site: Any) -> None:
    from yalu_plugin.layers.survey.heads import head_of

    head = head_of(survey.path)
    attack(survey.path, "UPDATE sites SET note = 'stared at' WHERE note = 'looked at'",
           "UPDATE audit SET after = replace(after, 'looked at', 'stared at')", rehash=True)
    assert kinds(verify_survey(survey)) == []  # the file alone cannot show it
    found = verify_survey(survey, [StoredHead(head.seq, head.hash, HERE)])
    assert (kinds(found), found.valid) == (["rewritten"], False)
    assert str(found.findings[0].text) == (
        f"It does not have record {head.seq} {head.hash[:12]}, which a test has seen: work went on from an older copy, "
        "or the record was written anew.")


@pytest.mark.parametrize(("statement", "kind"), [
    ("UPDATE sites SET name = x'00ff'", "changed"), ("UPDATE sites SET name = CAST(x'ff41' AS TEXT)", "changed"),
    ("UPDATE sites SET location_accuracy_m = 9e999", "changed"), ("UPDATE sites SET geom = x'4750'", "changed"),
    ("UPDATE sites SET geom = NULL", "changed"), ("UPDATE sites SET fid = -fid", "changed"),
    ("UPDATE observations SET seen_to = 5", "changed"), ("UPDATE observations SET seen_to = x'00'", "changed"),
    ("UPDATE audit SET seq = 3.5 WHERE seq = 3", "altered"), ("UPDATE audit SET seq = 'x' WHERE seq = 3", "altered"),
    ("UPDATE audit SET at = 12345 WHERE seq = 3", "altered"), ("UPDATE audit SET before = x'00ff'", "altered"),
    ("UPDATE audit SET hash = x'00' WHERE seq = 3", "altered"), ("UPDATE audit SET hash = NULL", "stripped"),
    ("UPDATE audit SET fid = -fid WHERE seq = 5", "unlinked"), ("DELETE FROM audit WHERE seq = 1", "unlinked"),
    ("UPDATE survey SET version = 1", "changed"), ("DELETE FROM survey", "deleted"),
    ("UPDATE audit SET table_name = 5, row_id = 6 WHERE seq = 4", "altered")])
def test_anything_an_attacker_writes_is_named(survey: Any, statement: str, kind: str) -> None:
    attack(survey.path, statement)
    found = verify_survey(survey)
    assert not found.valid and kind in kinds(found)
    assert all(str(finding.text) for finding in found.findings)


def test_entries_deleted_in_the_middle(survey: Any, site: Any) -> None:
    attack(survey.path, "DELETE FROM audit WHERE seq IN (3, 4)")
    found = verify_survey(survey)
    assert [str(finding.text) for finding in found.findings][:2] == [
        "Entries not sealed to the one before them: 1, the first is entry 5.",
        "Entries deleted within the record: 3 to 4."]
    assert found.first_bad == 3


def test_more_rows_than_are_shown_are_counted(survey: Any, monkeypatch: Any) -> None:
    from yalu_plugin.layers.survey import verify

    monkeypatch.setattr(verify, "MOST_ROWS", 2)
    attack(survey.path, "UPDATE sites SET name = 'x'", "DELETE FROM claims")
    found = verify_survey(survey)
    assert found.different == len(survey.rows("sites")) + sum(
        row["table_name"] == "claims" for row in survey.rows("audit"))
    assert len({(one.table, one.row_id) for one in found.differences}) == 4


def test_changes_written_meanwhile_are_no_difference(survey: Any, site: Any, monkeypatch: Any) -> None:
    """A click between reading the record and reading the table it changes."""
    from yalu_plugin.layers.survey import verify

    read = verify.rows_by_fid

    def reading(dataset: Any, table: str, after: int = -1) -> Any:
        if table == "claims":
            survey.change("meanwhile", added={"claims": [{"id": "new"}]},
                          removed={"claims": [survey.rows("claims")[0]]})
        return read(dataset, table, after)

    monkeypatch.setattr(verify, "rows_by_fid", reading)
    assert kinds(verify_survey(survey)) == []


def test_it_can_be_cancelled(survey: Any) -> None:
    from yalu_plugin.core.work_progress import Cancelled
    from yalu_plugin.layers.survey import verify

    def cancel(_: float) -> None:
        raise Cancelled()

    attack(survey.path, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                        "INSERT INTO observations (id) SELECT 'o' || i FROM n")
    with pytest.raises(Cancelled):
        verify.verify(survey.path, [], cancel)


def test_triggers_that_are_missing(survey: Any) -> None:
    attack(survey.path, keep_triggers=False)
    found = verify_survey(survey)
    assert (kinds(found), found.valid, found.different) == (["triggers"], False, 0)
    assert "yalu_sites_insert" in str(found.findings[0].text)


def test_restored_triggers_are_reported(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    attack(survey.path, "UPDATE sites SET note = 'secretly'", keep_triggers=False)
    found = verify_survey(open_survey(survey.path))
    assert [kind for kind in kinds(found) if kind != "unsealed"] == ["restored", "changed"]
    assert not found.valid


def test_states_that_do_not_follow(survey: Any, site: Any) -> None:
    survey.change("observe", added={"observations": [
        {"id": f"o{number}", "site_id": site["id"], "state": state, "seen_from": day, "seen_to": day}
        for number, (state, day) in enumerate([("present", "2024-01-01"), ("absent", "2024-01-01"),
                                               ("not_observable", "2024-02-02"), ("present", "2025-03-03")])]})
    assert verify_survey(survey).findings == []
    attack(survey.path, f"UPDATE site_states SET state = 'absent' WHERE valid_to IS NULL AND site_id = '{site['id']}'",
           "INSERT INTO site_states (site_id, state) VALUES ('nobody', 'present')")
    found = verify_survey(survey)
    assert [finding.kind for finding in found.findings] == ["states"]
    assert str(found.findings[0].text) == (
        "Sites whose states do not follow from their observations: 2, the first is nobody.")


def test_edits_made_outside_are_in_the_record_until_they_are_sealed(survey: Any) -> None:
    import subprocess
    import sys

    subprocess.run([sys.executable, "-c", "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); "
                    "d.execute(\"UPDATE observations SET note = 'by a script'\"); d.commit()", str(survey.path)],
                   check=True, timeout=60)
    count = len(survey.rows("observations"))
    found = verify_survey(survey)
    assert (kinds(found), found.valid, found.outside, found.different) == (["unsealed"], True, count, 0)
    survey.change("seal", added={"sites": [{"id": "new"}]})
    found = verify_survey(survey)
    assert (kinds(found), found.valid, found.outside) == ([], True, count)


def test_a_change_past_the_record_shows_although_the_row_is_changed_again(survey: Any, site: Any) -> None:
    attack(survey.path, f"UPDATE sites SET note = 'secretly' WHERE id = '{site['id']}'")
    survey.change("edit", replaced={"sites": [{**site, "note": "openly"}]})
    found = verify_survey(survey)
    assert (kinds(found), found.valid) == (["overwritten"], False)


def test_a_survey_of_version_1_is_verified_too(qgis_app: Any, tmp_path: Path) -> None:
    """Its entries are other JSON, of GDAL's values; what QGIS changed in it is not recorded: that is what differs."""
    from yalu_plugin.layers.survey.record_check import check_record
    from yalu_plugin.layers.survey.verify import verify

    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    found = verify(path)
    assert (kinds(found), found.entries, found.first_bad) == (["changed"], 12, None)
    assert [tuple(one) for one in found.differences] == [
        ("sites", "site-1", "note", None, "by hand, which version 1 did not record")]
    check_record(path)  # no alarm at opening
    attack(path, "UPDATE audit SET who = 'somebody else' WHERE seq = 5")
    assert verify(path).first_bad == 5


def test_an_upgraded_survey_matches_its_record(qgis_app: Any, tmp_path: Path) -> None:
    """What version 1 did not record is in it since, as a baseline."""
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.upgrade import upgrade

    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    upgrade(path, "analyst")
    found = verify_survey(open_survey(path))
    assert (kinds(found), found.valid, found.different) == ([], True, 0)
    assert found.records_all


@pytest.mark.parametrize("value", ["x'00ff'", "9e999", "CAST(x'ff' AS TEXT)", "'a' || char(0) || 'b'", "0.1 + 0.2"])
def test_ugly_values_that_are_recorded_are_no_difference(survey: Any, value: str) -> None:
    import subprocess
    import sys

    subprocess.run([sys.executable, "-c", "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); "
                    f"d.execute(\"UPDATE observations SET note = {value}\"); "
                    f"d.execute(\"UPDATE claims SET value = {value}\"); d.commit()", str(survey.path)],
                   check=True, timeout=60)
    found = verify_survey(survey)
    assert found.valid and found.different == 0 and set(kinds(found)) - {"values"} == {"unsealed"}
