"""The contract of every engine of a survey; a test module provides `survey`, `outside` and `again` as fixtures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

SITE = {"id": "a", "name": "A 압록", "kind": "barge_dock", "geom": "POINT (127.5 41.5)",
        "location_accuracy_m": 0.1 + 0.2}
SEEN = {"id": "o", "site_id": "a", "state": "present", "seen_from": "2024-05-01", "seen_to": "2024-05-02"}


class SurveyContract:
    """`survey` is an open, empty survey; `outside(sql)` changes it with a program independent of the plugin;
    `again()` opens it once more.
    """

    def test_rows_come_back_as_they_were_given(self, survey: Any) -> None:
        survey.change("add", added={"sites": [SITE], "observations": [SEEN]})
        (site,), (seen,) = survey.rows("sites"), survey.rows("observations", site_id="a")
        assert {name: site[name] for name in SITE} == {**SITE, "geom": "Point (127.5 41.5)"}
        assert {name: seen[name] for name in SEEN} == SEEN and site["note"] is None
        assert survey.rows("observations", site_id="other") == []

    def test_days_are_those_of_the_first_and_last_observation_with_a_valid_day(self, survey: Any, outside: Any) -> None:
        assert survey.days() is None
        days = ("2024-02-29", "2025-07-30", "2025-02-28", None)
        survey.change("add", added={"sites": [SITE], "observations": [
            {**SEEN, "id": str(number), "seen_from": None, "seen_to": day} for number, day in enumerate(days)]})
        assert survey.days() == (date(2024, 2, 29), date(2025, 7, 30))
        for invalid in ("2025-12-32", "zz", "", "2025-12", "9999", "2023-02-30", "20230102", " "):
            outside(f"UPDATE observations SET seen_to = '{invalid}' WHERE id = '2'")
            assert survey.days() == (date(2024, 2, 29), date(2025, 7, 30)), invalid

    def test_a_change_is_whole_or_not_at_all(self, survey: Any) -> None:
        from yalu_plugin.core.errors import YaluError

        head = survey.head()
        with pytest.raises(YaluError):
            survey.change("add", added={"sites": [SITE], "observations": [SEEN, SEEN]})
        assert survey.rows("sites") == [] and survey.head() == head

    def test_a_text_is_stored_without_an_entry_in_the_record(self, survey: Any, again: Any) -> None:
        survey.change("add", added={"sites": [SITE]})
        head = survey.head()
        assert survey.stored_text("page_words") == ""
        for text in ("first", '{"title": "압록 % \' \\" <x>"}', ""):
            survey.store_text("page_words", text)
            assert survey.stored_text("page_words") == again().stored_text("page_words") == text
        assert survey.head() == head and survey.changes_since(head.seq).entries == ()
        assert again().notices == ()

    def test_a_change_returns_what_it_changed_and_who(self, survey: Any) -> None:
        from yalu_plugin.layers.survey.analyst import analyst

        survey.change("add", added={"sites": [SITE]})
        delta = survey.change("edit", replaced={"sites": [{**SITE, "name": "B"}]})
        (entry,) = delta.entries
        assert (entry.action, entry.origin, entry.who, entry.table, entry.row_id) == (
            "edit", "plugin", analyst(), "sites", "a")
        assert (entry.before["name"], entry.after["name"]) == ("A 압록", "B")

    def test_the_reverse_of_a_change_brings_back_each_row_to_the_last_digit(self, survey: Any) -> None:
        survey.change("add", added={"sites": [SITE], "observations": [SEEN]})
        before = survey.rows("sites"), survey.rows("observations")
        delta = survey.change("remove", {}, {"sites": [SITE], "observations": [SEEN]})
        back = delta.reversed("undo")
        survey.change("undo", back.added, back.removed, back.replaced)
        assert (survey.rows("sites"), survey.rows("observations")) == before

    def test_rows_changed_by_others_since_are_not_overwritten(self, survey: Any, outside: Any) -> None:
        from yalu_plugin.layers.survey.survey_errors import ChangedSince

        delta = survey.change("add", added={"sites": [SITE]})
        outside("UPDATE sites SET name = 'theirs' WHERE id = 'a'")
        with pytest.raises(ChangedSince):
            survey.change("undo", removed={"sites": [SITE]}, unchanged=delta.after())
        assert [row["name"] for row in survey.rows("sites")] == ["theirs"]

    def test_all_changes_by_any_process_are_read_in_order(self, survey: Any, outside: Any, again: Any) -> None:
        seq = survey.head().seq
        survey.change("add", added={"sites": [SITE]})
        outside("UPDATE sites SET name = 'theirs' WHERE id = 'a'")
        again().change("edit", replaced={"sites": [{**SITE, "name": "another window"}]})
        found = survey.changes_since(seq)
        assert [(entry.origin, entry.after["name"]) for entry in found.entries] == [
            ("plugin", "A 압록"), ("outside", "theirs"), ("plugin", "another window")]
        assert [entry.seq for entry in found.entries] == [seq + 1, seq + 2, seq + 3] == [
            seq + 1, seq + 2, survey.head().seq]
        assert survey.changes_since(seq + 3).entries == ()

    def test_facts_with_later_changes_applied_match_the_tables(self, survey: Any, outside: Any) -> None:
        from qgis.core import QgsFeedback

        survey.change("add", added={"sites": [SITE]})
        facts = survey.read(QgsFeedback())
        assert facts.seq == survey.head().seq
        survey.change("add", added={"observations": [SEEN]})
        outside("DELETE FROM sites WHERE id = 'a'")
        facts.apply(survey.changes_since(facts.seq))
        assert facts.rows("sites") == survey.rows("sites") == []
        assert facts.rows("observations") == survey.rows("observations")

    def test_the_record_replays_to_the_tables(self, survey: Any, outside: Any) -> None:
        from yalu_plugin.core.work_progress import no_progress

        survey.change("add", added={"sites": [SITE], "observations": [SEEN]})
        outside("UPDATE sites SET note = 'x' WHERE id = 'a'")
        survey.changes_since(0)
        found = survey.verify((), no_progress)
        assert (found.valid, found.outside, found.head) == (True, 1, survey.head())
        assert survey.entry_hash(found.head.seq) == found.head.hash and survey.entry_hash(10 ** 6) is None

    def test_the_last_entry_seen_is_the_last_sealed_one_by_any_process(self, survey: Any, again: Any) -> None:
        survey.change("add", added={"sites": [SITE]})
        assert survey.last_seen() == survey.head()
        begin = survey.head()
        again().change("edit", replaced={"sites": [{**SITE, "name": "another window"}]})
        assert survey.last_seen() == begin
        survey.changes_since(begin.seq)
        assert survey.last_seen() == survey.head() != begin

    def test_a_record_without_an_entry_that_was_seen_is_reported_at_once(self, survey: Any) -> None:
        from yalu_plugin.core.survey.stored_heads import StoredHead
        from yalu_plugin.layers.survey.record_check import NotAsLastSeen

        survey.change("add", added={"sites": [SITE]})
        head = survey.head()
        survey.check_heads([StoredHead(*head, "a test")])
        for unknown in (StoredHead(head.seq + 7, head.hash, "a test"), StoredHead(head.seq, "f" * 64, "a test")):
            with pytest.raises(NotAsLastSeen):
                survey.check_heads([unknown])

    def test_who_continues_without_seen_entries_and_why_is_in_the_record(self, survey: Any) -> None:
        from yalu_plugin.core.survey.stored_heads import StoredHead
        from yalu_plugin.core.work_progress import no_progress
        from yalu_plugin.layers.survey.record_entries import ReasonMissing

        survey.change("add", added={"sites": [SITE]})
        seq = survey.head().seq
        lost = [StoredHead(seq + more, letter * 64, where) for more, letter, where in (
            (7, "f", "a test"), (7, "f", "another"), (9, "e", "a test"))]
        with pytest.raises(ReasonMissing):
            survey.accept_missing_heads(lost, "Han", " ")
        assert survey.head().seq == seq
        delta = survey.accept_missing_heads(lost, "Han", "the disk\nwas \ud800 lost")
        assert [(entry.seq, entry.who, entry.action, entry.row_id) for entry in delta.entries] == [
            (seq + 1, "Han", "accept", str(seq + 7)), (seq + 2, "Han", "accept", str(seq + 9))]
        assert survey.verify((), no_progress).valid and survey.adoptable_entries() == []
        assert '"reason": "the disk was � lost"' in survey.rows("audit", action="accept")[0]["after"]

    def test_entries_made_outside_can_be_adopted_once(self, survey: Any, outside: Any) -> None:
        survey.change("add", added={"sites": [SITE]})
        outside("UPDATE sites SET note = 'x' WHERE id = 'a'")
        survey.changes_since(0)
        (entry,) = survey.adoptable_entries()
        survey.adopt([entry.seq], "Han", "seen on imagery")
        assert survey.adoptable_entries() == []

    def test_its_layers_are_qgis_layers(self, survey: Any) -> None:
        survey.change("add", added={"sites": [SITE], "observations": [SEEN]})
        sites, states = survey.layer("sites"), survey.layer("site_states")
        assert sites.isValid() and [feature["name"] for feature in sites.getFeatures()] == ["A 압록"]
        assert sorted(feature["state"] for feature in states.getFeatures()) == ["present", "unknown"]
        assert states.readOnly() and not sites.readOnly()
