"""The analyst's other actions for tools/bench/survey_window.py, as generators of calls to be timed.

They are done in this order to the sites that "click" has added, which are all on the scene on screen. The
preconditions of an action (a site selected, a panel open) are met before its time starts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QTableView, QWidget

from tools.synthetic_scenes import FORD

if TYPE_CHECKING:
    from tools.bench.survey_window import Window
    from yalu_plugin.workbench import Workbench

Acts = Iterator[Callable[[], object]]
REASON, RETIRED = "SYNTHETIC reason", "2024-01-01"  # later than the scene on screen
STRETCH_M, OVERLAP_M = 500, 470  # 30 m per step: 200 steps on a scene of 6 km
AREA_DEG, NEAR_DEG = 0.01, 0.0012


def each(do: Callable[[Workbench, str], object]) -> Callable[[Window], Acts]:
    """Return a generator of calls for one site after the other, each selected before."""
    def acts(window: Window) -> Acts:
        for site in window.selected():
            yield partial(do, window.workbench, site)
    return acts


def next_to_review(window: Window) -> Acts:
    """Go to the next site in the list; the whole survey is filtered, the list has the same sites at any size."""
    find, bar = window.desk.find("yalu_find", QLineEdit), window.desk.find("yalu_chips", QWidget).parent()
    find.setText("renamed")
    bar._toggle(("review", "one_look"))
    window.workbench.sites.select([])
    for _ in range(window.desk.find("yalu_sites", QTableView).model().rowCount()):
        yield window.desk.find_action("yalu_next_site").trigger
    bar._toggle(("review", "one_look"))
    find.setText("")


def observe_in_matrix(window: Window) -> Acts:
    """Record a state in the matrix, which follows the selection: its current cell is the site's on the scene."""
    from yalu_plugin.gui.crossings.resolution_question import RECORD, ResolutionQuestion

    ResolutionQuestion._ask = lambda *_: RECORD
    window.desk.find("YaluMatrixDock").setUserVisible(True)
    QTest.qWait(1000)
    for site in window.selected():
        is_present = window.workbench.observing.likely_observation(site)["state"] == "present"
        key = Qt.Key.Key_A if is_present else Qt.Key.Key_P
        yield partial(QTest.keyClick, window.desk.find("yalu_matrix"), key)
    window.desk.find("YaluImageryDock").setUserVisible(True)


def mark(window: Window) -> Acts:
    """Count objects in an area that is drawn for it."""
    window.desk.find("YaluCountingDock").setUserVisible(True)
    (lon, lat), by = FORD, AREA_DEG
    bench, corners = window.workbench, ((-by, -by), (by, -by), (by, by), (-by, by))
    bench.areas.add([QgsPointXY(lon + east, lat + north) for east, north in corners], "SYNTHETIC")
    bench.counting.start()
    for _ in window.sites:
        yield partial(bench.marking.mark, QgsPointXY(lon + window.random(by), lat + window.random(by)))
    bench.counting.finish()
    window.desk.find("YaluCrossingsDock").setUserVisible(True)


def patrol(window: Window) -> Acts:
    """Record stretches without findings; the map moves to the next one, where QGIS' feature is drawn too."""
    window.workbench.patrol.start(STRETCH_M, OVERLAP_M)
    for _ in window.workbench.patrol.stretches:
        yield window.desk.find_action("yalu_patrol_nothing").trigger
    window.workbench.patrol.end()
    window.zoom_to_city()


def split(window: Window) -> Acts:
    """Split each site, with all its observations."""
    bench = window.workbench
    for site in window.selected():
        seen = bench.session.facts.observations_of(site)
        window.seen = len(seen)
        yield partial(bench.lineage.split, site, seen, near(bench, site))


def merge(window: Window) -> Acts:
    """Merge each site with the one that was split from it."""
    facts = window.workbench.session.facts
    parts = [row["id"] for row in facts.rows("sites")[-len(window.sites):]]
    for site, part in zip(window.sites, parts):
        window.workbench.sites.select([site, part])
        window.seen = len(facts.observations_of(part))
        yield partial(window.workbench.lineage.merge, [site, part], site)


def near(bench: Workbench, site: str) -> QgsPointXY:
    """Return a place some 100 m from a site, EPSG:4326."""
    place = bench.sites.place(site)
    return QgsPointXY(place.x() + NEAR_DEG, place.y())


class Action(NamedTuple):
    """An action's title, its calls, and QGIS' counterpart.

    The counterpart is "add" (a feature), "edit" (an attribute), or the name of a method of survey_rival.Rival.
    """

    title: str
    acts: Callable[[Any], Acts]
    rival: str = "edit"


ACTIONS = {
    "rename": Action("rename", each(lambda bench, site: bench.editing.rename(site, f"Renamed {site[:8]}"))),
    "look": Action("next that needs review", next_to_review),
    "retype": Action("another kind", each(lambda bench, site: bench.editing.set_kind([site], "barge_dock"))),
    "move": Action("move", each(lambda bench, site: bench.editing.move(site, near(bench, site)))),
    "matrix": Action("observe by key in the matrix", observe_in_matrix, "add"),
    "correct": Action("correct an observation", each(
        lambda bench, site: bench.observing.correct(bench.observing.likely_observation(site), REASON,
                                                    state="washed_out"))),
    "mark": Action("count an object", mark, "add"),
    "patrol": Action("patrol: nothing here, next stretch", patrol, "add"),
    "succeed": Action("successor (QGIS: 1 site, 1 observation)", each(
        lambda bench, site: bench.lineage.add_successor(site, near(bench, site))), "succeed"),
    "split": Action("split (QGIS: 1 site, as many observations)", split, "split"),
    "merge": Action("merge (QGIS: 2 sites, as many observations)", merge, "merge"),
    "retire": Action("retire", each(lambda bench, site: bench.lineage.retire([site], RETIRED))),
    "withdraw": Action("withdraw an observation", each(
        lambda bench, site: bench.observing.withdraw([bench.observing.likely_observation(site)], REASON))),
    "delete": Action("delete a site", each(lambda bench, site: bench.editing.delete([site]))),
}
