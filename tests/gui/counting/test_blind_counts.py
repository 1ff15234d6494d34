"""A blind count in progress keeps what others counted there hidden, whatever is selected or on screen meanwhile."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.gui.counting.conftest import a_scene, made_image
from yalu_plugin.layers.project import layer_with_role
from yalu_plugin.layers.survey.count_errors import StillBlind
from yalu_plugin.settings import ANALYST_NAME

LATER = datetime(2025, 8, 20, tzinfo=timezone.utc)


@pytest.fixture
def recounted(started: Any, tmp_path: Path) -> Any:
    """Kim's finished count of one car, `first`, and Lee's blind recount, `second`; scene "b" is of a later day."""
    ANALYST_NAME.setValue("Kim")
    started.actions["delete_count"].trigger()  # begun under the login name
    started.actions["begin_count"].trigger()
    started.click(50, 50)
    started.key("Return")
    started.first = started.bench.counts.count_id
    ANALYST_NAME.setValue("Lee")
    started.actions["recount"].trigger()
    started.events()
    started.second = started.bench.counts.count_id
    started.bench.scenes.add([a_scene(made_image(tmp_path / "SYNTHETIC_20250820.tif"), "b", acquired_from=LATER,
                                      acquired_to=LATER)])
    yield started
    ANALYST_NAME.setValue("")


def offered(counter: Any) -> dict[str, str]:
    """Analyst and number of each count in the box, by id."""
    box = counter.find("yalu_count")
    return {key: box.itemText(at).split(" · begun ")[0] for at, key in enumerate(counter.dock.panel._count_ids)}


def test_a_count_of_another_day_does_not_reveal_the_number(recounted: Any) -> None:
    bench, layer = recounted.bench, layer_with_role(recounted.bench.project, "marks")
    bench.imagery.show(bench.scenes.by_id["b"])
    recounted.actions["begin_count"].trigger()
    recounted.events()
    third = bench.counts.count_id
    assert third not in (recounted.first, recounted.second) and not bench.blind.on
    assert offered(recounted) == {
        recounted.first: "2025-07-30 · Kim", recounted.second: "2025-07-30 · Lee · 0 · in progress",
        third: "2025-08-20 · Lee · 0 · in progress"}
    recounted.click(60, 60)
    assert [feature["count_id"] for feature in layer.getFeatures()] == [third]
    with pytest.raises(StillBlind):
        bench.counting.agreement(third, recounted.first, 2.0)
    bench.imagery.show(bench.scenes.by_id["a"])
    recounted.events()
    table = recounted.find("yalu_count_totals")
    assert [table.verticalHeaderItem(row).text() for row in range(table.rowCount())] == [
        "Count of 2025-08-20", "Lot 1 (in progress)"]
    assert table.item(1, 0).text() == "0"  # Lee's own


def test_another_area_does_not_reveal_the_marks(recounted: Any) -> None:
    bench, layer = recounted.bench, layer_with_role(recounted.bench.project, "marks")
    recounted.draw((130, 130), (180, 130), (180, 180), (130, 180))
    recounted.key("Return")
    recounted.events()
    assert bench.counts.count_id == "" and not bench.blind.on and list(layer.getFeatures()) == []
    with pytest.raises(StillBlind):
        bench.counting.select_count(recounted.first)
    bench.counting.select_count(recounted.second)
    assert bench.blind.on
    bench.counting.finish()
    assert layer.subsetString() == "" and [feature["count_id"] for feature in layer.getFeatures()] == [recounted.first]
    bench.counting.select_count(recounted.first)
    bench.history.undo()  # of finishing
    recounted.events()
    assert not bench.blind.on and bench.counts.count_id == recounted.first  # what was seen is not forgotten


def test_another_analyst_of_the_same_profile_is_not_blind(recounted: Any) -> None:
    """Nor is the count of the first one selected."""
    bench, path = recounted.bench, recounted.bench.session.survey.path
    ANALYST_NAME.setValue("Park")
    bench.open_survey(path)
    assert bench.counts.count_id == "" and not bench.blind.on and not bench.blind.hides(recounted.first)
    ANALYST_NAME.setValue("Lee")
    bench.open_survey(path)
    assert bench.counts.count_id == recounted.second and bench.blind.on and bench.blind.hides(recounted.first)
