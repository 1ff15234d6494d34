"""Consistency of all panels while sites and observations are edited, counted, searched, undone and redone.

Besides the checks of every survey, the matrix, the counts, the searched stretches and the reasons for a review are
compared with newly created ones after every step. A refused step changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.gui.consistency import DAYS, ConsistencyCheck, day, run_consistency_check, state, text, which
from tests.gui.fresh_panels import check_counts, check_matrix, check_searched
from yalu_plugin.core.errors import YaluError

FORD, STEP_DEG = (128.186804, 41.411114), 0.002
KINDS, LABELS = ("vehicle_ford", "barge_dock", "crossing_unknown"), ("car", "truck")
place = st.tuples(*(st.integers(-9, 9).map(lambda by, middle=middle: middle + by * STEP_DEG) for middle in FORD))
LATER, SHOWN = DAYS[1:], ("2023-06-10", "2024-08-02")


def point(at: tuple[float, float]) -> Any:
    from qgis.core import QgsPointXY

    return QgsPointXY(*at)


class Annotation(ConsistencyCheck):
    """Steps of an analyst, on SYNTHETIC scenes of 6 km around a ford."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.bench.scenes.add(self._scenes)
        self.bench.imagery.show_day(date.fromisoformat(SHOWN[0]))
        for at in (FORD, (FORD[0] + STEP_DEG, FORD[1])):
            self.bench.annotation.add_site(point(at), "vehicle_ford")

    def do(self, act: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        """Call `act`, which may raise a YaluError; then it must have changed nothing."""
        before = self.bench.session.survey.head()
        try:
            act(*args, **kwargs)
        except YaluError:
            assert self.bench.session.survey.head() == before

    def ids(self, number: int, many: bool) -> list[str]:
        return list(dict.fromkeys(self.site(number + more)["id"] for more in range(1 + many)))

    def show_a_scene(self) -> None:
        if self.bench.imagery.scene is None:
            self.bench.imagery.show_day(date.fromisoformat(SHOWN[0]))

    # on screen

    @rule(on=st.sampled_from(SHOWN), number=which)
    def look(self, on: str, number: int) -> None:
        self.bench.imagery.show_day(date.fromisoformat(on))
        self.bench.sites.select([self.site(number)["id"]] if self.sites() else [])

    # sites

    @rule(at=place, kind=st.sampled_from(KINDS))
    def add(self, at: tuple[float, float], kind: str) -> None:
        self.do(self.bench.annotation.add_site, point(at), kind)

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, name=text)
    def rename(self, number: int, name: str | None) -> None:
        self.do(self.bench.editing.rename, self.site(number)["id"], name or "")

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, kind=st.sampled_from(KINDS), many=st.booleans())
    def retype(self, number: int, kind: str, many: bool) -> None:
        self.do(self.bench.editing.set_kind, self.ids(number, many), kind)

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, at=place)
    def move(self, number: int, at: tuple[float, float]) -> None:
        self.do(self.bench.editing.move, self.site(number)["id"], point(at))

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, many=st.booleans())
    def delete(self, number: int, many: bool) -> None:
        self.do(self.bench.editing.delete, self.ids(number, many))

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, day=st.sampled_from(LATER), back=st.booleans())
    def retire(self, number: int, day: str, back: bool) -> None:
        ids = self.ids(number, many=True)
        self.do(self.bench.lineage.bring_back, ids) if back else self.do(self.bench.lineage.retire, ids, day)

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, at=place)
    def succeed(self, number: int, at: tuple[float, float]) -> None:
        self.do(self.bench.lineage.add_successor, self.site(number)["id"], point(at))

    @precondition(ConsistencyCheck.sites)
    @rule(number=which)
    def merge(self, number: int) -> None:
        ids = self.ids(number, many=True)
        self.do(self.bench.lineage.merge, ids, ids[number % len(ids)])

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, at=place)
    def split(self, number: int, at: tuple[float, float]) -> None:
        row = self.seen(number)
        self.do(self.bench.lineage.split, self.site(number)["id"], [row] if row else [], point(at))

    # observations

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, state=state)
    def observe(self, number: int, state: str) -> None:
        self.show_a_scene()
        self.bench.sites.select([self.site(number)["id"]])
        self.do(self.bench.annotation.observe, state, "cloud" if state == "not_observable" else "")

    def any_observation(self, number: int) -> Any:
        rows = self.bench.session.facts.rows("observations")
        return rows[number % len(rows)]

    @precondition(lambda self: self.bench.session.facts.count("observations"))
    @rule(number=which, state=state, day=day, note=text)
    def correct(self, number: int, state: str, day: str | None, note: str | None) -> None:
        self.do(self.bench.observing.correct, self.any_observation(number), "it's; -- why", state=state, seen_from=day,
                seen_to=day, note=note)

    @precondition(lambda self: self.bench.session.facts.count("observations"))
    @rule(number=which, why=text)
    def withdraw(self, number: int, why: str | None) -> None:
        self.do(self.bench.observing.withdraw, [self.any_observation(number)], why or "")

    @precondition(lambda self: self.bench.session.facts.count("observations"))
    @rule(number=which, note=text)
    def note(self, number: int, note: str | None) -> None:
        self.do(self.bench.observing.note, self.any_observation(number), note or "")

    @precondition(ConsistencyCheck.sites)
    @rule(number=which, state=state, day=day)
    def report(self, number: int, state: str, day: str | None) -> None:
        values = {"state": state, "seen_from": None, "seen_to": day, "likelihood": "even"}
        self.do(self.bench.observing.report, self.site(number)["id"], values, {"title": "A witness"})

    # counting

    @rule(at=place, wide=st.integers(0, 3), name=text)
    def area(self, at: tuple[float, float], wide: int, name: str | None) -> None:
        (lon, lat), by = at, wide * STEP_DEG
        corners = [(lon, lat), (lon + by, lat), (lon + by, lat + by), (lon, lat + by)]
        self.do(self.bench.areas.add, list(map(point, corners)), name or "")

    @rule(number=which, name=text)
    def of_area(self, number: int, name: str | None) -> None:
        areas = self.bench.counts.areas
        if areas:
            self.bench.counting.select_area(areas[number % len(areas)]["id"])
        self.do(self.bench.areas.rename, name or "")

    @rule(blind=st.booleans(), name=st.sampled_from(("Kim", "Han")), done=st.booleans())
    def count(self, blind: bool, name: str, done: bool) -> None:
        from yalu_plugin.settings import ANALYST_NAME

        ANALYST_NAME.setValue(name)
        self.show_a_scene()
        if not self.bench.counts.areas:
            self.area(FORD, 1, None)
        self.do(self.bench.counting.finish) if done else self.do(self.bench.counting.start, blind)

    @rule(part=st.floats(0.1, 1.1), label=st.sampled_from(LABELS), how=st.sampled_from(("add", "move", "remove")))
    def mark(self, part: float, label: str, how: str) -> None:
        from qgis.core import QgsGeometry

        marking, counts = self.bench.marking, self.bench.counts
        if counts.count is None:
            self.count(blind=False, name="Kim", done=False)
        if counts.count is None:
            return  # the area is outside the scene
        box = QgsGeometry.fromWkt(counts.area["geom"]).boundingBox()
        at = point((box.xMinimum() + part * box.width(), box.center().y()))
        last = counts.mark(counts.marks.last())
        marking.select_class(label)
        if how == "add":
            self.do(marking.mark, at)
        elif how == "remove":
            self.do(marking.remove)
        elif last is not None:
            self.do(marking.move, last, at)

    # searching

    @rule(steps=st.lists(st.sampled_from(("searched", "not_observable", "back")), max_size=3),
          undone=st.integers(0, 2), ends=st.booleans())
    def patrol(self, steps: list[str], undone: int, ends: bool) -> None:
        patrol = self.bench.patrol
        self.show_a_scene()
        if not patrol.running:
            self.do(patrol.start, 2_000.0, 200.0)
        for step in steps:
            patrol.back() if step == "back" else self.do(
                patrol.record, step, "cloud" if step == "not_observable" else "")
        for _ in range(undone):
            self.bench.history.undo()
        if ends:
            patrol.end()

    # the checks

    def check_panels(self, fresh: Any) -> None:
        check_matrix(self.window_state, fresh, self._window)
        check_counts(self.bench, self._window)
        check_searched(self.bench, self._window)
        for on in map(date.fromisoformat, (*LATER, SHOWN[1])):
            shown, computed = (one.all_sites.attributes.reasons(on).of for one in (self.bench.session.facts, fresh))
            assert [shown(row) for row in self.sites()] == [computed(row) for row in self.sites()]


@pytest.fixture
def scenes(tmp_path: Path, qgis_app: Any) -> list[Any]:
    from tools.synthetic_scenes import make_scenes
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster

    make_scenes(tmp_path / "scenes")
    return [one for one in catalogue(tmp_path / "scenes", read_raster).all_scenes if one.day.isoformat() in SHOWN]


@pytest.fixture(autouse=True)
def analyst() -> Iterator[None]:
    from yalu_plugin.settings import ANALYST_NAME

    before = ANALYST_NAME.value()
    yield
    ANALYST_NAME.setValue(before)


@pytest.mark.timeout(600)
def test_panels_agree_after_any_annotation_and_undo(
        open_window: Any, scenes: list[Any], window: Any, tmp_path: Path, wait_for: Callable[..., None]) -> None:
    run_consistency_check(Annotation, open_window, tmp_path, window, scenes, wait_for, surveys=12)
