"""After an undo or a redo one is where one was: the site it was about is selected."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from yalu_plugin.core.imagery.scene import Scene


@pytest.fixture
def stack(bench: Any, data: Any) -> Any:
    """The undo stack, with a scene on screen."""
    path = sorted((data / "s2_romania").glob("*.tif"))[0]
    moment = datetime(2024, 5, 1, tzinfo=timezone.utc)
    bench.add_scenes([Scene("one", str(path), moment, moment, "acquired", "stac")])
    bench.imagery.step("first")
    return bench.sites_layer().undoStack()


def test_undo_and_redo_of_an_observation_select_its_site(bench: Any, stack: Any) -> None:
    first, second, *_ = (row["id"] for row in bench.survey.rows("sites"))
    bench.select_sites([first])
    bench.observe("present")
    for take in (stack.undo, stack.redo, stack.undo):
        bench.select_sites([second])
        take()
        assert bench.selected_sites() == [first]


def test_redo_of_an_added_site_selects_it_and_undo_leaves_the_selection(bench: Any, stack: Any) -> None:
    from qgis.core import QgsPointXY

    other = bench.survey.rows("sites")[0]["id"]
    added = bench.add_site(QgsPointXY(127.6, 41.45), "barge_dock")
    bench.select_sites([other])
    stack.undo()
    assert bench.selected_sites() == [other]
    stack.redo()
    assert bench.selected_sites() == [added]


def test_of_several_sites_none_is_selected(bench: Any, stack: Any) -> None:
    from yalu_plugin.undo import WrittenHistory

    history = bench.sites_layer().findChild(WrittenHistory)
    ids = [row["id"] for row in bench.survey.rows("sites")]
    bench.select_sites(ids[:1])
    history.select_site(set(ids))
    assert bench.selected_sites() == ids[:1]
