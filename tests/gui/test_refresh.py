"""Layers after another layer has written their tables: drawn at once, reloaded soon, with the same selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def layer(bench: Any, wait_for: Callable[..., None]) -> Any:
    found = bench.sites.layer()
    wait_for(lambda: not bench.session._layers._timer.isActive())
    return found


def test_each_change_redraws_at_once_and_all_reload_once(
        bench: Any, layer: Any, wait_for: Callable[..., None]) -> None:
    seen: list[str] = []
    layer.repaintRequested.connect(lambda *_: seen.append("draw"))
    layer.dataChanged.connect(lambda: seen.append("read"))
    count = layer.featureCount()
    for number in range(3):
        bench.session.change("add", added={"sites": [
            {"id": f"new {number}", "kind": "barge_dock", "geom": f"POINT (127.{number} 41.5)"}]})
    assert seen == ["draw"] * 3
    wait_for(lambda: "read" in seen)
    assert seen == ["draw"] * 3 + ["read"] and layer.featureCount() == count + 3


def test_the_selection_stays_without_a_signal(bench: Any, layer: Any, wait_for: Callable[..., None]) -> None:
    sites = bench.session.facts.rows("sites")
    bench.sites.select([sites[0]["id"], sites[1]["id"]])
    signals: list[object] = []
    read: list[object] = []
    layer.selectionChanged.connect(lambda *given: signals.append(given))
    layer.dataChanged.connect(lambda: read.append(1))
    bench.session.change("note", replaced={"sites": [{**sites[0], "note": "new"}]})
    wait_for(lambda: read)
    assert sorted(bench.sites.selected()) == sorted(row["id"] for row in sites[:2]) and signals == []


def test_a_deleted_site_is_deselected_at_once(bench: Any, layer: Any) -> None:
    sites = bench.session.facts.rows("sites")
    bench.sites.select([sites[0]["id"], sites[1]["id"]])
    bench.session.change("delete", removed={"sites": sites[:1]})
    assert layer.selectedFeatureIds() == [sites[1]["fid"]] and bench.sites.selected() == [sites[1]["id"]]
