"""Many sites are measured in a task while the panel is visible, and the panel reports it."""

from __future__ import annotations

import threading
from datetime import date

import pytest

pytest.importorskip("geopandas")

from tests.gui.corridor.test_corridor_dock import child, headline, rows, site_ids
from tests.gui.corridor.test_river import site


@pytest.fixture
def threads(dock, bench, monkeypatch):
    """Whether each measurement was on the main thread; from now on all are in a task."""
    from yalu_plugin.gui.corridor import corridor_figures

    names, measuring = [], bench.river.measuring
    monkeypatch.setattr(corridor_figures, "MAX_WITHOUT_TASK", 0)

    def noted(day, only=None):
        work = measuring(day, only)
        return lambda: names.append(threading.current_thread() is threading.main_thread()) or work()

    monkeypatch.setattr(bench.river, "measuring", noted)
    return names


def why(dock):
    return child(dock, "yalu_corridor_why").text()


def test_a_change_of_sites_measures_again_in_a_task(dock, bench, threads, settle, wait_for):
    bench.session.change("add", {"sites": [site(1)]})
    dock._figures._measure()
    assert why(dock) == "measuring…" and headline(dock) == "" and rows(dock) == []
    assert not child(dock, "yalu_copy_corridor_button").isEnabled()
    wait_for(lambda: headline(dock))
    assert "5 crossings" in headline(dock) and why(dock) == "" and threads == [False]


def test_changes_while_measuring_are_measured_once_more(dock, bench, threads, wait_for):
    bench.session.change("add", {"sites": [site(1)]})
    dock._figures._measure()
    for number in range(2, 7):
        bench.session.change("add", {"sites": [site(number)]})
    wait_for(lambda: headline(dock))
    assert "10 crossings" in headline(dock) and threads == [False, False]


def test_an_observation_does_not_measure(dock, bench, threads, settle):
    before = dock._figures.measured
    bench.session.change("observe", {"observations": [{
        "id": "o1", "site_id": next(iter(site_ids(bench).values())), "state": "present", "seen_from": "2026-01-01",
        "seen_to": "2026-01-01", "confidence": "possible", "created_by": "x", "created_at": "2026-01-01T00:00:00Z"}]})
    settle()
    assert threads == [] and dock._figures.measured is before


def test_another_day_measures_again_where_other_sites_are_retired_by_it(dock, bench, threads, settle, wait_for):
    """The day on screen counts, not today, and only if it makes a difference."""
    bench.lineage.retire([site_ids(bench)["Phungyang fording site"]], "2024-05-01")
    wait_for(lambda: "3 crossings" in headline(dock))
    assert threads == [False]
    for day, summary, measured in (("2024-05-01", "4 crossings", 2), ("2023-01-01", "4 crossings", 2),
                                   ("2024-05-02", "3 crossings", 3), ("2026-01-01", "3 crossings", 3)):
        bench.imagery.show_day(date.fromisoformat(day))
        settle()
        wait_for(lambda summary=summary: summary in headline(dock))
        assert len(threads) == measured


def test_a_stale_result_is_measured_when_the_panel_is_shown(dock, bench, threads, settle, wait_for):
    dock.hide()
    settle()
    bench.session.change("add", {"sites": [site(1)]})
    settle()
    assert threads == [] and dock._figures.measured is None
    dock.show()
    wait_for(lambda: "5 crossings" in headline(dock))
    assert threads == [False]


def test_the_survey_is_closed_while_measuring(dock, bench, threads, wait_for):
    from qgis.core import QgsProject

    bench.session.change("add", {"sites": [site(1)]})
    dock._figures._measure()
    QgsProject.instance().clear()
    wait_for(lambda: why(dock) == "no survey is open")
    assert headline(dock) == ""


def test_while_the_survey_is_being_read(dock, bench, settle, monkeypatch):
    monkeypatch.setattr(bench.session, "facts", None)
    dock._figures.invalidate()
    settle()
    assert why(dock) == "reading the survey…"


def test_the_second_line_is_measured_in_the_task_too(dock, bench, threads, wait_for):
    from tests.gui.corridor.test_river import DITCH, line_layer

    dock._figures.set_second_line(line_layer(DITCH), False)
    assert why(dock) == "measuring…"
    wait_for(lambda: dock._figures.second)
    assert threads == [] and dock._figures.second.along_km == pytest.approx(81.54, abs=0.01)


def test_the_datums_are_listed_when_turned_to_and_not_at_a_click(dock, bench, monkeypatch, qt):
    datum = child(dock, "yalu_datum")
    assert datum.count() == 1
    qt.key(datum, qt.Qt.Key.Key_B)  # found by typing
    assert datum.count() == 5 and datum.currentText() == "Border fence gate crossing"
    reset = []
    datum.model().modelReset.connect(lambda: reset.append(1))
    bench.session.change("add", {"sites": [site(1, name="A new ford")]})
    assert reset == [] and datum.currentText() == "Border fence gate crossing"
    datum.showPopup()
    assert reset == [1] and datum.count() == 6 and datum.itemText(1) == "A new ford"
    assert datum.currentText() == "Border fence gate crossing"
    datum.hidePopup()


def test_the_chosen_datum_has_the_name_it_is_given(dock, bench):
    datum = child(dock, "yalu_datum")
    bench.session.change("add", {"sites": [site(1, name="A new ford")]})
    bench.river.set_line("", "site-1")
    assert datum.currentText() == "A new ford"
    bench.session.change("edit", replaced={"sites": [site(1, name="Another name")]})
    assert datum.currentText() == "Another name" and datum.chosen() == "site-1"
