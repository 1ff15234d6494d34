"""Styles of layers on pages: only sizes and names differ from the project's."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("qgis")

FORD = {"id": "ford", "name": "SYNTHETIC ford", "kind": "vehicle_ford", "geom": "POINT (127.5 41.5)"}
SEEN = (("present", "2020-05-01"), ("washed_out", "2023-08-01"))
PRESENT, WASHED_OUT = "#0b6e4f", "#c1121f"  # colours of the survey's style


@pytest.mark.parametrize("size", [1.0, 0.9])
@pytest.mark.parametrize(("day", "colour"), [(date(2022, 1, 1), PRESENT), (date(2024, 1, 1), WASHED_OUT)])
def test_a_map_draws_the_state_of_its_day_alone_whatever_the_size(project_of, tmp_path, size, day, colour):
    """QGIS' clone of a layer has no temporal properties: maps of many sites showed the states of all times."""
    from qgis.core import QgsLayoutItemMap, QgsRectangle
    from qgis.PyQt.QtCore import QRectF

    from yalu_plugin.layers.layouts.layout_lifetime import new_layout
    from yalu_plugin.layers.layouts.map_styles import apply_style
    from yalu_plugin.layers.project import layer_with_role
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.temporal import day_range, make_states_temporal

    survey = create_survey(tmp_path / "one.gpkg", "SYNTHETIC", False)
    survey.change("test", {"sites": [FORD], "observations": [
        {"id": state, "site_id": "ford", "state": state, "seen_from": seen, "seen_to": seen} for state, seen in SEEN]})
    project = project_of(survey)
    states = layer_with_role(project, "site_states")
    make_states_temporal(states)
    item = QgsLayoutItemMap(new_layout(project))
    item.layout().addLayoutItem(item)
    item.attemptSetSceneRect(QRectF(0, 0, 100, 60))
    item.setCrs(states.crs())
    item.setExtent(QgsRectangle(127, 41, 128, 42))
    item.setLayers([states])
    item.setTemporalRange(day_range(day, day))
    item.setIsTemporal(True)
    apply_style([item], {"site_states": states}, size=size)
    assert drawn_colours(item) & {PRESENT, WASHED_OUT} == {colour}


def drawn_colours(item):
    """Return the colours in a map's image."""
    from qgis.core import QgsMapRendererSequentialJob
    from qgis.PyQt.QtCore import QSizeF

    job = QgsMapRendererSequentialJob(item.mapSettings(item.extent(), QSizeF(600, 400), 300, True))
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
