"""Layers after another layer has written their tables: drawn at once, reloaded soon, with the same selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def layer(bench: Any, wait_for: Callable[..., None]) -> Any:
    found = bench.sites.layer()
    wait_for(lambda: not bench.session.layers.is_reloading)
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


def test_the_reload_neither_cancels_a_map_nor_draws_it_again(
        bench: Any, layer: Any, window: Any, wait_for: Callable[..., None]) -> None:
    """QGIS' window draws its maps again whenever a layer is reloaded."""
    from qgis.gui import QgsMapCanvas

    from yalu_plugin.gui.frozen_maps import freeze_while_reloading

    canvas, held, seen = window.canvas, QgsMapCanvas(window), list[str]()

    def note(what: str) -> Callable[[], None]:
        return lambda: seen.append(what)

    held.freeze()
    slots = {canvas.renderStarting: note("draw"), canvas.mapRefreshCanceled: note("cancel"),
             layer.dataChanged: note("reload"), layer.dataProvider().dataChanged: canvas.refresh}
    for signal, slot in slots.items():
        signal.connect(slot)
    canvas.setLayers([layer])
    canvas.setExtent(layer.extent())
    canvas.refresh()
    freeze_while_reloading(bench.session.layers, lambda: [canvas, held])
    wait_for(lambda: "draw" in seen and not canvas.isDrawing())
    seen.clear()
    bench.session.change("note", replaced={"sites": [{**bench.session.facts.rows("sites")[0], "note": "new"}]})
    wait_for(lambda: "reload" in seen and not bench.session.layers.is_reloading and not canvas.isDrawing())
    assert seen == ["draw", "reload"] and not canvas.isFrozen() and held.isFrozen()
    for signal, slot in slots.items():
        signal.disconnect(slot)


def test_the_reload_waits_for_a_map_that_is_being_drawn_but_not_for_ever(
        bench: Any, layer: Any, wait_for: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    from yalu_plugin.layers import refresh

    asked: list[int] = []
    monkeypatch.setattr(refresh, "MOST_WAITS", 3)
    monkeypatch.setattr(bench.session.layers, "is_drawing", lambda: asked.append(1) or True)
    count = layer.featureCount()
    for added in (1, 2):
        bench.session.change("add", added={"sites": [{"id": f"new {added}", "kind": "barge_dock"}]})
        wait_for(lambda: not bench.session.layers.is_reloading)
        assert (len(asked), layer.featureCount()) == (4 * added, count + added)
