"""The law of annotation: whatever is mended, counted and searched, undone and redone, all that tells of it agrees.

Besides what holds for every survey, the matrix, the counts, what was searched and what needs a look are compared with
ones made anew after every step. What is refused changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from tests.gui.law import DAYS, Law, day, hold, state, text, which
from yalu_plugin.core.errors import YaluError

FORD, STEP_DEG = (128.186804, 41.411114), 0.002
KINDS, LABELS = ("vehicle_ford", "barge_dock", "crossing_unknown"), ("car", "truck")
place = st.tuples(*(st.integers(-9, 9).map(lambda by, middle=middle: middle + by * STEP_DEG) for middle in FORD))
LATER, SHOWN = DAYS[1:], ("2023-06-10", "2024-08-02")


def point(at: tuple[float, float]) -> Any:
    from qgis.core import QgsPointXY

    return QgsPointXY(*at)


class Annotation(Law):
    """An evening of the analyst, on SYNTHETIC scenes of 6 km around a ford."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.refused: list[str] = []
        self.bench.scenes.add(self._scenes)
        self.bench.imagery.show_day(date.fromisoformat(SHOWN[0]))
        for at in (FORD, (FORD[0] + STEP_DEG, FORD[1])):
            self.bench.annotation.add_site(point(at), "vehicle_ford")

    def do(self, act: Callable[..., object], *given: Any, **named: Any) -> None:
        """Something that may be refused by name; then nothing is changed."""
        before = self.tables()
        try:
            act(*given, **named)
        except YaluError as error:
            self.refused.append(type(error).__name__)
            assert self.tables() == before

    def ids(self, number: int, many: bool) -> list[str]:
        return list(dict.fromkeys(self.site(number + more)["id"] for more in range(1 + many)))

    # on screen

    @rule(on=st.sampled_from(SHOWN), number=which)
    def look(self, on: str, number: int) -> None:
        self.bench.imagery.show_day(date.fromisoformat(on))
        self.bench.sites.select([self.site(number)["id"]] if self.sites() else [])

    # sites

    @rule(at=place, kind=st.sampled_from(KINDS))
    def add(self, at: tuple[float, float], kind: str) -> None:
        self.do(self.bench.annotation.add_site, point(at), kind)

    @precondition(Law.sites)
    @rule(number=which, name=text)
    def rename(self, number: int, name: str | None) -> None:
        self.do(self.bench.editing.rename, self.site(number)["id"], name or "")

    @precondition(Law.sites)
    @rule(number=which, kind=st.sampled_from(KINDS), many=st.booleans())
    def retype(self, number: int, kind: str, many: bool) -> None:
        self.do(self.bench.editing.set_kind, self.ids(number, many), kind)

    @precondition(Law.sites)
    @rule(number=which, at=place)
    def move(self, number: int, at: tuple[float, float]) -> None:
        self.do(self.bench.editing.move, self.site(number)["id"], point(at))

    @precondition(Law.sites)
    @rule(number=which, many=st.booleans())
    def delete(self, number: int, many: bool) -> None:
        self.do(self.bench.editing.delete, self.ids(number, many))

    @precondition(Law.sites)
    @rule(number=which, day=st.sampled_from(LATER), back=st.booleans())
    def retire(self, number: int, day: str, back: bool) -> None:
        ids = self.ids(number, many=True)
        self.do(self.bench.lineage.bring_back, ids) if back else self.do(self.bench.lineage.retire, ids, day)

    @precondition(Law.sites)
    @rule(number=which, at=place)
    def succeed(self, number: int, at: tuple[float, float]) -> None:
        self.do(self.bench.lineage.succeed, self.site(number)["id"], point(at))

    @precondition(Law.sites)
    @rule(number=which)
    def merge(self, number: int) -> None:
        ids = self.ids(number, many=True)
        self.do(self.bench.lineage.merge, ids, ids[number % len(ids)])

    @precondition(Law.sites)
    @rule(number=which, at=place)
    def split(self, number: int, at: tuple[float, float]) -> None:
        row = self.seen(number)
        self.do(self.bench.lineage.split, self.site(number)["id"], [row] if row else [], point(at))

    # observations

    @precondition(Law.sites)
    @rule(number=which, state=state)
    def observe(self, number: int, state: str) -> None:
        self.bench.sites.select([self.site(number)["id"]])
        self.do(self.bench.annotation.observe, state, "cloud" if state == "not_observable" else "")

    @precondition(Law.sites)
    @rule(number=which, how=st.sampled_from(("correct", "withdraw", "note")), state=state, day=day, note=text)
    def mend(self, number: int, how: str, state: str, day: str | None, note: str | None) -> None:
        row, observing = self.seen(number), self.bench.observing
        if row is not None and how == "correct":
            self.do(observing.correct, row, "it's; -- why", state=state, seen_from=day, seen_to=day, note=note)
        elif row is not None:
            self.do(observing.withdraw, [row], note or "") if how == "withdraw" else self.do(
                observing.note, row, note or "")

    @precondition(Law.sites)
    @rule(number=which, state=state, day=day)
    def report(self, number: int, state: str, day: str | None) -> None:
        values = {"state": state, "seen_from": None, "seen_to": day, "likelihood": "even"}
        self.do(self.bench.observing.report, self.site(number)["id"], values, {"title": "A witness"})

    # counting

    @rule(at=place, wide=st.integers(0, 3), name=text)
    def area(self, at: tuple[float, float], wide: int, name: str | None) -> None:
        (lon, lat), by = at, wide * STEP_DEG
        corners = [(lon, lat), (lon + by, lat), (lon + by, lat + by), (lon, lat + by)]
        self.do(self.bench.counting.add_area, list(map(point, corners)), name or "")

    @rule(number=which, name=text)
    def of_area(self, number: int, name: str | None) -> None:
        areas = self.bench.counts.areas
        if areas:
            self.bench.counting.choose_area(areas[number % len(areas)]["id"])
        self.do(self.bench.counting.rename_area, name or "")

    @rule(blind=st.booleans(), name=st.sampled_from(("Kim", "Han")), done=st.booleans())
    def count(self, blind: bool, name: str, done: bool) -> None:
        from yalu_plugin.settings import ANALYST_NAME

        ANALYST_NAME.set(name)
        self.bench.counting.finish() if done else self.do(self.bench.counting.begin, blind)

    @precondition(lambda self: self.bench.counts.count is not None)
    @rule(part=st.floats(0.1, 1.1), label=st.sampled_from(LABELS), how=st.sampled_from(("add", "move", "remove")))
    def mark(self, part: float, label: str, how: str) -> None:
        from qgis.core import QgsGeometry

        counting, counts = self.bench.counting, self.bench.counts
        box = QgsGeometry.fromWkt(counts.area["geom"]).boundingBox()
        at = point((box.xMinimum() + part * box.width(), box.center().y()))
        last = counts.mark(counts.marks.last())
        counting.choose_class(label)
        if how == "add":
            self.do(counting.mark, at)
        elif how == "remove":
            self.do(counting.remove)
        elif last is not None:
            self.do(counting.move, last, at)

    # searching

    @rule(results=st.lists(st.sampled_from(("searched", "not_observable", "back")), max_size=3), ends=st.booleans())
    def patrol(self, results: list[str], ends: bool) -> None:
        patrol = self.bench.patrol
        if not patrol.running:
            self.do(patrol.start, 2_000.0, 200.0)
        for result in results:
            self.do(patrol.back) if result == "back" else self.do(
                patrol.record, result, "cloud" if result == "not_observable" else "")
        if ends:
            patrol.end()

    # the law

    @invariant()
    def panels_are_new_ones(self) -> None:
        from qgis.core import QgsFeedback

        from yalu_plugin.layers.survey.read_facts import read_facts

        facts, fresh = self.bench.session.facts, read_facts(self._path, QgsFeedback())
        self.matrix_is_a_new_one(fresh)
        self.counts_are_new_ones()
        self.searched_is_a_new_one()
        for on in map(date.fromisoformat, (*LATER, SHOWN[1])):
            needed, wanted = (one.all_sites.attributes.reasons(on).of for one in (facts, fresh))
            assert [needed(row) for row in self.sites()] == [wanted(row) for row in self.sites()]

    def matrix_is_a_new_one(self, fresh: Any) -> None:
        from yalu_plugin.gui.matrix.matrix_model import MatrixModel

        bench, model, new = self.bench, self.own.matrix(), MatrixModel(self._window)
        new.show(fresh, bench.scenes.timeline.steps, bench.scenes.by_id, bench.river.chainages, model.matrix.unit)
        assert cells(model) == cells(new)
        new.deleteLater()

    def counts_are_new_ones(self) -> None:
        from yalu_plugin.workbench.counts import Counts

        bench, counts = self.bench, self.bench.counts
        new = Counts(bench.session, bench.scenes, self._window)
        new.look()
        new.work_in(counts.area_id)
        new.work_on(counts.count_id)
        assert (counts.areas, counts.judged, counts.count, counts.area) == (new.areas, new.judged, new.count, new.area)
        ids = {row["id"] for row in bench.session.facts.rows("counts")}
        assert {key: counts.tally.of(key) for key in ids} == {key: new.tally.of(key) for key in ids}
        assert (len(counts.marks), counts.marks.last()) == (len(new.marks), new.marks.last())
        new.deleteLater()

    def searched_is_a_new_one(self) -> None:
        from yalu_plugin.workbench.searched import Searched

        searched, new = self.bench.searched, Searched(self.bench.session, self.bench.river, self._window)
        new._read()
        assert {one: searched.coverage(one) for one in searched.image_ids} == {
            one: new.coverage(one) for one in new.image_ids}
        new.deleteLater()


def cells(model: Any) -> list[list[str]]:
    return [[model.headerData(row, 2), *(model.text(row, column) for column in range(model.columnCount()))]
            for row in range(model.rowCount())]


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

    before = ANALYST_NAME.get()
    yield
    ANALYST_NAME.set(before)


def test_all_that_tells_of_annotation_agrees_whatever_is_done_and_undone(
        law_window: Any, scenes: list[Any], window: Any, tmp_path: Path, wait_for: Callable[..., None]) -> None:
    hold(Annotation, law_window, tmp_path, window, scenes, wait_for)
