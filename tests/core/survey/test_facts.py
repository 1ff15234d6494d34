"""The survey in memory. Its states compared with the database's: tests/layers/survey/test_read_facts.py."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from yalu_plugin.core.claims import located_crossings
from yalu_plugin.core.corridor.counties import Reaches
from yalu_plugin.core.rival_states import rival_states
from yalu_plugin.core.schema import FACTS, TABLE
from yalu_plugin.core.site_name import name_shown
from yalu_plugin.core.survey.codec import columns
from yalu_plugin.core.survey.columns.review import reasons
from yalu_plugin.core.survey.delta import Delta, Entry
from yalu_plugin.core.survey.facts import Facts, OutOfSync
from yalu_plugin.core.survey.name_folding import folded
from yalu_plugin.core.survey.river_positions import RiverPositions

DAYS = ("2024-01-01", "2024-01-02", "2024-02-10", "2024-03-01")
UNNAMED = {"vehicle_ford": "Ford #{number}", "barge_dock": "Barge #{number}", "other": "S1 {number}",
           None: "T {number}"}
REACHES = Reaches(np.array([0.0, 3000.0]), ("Upper", "Middle", "Lower"))
STATES = ("present", "absent", "washed_out", "not_observable", None)


def row(table, fid, **values):
    return {"fid": fid, **dict.fromkeys(TABLE[table].column_names), "id": f"{table}{fid}", **values}


def site(fid, **values):
    return row("sites", fid, **{"kind": "vehicle_ford", "name": f"S{fid}", "geom": f"Point ({124 + fid / 100} 40.1)",
                                **values})


def seen(fid, site_id, state="present", seen_from=None, seen_to="2024-01-01", **values):
    return row("observations", fid, site_id=site_id, state=state, seen_from=seen_from, seen_to=seen_to, **values)


def facts_of(tables, seq=0, page=3):
    """Create facts from rows by table, read in pages as from a file (geometry as WKT of another writer)."""
    def pages(name):
        rows = sorted(tables.get(name, ()), key=lambda row: row["fid"])
        for begin in range(0, len(rows), page):
            yield list(zip(*([found.get(column) for column in columns(name)] for found in rows[begin:begin + page])))

    return Facts(pages, seq)


def delta(*changes, begin=1):
    return Delta(tuple(Entry(seq, "", "kim", "edit", "plugin", table, (after or before)["id"], before, after)
                       for seq, (table, before, after) in enumerate(changes, begin)))


def content(facts):
    """Return all results of facts for comparison; only counts that are not zero."""
    ids = sorted(facts.site_ids())
    return {
        "rows": {name: facts.rows(name) for name in FACTS},
        "counts": {name: facts.count(name) for name in FACTS},
        "by id": {name: {found["id"]: facts.row(name, found["id"]) for found in facts.rows(name)}
                  for name in FACTS if name != "observations"},
        "of a source": {one: facts.rows_with("sites", "source_id", one) for one in ("x", "y", "unknown")},
        "states": {day: {one: facts.state_on(one, day) for one in ids}
                   for day in (None, *map(date.fromisoformat, DAYS))},
        "orders": orders(facts),
        "histories": {one: facts.observations_of(one) for one in ids},
        "retired": {day: facts.retired(day) for day in map(date.fromisoformat, DAYS)},
        "retirements": facts.retirements(),
        "below": {one: facts.below_resolution(one, None) for one in ids},
        "known": {kind: facts.known_present(kind) for kind in ("vehicle_ford", "barge_dock")},
        "looked": sorted(facts.observed_days()), "located": facts.located(), "last looked": last_observed_day(facts),
        "rivals": {one: facts.rivals_of(one) for one in ids},
        "names": {text: found(facts, text, UNNAMED) for text in ("s1", "barge", "#3", "")}}


def found(facts, text, unnamed):
    """Return the ids of sites whose names contain this text, and check them with a plain loop."""
    wanted, key = text.casefold(), [folded(text)]
    called = {row["fid"]: name_shown(row, unnamed).casefold() for row in facts.rows("sites")
              if name_shown(row, unnamed).isascii()}
    if len(called) == facts.count("sites"):
        assert facts.all_sites.find(key, unnamed).tolist() == [fid for fid, name in called.items() if wanted in name]
        assert facts.all_sites.called(key, unnamed).tolist() == [fid for fid, name in called.items() if wanted == name]
    return {facts.id_of("sites", fid) for fid in facts.all_sites.find(key, unnamed).tolist()}


def state_text(word, in_doubt):
    return f"{word} ?" if in_doubt else str(word)


def orders(facts):
    """Return the fids of all sites in each order: as read, with those changed since inserted at their places."""
    def state_of(site, day):
        state = facts.state_on(site["id"], day)
        unknown = state["valid_from"] is None
        word = None if unknown else state["state"], state["observation_id"] in facts.rivals_of(site["id"])
        assert facts.state_value_on(site["id"], day) == word
        return state_text(*word)

    values = {found["id"]: len(found["id"]) for found in facts.rows("sites")[::2]}
    given = {"name": (facts.all_sites.by_name(UNNAMED), name_key),
             "value": (facts.all_sites.by_value(values, 1000), lambda found: (values.get(found["id"], 1000),)),
             "unknown first": (facts.all_sites.by_value(values, -1), lambda found: (values.get(found["id"], -1),))}
    for what, (attribute, value) in attributes(facts, state_of).items():
        given[what] = facts.all_sites.by_attribute(attribute, as_text), lambda found, value=value: (
            as_text(value(found)),)
    made = {}
    for name, (fids, key) in given.items():
        in_order = sorted(facts.rows("sites"), key=lambda found, key=key: (*key(found), found["id"]))
        assert list(fids) == [found["fid"] for found in in_order if found not in facts.all_sites.changed()]
        made[name] = [found["fid"] for found in in_order]
    return made


def as_text(value):
    return str(sorted(value) if isinstance(value, frozenset) else value)


def name_key(site):
    name = (site["name"] or "").casefold()
    return (name, False, 0) if name else (UNNAMED[site["kind"]].replace("{number}", "").casefold(), True, site["fid"])


def attributes(facts, state_of):
    """Return each attribute and the function for its expected value for one site."""
    of, along = facts.all_sites.attributes, RiverPositions({"sites1": -1.0, "sites2": 2.5, "sites3": 9.0}, REACHES)
    given = {"kind": (of.column("kind"), lambda site: site["kind"]),
             "place": (of.has_place(), lambda site: bool(site.get("geom"))),
             "county": (of.county(along), lambda site: site["county"] or {
                 "sites1": "Upper", "sites2": "Middle", "sites3": "Lower"}.get(site["id"]))}
    for day in (None, *map(date.fromisoformat, DAYS)):
        given["state", day] = of.state(day), lambda site, day=day: facts.state_value_on(site["id"], day)
        given["since", day] = of.since(day), lambda site, day=day: since(facts, site["id"], day)
    for day in map(date.fromisoformat, (*DAYS, "2025-02-01")):
        given["reasons", day] = of.reasons(day), lambda site, day=day: reasons(
            site, facts.observations_of(site["id"]), facts.rivals_of(site["id"]), day)
    for attribute, value in given.values():
        sites = facts.rows("sites")
        codes, values = facts.all_sites.values(attribute, np.array([site["fid"] for site in sites], np.int64))
        assert [values[code] for code in codes] == list(map(value, sites)) == list(map(attribute.of, sites))
        for one in set(map(value, sites)):
            assert facts.all_sites.with_value(attribute, lambda each, one=one: each == one).tolist() == [
                site["fid"] for site in sites if value(site) == one]
    for site in facts.rows("sites"):
        for day in (None, *map(date.fromisoformat, DAYS)):
            state_of(site, day)
    return given


def last_observed_day(facts):
    days = [row["seen_to"] for row in facts.rows("observations") if row["seen_to"]]
    assert facts.last_observed_day() == max(days, default=None)
    return facts.last_observed_day()


def since(facts, site_id, day):
    """Return the day by which the state was first seen, with a plain loop."""
    begun = state = None
    for row in facts.observations_of(site_id):
        if row["seen_to"] and row["state"] not in (None, "not_observable") and (
                day is None or row["seen_to"] <= day.isoformat()):
            begun, state = (begun if row["state"] == state else row["seen_to"]), row["state"]
    return begun


def test_the_state_of_a_site_is_that_of_the_last_conclusive_observation():
    facts = facts_of({"sites": [site(1)], "observations": [
        seen(1, "sites1", "present", "2024-01-01", "2024-01-31", image_id="i"),
        seen(2, "sites1", "not_observable", None, "2024-02-05"), seen(3, "sites1", None, None, "2024-02-06"),
        seen(4, "sites1", "absent", None, "2024-02-10"), seen(5, "sites1", "washed_out", "2024-02-10", "2024-02-10")]})
    assert facts.state_on("sites1", date(2024, 1, 30)) == {
        "site_id": "sites1", "name": "S1", "kind": "vehicle_ford", "state": "unknown", "seen_from": None,
        "seen_to": None, "image_id": None, "observation_id": None, "valid_from": None, "valid_to": "2024-01-31",
        "geom": "Point (124.01 40.1)"}
    assert facts.state_on("sites1", date(2024, 2, 9)) == {
        "site_id": "sites1", "name": "S1", "kind": "vehicle_ford", "state": "present", "seen_from": "2024-01-01",
        "seen_to": "2024-01-31", "image_id": "i", "observation_id": "observations1", "valid_from": "2024-01-31",
        "valid_to": "2024-02-10", "geom": "Point (124.01 40.1)"}
    assert facts.state_on("sites1", date(2024, 2, 10))["observation_id"] == "observations5"
    assert facts.state_on("sites1", None)["state"] == "washed_out"
    with pytest.raises(KeyError):
        facts.state_on("nobody", None)
    assert list(facts.site_ids()) == ["sites1"]


def test_applied_entries_are_skipped_and_missing_ones_are_an_error():
    facts = facts_of({"sites": [site(1)]}, seq=5)
    facts.apply(delta(("sites", None, site(2)), begin=5))
    assert facts.count("sites") == 1 and facts.seq == 5
    facts.apply(delta(("sites", site(1), None), ("sites", None, site(2)), begin=5))
    assert [found["id"] for found in facts.rows("sites")] == ["sites1", "sites2"] and facts.seq == 6
    with pytest.raises(OutOfSync):
        facts.apply(delta(("sites", site(2), None), begin=8))
    with pytest.raises(OutOfSync):
        facts.apply(delta(("sites", site(7), site(7, name="x")), begin=7))


def test_catch_up_corrects_tables_read_in_part():
    before, between, after = seen(1, "sites1"), seen(1, "sites2", seen_to="2024-02-10"), seen(1, "sites2", "absent")
    meanwhile = delta(("observations", before, between), ("sites", None, site(3)), ("observations", between, after),
                      ("sites", site(2), None), begin=5)
    right = content(facts_of({"sites": [site(1), site(3)], "observations": [after]}))
    for read in (before, between, after):
        for sites in ([site(1), site(2)], [site(1), site(2), site(3)], [site(1), site(3)], [site(1)]):
            facts = facts_of({"sites": sites, "observations": [read]}, seq=4)
            facts.catch_up(meanwhile)
            assert content(facts) == right and facts.seq == 8


def test_rows_without_an_id_or_with_a_duplicate_one_are_stored():
    rows = [site(1, id=None), site(2, id=None), site(3, id="a"), site(4, id="a")]
    facts = facts_of({"sites": rows, "observations": [seen(1, None), seen(2, "gone")]})
    assert facts.rows("sites") == rows and list(facts.site_ids()) == ["a"]
    assert facts.count("observations") == 2 and len(facts.rows("observations")) == 2


def test_names_are_found_in_any_case_and_however_hangul_is_written():
    composed, parts = "\uc555\ub85d", "\u110b\u1161\u11b8\u1105\u1169\u11a8"
    facts = facts_of({"sites": [site(1, name="STRASSE 7"), site(2, name=composed), site(3, name=None),
                                site(4, name="", kind="barge_dock")]})
    assert found(facts, "straße", {}) == {"sites1"}
    assert found(facts, parts, {}) == {"sites2"}
    shown = {"vehicle_ford": "Vehicle ford #{number}", "barge_dock": "Barge dock #{number}"}
    assert found(facts, "DOCK", shown) == {"sites4"} and found(facts, "#", shown) == {"sites3", "sites4"}
    assert found(facts, "ford #3", shown) == {"sites3"} and found(facts, "#34", shown) == set()
    assert len(found(facts, "", shown)) == len(found(facts, "", {})) == 4
    assert facts.all_sites.called(["strasse7"], shown).tolist() == [1]
    assert facts.all_sites.called(["strasse"], shown).tolist() == []


class Ledger(RuleBasedStateMachine):
    """Any changes in any order, one or several per delta: applied, they result in the same as reloading."""

    def __init__(self):
        super().__init__()
        self.tables = {name: {} for name in FACTS}
        self.tables["sites"] = {fid: site(fid) for fid in (1, 2, 3)}
        self.tables["observations"] = {fid: seen(fid, f"sites{fid % 3 + 1}") for fid in range(1, 6)}
        self.facts, self.pending, self.next = self._loaded(), [], 100

    def _loaded(self):
        return facts_of({name: rows.values() for name, rows in self.tables.items()})

    def _write(self, table, before, after):
        self.pending.append((table, before, after))
        if before:
            del self.tables[table][before["fid"]]
        if after:
            self.tables[table][after["fid"]] = after

    def _any(self, data, table):
        return data.draw(st.sampled_from(sorted(self.tables[table].values(), key=lambda found: found["fid"])))

    @rule(kind=st.sampled_from(["vehicle_ford", "barge_dock", "other", None]), source=st.sampled_from(["x", "y", None]),
          name=st.sampled_from(["S1", "barge", "", None]),
          place=st.sampled_from(["Point (124 40)", "Point (124.001 40)", "Point (179.999 89.9)", None]))
    def add_site(self, kind, source, name, place):
        self.next += 1
        new = site(self.next, kind=kind, source_id=source, name=name, geom=place)
        if place is None:
            del new["geom"]
        self._write("sites", None, new)

    @rule(state=st.sampled_from(STATES), seen_from=st.sampled_from((*DAYS, None)),
          seen_to=st.sampled_from((*DAYS, None)),
          site_id=st.sampled_from(["sites1", "sites2", "sites3", "gone", None]), image=st.sampled_from(["i", "", None]),
          source=st.sampled_from(["x", None]))
    def observe(self, state, seen_from, seen_to, site_id, image, source):
        self.next += 1
        self._write("observations", None, seen(self.next, site_id, state, seen_from, seen_to, image_id=image,
                                               source_id=source))

    @rule(value=st.sampled_from([3.0, 43.0, None]), source=st.sampled_from(["x", "y"]))
    def claim(self, value, source):
        self.next += 1
        self._write("claims", None, row("claims", self.next, quantity="crossings", value=value, source_id=source))

    @precondition(lambda self: self.tables["sites"])
    @rule(data=st.data(), values=st.sampled_from([
        {"kind": "barge_dock"}, {"geom": "Point (125 40)"}, {"name": "barge"}, {"source_id": "x"}, {"id": "other"},
        {"retired_on": DAYS[0]}, {"retired_on": DAYS[2]}, {"retired_on": None}]))
    def edit_site(self, data, values):
        before = self._any(data, "sites")
        if "id" in values and any(found["id"] == "other" for found in self.tables["sites"].values()):
            return
        self._write("sites", before, {**before, **values})

    @precondition(lambda self: self.tables["observations"])
    @rule(data=st.data(), site_id=st.sampled_from(["sites1", "sites2", "gone"]), state=st.sampled_from(STATES),
          seen_to=st.sampled_from((*DAYS, None)))
    def move_observation(self, data, site_id, state, seen_to):
        before = self._any(data, "observations")
        self._write("observations", before, {**before, "site_id": site_id, "state": state, "seen_to": seen_to})

    @rule(data=st.data(), table=st.sampled_from(["sites", "observations", "claims"]))
    def delete(self, data, table):
        if self.tables[table]:
            self._write(table, self._any(data, table), None)

    @rule(data=st.data())
    def put_back(self, data):
        """Add a removed row again under its id and fid, as undo does."""
        removed = [(table, before) for table, before, after in self.pending
                   if before and not after and before["fid"] not in self.tables[table]
                   and before["id"] not in [found["id"] for found in self.tables[table].values()]]
        if removed:
            table, before = data.draw(st.sampled_from(removed))
            self._write(table, None, before)

    @rule()
    def apply_pending(self):
        self.facts.apply(delta(*self.pending, begin=self.facts.seq + 1))
        self.pending = []

    @invariant()
    def equals_reloaded(self):
        if not self.pending:
            assert content(self.facts) == content(self._loaded())

    def teardown(self):
        self.apply_pending()
        self.equals_reloaded()
        sites, observations = self.facts.rows("sites"), self.facts.rows("observations")
        assert self.facts.located() == located_crossings(sites, self.facts.rows("claims"))
        all_rivals = rival_states(observations)
        for one in self.facts.site_ids():
            rivals = self.facts.rivals_of(one)
            assert rivals == {key: all_rivals[key] for key in rivals}
            assert len(rivals) == sum(found["site_id"] == one and found["id"] in all_rivals for found in observations)


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=80, stateful_step_count=20, deadline=None)
