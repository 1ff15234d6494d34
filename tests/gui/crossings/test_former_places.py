"""The faint line from the selected site to the places that it had before."""

from __future__ import annotations

from typing import Any

import pytest
from qgis.core import QgsPointXY

from tests.gui.crossings.test_lineage_actions import panel, two  # noqa: F401
from yalu_plugin.gui.crossings.former_places import FormerPlaces


@pytest.fixture
def shown(two: list[str], bench: Any, window: Any, wait_for: Any) -> Any:  # noqa: F811
    """A function that waits until nothing is read, and returns the corners of the line, 0 without a line."""
    places = FormerPlaces(bench, window.canvas, window)

    def corners() -> int:
        wait_for(lambda: not places._timer.isActive() and places._reading is None)
        band = places._line._band
        return band.numberOfVertices() if band is not None else 0

    yield corners
    places.release()


def test_a_moved_site_has_a_line_while_it_is_selected(shown: Any, two: list[str], bench: Any) -> None:  # noqa: F811
    assert shown() == 0
    bench.editing.rename(two[0], "Moved")
    assert shown() == 0
    bench.editing.move(two[0], QgsPointXY(127.605, 41.451))
    assert shown() == 2
    bench.sites.select([two[1]])
    assert shown() == 0
    bench.sites.select([two[0]])
    assert shown() == 2
    bench.sites.select(two)
    assert shown() == 0


def test_a_move_that_was_undone_leaves_no_line(shown: Any, two: list[str], bench: Any) -> None:  # noqa: F811
    bench.editing.move(two[0], QgsPointXY(127.605, 41.451))
    bench.editing.move(two[0], QgsPointXY(127.61, 41.452))
    survey = bench.session.survey
    assert survey.places_of_site(two[0]) == [(127.61, 41.452), (127.605, 41.451), (127.6, 41.45)]
    bench.history.undo()
    assert survey.places_of_site(two[0]) == [(127.605, 41.451), (127.6, 41.45)] and shown() == 2
    bench.history.undo()
    assert survey.places_of_site(two[0]) == [(127.6, 41.45)] and shown() == 0
