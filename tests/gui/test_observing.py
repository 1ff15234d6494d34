"""Correcting, withdrawing, annotating and reporting observations: in the file, undone, the reason in the record."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import pytest

from yalu_plugin.core.survey.change_actions import parts_of
from yalu_plugin.layers.survey.survey_errors import ChangedSince
from yalu_plugin.workbench import observing


@pytest.fixture
def site(bench: Any) -> str:
    """The site with an observation of its own (absent, 2024-03-01)."""
    found = str(bench.session.survey.rows("sites")[0]["id"])
    bench.session.change("test", added={"observations": [
        {"id": "seen", "site_id": found, "state": "absent", "seen_from": "2024-03-01", "seen_to": "2024-03-01",
         "confidence": "probable", "note": "mist", "created_by": "A", "created_at": "2024-03-02T00:00:00Z"}]})
    return found


def seen(bench: Any, row_id: str = "seen") -> dict[str, Any] | None:
    return next(iter(bench.session.survey.rows("observations", id=row_id)), None)


def last(bench: Any) -> tuple[Any, ...]:
    database = sqlite3.connect(bench.session.survey.path)
    found = database.execute("SELECT action, before, after, who FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    database.close()
    return found


def test_a_correction_keeps_both_values_who_and_why(bench: Any, site: str) -> None:
    from yalu_plugin.layers.survey.analyst import analyst

    before = seen(bench)
    bench.observing.correct(before, "  the ramp shows\nin the north ", state="present", likelihood="likely",
                            seen_to="2024-03-02")
    assert seen(bench) == {**before, "state": "present", "likelihood": "likely", "seen_to": "2024-03-02"}
    action, was, now, who = last(bench)
    assert (action, who) == ("correct: the ramp shows in the north", analyst())
    assert (json.loads(was)["state"], json.loads(now)["state"]) == ("absent", "present")
    assert bench.session.facts.observations_of(site)[-1] == seen(bench)
    assert bench.session.facts.state_value_on(site, None)[0] == "present"
    bench.history.undo()
    assert seen(bench) == before
    bench.history.redo()
    assert seen(bench)["state"] == "present"


def test_a_withdrawal_removes_the_row_and_the_record_keeps_it(bench: Any, site: str) -> None:
    before = seen(bench)
    bench.observing.withdraw([before], "another site")
    assert seen(bench) is None and last(bench)[0] == "withdraw: another site"
    assert json.loads(last(bench)[1])["note"] == "mist"
    bench.history.undo()
    assert seen(bench) == before


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\u202e\u200f"])
def test_nothing_without_a_reason(bench: Any, site: str, text: str) -> None:
    before = last(bench)
    for act in (lambda: bench.observing.correct(seen(bench), text, state="present"),
                lambda: bench.observing.withdraw([seen(bench)], text)):
        with pytest.raises(observing.ReasonNeeded):
            act()
    assert last(bench) == before


@pytest.mark.parametrize(("values", "error"), [
    ({"seen_from": "2024-03-02"}, observing.DaysInWrongOrder), ({"seen_to": ""}, observing.DayMissing),
    ({"seen_to": "2999-01-01"}, observing.DayNotYet), ({}, observing.NothingCorrected),
    ({"state": "absent"}, observing.NothingCorrected)])
def test_invalid_values_are_refused(bench: Any, site: str, values: dict[str, Any], error: type[Exception]) -> None:
    before = last(bench)
    with pytest.raises(error):
        bench.observing.correct(seen(bench), "a reason", **values)
    assert last(bench) == before and bench.history.done == []


def test_a_reason_is_removed_with_the_state_not_observable(bench: Any, site: str) -> None:
    bench.observing.correct(seen(bench), "a ramp", below_resolution=True)
    bench.observing.correct(seen(bench), "cloud", state="not_observable", reason="cloud")
    assert [seen(bench)[name] for name in ("state", "reason", "below_resolution")] == ["not_observable", "cloud", None]
    bench.observing.correct(seen(bench), "no cloud", state="present")
    assert (seen(bench)["state"], seen(bench)["reason"]) == ("present", None)


@pytest.mark.parametrize("how", ["changed", "gone"])
def test_what_somebody_changed_meanwhile_is_left(bench: Any, site: str, how: str) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    shown = seen(bench)
    other = open_survey(bench.session.survey.path)
    if how == "changed":
        other.change("edit", replaced={"observations": [{**shown, "note": "theirs"}]})
    else:
        other.change("edit", removed={"observations": [shown]})
    now = seen(bench)
    for act in (lambda: bench.observing.correct(shown, "a reason", state="present"),
                lambda: bench.observing.withdraw([shown], "a reason"), lambda: bench.observing.note(shown, "mine")):
        with pytest.raises(ChangedSince):
            act()
    assert seen(bench) == now and bench.history.done == []


def test_a_note_needs_no_reason(bench: Any, site: str) -> None:
    assert bench.observing.likely_observation(site)["id"] == "seen"
    bench.observing.note(seen(bench), " clear\nwater ")
    assert (seen(bench)["note"], last(bench)[0]) == ("clear water", "note")
    bench.observing.note(seen(bench), "clear water")
    assert bench.history.done[0].startswith("Note (") and len(bench.history.done) == 1
    bench.observing.note(seen(bench), "")
    assert seen(bench)["note"] is None


def test_a_report_rests_on_a_source_known_or_new(bench: Any, site: str) -> None:
    survey = bench.session.survey
    known = survey.rows("sources")[0]
    values = {"state": "present", "seen_from": "2024-04-01", "seen_to": "2024-04-30", "likelihood": "even"}
    bench.observing.report(site, values, known)
    row = bench.observing.likely_observation(site)
    assert (row["source_id"], row["image_id"], row["state"], row["seen_from"], row["likelihood"]) == (
        known["id"], None, "present", "2024-04-01", "even")
    before = len(survey.rows("sources"))
    bench.observing.report(site, {**values, "seen_from": None, "seen_to": "2024-05-01"},
                           {"title": "A letter", "publisher": "P", "url": "https://example.org"})
    source = bench.session.facts.row("sources", bench.observing.likely_observation(site)["source_id"])
    assert (source["title"], source["publisher"], source["url"]) == ("A letter", "P", "https://example.org")
    bench.history.undo()
    assert len(survey.rows("sources")) == before and bench.observing.likely_observation(site)["id"] == row["id"]


@pytest.mark.parametrize(("values", "source", "error"), [
    ({}, {"title": " "}, observing.SourceMissing), ({"state": None}, {"title": "A"}, observing.StateMissing),
    ({"seen_to": None}, {"title": "A"}, observing.DayMissing)])
def test_a_report_of_nothing(bench: Any, site: str, values: dict[str, Any], source: dict[str, Any],
                             error: type[Exception]) -> None:
    before = last(bench)
    with pytest.raises(error):
        bench.observing.report(site, {"state": "present", "seen_from": None, "seen_to": "2024-01-01", **values}, source)
    with pytest.raises(observing.SiteMissing):
        bench.observing.report("no such site", {"state": "present", "seen_from": None, "seen_to": "2024-01-01"},
                               {"title": "A"})
    assert last(bench) == before


def test_the_record_of_a_site(bench: Any, site: str) -> None:
    survey = bench.session.survey
    bench.observing.correct(seen(bench), "why: it shows", state="present")
    bench.observing.withdraw([seen(bench)], "twice")
    bench.editing.rename(site, "New name")
    found = survey.entries_of_site(site)
    assert [entry.action for entry in found[:4]] == ["edit", "withdraw: twice", "correct: why: it shows", "test"]
    assert [entry.table for entry in found[:2]] == ["sites", "observations"]
    assert parts_of(found[2].action) == ("correct", "why: it shows") and parts_of("undo") == ("undo", "")
    assert all(entry.row_id == site or (entry.after or entry.before)["site_id"] == site for entry in found)
    other = str(survey.rows("sites")[1]["id"])
    assert not {entry.seq for entry in survey.entries_of_site(other)} & {entry.seq for entry in found}


def test_an_observation_that_went_to_another_site_is_in_both_records(bench: Any, site: str) -> None:
    other = str(bench.session.survey.rows("sites")[1]["id"])
    bench.session.change("edit", replaced={"observations": [{**seen(bench), "site_id": other}]})
    seqs = [bench.session.survey.entries_of_site(one)[0].seq for one in (site, other)]
    assert seqs[0] == seqs[1]


def test_the_record_with_reasons_is_sound(bench: Any, site: str) -> None:
    from yalu_plugin.layers.survey.verify import verify

    bench.observing.correct(seen(bench), "triggers restored; 'quoted' \"so\" 밀수 \u2028 -- DROP", state="present")
    bench.observing.withdraw([seen(bench)], "adopt")
    bench.history.undo()
    assert not [finding for finding in verify(bench.session.survey.path).findings if finding.is_fault]
    assert bench.session.survey.adoptable_entries() == []


@pytest.mark.parametrize("site_id", ["it's", 'quote"d', "back\\slash", "밀수 나루", "%", "present", "a", "{}", "\t",
                                     "x' OR '1'='1", "-- ;", "💧"])
def test_the_record_of_a_site_with_any_id(bench: Any, site_id: str) -> None:
    survey = bench.session.survey
    survey.change("mine", {"sites": [{"id": site_id, "kind": "other"}, {"id": f"{site_id}2", "kind": "other"}],
                           "observations": [{"id": "of it", "site_id": site_id, "state": "present"},
                                            {"id": "of other", "site_id": f"{site_id}2", "note": site_id}]})
    assert [(entry.table, entry.row_id) for entry in survey.entries_of_site(site_id)] == [
        ("observations", "of it"), ("sites", site_id)]


@pytest.mark.parametrize("text", ["x" * 5000, "it's; DROP TABLE audit; --", "<b>bold</b>", "=1+1", "\u202eleft",
                                  "a: b: c", "undo", "triggers restored", "line\nline",
                                  "밀수 👍", "\x00\x01 end", "%s {} {x}", "'",
                                  '"', "\\", "&amp;", "  spaced  ", "adopt", "correct: correct: x",
                                  "\ud800 half"])
def test_any_reason_is_stored_as_one_line(bench: Any, site: str, text: str) -> None:
    from yalu_plugin.core.plain_text import typed_line

    bench.observing.correct(seen(bench), text, state="present")
    entry = bench.session.survey.entries_of_site(site)[0]
    assert parts_of(entry.action) == ("correct", typed_line(text, 300)) and len(entry.action) < 320
    bench.history.undo()
    assert seen(bench)["state"] == "absent"


def test_the_likely_observation_is_the_last_recorded_not_the_last_seen(bench: Any, site: str) -> None:
    """The key M after U on an earlier scene writes a note to the observation of U."""
    from yalu_plugin.layers.survey.analyst import analyst

    def seen_by(who: str, row_id: str, day: str, at: str, image: str | None = None) -> dict[str, Any]:
        return {"id": row_id, "site_id": site, "state": "present", "seen_from": day, "seen_to": day, "image_id": image,
                "created_by": who, "created_at": at}

    images = [{"id": one, "uri": one, "source": "S", "acquired_from": "2024-05-03T00:00:00Z",
               "acquired_to": "2024-05-03T00:00:00Z", "date_kind": "acquired"} for one in ("one", "two")]
    for row in bench.session.survey.rows("observations", site_id=site):
        bench.session.change("delete", removed={"observations": [row]})
    assert bench.observing.likely_observation(site) is None
    bench.session.change("add", {"images": images, "observations": [
        seen_by("Kim", "theirs", "2024-09-06", "2024-10-01T00:00:00Z", "one")]})
    assert bench.observing.likely_observation(site, "one")["id"] == "theirs"  # there is no other
    bench.session.change("add", {"observations": [
        seen_by(analyst(), "old", "2024-09-05", "2024-01-01T00:00:00Z"),
        seen_by(analyst(), "here", "2024-05-03", "2024-01-02T00:00:00Z", "one"),
        seen_by(analyst(), "just now", "2024-02-03", "2024-01-03T00:00:00Z", "two")]})
    assert bench.observing.likely_observation(site, "one")["id"] == "here"
    assert bench.observing.likely_observation(site, "no such image")["id"] == "just now"
    assert bench.observing.likely_observation(site)["id"] == "just now"
