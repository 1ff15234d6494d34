"""The survey in memory matches the database, including changes written while it is read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yalu_plugin.core.known_present import known_present
from yalu_plugin.core.rival_states import rival_states
from yalu_plugin.core.schema import FACTS
from yalu_plugin.core.states import STATES
from yalu_plugin.core.work_progress import Cancelled

DAYS = st.sampled_from(["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-29"])
OBSERVATIONS = st.lists(st.tuples(
    st.sampled_from(["a", "b", "c", "gone"]), st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS),
    st.sampled_from([*STATES, None])), max_size=12)


def _sql(survey: Any, *statements: str) -> None:
    from yalu_plugin.layers.survey.geopackage import execute, opened

    with opened(survey.path, update=True) as dataset:
        for statement in statements:
            execute(dataset, statement)


def _literal(value: str | None) -> str:
    return "NULL" if value is None else f"'{value}'"


def _read(survey: Any, during: Any = None) -> Any:
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.survey.read_facts import read_facts

    feedback = QgsFeedback()
    if during is not None:
        feedback.progressChanged.connect(during)
    return read_facts(survey.path, feedback)


def _same(survey: Any, facts: Any) -> None:
    for table in FACTS:
        assert facts.rows(table) == survey.rows(table)


def test_all_rows_of_the_published_survey_and_the_last_entry(survey):
    facts = _read(survey)
    _same(survey, facts)
    assert facts.seq == max(row["seq"] for row in survey.rows("audit")) and facts.count("sites") > 3
    assert facts.located() == (4, 43)


def test_states_and_counts_are_those_of_the_database(survey):
    from tests.layers.survey.known_over_time import known_over_time
    from yalu_plugin.layers.survey.survey_states import states_on

    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(OBSERVATIONS, st.lists(st.sampled_from(["vehicle_ford", "barge_dock", "other"]), min_size=3, max_size=3))
    def law(observations, kinds):
        _sql(survey, "DELETE FROM observations", "DELETE FROM sites",
             *(f"INSERT INTO sites (id, name, kind) VALUES ('{one}', '{one}', '{kind}')"
               for one, kind in zip("abc", kinds)),
             *(f"INSERT INTO observations (id, site_id, seen_from, seen_to, state) VALUES ('o{number}', "
               f"{', '.join(map(_literal, values))})" for number, values in enumerate(observations)))
        facts = _read(survey)
        for day in (None, date(2023, 1, 1), date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 28), date(2025, 1, 1)):
            in_file = states_on(survey, day)
            assert {one: {**facts.state_on(one, day), "fid": in_file[one]["fid"]} for one in in_file} == in_file
            assert len(in_file) == len(survey.states(day)) == len(facts.site_ids())
        known, observed_days = known_over_time(survey.path)
        for kind in {*kinds}:
            assert facts.known_present(kind) == known_present(known, kind)
        assert sorted(facts.observed_days()) == sorted(observed_days)
        rivals = rival_states(survey.rows("observations"))
        for one in "abc":
            assert facts.rivals_of(one).items() <= rivals.items()
        assert sum(len(facts.rivals_of(one)) for one in "abc") == len(
            [row for row in survey.rows("observations") if row["id"] in rivals and row["site_id"] != "gone"])

    law()


def test_changes_written_while_reading_are_included_and_do_not_wait(survey, monkeypatch):
    from yalu_plugin.layers.survey import rows as paging

    monkeypatch.setattr(paging, "ROWS", 1)
    sites = [row["id"] for row in survey.rows("sites")]
    number = 0

    def write(_: float) -> None:
        nonlocal number
        number += 1
        one, other = sites[number % len(sites)], sites[number % 2]
        _sql(survey, f"INSERT INTO sites (id, name, kind) VALUES ('new{number}', 'x', 'other')"
             if number < 5 else "DELETE FROM sites WHERE id = 'new1'",
             f"INSERT INTO observations (id, site_id, seen_to, state) VALUES ('o{number}', '{one}', '2025-01-01', "
             "'present')" if number < 60 else f"DELETE FROM observations WHERE id = 'o{number - 59}'",
             f"UPDATE observations SET site_id = '{other}', state = 'absent' WHERE id = 'o{number // 2}'",
             f"UPDATE sites SET name = 'name {number}' WHERE id = '{one}'")

    facts = _read(survey, write)
    assert number > 40
    _same(survey, facts)
    assert facts.seq == max(row["seq"] for row in survey.rows("audit"))


def test_the_file_is_read_while_its_rows_are_loaded(survey, monkeypatch):
    """SQLite needs as long for a page as loading it takes: for 100,000 sites that was two seconds of five."""
    import threading

    from yalu_plugin.layers.survey import read_facts

    monkeypatch.setattr("yalu_plugin.layers.survey.rows.ROWS", 2)
    threads, pages = set(), []
    quietly = read_facts._quietly

    def noted(*given):
        threads.add(threading.get_ident())
        pages.append(given)
        return quietly(*given)

    monkeypatch.setattr(read_facts, "_quietly", noted)
    alive = threading.active_count()
    _same(survey, _read(survey, lambda _: None))
    assert len(pages) > len(FACTS) and threading.get_ident() not in threads
    assert threading.active_count() <= alive


def test_cancelling_ends_it(survey):
    from qgis.core import QgsFeedback

    from yalu_plugin.layers.survey.read_facts import read_facts

    feedback = QgsFeedback()
    feedback.progressChanged.connect(lambda _: feedback.cancel())
    with pytest.raises(Cancelled):
        read_facts(survey.path, feedback)


def test_progress_ends_at_100(survey):
    fractions: list[float] = []
    _read(survey, fractions.append)
    assert fractions == sorted(fractions) and fractions[-1] == 100


def test_values_that_are_not_of_their_column_are_read_as_far_as_they_are(survey):
    _sql(survey, "UPDATE sites SET name = x'00ff41', location_accuracy_m = 9e999",
         "UPDATE observations SET seen_from = x'41', note = CAST(x'c328' AS TEXT)", "UPDATE claims SET value = 'many'")
    facts = _read(survey)
    assert {row["location_accuracy_m"] for row in facts.rows("sites")} == {None}
    assert {row["seen_from"] for row in facts.rows("observations")} == {None}
    assert {row["value"] for row in facts.rows("claims")} == {None} and facts.located() is None
    assert all(isinstance(row["note"], str) for row in facts.rows("observations"))


def test_rows_of_any_fid_are_read(survey, monkeypatch):
    from yalu_plugin.layers.survey import rows as paging

    monkeypatch.setattr(paging, "ROWS", 2)
    _sql(survey, *(f"INSERT INTO sites (fid, id, kind) VALUES ({fid}, 'at {fid}', 'other')"
                   for fid in (-2**63 + 1, -7, 0, 2**63 - 2)))
    facts = _read(survey)
    _same(survey, facts)
    assert facts.row("sites", "at -7")["fid"] == -7 and facts.id_of("sites", 2**63 - 2) == f"at {2**63 - 2}"


def test_a_survey_that_is_damaged_or_gone_is_an_error_with_a_name(survey):
    from yalu_plugin.core.errors import YaluError

    with survey.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 60_000)
    with pytest.raises(YaluError):
        _read(survey)
    survey.path.unlink()
    with pytest.raises(YaluError):
        _read(survey)
