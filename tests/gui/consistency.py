"""The state machine that checks a survey's consistency while the window and other programs write to it.

After every step it compares the facts in memory, the file's tables, the replayed record, the states maintained by
triggers, the chainages and the list on screen.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

TEXTS = ("Ford", "밀수 나루", "it's; --", "", None)
DAYS = (None, "2016-10-14", "2017-06-06", "2024-02-29")
STATES = ("present", "absent", "washed_out", "not_observable")
text, day, state = map(st.sampled_from, (TEXTS, DAYS, STATES))
which = st.integers(0, 9)


class ConsistencyCheck(RuleBasedStateMachine):
    """A survey that others may write to between two steps. `open_window` opens a window on a file."""

    def __init__(self, open_window: Callable[[Path], Any], folder: Path, window: Any, scenes: list[Any],
                 settle: Callable[[], None]) -> None:
        super().__init__()
        self._open_window, self._settle, self._scenes, self._window = open_window, settle, scenes, window
        self._numbers = count()
        self._path = folder / "survey.gpkg"
        self.window_state = open_window(self._path)

    def teardown(self) -> None:
        self.window_state.close()

    @property
    def bench(self) -> Any:
        return self.window_state.bench

    def sites(self) -> list[Any]:
        return list(self.bench.session.facts.rows("sites"))

    def site(self, number: int) -> dict[str, Any]:
        sites = self.sites()
        return sites[number % len(sites)]

    def seen(self, number: int) -> dict[str, Any] | None:
        """An observation of a site, if there is one."""
        rows = self.bench.session.facts.observations_of(self.site(number)["id"])
        return rows[number % len(rows)] if rows else None

    # in any window

    @rule()
    def undo(self) -> None:
        self.bench.history.undo()

    @rule()
    def redo(self) -> None:
        self.bench.history.redo()

    @precondition(lambda self: self.bench.history.done)
    @rule()
    def undo_and_redo_leave_all_as_it_was(self) -> None:
        before = self.tables()
        if self.bench.history.undo():
            assert self.tables() != before
            assert self.bench.history.redo()
            assert self.tables() == before

    @precondition(sites)
    @rule(number=which, name=text)
    def another_window(self, number: int, name: str | None) -> None:
        from yalu_plugin.layers.survey.open import open_survey

        other = open_survey(self._path)
        other.change("edit", replaced={"sites": [{**self.site(number), "name": name}]},
                     added={"sources": [{"id": f"other window {next(self._numbers)}", "title": name}]})
        self.bench.session.refresh()

    @rule(crash=st.booleans())
    def close_and_open(self, crash: bool) -> None:
        self.window_state.crash() if crash else self.window_state.close()
        self.window_state = self._open_window(self._path)

    # the checks

    def tables(self) -> dict[str, list[Any]]:
        from yalu_plugin.core.schema import FACTS

        return {table: self.bench.session.survey.rows(table) for table in FACTS}

    @invariant()
    def check_all(self) -> None:
        from qgis.core import QgsFeedback

        from yalu_plugin.layers.survey.read_facts import read_facts
        from yalu_plugin.layers.survey.survey_errors import ChangedSince

        self._settle()
        self.bench.session.refresh()
        fresh = read_facts(self._path, QgsFeedback())
        self.check_memory(fresh)
        self.check_panels(fresh)
        self.check_record()
        self.check_states()
        self.check_list()
        assert not [error for error in self.window_state.errors
                    if not isinstance(error, (ChangedSince, *self.window_state.allowed))]

    def check_panels(self, fresh: Any) -> None:
        """Compare more with facts that were just read; for subclasses."""

    def check_memory(self, fresh: Any) -> None:
        from yalu_plugin.core.kinds import SITE_KINDS

        facts, tables = self.bench.session.facts, self.tables()
        assert {table: facts.rows(table) for table in tables} == tables
        assert facts.seq == fresh.seq
        for kind in SITE_KINDS:
            assert facts.known_present(kind) == fresh.known_present(kind)
        assert facts.retirements() == fresh.retirements()
        assert sorted(facts.observed_days()) == sorted(fresh.observed_days()) and facts.located() == fresh.located()
        assert facts.all_sites.find(["o"], {}).tolist() == fresh.all_sites.find(["o"], {}).tolist()
        layer = self.bench.sites.layer()
        assert sorted(feature["id"] for feature in layer.getFeatures()) == sorted(facts.site_ids())

    def check_record(self) -> None:
        from yalu_plugin.core.schema import FACTS
        from yalu_plugin.core.survey.replay import Replay
        from yalu_plugin.layers.survey.geopackage import opened
        from yalu_plugin.layers.survey.raw_rows import rows_by_fid
        from yalu_plugin.layers.survey.verify import verify

        replay = Replay()
        entries = self.bench.session.survey.rows("audit")
        for entry in entries:
            replay.add(entry)
        with opened(self._path) as dataset:
            differing = [replay.compare(table, row) for table in FACTS for row in rows_by_fid(dataset, table)]
        assert not any(differing) and not list(replay.missing())
        assert (replay.overwritten, replay.unreadable) == ([], [])
        assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
        assert all(entry["hash"] for entry in entries)
        found = verify(self._path)
        assert not [finding for finding in found.findings if finding.is_fault] and found.different == 0

    def check_states(self) -> None:
        from yalu_plugin.core.schema import SITE_STATES, states_query
        from yalu_plugin.layers.survey.geopackage import opened, rows_of

        columns = ", ".join(('hex("geom")', *SITE_STATES.column_names))
        with opened(self._path) as dataset:
            stored, computed = (sorted(rows_of(dataset, f"SELECT {columns} FROM {source}"), key=repr)
                                for source in ("site_states", f"({states_query()})"))
        assert stored == computed
        from yalu_plugin.layers.survey.survey_states import states_on

        facts = self.bench.session.facts
        for day in (*map(date.fromisoformat, DAYS[1:]), None):
            in_file = states_on(self.bench.session.survey, day)
            assert set(in_file) == set(facts.site_ids())
            for site_id, row in in_file.items():
                state = facts.state_on(site_id, day)
                assert {name: state[name] for name in SITE_STATES.column_names} == {
                    name: row[name] for name in SITE_STATES.column_names}

    def check_list(self) -> None:
        from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
        from yalu_plugin.gui.crossings.sites_model import SitesModel
        from yalu_plugin.workbench.river import _chainages

        bench = self.bench
        assert bench.river.chainages == _chainages(bench.river.line(), self.sites(), None)
        assert all(lonlat_of(site["geom"]) for site in self.sites() if site["id"] in bench.river.chainages)
        new, header = SitesModel(bench), self.window_state.list.horizontalHeader()
        new.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        new.find(self.window_state.find.text())
        new.show_facts(bench.session.facts, bench.imagery.day, bench.river.positions)
        new.listing.kept |= self.window_state.list.model().listing.kept  # new and edited sites stay visible
        new.group_by(self.window_state.list.model().listing.group)
        assert shown(self.window_state.list.model()) == shown(new)
        selected = {index.data(ID) for index in self.window_state.list.selectionModel().selectedRows()} - {None}
        assert selected == set(bench.sites.selected()) & set(listed(new))
        new.deleteLater()


ID = 256  # Qt's UserRole


def listed(model: Any) -> list[str]:
    return [model.index(row, 0).data(ID) for row in range(model.rowCount())]


def shown(model: Any) -> list[tuple[str, ...]]:
    columns = range(model.columnCount())
    return [(site_id, *(model.index(row, column).data() for column in columns), model.index(row, 0).data(3))
            for row, site_id in enumerate(listed(model))]


def run_consistency_check(check: type[ConsistencyCheck], open_window: Callable[[Path], Any], folder: Path, window: Any,
                          scenes: list[Any], wait_for: Callable[..., None], surveys: int = 6) -> None:
    """Run the state machine on some surveys, each in a separate folder; they are the same ones in every run.

    A failure is reported as found: to shrink it would take minutes.
    """
    from qgis.core import QgsApplication

    numbers = count()

    def machine() -> ConsistencyCheck:
        survey_folder = folder / f"survey {next(numbers)}"
        survey_folder.mkdir()
        return check(open_window, survey_folder, window, scenes, lambda: wait_for(
            lambda: not QgsApplication.taskManager().countActiveTasks()))

    run_state_machine_as_test(machine, settings=settings(
        max_examples=surveys, stateful_step_count=12, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck)))
