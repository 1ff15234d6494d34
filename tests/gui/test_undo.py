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
    bench.imagery.add([Scene("one", str(path), moment, moment, "acquired", "stac")])
    bench.imagery.step("first")
    return bench.sites.layer().undoStack()


def test_undo_and_redo_of_an_observation_select_its_site(bench: Any, stack: Any) -> None:
    first, second, *_ = (row["id"] for row in bench.session.survey.rows("sites"))
    bench.sites.select([first])
    bench.annotation.observe("present")
    for take in (stack.undo, stack.redo, stack.undo):
        bench.sites.select([second])
        take()
        assert bench.sites.selected() == [first]


def test_redo_of_an_added_site_selects_it_and_undo_leaves_the_selection(bench: Any, stack: Any) -> None:
    from qgis.core import QgsPointXY

    other = bench.session.survey.rows("sites")[0]["id"]
    added = bench.annotation.add_site(QgsPointXY(127.6, 41.45), "barge_dock")
    bench.sites.select([other])
    stack.undo()
    assert bench.sites.selected() == [other]
    stack.redo()
    assert bench.sites.selected() == [added]


def test_of_several_sites_none_is_selected(bench: Any, stack: Any) -> None:
    from yalu_plugin.workbench.history import WrittenHistory

    history = bench.sites.layer().findChild(WrittenHistory)
    ids = [row["id"] for row in bench.session.survey.rows("sites")]
    bench.sites.select(ids[:1])
    history.select_site(set(ids))
    assert bench.sites.selected() == ids[:1]
