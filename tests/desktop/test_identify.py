"""The first click of QGIS' Identify, which opens its panel, shows the site with name, kind and place as its title."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtWidgets import QDockWidget, QTreeWidget
from qgis.utils import plugins

from tools.desk import Desk

NAME = "yalu_plugin"
PHUNGYANG = "Phungyang fording site"


@pytest.fixture
def desk(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A `Desk` with the published survey, the river measured; QGIS' panel is closed afterwards."""
    desk.new_survey(tmp_path_factory.mktemp("identify") / "survey.gpkg")
    bench = plugins[NAME].workbench
    desk.wait(lambda: bench.river.chainages, "the river to be measured")
    yield desk
    desk.iface.actionPan().trigger()
    desk.find("IdentifyResultsDock").close()


def titles(desk: Desk) -> list[str]:
    """Return the titles of the identified features."""
    tree = desk.find("IdentifyResultsDock", QDockWidget).findChild(QTreeWidget)
    layers = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return [layer.child(number).text(1) for layer in layers for number in range(layer.childCount())]


def test_a_site_is_identified_before_any_layer_was_selected(desk: Desk) -> None:
    """QGIS identifies features of the active layer, and shows "No features found" without one."""
    bench = plugins[NAME].workbench
    site = next(row for row in bench.session.facts.rows("sites") if row["name"] == PHUNGYANG)
    place = bench.sites.place(site["id"])
    assert desk.iface.activeLayer() == bench.sites.layer()
    desk.zoom_to(place.x(), place.y(), 30_000)
    desk.find_action("mActionIdentify").trigger()
    desk.settle()
    desk.click_map(place.x(), place.y())
    found, = titles(desk)
    assert found.startswith(f"{PHUNGYANG} · Vehicle crossing · ")


@pytest.mark.parametrize("layer", ["Crossings and sites", "State on the date"])
def test_the_first_click(desk: Desk, layer: str) -> None:
    bench = plugins[NAME].workbench
    site = next(row for row in bench.session.facts.rows("sites") if row["name"] == PHUNGYANG)
    place = bench.sites.place(site["id"])
    desk.go_to_day("2025-07-30")
    desk.zoom_to(place.x(), place.y(), 30_000)
    shown = next(one for one in bench.project.mapLayers().values() if one.name() == layer)
    desk.iface.setActiveLayer(shown)
    desk.find_action("mActionIdentify").trigger()
    desk.settle()  # QGIS opens its panel, which makes the map narrower, as soon as the tool is activated
    desk.click_map(place.x(), place.y())
    found, = titles(desk)
    assert found.startswith(f"{PHUNGYANG} · Vehicle crossing · ") and "km 58.69 · Kimjongsuk" in found
