"""The card of a site in the list's tooltip and in QGIS' map tips, and a line of it in Identify."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QThread

FORD = "Hyesan sandbar ford"


@pytest.fixture
def card(bench: Any, wait_for: Any) -> Iterator[Any]:
    """The expression functions, registered as by the plugin."""
    from yalu_plugin.gui.crossings.site_card import SiteCard

    wait_for(lambda: bench.river.chainages)
    expressions = SiteCard(bench)
    yield expressions
    expressions.release()


def layer_of(bench: Any, role: str) -> QgsVectorLayer:
    from yalu_plugin.layers.project import layer_with_role

    return layer_with_role(bench.project, role)


def context(layer: QgsVectorLayer, site_id: str) -> QgsExpressionContext:
    field = "site_id" if "site_id" in layer.fields().names() else "id"
    scope = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    scope.setFeature(next(one for one in layer.getFeatures() if one[field] == site_id and (
        field == "id" or one["valid_to"] is None or not one["valid_to"])))
    return scope


def tip(bench: Any, role: str, site_id: str) -> str:
    layer = layer_of(bench, role)
    return str(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context(layer, site_id)))


def identified(bench: Any, role: str, site_id: str) -> str:
    layer = layer_of(bench, role)
    return str(QgsExpression(layer.displayExpression()).evaluate(context(layer, site_id)))


def feature_with(site_id: Any) -> QgsFeature:
    fields = QgsFields()
    fields.append(QgsField("id", QMetaType.Type.QString))
    feature = QgsFeature(fields)
    feature.setAttributes([site_id])
    return feature


def in_another_thread(work: Callable[[], object]) -> None:
    class Other(QThread):
        def run(self) -> None:
            work()

    thread = Other()
    thread.start()
    while not thread.wait(10):  # without Python's lock, as QGIS waits
        pass


def site(bench: Any, name: str) -> str:
    return next(row["id"] for row in bench.session.facts.rows("sites") if row["name"] == name)


@pytest.mark.parametrize("role", ["sites", "site_states"])
def test_the_map_tip_is_the_card(bench: Any, card: Any, role: str) -> None:
    from yalu_plugin.gui.crossings.site_texts import SiteContext, tooltip

    ford = site(bench, FORD)
    lines = ["Hyesan sandbar ford", "Vehicle crossing", "Present, seen 2023-08-01 to 2023-08-31 (UTC)",
             "km 0.00 · Hyesan",
             "Jacob Bogle, AccessDPRK: Sino-DPRK Smuggling Sites Suggest Kim's Approval, 2026-02-09"]
    row = bench.session.facts.row("sites", ford)
    assert tooltip(SiteContext(bench.session.facts, None, bench.river.positions), row).split("\n")[:5] == lines
    shown = tip(bench, role, ford)
    assert all(line in shown for line in lines) and "<b>Hyesan sandbar ford</b>" in shown
    bench.imagery.show_day(date(2023, 8, 1))
    assert "State not known on this day: first observed by 2023-08-31" in tip(bench, role, ford)


@pytest.mark.parametrize("role", ["sites", "site_states"])
def test_without_the_plugin_it_is_the_name(bench: Any, role: str) -> None:
    assert tip(bench, role, site(bench, FORD)) == FORD


OWN = {"id": "o'own", "kind": "barge_dock", "at_fence_gate": "no", "confidence": "possible",
       "created_at": "2026-01-01T00:00:00Z", "geom": "POINT (128.0 41.43)"}


def test_identify_shows_name_kind_state_and_place(bench: Any, card: Any, wait_for: Any) -> None:
    bench.session.change("add", {"sites": [OWN, {**OWN, "id": "nowhere", "geom": None}]})
    wait_for(lambda: "o'own" in bench.river.chainages)
    ford = site(bench, FORD)
    assert identified(bench, "sites", ford) == "Hyesan sandbar ford · Vehicle crossing · km 0.00 · Hyesan"
    assert identified(bench, "sites", "o'own") == "#7 · Barge crossing · km 36.27 · Samsu"
    assert identified(bench, "sites", "nowhere") == "#8 · Barge crossing"
    assert identified(bench, "site_states", ford) == (
        "Hyesan sandbar ford · Vehicle crossing · Present · 2023-08-31 · km 0.00 · Hyesan")
    assert identified(bench, "site_states", "o'own") == "#7 · Barge crossing · Not known · km 36.27 · Samsu"


def test_without_the_plugin_and_in_another_thread_identify_shows_no_place(bench: Any, request: Any) -> None:
    ford, texts = site(bench, FORD), []
    assert identified(bench, "sites", ford) == "Hyesan sandbar ford · Vehicle crossing"
    request.getfixturevalue("card")
    heading, row = QgsExpression(layer_of(bench, "sites").displayExpression()), context(layer_of(bench, "sites"), ford)
    in_another_thread(lambda: texts.append(heading.evaluate(row)))
    assert texts == ["Hyesan sandbar ford · Vehicle crossing"]
    assert heading.evaluate(row) == "Hyesan sandbar ford · Vehicle crossing · km 0.00 · Hyesan"


def test_an_older_project_shows_the_place_too(bench: Any, card: Any) -> None:
    from yalu_plugin.layers.map_tips import identify_by_card

    sites, states = layer_of(bench, "sites"), layer_of(bench, "site_states")
    now = sites.displayExpression()
    sites.setDisplayExpression(now.split(" || coalesce(' · ' || nullif(")[0])
    identify_by_card(sites, states)
    assert sites.displayExpression() == now


def test_a_custom_display_expression_is_kept(bench: Any) -> None:
    from yalu_plugin.layers.map_tips import identify_by_card

    sites, states = layer_of(bench, "sites"), layer_of(bench, "site_states")
    sites.setDisplayExpression('upper("name")')
    identify_by_card(sites, states)
    assert sites.displayExpression() == 'upper("name")'


@pytest.mark.parametrize("name", ["<img src=x>", "a & b", "[% 1 + 1 %]", "'); drop", '"', "\u202ePhung", "x" * 5000])
def test_names_are_text(bench: Any, card: Any, name: str) -> None:
    ford = bench.session.facts.row("sites", site(bench, FORD))
    bench.session.change("edit", replaced={"sites": [{**ford, "name": name, "note": name}]})
    shown = tip(bench, "sites", ford["id"])
    assert "<img" not in shown and "\u202e" not in shown and len(shown) < 3000
    assert shown.count("<b>") == 1 and (name not in ("a & b", "[% 1 + 1 %]") or name.replace("&", "&amp;") in shown)


def test_no_card_without_a_site_or_in_another_thread(bench: Any, card: Any) -> None:
    def asked(site_id: Any) -> Any:
        scope = QgsExpressionContext()
        scope.setFeature(feature_with(site_id))
        return QgsExpression('yalu_site_card("id")').evaluate(scope)

    ford, texts = site(bench, FORD), []
    assert asked(None) is None and asked("gone") is None
    in_another_thread(lambda: texts.append(asked(ford)))
    assert texts == [None] and FORD in asked(ford)


def test_the_card_shows_between_which_observations_the_state_changed(bench: Any, card: Any) -> None:
    ford = site(bench, FORD)
    bench.session.change("test", {"observations": [
        {"id": day, "site_id": ford, "state": state, "seen_from": day, "seen_to": day, "below_resolution": True}
        for state, day in (("not_observable", "2024-03-01"), ("absent", "2024-04-11"))]})
    shown = tip(bench, "sites", ford)
    assert "Absent, below resolution, seen 2024-04-11 (UTC)" in shown
    assert ("Absent, below resolution: first seen 2024-04-11, last seen without 2023-08-01 to 2023-08-31; "
            "1 inconclusive look between") in shown
    bench.imagery.show_day(date(2024, 3, 1))
    assert "last seen without" not in tip(bench, "sites", ford)
    bench.lineage.retire([ford], "2024-05-01")
    assert "Retired on 2024-05-01: not counted after it" in tip(bench, "sites", ford)
